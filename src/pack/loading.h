/* What the readers of a pack's tables share (load_*.c). */
#ifndef CASUS_PACK_LOADING_H
#define CASUS_PACK_LOADING_H

#include "base/table.h"
#include "pack/pack.h"
#include "pack/rule.h"

/* A file while it is read. */
typedef struct casus_loading {
    casus_pack *pack;
    casus_table table;
    casus_map seen; /* keys of this file */
    casus_arena *arena;
} casus_loading;

/* A table that a pack may hold: where, its columns, and what becomes of a row. */
typedef struct casus_pack_file {
    const char *path; /* below the pack's folder; NULL behind the last */
    const char *columns[CASUS_TABLE_COLUMNS];
    uint32_t n_column;
    casus_status (*read)(casus_loading *file, casus_str field[CASUS_TABLE_COLUMNS], casus_error *err);
} casus_pack_file;

/* The tables of each room, a NULL path behind the last. */
extern const casus_pack_file casus_pack__token_files[];
extern const casus_pack_file casus_pack__time_files[];
extern const casus_pack_file casus_pack__ingest_files[];
extern const casus_pack_file casus_pack__claim_files[];
extern const casus_pack_file casus_pack__figure_files[];
extern const casus_pack_file casus_pack__actor_files[];
extern const casus_pack_file casus_pack__place_files[];

/* A file of rules that a pack may hold, and where they go. */
typedef struct casus_rule_file {
    const char *path; /* NULL behind the last */
    casus_rules *(*rules)(casus_pack *pack);
} casus_rule_file;

extern const casus_rule_file casus_pack__time_rules[];

/* The closed set of words that a column may hold; word NULL behind the last. */
typedef struct casus_choice {
    const char *word;
    uint32_t value;
} casus_choice;

casus_status casus_pack__choose(const casus_loading *file, casus_str field, const casus_choice *choices,
                                uint32_t *value, casus_error *err);

/* Whether the form is to be matched with its own capitals only. */
bool casus_pack__has_capital(casus_str form);

/* `field` folded (or as it is) in the arena; a key that the file has twice is a fault. */
casus_status casus_pack__make_key(casus_loading *file, casus_str field, bool fold, casus_str *key, casus_error *err);

casus_status casus_pack__set(casus_loading *file, casus_map *map, casus_str key, uint32_t value, casus_error *err);

/* Room for one more item in an array that doubles at powers of two; NULL without memory. */
void *casus_pack__push(void *array, uint32_t count, size_t size, casus_arena *arena);

casus_status casus_pack__push_str(casus_loading *file, casus_str **array, uint32_t *count, casus_str s,
                                  casus_error *err);

/*
 * Add a term to a lexicon. It is cut into words at spaces, and round hyphens in languages whose words are (pack.ini);
 * a term that this file has already is a fault, one from a base is replaced.
 */
casus_status casus_pack__add_term(casus_loading *file, casus_lexicon *lexicon, casus_str term, uint32_t value,
                                  casus_error *err);

/* The numbers of a term's words, cut as above: how many, or 0 with `err` filled. */
uint32_t casus_pack__term_words(casus_loading *file, casus_str term, uint32_t word[CASUS_LONGEST_TERM],
                                casus_error *err);

/* A value column: a whole number within bounds. */
casus_status casus_pack__read_value(const casus_loading *file, casus_str field, uint32_t least, uint32_t most,
                                    uint32_t *value, casus_error *err);

/* The next of the parts of *list that `separator` parts; *list moves behind it. False when there is none left. */
bool casus_pack__next_part(casus_str *list, char separator, casus_str *part);

#endif
