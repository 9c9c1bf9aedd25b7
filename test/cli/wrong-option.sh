casus read --colour
