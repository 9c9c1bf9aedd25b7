/* The parser: what holds of every tree, whatever the words; and models that are not to be believed. */
#include "support.h"

#include "base/file.h"
#include "syntax/conllu_read.h"
#include "syntax/lemma.h"
#include "syntax/parser.h"

#include <unistd.h>

#define MODEL CASUS_PACK_SOURCE "/en/model/model.casus"

static uint64_t random_state;

static uint32_t random_below(uint32_t n)
{
    random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)((random_state >> 33) % n);
}

/* A document of one sentence of `n` words out of a few. */
static void make_sentence(casus_doc *doc, uint32_t n)
{
    static const char *const words[] = {
        "the",  "army", "said", "that", "shelled", "villages", ",",    "\"", "of", "who",
        "were", "Kivu", "12",   "down", "and",     "HQ",       "qzxv", "in", ".",  "\xC3\xA9t\xC3\xA9"};
    casus_error err = {0};
    uint32_t line = 1;
    char *text = casus_arena_bytes(&doc->arena, (size_t)n * 40 + 2);
    size_t at = 0;
    for (uint32_t i = 0; i < n; i++) {
        at += (size_t)sprintf(text + at, "%u\t%s\t_\t_\t_\t_\t_\t_\t_\t_\n", i + 1,
                              words[random_below(sizeof words / sizeof words[0])]);
    }
    assert_int_equal(casus_conllu_read((casus_str){text, at}, "test", &line, doc, &err), CASUS_OK);
}

static void check_tree(const casus_doc *doc)
{
    for (uint32_t s = 0; s < doc->n_sentence; s++) {
        const casus_sentence *sentence = &doc->sentence[s];
        uint32_t n = sentence->word_end - sentence->word_begin;
        uint32_t roots = 0;
        for (uint32_t w = sentence->word_begin; w < sentence->word_end; w++) {
            uint32_t up = w;
            uint32_t steps = 0;
            while (up != CASUS_ROOT && steps <= n) {
                assert_true(up >= sentence->word_begin && up < sentence->word_end);
                up = doc->word[up].head;
                steps++;
            }
            assert_int_equal(up, CASUS_ROOT); /* no cycle */
            bool root = doc->word[w].head == CASUS_ROOT;
            roots += root;
            assert_int_equal(root, casus_str_eq(doc->word[w].deprel, CASUS_STR("root")));
            assert_non_null(doc->word[w].lemma.ptr);
            assert_non_null(doc->word[w].upos.ptr);
        }
        assert_int_equal(roots, 1);
    }
}

/* Whatever the words and their number, one tree with one root. */
static void test_every_sentence_is_a_tree(void **state)
{
    static const uint32_t lengths[] = {1, 2, 3, 5, 17, 40, 95, 96, 97, 255, 256, 257, 600};
    casus_model *model = NULL;
    casus_parser *parser = NULL;
    casus_doc doc;
    (void)state;
    assert_int_equal(casus_model_open(MODEL, &model, NULL), CASUS_OK);
    assert_int_equal(casus_parser_open(&parser, NULL), CASUS_OK);
    casus_doc_init(&doc, (size_t)1 << 26);
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        for (random_state = 0; random_state < 3; random_state++) {
            uint64_t seed = random_state;
            make_sentence(&doc, lengths[i]);
            assert_int_equal(casus_syntax_parse(parser, model, CASUS_KEEP_WORDS, &doc, NULL), CASUS_OK);
            check_tree(&doc);
            casus_doc_clear(&doc);
            random_state = seed;
        }
    }
    casus_doc_free(&doc);
    casus_parser_close(parser);
    casus_model_close(model);
}

/* The loops for any machine and those for this one give the same bits, so the same trees. */
static void test_kernels_agree(void **state)
{
    casus_model *model = NULL;
    casus_parser *fast = NULL;
    casus_parser *plain = NULL;
    casus_doc a;
    casus_doc b;
    (void)state;
    assert_int_equal(casus_model_open(MODEL, &model, NULL), CASUS_OK);
    assert_int_equal(casus_parser_open(&fast, NULL), CASUS_OK);
    assert_int_equal(casus_parser_open(&plain, NULL), CASUS_OK);
    plain->kernel = casus_kernel_choose(true);
    casus_doc_init(&a, (size_t)1 << 26);
    casus_doc_init(&b, (size_t)1 << 26);
    for (uint32_t n = 1; n < 60; n += 7) {
        random_state = n;
        make_sentence(&a, n);
        random_state = n;
        make_sentence(&b, n);
        assert_int_equal(casus_syntax_parse(fast, model, CASUS_KEEP_WORDS, &a, NULL), CASUS_OK);
        assert_int_equal(casus_syntax_parse(plain, model, CASUS_KEEP_WORDS, &b, NULL), CASUS_OK);
        assert_memory_equal(fast->label_logit, plain->label_logit,
                            n * model->part[CASUS_PART_LABEL_OUT].columns * sizeof(float));
        for (uint32_t w = 0; w < a.n_word; w++) {
            assert_int_equal(a.word[w].head, b.word[w].head);
            assert_ptr_equal(a.word[w].deprel.ptr, b.word[w].deprel.ptr);
            assert_ptr_equal(a.word[w].upos.ptr, b.word[w].upos.ptr);
        }
        casus_doc_clear(&a);
        casus_doc_clear(&b);
    }
    casus_doc_free(&a);
    casus_doc_free(&b);
    casus_parser_close(fast);
    casus_parser_close(plain);
    casus_model_close(model);
}

