# Options override what documents say.
printf 'Shells fell on the bridge on Monday, the army said in a statement.\n' | casus read --published=2022-02 --outlet='The Desk' --language=en -
