/* Writing the file of places: see output.h, world/gazetteer_file.h. */
#include "gazetteer/output.h"

#include "base/buf.h"
#include "gazetteer/country.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

enum {
    MOST_BYTES = 1 << 28,
    MOST_BEARERS = 400,
    MOST_SPOKEN = (1 << 24) - 1,
    LESS = 24
}; /* LESS: as if an eighth as many people lived there */

typedef struct output {
    casus_buf buf;
    casus_gazetteer_section section[CASUS_GAZETTEER_SECTIONS];
} output;

static void begin_section(output *o, unsigned s)
{
    static const char zero[CASUS_GAZETTEER_ALIGN] = {0};
    size_t over = o->buf.len % CASUS_GAZETTEER_ALIGN;
    casus_buf_add(&o->buf, zero, over == 0 ? 0 : CASUS_GAZETTEER_ALIGN - over);
    o->section[s].begin = o->buf.len;
}

static void end_section(output *o, unsigned s)
{
    o->section[s].length = o->buf.len - o->section[s].begin;
}

static void add_section(output *o, unsigned s, const void *bytes, size_t len)
{
    begin_section(o, s);
    casus_buf_add(&o->buf, bytes, len);
    end_section(o, s);
}

/* Where a string stands among `strings`; each is kept once. False without memory. */
static bool add_string(casus_buf *strings, casus_map *kept, casus_str s, uint32_t *at, casus_arena *arena)
{
    const uint32_t *old = casus_map_get(kept, s);
    *at = s.len == 0 ? 0 : old != NULL ? *old : (uint32_t)strings->len;
    if (s.len == 0 || old != NULL) {
        return true;
    }
    casus_buf_add_str(strings, s);
    casus_buf_add_char(strings, '\0');
    return casus_map_set(kept, s, *at, NULL, arena);
}

static int by_name(const void *a, const void *b)
{
    const casus_bearer *x = a;
    const casus_bearer *y = b;
    if (x->hash != y->hash) {
        return x->hash < y->hash ? -1 : 1;
    }
    if (x->name.len != y->name.len) {
        return x->name.len < y->name.len ? -1 : 1;
    }
    int order = memcmp(x->name.ptr, y->name.ptr, x->name.len);
    if (order != 0) {
        return order;
    }
    int weight_x = x->weight - (x->main ? 0 : LESS);
    int weight_y = y->weight - (y->main ? 0 : LESS);
    if (weight_x != weight_y) {
        return weight_x > weight_y ? -1 : 1;
    }
    return x->place < y->place ? -1 : x->place > y->place;
}

static int by_key(const void *a, const void *b)
{
    const casus_sounding *x = a;
    const casus_sounding *y = b;
    if (x->key != y->key) {
        return x->key < y->key ? -1 : 1;
    }
    if (x->place != y->place) {
        return x->place < y->place ? -1 : 1;
    }
    return x->begin < y->begin ? -1 : x->begin > y->begin;
}

static void add_place(casus_buf *buf, uint32_t place)
{
    const char bytes[3] = {(char)(place & 255U), (char)(place >> 8 & 255U), (char)(place >> 16 & 255U)};
    casus_buf_add(buf, bytes, 3);
}

static uint32_t count_words(casus_str name)
{
    uint32_t n = 1;
    for (size_t i = 0; i < name.len; i++) {
        n += name.ptr[i] == ' ';
    }
    return n;
}

/* Names of several words put into `longest`, by their first word: how many words the longest has. */
static bool find_longest(const casus_names *names, casus_map *longest, casus_arena *arena)
{
    for (uint32_t i = 0; i < names->n_bearer; i++) {
        casus_str name = names->bearer[i].name;
        uint32_t words = count_words(name);
        if (words == 1 || words > CASUS_GAZETTEER_MOST_WORDS) {
            continue;
        }
        const char *space = memchr(name.ptr, ' ', name.len);
        casus_str first = casus_str_slice(name, 0, (size_t)(space - name.ptr));
        const uint32_t *old = casus_map_get(longest, first);
        if ((old == NULL || *old < words) && !casus_map_set(longest, first, words, NULL, arena)) {
            return false;
        }
    }
    return true;
}

