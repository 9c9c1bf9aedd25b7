/* Records as JSON: see write.h. */
#include "record/write.h"

#include "base/json.h"
#include "record/points.h"
#include "record/write_claims.h"
#include "record/write_mentions.h"

static void write_span(casus_json *json, casus_points *points, casus_span span)
{
    casus_json_key(json, "start");
    casus_json_int(json, casus_points_at(points, span.begin));
    casus_json_key(json, "end");
    casus_json_int(json, casus_points_at(points, span.end));
}

static void write_member(casus_json *json, const char *name, casus_str value)
{
    casus_json_key(json, name);
    casus_json_str(json, value);
}

static void write_published(casus_json *json, casus_date date)
{
    static const char *const precision[] = {"year", "month", "day", "minute"};
    static const char *const from[] = {"", "option", "metadata", "text", "inferred"};
    char value[24];
    casus_json_key(json, "published");
    if (date.from == CASUS_FROM_NOWHERE) {
        casus_json_null(json);
        return;
    }
    casus_date_format(date, value);
    casus_json_object(json);
    write_member(json, "value", casus_str_of(value));
    write_member(json, "precision", casus_str_of(precision[date.precision]));
    write_member(json, "from", casus_str_of(from[date.from]));
    casus_json_object_end(json);
}

static void write_cuts(casus_json *json, const casus_doc *doc)
{
    casus_points points = {.text = doc->raw};
    casus_json_key(json, "boilerplate");
    casus_json_array(json);
    for (uint32_t i = 0; i < doc->n_cut; i++) {
        casus_span raw = doc->cut[i].raw;
        casus_json_object(json);
        write_span(json, &points, raw);
        write_member(json, "exact", casus_str_slice(doc->raw, raw.begin, raw.end));
        write_member(json, "why", doc->cut[i].why);
        casus_json_object_end(json);
    }
    casus_json_array_end(json);
}

static void write_document(casus_json *json, const casus_doc *doc)
{
    casus_json_key(json, "document");
    casus_json_object(json);
    write_member(json, "id", doc->id);
    write_member(json, "url", doc->url);
    write_member(json, "outlet", doc->outlet);
    write_member(json, "language", doc->language);
    casus_json_key(json, "language_share");
    if (doc->language_share < 0) {
        casus_json_null(json);
    } else {
        casus_json_int(json, doc->language_share);
    }
    write_published(json, doc->published);
    write_member(json, "title", doc->title);
    write_member(json, "text", doc->text);
    write_member(json, "sha256", casus_str_of(doc->sha256));
    write_cuts(json, doc);
    casus_json_object_end(json);
}

static void write_sentences(casus_json *json, const casus_doc *doc)
{
    casus_points points = {.text = doc->text};
    casus_json_key(json, "sentences");
    casus_json_array(json);
    for (uint32_t i = 0; i < doc->n_sentence; i++) {
        casus_json_object(json);
        write_span(json, &points, doc->sentence[i].text);
        casus_json_object_end(json);
    }
    casus_json_array_end(json);
}

void casus_record_write(const casus_doc *doc, unsigned layers, casus_buf *out)
{
    casus_json json;
    casus_json_init(&json, out);
    casus_json_object(&json);
    write_document(&json, doc);
    casus_record__write_claims(&json, doc);
    if ((layers & CASUS_LAYER_SENTENCES) != 0) {
        write_sentences(&json, doc);
    }
    casus_record__write_mentions(&json, doc, layers);
    if ((layers & CASUS_LAYER_ATTRIBUTIONS) != 0) {
        casus_record__write_attributions(&json, doc);
    }
    casus_json_object_end(&json);
    casus_buf_add_char(out, '\n');
}
