# A fault in a file of rules is told with file, line and column; an example that does not hold, with what it gave.
unset CASUS_PACKS
mkdir -p lang/xx/time
printf 'code = xx\nversion = 1\nstatus = full\n' > lang/xx/pack.ini
printf 'term\tclass\tvalue\nblom\tmonth\t5\ngest\tdeictic\t-1\n' > lang/xx/time/terms.tsv
rules() { printf '%s\n' "$@" > lang/xx/time/date.rules; casus pack check --packs=lang; }
rule() { rules 'rule   a' "$@" 'yes    2024-03-08 | gest = 2024-03-07' 'no     2024-03-08 | krel' end; }
rule 'match  {d:deictic}' 'value  DATE now(day, {d})'
rules 'rule a' 'match {d:deictic}' 'value DATE now(day, {d})' 'yes 2024-03-08 | gest = 2024-03-06' 'no - | gest' end
rule 'match  {d:deictic}' 'values DATE now(day, {d})'
rule 'match  {d:deictik}' 'value  DATE now(day, {d})'
rule 'match  krel' 'value  DATE now(day)'
rule 'match  {d:deictic' 'value  DATE now(day)'
rule 'match  {d:deictic}?' 'value  DATE now(day)'
rule 'match  {d:deictic upos=NAME}' 'value  DATE now(day)'
rule 'match  (a [ b | c ] {d:deictic})' 'value  DATE now(day)'
rule 'match  {d:deictic}{3,1}' 'value  DATE now(day)'
rule 'match  {d:deictic}' 'value  DATE soon({d})'
rule 'match  {d:deictic}' 'value  DATE now({d}, {e})'
rule 'match  {d:deictic}' 'value  DATE now(day, 1, 2)'
rule 'match  {d:deictic}' 'value  DAY now(day)'
rule 'match  {d:deictic}' 'value  DATE now(day) soon'
rule 'match  {d:deictic}' 'value  DATE fortnight'
rule 'class  x' 'match  {deictic} {d:x}' 'value  DATE {d}'
rule 'class  month' 'match  {d:deictic}' 'value  DATE now(day)'
rule 'match  {d:deictic}'
rules 'rule a' 'match {deictic}' 'value DATE now(day)' 'yes - | gest = -' end
rules 'rule a' 'match gest' 'value DATE now(day)' 'yes - gest' end
rules 'rule a' 'match gest'
rules 'match gest'
rule 'match  {d:deictic}' 'value  DATE now(day, {d})' 'yes - | a = b' 'no - | b' end 'rule a' 'match {d:deictic}' 'value DATE now(day)'
printf 'term\tclass\tvalue\ngest\tdeictic\t-1\nblom\tmonth\t13\n' > lang/xx/time/terms.tsv
rule 'match  {d:deictic}' 'value  DATE now(day, {d})'
printf 'term\tclass\tvalue\ngest\tdeictic\tfortnight\n' > lang/xx/time/terms.tsv
rule 'match  {d:deictic}' 'value  DATE now(day, {d})'
printf 'term\tclass\tvalue\ngest\tdeictic\t-1\nwek\tunit\tweek\n' > lang/xx/time/terms.tsv
rule 'match  {d:deictic}' 'value  DATE now(day, {d})'
printf 'term\tclass\tvalue\ngest\tdeictic\t-1\ngest\tdeictic\t1\n' > lang/xx/time/terms.tsv
rule 'match  {d:deictic}' 'value  DATE now(day, {d})'
