# A sentence with a fault is left out, with its line and why; the others are parsed.
{
    printf '1\tRebels\t_\t_\t_\t_\t_\t_\t_\t_\n2\tfled\t_\n\n'
    printf '1\tThey\t_\t_\t_\t_\t_\t_\t_\t_\n2\tfled\t_\t_\t_\t_\t_\t_\t_\t_\n\n'
    printf '1\tThey\t_\t_\t_\t_\t7\t_\t_\t_\n\n'
    printf '1\tThey\t_\t_\t_\t_\tup\t_\t_\t_\n\n'
    printf '2\tThey\t_\t_\t_\t_\t_\t_\t_\t_\n\n'
    printf '1-2\tdont\t_\t_\t_\t_\t_\t_\t_\t_\n1\tdo\t_\t_\t_\t_\t_\t_\t_\t_\n\n'
    printf '1\tThey\t_\t_\t_\t_\t_\t_\t_\t_'
} | casus parse --language=en --input=conllu -
casus parse --input=conllu no-such-file
casus parse --keep=tags - </dev/null
casus parse --input=tree - </dev/null
