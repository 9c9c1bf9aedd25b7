# Bytes that are no UTF-8 never reach the output.
printf 'Shells fell\377 on the \303\050 bridge, the army said in a statement today. \302\200 caf\303\251\n' | casus read --language=en - | iconv -f utf-8 -t utf-8 | grep -o '"text":"[^"]*"'
