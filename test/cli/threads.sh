# The same bytes come out on any number of threads, in the order of the input.
i=0; while [ $i -lt 300 ]; do printf '{"id":"%s","text":"Shells fell on the bridge on day %s, the army said. Nobody was hurt."}\n' $i $i; printf '{bad %s\n' $i; i=$((i + 1)); done > news.ndjson
for n in 1 2 3 8; do casus read --layers=all -j$n news.ndjson 2>err-$n | cksum; cksum < err-$n; done | sort -u | wc -l
