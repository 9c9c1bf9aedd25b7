/* The page: its model, its templates: see dossier.h. */
#include "dossier/dossier.h"

#include "base/file.h"
#include "dossier/model.h"
#include "dossier/template.h"
#include "dossier/words.h"

#include <stdio.h>
#include <unistd.h>

enum { LARGEST_FILE = 4 << 20, LONGEST_PATH = 4096, UNFOLDED = 200 }; /* longer lists are folded */

static casus_status read_file(const casus_model *m, const char *name, casus_str *out, casus_error *err)
{
    char path[LONGEST_PATH];
    snprintf(path, sizeof path, "%s/dossier/%s", m->options->folder, name);
    return casus_file_read(path, LARGEST_FILE, m->arena, out, err);
}

/* In JSON's dotted keys mustache sees a path: 'type.ASSAULT' becomes {type: {ASSAULT: ...}}. */
static json_t *nested(const json_t *words)
{
    json_t *out = json_object();
    const char *key = NULL;
    json_t *text = NULL;
    json_object_foreach((json_t *)(uintptr_t)words, key, text)
    {
        const char *dot = strchr(key, '.');
        char group[64];
        size_t len = dot == NULL ? 0 : (size_t)(dot - key);
        if (len == 0 || len >= sizeof group) {
            continue;
        }
        memcpy(group, key, len);
        group[len] = 0;
        json_t *of = json_object_get(out, group);
        if (of == NULL) {
            of = json_object();
            json_object_set_new(out, group, of);
        }
        json_object_set(of, dot + 1, text);
    }
    return out;
}

/* The language that was asked for, else the word in data/dossier/default. */
static casus_status find_language(casus_model *m, casus_error *err)
{
    casus_str text;
    m->language = m->options->language;
    if (m->language != NULL) {
        return CASUS_OK;
    }
    casus_status st = read_file(m, "default", &text, err);
    if (st == CASUS_OK) {
        text = casus_arena_str(m->arena, casus_str_trim(text));
        m->language = text.ptr == NULL ? "" : text.ptr;
    }
    return st;
}

static casus_status open_model(casus_model *m, const casus_ledger *ledger, const casus_dossier_options *options,
                               casus_arena *arena, casus_error *err)
{
    char path[LONGEST_PATH];
    *m = (casus_model){.ledger = ledger, .options = options, .arena = arena};
    casus_arena_init(arena, SIZE_MAX);
    casus_status st = find_language(m, err);
    if (st != CASUS_OK) {
        return st;
    }
    int len = snprintf(path, sizeof path, "%s/dossier/%s/words.tsv", options->folder, m->language);
    if (m->language[0] == '\0' || strchr(m->language, '/') != NULL || strchr(m->language, '.') != NULL ||
        len >= LONGEST_PATH || access(path, F_OK) != 0) {
        return casus_fail(err, CASUS_EUSAGE, NULL, 0, 0, "no words for a page in '%s' (%s/dossier)", m->language,
                          options->folder);
    }
    char *kept = casus_arena_bytes(arena, (size_t)len + 1);
    if (kept == NULL) {
        return casus_arena_fail(arena, err);
    }
    memcpy(kept, path, (size_t)len + 1);
    if (!casus_shown_find(ledger, options->selection, arena, &m->shown)) {
        return casus_arena_fail(arena, err);
    }
    st = casus_words_read(kept, arena, &m->words, err);
    return st != CASUS_OK ? st : casus_borders_read(options->folder, arena, &m->borders, err);
}

static void close_model(casus_model *m)
{
    json_decref(m->words);
    casus_arena_free(m->arena);
}

static void set_picture(json_t *page, const char *name, casus_buf *svg)
{
    json_object_set_new(page, name, svg->len == 0 ? json_null() : json_stringn(svg->ptr, svg->len));
    casus_buf_clear(svg, SIZE_MAX);
}

/* How many rows a list has; what has rows of its own counts by them. */
static size_t rows_of(const json_t *list)
{
    size_t n = 0;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *rows = json_object_get(json_array_get(list, i), "rows");
        n += rows == NULL ? 1 : json_array_size(rows);
    }
    return n;
}

/* The list; "has-...": whether anything is in it; "many-...": whether it is to be folded. */
static void set_list(json_t *page, const char *name, json_t *list)
{
    char flag[64];
    snprintf(flag, sizeof flag, "has-%s", name);
    json_object_set_new(page, flag, json_boolean(json_array_size(list) > 0));
    snprintf(flag, sizeof flag, "many-%s", name);
    json_object_set_new(page, flag, json_boolean(rows_of(list) > UNFOLDED));
    json_object_set_new(page, name, list);
}

