# A pattern that the shell left alone means the files it fits; a file of that very name comes first.
for name in a b 'c[1]'; do
    echo 'Shells fell on the bridge.' > "$name.txt"
done
casus read --language=en '*.txt' 'c[1].txt' 'no*.txt' | grep -o '"document":{"id":"[^"]*"'
