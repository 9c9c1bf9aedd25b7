/* Words to vectors: see parser.h. The same network as in src/train/net.c, in integers where it multiplies. */
#include "syntax/parser.h"

#include "base/map.h"
#include "pack/pack.h"
#include "syntax/form.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_INPUTS = CASUS_MODEL_MOST_INPUTS, SEEN_ROOM = 128 };

/* Where the next array lies; with memory NULL only its size counts. */
static void *take(char *memory, size_t *used, size_t bytes)
{
    void *at = memory == NULL ? NULL : memory + *used;
    *used += (bytes + 63) / 64 * 64;
    return at;
}

static size_t lay_out(casus_parser *p, const casus_model *m, char *memory)
{
    size_t used = 0;
    size_t rows = CASUS_ROWS;
    size_t both = 2 * m->layout.hidden;
    p->x = take(memory, &used, rows * both * sizeof(float));
    p->h = take(memory, &used, rows * both * sizeof(float));
    p->u = take(memory, &used, rows * 3 * both * sizeof(float));
    p->made_x = take(memory, &used, rows * both * sizeof(float));
    p->made_u = take(memory, &used, rows * 3 * both * sizeof(float));
    p->state = take(memory, &used, both * sizeof(float));
    p->sum = take(memory, &used, rows * m->layout.dim * sizeof(float));
    p->quantum = take(memory, &used, rows * MOST_INPUTS * sizeof(int16_t));
    p->worth = take(memory, &used, rows * sizeof(float));
    p->tag_hidden = take(memory, &used, rows * m->part[CASUS_PART_TAG].columns * sizeof(float));
    p->tag_logit = take(memory, &used, rows * m->part[CASUS_PART_TAG_OUT].columns * sizeof(float));
    p->dep = take(memory, &used, rows * m->layout.arc * sizeof(float));
    p->key = take(memory, &used, rows * m->layout.arc * sizeof(float));
    p->query = take(memory, &used, rows * m->layout.arc * sizeof(float));
    p->label_dep = take(memory, &used, rows * m->layout.label * sizeof(float));
    p->label_head = take(memory, &used, rows * m->layout.label * sizeof(float));
    p->label_logit = take(memory, &used, rows * m->part[CASUS_PART_LABEL_OUT].columns * sizeof(float));
    p->miss = take(memory, &used, rows * sizeof(uint32_t));
    p->tag = take(memory, &used, rows * sizeof(uint32_t));
    p->head = take(memory, &used, rows * sizeof(uint32_t));
    p->deprel = take(memory, &used, rows * sizeof(uint32_t));
    p->cached_key = take(memory, &used, CASUS_CACHED_WORDS * sizeof(uint64_t));
    p->cached_x = take(memory, &used, CASUS_CACHED_WORDS * both * sizeof(float));
    p->cached_u = take(memory, &used, CASUS_CACHED_WORDS * 3 * both * sizeof(float));
    p->lemma = take(memory, &used, CASUS_CACHED_LEMMAS * sizeof(casus_lemma_slot));
    return used;
}

