# What is no store, cannot be made, or has no room: one line each, and status 4.
echo 'Shells fell on the bridge.' > a.txt
seq 1 2000 > numbers.db
casus claims; echo $?
casus claims --store=numbers.db; echo $?
casus add --store=numbers.db a.txt; echo $?
casus add --store=missing/news.db a.txt; echo $?
casus add --store=/dev/full a.txt; echo $?
casus check --store=.; echo $?
casus add --quiet --language=en a.txt
casus snapshot 'a
b' | cut -f 1-4
casus claims --json --as-of=nobody; echo $?
casus snapshot one two; echo $?
casus check one; echo $?
casus merge a#1; echo $?
casus merge a#1 a#2; echo $?
casus split a#1 a#1; echo $?
(ulimit -f 80; casus add --store=small.db "$ROOT/examples"; echo $?)
casus add --quiet --store=small.db "$ROOT/examples/ndjson" && casus check --store=small.db
cp casus.db bad.db
printf 'XXXXXXXXXXXXXXXX' | dd of=bad.db bs=1 seek=8192 conv=notrunc 2> /dev/null
casus check --store=bad.db > faults; echo $?
grep -c . faults > /dev/null && tail -n 1 faults | sed 's/: [1-9][0-9]* faults/: some faults/'
