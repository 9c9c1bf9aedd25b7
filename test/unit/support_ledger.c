/* Ledgers from lines of text: see support_ledger.h. */
#include "support_ledger_parts.h"

#include "record/plover.h"

enum { MOST = 4096, LINE = 1024, MOST_SKETCH = 512 };

static void read_time(test_reading *r, casus_ledger_claim *claim, casus_str s)
{
    const char *dots = strstr(s.ptr, "..");
    bool range = dots != NULL && dots < s.ptr + s.len;
    casus_str from = range ? casus_str_slice(s, 0, (size_t)(dots - s.ptr)) : s;
    casus_str to = range ? casus_str_slice(s, from.len + 2, s.len) : s;
    claim->timex = test_ledger_copy(r, s.ptr, s.len);
    claim->from = test_ledger_date(from);
    claim->to = test_ledger_date(to);
}

static void read_field(test_reading *r, casus_ledger_claim *claim, casus_str name, casus_str value)
{
    static const struct {
        const char *name;
        size_t offset;
    } roles[] = {{"by", offsetof(casus_ledger_claim, actor)},
                 {"on", offsetof(casus_ledger_claim, recipient)},
                 {"from", offsetof(casus_ledger_claim, source)}};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        if (casus_str_eq(name, casus_str_of(roles[i].name))) {
            casus_indices list = test_ledger_list(r, value, ',', test_ledger_actor);
            memcpy((char *)claim + roles[i].offset, &list, sizeof list);
            return;
        }
    }
    if (casus_str_eq(name, CASUS_STR("at"))) {
        claim->place = test_ledger_list(r, value, '+', test_ledger_place);
    } else if (casus_str_eq(name, CASUS_STR("time"))) {
        read_time(r, claim, value);
    } else if (casus_str_eq(name, CASUS_STR("is"))) {
        test_ledger_fact(r, claim, value);
    } else if (casus_str_eq(name, CASUS_STR("tense"))) {
        test_ledger_tense(r, claim, value);
    } else if (casus_str_eq(name, CASUS_STR("in"))) {
        claim->sentence = (uint32_t)strtoul(value.ptr, NULL, 10);
        r->sentence = claim->sentence;
    } else if (casus_str_eq(name, CASUS_STR("says"))) {
        claim->quote = test_ledger_copy(r, value.ptr, value.len);
    } else if (casus_str_eq(name, CASUS_STR("side"))) {
        for (uint32_t i = 0; i < claim->n_quantity; i++) {
            claim->quantity[i].side = test_ledger_actor(r, value);
        }
    } else if (casus_is_outcome(name)) {
        test_ledger_quantities(r, claim, test_ledger_copy(r, name.ptr, name.len), value);
    } else {
        test_ledger_wrong(r, "no such field");
    }
}

static void read_claim(test_reading *r, casus_str line)
{
    casus_ledger *ledger = r->ledger;
    casus_str kind = {0};
    casus_str field = {0};
    casus_str mode = {0};
    if (ledger->n_document == 0 || ledger->n_claim == MOST || !test_ledger_part(&line, ' ', &kind)) {
        test_ledger_wrong(r, "a claim needs a document and a type");
    }
    casus_ledger_doc *doc = &ledger->document[ledger->n_document - 1];
    casus_ledger_claim *claim = &ledger->claim[ledger->n_claim++];
    casus_str type = {0};
    char id[64];
    *claim =
        (casus_ledger_claim){.document = ledger->n_document - 1, .sentence = ++r->sentence, .incident = CASUS_NONE};
    claim->quantity = CASUS_NEW(&ledger->arena, casus_ledger_quantity, line.len + 1);
    int n = snprintf(id, sizeof id, "%.*s#%u", CASUS_STR_ARG(doc->id), ledger->n_claim - doc->claim_begin);
    claim->id = casus_arena_str(&ledger->arena, (casus_str){id, (size_t)n});
    claim->json = CASUS_STR("{}");
    doc->claim_end = ledger->n_claim;
    test_ledger_part(&kind, '/', &type);
    claim->type = casus_event_type_of(type);
    if (claim->type == CASUS_N_EVENT_TYPE) {
        test_ledger_wrong(r, "no such event type");
    }
    while (test_ledger_part(&kind, ',', &mode)) {
        uint32_t bit = casus_mode_of(claim->type, mode);
        if (bit == 0) {
            test_ledger_wrong(r, "no such mode");
        }
        claim->mode |= bit;
    }
    while (test_ledger_part(&line, ' ', &field)) {
        casus_str name = {0};
        if (field.len > 0) {
            test_ledger_part(&field, '=', &name);
            read_field(r, claim, name, field);
        }
    }
    claim->voice = claim->source.n > 0 ? CASUS_ATTRIBUTION_INDIRECT : CASUS_ATTRIBUTION_OWN;
    claim->trigger = claim->quote;
}

