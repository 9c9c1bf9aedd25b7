# A line that is no document gives one line of error with its place; the others still come out.
printf '{"id":"a","text":"Shells fell on Monday."}\n{"id":"b",\n\n{"id":"c","text":7}\n{"id":"d","text":"Nobody was hurt."}\n' > news.ndjson
casus read --language=en news.ndjson | grep -o '"id":"[a-z]"'
casus read --language=en news.ndjson > /dev/null
