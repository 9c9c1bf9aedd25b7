# A language is a folder: zz was added without a line of C.
printf 'Kop zonder punt\n\n3 blom 2025\n\nHerkoms: Belga\n\nZorg. Krel hent de brug, ml. Bork. Zant knorf-blap woe nr. 5.\nKlap dit:\nEen\nTwee\n' > toy.txt
casus read --language=zz --layers=sentences toy.txt | grep -oE '"(outlet|value|why)":"[^"]*"'
printf "Krel'sta brug. Krel\n" | casus parse --language=zz - | grep -cE '^[0-9]'
