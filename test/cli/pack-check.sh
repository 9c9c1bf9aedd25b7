casus pack check nl
casus pack check qq
