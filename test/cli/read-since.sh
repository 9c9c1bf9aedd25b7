# 'Since X did Y on that day': what came of it lasts to the day of publication, Y itself was on that day.
printf 'Published: 2024-03-08\n\nThousands of people have fled since Sudanese troops shelled the port on 2 February.\n' > since.txt
casus read since.txt | grep -oE '"trigger":\{[^}]*\}|"time":\{"mention":\{[^}]*\}[^}]*\}' | grep -oE '"exact":"[^"]*"|"(from|to)":[^,}]*'