static void read_sketch(test_reading *r, casus_ledger_doc *doc, casus_str list)
{
    casus_str item = {0};
    uint64_t *sketch = CASUS_NEW(&r->ledger->arena, uint64_t, MOST_SKETCH);
    while (test_ledger_part(&list, ',', &item)) {
        unsigned long long from = 0;
        unsigned long long to = 0;
        char text[64];
        snprintf(text, sizeof text, "%.*s", CASUS_STR_ARG(item));
        int n = sscanf(text, "%llu..%llu", &from, &to);
        for (uint64_t at = from; at <= (n == 2 ? to : from) && doc->n_sketch < MOST_SKETCH; at++) {
            sketch[doc->n_sketch++] = at << 54;
        }
    }
    doc->sketch = sketch;
}

static void read_doc(test_reading *r, casus_str line)
{
    casus_ledger *ledger = r->ledger;
    casus_str field[4] = {{0}};
    casus_str more = {0};
    for (int i = 0; i < 4; i++) {
        if (!test_ledger_part(&line, ' ', &field[i])) {
            test_ledger_wrong(r, "a document has an id, a language, a date and an outlet");
        }
    }
    casus_ledger_doc *doc = &ledger->document[ledger->n_document];
    *doc = (casus_ledger_doc){.id = test_ledger_copy(r, field[0].ptr, field[0].len),
                              .language = test_ledger_copy(r, field[1].ptr, field[1].len),
                              .published = test_ledger_date(field[2]),
                              .outlet = test_ledger_copy(r, field[3].ptr, field[3].len),
                              .sequence = ledger->n_document,
                              .claim_begin = ledger->n_claim,
                              .claim_end = ledger->n_claim,
                              .copy_of = CASUS_NONE};
    memset(doc->sha256, '0', sizeof doc->sha256 - 1);
    for (size_t i = 0; i < doc->id.len && i < 32; i++) { /* any, but always the same */
        snprintf(doc->sha256 + 2 * i, 3, "%02x", (unsigned)(unsigned char)doc->id.ptr[i]);
    }
    doc->sha256[2 * (doc->id.len < 32 ? doc->id.len : 31)] = '0';
    ledger->n_document++;
    r->sentence = 0;
    while (test_ledger_part(&line, ' ', &more)) {
        casus_str name = {0};
        test_ledger_part(&more, '=', &name);
        if (!casus_str_eq(name, CASUS_STR("sketch"))) {
            test_ledger_wrong(r, "no such field of a document");
        }
        read_sketch(r, doc, more);
    }
}

static void read_decision(test_reading *r, casus_decision_kind kind, casus_str line)
{
    casus_ledger *ledger = r->ledger;
    casus_str claim = {0};
    casus_str other = {0};
    if (!test_ledger_part(&line, ' ', &claim) || !test_ledger_part(&line, ' ', &other)) {
        test_ledger_wrong(r, "a decision names two claims");
    }
    ledger->decision[ledger->n_decision++] =
        (casus_decision){kind, test_ledger_copy(r, claim.ptr, claim.len), test_ledger_copy(r, other.ptr, other.len)};
}

