/* What is read off the words' vectors: tags, heads, relations. See pass.h. */
#include "train/pass.h"

#include <string.h>

/* hidden -> logits; softmax against `gold`; back to hidden->gradient. Weight and bias of the output layer. */
static void classify(train_pass *pass, const train_net *net, train_hidden *hidden, unsigned weight, unsigned bias,
                     const uint32_t *gold, uint32_t rows, uint32_t *best, double *loss)
{
    const train_param *w = &net->part[weight];
    float *logit = casus_arena_alloc(&pass->arena, (size_t)rows * w->columns * sizeof(float));
    train_product(rows, w->columns, w->rows, hidden->value, w->value, false, logit);
    for (uint32_t i = 0; i < rows; i++) {
        float *row = logit + (size_t)i * w->columns;
        for (uint32_t j = 0; j < w->columns; j++) {
            row[j] += net->part[bias].value[j];
        }
        *loss += train_softmax(row, w->columns, gold[i], &best[i]);
        for (uint32_t j = 0; pass->learn && j < w->columns; j++) {
            pass->gradient[bias][j] += row[j];
        }
    }
    if (pass->learn) {
        train_product_ta(w->rows, w->columns, rows, hidden->value, logit, pass->gradient[weight]);
        train_product_tb(rows, w->rows, w->columns, logit, w->value, false, hidden->gradient);
    }
}

void train_head_tags(train_pass *pass, const train_net *net, const train_batch *batch, const float *y, float *dy,
                     train_score *score)
{
    uint32_t *best = casus_arena_alloc(&pass->arena, batch->n_word * sizeof *best);
    train_hidden hidden = train_hidden_forward(pass, net, CASUS_PART_TAG, CASUS_PART_TAG_BIAS, y, batch->n_word);
    classify(pass, net, &hidden, CASUS_PART_TAG_OUT, CASUS_PART_TAG_OUT_BIAS, batch->tag, batch->n_word, best,
             &score->loss);
    for (uint32_t w = 0; w < batch->n_word; w++) {
        score->tags += best[w] == batch->tag[w];
    }
    if (pass->learn) {
        train_hidden_backward(pass, net, &hidden, y, dy, batch->n_word);
    }
}

/* Scores of one sentence's arcs, row i for the dependant i: column 0 the root, 1 + j the word j; the loss; the way back. */
typedef struct arcs {
    float *query, *dquery; /* [words][arc] */
    const train_hidden *head;
} arcs;

static void score_sentence(train_pass *pass, const train_net *net, const arcs *a, const uint32_t *gold, uint32_t begin,
                           uint32_t n, uint32_t *best, double *loss)
{
    uint32_t width = net->shape.arc;
    const float *root = net->part[CASUS_PART_ROOT].value;
    const float *distance = net->part[CASUS_PART_DISTANCE].value;
    const float *query = a->query + (size_t)begin * width;
    const float *key = a->head->value + (size_t)begin * width;
    float *s = casus_arena_alloc(&pass->arena, (size_t)n * (n + 1) * sizeof(float));
    float *pair = casus_arena_alloc(&pass->arena, (size_t)n * n * sizeof(float));
    float *far = casus_arena_alloc(&pass->arena, (size_t)n * CASUS_BUCKETS * sizeof(float));
    train_product_tb(n, n, width, query, key, false, pair);
    train_product_tb(n, CASUS_BUCKETS, width, query, distance, false, far);
    train_product_tb(n, 1, width, query, root, false, s); /* moved to its column below */
    float *to_root = casus_arena_alloc(&pass->arena, n * sizeof(float));
    memcpy(to_root, s, n * sizeof(float));
    for (uint32_t i = 0; i < n; i++) {
        float *row = s + (size_t)i * (n + 1);
        row[0] = to_root[i];
        for (uint32_t j = 0; j < n; j++) {
            row[j + 1] = i == j
                             ? -1e9F
                             : pair[(size_t)i * n + j] + far[(size_t)i * CASUS_BUCKETS + casus_bucket((int)j - (int)i)];
        }
        *loss += train_softmax(row, n + 1, gold[begin + i], &best[begin + i]);
    }
    if (!pass->learn) {
        return;
    }
    memset(far, 0, (size_t)n * CASUS_BUCKETS * sizeof(float));
    for (uint32_t i = 0; i < n; i++) {
        const float *row = s + (size_t)i * (n + 1);
        to_root[i] = row[0];
        for (uint32_t j = 0; j < n; j++) {
            pair[(size_t)i * n + j] = i == j ? 0.0F : row[j + 1];
            if (i != j) {
                far[(size_t)i * CASUS_BUCKETS + casus_bucket((int)j - (int)i)] += row[j + 1];
            }
        }
    }
    float *dquery = a->dquery + (size_t)begin * width;
    train_product(n, width, n, pair, key, true, dquery);
    train_product(n, width, CASUS_BUCKETS, far, distance, true, dquery);
    train_product(n, width, 1, to_root, root, true, dquery);
    train_product_ta(n, width, n, pair, query, a->head->gradient + (size_t)begin * width);
    train_product_ta(CASUS_BUCKETS, width, n, far, query, pass->gradient[CASUS_PART_DISTANCE]);
    train_product_ta(1, width, n, to_root, query, pass->gradient[CASUS_PART_ROOT]);
}

