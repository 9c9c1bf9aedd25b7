/* How actors are found: what the stages of casus_extract__actors share. */
#ifndef CASUS_EXTRACT_ACTOR_H
#define CASUS_EXTRACT_ACTOR_H

#include "extract/mention.h"
#include "world/world.h"

enum { CASUS_MOST_SIDES = 4 };

/* A name in the text: one that the world knows, or a run of proper nouns that nobody knows. */
typedef struct casus_name_hit {
    uint32_t begin, end, head; /* words */
    uint32_t known;            /* row of data/actors.tsv; CASUS_NONE: unknown */
    uint32_t holder;           /* role hit of the office that it holds; CASUS_NONE */
    bool inside;               /* only the front of its one word: 'Hamas-leider' */
    bool used;                 /* its mention is made */
} casus_name_hit;

/* A noun of those who act, and what was gathered round it. */
typedef struct casus_role_hit {
    uint32_t begin, end, head;        /* words of the noun */
    uint32_t front, back;             /* words of what was gathered; half-open */
    uint32_t role;                    /* row of roles.tsv */
    uint32_t within;                  /* a row: the front of the compound that it ends; CASUS_NONE */
    uint32_t field;                   /* a row of class field; CASUS_NONE */
    uint32_t whole;                   /* role hit that it is part of; CASUS_NONE */
    uint32_t name;                    /* name hit of the actor that it belongs to; CASUS_NONE */
    uint32_t person;                  /* name hit of the one who holds it; CASUS_NONE */
    uint32_t owner;                   /* a pronoun in the genitive before it: 'its army'; CASUS_NONE */
    uint32_t place[CASUS_MOST_SIDES]; /* places whose country is its own */
    uint32_t n_place;
    uint32_t at;   /* the place that it is in; CASUS_NONE */
    bool ours;     /* 'our army': whose is for those who know the speaker */
    bool group;    /* it is one of 'the group' */
    bool aloof;    /* its adjective is one of 'pro-X' */
    bool local;    /* its adjective says that it is of where the text is */
    bool occupier; /* its adjective says that it is of another country */
    bool own;      /* its adjective says that it is of the one that the clause is about, and no pronoun tells whose */
    bool run;      /* a participle says who runs it, and so whose it is */
    bool definite; /* may stand for one that was named before */
    bool inner;    /* only a modifier within another's chunk: no mention of its own */
    bool done;
    uint32_t actor[CASUS_MOST_SIDES];
    uint32_t n_actor;
} casus_role_hit;

/* A mention of which later ones may be told. */
typedef struct casus_trace {
    uint32_t mention; /* index in scene->mention */
    uint32_t role;    /* row of roles.tsv; CASUS_NONE */
    uint32_t word, sentence;
    bool many, person, subject;
} casus_trace;

typedef struct casus_scene {
    casus_view *view;
    uint32_t *place; /* [n_word] index in doc->place, or CASUS_NONE */
    uint32_t *name;  /* [n_word] index in name_hit */
    uint32_t *role;  /* [n_word] index in role_hit */
    casus_name_hit *name_hit;
    uint32_t n_name_hit;
    casus_role_hit *role_hit;
    uint32_t n_role_hit;
    casus_actor *actor;
    uint32_t n_actor, actor_room;
    casus_map actor_by_key;
    casus_actor_mention *mention;
    uint32_t n_mention, mention_room;
    casus_trace *trace;   /* [n_mention] */
    uint32_t *broke;      /* [n_word] the last place up to a word that broke away, index in doc->place */
    uint32_t first_broke; /* the first of all; CASUS_NONE: none is */
    casus_map surname;    /* folded words of persons' names told so far -> actor */
    casus_str home;       /* the country that most places are of; absent: none is */
    uint32_t depth;       /* of nouns whose whole is being looked for */
    uint32_t today;       /* day of publication as in casus_known; 0: unknown */
} casus_scene;

/* Names and roles of the whole document into the scene. */
CASUS_MUST_USE casus_status casus_actor__find_names(casus_scene *scene, casus_error *err);
CASUS_MUST_USE casus_status casus_actor__find_roles(casus_scene *scene, casus_error *err);

/* Runs of proper nouns that are neither known nor places nor roles. */
void casus_actor__find_runs(casus_scene *scene);

/* The known person whose name words are another spelling of; CASUS_NONE: nobody's. */
uint32_t casus_actor__by_sound(const casus_scene *scene, uint32_t begin, uint32_t end);

/* What stands round each role. */
void casus_actor__gather(casus_scene *scene);

