echo 'Shells fell.' | casus read --published=someday -
