/* Feeds with full content: RSS 2.0, RSS 1.0 (RDF) and Atom. One item is in memory at a time. */
#include "ingest/reader.h"

#include <libxml/tree.h>
#include <libxml/xmlreader.h>
#include <stdio.h>
#include <stdlib.h>

struct casus_feed {
    casus_source *source;
    xmlTextReaderPtr reader;
    bool too_long;
    bool failed;
    bool in_item; /* the reader stands on an item that was taken whole */
    casus_error stream_fault;
    char fault[160];
    int line;
    casus_arena arena; /* the channel's own fields */
    casus_str title, language;
};

enum { FIELDS_CAP = 64 * 1024, MOST_TITLE = 400 };

/* libxml2 pulls bytes through here. The whole feed counts as a document: expanding an item must stay bounded. */
static int pull(void *context, char *buffer, int room)
{
    casus_feed *feed = context;
    casus_str bytes;
    if (casus_stream_position(feed->source->stream) > feed->source->most) {
        feed->too_long = true;
        return -1;
    }
    if (casus_stream_peek(feed->source->stream, 1, &bytes, &feed->stream_fault) != CASUS_OK) {
        return -1;
    }
    size_t len = bytes.len < (size_t)room ? bytes.len : (size_t)room;
    memcpy(buffer, bytes.ptr, len);
    casus_stream_skip(feed->source->stream, len);
    return (int)len;
}

static void note_fault(void *context, xmlErrorPtr fault)
{
    casus_feed *feed = context;
    if (feed->fault[0] == '\0' && fault->level == XML_ERR_FATAL && fault->message != NULL) {
        (void)snprintf(feed->fault, sizeof feed->fault, "%s", fault->message);
        feed->fault[strcspn(feed->fault, "\r\n")] = '\0';
        feed->line = fault->line;
    }
}

void casus_feed_close(casus_feed *feed)
{
    if (feed != NULL) {
        xmlFreeTextReader(feed->reader);
        casus_arena_free(&feed->arena);
        free(feed);
    }
}

