/* Stores for tests: see support_store.h. */
#include "support_store.h"

#include "base/sha256.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64];
static char path[128];

const char *test_store_path(void)
{
    if (folder[0] == '\0') {
        (void)snprintf(folder, sizeof folder, "/tmp/casus-store-%ld", (long)getpid());
        assert_int_equal(mkdir(folder, 0700), 0);
        (void)snprintf(path, sizeof path, "%s/store.db", folder);
    }
    return path;
}

void test_store_forget(void)
{
    static const char *const suffix[] = {"", "-wal", "-shm"};
    char name[160];
    for (size_t i = 0; folder[0] != '\0' && i < 3; i++) {
        (void)snprintf(name, sizeof name, "%s%s", path, suffix[i]);
        (void)unlink(name);
    }
    if (folder[0] != '\0') {
        (void)rmdir(folder);
    }
    folder[0] = '\0';
}

casus_store *test_store_open(casus_store_mode mode)
{
    casus_error err = {0};
    casus_store *store = NULL;
    if (casus_store_open(test_store_path(), mode, &store, &err) != CASUS_OK) {
        fail_msg("%s", err.msg);
    }
    return store;
}

static void make(test_document d, casus_doc *doc, casus_buf *out)
{
    static uint32_t first = 0;
    casus_str text = casus_str_of(d.text);
    casus_span whole = {0, (uint32_t)text.len};
    casus_actor actor = {
        .name = casus_str_of(d.actor), .country = CASUS_STR("COD"), .sector = {CASUS_STR("REB")}, .n_sector = 1};
    casus_place place = {.name = CASUS_STR("Goma"),
                         .geonameid = 216281,
                         .latitude = -1.67,
                         .longitude = 29.22,
                         .country = CASUS_STR("CD"),
                         .country3 = CASUS_STR("COD"),
                         .feature = CASUS_STR("PPLA"),
                         .precision = CASUS_PLACE_POPULATED};
    casus_participant role = {0, whole};
    casus_claim claim = {.trigger = whole,
                         .quote = whole,
                         .type = CASUS_ASSAULT,
                         .actor = {&role, 1},
                         .attribution = CASUS_NO_ATTRIBUTION,
                         .timex = UINT32_MAX,
                         .place = &first,
                         .n_place = 1,
                         .rule = CASUS_STR("by hand")};
    casus_doc_init(doc, SIZE_MAX);
    doc->id = casus_str_of(d.id);
    doc->version = casus_str_of(d.version);
    doc->raw = doc->text = text;
    casus_sha256(text, doc->sha256);
    doc->actor = &actor;
    doc->n_actor = 1;
    doc->place = &place;
    doc->n_place = 1;
    doc->claim = &claim;
    doc->n_claim = 1;
    casus_store_pack(doc, out);
    assert_int_equal(out->failed, CASUS_OK);
}

casus_store_counts test_store_add(test_document document)
{
    casus_error err = {0};
    casus_doc doc;
    casus_buf packed;
    casus_store *store = test_store_open(CASUS_STORE_WRITE);
    casus_buf_init(&packed, 1 << 20);
    make(document, &doc, &packed);
    if (casus_store_put(store, casus_buf_str(&packed), &err) != CASUS_OK ||
        casus_store_commit(store, &err) != CASUS_OK) {
        fail_msg("%s", err.msg);
    }
    casus_store_counts counts = casus_store_count(store);
    casus_store_close(store);
    casus_buf_free(&packed);
    return counts;
}

const char *test_store_claims(const char *snapshot)
{
    static char list[4096];
    casus_error err = {0};
    casus_ledger ledger;
    size_t len = 0;
    casus_store *store = test_store_open(CASUS_STORE_READ);
    casus_ledger_init(&ledger);
    if (casus_store_load(store, snapshot, &ledger, &err) != CASUS_OK) {
        fail_msg("%s", err.msg);
    }
    list[0] = '\0';
    for (uint32_t i = 0; i < ledger.n_claim; i++) {
        const casus_ledger_claim *c = &ledger.claim[i];
        len +=
            (size_t)snprintf(list + len, sizeof list - len, "%s%.*s:%.*s:%.*s", i == 0 ? "" : " ", CASUS_STR_ARG(c->id),
                             CASUS_STR_ARG(ledger.actor[c->actor.at[0]].name), CASUS_STR_ARG(c->quote));
    }
    casus_ledger_free(&ledger);
    casus_store_close(store);
    return list;
}

long long test_store_sql(const char *sql)
{
    sqlite3 *db = NULL;
    long long number = 0;
    assert_int_equal(sqlite3_open(test_store_path(), &db), SQLITE_OK);
    for (const char *rest = sql; *rest != '\0';) {
        sqlite3_stmt *s = NULL;
        int code = sqlite3_prepare_v2(db, rest, -1, &s, &rest);
        while (code == SQLITE_OK || code == SQLITE_ROW) {
            code = s == NULL ? SQLITE_DONE : sqlite3_step(s);
            number = code == SQLITE_ROW ? sqlite3_column_int64(s, 0) : number;
        }
        if (code != SQLITE_DONE) {
            fail_msg("%s: %s", rest, sqlite3_errmsg(db));
        }
        (void)sqlite3_finalize(s);
    }
    (void)sqlite3_close(db);
    return number;
}
