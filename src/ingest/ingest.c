/* One document through the steps of this room: see casus/ingest.h. */
#include "casus/ingest.h"

#include "base/sha256.h"
#include "ingest/format.h"
#include "ingest/head_date.h"
#include "ingest/json_doc.h"
#include "ingest/language.h"

#include <stdlib.h>

enum {
    DEFAULT_MAX_DOCUMENT = 32 * 1024 * 1024,
    SCRATCH_CAP = 64 * 1024 * 1024,
    SAMPLE_WINDOWS = 3,
    SAMPLE_WINDOW = 112, /* bytes */
    SURE_SHARE = 90,     /* percent: below, a small sample may have met names and quotes */
    MORE_WINDOWS = 16    /* for texts that a small sample leaves in doubt */
};

struct casus_ingest {
    const casus_packs *packs;
    casus_ingest_options options;
    casus_date published; /* of the options */
    casus_blocks blocks;
    casus_html *html;
    casus_json_fast *json;
    casus_arena scratch;
};

casus_status casus_ingest_open(const casus_packs *packs, const casus_ingest_options *options, casus_ingest **out,
                               casus_error *err)
{
    *out = NULL;
    casus_ingest *ingest = calloc(1, sizeof *ingest);
    if (ingest == NULL) {
        return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    ingest->packs = packs;
    if (options != NULL) {
        ingest->options = *options;
    }
    size_t most = ingest->options.max_document == 0 ? DEFAULT_MAX_DOCUMENT : ingest->options.max_document;
    casus_blocks_init(&ingest->blocks, most < UINT32_MAX / 4 ? most + 4096 : UINT32_MAX / 4);
    casus_arena_init(&ingest->scratch, SCRATCH_CAP);
    ingest->html = casus_html_new();
    ingest->json = casus_json_fast_new();
    if (ingest->html == NULL || ingest->json == NULL) {
        casus_ingest_close(ingest);
        return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    const char *published = ingest->options.published;
    if (published != NULL && !casus_date_parse(casus_str_of(published), &ingest->published)) {
        casus_ingest_close(ingest);
        return casus_fail(err, CASUS_EUSAGE, NULL, 0, 0, "'%s' is no ISO 8601 date", published);
    }
    *out = ingest;
    return CASUS_OK;
}

void casus_ingest_close(casus_ingest *ingest)
{
    if (ingest != NULL) {
        casus_html_free(ingest->html);
        casus_json_fast_free(ingest->json);
        casus_blocks_free(&ingest->blocks);
        casus_arena_free(&ingest->scratch);
        free(ingest);
    }
}

/* The first of the strings that is there, copied to the document. */
static casus_status settle(casus_doc *doc, casus_str *field, casus_str a, casus_str b, casus_str c, casus_error *err)
{
    casus_str best = a.ptr != NULL && a.len > 0 ? a : b.ptr != NULL && b.len > 0 ? b : c;
    best = casus_str_trim(best);
    if (best.ptr == NULL || best.len == 0) {
        return CASUS_OK;
    }
    *field = casus_arena_str(&doc->arena, best);
    return field->ptr == NULL ? casus_arena_fail(&doc->arena, err) : CASUS_OK;
}

/* Dates of standards first, then as people write them. */
static void settle_date(const casus_ingest *ingest, casus_doc *doc, casus_str said)
{
    casus_date date = {0};
    if (ingest->published.from != CASUS_FROM_NOWHERE) {
        doc->published = ingest->published;
        doc->published.from = CASUS_FROM_OPTION;
        return;
    }
    if (said.ptr != NULL && casus_date_parse(said, &date)) {
        doc->published = date;
        doc->published.from = CASUS_FROM_METADATA;
    }
}

static casus_status settle_meta(const casus_ingest *ingest, const casus_input *input, const casus_meta *json,
                                const casus_meta *page, casus_doc *doc, casus_error *err)
{
    casus_status st = CASUS_OK;
    CASUS_TRY(settle(doc, &doc->url, json->url, input->url, page->url, err));
    CASUS_TRY(settle(doc, &doc->title, json->title, input->title, page->title, err));
    CASUS_TRY(settle(doc, &doc->outlet, json->outlet, page->outlet, input->outlet, err));
    if (ingest->options.outlet != NULL) {
        doc->outlet = CASUS_STR_NULL;
        CASUS_TRY(settle(doc, &doc->outlet, casus_str_of(ingest->options.outlet), CASUS_STR_NULL, CASUS_STR_NULL, err));
    }
    settle_date(ingest, doc, json->published);
    if (doc->published.from == CASUS_FROM_NOWHERE) {
        settle_date(ingest, doc, page->published);
    }
    if (doc->published.from == CASUS_FROM_NOWHERE) {
        settle_date(ingest, doc, input->published);
    }
done:
    return st;
}

/* Text of parts that stay, from places spread over the document. */
static casus_str sample(const casus_blocks *blocks, casus_arena *scratch, size_t windows, size_t window)
{
    size_t total = 0;
    for (size_t i = 0; i < blocks->n_part; i++) {
        total += blocks->part[i].cut == NULL ? blocks->part[i].text.end - blocks->part[i].text.begin : 0;
    }
    char *text = casus_arena_bytes(scratch, windows * (window + 1) + 1);
    if (text == NULL || total == 0) {
        return CASUS_STR_NULL;
    }
    size_t len = 0;
    size_t passed = 0;
    size_t step = total / windows;
    size_t taken = 0; /* windows */
    for (size_t i = 0; i < blocks->n_part && taken < windows; i++) {
        const casus_part *part = &blocks->part[i];
        if (part->cut != NULL) {
            continue;
        }
        size_t part_len = part->text.end - part->text.begin;
        while (taken < windows && passed + part_len > taken * step) {
            size_t skip = taken * step > passed ? taken * step - passed : 0;
            size_t begin = part->text.begin + skip;
            while (begin < part->text.end && ((unsigned char)blocks->text.ptr[begin] & 0xC0) == 0x80) {
                begin++;
            }
            size_t end = begin + window < part->text.end ? begin + window : part->text.end;
            while (end > begin && end < part->text.end && ((unsigned char)blocks->text.ptr[end] & 0xC0) == 0x80) {
                end--;
            }
            memcpy(text + len, blocks->text.ptr + begin, end - begin);
            len += end - begin;
            text[len++] = ' ';
            taken++;
        }
        passed += part_len;
    }
    return (casus_str){text, len};
}

static bool has_pack(const casus_packs *packs, const char *code)
{
    casus_str found = casus_pack_code(casus_packs_for(packs, casus_str_of(code)));
    return strncmp(code, found.ptr, found.len) == 0;
}

/* A small sample settles it where a pack reads the language; neighbours of those languages need more to go by. */
static void detect(const casus_packs *packs, const casus_blocks *blocks, casus_arena *scratch,
                   char code[CASUS_LANGUAGE_CODE], int *share, bool *sure)
{
    casus_str text = sample(blocks, scratch, SAMPLE_WINDOWS, SAMPLE_WINDOW);
    code[0] = '\0';
    *sure = false;
    bool found = text.ptr != NULL && casus_language_detect(text.ptr, text.len, code, share, sure);
    if (text.ptr != NULL && (!found || !*sure || *share < SURE_SHARE || !has_pack(packs, code))) {
        text = sample(blocks, scratch, MORE_WINDOWS, SAMPLE_WINDOW);
        if (text.ptr != NULL) {
            (void)casus_language_detect(text.ptr, text.len, code, share, sure);
        }
    }
}

/* Whether two language tags name the same language, regions aside. */
static bool same_language(casus_str a, const char *b)
{
    size_t len = strcspn(b, "-_");
    return a.len >= len && strncmp(a.ptr, b, len) == 0 && (a.len == len || a.ptr[len] == '-' || a.ptr[len] == '_');
}

/*
 * The option, then the document's own field, then what the words show; a page's template often says another language
 * than its article is in, so what a page says counts only where the words leave it open.
 */
static casus_status settle_language(casus_ingest *ingest, casus_str field, casus_str page, casus_doc *doc,
                                    casus_error *err)
{
    char code[CASUS_LANGUAGE_CODE];
    int share = -1;
    bool sure = false;
    detect(ingest->packs, &ingest->blocks, &ingest->scratch, code, &share, &sure);
    casus_str language = casus_str_of(code);
    if (ingest->options.language != NULL) {
        language = casus_str_of(ingest->options.language);
    } else if (field.ptr != NULL && field.len > 0) {
        language = field;
    } else if (page.ptr != NULL && page.len > 0 && !sure) {
        language = page;
    }
    doc->language_share = language.len > 0 && same_language(language, code) ? share : -1;
    return settle(doc, &doc->language, language, CASUS_STR_NULL, CASUS_STR_NULL, err);
}

static casus_status decode(casus_ingest *ingest, const casus_input *input, casus_doc *doc, casus_meta *meta,
                           casus_form *form, casus_error *err)
{
    casus_status st = CASUS_OK;
    *form = input->form;
    casus_str id = CASUS_STR_NULL;
    if (input->form == CASUS_FORM_JSON) {
        CASUS_TRY(casus_json_doc(ingest->json, input, doc, meta, form, &id, err));
    } else {
        CASUS_TRY(casus_charset_decode(input->bytes, input->n_byte, input->charset, input->form, doc, err));
    }
    st = settle(doc, &doc->id, id, input->id, CASUS_STR("?"), err);
done:
    return st;
}

static casus_status run(casus_ingest *ingest, const casus_input *input, casus_doc *doc, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_form form;
    casus_meta json = {0};
    casus_meta page = {0};
    CASUS_TRY(decode(ingest, input, doc, &json, &form, err));
    casus_sha256(doc->raw, doc->sha256);
    if (form == CASUS_FORM_HTML) {
        CASUS_TRY(casus_html_blocks(ingest->html, doc, &ingest->blocks, &page, err));
    } else {
        CASUS_TRY(casus_text_blocks(doc, &ingest->blocks, err));
    }
    CASUS_TRY(settle_meta(ingest, input, &json, &page, doc, err));
    CASUS_TRY(
        settle_language(ingest, json.language, page.language.ptr != NULL ? page.language : input->language, doc, err));
    const casus_pack *pack = casus_packs_for(ingest->packs, doc->language);
    if (doc->published.from == CASUS_FROM_NOWHERE && json.published.ptr != NULL) { /* '14 May 2025' in a date field */
        doc->published = casus_head_date_find(pack, json.published).date;
        doc->published.from = doc->published.from == CASUS_FROM_TEXT ? CASUS_FROM_METADATA : CASUS_FROM_NOWHERE;
    }
    doc->lines_kept = !ingest->options.as_is;
    if (!ingest->options.as_is) {
        CASUS_TRY(casus_furniture_mark(pack, &ingest->blocks, &ingest->scratch, err));
        CASUS_TRY(casus_head_read(pack, &ingest->blocks, doc, err));
    }
    CASUS_TRY(casus_blocks_finish(&ingest->blocks, doc, err));
done:
    return st;
}

casus_status casus_ingest_run(casus_ingest *ingest, const casus_input *input, casus_doc *doc, casus_error *err)
{
    casus_doc_clear(doc);
    casus_blocks_clear(&ingest->blocks);
    casus_arena_clear(&ingest->scratch);
    casus_error found = {0};
    casus_status st = run(ingest, input, doc, &found);
    if (st != CASUS_OK) {
        casus_doc_clear(doc);
        if (err != NULL) { /* those below do not know the document's place */
            *err = found;
            (void)casus_fail(err, st, input->place.ptr, found.line, found.column, "%s", found.msg);
        }
    }
    return st;
}
