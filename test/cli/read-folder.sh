# Folders are walked in byte order; hidden files are left out; a folder that holds itself is told once.
mkdir -p news/b
printf 'Shells fell.\n' > news/c.txt
printf 'Nobody was hurt.\n' > news/b/a.txt
printf 'No.\n' > news/.hidden
ln -s ../../news news/b/loop
casus read --language=en news | grep -o '"id":"[a-z]*"'
casus read --language=en news > /dev/null
