/* What the text tells elsewhere of an actor whose country its own words leave open: see actor.h. */
#include "extract/actor.h"

enum { WINDOW = 80 };

/* The entity that broke away that the text speaks of: the last before the noun, else the first after it. */
uint32_t casus_actor__breakaway_near(const casus_scene *scene, uint32_t w)
{
    return scene->broke[w] != CASUS_NONE ? scene->broke[w] : scene->first_broke;
}

/* Whether something may be in the place as it stands here. */
static bool is_site(const casus_scene *scene, uint32_t place)
{
    const casus_place *p = &scene->view->doc->place[place];
    return !p->adjective && !p->government && p->country3.len > 0 &&
           (p->precision != CASUS_PLACE_COUNTRY || casus_actor__is_location(scene, p->head));
}

/* Which of a document's places are counted: towns and regions; states, and capitals, that something is in; all states. */
typedef enum counted { COUNT_TOWNS, COUNT_SEATS, COUNT_STATES } counted;

/* Never towns and states' names at once: then the answer would hang on which side holds the towns. */
static bool counts(const casus_scene *scene, uint32_t place, counted what)
{
    const casus_place *p = &scene->view->doc->place[place];
    bool capital = casus_str_eq(p->feature, CASUS_STR("PPLC"));
    bool state = capital || p->precision == CASUS_PLACE_COUNTRY;
    bool governs = capital && !p->near && !casus_actor__is_location(scene, p->head);
    if (p->country3.len == 0 || p->adjective || p->government || state != (what != COUNT_TOWNS)) {
        return false;
    }
    return what == COUNT_STATES || (is_site(scene, place) && !governs);
}

/* The country of three in five of the places that are counted, if there are that many. */
static casus_str most_told(const casus_scene *scene, counted what, uint32_t least)
{
    enum { MOST = 16 };
    const casus_doc *doc = scene->view->doc;
    casus_str country[MOST];
    uint32_t count[MOST] = {0};
    uint32_t n = 0;
    uint32_t all = 0;
    for (uint32_t i = 0; i < doc->n_place; i++) {
        uint32_t c = 0;
        if (!counts(scene, i, what)) {
            continue;
        }
        while (c < n && !casus_str_eq(country[c], doc->place[i].country3)) {
            c++;
        }
        if (c == n && n < MOST) {
            country[n++] = doc->place[i].country3;
        }
        count[c < MOST ? c : 0] += c < MOST;
        all++;
    }
    for (uint32_t c = 0; c < n; c++) {
        if (count[c] >= least && count[c] * 5 >= all * 3) {
            return country[c];
        }
    }
    return CASUS_STR_NULL;
}

void casus_actor__find_home(casus_scene *scene)
{
    static const uint32_t least[] = {[COUNT_TOWNS] = 2, [COUNT_SEATS] = 3, [COUNT_STATES] = 3};
    for (counted what = COUNT_TOWNS; scene->home.ptr == NULL && what <= COUNT_STATES; what++) {
        scene->home = most_told(scene, what, least[what]);
    }
}

/* The nearest place that a noun of people and local bodies may be in, in its sentence and as many before it. */
uint32_t casus_actor__place_near(const casus_scene *scene, const casus_role_hit *hit, uint32_t before)
{
    const casus_view *view = scene->view;
    uint32_t sentence = view->word[hit->head].sentence;
    uint32_t first = sentence > before ? sentence - before : 0;
    uint32_t best = CASUS_NONE;
    uint32_t nearest = UINT32_MAX;
    for (uint32_t w = view->doc->sentence[first].word_begin; w < view->doc->sentence[sentence].word_end; w++) {
        if (scene->place[w] == CASUS_NONE || !is_site(scene, scene->place[w])) {
            continue;
        }
        uint32_t away = (w > hit->head ? w - hit->head : hit->head - w) + (sentence - view->word[w].sentence) * 100;
        if (away < nearest) {
            nearest = away;
            best = scene->place[w];
        }
    }
    return best;
}

bool casus_actor__is_stateless(casus_str country)
{
    static const casus_str codes[] = {{"UNO", 3}, {"EUR", 3}, {"IGO", 3}, {"NGO", 3},
                                      {"IMG", 3}, {"ISM", 3}, {"MNC", 3}};
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        if (casus_str_eq(country, codes[i])) {
            return true;
        }
    }
    return false;
}

/* Whether `b` is the same kind of actor as `a`; rebels may be of an entity that broke away. */
static bool same_sectors(const casus_actor *a, const casus_actor *b)
{
    for (uint32_t i = 0; i < a->n_sector; i++) {
        if (!casus_actor__has(b, a->sector[i])) {
            return false;
        }
    }
    return a->n_sector == b->n_sector || (a->n_sector + 1 == b->n_sector && casus_actor__has(b, CASUS_STR("PRE")));
}

