# CoNLL-U, with a line for a token of several words; a language without a model gets words only.
printf "They don't know. It's over.\n" | casus parse --language=en -
printf "Bin hier.\n" | casus parse --language=zz -
