printf 'Shells fell on the bridge.\n' | casus read --language=en - > /dev/full
