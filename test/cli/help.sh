# The list of commands, with the exit statuses.
casus --help
