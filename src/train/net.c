/* The network's forward and backward pass: see net.h. */
#include "train/net.h"

#include "train/pass.h"
#include "train/sru.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ARENA_CAP = 1 << 30 };

static bool open_param(train_param *p, uint32_t rows, uint32_t columns)
{
    size_t n = (size_t)rows * columns;
    *p = (train_param){.rows = rows, .columns = columns};
    p->value = calloc(n, sizeof(float));
    p->mean = calloc(n, sizeof(float));
    p->square = calloc(n, sizeof(float));
    return p->value != NULL && p->mean != NULL && p->square != NULL;
}

static void close_param(train_param *p)
{
    free(p->value);
    free(p->mean);
    free(p->square);
}

/* Uniform with the given standard deviation. */
static void fill(train_param *p, float deviation, train_random *random)
{
    for (size_t i = 0; i < (size_t)p->rows * p->columns; i++) {
        p->value[i] = (train_random_unit(random) * 2 - 1) * deviation * sqrtf(3.0F);
    }
}

static bool is_gain(unsigned part)
{
    return part == CASUS_PART_OUT_GAIN || (part >= CASUS_PART_LAYER && part < CASUS_PART_OUT_GAIN &&
                                           (part - CASUS_PART_LAYER) % CASUS_PART_A_LAYER == CASUS_PART_LAYER_GAIN);
}

bool train_net_open(train_net *net, const casus_layout *shape, uint64_t seed)
{
    train_random random = {seed};
    bool done = open_param(&net->table, shape->n_row, shape->dim);
    net->shape = *shape;
    for (unsigned p = 0; p < CASUS_PARTS; p++) {
        uint32_t rows = 0;
        uint32_t columns = 0;
        casus_layout_size(shape, p, &rows, &columns);
        done = open_param(&net->part[p], rows, columns) && done;
        if (!done) {
            return false;
        }
        if (is_gain(p)) {
            for (uint32_t i = 0; i < columns; i++) {
                net->part[p].value[i] = 1.0F;
            }
        } else if (rows > 1) {
            fill(&net->part[p], sqrtf((p == CASUS_PART_PAIR ? 1.0F : 2.0F) / (float)(rows + columns)), &random);
        }
    }
    fill(&net->part[CASUS_PART_DISTANCE], 0.1F, &random);
    fill(&net->part[CASUS_PART_ROOT], 0.1F, &random);
    fill(&net->table, 0.1F, &random);
    return done;
}

void train_net_close(train_net *net)
{
    for (unsigned p = 0; p < CASUS_PARTS; p++) {
        close_param(&net->part[p]);
    }
    close_param(&net->table);
}

train_pass *train_pass_open(const train_net *net)
{
    train_pass *pass = calloc(1, sizeof *pass);
    if (pass == NULL) {
        return NULL;
    }
    pass->shape = net->shape;
    casus_arena_init(&pass->arena, ARENA_CAP);
    for (unsigned p = 0; p < CASUS_PARTS; p++) {
        pass->gradient[p] = calloc((size_t)net->part[p].rows * net->part[p].columns, sizeof(float));
        if (pass->gradient[p] == NULL) {
            train_pass_close(pass);
            return NULL;
        }
    }
    return pass;
}

void train_pass_close(train_pass *pass)
{
    if (pass == NULL) {
        return;
    }
    for (unsigned p = 0; p < CASUS_PARTS; p++) {
        free(pass->gradient[p]);
    }
    casus_arena_free(&pass->arena);
    free(pass);
}

static float *floats(train_pass *pass, size_t n)
{
    return casus_arena_alloc(&pass->arena, n * sizeof(float));
}

/* The sums of the words' pieces; notes which rows were used. */
static void embed(train_pass *pass, const train_net *net, const train_batch *batch, float *e)
{
    uint32_t dim = net->shape.dim;
    pass->used = casus_arena_alloc(&pass->arena, batch->n_word * sizeof *pass->used);
    pass->n_used = casus_arena_alloc(&pass->arena, batch->n_word * sizeof *pass->n_used);
    pass->n_word = batch->n_word;
    for (uint32_t w = 0; w < batch->n_word; w++) {
        bool hide = pass->learn && train_random_unit(&pass->random) < batch->hide[w];
        uint32_t skip = hide ? batch->n_whole[w] : 0;
        uint32_t *used = casus_arena_alloc(&pass->arena, (batch->n_piece[w] + 1) * sizeof *used);
        uint32_t n = 0;
        if (hide || batch->n_whole[w] == 0) {
            used[n++] = 0;
        }
        for (uint32_t i = skip; i < batch->n_piece[w]; i++) {
            used[n++] = batch->piece[w][i];
        }
        for (uint32_t i = 0; i < n; i++) {
            const float *row = net->table.value + (size_t)used[i] * dim;
            for (uint32_t j = 0; j < dim; j++) {
                e[(size_t)w * dim + j] += row[j];
            }
        }
        pass->used[w] = used;
        pass->n_used[w] = n;
    }
}

/* Variational dropout (Gal & Ghahramani 2016): one mask for all words of a sentence. */
static float *make_mask(train_pass *pass, const train_batch *batch, uint32_t n)
{
    float *mask = floats(pass, (size_t)batch->n_sentence * n);
    for (size_t i = 0; i < (size_t)batch->n_sentence * n; i++) {
        mask[i] = pass->keep >= 1.0F || train_random_unit(&pass->random) < pass->keep ? 1.0F / pass->keep : 0.0F;
    }
    return mask;
}

