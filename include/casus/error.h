/* Errors as values: who finds a fault writes the message, those above pass it on unchanged. */
#ifndef CASUS_ERROR_H
#define CASUS_ERROR_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define CASUS_MUST_USE __attribute__((warn_unused_result))
#define CASUS_PRINTF(nth, first) __attribute__((format(printf, nth, first)))
#define CASUS_API __attribute__((visibility("default")))
#else
#define CASUS_MUST_USE
#define CASUS_PRINTF(nth, first)
#define CASUS_API
#endif

typedef enum casus_status {
    CASUS_OK = 0,
    CASUS_END,    /* no more of what was asked for; not an error */
    CASUS_ENOMEM, /* the machine has no memory left */
    CASUS_ELIMIT, /* a cap of ours was reached */
    CASUS_EIO,    /* reading or writing failed; `sys` holds errno */
    CASUS_EINPUT, /* the input is not what it says it is */
    CASUS_EPACK,  /* a language pack is missing or has a fault */
    CASUS_ESTORE, /* the database failed */
    CASUS_EUSAGE  /* options that contradict or do not exist */
} casus_status;

/* The caller's, fixed size; NULL is allowed wherever one is asked for. */
typedef struct casus_error {
    casus_status status;
    int sys;               /* errno or a library's own code; 0 if none */
    uint32_t line, column; /* 1-based place in the file; 0 if none */
    char file[256];
    char msg[256]; /* one line, no full stop, names no function */
} casus_error;

/**
 * Fill `err` (NULL allowed) and return `status`, so that a finder writes `return casus_fail(...)`.
 *
 * Owns     copies `file` (NULL allowed) and the formatted message, cut to fit at a character's edge;
 *          control characters in either are replaced, so that the message may go to a terminal.
 */
CASUS_API casus_status casus_fail(casus_error *err, casus_status status, const char *file, uint32_t line,
                                  uint32_t column, const char *format, ...) CASUS_PRINTF(6, 7);

/* Go to `done` with the first status that is not CASUS_OK. The function needs `casus_status st`. */
#define CASUS_TRY(call)                  \
    do {                                 \
        if ((st = (call)) != CASUS_OK) { \
            goto done;                   \
        }                                \
    } while (0)

#ifdef __cplusplus
}
#endif
#endif
