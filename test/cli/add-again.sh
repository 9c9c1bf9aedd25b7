# A text that another version of a pack reads again supersedes; what it said before can still be listed. One and several
# threads make the same store.
cp -r "$CASUS_PACKS" packs
CASUS_DATA=$ROOT/data
export CASUS_DATA
cat > news.ndjson <<'END'
{"id":"a","outlet":"The Dockside","published":"2024-05-02","language":"en","text":"Rebels shelled the harbour on Wednesday, the ministry said."}
{"id":"a","outlet":"The Dockside","published":"2024-05-02","language":"en","text":"Rebels shelled the airport on Wednesday, the ministry said."}
END
casus add --packs=packs news.ndjson
casus snapshot first | cut -f 1-4
sed -i 's/^version *=.*/version = later/' packs/en/pack.ini
casus add --packs=packs news.ndjson
casus claims --json | grep -o '"id":"[^"]*#1"\|"version":"[^ ]* [^"]*"' | sed 's/"[0-9.]* /"/'
casus claims --json --as-of=first | grep -o '"version":"[^ ]* [^"]*"' | sed 's/"[0-9.]* /"/'
casus check
casus add --quiet --store=one.db -j 1 "$ROOT/examples/text"
casus add --quiet --store=four.db -j 4 "$ROOT/examples/text"
casus snapshot --store=one.db x > one
casus snapshot --store=four.db x | cmp - one && echo same
