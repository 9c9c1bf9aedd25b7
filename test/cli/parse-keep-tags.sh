# With --keep=tags given tags and lemmas stay; the tree is made, and words without a tag get one.
printf '1\tRebels\tREBEL\tX\t_\tFoo=Bar\t_\t_\t_\t_\n2\tfled\t_\t_\t_\t_\t_\t_\t_\t_\n\n' |
    casus parse --language=en --input=conllu --keep=tags -
