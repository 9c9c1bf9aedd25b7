# One page of a store: HTML into a file, Markdown to standard output; pictures that stand alone.
cat >kade.txt <<'T'
3 mei 2031

GOMA - Het leger zei vrijdag dat rebellen donderdag de stad Goma beschoten. Daarbij kwamen vier soldaten om het leven. De rebellen ontkennen dat zij Goma beschoten hebben.
T
casus add --quiet kade.txt
casus report -o page.html
head -c 15 page.html
grep -c 'class="quote"' page.html | sed 's/^[1-9].*/there are quotes/'
casus report --format=md --lang=nl --title='Goma, mei' | sed -n 1,2p
casus report --type=PROTEST --format=md | grep -c '“' || true
casus map -o map.svg && head -c 4 map.svg && echo
casus timeline --format=svg | head -c 4 && echo
casus report --lang=qq 2>&1 | sed 's|(.*/data|(DATA|' >&2
casus report --format=pdf
casus report --type=NOTHING
casus report -o no/such/folder.html
casus report --store=none.db