/* The weight of the tree with the best score, by trying all of them. */
static double best_by_trying(const casus_tree *tree, uint32_t n, uint32_t head[], uint32_t i)
{
    double best = -1e30;
    if (i <= n) {
        for (head[i] = 0; head[i] <= n; head[i]++) {
            double weight = head[i] == i ? -1e30 : best_by_trying(tree, n, head, i + 1);
            best = weight > best ? weight : best;
        }
        return best;
    }
    double weight = 0;
    uint32_t roots = 0;
    for (uint32_t w = 1; w <= n; w++) {
        uint32_t up = w;
        uint32_t steps = 0;
        while (up != 0 && steps++ <= n) {
            up = head[up];
        }
        if (up != 0) {
            return -1e30;
        }
        roots += head[w] == 0;
        weight += (double)tree->score[w][head[w]];
    }
    return roots == 1 ? weight : -1e30;
}

static void test_the_best_tree_is_found(void **state)
{
    casus_tree *tree = calloc(1, sizeof *tree);
    uint32_t head[8] = {0};
    (void)state;
    assert_non_null(tree);
    for (uint32_t round = 0; round < 200; round++) {
        uint32_t n = 1 + round % 5;
        random_state = round;
        for (uint32_t i = 1; i <= n; i++) {
            for (uint32_t j = 0; j <= n; j++) {
                tree->score[i][j] = (float)random_below(100);
            }
        }
        casus_tree_find(tree, n);
        double weight = 0;
        for (uint32_t i = 1; i <= n; i++) {
            weight += (double)tree->score[i][tree->head[i]];
        }
        assert_int_equal((int)weight, (int)best_by_trying(tree, n, head, 1));
    }
    free(tree);
}

/* A model with one byte changed, or cut, or of another kind, is refused with a reason. */
static void test_damaged_models_are_refused(void **state)
{
    static const struct {
        size_t at;  /* byte that is changed */
        size_t cut; /* bytes that are left; 0: all */
        const char *message;
    } rows[] = {
        {0, 0, "not a model of casus"},
        {8, 0, "a model of format 254; this program reads format 1"},
        {5000, 0, "the model is cut or damaged"},
        {9000000, 0, "the model is cut or damaged"},
        {9, 1000000, "a model of format 65025; this program reads format 1"},
        {12, 1000000, "the model is cut or damaged"},
        {0, 3, "not a model of casus"},
    };
    casus_arena arena;
    casus_str bytes;
    (void)state;
    casus_arena_init(&arena, (size_t)1 << 26);
    assert_int_equal(casus_file_read(MODEL, (size_t)1 << 25, &arena, &bytes, NULL), CASUS_OK);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char path[] = "/tmp/casus-model-XXXXXX";
        casus_error err = {0};
        casus_model *model = NULL;
        FILE *file = fdopen(mkstemp(path), "wb");
        size_t len = rows[i].cut == 0 ? bytes.len : rows[i].cut;
        unsigned char changed = (unsigned char)(rows[i].at == 8 || rows[i].at == 9 ? 254 : ~bytes.ptr[rows[i].at]);
        assert_non_null(file);
        assert_int_equal(fwrite(bytes.ptr, 1, len, file), len);
        assert_int_equal(fseek(file, (long)rows[i].at, SEEK_SET), 0);
        assert_int_equal(fwrite(&changed, 1, 1, file), 1);
        assert_int_equal(fclose(file), 0);
        assert_int_equal(casus_model_open(path, &model, &err), CASUS_EPACK);
        assert_null(model);
        assert_string_equal(err.msg, rows[i].message);
        assert_int_equal(remove(path), 0);
    }
    casus_arena_free(&arena);
}

/* A rule edits a spelling: form, rule, lemma; "" where the rule does not fit. */
static void test_rules_of_lemmas(void **state)
{
    static const char *const rows[][3] = {
        {"villages", "l||1|", "village"},
        {"Villages", "l||1|", "village"},
        {"gewerkt", "l|ge|1|en", "werken"},
        {"meegewerkt", "l|ge|1|en", "meewerken"},
        {"MOSCOW", "t||0|", "Moscow"},
        {"NATO", "k||0|", "NATO"},
        {"a", "l||2|", ""},
        {"was", "l||3|be", "be"},
        {"werkt", "l|ge|1|en", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        casus_lemma_rule rule;
        char out[CASUS_LEMMA_ROOM + 1];
        assert_true(casus_lemma_rule_read(casus_str_of(rows[i][1]), &rule));
        out[casus_lemma_apply(&rule, casus_str_of(rows[i][0]), out)] = '\0';
        assert_string_equal(out, rows[i][2]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_sentence_is_a_tree), cmocka_unit_test(test_kernels_agree),
        cmocka_unit_test(test_the_best_tree_is_found),   cmocka_unit_test(test_damaged_models_are_refused),
        cmocka_unit_test(test_rules_of_lemmas),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
