# A fault in a pack is told with file, line and column.
unset CASUS_PACKS
mkdir -p lang/xx/token lang/qq/token
printf 'code = xx\nversion = 1\nstatus = full\n' > lang/xx/pack.ini
printf 'code = qq\nbase = xx\nversion = 1\nstatus = full\n' > lang/qq/pack.ini
casus pack check --packs=lang | cat
printf 'form\tends\ndr.\tno\nDr.\tno\ndr.\tmaybe\n' > lang/qq/token/abbreviations.tsv
casus pack check --packs=lang
printf 'form\tends\ndr.\tnever\n' > lang/qq/token/abbreviations.tsv
casus pack check --packs=lang
printf 'form\tends\ndr.\n' > lang/qq/token/abbreviations.tsv
casus pack check --packs=lang
printf 'form\tend\n' > lang/qq/token/abbreviations.tsv
casus pack check --packs=lang
printf 'form\tends\n\303(.\tno\n' > lang/qq/token/abbreviations.tsv
casus pack check --packs=lang
rm lang/qq/token/abbreviations.tsv
mkdir -p lang/qq/figure
printf 'form\tclass\tvalue\nkel\tmultiplier\t1e3\n' > lang/qq/figure/numerals.tsv
casus pack check --packs=lang
rm lang/qq/figure/numerals.tsv
printf 'lemma\titem\tclass\toutcome\nvelo\tsoldier\tpeople\tdead\n' > lang/qq/figure/items.tsv
casus pack check --packs=lang
rm lang/qq/figure/items.tsv
printf 'lemma\twith\trole\twhose\toutcome\nmortu el\t\tsubject\tpeople\tkilled\n' > lang/qq/figure/outcomes.tsv
casus pack check --packs=lang
printf 'lemma\twith\trole\twhose\toutcome\nmortu\t\tagent\tpeople\tkilled\n' > lang/qq/figure/outcomes.tsv
casus pack check --packs=lang
rm lang/qq/figure/outcomes.tsv
printf 'code = qq\nbase = yy\nversion = 1\nstatus = full\n' > lang/qq/pack.ini
casus pack check --packs=lang
printf 'code = qq\ncolour = red\n' > lang/qq/pack.ini
casus pack check --packs=lang
casus read --packs=nowhere
