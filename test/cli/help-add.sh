# The help of one command.
casus add --help
