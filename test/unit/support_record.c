/* Checks of records against docs/record.md: see support_record.h. */
#include "support_record.h"

enum { DEEPEST = 8, MOST_POINTS = 1 << 20, MOST_CODES = 600 };

/* The record that is looked at: its text with the byte at which each code point begins; faults so far, the first told. */
static struct {
    const char *text, *id;
    size_t byte[MOST_POINTS + 1];
    size_t n_point;
    unsigned n_fault;
    char first[512];
} now;

static char codes[MOST_CODES * 4]; /* of countries, three letters and a space each */

static const char types[] =
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST "
    "SANCTION MOBILIZE COERCE ASSAULT CONTROL";
static const char sectors[] = "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP "
                              "PRE REL SOC";
static const char outcomes[] = "killed wounded missing captured displaced detained destroyed damaged shot-down seized "
                               "lost mobilized fired targeted unharmed";
static const char attributions[] = "own direct indirect mixed hearsay";
static const char factuality[] = "CT+ CT- PR+ PR- PS+ PS- Uu";
static const char links[] = "denies revises repeats";
static const char tenses[] = "past present future background";
static const char mods[] =
    "BEFORE AFTER ON_OR_BEFORE ON_OR_AFTER LESS_THAN MORE_THAN EQUAL_OR_LESS EQUAL_OR_MORE START "
    "MID END APPROX";

static const char *const modes[][2] = {
    {"ASSAULT", "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
                "heavy-weapons crowd-control unconventional"},
    {"RETREAT", "withdraw release disarm ceasefire access resign"},
    {"REQUEST", "assist change yield meet"},
    {"REJECT", "assist change yield meet"},
    {"ACCUSE", "disapprove investigate allege"},
    {"THREATEN", "restrict arrest relations expel territory violence"},
    {"PROTEST", "demo riot strike hunger boycott obstruct vandalize"},
    {"SANCTION", "convict expel withdraw discontinue"},
    {"MOBILIZE", "troops weapons police militia"},
    {"COERCE", "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber"},
    {"CONSULT", "visit third-party multilateral phone"},
    {"CONTROL", "capture hold lose contest"},
};

static void fault(const char *what, const json_t *value)
{
    if (now.n_fault++ == 0) {
        char *shown = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT);
        (void)snprintf(now.first, sizeof now.first, "%s: %s: %.300s", now.id, what, shown == NULL ? "-" : shown);
        free(shown);
    }
}

static bool is_among(const char *word, const char *set)
{
    size_t len = strlen(word);
    for (const char *at = set; len > 0 && (at = strstr(at, word)) != NULL; at += len) {
        if ((at == set || at[-1] == ' ') && (at[len] == ' ' || at[len] == '\0')) {
            return true;
        }
    }
    return false;
}

/* A member that must be a word of the set; or null, if that is allowed. */
static void check_word(const json_t *object, const char *name, const char *set, bool nullable)
{
    const json_t *value = json_object_get(object, name);
    if (!(nullable && json_is_null(value)) && !(json_is_string(value) && is_among(json_string_value(value), set))) {
        fault(name, object);
    }
}

static void check_string(const json_t *object, const char *name, bool nullable)
{
    const json_t *value = json_object_get(object, name);
    if (!(nullable && json_is_null(value)) && json_string_length(value) == 0) {
        fault(name, object);
    }
}

static void check_bool(const json_t *object, const char *name)
{
    if (!json_is_boolean(json_object_get(object, name))) {
        fault(name, object);
    }
}

/* An offset from Greenwich and nothing more: +hh:mm, -hh:mm, 14 hours at most. */
static bool is_offset(const char *s)
{
    return (s[0] == '+' || s[0] == '-') && strlen(s) == 6 && s[3] == ':' && strspn(s + 1, "0123456789") == 2 &&
           strspn(s + 4, "0123456789") == 2 && strncmp(s + 1, "14:00", 5) <= 0 && s[4] < '6';
}

/* YYYY[-MM[-DD[Thh:mm[+hh:mm]]]]: each field within its bounds. */
static bool is_iso(const char *s)
{
    static const struct {
        char before;
        unsigned digits, low, high;
    } field[] = {{'\0', 4, 0, 9999}, {'-', 2, 1, 12}, {'-', 2, 1, 31}, {'T', 2, 0, 24}, {':', 2, 0, 59}};
    for (size_t f = 0; f < sizeof field / sizeof field[0]; f++) {
        unsigned value = 0;
        if (f > 0 && *s++ != field[f].before) {
            return false;
        }
        for (unsigned d = 0; d < field[f].digits; d++, s++) {
            if (*s < '0' || *s > '9') {
                return false;
            }
            value = value * 10 + (unsigned)(*s - '0');
        }
        if (value < field[f].low || value > field[f].high) {
            return false;
        }
        if (*s == '\0') {
            return f != 3; /* an hour without minutes is none */
        }
        if (f == 4) {
            return is_offset(s);
        }
    }
    return false;
}