/* The class of a little word, or CASUS_NONE. */
uint32_t casus_actor__word(const casus_scene *scene, uint32_t w);

/* The topmost word of a stretch. */
uint32_t casus_actor__top(const casus_view *view, uint32_t begin, uint32_t end);

/* Actors. Each gives an index in scene->actor, or CASUS_NONE without memory (see doc->arena). */
uint32_t casus_actor__known(casus_scene *scene, uint32_t known);
uint32_t casus_actor__country(casus_scene *scene, const casus_place *place);

/* The actor of a name and codes, found again if it was made before. */
uint32_t casus_actor__make(casus_scene *scene, const casus_actor *actor);

/* The name of a role: pattern with {country} and {field} filled in, or taken away where they are absent. */
casus_str casus_actor__name(casus_scene *scene, casus_str pattern, casus_str country, casus_str field);

/* What the entity that broke away at `place` is called; absent: none did. */
casus_str casus_actor__breakaway(const casus_scene *scene, const casus_place *place);

/* A mention of `n` actors; false without memory. */
bool casus_actor__mention(casus_scene *scene, const casus_trace *trace, uint32_t begin, uint32_t end,
                          casus_mention_kind kind, const uint32_t *actor, uint32_t n, casus_str rule);

/* The actors of one role, made once. */
void casus_actor__resolve(casus_scene *scene, casus_role_hit *hit);

/* The actor of a name that stands by itself: known, told before, or new. CASUS_NONE: a word that tells nothing. */
uint32_t casus_actor__named(casus_scene *scene, uint32_t name);

/* Later mentions by one word of `text`, a person's name, mean `actor`. */
void casus_actor__remember(casus_scene *scene, casus_str text, uint32_t actor);

/* Whether a code is one of PLOVER's for actors of no country. */
bool casus_actor__is_stateless(casus_str country);

/* Whether an actor has a sector. */
bool casus_actor__has(const casus_actor *actor, casus_str sector);

/* What chunks of roles cover, so that it makes no mentions of its own. hidden: [n_word] */
void casus_actor__mark_inner(casus_scene *scene, bool *hidden);

/* All mentions, front to back. False without memory. */
bool casus_actor__walk(casus_scene *scene, const bool *hidden);

/* Whether a preposition before the place says that something is in it. */
bool casus_actor__is_location(const casus_scene *scene, uint32_t head);

/* The last mention of an armed group before a word; NULL: none. */
const casus_trace *casus_actor__last_group(const casus_scene *scene, uint32_t before);

/* The entity that broke away that the text speaks of at `w`, as index in doc->place; CASUS_NONE: none. */
uint32_t casus_actor__breakaway_near(const casus_scene *scene, uint32_t w);

/* The nearest place that people may be in, in the noun's sentence and so many before it; CASUS_NONE: none. */
uint32_t casus_actor__place_near(const casus_scene *scene, const casus_role_hit *hit, uint32_t before);

/* An earlier mention that a definite noun for actors of this kind takes up; `domain`: it tells one. NULL: none. */
const casus_trace *casus_actor__earlier(const casus_scene *scene, const casus_role_hit *hit, const casus_actor *kind,
                                        bool domain);

/* An actor of the country that all state actors of the sentence and the one before share; NULL: they do not. */
const casus_actor *casus_actor__agreed(const casus_scene *scene, const casus_role_hit *hit);

/* The body, group or country that the sentence before is about, else the noun's own up to there; CASUS_NONE: none. */
uint32_t casus_actor__speaker_before(const casus_scene *scene, const casus_role_hit *hit);

/* Whether the text has told of armed forces of a country that is not its own. */
bool casus_actor__has_armies(const casus_scene *scene);

/* An actor of the one country but the document's own whose armed forces were told of; NULL: there is none, or several. */
const casus_actor *casus_actor__foreign_army(const casus_scene *scene);

/* The country that the document is about, into scene->home. */
void casus_actor__find_home(casus_scene *scene);

/* The document's own country, else with `sites` that of the places of the sentence of `w`; absent: neither. */
casus_str casus_actor__home(const casus_scene *scene, uint32_t w, bool sites);

/* Whom the pronoun in the genitive before a noun stands for; NULL: nobody. */
const casus_trace *casus_actor__owner(const casus_scene *scene, const casus_role_hit *hit);

/* Earlier mentions: whom a pronoun, a bare noun or a surname stands for. */
const casus_trace *casus_actor__antecedent(const casus_scene *scene, uint32_t w, uint32_t bits);
uint32_t casus_actor__sides(const casus_scene *scene, uint32_t w, uint32_t actor[CASUS_MOST_SIDES]);

#endif
