/* Generated corpora: our own example articles, their paragraphs shuffled by a seeded generator. */
#ifndef CASUS_BENCH_CORPUS_H
#define CASUS_BENCH_CORPUS_H

#include "base/buf.h"
#include "casus/casus.h"

#include <stdio.h>

/* The cleaned texts and titles of the articles that the corpora are made of. */
typedef struct bench_article {
    casus_str title, text;
} bench_article;

typedef struct bench_articles {
    casus_arena arena;
    bench_article article[256];
    size_t n;
} bench_articles;

/* Read the articles of `path`; false after a message. */
bool bench_articles_read(bench_articles *articles, const casus_packs *packs, const char *const *path, size_t n_path);

/* Write `bytes` or a little more of them as NDJSON, a text a line. Gives the number of documents. */
size_t bench_write_ndjson(const bench_articles *articles, size_t bytes, FILE *to);

/*
 * The same as NDJSON with a page a line: the article within the head, scripts, styles, navigation, lists of links and
 * footer that a news page has around it, some 60 kB each.
 */
size_t bench_write_pages(const bench_articles *articles, size_t bytes, FILE *to);

/*
 * NDJSON again, of two kinds of news: one document in `one_in` is an article of `articles`, all others of `filler`.
 */
size_t bench_write_mixed(const bench_articles *articles, const bench_articles *filler, unsigned one_in, size_t bytes,
                         FILE *to);

#endif
