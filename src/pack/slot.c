/* Compiling paths through trees: see slot.h. */
#include "pack/slot.h"

#include "pack/claim.h"

static casus_status read_lemmas(casus_loading *file, casus_str list, casus_step *step, casus_error *err)
{
    casus_str lemma;
    step->word = CASUS_NEW(file->arena, uint32_t, CASUS_MOST_LEMMAS);
    if (step->word == NULL) {
        return casus_arena_fail(file->arena, err);
    }
    if (casus_str_eq(list, CASUS_STR("@light"))) {
        const casus_claim_pack *c = file->pack->claim;
        memcpy(step->word, c->light, c->n_light * sizeof *step->word);
        step->n_word = c->n_light;
        return CASUS_OK;
    }
    while (casus_pack__next_part(&list, '|', &lemma)) {
        uint32_t word[CASUS_LONGEST_TERM];
        uint32_t n = casus_pack__term_words(file, lemma, word, err);
        if (n == 0) {
            return CASUS_EPACK;
        }
        if (n > 1 || step->n_word == CASUS_MOST_LEMMAS) {
            return casus_table_fault(&file->table, lemma, err, "single words are wanted here, and not too many");
        }
        step->word[step->n_word++] = word[0];
    }
    return CASUS_OK;
}

/* 'form=word|word', 'rel', 'rel=lemma|lemma', '^', '^rel', '^rel=lemma'. */
static casus_status read_step(casus_loading *file, casus_str text, casus_step *step, casus_error *err)
{
    *step = (casus_step){.up = text.len > 0 && text.ptr[0] == '^'};
    casus_str rel = casus_str_slice(text, step->up, text.len);
    const char *equal = rel.len == 0 ? NULL : memchr(rel.ptr, '=', rel.len);
    casus_str lemmas = CASUS_STR_NULL;
    if (equal != NULL) {
        lemmas = casus_str_slice(rel, (size_t)(equal - rel.ptr) + 1, rel.len);
        rel = casus_str_slice(rel, 0, (size_t)(equal - rel.ptr));
    }
    step->stay = !step->up && casus_str_eq(rel, CASUS_STR("form"));
    if (step->stay) {
        if (lemmas.ptr == NULL) {
            return casus_table_fault(&file->table, text, err, "forms are wanted");
        }
    } else if (rel.len > 0) {
        step->deprel = (uint8_t)casus_deprel_of(rel);
        if (step->deprel == CASUS_DEPREL_NONE) {
            return casus_table_fault(&file->table, rel, err, "no relation of Universal Dependencies");
        }
    } else if (!step->up) {
        return casus_table_fault(&file->table, text, err, "a relation or '^' is wanted");
    }
    bool oblique = step->deprel == CASUS_DEPREL_OBL || step->deprel == CASUS_DEPREL_OBL_ARG ||
                   step->deprel == CASUS_DEPREL_NMOD || step->deprel == CASUS_DEPREL_ADVCL ||
                   step->deprel == CASUS_DEPREL_ACL;
    step->introduces = oblique && !step->up;
    return lemmas.ptr == NULL ? CASUS_OK : read_lemmas(file, lemmas, step, err);
}

/* Steps parted by '.'; '^^' is two steps up. */
static casus_status read_path(casus_loading *file, casus_str text, casus_path *path, casus_error *err)
{
    casus_status st = CASUS_OK;
    casus_str step;
    while (casus_pack__next_part(&text, '.', &step)) {
        while (step.len > 1 && step.ptr[0] == '^' && step.ptr[1] == '^' && path->n_step < CASUS_MOST_STEPS) {
            path->step[path->n_step++] = (casus_step){.up = true};
            step = casus_str_slice(step, 1, step.len);
        }
        if (path->n_step == CASUS_MOST_STEPS) {
            return casus_table_fault(&file->table, step, err, "more steps than a path may have");
        }
        CASUS_TRY(read_step(file, step, &path->step[path->n_step++], err));
    }
done:
    return st;
}

static casus_status read_paths(casus_loading *file, casus_str field, bool condition, casus_slots *out, casus_error *err)
{
    casus_status st = CASUS_OK;
    *out = (casus_slots){0};
    casus_str alternative;
    if (casus_str_eq(field, CASUS_STR("-"))) {
        return CASUS_OK;
    }
    while (casus_pack__next_part(&field, ' ', &alternative)) {
        bool joined = false;
        casus_str part;
        while (casus_pack__next_part(&alternative, '+', &part)) {
            casus_path path = {.joined = joined};
            joined = true;
            path.absent = condition && part.len > 0 && part.ptr[0] == '!';
            CASUS_TRY(read_path(file, casus_str_slice(part, path.absent, part.len), &path, err));
            casus_path *grown = casus_pack__push(out->path, out->n, sizeof *grown, file->arena);
            if (grown == NULL) {
                return casus_arena_fail(file->arena, err);
            }
            out->path = grown;
            out->path[out->n++] = path;
        }
    }
done:
    return st;
}

casus_status casus_pack__read_slots(casus_loading *file, casus_str field, casus_slots *out, casus_error *err)
{
    return read_paths(file, field, false, out, err);
}

casus_status casus_pack__read_conditions(casus_loading *file, casus_str field, casus_slots *out, casus_error *err)
{
    return read_paths(file, field, true, out, err);
}
