/* Tags, lemmas and trees of a document: see casus/syntax.h. */
#include "syntax/parser.h"

#include "base/map.h"

#include <stdlib.h>

casus_status casus_parser_open(casus_parser **out, casus_error *err)
{
    *out = calloc(1, sizeof **out);
    if (*out == NULL) {
        return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    (*out)->kernel = casus_kernel_choose(false);
    return CASUS_OK;
}

void casus_parser_liken(casus_parser *parser, const casus_pack *pack)
{
    parser->pack = pack;
}

void casus_parser_close(casus_parser *parser)
{
    if (parser != NULL) {
        free(parser->memory);
        free(parser);
    }
}

/* A lemma in the document's arena, from the cache if it was made before. */
static casus_str make_lemma(casus_parser *parser, uint32_t tag, casus_str form, casus_arena *arena)
{
    uint64_t key = (casus_hash(form.ptr, form.len) ^ (tag + 1) * UINT64_C(0x9E3779B97F4A7C15)) | 1;
    casus_lemma_slot *slot = &parser->lemma[(key >> 8) & (CASUS_CACHED_LEMMAS - 1)];
    if (slot->key == key) {
        return casus_arena_str(arena, (casus_str){slot->text, slot->len});
    }
    char text[CASUS_LEMMA_ROOM];
    size_t len = casus_model_lemma(parser->model, tag, form, text);
    if (len <= CASUS_CACHED_LEMMA) {
        slot->key = key;
        slot->len = (uint8_t)len;
        memcpy(slot->text, text, len);
    }
    return len == 0 ? form : casus_arena_str(arena, (casus_str){text, len});
}

/* What the group's rows tell of the document's words from `first` on. */
static void write_group(casus_parser *parser, casus_keep keep, uint32_t first, casus_doc *doc)
{
    const casus_model *model = parser->model;
    for (uint32_t i = 0; i < parser->n_row; i++) {
        casus_word *word = &doc->word[first + i];
        word->head = parser->head[i] == CASUS_ROOT ? CASUS_ROOT : first + parser->head[i];
        word->deprel = model->deprel[parser->deprel[i]];
        if (keep == CASUS_KEEP_TAGS && word->upos.ptr != NULL) {
            continue;
        }
        const casus_model_tag *tag = &model->tag[parser->tag[i]];
        word->upos = tag->upos;
        word->feats = tag->feats;
        word->lemma = make_lemma(parser, parser->tag[i], word->form, &doc->arena);
    }
}

/* 'valt ... aan' has the lemma 'aanvallen': the particle hangs on its verb. */
static void join_particle(casus_parser *parser, casus_doc *doc, const casus_word *particle)
{
    casus_word *verb = &doc->word[particle->head];
    char low[CASUS_LEMMA_ROOM];
    casus_str part = {low, casus_lemma_spell(particle->form, CASUS_CAPITALS_LOWER, low)};
    if (part.len == 0 || verb->lemma.ptr == NULL || !casus_str_eq(verb->upos, CASUS_STR("VERB")) ||
        !casus_model_joins(parser->model, part, verb->lemma)) {
        return;
    }
    char *joined = casus_arena_bytes(&doc->arena, part.len + verb->lemma.len);
    if (joined != NULL) {
        memcpy(joined, part.ptr, part.len);
        memcpy(joined + part.len, verb->lemma.ptr, verb->lemma.len);
        verb->lemma = (casus_str){joined, part.len + verb->lemma.len};
    }
}

/* The stretches of a long sentence hang on the first one's root. */
static void join_stretches(const casus_sentence *sentence, casus_doc *doc)
{
    uint32_t root = CASUS_ROOT;
    for (uint32_t w = sentence->word_begin; w < sentence->word_end; w++) {
        if (doc->word[w].head != CASUS_ROOT) {
            continue;
        }
        if (root != CASUS_ROOT) {
            doc->word[w].head = root;
            doc->word[w].deprel = CASUS_STR("parataxis");
        } else {
            root = w;
        }
    }
}

static void run_group(casus_parser *parser, casus_keep keep, uint32_t first, casus_doc *doc)
{
    parser->word = doc->word + first;
    casus_parser__encode(parser);
    casus_parser__decode(parser);
    write_group(parser, keep, first, doc);
    parser->n_row = 0;
    parser->n_stretch = 0;
}

casus_status casus_syntax_parse(casus_parser *parser, const casus_model *model, casus_keep keep, casus_doc *doc,
                                casus_error *err)
{
    uint32_t first = 0;
    casus_status st = casus_parser__prepare(parser, model, err);
    if (st != CASUS_OK) {
        return st;
    }
    parser->n_row = 0;
    parser->n_stretch = 0;
    for (uint32_t s = 0; s < doc->n_sentence; s++) {
        for (uint32_t w = doc->sentence[s].word_begin; w < doc->sentence[s].word_end;) {
            uint32_t n = doc->sentence[s].word_end - w;
            n = n > CASUS_STRETCH ? CASUS_STRETCH : n;
            if (parser->n_row == 0) {
                first = w;
            }
            parser->stretch[parser->n_stretch++] = (casus_stretch){parser->n_row, n};
            parser->n_row += n;
            w += n;
            if (parser->n_row >= CASUS_GROUP) {
                run_group(parser, keep, first, doc);
            }
        }
    }
    if (parser->n_row > 0) {
        run_group(parser, keep, first, doc);
    }
    for (uint32_t s = 0; s < doc->n_sentence; s++) {
        const casus_sentence *sentence = &doc->sentence[s];
        if (sentence->word_end - sentence->word_begin > CASUS_STRETCH) {
            join_stretches(sentence, doc);
        }
    }
    uint32_t joined = CASUS_ROOT; /* the last verb that got a particle: it gets one */
    for (uint32_t w = 0; w < doc->n_word && keep == CASUS_KEEP_WORDS; w++) {
        uint32_t head = doc->word[w].head;
        if (head < CASUS_ROOT && head != joined && casus_str_eq(doc->word[w].deprel, CASUS_STR("compound:prt"))) {
            join_particle(parser, doc, &doc->word[w]);
            joined = head;
        }
    }
    return doc->arena.failed == CASUS_OK ? CASUS_OK : casus_arena_fail(&doc->arena, err);
}
