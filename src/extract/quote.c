/* Quotation marks: see quote.h. */
#include "extract/quote.h"

#include "base/utf8.h"

typedef enum mark { MARK_NONE, MARK_OPEN, MARK_CLOSE, MARK_EITHER } mark;

/* What a token of one sign does; single marks are left out: they are apostrophes more often than not. */
static mark mark_of(casus_str form)
{
    size_t at = 0;
    if (form.len == 0 || form.len > 4) {
        return MARK_NONE;
    }
    uint32_t c = casus_utf8_next(form.ptr, form.len, &at);
    if (at != form.len) {
        return casus_str_eq(form, CASUS_STR("``"))   ? MARK_OPEN
               : casus_str_eq(form, CASUS_STR("''")) ? MARK_CLOSE
                                                     : MARK_NONE;
    }
    switch (c) {
    case '"':
        return MARK_EITHER;
    case 0x201C: /* opens in most languages, closes in some: the state decides */
        return MARK_EITHER;
    case 0x201E:
    case 0x00AB:
        return MARK_OPEN;
    case 0x201D: /* opens in some Nordic use, which no pack has yet */
    case 0x00BB:
        return MARK_CLOSE;
    default:
        return MARK_NONE;
    }
}

/* A mark at a quote's edge that may also be a single one: at the start of a sentence or behind a colon. */
static bool starts_paragraph(const casus_view *view, uint32_t w)
{
    const casus_sentence *s = &view->doc->sentence[view->word[w].sentence];
    if (w != s->word_begin || w == 0) {
        return w == 0;
    }
    uint32_t from = view->doc->word[w - 1].text.end;
    casus_str between = casus_str_slice(view->doc->text, from, view->doc->word[w].text.begin);
    return between.len > 0 && memchr(between.ptr, '\n', between.len) != NULL;
}

static void close_quote(casus_quotes *q, uint32_t end)
{
    q->end[q->n] = end;
    if (q->begin[q->n] < end) {
        for (uint32_t w = q->begin[q->n]; w < end; w++) {
            q->of[w] = q->n;
        }
        q->n++;
    }
}

casus_status casus_quotes_find(const casus_view *view, casus_quotes *out, casus_error *err)
{
    uint32_t n = view->doc->n_word;
    bool open = false;
    uint32_t sentence = 0;
    *out = (casus_quotes){.of = CASUS_NEW(view->scratch, uint32_t, (size_t)n + 1),
                          .begin = CASUS_NEW(view->scratch, uint32_t, (size_t)n + 1),
                          .end = CASUS_NEW(view->scratch, uint32_t, (size_t)n + 1),
                          .goes_on = CASUS_NEW(view->scratch, bool, (size_t)n + 1)};
    if (out->goes_on == NULL || out->of == NULL || out->begin == NULL || out->end == NULL) {
        return casus_arena_fail(view->scratch, err);
    }
    memset(out->of, 0xFF, ((size_t)n + 1) * sizeof *out->of);
    for (uint32_t w = 0; w < n; w++) {
        mark m = mark_of(view->doc->word[w].form);
        if (open && starts_paragraph(view, w)) {
            bool goes_on = m == MARK_OPEN || m == MARK_EITHER;
            uint32_t n_before = out->n;
            close_quote(out, goes_on ? w : view->doc->sentence[sentence].word_end);
            if (out->n > n_before) {
                out->goes_on[n_before] = goes_on;
            }
            open = false;
        }
        if (m == MARK_NONE) {
            continue;
        }
        if (open && m != MARK_OPEN) {
            close_quote(out, w);
            open = false;
        } else if (!open && m != MARK_CLOSE) {
            out->begin[out->n] = w + 1;
            sentence = view->word[w].sentence;
            open = true;
        }
    }
    if (open) {
        close_quote(out, view->doc->sentence[sentence].word_end);
    }
    return CASUS_OK;
}
