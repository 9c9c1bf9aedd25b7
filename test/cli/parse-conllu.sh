# Given words stay as they are, and so do comments; heads and tags that were there are replaced.
printf '# sent_id = a\n1\tRebels\tx\tX\t_\t_\t2\tdep\t_\t_\n2\tfled\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2.1\tempty\t_\t_\t_\t_\t_\t_\t_\t_\n3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n' |
    casus parse --language=en --input=conllu
