# In whichever order the same documents are added, every listing is the same to the byte.
cat > news.ndjson <<'EOF'
{"id":"a","outlet":"The Quay","published":"2024-05-02","language":"en","text":"Rebels shelled Goma on Wednesday, the Congolese army said. At least four soldiers were killed, according to the army."}
{"id":"b","outlet":"De Kade","published":"2024-05-02","language":"nl","text":"Bij een beschieting van Goma vielen woensdag negen doden, zeggen de rebellen van M23. M23 ontkent dat het Goma beschoot."}
{"id":"c","outlet":"The Pier","published":"2024-05-02","language":"en","text":"M23 captured Sake, the rebels said. The Congolese army denied that M23 had captured Sake. At least seven soldiers were killed in Goma on Wednesday, according to the army."}
{"id":"d","outlet":"The Pier","language":"en","text":"The Congolese army said it had agreed to a ceasefire with M23. Two civilians were killed in Sake, a hospital said."}
{"id":"e","outlet":"De Kade","published":"2024-05-03","language":"nl","text":"Het Congolese leger heroverde Sake, zegt het leger. Rebellen van M23 beschoten Goma op woensdag, aldus het leger."}
EOF
listings() {
    for what in claims incidents disputes losses status timeline; do
        casus $what --store=$1 --json || echo "$what failed"
    done
}
orders=0
for first in 1 2 3 4 5; do
    for step in 1 2 3 4; do
        rm -f ledger.db*
        for i in 0 1 2 3 4; do
            sed -n "$(((first + i * step) % 5 + 1))p" news.ndjson
        done > shuffled.ndjson
        casus add --quiet --store=ledger.db shuffled.ndjson
        listings ledger.db > listed
        [ -f expected ] || cp listed expected
        cmp expected listed && orders=$((orders + 1))
    done
done
for what in claims incidents disputes losses status; do
    casus $what --store=ledger.db --json | grep -q . && echo "some $what"
done
echo "$orders orders, one ledger"