static void check_date(const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    if (!json_is_null(value) && !(json_is_string(value) && is_iso(json_string_value(value)))) {
        fault(name, object);
    }
}

static void check_interval(const json_t *object)
{
    const char *from = json_string_value(json_object_get(object, "from"));
    const char *to = json_string_value(json_object_get(object, "to"));
    check_date(object, "from");
    check_date(object, "to");
    if (from != NULL && to != NULL) {
        size_t len = strlen(from) < strlen(to) ? strlen(from) : strlen(to);
        if (strncmp(from, to, len) > 0) {
            fault("time runs backwards", object);
        }
    }
}

/* The members start and end, and the code points between them as `exact`; gives false if they are no span. */
static bool check_exact(const json_t *span)
{
    json_int_t start = json_integer_value(json_object_get(span, "start"));
    json_int_t end = json_integer_value(json_object_get(span, "end"));
    const char *exact = json_string_value(json_object_get(span, "exact"));
    if (!json_is_integer(json_object_get(span, "start")) || !json_is_integer(json_object_get(span, "end")) ||
        exact == NULL || start < 0 || end <= start || (size_t)end > now.n_point) {
        fault("no span", span);
        return false;
    }
    size_t len = now.byte[end] - now.byte[start];
    if (strlen(exact) != len || memcmp(exact, now.text + now.byte[start], len) != 0) {
        fault("exact is not the text between", span);
        return false;
    }
    return true;
}

static bool is_within(const json_t *inner, const json_t *outer)
{
    return json_integer_value(json_object_get(inner, "start")) >= json_integer_value(json_object_get(outer, "start")) &&
           json_integer_value(json_object_get(inner, "end")) <= json_integer_value(json_object_get(outer, "end"));
}

static void check_actor(const json_t *actor)
{
    size_t i = 0;
    const json_t *sector = NULL;
    const json_t *list = json_object_get(actor, "sectors");
    check_string(actor, "name", false);
    check_word(actor, "country", codes, true);
    check_string(actor, "wikidata", true);
    if (!json_is_array(list)) {
        fault("sectors", actor);
    }
    json_array_foreach (list, i, sector) {
        if (!json_is_string(sector) || !is_among(json_string_value(sector), sectors)) {
            fault("sector", actor);
        }
    }
}

