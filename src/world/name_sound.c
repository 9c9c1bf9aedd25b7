/* Names as sounds, their rough keys, and how alike they are: see name.h. */
#include "world/name_spelling.h"

/* Price of what two spellings of one name may differ in, in units. Set on test/bulk/names.tsv. */
static const double second_reading = 0.04, rare_reading = 0.4;
static const double near_vowel = 0.3, far_vowel = 0.6, near_consonant = 0.35, other = 1.0;
static const double drop_silent = 0.03, drop_glide = 0.3, drop_vowel = 0.45, drop_vowel_unwritten = 0.04;

#define ROUNDING 1e-6 /* of prices summed in another order */

static void add_units(casus_name_sounds *out, const casus_spelling_rule *rule)
{
    for (uint32_t i = 0; i < rule->n && out->n < CASUS_NAME_SOUNDS; i++) {
        if (out->n == 0 || out->unit[out->n - 1] != rule->unit[i]) { /* a doubled letter sounds once */
            out->unit[out->n++] = rule->unit[i];
        }
    }
}

/* The rule for the letters [at, at + len) of a word, bound to its start or end where they are there. */
static const casus_spelling_rule *find_rule(const casus_spelling *s, casus_str word, size_t at, size_t len)
{
    char letters[CASUS_NAME_ROOM + 2];
    size_t n = 0;
    bool start = at == 0;
    bool end = at + len == word.len;
    letters[n++] = '^';
    memcpy(letters + n, word.ptr + at, len);
    n += len;
    letters[n] = '$';
    const casus_str tries[] = {{letters, n + 1}, {letters, n}, {letters + 1, n}, {letters + 1, n - 1}};
    const bool fits[] = {start && end, start, end, true};
    for (size_t i = 0; i < 4; i++) {
        const uint32_t *rule = fits[i] ? casus_map_get(&s->by_letters, tries[i]) : NULL;
        if (rule != NULL) {
            return &s->rule[*rule];
        }
    }
    return NULL;
}

static void sound_word(const casus_spelling *s, casus_str word, casus_name_sounds *out)
{
    for (size_t at = 0; at < word.len;) {
        const casus_spelling_rule *rule = NULL;
        size_t len = word.len - at < s->longest ? word.len - at : s->longest;
        while (len > 0 && (rule = find_rule(s, word, at, len)) == NULL) {
            len--;
        }
        if (rule != NULL) {
            add_units(out, rule);
        }
        at += len == 0 ? 1 : len;
    }
}

void casus_name_sound(const casus_spelling *spelling, casus_str romanised, casus_name_sounds *out)
{
    out->n = 0;
    for (size_t at = 0; at < romanised.len;) {
        size_t end = at;
        while (end < romanised.len && romanised.ptr[end] != ' ' && romanised.ptr[end] != '-') {
            end++;
        }
        sound_word(spelling, casus_str_slice(romanised, at, end), out);
        at = end + 1;
    }
}

/* The letters of the rough key that a unit may give; '\0' among them: it may give none. */
static uint32_t key_letters(const casus_spelling *s, casus_name_unit unit, bool first, char letter[8])
{
    uint32_t n = 0;
    bool none = (unit & CASUS_SOUND_SILENT) != 0;
    for (uint32_t b = 0; b < s->n_sound; b++) {
        if ((unit >> b & 1U) == 0) {
            continue;
        }
        char c = s->key[b] != 0 ? s->key[b] : first && (s->vowels >> b & 1U) != 0 ? 'A' : '\0';
        if (c == '\0') {
            none = true;
        } else if (memchr(letter, c, n) == NULL && n < 7) {
            letter[n++] = c;
        }
    }
    if (none || n == 0) {
        letter[n++] = '\0';
    }
    return n;
}

typedef struct partial {
    uint64_t hash;
    char last;
    bool begun;
} partial;

/* Each partial key with each letter of the unit; equal neighbours count once, so that 'tt' and 't' agree. */
static uint32_t extend(const partial *from, uint32_t n, const char *letter, uint32_t n_letter, partial *to)
{
    uint32_t made = 0;
    for (uint32_t l = 0; l < n_letter; l++) {
        for (uint32_t i = 0; i < n && made < CASUS_NAME_KEYS; i++) {
            partial p = from[i];
            if (letter[l] != '\0' && letter[l] != p.last) {
                p.hash = (p.hash ^ (uint64_t)(unsigned char)letter[l]) * UINT64_C(0x9E3779B97F4A7C15);
                p.hash ^= p.hash >> 29;
                p.last = letter[l];
            }
            p.begun = true;
            bool old = false;
            for (uint32_t k = 0; k < made; k++) {
                old = old || (to[k].hash == p.hash && to[k].last == p.last);
            }
            if (!old) {
                to[made++] = p;
            }
        }
    }
    return made;
}

