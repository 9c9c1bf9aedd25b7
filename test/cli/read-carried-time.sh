# The dead are of the day of the attack told right before, unless another tells of them or their own sentence has a date.
printf 'Malian rebels shelled Gao on 3 May 2021. Nine shopkeepers were killed. Troops fought battles.\n' > same.txt
printf 'Malian rebels shelled Gao on 3 May 2021. The hospital said nine shopkeepers were killed. Troops fought battles.\n' > other.txt
printf 'Malian rebels shelled Gao on 3 May 2021. Nine shopkeepers were killed on 7 May 2021. Troops fought battles.\n' > own.txt
for text in same other own; do
    echo "$text"
    casus read --format=table $text.txt | grep -E '^     (event|when)'
done
