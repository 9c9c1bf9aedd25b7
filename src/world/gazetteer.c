/* Mapping the file of places: see gazetteer.h. */
#include "world/gazetteer.h"

#include "world/gazetteer_map.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

static casus_status fault(const char *path, casus_error *err, const char *what)
{
    return casus_fail(err, CASUS_EPACK, path, 0, 0, "%s", what);
}

static casus_status map_file(casus_gazetteer *g, const char *path, casus_error *err)
{
    struct stat info;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &info) != 0) {
        casus_status st = casus_fail(err, CASUS_EIO, path, 0, 0, "%s", strerror(errno));
        if (fd >= 0) {
            (void)close(fd);
        }
        return st;
    }
    void *bytes = info.st_size <= 0 ? MAP_FAILED : mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    (void)close(fd);
    if (bytes == MAP_FAILED) {
        return fault(path, err, "not a file of places: empty, or cannot be mapped");
    }
    g->bytes = bytes;
    g->length = (size_t)info.st_size;
    return CASUS_OK;
}

static casus_status check_header(const casus_gazetteer *g, const char *path, uint32_t mark, casus_error *err)
{
    const casus_gazetteer_header *header = (const void *)g->bytes;
    const uint16_t one = 1;
    size_t front = sizeof *header + CASUS_GAZETTEER_SECTIONS * sizeof(casus_gazetteer_section);
    if (g->length < sizeof *header || memcmp(header->magic, CASUS_GAZETTEER_MAGIC, sizeof header->magic) != 0) {
        return fault(path, err, "not a file of places");
    }
    if (*(const unsigned char *)&one != 1) {
        return fault(path, err, "the file of places is read on little-endian machines only");
    }
    if (header->version != CASUS_GAZETTEER_VERSION || header->sections != CASUS_GAZETTEER_SECTIONS) {
        return casus_fail(err, CASUS_EPACK, path, 0, 0, "places of format %u; this program reads format %d",
                          header->version, CASUS_GAZETTEER_VERSION);
    }
    if (header->length != g->length || g->length < front ||
        crc32_z(0, (const Bytef *)g->bytes + sizeof *header, g->length - sizeof *header) != header->crc) {
        return fault(path, err, "the file of places is cut or damaged");
    }
    if (header->mark != mark) {
        return fault(path, err,
                     "made with other rules than spelling.tsv and sounds.tsv; 'make gazetteer' makes it anew");
    }
    return CASUS_OK;
}

/* Whether every section lies within the file and holds whole items. */
static bool sections_fit(const casus_gazetteer *g)
{
    static const size_t item[CASUS_GAZETTEER_SECTIONS] = {[CASUS_GAZETTEER_PLACE] = sizeof(casus_gazetteer_row),
                                                          [CASUS_GAZETTEER_STRING] = 1,
                                                          [CASUS_GAZETTEER_COUNTRY] = sizeof(casus_gazetteer_country),
                                                          [CASUS_GAZETTEER_AREA] = sizeof(uint32_t),
                                                          [CASUS_GAZETTEER_FEATURE] = sizeof(casus_gazetteer_code),
                                                          [CASUS_GAZETTEER_KEY] = sizeof(casus_gazetteer_key),
                                                          [CASUS_GAZETTEER_NAME] = 1,
                                                          [CASUS_GAZETTEER_NAME_BUCKET] = sizeof(uint32_t),
                                                          [CASUS_GAZETTEER_UNIT] = sizeof(casus_name_unit),
                                                          [CASUS_GAZETTEER_SPOKEN] = 1,
                                                          [CASUS_GAZETTEER_SOUND] = CASUS_GAZETTEER_SOUND_SIZE,
                                                          [CASUS_GAZETTEER_SOUND_BUCKET] = sizeof(uint32_t)};
    const casus_gazetteer_section *section = (const void *)(g->bytes + sizeof(casus_gazetteer_header));
    for (unsigned s = 0; s < CASUS_GAZETTEER_SECTIONS; s++) {
        if (section[s].begin % CASUS_GAZETTEER_ALIGN != 0 || section[s].begin > g->length ||
            section[s].length > g->length - section[s].begin || section[s].length % item[s] != 0) {
            return false;
        }
    }
    size_t buckets = (CASUS_GAZETTEER_BUCKETS + 1) * sizeof(uint32_t);
    return section[CASUS_GAZETTEER_NAME_BUCKET].length == buckets &&
           section[CASUS_GAZETTEER_SOUND_BUCKET].length == buckets && section[CASUS_GAZETTEER_COUNTRY].length > 0 &&
           section[CASUS_GAZETTEER_AREA].length > 0 && section[CASUS_GAZETTEER_STRING].length > 0;
}

static const void *section_of(const casus_gazetteer *g, unsigned s, uint32_t *count, size_t item)
{
    const casus_gazetteer_section *section = (const void *)(g->bytes + sizeof(casus_gazetteer_header));
    *count = (uint32_t)(section[s].length / item);
    return g->bytes + section[s].begin;
}

static void find_sections(casus_gazetteer *g)
{
    uint32_t n = 0;
    g->row = section_of(g, CASUS_GAZETTEER_PLACE, &g->n_row, sizeof *g->row);
    g->string = section_of(g, CASUS_GAZETTEER_STRING, &n, 1);
    g->country = section_of(g, CASUS_GAZETTEER_COUNTRY, &n, sizeof *g->country);
    g->area = section_of(g, CASUS_GAZETTEER_AREA, &g->n_area, sizeof *g->area);
    g->feature = section_of(g, CASUS_GAZETTEER_FEATURE, &n, sizeof *g->feature);
    g->key = section_of(g, CASUS_GAZETTEER_KEY, &g->n_key, sizeof *g->key);
    g->name = section_of(g, CASUS_GAZETTEER_NAME, &n, 1);
    g->name_bucket = section_of(g, CASUS_GAZETTEER_NAME_BUCKET, &n, sizeof *g->name_bucket);
    g->unit = section_of(g, CASUS_GAZETTEER_UNIT, &n, sizeof *g->unit);
    g->spoken = section_of(g, CASUS_GAZETTEER_SPOKEN, &n, 1);
    g->sound = section_of(g, CASUS_GAZETTEER_SOUND, &n, CASUS_GAZETTEER_SOUND_SIZE);
    g->sound_bucket = section_of(g, CASUS_GAZETTEER_SOUND_BUCKET, &n, sizeof *g->sound_bucket);
}

casus_status casus_gazetteer_open(const char *path, uint32_t mark, casus_gazetteer **out, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_gazetteer *g = calloc(1, sizeof *g);
    *out = NULL;
    if (g == NULL) {
        return casus_fail(err, CASUS_ENOMEM, NULL, 0, 0, "out of memory");
    }
    CASUS_TRY(map_file(g, path, err));
    CASUS_TRY(check_header(g, path, mark, err));
    if (!sections_fit(g)) {
        st = fault(path, err, "the file of places is damaged: a section does not fit");
        goto done;
    }
    find_sections(g);
    *out = g;
    g = NULL;
done:
    casus_gazetteer_close(g);
    return st;
}

void casus_gazetteer_close(casus_gazetteer *gazetteer)
{
    if (gazetteer != NULL) {
        if (gazetteer->bytes != NULL) {
            (void)munmap((void *)(uintptr_t)gazetteer->bytes, gazetteer->length);
        }
        free(gazetteer);
    }
}
