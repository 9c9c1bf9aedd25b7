# Empty, binary, missing, unreadable: each its own line, and the good file is read.
: > a-empty.txt
printf '%%PDF-1.7 x' > b.pdf
printf 'x\000\001\002\003\000\000y' > c.bin
printf 'Shells fell on the bridge.\n' > d.txt
casus read --language=en a-empty.txt b.pdf c.bin d.txt missing.txt | grep -o '"id":"[a-z]"'
casus read --language=en a-empty.txt d.txt > /dev/null