static void check_place(const json_t *place)
{
    double latitude = json_number_value(json_object_get(place, "latitude"));
    double longitude = json_number_value(json_object_get(place, "longitude"));
    const json_t *id = json_object_get(place, "geonameid");
    const json_t *country = json_object_get(place, "country");
    const char *precision = json_string_value(json_object_get(place, "precision"));
    check_string(place, "name", false);
    check_string(place, "feature", true);
    if (!json_is_null(id) && json_integer_value(id) <= 0) {
        fault("geonameid", place);
    }
    if (!json_is_null(country) &&
        (json_string_length(country) != 2 || strspn(json_string_value(country), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 2)) {
        fault("country", place);
    }
    if (precision == NULL ||
        (strcmp(precision, "populated place") != 0 && !is_among(precision, "site district region country area"))) {
        fault("precision", place);
    }
    if (latitude < -90 || latitude > 90 || longitude < -180 || longitude > 180) {
        fault("no point on earth", place);
    }
}

static void check_quantity(const json_t *quantity)
{
    static const char *const bounds[] = {"low", "best", "high"};
    const json_t *side = json_object_get(quantity, "side");
    double last = 0;
    unsigned n = 0;
    check_string(quantity, "item", true);
    check_word(quantity, "outcome", outcomes, true);
    check_word(quantity, "scope", "event cumulative", false);
    check_date(quantity, "since");
    for (size_t i = 0; i < sizeof bounds / sizeof bounds[0]; i++) {
        const json_t *bound = json_object_get(quantity, bounds[i]);
        if (json_is_number(bound)) {
            if (json_number_value(bound) < last) {
                fault("low, best, high out of order", quantity);
            }
            last = json_number_value(bound);
            n++;
        } else if (!json_is_null(bound)) {
            fault(bounds[i], quantity);
        }
    }
    if (n == 0) {
        fault("a quantity without a number", quantity);
    }
    if (json_is_object(side)) {
        check_actor(side);
    } else if (!json_is_null(side)) {
        fault("side", quantity);
    }
}

typedef void item_check(const json_t *item);

/* A list of things that each carry a `mention` (in claims) or are a span themselves (in layers). */
static void check_list(const json_t *object, const char *name, bool mention, item_check *check)
{
    size_t i = 0;
    const json_t *item = NULL;
    const json_t *list = json_object_get(object, name);
    if (!json_is_array(list)) {
        fault(name, object);
    }
    json_array_foreach (list, i, item) {
        (void)check_exact(mention ? json_object_get(item, "mention") : item);
        check(item);
    }
}

static void check_modes(const json_t *claim)
{
    size_t i = 0;
    const json_t *mode = NULL;
    const char *type = json_string_value(json_object_get(claim, "type"));
    const char *set = "";
    for (size_t t = 0; t < sizeof modes / sizeof modes[0]; t++) {
        if (type != NULL && strcmp(modes[t][0], type) == 0) {
            set = modes[t][1];
        }
    }
    if (!json_is_array(json_object_get(claim, "mode"))) {
        fault("mode", claim);
    }
    json_array_foreach (json_object_get(claim, "mode"), i, mode) {
        if (!json_is_string(mode) || !is_among(json_string_value(mode), set)) {
            fault("mode", claim);
        }
    }
}

/* An outlet's own words have no source; hearsay may have those that pass it on. */
static void check_voice(const json_t *claim)
{
    const char *voice = json_string_value(json_object_get(claim, "attribution"));
    size_t n = json_array_size(json_object_get(claim, "source"));
    const json_t *cue = json_object_get(claim, "cue");
    check_word(claim, "attribution", attributions, false);
    if (voice != NULL && n > 0 && strcmp(voice, "own") == 0) {
        fault("a source where there is none", claim);
    }
    if (json_is_object(cue)) {
        (void)check_exact(cue);
    } else if (!json_is_null(cue)) {
        fault("cue", claim);
    }
}

/* Each link is to another claim of the record; of a kind there is one at most. */
static void check_links(const json_t *claim, const json_t *claims)
{
    size_t i = 0;
    const json_t *link = NULL;
    if (!json_is_array(json_object_get(claim, "links")) || json_array_size(json_object_get(claim, "links")) > 3) {
        fault("links", claim);
    }
    json_array_foreach (json_object_get(claim, "links"), i, link) {
        const json_t *to = json_object_get(link, "claim");
        bool known = false;
        size_t k = 0;
        const json_t *other = NULL;
        check_word(link, "kind", links, false);
        json_array_foreach (claims, k, other) {
            known = known || (other != claim && json_equal(json_object_get(other, "id"), to));
        }
        if (!known) {
            fault("a link to no other claim", claim);
        }
    }
}

static void check_claim(const json_t *claim, const json_t *claims, const json_t *sentences)
{
    const json_t *time = json_object_get(claim, "time");
    const json_t *trigger = json_object_get(claim, "trigger");
    const json_t *quote = json_object_get(claim, "quote");
    const json_t *sentence = json_array_get(sentences, (size_t)json_integer_value(json_object_get(claim, "sentence")));
    if (!check_exact(trigger) || !check_exact(quote) || sentence == NULL || !is_within(trigger, sentence) ||
        !is_within(trigger, quote)) {
        fault("the trigger is not within its quote and sentence", claim);
    }
    check_word(claim, "type", types, false);
    check_modes(claim);
    check_list(claim, "actor", true, check_actor);
    check_list(claim, "recipient", true, check_actor);
    check_list(claim, "source", true, check_actor);
    check_list(claim, "place", true, check_place);
    check_list(claim, "quantities", true, check_quantity);
    check_voice(claim);
    check_links(claim, claims);
    check_word(claim, "factuality", factuality, false);
    check_word(claim, "tense", tenses, false);
    check_string(claim, "rule", false);
    check_string(claim, "version", false);
    if (json_is_object(time)) {
        check_string(time, "timex", true);
        check_interval(time);
        (void)(json_is_null(json_object_get(time, "mention")) || check_exact(json_object_get(time, "mention")));
    } else if (!json_is_null(time)) {
        fault("time", claim);
    }
}

static void check_claims(const json_t *claims, const json_t *sentences)
{
    size_t i = 0;
    const json_t *claim = NULL;
    json_t *seen = json_object();
    json_array_foreach (claims, i, claim) {
        const char *id = json_string_value(json_object_get(claim, "id"));
        size_t len = strlen(now.id);
        if (id == NULL || strncmp(id, now.id, len) != 0 || id[len] != '#' || json_object_get(seen, id) != NULL) {
            fault("id", claim);
        } else {
            (void)json_object_set_new(seen, id, json_true());
        }
        check_claim(claim, claims, sentences);
    }
    json_decref(seen);
}

static void check_time(const json_t *time)
{
    check_word(time, "type", "DATE TIME DURATION SET", false);
    check_string(time, "value", true);
    check_word(time, "mod", mods, true);
    check_string(time, "rule", false);
    check_interval(time);
}

static void check_place_mention(const json_t *place)
{
    check_place(place);
    check_bool(place, "government");
    check_bool(place, "near");
    check_bool(place, "part");
    check_string(place, "rule", false);
}

static void check_actor_mention(const json_t *actor)
{
    check_actor(actor);
    check_word(actor, "kind", "name composed description pronoun", false);
    check_string(actor, "rule", false);
}

static void check_quantity_mention(const json_t *quantity)
{
    check_quantity(quantity);
    check_string(quantity, "rule", false);
}

static void check_nothing(const json_t *item)
{
    (void)item;
}

static void check_attributions(const json_t *list, unsigned depth)
{
    size_t i = 0;
    const json_t *a = NULL;
    json_array_foreach (list, i, a) {
        check_list(a, "source", false, check_nothing);
        check_list(a, "cue", false, check_nothing);
        check_list(a, "content", false, check_nothing);
        check_word(a, "kind", attributions, false);
        check_string(a, "rule", false);
        if (depth > DEEPEST) {
            fault("nested too deep", a);
        } else if (json_object_get(a, "nested") != NULL) {
            check_attributions(json_object_get(a, "nested"), depth + 1);
        }
    }
}

static void check_sentences(const json_t *sentences)
{
    size_t i = 0;
    json_int_t last = 0;
    const json_t *s = NULL;
    json_array_foreach (sentences, i, s) {
        json_int_t start = json_integer_value(json_object_get(s, "start"));
        json_int_t end = json_integer_value(json_object_get(s, "end"));
        if (start < last || end <= start || (size_t)end > now.n_point) {
            fault("sentence", s);
        }
        last = end;
    }
}

static void check_document(const json_t *document)
{
    static const struct {
        const char *name;
        size_t len;
    } precision[] = {{"year", 4}, {"month", 7}, {"day", 10}, {"minute", 16}};
    const json_t *published = json_object_get(document, "published");
    const char *value = json_string_value(json_object_get(published, "value"));
    const char *exact = json_string_value(json_object_get(published, "precision"));
    bool right = json_is_null(published);
    for (size_t i = 0; i < 4 && value != NULL && exact != NULL; i++) {
        right = right || (strcmp(precision[i].name, exact) == 0 && strlen(value) == precision[i].len && is_iso(value));
    }
    if (!right) {
        fault("published", document);
    }
    if (json_is_object(published)) {
        check_word(published, "from", "metadata text option inferred", false);
    }
    if (json_string_length(json_object_get(document, "sha256")) != 64) {
        fault("sha256", document);
    }
}

static void set_text(const char *text)
{
    now.text = text;
    now.n_point = 0;
    for (size_t i = 0; text[i] != '\0' && now.n_point < MOST_POINTS; i++) {
        if (((unsigned char)text[i] & 0xC0U) != 0x80U) {
            now.byte[now.n_point++] = i;
        }
    }
    now.byte[now.n_point] = strlen(text);
}

static void read_codes(void)
{
    char line[512];
    size_t at = 0;
    FILE *file = fopen(CASUS_SOURCE "/data/actors_countries.tsv", "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL && at + 4 < sizeof codes) {
        if (line[3] == '\t') {
            memcpy(codes + at, line, 3);
            codes[at + 3] = ' ';
            at += 4;
        }
    }
    (void)fclose(file);
}

unsigned test_record_faults(const json_t *record, const char **first)
{
    const json_t *document = json_object_get(record, "document");
    const json_t *sentences = json_object_get(record, "sentences");
    if (codes[0] == '\0') {
        read_codes();
    }
    now.n_fault = 0;
    now.first[0] = '\0';
    now.id = json_string_value(json_object_get(document, "id"));
    assert_non_null(now.id);
    set_text(json_string_value(json_object_get(document, "text")));
    check_document(document);
    check_sentences(sentences);
    check_claims(json_object_get(record, "claims"), sentences);
    check_list(record, "times", false, check_time);
    check_list(record, "places", false, check_place_mention);
    check_list(record, "actors", false, check_actor_mention);
    check_list(record, "quantities", false, check_quantity_mention);
    check_attributions(json_object_get(record, "attributions"), 0);
    *first = now.first;
    return now.n_fault;
}
