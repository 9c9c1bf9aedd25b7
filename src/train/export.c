/* Writing models: see export.h. */
#include "train/export.h"

#include "base/buf.h"
#include "syntax/kernel.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

enum { LARGEST_MODEL = 256 * 1024 * 1024, BYTE_QUANTUM = 127 };

typedef struct writing {
    casus_buf out;
    casus_model_section section[CASUS_SECTIONS];
} writing;

static void begin(writing *w, unsigned section)
{
    while (w->out.len % CASUS_MODEL_ALIGN != 0 && w->out.failed == CASUS_OK) {
        casus_buf_add_char(&w->out, '\0');
    }
    w->section[section].begin = w->out.len;
}

static void end(writing *w, unsigned section)
{
    w->section[section].length = w->out.len - w->section[section].begin;
}

static void add(writing *w, unsigned section, const void *bytes, size_t len)
{
    begin(w, section);
    casus_buf_add(&w->out, bytes, len);
    end(w, section);
}

static void add_strings(writing *w, unsigned section, const casus_str *s, uint32_t n)
{
    begin(w, section);
    for (uint32_t i = 0; i < n; i++) {
        casus_buf_add_str(&w->out, s[i]);
        casus_buf_add_char(&w->out, '\0');
    }
    end(w, section);
}

/* A number between -most and most. */
static int whole(float x, float scale, int most)
{
    int n = (int)lrintf(x / scale);
    return n > most ? most : n < -most ? -most : n;
}

static void add_table(writing *w, const train_param *table, casus_buf *scales)
{
    begin(w, CASUS_SECTION_TABLE);
    for (uint32_t r = 0; r < table->rows; r++) {
        const float *row = table->value + (size_t)r * table->columns;
        float most = 1e-12F;
        for (uint32_t j = 0; j < table->columns; j++) {
            most = fabsf(row[j]) > most ? fabsf(row[j]) : most;
        }
        float scale = most / BYTE_QUANTUM;
        for (uint32_t j = 0; j < table->columns; j++) {
            casus_buf_add_char(&w->out, (char)whole(row[j], scale, BYTE_QUANTUM));
        }
        casus_buf_add(scales, (const char *)&scale, sizeof scale);
    }
    end(w, CASUS_SECTION_TABLE);
    add(w, CASUS_SECTION_TABLE_SCALE, scales->ptr, scales->len);
}

static void add_packed(writing *w, unsigned part, const train_param *a)
{
    uint32_t padded = casus_model_padded(a->columns);
    float scale[4096] = {0};
    for (uint32_t j = 0; j < a->columns; j++) {
        scale[j] = 1e-12F;
        for (uint32_t i = 0; i < a->rows; i++) {
            float v = fabsf(a->value[(size_t)i * a->columns + j]) / CASUS_QUANTUM;
            scale[j] = v > scale[j] ? v : scale[j];
        }
    }
    begin(w, CASUS_SECTION_PART + part);
    for (uint32_t j = 0; j < padded; j += CASUS_MODEL_COLUMNS) {
        for (uint32_t i = 0; i < a->rows; i += 2) {
            for (uint32_t k = 0; k < 2 * CASUS_MODEL_COLUMNS; k++) {
                uint32_t column = j + k / 2;
                int16_t v = 0;
                if (column < a->columns) {
                    v = (int16_t)whole(a->value[(size_t)(i + k % 2) * a->columns + column], scale[column],
                                       CASUS_QUANTUM);
                }
                casus_buf_add(&w->out, (const char *)&v, sizeof v);
            }
        }
    }
    end(w, CASUS_SECTION_PART + part);
    add(w, CASUS_SECTION_SCALE + part, scale, padded * sizeof(float));
}

static casus_status write_file(const char *path, const casus_buf *out, casus_error *err)
{
    FILE *file = fopen(path, "wb");
    bool done = file != NULL && fwrite(out->ptr, 1, out->len, file) == out->len;
    if (file != NULL) {
        done = fclose(file) == 0 && done;
    }
    return done ? CASUS_OK : casus_fail(err, CASUS_EIO, path, 0, 0, "cannot be written: %s", strerror(errno));
}

casus_status train_export(const char *path, casus_str name, const train_net *net, const train_vocab *vocab,
                          const train_lemmas *lemmas, casus_error *err)
{
    casus_model_header header = {.version = CASUS_MODEL_VERSION, .sections = CASUS_SECTIONS};
    writing w = {0};
    casus_buf scales;
    casus_status st = CASUS_OK;
    casus_buf_init(&w.out, LARGEST_MODEL);
    casus_buf_init(&scales, LARGEST_MODEL);
    casus_buf_add(&w.out, (const char *)&header, sizeof header);
    casus_buf_add(&w.out, (const char *)w.section, sizeof w.section);
    add_strings(&w, CASUS_SECTION_NAME, &name, 1);
    add(&w, CASUS_SECTION_LAYOUT, &net->shape, sizeof net->shape);
    add(&w, CASUS_SECTION_ROW, vocab->row, vocab->n_row * sizeof *vocab->row);
    add_table(&w, &net->table, &scales);
    add_strings(&w, CASUS_SECTION_TAG, vocab->tag, vocab->n_tag);
    add_strings(&w, CASUS_SECTION_DEPREL, vocab->deprel, vocab->n_deprel);
    add_strings(&w, CASUS_SECTION_RULE, lemmas->rule, lemmas->n_rule);
    add(&w, CASUS_SECTION_ENDING, lemmas->ending, lemmas->n_ending * sizeof *lemmas->ending);
    add(&w, CASUS_SECTION_PARTICLE, lemmas->particle, lemmas->n_particle * sizeof *lemmas->particle);
    for (unsigned p = 0; p < CASUS_PARTS; p++) {
        const train_param *a = &net->part[p];
        if (casus_layout_packed(p)) {
            add_packed(&w, p, a);
        } else {
            add(&w, CASUS_SECTION_PART + p, a->value, (size_t)a->rows * a->columns * sizeof(float));
        }
    }
    if (w.out.failed != CASUS_OK || scales.failed != CASUS_OK) {
        st = casus_fail(err, CASUS_ENOMEM, path, 0, 0, "out of memory");
    } else {
        memcpy(w.out.ptr + sizeof header, w.section, sizeof w.section);
        memcpy(header.magic, CASUS_MODEL_MAGIC, sizeof header.magic);
        header.length = w.out.len;
        header.crc = (uint32_t)crc32(0, (const Bytef *)w.out.ptr + sizeof header, (uInt)(w.out.len - sizeof header));
        memcpy(w.out.ptr, &header, sizeof header);
        st = write_file(path, &w.out, err);
    }
    casus_buf_free(&w.out);
    casus_buf_free(&scales);
    return st;
}