/* A first word that is no name itself gets an entry without places, so that longer names are looked for. */
static bool add_first_words(casus_names *names, const casus_map *longest)
{
    for (size_t s = 0; s < longest->room; s++) {
        casus_str word = longest->slot[s].key;
        if (word.ptr == NULL) {
            continue;
        }
        if (names->n_bearer == names->bearer_room) {
            casus_bearer *grown = realloc(names->bearer, (size_t)names->bearer_room * 2 * sizeof *grown);
            if (grown == NULL) {
                return false;
            }
            names->bearer = grown;
            names->bearer_room *= 2;
        }
        names->bearer[names->n_bearer++] = (casus_bearer){word, casus_hash(word.ptr, word.len), UINT32_MAX, 0, false};
    }
    return true;
}

static void add_entry(casus_buf *buf, const casus_bearer *bearer, uint32_t n, uint32_t words)
{
    while (n > 0 && bearer[n - 1].place == UINT32_MAX) {
        n--; /* the mark of a first word sorts last */
    }
    n = n > MOST_BEARERS ? MOST_BEARERS : n;
    casus_buf_add_char(buf, (char)bearer->name.len);
    casus_buf_add_char(buf, (char)(words << 4 | (n < CASUS_GAZETTEER_SHORT ? n : CASUS_GAZETTEER_SHORT)));
    if (n >= CASUS_GAZETTEER_SHORT) {
        casus_buf_add_char(buf, (char)(n & 255U));
        casus_buf_add_char(buf, (char)(n >> 8));
    }
    for (uint32_t i = 0; i < n; i++) {
        add_place(buf, bearer[i].place | (bearer[i].main ? CASUS_GAZETTEER_MAIN : 0));
    }
    casus_buf_add_str(buf, bearer->name);
}

static bool write_names(output *o, casus_names *names, uint32_t bucket[CASUS_GAZETTEER_BUCKETS + 1])
{
    casus_map longest = {0};
    if (!find_longest(names, &longest, names->arena) || !add_first_words(names, &longest)) {
        return false;
    }
    qsort(names->bearer, names->n_bearer, sizeof *names->bearer, by_name);
    begin_section(o, CASUS_GAZETTEER_NAME);
    uint32_t b = 0;
    for (uint32_t i = 0; i < names->n_bearer;) {
        const casus_bearer *first = &names->bearer[i];
        uint32_t n = 1;
        while (i + n < names->n_bearer && casus_str_eq(first[n].name, first->name)) {
            n++;
        }
        for (; b <= casus_gazetteer_bucket(first->hash); b++) {
            bucket[b] = (uint32_t)(o->buf.len - o->section[CASUS_GAZETTEER_NAME].begin);
        }
        const uint32_t *words = casus_map_get(&longest, first->name);
        add_entry(&o->buf, first, n, words == NULL ? 0 : *words);
        i += n;
    }
    for (; b <= CASUS_GAZETTEER_BUCKETS; b++) {
        bucket[b] = (uint32_t)(o->buf.len - o->section[CASUS_GAZETTEER_NAME].begin);
    }
    end_section(o, CASUS_GAZETTEER_NAME);
    add_section(o, CASUS_GAZETTEER_NAME_BUCKET, bucket, (CASUS_GAZETTEER_BUCKETS + 1) * sizeof *bucket);
    return true;
}

/* Where a name as sounds stands in SPOKEN; each is kept once. False without memory. */
static bool add_spoken(casus_buf *spoken, casus_map *kept, const uint8_t *unit, uint32_t n, uint32_t *at,
                       casus_arena *arena)
{
    casus_str units = {(const char *)unit, n};
    const uint32_t *old = casus_map_get(kept, units);
    *at = old != NULL ? *old : (uint32_t)spoken->len;
    if (old != NULL) {
        return true;
    }
    casus_buf_add_char(spoken, (char)n);
    casus_buf_add_str(spoken, units);
    return *at <= MOST_SPOKEN && casus_map_set(kept, units, *at, NULL, arena);
}

