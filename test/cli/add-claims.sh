# Documents go into a store and come out as the claims that 'read' prints; the second time nothing changes.
cat > news.ndjson <<'END'
{"id":"a","outlet":"The Dockside","published":"2024-05-02","language":"en","text":"Rebels shelled the harbour on Wednesday, the ministry said."}
{"id":"b","outlet":"The Dockside","published":"2024-05-02","language":"en","text":"The bakery on the corner sells bread."}
END
casus add news.ndjson
casus claims --json > listed
casus read news.ndjson | grep -o '"quote":{[^}]*}' > read
grep -o '"quote":{[^}]*}' listed | cmp - read && echo same
grep -o '"incident":.*' listed
casus add news.ndjson missing.txt
casus claims --json | cmp - listed && echo unchanged
