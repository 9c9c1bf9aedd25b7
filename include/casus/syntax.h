/* Sentences and words. */
#ifndef CASUS_SYNTAX_H
#define CASUS_SYNTAX_H

#include "casus/error.h"
#include "casus/pack.h"
#include "casus/record.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Split doc->text into sentences, tokens and words; fills these arrays of `doc`. Without segments the whole text is one.
 *
 * Errors   CASUS_ENOMEM, CASUS_ELIMIT.
 * Owns     the arrays live in doc->arena.
 * Cost     linear in the text.
 * Source   Universal Dependencies v2, tokenization and word segmentation.
 */
CASUS_API CASUS_MUST_USE casus_status casus_syntax_split(const casus_pack *pack, casus_doc *doc, casus_error *err);

/* A trained model of tags, trees and lemmas; constant after loading, shared by all threads. */
typedef struct casus_model casus_model;

/**
 * Map the model in the file `path` (made by casus-train).
 *
 * Errors   CASUS_EPACK: no model, of another format, cut or damaged; CASUS_EIO; CASUS_ENOMEM. *out is NULL then.
 * Owns     *out is the caller's; release with casus_model_close (NULL is a no-op) after all documents parsed with it:
 *          their tags and relations are borrowed from it.
 */
CASUS_API CASUS_MUST_USE casus_status casus_model_open(const char *path, casus_model **out, casus_error *err);
CASUS_API void casus_model_close(casus_model *model);

/* What one thread needs to parse; reused from document to document. */
typedef struct casus_parser casus_parser;

CASUS_API CASUS_MUST_USE casus_status casus_parser_open(casus_parser **out, casus_error *err);
CASUS_API void casus_parser_close(casus_parser *parser);

/*
 * Let names of the pack's lexicon/alike.tsv be read as those beside them, so that no analysis depends on whose name it
 * is. `pack` is borrowed; to be called before the parser's first text.
 */
CASUS_API void casus_parser_liken(casus_parser *parser, const casus_pack *pack);

/* Which columns that are already there stay. */
typedef enum casus_keep { CASUS_KEEP_WORDS, CASUS_KEEP_TAGS } casus_keep;

/**
 * Tag, lemmatise and parse all sentences of `doc`: fills upos, feats, lemma, head and deprel of its words. With
 * CASUS_KEEP_TAGS words that have upos keep it, with their feats and lemma. Each sentence becomes one tree with one root.
 *
 * Errors   CASUS_ENOMEM, CASUS_ELIMIT.
 * Owns     lemmas live in doc->arena; the rest is borrowed from the model.
 * Cost     linear in the words: a sentence longer than any writer's is parsed in stretches, whose roots hang on the
 *          first one's.
 * Source   Universal Dependencies v2.
 */
CASUS_API CASUS_MUST_USE casus_status casus_syntax_parse(casus_parser *parser, const casus_model *model,
                                                         casus_keep keep, casus_doc *doc, casus_error *err);

#ifdef __cplusplus
}
#endif
#endif
