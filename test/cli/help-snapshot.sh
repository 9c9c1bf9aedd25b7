# The help of one command.
casus snapshot --help