static bool starts(casus_str *line, const char *word)
{
    size_t n = strlen(word);
    if (!casus_str_starts(*line, casus_str_of(word)) || line->len <= n || line->ptr[n] != ' ') {
        return false;
    }
    *line = casus_str_slice(*line, n + 1, line->len);
    return true;
}

/* Read the lines of one document, or of decisions. */
static void read_lines(test_reading *r, casus_str lines)
{
    casus_str line = {0};
    while (test_ledger_part(&lines, '\n', &line)) {
        line = casus_str_trim(line);
        r->line = line.ptr;
        if (starts(&line, "doc")) {
            read_doc(r, line);
        } else if (starts(&line, "claim")) {
            read_claim(r, line);
        } else if (starts(&line, "merge")) {
            read_decision(r, CASUS_DECISION_MERGE, line);
        } else if (starts(&line, "split")) {
            read_decision(r, CASUS_DECISION_SPLIT, line);
        } else if (line.len > 0) {
            test_ledger_wrong(r, "no doc, claim, merge or split");
        }
    }
}

/* Where each document's lines begin; decisions at the end are one more piece. Returns the number of documents. */
static uint32_t pieces(const char *lines, casus_str piece[MOST + 1])
{
    uint32_t n = 0;
    const char *end = lines + strlen(lines);
    const char *tail = end;
    for (const char *at = lines; at != NULL && at < end; at = strchr(at, '\n')) {
        at += strspn(at, "\n ");
        if (strncmp(at, "doc ", 4) == 0) {
            piece[n++].ptr = at;
        } else if ((strncmp(at, "merge ", 6) == 0 || strncmp(at, "split ", 6) == 0) && tail == end) {
            tail = at;
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        piece[i].len = (size_t)((i + 1 < n ? piece[i + 1].ptr : tail) - piece[i].ptr);
    }
    piece[n] = (casus_str){tail, (size_t)(end - tail)};
    return n;
}

void test_ledger_in(const char *lines, const uint32_t *order, casus_ledger *out)
{
    casus_str piece[MOST + 1] = {{0}};
    uint32_t n = pieces(lines, piece);
    test_reading r = {.ledger = out};
    casus_ledger_init(out);
    out->actor = CASUS_NEW(&out->arena, casus_actor, MOST);
    out->place = CASUS_NEW(&out->arena, casus_place, MOST);
    out->document = CASUS_NEW(&out->arena, casus_ledger_doc, MOST);
    out->claim = CASUS_NEW(&out->arena, casus_ledger_claim, MOST);
    out->decision = CASUS_NEW(&out->arena, casus_decision, MOST);
    for (uint32_t i = 0; i < n; i++) {
        read_lines(&r, piece[order == NULL ? i : order[i]]);
    }
    read_lines(&r, piece[n]);
}

void test_ledger(const char *lines, casus_ledger *out)
{
    test_ledger_in(lines, NULL, out);
}

static int by_text(const void *a, const void *b)
{
    return strcmp(a, b);
}

const char *test_incidents(const casus_ledger *ledger)
{
    static char text[MOST * 16];
    static char line[MOST][LINE];
    static char id[MOST][64];
    for (uint32_t i = 0; i < ledger->n_incident; i++) {

        const casus_indices *claim = &ledger->incident[i].claim;
        for (uint32_t k = 0; k < claim->n; k++) {
            snprintf(id[k], sizeof id[k], "%.*s", CASUS_STR_ARG(ledger->claim[claim->at[k]].id));
        }
        qsort(id, claim->n, sizeof *id, by_text);
        line[i][0] = '\0';
        for (uint32_t k = 0; k < claim->n; k++) {
            size_t n = strlen(line[i]);
            snprintf(line[i] + n, LINE - n, "%s%s", k > 0 ? " " : "", id[k]);
        }
    }
    qsort(line, ledger->n_incident, sizeof *line, by_text);
    text[0] = '\0';
    for (uint32_t i = 0; i < ledger->n_incident; i++) {
        size_t n = strlen(text);
        snprintf(text + n, sizeof text - n, "%s%s", i > 0 ? " | " : "", line[i]);
    }
    return text;
}
