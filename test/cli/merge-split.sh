# What people decide about incidents holds, also when more is added.
cat > news.ndjson <<'END'
{"id":"a","outlet":"The Dockside","published":"2024-05-02","language":"en","text":"Rebels shelled the port of Mocha on Wednesday, the ministry said."}
{"id":"b","outlet":"The Quay","published":"2024-05-02","language":"en","text":"Rebels shelled the port of Mocha on Wednesday, killing two sailors, residents said."}
END
incident() {
    casus claims --json | grep "^{\"id\":\"$1\"" | grep -o '"incident":"[^"]*"' | cut -d '"' -f 4
}
together() {
    [ "$(incident 'a#1')" = "$(incident 'b#1')" ] && echo together || echo apart
}
casus add --quiet news.ndjson
together
casus split "$(incident 'a#1')" 'b#1'
together
casus add --quiet --language=en - <<'END'
The bakery on the corner sells bread.
END
together
casus merge "$(incident 'a#1')" "$(incident 'b#1')"
together
casus split "$(incident 'a#1')" 'c#1'
casus split nobody 'a#1'
casus check
