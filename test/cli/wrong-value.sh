casus read --threads=many
