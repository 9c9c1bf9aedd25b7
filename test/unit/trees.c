/*
 * The trees of sentences that we wrote ourselves: test/trees/<code>.conllu. A sentence with '# xfail = why' is one that
 * the model gets wrong, and must go on getting wrong until the line is taken away. Punctuation's heads do not count.
 */
#define _GNU_SOURCE /* memmem */
#include "support.h"

#include "base/file.h"
#include "syntax/conllu_read.h"

enum { MOST_TREES = 256 };

typedef struct tree {
    const casus_doc *gold, *found;
    uint32_t sentence;
} tree;

typedef struct language {
    const char *code;
    casus_doc gold, found;
} language;

static bool same_head(const tree *t, uint32_t w)
{
    const casus_word *gold = &t->gold->word[w];
    const casus_word *found = &t->found->word[w];
    return casus_str_eq(gold->deprel, CASUS_STR("punct")) || gold->head == found->head;
}

static bool is_same(const tree *t, uint32_t w)
{
    const casus_word *gold = &t->gold->word[w];
    const casus_word *found = &t->found->word[w];
    return same_head(t, w) && casus_str_eq(gold->deprel, found->deprel) && casus_str_eq(gold->upos, found->upos) &&
           casus_str_eq(gold->lemma, found->lemma);
}

static int number_of(const tree *t, uint32_t head)
{
    return head == CASUS_ROOT ? 0 : (int)(head - t->gold->sentence[t->sentence].word_begin) + 1;
}

static void test_tree(void **state)
{
    const tree *t = *state;
    const casus_sentence *s = &t->gold->sentence[t->sentence];
    bool xfail = memmem(s->comment.ptr, s->comment.len, "# xfail = ", 10) != NULL;
    char wrong[2048] = "";
    size_t at = 0;
    for (uint32_t w = s->word_begin; w < s->word_end; w++) {
        const casus_word *gold = &t->gold->word[w];
        const casus_word *found = &t->found->word[w];
        if (!is_same(t, w) && at + 256 < sizeof wrong) {
            at += (size_t)snprintf(wrong + at, sizeof wrong - at,
                                   "\n  %.*s: %.*s %.*s %d %.*s, should be %.*s %.*s %d %.*s",
                                   CASUS_STR_ARG(gold->form), CASUS_STR_ARG(found->lemma), CASUS_STR_ARG(found->upos),
                                   number_of(t, found->head), CASUS_STR_ARG(found->deprel), CASUS_STR_ARG(gold->lemma),
                                   CASUS_STR_ARG(gold->upos), number_of(t, gold->head), CASUS_STR_ARG(gold->deprel));
        }
    }
    if (xfail && at == 0) {
        fail_msg("'%.*s' is right now: take its xfail line away", CASUS_STR_ARG(s->comment));
    }
    if (!xfail && at > 0) {
        fail_msg("'%.*s'%s", CASUS_STR_ARG(s->comment), wrong);
    }
}

static void open_language(language *l, casus_arena *arena)
{
    char path[1024];
    char model_path[1024];
    casus_str bytes;
    casus_error err = {0};
    casus_model *model = NULL;
    casus_parser *parser = NULL;
    uint32_t line = 1;
    uint32_t again = 1;
    (void)snprintf(path, sizeof path, "%s/test/trees/%s.conllu", CASUS_SOURCE, l->code);
    (void)snprintf(model_path, sizeof model_path, "%s/%s/model/model.casus", CASUS_PACK_SOURCE, l->code);
    casus_doc_init(&l->gold, (size_t)1 << 26);
    casus_doc_init(&l->found, (size_t)1 << 26);
    if (casus_file_read(path, 1 << 20, arena, &bytes, &err) != CASUS_OK ||
        casus_conllu_read(bytes, path, &line, &l->gold, &err) != CASUS_OK ||
        casus_conllu_read(bytes, path, &again, &l->found, &err) != CASUS_OK ||
        casus_model_open(model_path, &model, &err) != CASUS_OK || casus_parser_open(&parser, &err) != CASUS_OK ||
        casus_syntax_parse(parser, model, CASUS_KEEP_WORDS, &l->found, &err) != CASUS_OK) {
        (void)fprintf(stderr, "%s: %s\n", err.file, err.msg);
        exit(1);
    }
    /* Tags are borrowed from the model: the words keep copies. */
    for (uint32_t w = 0; w < l->found.n_word; w++) {
        casus_word *word = &l->found.word[w];
        word->upos = casus_arena_str(arena, word->upos);
        word->deprel = casus_arena_str(arena, word->deprel);
    }
    casus_parser_close(parser);
    casus_model_close(model);
}

int main(void)
{
    static language languages[] = {{.code = "en"}, {.code = "nl"}};
    static tree trees[MOST_TREES];
    static struct CMUnitTest tests[MOST_TREES];
    static char names[MOST_TREES][96];
    size_t n = 0;
    casus_arena arena;
    casus_arena_init(&arena, (size_t)1 << 26);
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
        language *l = &languages[i];
        open_language(l, &arena);
        for (uint32_t s = 0; s < l->gold.n_sentence && n < MOST_TREES; s++, n++) {
            casus_span text = l->gold.sentence[s].text;
            trees[n] = (tree){&l->gold, &l->found, s};
            (void)snprintf(names[n], sizeof names[n], "%s: %.*s", l->code, (int)(text.end - text.begin),
                           l->gold.text.ptr + text.begin);
            tests[n] = (struct CMUnitTest){.name = names[n], .test_func = test_tree, .initial_state = &trees[n]};
        }
    }
    int failed = _cmocka_run_group_tests("trees", tests, n, NULL, NULL);
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
        casus_doc_free(&languages[i].gold);
        casus_doc_free(&languages[i].found);
    }
    casus_arena_free(&arena);
    return failed;
}
