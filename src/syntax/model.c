/* Loading a model: see casus/syntax.h and model_file.h. Nothing of the file is believed before it is checked. */
#include "syntax/model.h"

#include "base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

enum { MEMORY_CAP = 64 * 1024 * 1024, MOST_SIZE = 512, MOST_CLASSES = 4096, MOST_ROWS = 1 << 24 };

typedef struct loading {
    casus_model *model;
    const char *path;
    const casus_model_section *section;
    casus_error *err;
} loading;

static casus_status fault(loading *l, const char *what)
{
    return casus_fail(l->err, CASUS_EPACK, l->path, 0, 0, "%s", what);
}

static casus_str bytes_of(const loading *l, unsigned section)
{
    return (casus_str){l->model->bytes + l->section[section].begin, l->section[section].length};
}

static casus_status map_file(loading *l)
{
    struct stat info;
    int fd = open(l->path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &info) != 0) {
        casus_status st = casus_fail(l->err, CASUS_EIO, l->path, 0, 0, "cannot be read: %s", strerror(errno));
        if (fd >= 0) {
            (void)close(fd);
        }
        return st;
    }
    void *bytes = info.st_size <= 0 ? MAP_FAILED : mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    (void)close(fd);
    if (bytes == MAP_FAILED) {
        return fault(l, "not a model: empty, or cannot be mapped");
    }
    l->model->bytes = bytes;
    l->model->length = (size_t)info.st_size;
    return CASUS_OK;
}

static casus_status check_header(loading *l)
{
    const casus_model *m = l->model;
    const casus_model_header *header = (const void *)m->bytes;
    const uint16_t one = 1;
    size_t front = sizeof *header + CASUS_SECTIONS * sizeof *l->section;
    if (m->length < sizeof *header || memcmp(header->magic, CASUS_MODEL_MAGIC, sizeof header->magic) != 0) {
        return fault(l, "not a model of casus");
    }
    if (*(const unsigned char *)&one != 1) {
        return fault(l, "models are read on little-endian machines only");
    }
    if (header->version != CASUS_MODEL_VERSION || header->sections != CASUS_SECTIONS) {
        return casus_fail(l->err, CASUS_EPACK, l->path, 0, 0, "a model of format %u; this program reads format %d",
                          header->version, CASUS_MODEL_VERSION);
    }
    if (header->length != m->length || m->length < front ||
        crc32(0, (const Bytef *)m->bytes + sizeof *header, (uInt)(m->length - sizeof *header)) != header->crc) {
        return fault(l, "the model is cut or damaged");
    }
    l->section = (const void *)(m->bytes + sizeof *header);
    for (unsigned s = 0; s < CASUS_SECTIONS; s++) {
        const casus_model_section *section = &l->section[s];
        if (section->length != 0 && (section->begin % CASUS_MODEL_ALIGN != 0 || section->begin > m->length ||
                                     section->length > m->length - section->begin)) {
            return fault(l, "the model is damaged: a section lies outside it");
        }
    }
    return CASUS_OK;
}

static casus_status check_layout(loading *l)
{
    casus_model *m = l->model;
    casus_str layout = bytes_of(l, CASUS_SECTION_LAYOUT);
    if (layout.len != sizeof m->layout) {
        return fault(l, "the model is damaged: its layout");
    }
    memcpy(&m->layout, layout.ptr, sizeof m->layout);
    uint32_t sizes[] = {m->layout.dim, 2 * m->layout.hidden, m->layout.tag, m->layout.arc, m->layout.label};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        if (sizes[i] == 0 || sizes[i] % CASUS_MODEL_COLUMNS != 0 || sizes[i] > MOST_SIZE) {
            return fault(l, "the model is damaged: a size of its layout");
        }
    }
    if (m->layout.hidden % CASUS_MODEL_COLUMNS != 0 || m->layout.n_row == 0 || m->layout.n_row > MOST_ROWS ||
        m->layout.n_tag == 0 || m->layout.n_tag > MOST_CLASSES || m->layout.n_deprel == 0 ||
        m->layout.n_deprel > MOST_CLASSES) {
        return fault(l, "the model is damaged: a count of its layout");
    }
    return CASUS_OK;
}

static casus_status load_parts(loading *l)
{
    casus_model *m = l->model;
    for (unsigned p = 0; p < CASUS_PARTS; p++) {
        casus_model_part *part = &m->part[p];
        casus_str bytes = bytes_of(l, CASUS_SECTION_PART + p);
        casus_layout_size(&m->layout, p, &part->rows, &part->columns);
        if (casus_layout_packed(p)) {
            casus_str scale = bytes_of(l, CASUS_SECTION_SCALE + p);
            part->columns = casus_model_padded(part->columns);
            part->weight = (const void *)bytes.ptr;
            part->scale = (const void *)scale.ptr;
            if (scale.len != part->columns * sizeof(float) ||
                bytes.len != (size_t)part->rows * part->columns * sizeof(int16_t)) {
                return fault(l, "the model is damaged: a matrix has another size than its layout");
            }
        } else {
            part->value = (const void *)bytes.ptr;
            if (bytes.len != (size_t)part->rows * part->columns * sizeof(float)) {
                return fault(l, "the model is damaged: a vector has another size than its layout");
            }
        }
    }
    return CASUS_OK;
}

