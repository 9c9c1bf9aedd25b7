# An object over several lines.
printf '{\n  "id": "a",\n  "text": "Shells fell."\n}\n{\n  "id": "b",\n  "text": "Nobody was hurt."\n}\n' > news.json
casus read --language=en news.json | grep -o '"id":"[a-z]"'
