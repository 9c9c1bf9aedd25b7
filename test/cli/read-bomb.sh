# A small file that swells without end is given up.
head -c 30000000 /dev/zero | tr '\0' 'a' | gzip -n > bomb.gz
casus read --language=en bomb.gz
casus read --language=en --max-ratio=100000 --max-stream=1M bomb.gz
