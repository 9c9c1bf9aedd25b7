/* Progress: see progress.h. How much is to come is not known before it is read, so rate and time are told. */
#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

static double seconds(struct timespec from, struct timespec to)
{
    return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

void casus_progress_begin(casus_progress *progress, bool quiet)
{
    *progress = (casus_progress){.shown = !quiet && isatty(STDERR_FILENO) == 1};
    (void)clock_gettime(CLOCK_MONOTONIC, &progress->start);
    progress->last = progress->start;
}

void casus_progress_step(casus_progress *progress)
{
    struct timespec now;
    progress->n++;
    if (!progress->shown) {
        return;
    }
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    if (seconds(progress->last, now) >= 0.2) {
        double spent = seconds(progress->start, now);
        progress->last = now;
        (void)fprintf(stderr, "\r\033[K%llu documents, %.0f a second, %.0f s", (unsigned long long)progress->n,
                      (double)progress->n / spent, spent);
        (void)fflush(stderr);
    }
}

void casus_progress_end(casus_progress *progress)
{
    if (progress->shown) {
        (void)fputs("\r\033[K", stderr);
        (void)fflush(stderr);
    }
}