static void apply_mask(const train_batch *batch, const float *mask, uint32_t n, float *x)
{
    for (uint32_t k = 0; k < batch->n_sentence; k++) {
        for (uint32_t w = batch->begin[k]; w < batch->begin[k + 1]; w++) {
            for (uint32_t j = 0; j < n; j++) {
                x[(size_t)w * n + j] *= mask[(size_t)k * n + j];
            }
        }
    }
}

/* What a layer keeps for the way back. */
typedef struct layer_state {
    float *normed, *scale, *mask, *u;
    train_sru sru;
} layer_state;

static unsigned part_of(unsigned layer, unsigned which)
{
    return CASUS_PART_LAYER + layer * CASUS_PART_A_LAYER + which;
}

static float *layer_forward(train_pass *pass, const train_net *net, const train_batch *batch, unsigned l, float *x,
                            layer_state *s)
{
    uint32_t h = net->shape.hidden;
    uint32_t words = batch->n_word;
    float *out = floats(pass, (size_t)words * 2 * h);
    s->normed = floats(pass, (size_t)words * 2 * h);
    s->scale = floats(pass, words);
    s->u = floats(pass, (size_t)words * 6 * h);
    s->mask = make_mask(pass, batch, 2 * h);
    train_norm_forward(x, net->part[part_of(l, CASUS_PART_LAYER_GAIN)].value, words, 2 * h, s->normed, s->scale);
    apply_mask(batch, s->mask, 2 * h, s->normed);
    train_product(words, 6 * h, 2 * h, s->normed, net->part[part_of(l, CASUS_PART_LAYER_INPUT)].value, false, s->u);
    s->sru = (train_sru){.n_sentence = batch->n_sentence,
                         .hidden = h,
                         .begin = batch->begin,
                         .state_weight = net->part[part_of(l, CASUS_PART_LAYER_STATE)].value,
                         .bias = net->part[part_of(l, CASUS_PART_LAYER_BIAS)].value,
                         .x = x,
                         .u = s->u,
                         .c = floats(pass, (size_t)words * 2 * h),
                         .f = floats(pass, (size_t)words * 2 * h),
                         .r = floats(pass, (size_t)words * 2 * h)};
    train_sru_forward(&s->sru, out);
    return out;
}

static float *layer_backward(train_pass *pass, const train_net *net, const train_batch *batch, unsigned l,
                             const float *dout, layer_state *s)
{
    uint32_t h = net->shape.hidden;
    uint32_t words = batch->n_word;
    unsigned input = part_of(l, CASUS_PART_LAYER_INPUT);
    unsigned gain = part_of(l, CASUS_PART_LAYER_GAIN);
    float *dx = floats(pass, (size_t)words * 2 * h);
    float *du = floats(pass, (size_t)words * 6 * h);
    float *dnormed = floats(pass, (size_t)words * 2 * h);
    train_sru_backward(&s->sru, dout, du, dx, pass->gradient[part_of(l, CASUS_PART_LAYER_STATE)],
                       pass->gradient[part_of(l, CASUS_PART_LAYER_BIAS)]);
    train_product_ta(2 * h, 6 * h, words, s->normed, du, pass->gradient[input]);
    train_product_tb(words, 2 * h, 6 * h, du, net->part[input].value, false, dnormed);
    apply_mask(batch, s->mask, 2 * h, dnormed);
    train_norm_backward(s->sru.x, net->part[gain].value, s->scale, dnormed, words, 2 * h, dx, pass->gradient[gain]);
    return dx;
}

bool train_pass_run(train_pass *pass, const train_net *net, const train_batch *batch, float dropout, uint64_t seed,
                    train_score *score)
{
    uint32_t both = 2 * net->shape.hidden;
    uint32_t words = batch->n_word;
    layer_state state[CASUS_LAYERS];
    float *x[CASUS_LAYERS + 1];
    casus_arena_clear(&pass->arena);
    pass->random = (train_random){seed};
    pass->learn = dropout >= 0;
    pass->keep = pass->learn ? 1.0F - dropout : 1.0F;
    float *e = floats(pass, (size_t)words * net->shape.dim);
    x[0] = floats(pass, (size_t)words * both);
    embed(pass, net, batch, e);
    train_product(words, both, net->shape.dim, e, net->part[CASUS_PART_WORD].value, false, x[0]);
    for (unsigned l = 0; l < CASUS_LAYERS; l++) {
        x[l + 1] = layer_forward(pass, net, batch, l, x[l], &state[l]);
    }
    float *y = floats(pass, (size_t)words * both);
    float *dy = floats(pass, (size_t)words * both);
    float *scale = floats(pass, words);
    float *mask = make_mask(pass, batch, both);
    train_norm_forward(x[CASUS_LAYERS], net->part[CASUS_PART_OUT_GAIN].value, words, both, y, scale);
    apply_mask(batch, mask, both, y);
    train_head_tags(pass, net, batch, y, dy, score);
    train_head_trees(pass, net, batch, y, dy, score);
    score->words += words;
    if (pass->learn) {
        float *dx = floats(pass, (size_t)words * both);
        apply_mask(batch, mask, both, dy);
        train_norm_backward(x[CASUS_LAYERS], net->part[CASUS_PART_OUT_GAIN].value, scale, dy, words, both, dx,
                            pass->gradient[CASUS_PART_OUT_GAIN]);
        for (unsigned l = CASUS_LAYERS; l-- > 0;) {
            dx = layer_backward(pass, net, batch, l, dx, &state[l]);
        }
        pass->de = floats(pass, (size_t)words * net->shape.dim);
        train_product_ta(net->shape.dim, both, words, e, dx, pass->gradient[CASUS_PART_WORD]);
        train_product_tb(words, net->shape.dim, both, dx, net->part[CASUS_PART_WORD].value, false, pass->de);
    }
    return pass->arena.failed == CASUS_OK;
}
