# What cannot be listed: one line, and a status that tells the kind of fault.
try() {
    casus "$@"
    echo "status $?"
}
try claims
try incidents --store=none/here.db
printf 'no store\n' > notes.txt
try show --store=notes.txt a#1
printf '{"id":"a","language":"en","published":"2024-05-02","text":"Rebels shelled Goma on Wednesday."}\n' > a.ndjson
casus add --quiet a.ndjson
try show
try show nothing
try claims a#1
try claims --json --csv
try losses --since=May
try losses --type=BATTLE
try disputes --country=XX
try status --as-of=never
