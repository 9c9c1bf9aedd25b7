# JSON within JSON beyond any use.
{ printf '{"text":'; head -c 100000 /dev/zero | tr '\0' '['; printf '\n{"id":"b","text":"Nobody was hurt."}\n'; } > news.ndjson
casus read --language=en news.ndjson | grep -o '"id":"[a-z]"'
casus read --language=en news.ndjson > /dev/null
