casus frobnicate
