# A line beyond the limit is passed over; its neighbours are read.
{ printf '{"id":"a","text":"Shells fell."}\n'; head -c 3000000 /dev/zero | tr '\0' 'x'; printf '\n{"id":"b","text":"Nobody was hurt."}\n'; } > news.ndjson
casus read --language=en --max-document=1M news.ndjson | grep -o '"id":"[a-z]"'
casus read --language=en --max-document=1M news.ndjson > /dev/null
