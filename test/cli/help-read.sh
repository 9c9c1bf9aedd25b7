# Options come from the table that parses them.
casus read --help
