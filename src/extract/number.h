/* Reading numbers in words and digits: 'honderdvijfenveertigduizend', '3.5 million', '1.274', 'two and a half'. */
#ifndef CASUS_EXTRACT_NUMBER_H
#define CASUS_EXTRACT_NUMBER_H

#include "extract/view.h"

typedef struct casus_number {
    double low, high;       /* the same but for a range */
    bool ordinal, fraction; /* 'third', '2nd'; 'half', 'two thirds': no counts */
    bool about;             /* 'een tachtigtal' */
    uint32_t n_word;        /* how many words it takes */
    double scale;           /* what its last multiplier stands for; 1: none */
} casus_number;

/*
 * The number that begins at `word`, as long as it goes before `end`; false if there is none. An article is a number
 * only where it multiplies ('a hundred'), or is tagged as one.
 */
bool casus_number_read(const casus_view *view, uint32_t word, uint32_t end, casus_number *out);

/* The same, but 'two or three', '10-15' and '3 to 4 million' are read whole. */
bool casus_number_read_range(const casus_view *view, uint32_t word, uint32_t end, casus_number *out);

#endif
