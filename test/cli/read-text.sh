# One record a document.
printf 'Army takes bridge\n\nKYIV, 24 Feb. 2022 (Reuters) - Shells fell on the bridge on Monday. Nobody was hurt, the army said.\n' > note.txt
casus read --layers=sentences note.txt
