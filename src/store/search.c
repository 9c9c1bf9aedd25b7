/* Words in texts and quotes: see store.h. */
#include "store/load.h"

#include <stdlib.h>

/* `words` as a query of FTS5 in which nothing but words has a meaning: each in quotes. */
static void quote_words(casus_str words, casus_buf *out)
{
    bool open = false;
    for (size_t i = 0; i < words.len; i++) {
        bool space = (unsigned char)words.ptr[i] <= ' ';
        if (open && space) {
            casus_buf_add_str(out, CASUS_STR("\" "));
        } else if (!open && !space) {
            casus_buf_add_char(out, '"');
        }
        open = !space;
        if (words.ptr[i] == '"') {
            casus_buf_add_char(out, '"');
        }
        if (!space) {
            casus_buf_add_char(out, words.ptr[i]);
        }
    }
    if (open) {
        casus_buf_add_char(out, '"');
    }
}

/* Documents by the number under which they were taken; the ledger has them in another order. */
typedef struct taken {
    uint64_t sequence;
    uint32_t document;
} taken;

static int by_sequence(const void *a, const void *b)
{
    const taken *x = a;
    const taken *y = b;
    return x->sequence < y->sequence ? -1 : x->sequence > y->sequence;
}

static taken *all_taken(const casus_ledger *ledger)
{
    taken *list = malloc(((size_t)ledger->n_document + 1) * sizeof *list);
    for (uint32_t i = 0; list != NULL && i < ledger->n_document; i++) {
        list[i] = (taken){ledger->document[i].sequence, i};
    }
    if (list != NULL && ledger->n_document > 1) {
        qsort(list, ledger->n_document, sizeof *list, by_sequence);
    }
    return list;
}

/* The document that was taken as number `sequence`, or NULL: it is not of this state. */
static const casus_ledger_doc *find_document(const casus_ledger *ledger, const taken *list, int64_t sequence)
{
    const taken sought = {(uint64_t)sequence, 0};
    const taken *at = bsearch(&sought, list, ledger->n_document, sizeof *list, by_sequence);
    return at == NULL ? NULL : &ledger->document[at->document];
}

static void mark(const casus_ledger *ledger, const taken *list, int64_t row, bool whole, bool *hit)
{
    const casus_ledger_doc *doc = find_document(ledger, list, whole ? row : row / CASUS_STORE_CLAIMS);
    if (doc != NULL && whole) {
        memset(hit + doc->claim_begin, true, (doc->claim_end - doc->claim_begin) * sizeof *hit);
    } else if (doc != NULL && row % CASUS_STORE_CLAIMS - 1 < doc->claim_end - doc->claim_begin) {
        hit[doc->claim_begin + (uint32_t)(row % CASUS_STORE_CLAIMS) - 1] = true;
    }
}

casus_status casus_store_search(casus_store *store, casus_str words, const casus_ledger *ledger, bool *hit,
                                casus_error *err)
{
    static const char *const sql[] = {"SELECT rowid FROM quote_search WHERE quote_search MATCH ?",
                                      "SELECT rowid FROM text_search WHERE text_search MATCH ?"};
    casus_status st = CASUS_OK;
    casus_buf query;
    casus_buf_init(&query, SIZE_MAX / 4);
    quote_words(words, &query);
    taken *list = all_taken(ledger);
    if (query.failed != CASUS_OK || list == NULL) {
        st = casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    for (size_t i = 0; st == CASUS_OK && query.len > 0 && i < 2; i++) {
        sqlite3_stmt *s = NULL;
        int code = SQLITE_DONE;
        st = casus_store__prepare(store, sql[i], &s, err);
        if (st == CASUS_OK) {
            (void)casus_store__bind(s, 1, casus_buf_str(&query));
            while ((code = sqlite3_step(s)) == SQLITE_ROW) {
                mark(ledger, list, sqlite3_column_int64(s, 0), i == 1, hit);
            }
            st = code == SQLITE_DONE ? CASUS_OK : casus_store__fail(store, err);
        }
        (void)sqlite3_finalize(s);
    }
    free(list);
    casus_buf_free(&query);
    return st;
}
