/* Vectors to tags, heads and relations: see parser.h. */
#include "syntax/parser.h"

static uint32_t best_of(const float *value, uint32_t n)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < n; i++) {
        best = value[i] > value[best] ? i : best;
    }
    return best;
}

/* logits + bias of an output layer, from a hidden one that is quantised here. */
static void classify(casus_parser *p, const float *hidden, uint32_t n_hidden, unsigned part, float *logit)
{
    const float *bias = p->model->part[part + 1].value; /* an output's bias follows it */
    uint32_t columns = p->model->part[part].columns;
    uint32_t n = p->model->part[part + 1].columns;
    casus_parser__quantise(p, hidden, p->n_row, n_hidden);
    casus_parser__product(p, part, p->n_row, logit);
    for (uint32_t i = 0; i < p->n_row; i++) {
        for (uint32_t j = 0; j < n; j++) {
            logit[(size_t)i * columns + j] += bias[j];
        }
    }
}

/* The trees' scores, from query and key. */
static void find_tree(casus_parser *p, const casus_stretch *s)
{
    const casus_model *m = p->model;
    uint32_t width = m->layout.arc;
    const float *distance = m->part[CASUS_PART_DISTANCE].value;
    for (uint32_t i = 0; i < s->n; i++) {
        const float *query = p->query + (size_t)(s->first + i) * width;
        float *score = p->tree.score[i + 1];
        float far[CASUS_BUCKETS];
        for (uint32_t b = 0; b < CASUS_BUCKETS; b++) {
            far[b] = p->kernel->dot(query, distance + (size_t)b * width, width);
        }
        score[0] = p->kernel->dot(query, m->part[CASUS_PART_ROOT].value, width);
        for (uint32_t j = 0; j < s->n; j++) {
            if (i != j) {
                score[j + 1] = p->kernel->dot(query, p->key + (size_t)(s->first + j) * width, width) +
                               far[casus_bucket((int)j - (int)i)];
            }
        }
    }
    casus_tree_find(&p->tree, s->n);
    for (uint32_t i = 0; i < s->n; i++) {
        uint32_t head = p->tree.head[i + 1];
        p->head[s->first + i] = head == 0 ? CASUS_ROOT : s->first + head - 1;
    }
}

static void find_labels(casus_parser *p)
{
    const casus_model *m = p->model;
    uint32_t width = m->layout.label;
    for (uint32_t i = 0; i < p->n_row; i++) {
        const float *other = p->head[i] == CASUS_ROOT ? m->part[CASUS_PART_LABEL_ROOT].value
                                                      : p->label_head + (size_t)p->head[i] * width;
        float *value = p->label_dep + (size_t)i * width;
        for (uint32_t j = 0; j < width; j++) {
            value[j] += other[j];
        }
    }
    p->kernel->relu(p->label_dep, m->part[CASUS_PART_LABEL_BIAS].value, p->n_row, width);
    classify(p, p->label_dep, width, CASUS_PART_LABEL_OUT, p->label_logit);
    for (uint32_t i = 0; i < p->n_row; i++) {
        float *logit = p->label_logit + (size_t)i * m->part[CASUS_PART_LABEL_OUT].columns;
        logit[m->root] = -1e30F;
        p->deprel[i] = p->head[i] == CASUS_ROOT ? m->root : best_of(logit, m->layout.n_deprel);
    }
}

void casus_parser__decode(casus_parser *p)
{
    const casus_model *m = p->model;
    const casus_layout *l = &m->layout;
    casus_parser__product(p, CASUS_PART_TAG, p->n_row, p->tag_hidden);
    casus_parser__product(p, CASUS_PART_DEP, p->n_row, p->dep);
    casus_parser__product(p, CASUS_PART_HEAD, p->n_row, p->key);
    casus_parser__product(p, CASUS_PART_LABEL_DEP, p->n_row, p->label_dep);
    casus_parser__product(p, CASUS_PART_LABEL_HEAD, p->n_row, p->label_head);
    p->kernel->relu(p->tag_hidden, m->part[CASUS_PART_TAG_BIAS].value, p->n_row, l->tag);
    p->kernel->relu(p->dep, m->part[CASUS_PART_DEP_BIAS].value, p->n_row, l->arc);
    p->kernel->relu(p->key, m->part[CASUS_PART_HEAD_BIAS].value, p->n_row, l->arc);
    classify(p, p->tag_hidden, l->tag, CASUS_PART_TAG_OUT, p->tag_logit);
    for (uint32_t i = 0; i < p->n_row; i++) {
        p->tag[i] = best_of(p->tag_logit + (size_t)i * m->part[CASUS_PART_TAG_OUT].columns, l->n_tag);
    }
    classify(p, p->dep, l->arc, CASUS_PART_PAIR, p->query);
    for (uint32_t s = 0; s < p->n_stretch; s++) {
        find_tree(p, &p->stretch[s]);
    }
    find_labels(p);
}
