/*
 * Where claims are kept: append-only, in one SQLite file. Who adds a document again changes nothing; who reads it again
 * with another version supersedes its claims and keeps the old ones. What is committed outlives a kill at any moment.
 */
#ifndef CASUS_STORE_STORE_H
#define CASUS_STORE_STORE_H

#include "base/buf.h"
#include "casus/ledger.h"

#include <stdbool.h>

typedef struct casus_store casus_store;

typedef enum casus_store_mode {
    CASUS_STORE_READ, /* it must exist */
    CASUS_STORE_WRITE /* made if it does not */
} casus_store_mode;

/*
 * Open the store at `path` and bring its schema up to date (numbered migrations). Errors: CASUS_EIO, CASUS_ESTORE (no
 * store, damaged, or of a newer version of casus). Close with casus_store_close, also after an error in between.
 */
CASUS_MUST_USE casus_status casus_store_open(const char *path, casus_store_mode mode, casus_store **out,
                                             casus_error *err);
void casus_store_close(casus_store *store);

/* One document on its way into the store: made on any thread, put by the one that owns the store. */
void casus_store_pack(const casus_doc *doc, casus_buf *out);

/*
 * Put what casus_store_pack made. Documents wait for a transaction of their own, which comes by itself every second or
 * every few hundred of them: the store is locked for others only as long as that takes.
 */
CASUS_MUST_USE casus_status casus_store_put(casus_store *store, casus_str packed, casus_error *err);

/* Documents of one transaction, instead of a few hundred. */
void casus_store_batch(casus_store *store, uint32_t documents);

/* End what waits. */
CASUS_MUST_USE casus_status casus_store_commit(casus_store *store, casus_error *err);

/* What became of the documents that were put and committed since the store was opened. */
typedef struct casus_store_counts {
    uint64_t added;      /* not there before */
    uint64_t superseded; /* there, read by another version */
    uint64_t known;      /* there already */
    uint64_t claims;     /* of the first two */
} casus_store_counts;

casus_store_counts casus_store_count(const casus_store *store);

/*
 * Remember which documents are there now, so that casus_store_knows can tell on any thread, of a document whose id, sha256
 * and version are set. Cost: linear in the number of documents.
 */
CASUS_MUST_USE casus_status casus_store_remember(casus_store *store, casus_error *err);
bool casus_store_knows(const casus_store *store, const casus_doc *doc);

/*
 * Read documents, claims and decisions into `ledger` (casus_ledger_init'ed), as they were at `snapshot` (NULL: now),
 * without what cluster sets.
 */
CASUS_MUST_USE casus_status casus_store_load(casus_store *store, const char *snapshot, casus_ledger *ledger,
                                             casus_error *err);

/* Write decisions, all or none. */
CASUS_MUST_USE casus_status casus_store_decide(casus_store *store, const casus_decision *decision, uint32_t n,
                                               casus_error *err);

/*
 * Mark in hit[ledger->n_claim], zeroed by the caller, the claims whose quote, or whose document's title or text, holds all
 * `words`, in any order, whatever their case and marks. `ledger` is one that was loaded from this store.
 */
CASUS_MUST_USE casus_status casus_store_search(casus_store *store, casus_str words, const casus_ledger *ledger,
                                               bool *hit, casus_error *err);

/* A state of the store that has a name. */
typedef struct casus_snapshot {
    casus_str name;
    uint64_t documents, claims, decisions;
    char sha256[65]; /* of what it holds, in whatever order that came: equal states of two stores have equal ones */
} casus_snapshot;

/* Name the present state. Errors: CASUS_EUSAGE if the name is empty or taken by another state. */
CASUS_MUST_USE casus_status casus_store_snapshot(casus_store *store, const char *name, casus_error *err);

/* All snapshots, by name, in `arena`. */
CASUS_MUST_USE casus_status casus_store_snapshots(casus_store *store, casus_arena *arena, casus_snapshot **out,
                                                  uint32_t *n, casus_error *err);

/* What casus_store_check looked at. */
typedef struct casus_store_sum {
    uint64_t documents, superseded, claims, decisions, snapshots;
} casus_store_sum;

/*
 * Verify: the file, references, counts, the texts against their hashes, the positions and words of claims against the
 * texts, and search against what it repeats. One line per fault is appended to `faults`.
 */
CASUS_MUST_USE casus_status casus_store_check(casus_store *store, casus_store_sum *sum, casus_buf *faults,
                                              casus_error *err);

#endif
