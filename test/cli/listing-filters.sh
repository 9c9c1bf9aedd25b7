# Each filter leaves the claims that it should; what no claim has is told, and is no success.
cat > news.ndjson <<'END'
{"id":"quay","outlet":"The Quay","published":"2024-05-02","language":"en","text":"Rebels shelled Goma on Wednesday, the Congolese army said."}
{"id":"kade","outlet":"De Kade","published":"2024-05-03","language":"nl","text":"Bij een beschieting van Bukavu vielen donderdag drie doden, zegt het Congolese leger."}
END
casus add --quiet news.ndjson
list() {
    printf '%s:' "$*"
    casus claims --json "$@" | sed 's/^{"id":"\([^"]*\)".*/ \1/' | tr -d '\n'
    echo
}
list --since=2024-05-02
list --until=2024-05-01
list --place=goma
list --place=-2.5,28.86,20
list --country=COD --language=nl
list --source=COD:MIL
list --actor=rebels
list --type=assault:heavy-weapons --outlet=quay
list --text='shelled REBELS'
for wrong in --place=Atlantis --actor=Nobody --outlet=None --language=fr --source=FRA; do
    casus incidents "$wrong"
    echo "status $?"
done
