/* Recipes: see recipe.h. */
#include "train/recipe.h"

#include "base/file.h"
#include "base/ini.h"
#include "base/map.h"

#include <stdlib.h>

enum { LARGEST_RECIPE = 65536, MOST_HIDDEN = 512 };

/* The words of a value. */
static bool read_list(casus_str value, casus_str list[TRAIN_FILES], uint32_t *n)
{
    while (value.len > 0) {
        size_t len = 0;
        while (len < value.len && value.ptr[len] != ' ') {
            len++;
        }
        if (*n == TRAIN_FILES) {
            return false;
        }
        list[(*n)++] = casus_str_slice(value, 0, len);
        value = casus_str_trim(casus_str_slice(value, len, value.len));
    }
    return true;
}

static bool read_whole(casus_str value, uint32_t *number)
{
    char text[16];
    char *end = NULL;
    if (value.len == 0 || value.len >= sizeof text || value.ptr[0] < '0' || value.ptr[0] > '9') {
        return false;
    }
    memcpy(text, value.ptr, value.len);
    text[value.len] = '\0';
    unsigned long n = strtoul(text, &end, 10);
    *number = (uint32_t)n;
    return *end == '\0' && n <= 100000000;
}

static bool read_real(casus_str value, float *number)
{
    char text[32];
    char *end = NULL;
    if (value.len == 0 || value.len >= sizeof text) {
        return false;
    }
    memcpy(text, value.ptr, value.len);
    text[value.len] = '\0';
    *number = strtof(text, &end);
    return *end == '\0' && *number >= 0;
}

static bool read_key(train_recipe *r, casus_str key, casus_str value, bool *known)
{
    struct {
        const char *name;
        uint32_t *number;
    } wholes[] = {{"rows", &r->most_rows},      {"least", &r->least_count}, {"dim", &r->shape.dim},
                  {"hidden", &r->shape.hidden}, {"tag", &r->shape.tag},     {"arc", &r->shape.arc},
                  {"label", &r->shape.label},   {"seed", &r->seed},         {"epochs", &r->epochs},
                  {"patience", &r->patience},   {"words", &r->words}};
    struct {
        const char *name;
        float *number;
    } reals[] = {{"rate", &r->rate}, {"dropout", &r->dropout}, {"hide", &r->hide}, {"cased", &r->cased}};
    struct {
        const char *name;
        casus_str *list;
        uint32_t *n;
    } lists[] = {{"train", r->train, &r->n_train}, {"dev", r->dev, &r->n_dev}, {"skip", r->skip, &r->n_skip}};
    *known = true;
    for (size_t i = 0; i < sizeof wholes / sizeof wholes[0]; i++) {
        if (casus_str_eq(key, casus_str_of(wholes[i].name))) {
            return read_whole(value, wholes[i].number);
        }
    }
    for (size_t i = 0; i < sizeof reals / sizeof reals[0]; i++) {
        if (casus_str_eq(key, casus_str_of(reals[i].name))) {
            return read_real(value, reals[i].number);
        }
    }
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        if (casus_str_eq(key, casus_str_of(lists[i].name))) {
            return read_list(value, lists[i].list, lists[i].n);
        }
    }
    if (casus_str_eq(key, CASUS_STR("name"))) {
        r->name = value;
        return value.len > 0;
    }
    *known = false;
    return false;
}

casus_status train_recipe_read(const char *path, train_recipe *recipe, casus_arena *arena, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_ini ini;
    casus_str text;
    casus_str key;
    casus_str value;
    bool known = false;
    *recipe = (train_recipe){.most_rows = 60000,
                             .least_count = 2,
                             .seed = 1,
                             .epochs = 30,
                             .patience = 8,
                             .words = 1200,
                             .rate = 0.002F,
                             .dropout = 0.33F,
                             .hide = 0.25F,
                             .cased = 0.06F};
    recipe->shape = (casus_layout){.dim = 128, .hidden = 128, .tag = 96, .arc = 128, .label = 128};
    CASUS_TRY(casus_file_read(path, LARGEST_RECIPE, arena, &text, err));
    recipe->hash = casus_hash(text.ptr, text.len);
    CASUS_TRY(casus_ini_open(&ini, path, arena, err));
    while ((st = casus_ini_next(&ini, &key, &value, err)) == CASUS_OK) {
        if (!read_key(recipe, key, value, &known)) {
            return casus_ini_fault(&ini, known ? value : key, err, known ? "not a value for this key" : "unknown key");
        }
    }
    if (st != CASUS_END) {
        goto done;
    }
    casus_layout *shape = &recipe->shape;
    uint32_t sizes[] = {shape->dim, shape->hidden, shape->tag, shape->arc, shape->label};
    st = CASUS_OK;
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        if (sizes[i] == 0 || sizes[i] % 16 != 0 || sizes[i] > MOST_HIDDEN) {
            return casus_fail(err, CASUS_EPACK, path, 0, 0, "sizes must be multiples of 16, at most %d", MOST_HIDDEN);
        }
    }
    if (recipe->name.len == 0 || recipe->n_train == 0 || recipe->n_dev == 0 || recipe->dropout >= 1 ||
        recipe->words < 100 || recipe->epochs == 0) {
        return casus_fail(err, CASUS_EPACK, path, 0, 0, "name, train and dev are needed, words >= 100, dropout < 1");
    }
done:
    return st;
}