static bool write_sounds(output *o, casus_names *names, uint32_t bucket[CASUS_GAZETTEER_BUCKETS + 1])
{
    casus_map kept = {0};
    casus_buf spoken;
    bool good = true;
    casus_buf_init(&spoken, MOST_BYTES);
    qsort(names->sounding, names->n_sounding, sizeof *names->sounding, by_key);
    add_section(o, CASUS_GAZETTEER_UNIT, names->unit, names->n_unit * sizeof *names->unit);
    begin_section(o, CASUS_GAZETTEER_SOUND);
    uint32_t b = 0;
    for (uint32_t i = 0; i < names->n_sounding; i++) {
        const casus_sounding *s = &names->sounding[i];
        uint32_t at = 0;
        good = good && add_spoken(&spoken, &kept, names->byte + s->begin, s->n, &at, names->arena);
        for (; b <= casus_gazetteer_bucket(s->key); b++) {
            bucket[b] = i;
        }
        add_place(&o->buf, s->place);
        add_place(&o->buf, at);
    }
    for (; b <= CASUS_GAZETTEER_BUCKETS; b++) {
        bucket[b] = names->n_sounding;
    }
    end_section(o, CASUS_GAZETTEER_SOUND);
    add_section(o, CASUS_GAZETTEER_SOUND_BUCKET, bucket, (CASUS_GAZETTEER_BUCKETS + 1) * sizeof *bucket);
    add_section(o, CASUS_GAZETTEER_SPOKEN, spoken.ptr, spoken.len);
    good = good && spoken.failed == CASUS_OK;
    casus_buf_free(&spoken);
    return good;
}

static int by_key_string(const void *a, const void *b, const char *strings)
{
    const casus_gazetteer_key *x = a;
    const casus_gazetteer_key *y = b;
    return strcmp(strings + x->key, strings + y->key);
}

/* Insertion into a sorted list: some thousands of keys, once. */
static void add_key(casus_gazetteer_key *key, uint32_t *n, const casus_buf *strings, casus_gazetteer_key k)
{
    uint32_t at = (*n)++;
    while (at > 0 && by_key_string(&key[at - 1], &k, strings->ptr) > 0) {
        key[at] = key[at - 1];
        at--;
    }
    key[at] = k;
}

static bool write_places(output *o, const casus_input *input, const casus_names *names, casus_buf *strings)
{
    uint32_t n_key = 0;
    casus_map kept = {0};
    bool good = true;
    casus_gazetteer_key *key = CASUS_NEW(names->arena, casus_gazetteer_key, (size_t)input->n * 2 + 1);
    if (key == NULL) {
        return false;
    }
    begin_section(o, CASUS_GAZETTEER_PLACE);
    for (uint32_t i = 0; i < input->n; i++) {
        casus_gazetteer_row row = input->place[i].row;
        casus_str left = input->place[i].key;
        good = good && add_string(strings, &kept, names->display[i], &row.name, names->arena);
        casus_buf_add(&o->buf, (const char *)&row, sizeof row);
        while (left.len > 0) {
            const char *space = memchr(left.ptr, ' ', left.len);
            size_t len = space == NULL ? left.len : (size_t)(space - left.ptr);
            casus_gazetteer_key k = {0, i};
            good = good && add_string(strings, &kept, casus_str_slice(left, 0, len), &k.key, names->arena);
            add_key(key, &n_key, strings, k);
            left = casus_str_slice(left, len + 1, left.len);
        }
    }
    end_section(o, CASUS_GAZETTEER_PLACE);
    add_section(o, CASUS_GAZETTEER_KEY, key, n_key * sizeof *key);
    return good && strings->failed == CASUS_OK;
}

