# The listings of a small store, in each form; every id that one listing names is an id of another.
cat > news.ndjson <<'END'
{"id":"quay","outlet":"The Quay","url":"https://quay.example/7","published":"2024-05-02","language":"en","text":"Rebels shelled Goma on Wednesday, the Congolese army said. At least four soldiers were killed, according to the army."}
{"id":"kade","outlet":"De Kade","published":"2024-05-03","language":"nl","text":"Bij een beschieting van Bukavu vielen drie doden, zegt het Congolese leger."}
{"id":"bread","outlet":"The Quay","published":"2024-05-03","language":"en","text":"The bakery on the corner sells bread."}
END
casus add --quiet news.ndjson
casus claims --width=90
casus claims --csv | cut -d, -f1,3,4,8 | sort
casus incidents --json | grep -o '^{"id":"[^"]*"' | cut -c8-24 | sort > incidents
casus claims --json | grep -o '"incident":"[^"]*"' | cut -c13-29 | sort -u | cmp - incidents && echo 'claims name the incidents'
casus timeline --json | grep -o '"id":"i[^"]*"' | cut -c7-23 | sort | cmp - incidents && echo 'the timeline has them all'
for id in $(cat incidents); do casus show --json "$id" | sed 1d; done | sort > shown
casus claims --json | sort | cmp - shown && echo 'each claim is shown with its incident'
casus incidents --csv | head -n 1
casus losses | head -n 1
casus status --csv
casus disputes --json