static void score_arcs(train_pass *pass, const train_net *net, const train_batch *batch, const float *y, float *dy,
                       uint32_t *best, double *loss)
{
    uint32_t words = batch->n_word;
    uint32_t width = net->shape.arc;
    const train_param *turn = &net->part[CASUS_PART_PAIR];
    train_hidden dep = train_hidden_forward(pass, net, CASUS_PART_DEP, CASUS_PART_DEP_BIAS, y, words);
    train_hidden head = train_hidden_forward(pass, net, CASUS_PART_HEAD, CASUS_PART_HEAD_BIAS, y, words);
    arcs a = {.head = &head};
    a.query = casus_arena_alloc(&pass->arena, (size_t)words * width * sizeof(float));
    a.dquery = casus_arena_alloc(&pass->arena, (size_t)words * width * sizeof(float));
    train_product(words, width, width, dep.value, turn->value, false, a.query);
    for (size_t i = 0; i < (size_t)words * width; i++) {
        a.query[i] += net->part[CASUS_PART_PAIR_BIAS].value[i % width];
    }
    for (uint32_t k = 0; k < batch->n_sentence; k++) {
        score_sentence(pass, net, &a, batch->head, batch->begin[k], batch->begin[k + 1] - batch->begin[k], best, loss);
    }
    if (pass->learn) {
        for (size_t i = 0; i < (size_t)words * width; i++) {
            pass->gradient[CASUS_PART_PAIR_BIAS][i % width] += a.dquery[i];
        }
        train_product_ta(width, width, words, dep.value, a.dquery, pass->gradient[CASUS_PART_PAIR]);
        train_product_tb(words, width, width, a.dquery, turn->value, false, dep.gradient);
        train_hidden_backward(pass, net, &dep, y, dy, words);
        train_hidden_backward(pass, net, &head, y, dy, words);
    }
}

/* The row of y that a word's head has; UINT32_MAX: the root. */
static uint32_t head_row(const train_batch *batch, uint32_t sentence, uint32_t head)
{
    return head == 0 ? UINT32_MAX : batch->begin[sentence] + head - 1;
}

static void score_labels(train_pass *pass, const train_net *net, const train_batch *batch, const float *y, float *dy,
                         const uint32_t *head, uint32_t *best, double *loss)
{
    uint32_t words = batch->n_word;
    uint32_t both = 2 * net->shape.hidden;
    uint32_t width = net->shape.label;
    /* relu(y_dep A + y_head B + bias): the second product is gathered by head, then both go through one mask. */
    float *of_head = casus_arena_alloc(&pass->arena, (size_t)words * width * sizeof(float));
    train_product(words, width, both, y, net->part[CASUS_PART_LABEL_HEAD].value, false, of_head);
    train_hidden hidden = {.weight = CASUS_PART_LABEL_DEP, .bias = CASUS_PART_LABEL_BIAS};
    size_t n = (size_t)words * width;
    hidden.value = casus_arena_alloc(&pass->arena, n * sizeof(float));
    hidden.mask = casus_arena_alloc(&pass->arena, n * sizeof(float));
    hidden.gradient = casus_arena_alloc(&pass->arena, n * sizeof(float));
    train_product(words, width, both, y, net->part[CASUS_PART_LABEL_DEP].value, false, hidden.value);
    for (uint32_t k = 0; k < batch->n_sentence; k++) {
        for (uint32_t w = batch->begin[k]; w < batch->begin[k + 1]; w++) {
            uint32_t row = head_row(batch, k, head[w]);
            const float *other =
                row == UINT32_MAX ? net->part[CASUS_PART_LABEL_ROOT].value : of_head + (size_t)row * width;
            for (uint32_t j = 0; j < width; j++) {
                size_t at = (size_t)w * width + j;
                float v = hidden.value[at] + other[j] + net->part[CASUS_PART_LABEL_BIAS].value[j];
                bool on = v > 0 && (pass->keep >= 1.0F || train_random_unit(&pass->random) < pass->keep);
                hidden.mask[at] = on ? 1.0F / pass->keep : 0.0F;
                hidden.value[at] = v * hidden.mask[at];
            }
        }
    }
    classify(pass, net, &hidden, CASUS_PART_LABEL_OUT, CASUS_PART_LABEL_OUT_BIAS, batch->deprel, words, best, loss);
    if (!pass->learn) {
        return;
    }
    train_hidden_backward(pass, net, &hidden, y, dy, words);
    memset(of_head, 0, n * sizeof(float));
    for (uint32_t k = 0; k < batch->n_sentence; k++) {
        for (uint32_t w = batch->begin[k]; w < batch->begin[k + 1]; w++) {
            uint32_t row = head_row(batch, k, head[w]);
            float *other = row == UINT32_MAX ? pass->gradient[CASUS_PART_LABEL_ROOT] : of_head + (size_t)row * width;
            for (uint32_t j = 0; j < width; j++) {
                other[j] += hidden.gradient[(size_t)w * width + j];
            }
        }
    }
    train_product_ta(both, width, words, y, of_head, pass->gradient[CASUS_PART_LABEL_HEAD]);
    train_product_tb(words, both, width, of_head, net->part[CASUS_PART_LABEL_HEAD].value, true, dy);
}

void train_head_trees(train_pass *pass, const train_net *net, const train_batch *batch, const float *y, float *dy,
                      train_score *score)
{
    uint32_t *best = casus_arena_alloc(&pass->arena, batch->n_word * sizeof *best);
    uint32_t *label = casus_arena_alloc(&pass->arena, batch->n_word * sizeof *label);
    score_arcs(pass, net, batch, y, dy, best, &score->loss);
    score_labels(pass, net, batch, y, dy, pass->learn ? batch->head : best, label, &score->loss);
    for (uint32_t w = 0; w < batch->n_word; w++) {
        score->heads += best[w] == batch->head[w];
        score->labels += best[w] == batch->head[w] && label[w] == batch->deprel[w];
    }
}