uint32_t casus_name_keys(const casus_spelling *spelling, const casus_name_sounds *sounds, uint64_t key[CASUS_NAME_KEYS])
{
    partial a[CASUS_NAME_KEYS] = {{.hash = 1469598103934665603U, .last = '\0', .begun = false}};
    partial b[CASUS_NAME_KEYS];
    uint32_t n = 1;
    for (uint32_t u = 0; u < sounds->n; u++) {
        char letter[8] = {0};
        uint32_t n_letter = key_letters(spelling, sounds->unit[u], u == 0, letter);
        n = extend(a, n, letter, n_letter, b);
        memcpy(a, b, n * sizeof *a);
    }
    for (uint32_t i = 0; i < n; i++) {
        key[i] = a[i].hash;
    }
    return n;
}

/* The sounds often confused with the one whose bit this is. */
static uint32_t sound_near(const casus_spelling *s, uint32_t bit)
{
    uint32_t at = (uint32_t)__builtin_ctz(bit | CASUS_SOUND_SILENT);
    return at < s->n_sound ? s->near[at] : 0;
}

static double lesser(double a, double b)
{
    return a < b ? a : b;
}

static double substitute(const casus_spelling *s, casus_name_unit x, casus_name_unit y)
{
    uint32_t a = (uint32_t)x & ~CASUS_SOUND_SILENT;
    uint32_t b = (uint32_t)y & ~CASUS_SOUND_SILENT;
    uint32_t likely_a = (uint32_t)(x >> 32);
    uint32_t likely_b = (uint32_t)(y >> 32);
    if ((a & b) != 0) {
        return likely_a == likely_b ? 0 : ((likely_a & b) | (likely_b & a)) != 0 ? second_reading : rare_reading;
    }
    uint32_t near = (sound_near(s, likely_a) & likely_b) | (sound_near(s, likely_b) & likely_a);
    uint32_t soft = s->vowels | s->glides;
    bool vowels = (a & soft) != 0 && (b & soft) != 0;
    if (near != 0) {
        return vowels ? near_vowel : near_consonant;
    }
    return vowels ? far_vowel : other;
}

static double drop(const casus_spelling *s, casus_name_unit unit, double vowel)
{
    uint32_t set = (uint32_t)unit;
    if ((set & CASUS_SOUND_SILENT) != 0) {
        return drop_silent;
    }
    return (set & s->vowels) != 0 ? vowel : (set & s->glides) != 0 ? drop_glide : other;
}

/* Whether no vowel is written that could be nothing else, as in romanised Arabic and Hebrew. */
static bool unwritten(const casus_spelling *s, const casus_name_sounds *name)
{
    for (uint32_t i = 0; i < name->n; i++) {
        uint32_t set = (uint32_t)name->unit[i];
        if ((set & s->vowels) != 0 && (set & ~(s->vowels | s->glides)) == 0) {
            return false;
        }
    }
    return name->n >= 2;
}

double casus_name_alike(const casus_spelling *s, const casus_name_sounds *a, const casus_name_sounds *b, double least)
{
    double row[CASUS_NAME_SOUNDS + 1];
    double vowel = unwritten(s, a) != unwritten(s, b) ? drop_vowel_unwritten : drop_vowel;
    double most = (1 - least) / 2 * (a->n + b->n) + ROUNDING;
    if (a->n == 0 || b->n == 0) {
        return 0;
    }
    row[0] = 0;
    for (uint32_t j = 0; j < b->n; j++) {
        row[j + 1] = row[j] + drop(s, b->unit[j], vowel);
    }
    for (uint32_t i = 0; i < a->n; i++) {
        double left = drop(s, a->unit[i], vowel);
        double corner = row[0];
        row[0] += left;
        double lowest = row[0]; /* of this row: no later row has a lower price */
        for (uint32_t j = 0; j < b->n; j++) {
            double best = lesser(row[j + 1] + left, row[j] + drop(s, b->unit[j], vowel));
            best = lesser(best, corner + substitute(s, a->unit[i], b->unit[j]));
            corner = row[j + 1];
            row[j + 1] = best;
            lowest = lesser(lowest, best);
        }
        if (lowest > most) {
            return 0;
        }
    }
    double alike = 1 - 2 * row[b->n] / (a->n + b->n);
    return alike < 0 ? 0 : alike;
}

bool casus_name_same(double alike, uint32_t units)
{
    return units > 4 ? alike >= CASUS_NAME_LEAST : alike >= 0.95;
}
