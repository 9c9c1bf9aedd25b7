# CoNLL-U, with a line for a token of several words.
printf "They don't know. It's over.\n" | casus parse --language=en -