/* An earlier mention that a definite noun takes up: of the same noun, else of one that is the same kind of actor. */
const casus_trace *casus_actor__earlier(const casus_scene *scene, const casus_role_hit *hit, const casus_actor *kind,
                                        bool domain)
{
    const casus_trace *alike = NULL;
    const casus_role *roles = scene->view->pack->role_of;
    bool person = roles[hit->role].class_of == CASUS_ROLE_PERSON;
    uint32_t n = scene->n_mention;
    for (uint32_t i = n; i-- > 0 && n - i <= WINDOW;) {
        const casus_trace *t = &scene->trace[i];
        const casus_actor *actor = &scene->actor[scene->mention[i].actor[0]];
        if (actor->country.ptr == NULL || t->word >= hit->head ||
            (scene->mention[i].n_actor > 1 && t->role != hit->role)) {
            continue;
        }
        if ((t->role == hit->role || (hit->within != CASUS_NONE && t->role == hit->within)) &&
            (actor->person || !person) && (!domain || same_sectors(kind, actor))) {
            return t;
        }
        bool office = t->role != CASUS_NONE && roles[t->role].class_of == CASUS_ROLE_PERSON;
        bool thing = t->role != CASUS_NONE && roles[t->role].class_of == CASUS_ROLE_PART &&
                     roles[t->role].scope == CASUS_SCOPE_TOLD; /* an aircraft is its air force, not 'the army' */
        if (alike == NULL && !thing && (person || !office) && kind->n_sector > 0 &&
            !casus_actor__is_stateless(actor->country) && actor->person == person && same_sectors(kind, actor)) {
            alike = t;
        }
    }
    return alike;
}

/* The country that all actors of the sentence and the one before agree on; NULL: there is none. */
const casus_actor *casus_actor__agreed(const casus_scene *scene, const casus_role_hit *hit)
{
    const casus_actor *found = NULL;
    uint32_t sentence = scene->view->word[hit->head].sentence;
    uint32_t n = scene->n_mention;
    for (uint32_t i = n; i-- > 0 && n - i <= WINDOW && scene->trace[i].sentence + 1 >= sentence;) {
        const casus_actor *actor = &scene->actor[scene->mention[i].actor[0]];
        bool state = casus_actor__has(actor, CASUS_STR("GOV")) || casus_actor__has(actor, CASUS_STR("MIL"));
        if (!state || scene->mention[i].kind == CASUS_MENTION_PRONOUN || actor->country.ptr == NULL) {
            continue;
        }
        if (found != NULL && !casus_str_eq(found->country, actor->country)) {
            return NULL;
        }
        found = actor;
    }
    return found;
}

uint32_t casus_actor__speaker_before(const casus_scene *scene, const casus_role_hit *hit)
{
    const casus_view *view = scene->view;
    uint32_t sentence = view->word[hit->head].sentence;
    uint32_t n = scene->n_mention;
    uint32_t found = CASUS_NONE;
    for (uint32_t i = n; i-- > 0 && n - i <= WINDOW && scene->trace[i].sentence + 1 >= sentence;) {
        const casus_trace *t = &scene->trace[i];
        const casus_actor *actor = &scene->actor[scene->mention[i].actor[0]];
        if (!t->subject || t->word >= hit->head || scene->mention[i].n_actor > 1 || actor->person || t->person ||
            actor->country.ptr == NULL || casus_actor__has(actor, CASUS_STR("JRN"))) {
            continue;
        }
        if (found != CASUS_NONE && t->sentence < scene->trace[found].sentence) {
            break;
        }
        found = i; /* the first of the nearest sentence */
    }
    return found == CASUS_NONE ? CASUS_NONE : scene->mention[found].actor[0];
}

/* Whether the text has told of armed forces of a country that is not its own. */
bool casus_actor__has_armies(const casus_scene *scene)
{
    uint32_t n = scene->n_mention;
    for (uint32_t i = n; i-- > 0 && n - i <= WINDOW;) {
        const casus_actor *actor = &scene->actor[scene->mention[i].actor[0]];
        if (casus_actor__has(actor, CASUS_STR("MIL")) && actor->country.ptr != NULL &&
            !casus_str_eq(actor->country, scene->home)) {
            return true;
        }
    }
    return false;
}

const casus_actor *casus_actor__foreign_army(const casus_scene *scene)
{
    const casus_actor *found = NULL;
    uint32_t n = scene->n_mention;
    for (uint32_t i = n; scene->home.ptr != NULL && i-- > 0 && n - i <= WINDOW;) {
        const casus_actor *actor = &scene->actor[scene->mention[i].actor[0]];
        if (!casus_actor__has(actor, CASUS_STR("MIL")) || actor->country.ptr == NULL ||
            casus_actor__is_stateless(actor->country) || casus_str_eq(actor->country, scene->home)) {
            continue;
        }
        if (found != NULL && !casus_str_eq(found->country, actor->country)) {
            return NULL;
        }
        found = actor;
    }
    return found;
}

/* The document's own country; else that of all places of the sentence that something may be in; absent: none. */
casus_str casus_actor__home(const casus_scene *scene, uint32_t w, bool sites)
{
    const casus_view *view = scene->view;
    const casus_sentence *sentence = &view->doc->sentence[view->word[w].sentence];
    casus_str found = scene->home;
    for (uint32_t i = sentence->word_begin; sites && scene->home.ptr == NULL && i < sentence->word_end; i++) {
        if (scene->place[i] == CASUS_NONE || !is_site(scene, scene->place[i])) {
            continue;
        }
        casus_str country = view->doc->place[scene->place[i]].country3;
        if (found.ptr != NULL && !casus_str_eq(found, country)) {
            return CASUS_STR_NULL;
        }
        found = country;
    }
    return found;
}

/* The mention that the pronoun in the genitive before a noun stands for. */
const casus_trace *casus_actor__owner(const casus_scene *scene, const casus_role_hit *hit)
{
    uint32_t len = 0;
    const casus_view *view = scene->view;
    uint32_t bits = casus_lexicon_longest(&view->pack->pronoun, &view->word[hit->owner].form, NULL, 1, &len);
    return casus_actor__antecedent(scene, hit->owner, bits);
}
