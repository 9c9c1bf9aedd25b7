# Compression is seen by its magic, within itself too; standard input may be compressed.
printf 'Shells fell on the bridge.\n' | gzip -n | gzip -n | casus read --language=en - | grep -o '"text":"[^"]*"'