casus_status casus_parser__prepare(casus_parser *parser, const casus_model *model, casus_error *err)
{
    if (parser->model == model) {
        return CASUS_OK;
    }
    free(parser->memory);
    parser->model = NULL;
    parser->memory = calloc(1, lay_out(parser, model, NULL));
    if (parser->memory == NULL) {
        return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    (void)lay_out(parser, model, parser->memory);
    parser->model = model;
    return CASUS_OK;
}

void casus_parser__quantise(casus_parser *parser, const float *x, uint32_t rows, uint32_t n)
{
    for (uint32_t i = 0; i < rows; i++) {
        parser->worth[i] = parser->kernel->quantise(x + (size_t)i * n, n, parser->quantum + (size_t)i * n);
    }
}

void casus_parser__product(casus_parser *parser, unsigned part, uint32_t rows, float *out)
{
    const casus_model_part *p = &parser->model->part[part];
    parser->kernel->product(parser->quantum, parser->worth, rows, p->rows, p->weight, p->scale, p->columns, out);
}

static unsigned part_of(unsigned layer, unsigned which)
{
    return CASUS_PART_LAYER + layer * CASUS_PART_A_LAYER + which;
}

/* x [rows] -> u [rows] of a layer; h is used up. */
static void multiply_layer(casus_parser *p, unsigned layer, const float *x, uint32_t rows, float *u)
{
    uint32_t both = 2 * p->model->layout.hidden;
    const float *gain = p->model->part[part_of(layer, CASUS_PART_LAYER_GAIN)].value;
    for (uint32_t i = 0; i < rows; i++) {
        p->kernel->norm(x + (size_t)i * both, gain, both, p->h + (size_t)i * both);
    }
    casus_parser__quantise(p, p->h, rows, both);
    casus_parser__product(p, part_of(layer, CASUS_PART_LAYER_INPUT), rows, u);
}

/*
 * The form that the model sees: of names that are alike for grammar always the same one, also behind a hyphen
 * ('Zuid-Libanon'), written to `room` then.
 */
static casus_str seen_form(const casus_parser *p, casus_str form, char room[SEEN_ROOM])
{
    size_t front = form.len;
    while (front > 0 && form.ptr[front - 1] != '-') {
        front--;
    }
    const uint32_t *as =
        p->pack == NULL ? NULL : casus_map_get(&p->pack->alike, casus_str_slice(form, front, form.len));
    if (as == NULL || front + p->pack->alike_as[*as].len > SEEN_ROOM) {
        return form;
    }
    casus_str name = p->pack->alike_as[*as];
    memcpy(room, form.ptr, front);
    memcpy(room + front, name.ptr, name.len);
    return (casus_str){room, front + name.len};
}

static void sum_pieces(casus_parser *p, casus_str spelt, float *out)
{
    const casus_model *m = p->model;
    char room[SEEN_ROOM];
    casus_str form = seen_form(p, spelt, room);
    uint64_t piece[CASUS_FORM_PIECES];
    uint32_t row[CASUS_FORM_PIECES + 1];
    size_t n = 0;
    size_t n_piece = casus_form_pieces(form, piece);
    for (size_t i = 0; i < n_piece; i++) {
        uint32_t r = casus_model_row(m, piece[i]);
        if (r != 0) {
            row[n++] = r;
        }
        if (i + 1 == CASUS_FORM_WHOLE && n == 0) { /* never seen whole: the unknown word */
            row[n++] = 0;
        }
    }
    p->kernel->sum(m->table, m->table_scale, row, n, m->layout.dim, out);
}

/* The rows' words into x and u, from the cache or made and put there. */
static void look_up(casus_parser *p)
{
    uint32_t both = 2 * p->model->layout.hidden;
    size_t x_size = both * sizeof(float);
    uint32_t n_miss = 0;
    for (uint32_t i = 0; i < p->n_row; i++) {
        uint64_t key = casus_hash(p->word[i].form.ptr, p->word[i].form.len) | 1;
        size_t slot = (key >> 8) & (CASUS_CACHED_WORDS - 1);
        if (p->cached_key[slot] == key) {
            memcpy(p->x + (size_t)i * both, p->cached_x + slot * both, x_size);
            memcpy(p->u + (size_t)i * 3 * both, p->cached_u + slot * 3 * both, 3 * x_size);
        } else {
            sum_pieces(p, p->word[i].form, p->sum + (size_t)n_miss * p->model->layout.dim);
            p->miss[n_miss++] = i;
        }
    }
    if (n_miss == 0) {
        return;
    }
    casus_parser__quantise(p, p->sum, n_miss, p->model->layout.dim);
    casus_parser__product(p, CASUS_PART_WORD, n_miss, p->made_x);
    multiply_layer(p, 0, p->made_x, n_miss, p->made_u);
    for (uint32_t k = 0; k < n_miss; k++) {
        uint32_t i = p->miss[k];
        uint64_t key = casus_hash(p->word[i].form.ptr, p->word[i].form.len) | 1;
        size_t slot = (key >> 8) & (CASUS_CACHED_WORDS - 1);
        p->cached_key[slot] = key;
        memcpy(p->cached_x + slot * both, p->made_x + (size_t)k * both, x_size);
        memcpy(p->cached_u + slot * 3 * both, p->made_u + (size_t)k * 3 * both, 3 * x_size);
        memcpy(p->x + (size_t)i * both, p->made_x + (size_t)k * both, x_size);
        memcpy(p->u + (size_t)i * 3 * both, p->made_u + (size_t)k * 3 * both, 3 * x_size);
    }
}

void casus_parser__encode(casus_parser *p)
{
    uint32_t hidden = p->model->layout.hidden;
    uint32_t both = 2 * hidden;
    look_up(p);
    for (unsigned l = 0; l < CASUS_LAYERS; l++) {
        const float *state = p->model->part[part_of(l, CASUS_PART_LAYER_STATE)].value;
        const float *bias = p->model->part[part_of(l, CASUS_PART_LAYER_BIAS)].value;
        if (l > 0) {
            multiply_layer(p, l, p->x, p->n_row, p->u);
        }
        for (uint32_t s = 0; s < p->n_stretch; s++) {
            size_t first = p->stretch[s].first;
            for (unsigned way = 0; way < 2; way++) {
                p->kernel->sru(p->u + first * 3 * both + way * 3 * hidden, p->x + first * both + way * hidden,
                               state + way * both, bias + way * both, p->stretch[s].n, hidden, way == 1, p->state,
                               p->h + first * both + way * hidden);
            }
        }
        float *x = p->x;
        p->x = p->h;
        p->h = x;
    }
    for (uint32_t i = 0; i < p->n_row; i++) {
        p->kernel->norm(p->x + (size_t)i * both, p->model->part[CASUS_PART_OUT_GAIN].value, both,
                        p->h + (size_t)i * both);
    }
    casus_parser__quantise(p, p->h, p->n_row, both);
}