static void write_codes(output *o, const casus_input *input)
{
    casus_gazetteer_country country[256] = {0};
    casus_gazetteer_code feature[256] = {{{0}}};
    for (uint32_t c = 1; c < input->n_country; c++) {
        casus_str code = input->place[input->country_place[c]].key;
        (void)snprintf(country[c].code2, sizeof country[c].code2, "%.2s", code.ptr);
        (void)snprintf(country[c].code3, sizeof country[c].code3, "%.3s", casus_country_code3(code));
        country[c].place = input->country_place[c];
    }
    for (uint32_t f = 0; f < input->n_feature; f++) {
        memcpy(feature[f].code, input->feature_code[f].ptr, input->feature_code[f].len);
    }
    add_section(o, CASUS_GAZETTEER_COUNTRY, country, input->n_country * sizeof *country);
    add_section(o, CASUS_GAZETTEER_AREA, input->area_place, input->n_area * sizeof *input->area_place);
    add_section(o, CASUS_GAZETTEER_FEATURE, feature, input->n_feature * sizeof feature[0]);
}

static casus_status save(output *o, const char *path, uint32_t mark, casus_error *err)
{
    size_t table = sizeof(casus_gazetteer_header);
    memcpy(o->buf.ptr + table, o->section, sizeof o->section);
    casus_gazetteer_header header = {
        .version = CASUS_GAZETTEER_VERSION, .length = o->buf.len, .sections = CASUS_GAZETTEER_SECTIONS, .mark = mark};
    memcpy(header.magic, CASUS_GAZETTEER_MAGIC, sizeof header.magic);
    header.crc = (uint32_t)crc32_z(0, (const Bytef *)o->buf.ptr + table, o->buf.len - table);
    memcpy(o->buf.ptr, &header, sizeof header);
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(o->buf.ptr, 1, o->buf.len, file) != o->buf.len) {
        casus_status st = casus_fail(err, CASUS_EIO, path, 0, 0, "%s", strerror(errno));
        if (file != NULL) {
            (void)fclose(file);
            (void)remove(path);
        }
        return st;
    }
    return fclose(file) == 0 ? CASUS_OK : casus_fail(err, CASUS_EIO, path, 0, 0, "%s", strerror(errno));
}

casus_status casus_output_write(const char *path, const casus_input *input, casus_names *names, casus_error *err)
{
    static const char front[sizeof(casus_gazetteer_header) + sizeof(((output *)0)->section)] = {0};
    output o = {0};
    casus_buf strings;
    casus_buf_init(&o.buf, MOST_BYTES);
    casus_buf_init(&strings, MOST_BYTES);
    casus_buf_add_char(&strings, '\0');
    casus_buf_add(&o.buf, front, sizeof front);
    uint32_t *bucket = CASUS_NEW(names->arena, uint32_t, CASUS_GAZETTEER_BUCKETS + 1);
    casus_status st = CASUS_OK;
    if (bucket == NULL || !write_places(&o, input, names, &strings) || !write_names(&o, names, bucket) ||
        !write_sounds(&o, names, bucket)) {
        st = casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    } else {
        write_codes(&o, input);
        add_section(&o, CASUS_GAZETTEER_STRING, strings.ptr, strings.len);
        st = o.buf.failed != CASUS_OK ? casus_fail(err, o.buf.failed, path, 0, 0, "the file grows too large")
                                      : save(&o, path, casus_spelling_mark(names->spelling), err);
    }
    static const char *const part[CASUS_GAZETTEER_SECTIONS] = {[CASUS_GAZETTEER_PLACE] = "places",
                                                               [CASUS_GAZETTEER_STRING] = "strings",
                                                               [CASUS_GAZETTEER_NAME] = "names",
                                                               [CASUS_GAZETTEER_SPOKEN] = "names as sounds",
                                                               [CASUS_GAZETTEER_SOUND] = "rough keys"};
    for (unsigned s = 0; st == CASUS_OK && s < CASUS_GAZETTEER_SECTIONS; s++) {
        if (part[s] != NULL) {
            (void)printf("%-16s %10llu bytes\n", part[s], (unsigned long long)o.section[s].length);
        }
    }
    casus_buf_free(&o.buf);
    casus_buf_free(&strings);
    return st;
}
