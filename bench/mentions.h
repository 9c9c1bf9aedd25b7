/* How fast the finders of mentions are behind the trees, one by one, and the first look before them. */
#ifndef CASUS_BENCH_MENTIONS_H
#define CASUS_BENCH_MENTIONS_H

#include "casus/casus.h"

enum { BENCH_TIMES, BENCH_PLACES, BENCH_ACTORS, BENCH_QUANTITIES, BENCH_FINDERS };

/* Seconds: the best of several runs of each document, summed. */
typedef struct bench_mentions {
    size_t words, documents, worth;
    double first_look; /* over the text of all documents */
    double view;       /* over the trees of those read: what all finders need */
    double of[BENCH_FINDERS];
} bench_mentions;

/* Reads the documents of `path`, on one thread; false after a message. */
bool bench_mentions_run(const casus_packs *packs, const char *path, bench_mentions *out);

#endif
