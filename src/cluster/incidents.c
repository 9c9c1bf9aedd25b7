/* From claims to incidents, in five steps: see clustering.h and this room's README. */
#include "cluster/cluster.h"
#include "cluster/clustering.h"

static const char *const words[] = {"same day",           "same period",   "same place",   "same region",
                                    "same sides",         "same side",     "same figures", "same names",
                                    "same kind",          "told together", "same text",    "somebody decided",
                                    "first to tell of it"};

casus_str casus_cluster__reasons(casus_arena *arena, uint32_t why)
{
    char text[256];
    size_t n = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if ((why >> i & 1U) != 0 && n + strlen(words[i]) + 2 < sizeof text) {
            const char *comma = n == 0 ? "" : ", ";
            memcpy(text + n, comma, strlen(comma));
            n += strlen(comma);
            memcpy(text + n, words[i], strlen(words[i]));
            n += strlen(words[i]);
        }
    }
    return casus_arena_str(arena, (casus_str){text, n});
}

casus_status casus_cluster__incidents(casus_ledger *ledger, casus_error *err)
{
    casus_arena arena;
    casus_arena_init(&arena, SIZE_MAX);
    casus_clustering c = {.ledger = ledger, .arena = &arena};
    bool ok = casus_cluster__order(ledger, &arena, &c.order) && casus_cluster__tell(&c) && casus_cluster__narrow(&c) &&
              casus_cluster__link(&c) && casus_cluster__decide(&c) && casus_cluster__gather(&c);
    casus_arena_free(&arena);
    return ok ? CASUS_OK : casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "no memory left to gather claims into incidents");
}
