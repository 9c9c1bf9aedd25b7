# A town's clock is known by its place; in a country with several times, only by the town's own.
printf 'Published: 2024-07-03\n\nThe strike came at 3 a.m. Moscow time, at 5:00 New York time, at 16:20 Tel Aviv time. The talks ended at 4 p.m. Springfield time.\n' > towns.txt
casus read --layers=times towns.txt | grep -oE '"value":"2024[^"]*T[^"]*"'