static json_t *page_of(const casus_model *m)
{
    json_t *page = json_object();
    casus_buf svg;
    casus_buf_init(&svg, 64U << 20);
    json_object_set_new(page, "language", json_string(m->language));
    json_object_set_new(page, "version", json_string(CASUS_VERSION));
    json_object_set_new(page, "w", nested(m->words));
    json_object_set_new(page, "title",
                        casus_model_str(m->options->title.ptr != NULL
                                            ? m->options->title
                                            : casus_model_word(m, "word", CASUS_STR("title"))));
    json_object_set_new(page, "head", casus_model_head(m));
    json_object_set_new(page, "top", casus_model_top(m));
    set_list(page, "disputes", casus_model_disputes(m));
    set_list(page, "losses", casus_model_losses(m));
    json_object_set_new(page, "states", casus_model_states(m));
    json_object_set_new(page, "days", casus_model_incidents(m));
    set_list(page, "loose", casus_model_loose(m));
    json_object_set_new(page, "echo", casus_model_echo(m));
    set_list(page, "documents", casus_model_documents(m));
    if (m->options->format == CASUS_DOSSIER_HTML) {
        casus_model_timeline(m, CASUS_STR_NULL, &svg);
        set_picture(page, "picture-timeline", &svg);
        casus_model_map(m, CASUS_STR_NULL, &svg);
        set_picture(page, "picture-map", &svg);
        casus_model_ribbons(m, CASUS_STATE_CONTROL, &svg);
        set_picture(page, "picture-control", &svg);
        casus_model_ribbons(m, CASUS_STATE_CEASEFIRE, &svg);
        set_picture(page, "picture-ceasefire", &svg);
    }
    casus_buf_free(&svg);
    return page;
}

/* The parts of a page that stand in files of their own: {{>name}}. Those of a language are in its folder. */
static const struct part {
    const char *name, *file;
    bool of_language, html_only;
} parts[] = {
    {"summary", "summary", true, false}, {"ask", "question", true, false},        {"method", "method", true, false},
    {"style", "style.css", false, true}, {"picture", "picture.css", false, true}, {"script", "script.js", false, true},
};
enum { N_PART = sizeof parts / sizeof *parts };

static casus_status read_parts(const casus_model *m, casus_partial partial[N_PART], size_t *n, casus_error *err)
{
    bool html = m->options->format == CASUS_DOSSIER_HTML;
    casus_status st = CASUS_OK;
    *n = 0;
    for (size_t i = 0; st == CASUS_OK && i < N_PART; i++) {
        char name[128];
        if (parts[i].html_only && !html) {
            continue;
        }
        if (parts[i].of_language) {
            snprintf(name, sizeof name, "%.60s/%s.%s", m->language, parts[i].file, html ? "html" : "md");
        } else {
            snprintf(name, sizeof name, "%s", parts[i].file);
        }
        partial[*n].name = parts[i].name;
        st = read_file(m, name, &partial[(*n)++].text, err);
    }
    return st;
}

casus_status casus_dossier_write(const casus_ledger *ledger, const casus_dossier_options *options, casus_buf *out,
                                 casus_error *err)
{
    bool html = options->format == CASUS_DOSSIER_HTML;
    const char *path = html ? "page.html" : "page.md";
    casus_arena arena;
    casus_model m;
    casus_str text;
    json_t *page = NULL;
    casus_partial partial[N_PART] = {0};
    size_t n_partial = 0;
    casus_status st = open_model(&m, ledger, options, &arena, err);
    if (st != CASUS_OK) {
        goto done;
    }
    CASUS_TRY(read_file(&m, path, &text, err));
    CASUS_TRY(read_parts(&m, partial, &n_partial, err));
    page = page_of(&m);
    st = casus_template_fill(path, text, partial, n_partial, page, html, out, err);
done:
    json_decref(page);
    close_model(&m);
    return st;
}

casus_status casus_dossier_picture(const casus_ledger *ledger, const casus_dossier_options *options,
                                   casus_picture picture, casus_buf *out, casus_error *err)
{
    casus_arena arena;
    casus_model m;
    casus_str style;
    casus_status st = open_model(&m, ledger, options, &arena, err);
    if (st != CASUS_OK) {
        goto done;
    }
    CASUS_TRY(read_file(&m, "picture.css", &style, err));
    if (picture == CASUS_PICTURE_MAP) {
        casus_model_map(&m, style, out);
    } else {
        casus_model_timeline(&m, style, out);
    }
    if (out->failed != CASUS_OK) {
        st = casus_fail(err, out->failed, NULL, 0, 0, "the picture does not fit in memory");
    }
done:
    close_model(&m);
    return st;
}
