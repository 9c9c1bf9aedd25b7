# What comes before the cut is read; then the cut is told.
for i in 1 2 3 4 5 6 7 8; do printf '{"id":"%s","text":"Shells fell on the bridge, the army said on day %s of the war."}\n' $i $i; done > news.ndjson
i=0; while [ $i -lt 300 ]; do cat news.ndjson; i=$((i + 1)); done | gzip -n > whole.gz
head -c $(($(wc -c < whole.gz) / 2)) whole.gz > cut.gz
casus read --language=en whole.gz | wc -l
casus read --language=en cut.gz 2> error > out
test "$(wc -l < out)" -gt 100 && echo 'many were read'
cat error >&2
