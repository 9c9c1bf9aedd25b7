/* What the commands that read documents share: options, packs, the pipeline, the output. */
#ifndef CASUS_CLI_RUN_H
#define CASUS_CLI_RUN_H

#include "cli/option.h"
#include "pipeline/pipeline.h"

/* The options of reading documents, as rows for a command's table; `job` is a casus_job *. */
#define CASUS_JOB_OPTIONS(job)                                                                                           \
    {"language",                                                                                                         \
     'l',                                                                                                                \
     CASUS_OPTION_TEXT,                                                                                                  \
     "CODE",                                                                                                             \
     "take all documents to be in this language (BCP 47)",                                                               \
     &(job)->ingest.language},                                                                                           \
        {"threads",      'j', CASUS_OPTION_NUMBER, "N", "work on N documents at once (default: one for each processor)", \
         &(job)->threads},                                                                                               \
        {"max-document",                                                                                                 \
         '\0',                                                                                                           \
         CASUS_OPTION_SIZE,                                                                                              \
         "SIZE",                                                                                                         \
         "longest document, decompressed (default 32M)",                                                                 \
         &(job)->ingest.max_document},                                                                                   \
        {"max-stream",                                                                                                   \
         '\0',                                                                                                           \
         CASUS_OPTION_SIZE,                                                                                              \
         "SIZE",                                                                                                         \
         "longest compressed file, decompressed (default 64G)",                                                          \
         &(job)->ingest.max_stream},                                                                                     \
        {"max-ratio",                                                                                                    \
         '\0',                                                                                                           \
         CASUS_OPTION_NUMBER,                                                                                            \
         "N",                                                                                                            \
         "most bytes from one compressed byte (default 200)",                                                            \
         &(job)->ingest.max_ratio},                                                                                      \
    {                                                                                                                    \
        "packs", '\0', CASUS_OPTION_TEXT, "DIR", "folder of language packs (default: beside the program)",               \
            &(job)->packs                                                                                                \
    }

typedef struct casus_job {
    casus_ingest_options ingest;
    unsigned threads;
    const char *packs;
    void (*render)(const casus_doc *doc, casus_buf *out, void *payload);
    void *payload;
    /* Optional: as in a pipeline, in place of printing; and told of each fault before it is said. */
    bool (*wanted)(const casus_doc *doc, void *payload);
    bool (*document)(casus_str bytes, void *payload);
    void (*fault)(void *payload);
    bool cheap;                 /* leave out what cannot hold a claim */
    bool split, parse, extract; /* how far to go: sentences and words; tags and trees; mentions and claims */
} casus_job;

/* The folder of packs: the option, CASUS_PACKS, beside the program, or where it was installed. Written to `path`. */
void casus_run_packs(const char *option, char *path, size_t room);

/* The folder of the world's data: CASUS_DATA, or `data` beside the folder of packs. Written to `path`. */
void casus_run_data(const char *packs, char *path, size_t room);

/*
 * Read all of `path` (standard input if there is none) and print what `render` makes of it, or hand it to `document`;
 * returns the exit status.
 */
int casus_run_documents(const casus_job *run, char **path, int n_path);

#endif