static casus_status open_feed(casus_source *source, casus_error *err)
{
    casus_feed *feed = calloc(1, sizeof *feed);
    if (feed == NULL) {
        return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    feed->source = source;
    casus_arena_init(&feed->arena, FIELDS_CAP);
    /* No network, no DTD, no entity substitution, libxml2's own limits in force. */
    feed->reader =
        xmlReaderForIO(pull, NULL, feed, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT);
    if (feed->reader == NULL) {
        casus_feed_close(feed);
        return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    xmlTextReaderSetStructuredErrorHandler(feed->reader, note_fault, feed);
    source->feed = feed;
    return CASUS_OK;
}

static bool is_named(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* The node's text in the arena; xhtml content with its tags. */
static casus_str text_of(xmlNode *node, casus_arena *arena)
{
    xmlChar *text = xmlNodeGetContent(node);
    casus_str kept = CASUS_STR_NULL;
    if (text != NULL) {
        kept = casus_arena_str(arena, casus_str_trim(casus_str_of((const char *)text)));
        xmlFree(text);
    }
    return kept.len == 0 ? CASUS_STR_NULL : kept;
}

static casus_str attribute(const xmlNode *node, const char *name, casus_arena *arena)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
    casus_str kept = CASUS_STR_NULL;
    if (value != NULL) {
        kept = casus_arena_str(arena, casus_str_of((const char *)value));
        xmlFree(value);
    }
    return kept;
}

/* The nodes of an item that matter; later ones of the same kind do not replace earlier ones. */
typedef struct item {
    xmlNode *content, *summary;
    casus_str link, id, published, updated, title;
} item;

static void keep_first(casus_str *field, casus_str value)
{
    if (field->ptr == NULL) {
        *field = value;
    }
}

static void read_child(xmlNode *node, item *found, casus_arena *arena)
{
    if (is_named(node, "encoded") || is_named(node, "content")) {
        found->content = found->content == NULL || is_named(node, "encoded") ? node : found->content;
    } else if (is_named(node, "description") || is_named(node, "summary")) {
        found->summary = found->summary == NULL ? node : found->summary;
    } else if (is_named(node, "title")) {
        keep_first(&found->title, text_of(node, arena));
    } else if (is_named(node, "link")) {
        casus_str rel = attribute(node, "rel", arena);
        casus_str href = attribute(node, "href", arena);
        if (rel.ptr == NULL || casus_str_eq(rel, CASUS_STR("alternate"))) {
            keep_first(&found->link, href.ptr != NULL ? href : text_of(node, arena));
        }
    } else if (is_named(node, "guid") || is_named(node, "id")) {
        keep_first(&found->id, text_of(node, arena));
    } else if (is_named(node, "pubDate") || is_named(node, "published") || is_named(node, "date")) {
        keep_first(&found->published, text_of(node, arena));
    } else if (is_named(node, "updated")) {
        keep_first(&found->updated, text_of(node, arena));
    }
}

static bool add_markup(xmlNode *node, casus_input *input)
{
    xmlBufferPtr buffer = xmlBufferCreate();
    bool kept = buffer != NULL && xmlNodeDump(buffer, node->doc, node, 0, 0) >= 0 &&
                casus_input_add(input, (const char *)xmlBufferContent(buffer), (size_t)xmlBufferLength(buffer));
    xmlBufferFree(buffer);
    return kept;
}

/* The item's body into the input: markup as it is, or as text that holds markup. */
static casus_status take_body(const item *found, casus_input *input, casus_error *err)
{
    xmlNode *body = found->content != NULL ? found->content : found->summary;
    bool kept = true;
    input->form = CASUS_FORM_HTML;
    input->charset = CASUS_STR("utf-8");
    if (body == NULL) {
        return casus_fail(err, CASUS_EINPUT, input->place.ptr, 0, 0, "the item holds no text");
    }
    casus_str type = attribute(body, "type", &input->arena);
    if (casus_str_eq(type, CASUS_STR("xhtml"))) {
        for (xmlNode *child = body->children; child != NULL && kept; child = child->next) {
            kept = add_markup(child, input);
        }
    } else {
        xmlChar *text = xmlNodeGetContent(body);
        kept = text != NULL && casus_input_add(input, (const char *)text, strlen((const char *)text));
        xmlFree(text);
        input->form = casus_str_eq(type, CASUS_STR("text")) ? CASUS_FORM_TEXT : CASUS_FORM_HTML;
    }
    return kept ? CASUS_OK : casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
}

static casus_status take_item(casus_feed *feed, casus_input *input, casus_error *err)
{
    casus_source *source = feed->source;
    source->number++;
    casus_status st = casus_source_place(source, '#', source->number, input, err);
    if (st != CASUS_OK) {
        return st;
    }
    xmlNode *node = xmlTextReaderExpand(feed->reader);
    if (node == NULL) {
        return CASUS_END; /* the fault is told by the caller */
    }
    item found = {0};
    for (xmlNode *child = node->children; child != NULL; child = child->next) {
        read_child(child, &found, &input->arena);
    }
    input->title = found.title;
    input->url = found.link;
    input->published = found.published.ptr != NULL ? found.published : found.updated;
    input->outlet = casus_arena_str(&input->arena, feed->title);
    input->language = casus_arena_str(&input->arena, feed->language);
    if (found.id.ptr != NULL) {
        input->id = found.id;
    }
    return take_body(&found, input, err);
}

/* What the channel says of itself stands outside its items. */
static void read_channel(casus_feed *feed, const char *name)
{
    casus_str *field = strcmp(name, "title") == 0      ? &feed->title
                       : strcmp(name, "language") == 0 ? &feed->language
                                                       : NULL;
    if (field == NULL || field->ptr != NULL || xmlTextReaderDepth(feed->reader) > 2) {
        return;
    }
    xmlChar *text = xmlTextReaderReadString(feed->reader);
    if (text != NULL) {
        casus_str said = casus_str_trim(casus_str_of((const char *)text));
        *field = said.len > MOST_TITLE ? CASUS_STR_NULL : casus_arena_str(&feed->arena, said);
        xmlFree(text);
    }
}

static casus_status tell_fault(casus_feed *feed, casus_error *err)
{
    casus_source *source = feed->source;
    feed->failed = true;
    if (feed->too_long) {
        return casus_source_too_long(source, '\0', 0, err);
    }
    if (feed->stream_fault.status != CASUS_OK) {
        *err = feed->stream_fault;
        return feed->stream_fault.status;
    }
    return casus_fail(err, CASUS_EINPUT, source->name.ptr, feed->line > 0 ? (uint32_t)feed->line : 0, 0,
                      "the feed is malformed: %s", feed->fault[0] == '\0' ? "unknown fault" : feed->fault);
}

/* To the next node; an item that was taken is passed over with all that is in it. */
static int step(casus_feed *feed)
{
    bool over = feed->in_item;
    feed->in_item = false;
    return over ? xmlTextReaderNext(feed->reader) : xmlTextReaderRead(feed->reader);
}

casus_status casus_feed_next(casus_source *source, casus_input *input, casus_error *err)
{
    if (source->feed == NULL) {
        casus_status st = open_feed(source, err);
        if (st != CASUS_OK) {
            return st;
        }
    }
    casus_feed *feed = source->feed;
    if (feed->failed) {
        return CASUS_END;
    }
    int more = 1;
    while ((more = step(feed)) == 1) {
        const char *name = (const char *)xmlTextReaderConstLocalName(feed->reader);
        if (xmlTextReaderNodeType(feed->reader) != XML_READER_TYPE_ELEMENT || name == NULL) {
            continue;
        }
        if (strcmp(name, "item") == 0 || strcmp(name, "entry") == 0) {
            casus_status st = take_item(feed, input, err);
            if (st == CASUS_END) {
                break;
            }
            feed->in_item = true;
            return st;
        }
        read_channel(feed, name);
    }
    return more == 0 && feed->fault[0] == '\0' ? CASUS_END : tell_fault(feed, err);
}
