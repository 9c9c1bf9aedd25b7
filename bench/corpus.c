/* Generated corpora: see corpus.h. */
#include "corpus.h"

#include "base/json.h"
#include "pipeline/pipeline.h"

enum { MOST_PARAGRAPHS = 64, SCRIPT_BYTES = 30000, LINKS = 120 };

static void keep(const casus_doc *doc, casus_buf *out, void *payload)
{
    bench_articles *articles = payload;
    (void)out;
    if (articles->n < sizeof articles->article / sizeof articles->article[0]) {
        bench_article *article = &articles->article[articles->n++];
        article->title = casus_arena_str(&articles->arena, doc->title);
        article->text = casus_arena_str(&articles->arena, doc->text);
    }
}

static bool pass(casus_str bytes, void *payload)
{
    (void)bytes;
    (void)payload;
    return true;
}

static void complain(const casus_error *err, void *payload)
{
    (void)payload;
    (void)fprintf(stderr, "bench: %s: %s\n", err->file, err->msg);
}

bool bench_articles_read(bench_articles *articles, const casus_packs *packs, const char *const *path, size_t n_path)
{
    const casus_pipeline pipeline = {
        .packs = packs, .threads = 1, .render = keep, .document = pass, .fault = complain, .payload = articles};
    casus_error err = {0};
    casus_arena_init(&articles->arena, 1 << 28);
    articles->n = 0;
    return casus_pipeline_run(&pipeline, path, n_path, &err) == CASUS_OK && articles->n > 0;
}

/* xorshift64: the same numbers on every machine. */
static uint64_t next_number(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

/* The article's paragraphs in another order. */
static size_t shuffle(casus_str text, uint64_t *seed, casus_str paragraph[MOST_PARAGRAPHS])
{
    size_t n = 0;
    while (text.len > 0 && n < MOST_PARAGRAPHS) {
        const char *end = memchr(text.ptr, '\n', text.len);
        size_t len = end == NULL ? text.len : (size_t)(end - text.ptr);
        if (len > 0) {
            paragraph[n++] = casus_str_slice(text, 0, len);
        }
        text = casus_str_slice(text, len + (end != NULL), text.len);
    }
    for (size_t i = n; i > 1; i--) {
        size_t k = (size_t)(next_number(seed) % i);
        casus_str swapped = paragraph[i - 1];
        paragraph[i - 1] = paragraph[k];
        paragraph[k] = swapped;
    }
    return n;
}

static void add_text(casus_buf *body, const casus_str *paragraph, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        casus_buf_add_str(body, paragraph[i]);
        casus_buf_add(body, "\n\n", 2);
    }
}

static void add(casus_buf *body, const char *text)
{
    casus_buf_add_str(body, casus_str_of(text));
}

static void add_page(casus_buf *body, casus_str title, const casus_str *paragraph, size_t n)
{
    add(body, "<!doctype html><html lang=en><head><meta charset=utf-8><title>");
    casus_buf_add_str(body, title);
    add(body, " | The Desk</title><meta property=\"og:site_name\" content=\"The Desk\"><script>");
    while (body->len < SCRIPT_BYTES) {
        add(body, "window.app=window.app||{};app.q=(app.q||[]).concat([{a:1,b:'x<y',c:[1,2,3]}]);\n");
    }
    add(body,
        "</script><style>.a{color:red}</style></head><body><div class=\"cookie-banner\"><p>We use cookies.</p></div>"
        "<header><nav><ul>");
    for (int i = 0; i < LINKS; i++) {
        add(body, "<li class=\"menu-item\"><a class=\"link link--nav\" "
                  "href=\"https://example.org/section/page\">Section page</a></li>\n");
    }
    add(body, "</ul></nav></header><main><article><h1>");
    casus_buf_add_str(body, title);
    add(body, "</h1><div class=\"share-bar\"><a href=#>Share</a></div>");
    for (size_t i = 0; i < n; i++) {
        add(body, "<p class=\"paragraph\">");
        casus_buf_add_str(body, paragraph[i]);
        add(body, " <a href=\"https://example.org/more\">more</a> &amp; <b>so on</b>.</p>\n");
    }
    add(body, "</article><aside><h2>Most read</h2><ul>");
    for (int i = 0; i < LINKS; i++) {
        add(body, "<li><div class=\"teaser\"><a href=\"https://example.org/other\"><h3>Another story of the "
                  "day</h3></a></div></li>\n");
    }
    add(body, "</ul></aside></main><footer><p>About us, contact, terms of use.</p></footer></body></html>");
}

static size_t write_documents(const bench_articles *articles, const bench_articles *filler, unsigned one_in,
                              size_t bytes, const char *field, FILE *to)
{
    uint64_t seed = UINT64_C(0x2545F4914F6CDD1D);
    size_t documents = 0;
    casus_buf body;
    casus_buf line;
    casus_buf_init(&body, 1 << 26);
    casus_buf_init(&line, 1 << 26);
    for (size_t written = 0; written < bytes; written += line.len) {
        const bench_articles *from = documents % one_in == 0 ? articles : filler;
        const bench_article *article = &from->article[next_number(&seed) % from->n];
        casus_str paragraph[MOST_PARAGRAPHS];
        size_t n = shuffle(article->text, &seed, paragraph);
        casus_json json;
        casus_buf_clear(&body, SIZE_MAX);
        casus_buf_clear(&line, SIZE_MAX);
        if (field[0] == 't') {
            add_text(&body, paragraph, n);
        } else {
            add_page(&body, article->title.ptr == NULL ? CASUS_STR("Title") : article->title, paragraph, n);
        }
        casus_json_init(&json, &line);
        casus_json_object(&json);
        casus_json_key(&json, "id");
        casus_json_int(&json, (int64_t)documents++);
        casus_json_key(&json, "outlet");
        casus_json_str(&json, CASUS_STR("The Desk"));
        casus_json_key(&json, "published");
        casus_json_str(&json, CASUS_STR("2025-05-14"));
        casus_json_key(&json, field);
        casus_json_str(&json, casus_buf_str(&body));
        casus_json_object_end(&json);
        casus_buf_add_char(&line, '\n');
        (void)fwrite(line.ptr, 1, line.len, to);
    }
    casus_buf_free(&body);
    casus_buf_free(&line);
    return documents;
}

size_t bench_write_ndjson(const bench_articles *articles, size_t bytes, FILE *to)
{
    return write_documents(articles, NULL, 1, bytes, "text", to);
}

size_t bench_write_pages(const bench_articles *articles, size_t bytes, FILE *to)
{
    return write_documents(articles, NULL, 1, bytes, "html", to);
}

size_t bench_write_mixed(const bench_articles *articles, const bench_articles *filler, unsigned one_in, size_t bytes,
                         FILE *to)
{
    return write_documents(articles, filler, one_in, bytes, "text", to);
}
