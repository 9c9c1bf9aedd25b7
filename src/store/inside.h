/* What the files of this room share: the open store, its statements, its errors. */
#ifndef CASUS_STORE_INSIDE_H
#define CASUS_STORE_INSIDE_H

#include "base/buf.h"
#include "base/map.h"
#include "store/store.h"

#include <sqlite3.h>
#include <time.h>

/* The strings at the head of what casus_store_pack makes. */
enum casus_store_field {
    CASUS_STORE_ID,
    CASUS_STORE_URL,
    CASUS_STORE_OUTLET,
    CASUS_STORE_TITLE,
    CASUS_STORE_LANGUAGE,
    CASUS_STORE_SHA256,
    CASUS_STORE_VERSION,
    CASUS_STORE_TEXT,
    CASUS_STORE_TEXT_SHA256,
    CASUS_STORE_FIELDS
};

/* A claim's row is its document's sequence times this, plus its number. */
#define CASUS_STORE_CLAIMS INT64_C(16777216)

/* The statements of putting, prepared when first needed. */
enum casus_store_statement {
    CASUS_STORE_SQL_KNOWN,
    CASUS_STORE_SQL_LATEST,
    CASUS_STORE_SQL_TAKEN,
    CASUS_STORE_SQL_DOCUMENT,
    CASUS_STORE_SQL_CLAIM,
    CASUS_STORE_SQL_TEXT_SEARCH,
    CASUS_STORE_SQL_QUOTE_SEARCH,
    CASUS_STORE_SQL_FIND_ACTOR,
    CASUS_STORE_SQL_ACTOR,
    CASUS_STORE_SQL_FIND_PLACE,
    CASUS_STORE_SQL_PLACE,
    CASUS_STORE_SQL_PLACE_SEARCH,
    CASUS_STORE_STATEMENTS
};

/* Rows of actor or place that were met: from their bytes to their ids. */
typedef struct casus_store_cache {
    casus_arena arena;
    casus_map map;
} casus_store_cache;

struct casus_store {
    sqlite3 *db;
    char *path;
    sqlite3_stmt *statement[CASUS_STORE_STATEMENTS];
    casus_buf queue; /* documents that wait for their transaction, each a wire string */
    uint32_t n_queue, batch;
    struct timespec since; /* when the first of them came */
    casus_store_cache actors, places;
    casus_store_counts counts;
    casus_arena known_arena;
    casus_map known;
};

/* The error that the database has just reported, as a message for people. */
casus_status casus_store__fail(casus_store *store, casus_error *err);

/* Statements without rows. */
casus_status casus_store__exec(casus_store *store, const char *sql, casus_error *err);

casus_status casus_store__prepare(casus_store *store, const char *sql, sqlite3_stmt **out, casus_error *err);

/* The first column of the first row; `absent` if there is none. */
casus_status casus_store__number(casus_store *store, const char *sql, int64_t absent, int64_t *out, casus_error *err);

/* Bind a string, absent as NULL; borrowed until the statement is reset. */
int casus_store__bind(sqlite3_stmt *statement, int nth, casus_str s);

/* A text or blob of the present row; lives until its next step. NULL is absent. */
casus_str casus_store__column(sqlite3_stmt *statement, int nth);

/* Bring the schema up to date: see migrate.c. */
casus_status casus_store__migrate(casus_store *store, bool may_make, casus_error *err);

/* The number of the newest schema that this program knows. */
int casus_store__newest(void);

#endif
