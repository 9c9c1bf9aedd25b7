# A reader that has seen enough: no message.
i=0; while [ $i -lt 3000 ]; do printf '{"id":"%s","text":"Shells fell on the bridge on day %s, the army said."}\n' $i $i; i=$((i + 1)); done > news.ndjson
casus read --language=en news.ndjson | head -n 1 | grep -o '"id":"0"'
{ casus read --language=en news.ndjson; echo "exit $?" >&2; } | true