static casus_status load_table(loading *l)
{
    casus_model *m = l->model;
    casus_str row = bytes_of(l, CASUS_SECTION_ROW);
    casus_str table = bytes_of(l, CASUS_SECTION_TABLE);
    casus_str scale = bytes_of(l, CASUS_SECTION_TABLE_SCALE);
    uint32_t n = m->layout.n_row;
    if (row.len != n * sizeof *m->row || table.len != (size_t)n * m->layout.dim || scale.len != n * sizeof(float)) {
        return fault(l, "the model is damaged: its table of pieces");
    }
    m->row = (const void *)row.ptr;
    m->table = (const void *)table.ptr;
    m->table_scale = (const void *)scale.ptr;
    for (m->row_room = 64; m->row_room < n * 2; m->row_room *= 2) {
    }
    m->row_at = CASUS_NEW(&m->arena, uint32_t, m->row_room);
    if (m->row_at == NULL) {
        return casus_arena_fail(&m->arena, l->err);
    }
    for (uint32_t r = 1; r < n; r++) {
        uint32_t at = (uint32_t)(m->row[r] >> 20) & (m->row_room - 1);
        while (m->row_at[at] != 0) {
            at = (at + 1) & (m->row_room - 1);
        }
        m->row_at[at] = r;
    }
    return CASUS_OK;
}

/* The strings of a section; their number in *n. */
static casus_status load_strings(loading *l, unsigned section, casus_str **out, uint32_t *n)
{
    casus_model *m = l->model;
    casus_str left = bytes_of(l, section);
    uint32_t count = 0;
    if (left.len > 0 && (left.ptr[left.len - 1] != '\0' || casus_utf8_valid_prefix(left.ptr, left.len) < left.len)) {
        return fault(l, "the model is damaged: its strings");
    }
    for (size_t i = 0; i < left.len; i++) {
        count += left.ptr[i] == '\0';
    }
    *out = CASUS_NEW(&m->arena, casus_str, count + 1);
    if (*out == NULL) {
        return casus_arena_fail(&m->arena, l->err);
    }
    for (uint32_t i = 0; i < count; i++) {
        size_t len = strlen(left.ptr);
        (*out)[i] = (casus_str){left.ptr, len};
        left.ptr += len + 1;
    }
    *n = count;
    return CASUS_OK;
}

static casus_status load_classes(loading *l)
{
    casus_status st = CASUS_OK;
    casus_model *m = l->model;
    casus_str *tag = NULL;
    uint32_t n_tag = 0;
    uint32_t n_deprel = 0;
    CASUS_TRY(load_strings(l, CASUS_SECTION_TAG, &tag, &n_tag));
    CASUS_TRY(load_strings(l, CASUS_SECTION_DEPREL, &m->deprel, &n_deprel));
    if (n_tag != m->layout.n_tag || n_deprel != m->layout.n_deprel) {
        return fault(l, "the model is damaged: its tags or relations");
    }
    m->tag = CASUS_NEW(&m->arena, casus_model_tag, n_tag);
    if (m->tag == NULL) {
        return casus_arena_fail(&m->arena, l->err);
    }
    for (uint32_t i = 0; i < n_tag; i++) {
        const char *tab = memchr(tag[i].ptr, '\t', tag[i].len);
        size_t at = tab == NULL ? 0 : (size_t)(tab - tag[i].ptr);
        if (at == 0) {
            return fault(l, "the model is damaged: a tag");
        }
        m->tag[i].upos = casus_str_slice(tag[i], 0, at);
        m->tag[i].first = i > 0 && casus_str_eq(m->tag[i].upos, m->tag[i - 1].upos) ? m->tag[i - 1].first : i;
        m->tag[i].feats = at + 1 == tag[i].len ? CASUS_STR_NULL : casus_str_slice(tag[i], at + 1, tag[i].len);
    }
    m->root = UINT32_MAX;
    for (uint32_t i = 0; i < n_deprel; i++) {
        m->root = casus_str_eq(m->deprel[i], CASUS_STR("root")) ? i : m->root;
    }
    if (m->root == UINT32_MAX || n_deprel < 2) {
        return fault(l, "the model is damaged: it has no relation for the root");
    }
done:
    return st;
}

