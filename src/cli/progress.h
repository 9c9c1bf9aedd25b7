/* How far a long run is: one line on standard error, on a terminal only. */
#ifndef CASUS_CLI_PROGRESS_H
#define CASUS_CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

typedef struct casus_progress {
    bool shown;
    uint64_t n;
    struct timespec start, last;
} casus_progress;

void casus_progress_begin(casus_progress *progress, bool quiet);

/* One document more. */
void casus_progress_step(casus_progress *progress);

/* Wipe the line: before anything else is said, and at the end. */
void casus_progress_end(casus_progress *progress);

#endif
