/* Pages: see format.h. */
#include "ingest/format.h"
#include "ingest/html_lex.h"
#include "ingest/html_meta.h"
#include "ingest/html_text.h"
#include "ingest/html_tree.h"

#include <setjmp.h>
#include <stdlib.h>

/* Gumbo's nodes take some 30 bytes for each byte of an ordinary page; a page made to swell is cut off here. */
enum { LEAST_MEMORY = 32 * 1024 * 1024, MEMORY_OF_A_BYTE = 64 };

struct casus_html {
    casus_html_copy copy;
    casus_arena arena;
    jmp_buf out_of_memory;
};

casus_html *casus_html_new(void)
{
    casus_html *html = calloc(1, sizeof *html);
    if (html != NULL) {
        casus_html_copy_init(&html->copy);
        casus_arena_init(&html->arena, LEAST_MEMORY);
    }
    return html;
}

void casus_html_free(casus_html *html)
{
    if (html != NULL) {
        casus_html_copy_free(&html->copy);
        casus_arena_free(&html->arena);
        free(html);
    }
}

/* Gumbo takes any memory it asks for to be there, so that the way out is a jump over it: all it holds is the arena's. */
static void *take(void *context, size_t size)
{
    casus_html *html = context;
    void *memory = casus_arena_room(&html->arena, size);
    if (memory == NULL) {
        longjmp(html->out_of_memory, 1);
    }
    return memory;
}

/* The arena gives all back at once, and without gumbo_destroy_output, which recurses. */
static void give_back(void *context, void *memory)
{
    (void)context;
    (void)memory;
}

static const GumboOutput *parse(casus_html *html)
{
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = take;
    options.deallocator = give_back;
    options.userdata = html;
    options.max_errors = 0;
    if (setjmp(html->out_of_memory) != 0) {
        return NULL;
    }
    return gumbo_parse_with_options(&options, html->copy.text.ptr, html->copy.text.len);
}

casus_status casus_html_blocks(casus_html *html, casus_doc *doc, casus_blocks *blocks, casus_meta *meta,
                               casus_error *err)
{
    casus_html_lex(&html->copy, doc->raw);
    if (html->copy.failed != CASUS_OK) {
        return casus_fail(err, html->copy.failed, NULL, 0, 0, "the page needs too much memory");
    }
    casus_html_json_ld(&html->copy, doc->raw, &doc->arena, meta);
    if (html->copy.text.len == 0) {
        return CASUS_OK;
    }
    casus_arena_clear(&html->arena);
    html->arena.cap = LEAST_MEMORY + html->copy.text.len * MEMORY_OF_A_BYTE;
    const GumboOutput *output = parse(html);
    if (output == NULL) {
        return casus_fail(err, CASUS_ELIMIT, NULL, 0, 0, "the page's elements need more than %zu MB of memory",
                          html->arena.cap / (1024 * 1024));
    }
    casus_html_tree tree = casus_html_flatten(output->root, &html->arena);
    if (tree.row == NULL) {
        return casus_arena_fail(&html->arena, err);
    }
    uint32_t article = casus_html_judge(&tree);
    casus_html_meta(&tree, article, &doc->arena, meta);
    casus_html_text(&tree, article, &html->copy, blocks);
    if (blocks->failed != CASUS_OK) {
        return casus_fail(err, blocks->failed, NULL, 0, 0, "text needs too much memory");
    }
    return CASUS_OK;
}