static casus_status load_lemmas(loading *l)
{
    casus_status st = CASUS_OK;
    casus_model *m = l->model;
    casus_str *rule = NULL;
    casus_str ending = bytes_of(l, CASUS_SECTION_ENDING);
    casus_str particle = bytes_of(l, CASUS_SECTION_PARTICLE);
    CASUS_TRY(load_strings(l, CASUS_SECTION_RULE, &rule, &m->n_rule));
    m->rule = CASUS_NEW(&m->arena, casus_lemma_rule, m->n_rule + 1);
    if (m->rule == NULL) {
        return casus_arena_fail(&m->arena, l->err);
    }
    for (uint32_t i = 0; i < m->n_rule; i++) {
        if (!casus_lemma_rule_read(rule[i], &m->rule[i])) {
            return fault(l, "the model is damaged: a rule of lemmas");
        }
    }
    if (ending.len % sizeof *m->ending != 0 || ending.len / sizeof *m->ending > UINT32_MAX || particle.len < 8 ||
        particle.len % 8 != 0) {
        return fault(l, "the model is damaged: its lemmas");
    }
    m->ending = (const void *)ending.ptr;
    m->n_ending = (uint32_t)(ending.len / sizeof *m->ending);
    m->particle = (const void *)particle.ptr;
    m->n_particle = (uint32_t)(particle.len / 8);
    uint32_t last = 0;
    for (uint32_t i = 0; i < m->n_ending; i++) {
        if (m->ending[i].rule >= m->n_rule || m->ending[i].key < last) {
            return fault(l, "the model is damaged: its endings");
        }
        last = m->ending[i].key;
        m->ending_from[(last >> 24) + 1] = i + 1;
    }
    for (unsigned b = 1; b <= 256; b++) {
        if (m->ending_from[b] == 0) {
            m->ending_from[b] = m->ending_from[b - 1];
        }
    }
done:
    return st;
}

casus_status casus_model_open(const char *path, casus_model **out, casus_error *err)
{
    casus_status st = CASUS_OK;
    loading l = {.path = path, .err = err};
    *out = NULL;
    l.model = calloc(1, sizeof *l.model);
    if (l.model == NULL) {
        return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    casus_arena_init(&l.model->arena, MEMORY_CAP);
    CASUS_TRY(map_file(&l));
    CASUS_TRY(check_header(&l));
    CASUS_TRY(check_layout(&l));
    CASUS_TRY(load_parts(&l));
    CASUS_TRY(load_table(&l));
    CASUS_TRY(load_classes(&l));
    CASUS_TRY(load_lemmas(&l));
    casus_str *name = NULL;
    uint32_t n_name = 0;
    CASUS_TRY(load_strings(&l, CASUS_SECTION_NAME, &name, &n_name));
    l.model->name = n_name == 1 ? name[0] : CASUS_STR("");
    *out = l.model;
    l.model = NULL;
done:
    casus_model_close(l.model);
    return st;
}

void casus_model_close(casus_model *model)
{
    if (model != NULL) {
        if (model->bytes != NULL) {
            (void)munmap((void *)(uintptr_t)model->bytes, model->length);
        }
        casus_arena_free(&model->arena);
        free(model);
    }
}

static const casus_lemma_rule *find_rule(const casus_model *model, uint32_t key)
{
    uint32_t low = model->ending_from[key >> 24];
    uint32_t high = model->ending_from[(key >> 24) + 1];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (model->ending[middle].key < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < model->n_ending && model->ending[low].key == key ? &model->rule[model->ending[low].rule] : NULL;
}

size_t casus_model_lemma(const casus_model *model, uint32_t tag, casus_str form, char out[CASUS_LEMMA_ROOM])
{
    char room[CASUS_LEMMA_ROOM];
    casus_str low = {room, casus_lemma_spell(form, CASUS_CAPITALS_LOWER, room)};
    size_t len = 0;
    if (low.len == 0) { /* too long for a word */
        len = form.len < CASUS_LEMMA_ROOM ? form.len : 0;
        memcpy(out, form.ptr, len);
        return len;
    }
    casus_lemma_look look = casus_lemma_look_of(form);
    const casus_lemma_rule *rule = find_rule(model, casus_lemma_key(CASUS_SCOPE_TAG, tag, look, low));
    if (rule == NULL) {
        rule = find_rule(model, casus_lemma_key(CASUS_SCOPE_UPOS, model->tag[tag].first, look, low));
    }
    if (rule != NULL && (len = casus_lemma_apply(rule, form, out)) > 0) {
        return len;
    }
    for (uint32_t n = CASUS_LEMMA_ENDING + 1; n-- > 0;) {
        size_t end = casus_lemma_ending(low, n);
        casus_str ending = {low.ptr + low.len - end, end};
        rule = find_rule(model, casus_lemma_key(CASUS_SCOPE_ENDING, tag, look, ending));
        if (rule != NULL && (len = casus_lemma_apply(rule, form, out)) > 0) {
            return len;
        }
    }
    memcpy(out, form.ptr, form.len);
    return form.len;
}

bool casus_model_joins(const casus_model *model, casus_str particle, casus_str verb)
{
    uint64_t key = casus_lemma_pair(particle, verb);
    uint32_t low = 1;
    uint32_t high = model->n_particle;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (model->particle[middle] < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool exception = low < model->n_particle && model->particle[low] == key;
    return (model->particle[0] != 0) != exception;
}
