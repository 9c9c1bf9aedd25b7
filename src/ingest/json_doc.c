/* JSON objects as documents: see json_doc.h. */
#include "ingest/json_doc.h"

#include <jansson.h>
#include <stdint.h>
#include <stdio.h>

static casus_status bad(casus_error *err, uint32_t column, const char *what, const char *which)
{
    return casus_fail(err, CASUS_EINPUT, NULL, 0, column, "%s%s", what, which);
}

/* A member that is a string or a whole number, copied; absent if it is not there, null or empty. */
static casus_status member(const json_t *object, const char *name, casus_arena *arena, casus_str *out, casus_error *err)
{
    const json_t *value = json_object_get(object, name);
    *out = CASUS_STR_NULL;
    if (value == NULL || json_is_null(value)) {
        return CASUS_OK;
    }
    if (json_is_integer(value)) { /* ids are often numbers */
        char digits[32];
        int len = snprintf(digits, sizeof digits, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        *out = casus_arena_str(arena, (casus_str){digits, (size_t)len});
    } else if (json_is_string(value)) {
        *out = casus_arena_str(arena, (casus_str){json_string_value(value), json_string_length(value)});
    } else {
        return bad(err, 0, "is no string: field ", name);
    }
    if (out->ptr == NULL) {
        return casus_arena_fail(arena, err);
    }
    if (out->len == 0) {
        *out = CASUS_STR_NULL;
    }
    return CASUS_OK;
}

/* 'published' may be a string, or the object that casus itself prints. */
static casus_status published(const json_t *object, casus_arena *arena, casus_str *out, casus_error *err)
{
    const json_t *value = json_object_get(object, "published");
    return json_is_object(value) ? member(value, "value", arena, out, err)
                                 : member(object, "published", arena, out, err);
}

static casus_status fill(const json_t *object, casus_doc *doc, casus_meta *meta, casus_form *form, casus_str *id,
                         casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_str html;
    CASUS_TRY(member(object, "id", &doc->arena, id, err));
    CASUS_TRY(member(object, "url", &doc->arena, &meta->url, err));
    CASUS_TRY(member(object, "outlet", &doc->arena, &meta->outlet, err));
    CASUS_TRY(member(object, "language", &doc->arena, &meta->language, err));
    CASUS_TRY(published(object, &doc->arena, &meta->published, err));
    CASUS_TRY(member(object, "title", &doc->arena, &meta->title, err));
    CASUS_TRY(member(object, "text", &doc->arena, &doc->raw, err));
    *form = CASUS_FORM_TEXT;
    if (doc->raw.ptr == NULL) {
        CASUS_TRY(member(object, "html", &doc->arena, &html, err));
        doc->raw = html;
        *form = CASUS_FORM_HTML;
    }
    if (doc->raw.ptr == NULL) {
        return bad(err, 0, "holds neither text nor html", "");
    }
done:
    return st;
}

static unsigned is_control(char c)
{
    unsigned char byte = (unsigned char)c;
    return (unsigned)(byte < 0x20) & (unsigned)(byte != '\t') & (unsigned)(byte != '\n') & (unsigned)(byte != '\r');
}

/* Zero bytes and other signs that are no text become spaces, so that positions stay. */
static void blank_controls(casus_str raw)
{
    unsigned controls = 0;
    for (size_t i = 0; i < raw.len; i++) { /* compilers vectorise this */
        controls |= is_control(raw.ptr[i]);
    }
    char *bytes = (char *)(uintptr_t)raw.ptr; /* the arena's, ours to write */
    for (size_t i = 0; controls != 0 && i < raw.len; i++) {
        if (is_control(bytes[i]) != 0) {
            bytes[i] = ' ';
        }
    }
}

/* The common case. False: ask the strict reader. */
static bool read_fast(casus_json_fast *fast, const casus_input *input, casus_doc *doc, casus_meta *meta,
                      casus_form *form, casus_str *id)
{
    enum { ID, URL, OUTLET, LANGUAGE, PUBLISHED, TITLE, TEXT, HTML, FIELDS };
    static const char *const names[FIELDS] = {"id", "url", "outlet", "language", "published", "title", "text", "html"};
    casus_str value[FIELDS];
    if (!casus_json_fast_read(fast, input->bytes, input->n_byte, names, FIELDS, value)) {
        return false;
    }
    for (int i = 0; i < FIELDS; i++) {
        bool body = i == TEXT || (i == HTML && value[TEXT].len == 0);
        value[i] = value[i].len == 0 || (i >= TEXT && !body) ? CASUS_STR_NULL : casus_arena_str(&doc->arena, value[i]);
    }
    *id = value[ID];
    *meta = (casus_meta){.url = value[URL],
                         .outlet = value[OUTLET],
                         .title = value[TITLE],
                         .language = value[LANGUAGE],
                         .published = value[PUBLISHED]};
    *form = value[TEXT].ptr != NULL ? CASUS_FORM_TEXT : CASUS_FORM_HTML;
    doc->raw = value[TEXT].ptr != NULL ? value[TEXT] : value[HTML];
    return doc->raw.ptr != NULL && doc->arena.failed == CASUS_OK;
}

/* jansson: exact about what is wrong, and where. */
static casus_status read_strict(const casus_input *input, casus_doc *doc, casus_meta *meta, casus_form *form,
                                casus_str *id, casus_error *err)
{
    json_error_t fault;
    json_t *object = json_loadb(input->bytes, input->n_byte, JSON_ALLOW_NUL, &fault);
    if (object == NULL) {
        return bad(err, fault.column > 0 ? (uint32_t)fault.column : 0, "is no JSON object: ", fault.text);
    }
    casus_status st =
        json_is_object(object) ? fill(object, doc, meta, form, id, err) : bad(err, 0, "is no JSON object", "");
    json_decref(object);
    return st;
}

casus_status casus_json_doc(casus_json_fast *fast, const casus_input *input, casus_doc *doc, casus_meta *meta,
                            casus_form *form, casus_str *id, casus_error *err)
{
    casus_status st = CASUS_OK;
    if (!read_fast(fast, input, doc, meta, form, id)) {
        st = read_strict(input, doc, meta, form, id, err);
    }
    if (st == CASUS_OK) {
        blank_controls(doc->raw);
    }
    return st;
}
