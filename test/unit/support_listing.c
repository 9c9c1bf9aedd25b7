/* The ledger of the listings' tests: see support_listing.h. */
#include "support_listing.h"

#include "record/plover.h"

#include <math.h>

enum { ARMY, AZERBAIJAN, CHARITY, CIVILIANS };
enum { SHUSHI, FASHER };

#define DAY(y, m, d)                                                                           \
    {                                                                                          \
        .from = CASUS_FROM_TEXT, .precision = CASUS_DAY, .year = (y), .month = (m), .day = (d) \
    }
#define LIST(...)                                                                                  \
    {                                                                                              \
        .at = (uint32_t[]){__VA_ARGS__}, .n = sizeof((uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t) \
    }
#define TEXT(words)                \
    {                              \
        (words), sizeof(words) - 1 \
    }

static casus_actor actors[] = {
    {.name = TEXT("Armed Forces of Armenia"), .country = TEXT("ARM"), .sector = {TEXT("MIL")}, .n_sector = 1},
    {.name = TEXT("Azerbaijan"), .country = TEXT("AZE"), .sector = {TEXT("GOV")}, .n_sector = 1},
    {.name = TEXT("M\303\251decins de la Mer"), .country = TEXT("NGO"), .sector = {TEXT("MED")}, .n_sector = 1},
    {.name = TEXT("Civilians in Sudan"), .country = TEXT("SDN"), .sector = {TEXT("CVL")}, .n_sector = 1},
};

static casus_place places[] = {
    {.name = TEXT("Shushi"),
     .geonameid = 586430,
     .latitude = 39.76,
     .longitude = 46.75,
     .country = TEXT("AZ"),
     .feature = TEXT("PPL"),
     .precision = CASUS_PLACE_POPULATED},
    {.name = TEXT("Al F\304\201shir"),
     .geonameid = 379406,
     .latitude = 13.63,
     .longitude = 25.35,
     .country = TEXT("SD"),
     .feature = TEXT("PPLA"),
     .precision = CASUS_PLACE_POPULATED},
};

static casus_ledger_quantity killed[] = {
    {.item = TEXT("civilian"), .outcome = TEXT("killed"), .low = 12, .best = 12, .side = CIVILIANS}};

static casus_ledger_claim claims[] = {
    {.id = TEXT("lantern#1"),
     .document = 0,
     .type = CASUS_ASSAULT,
     .actor = LIST(AZERBAIJAN),
     .recipient = LIST(ARMY),
     .source = LIST(ARMY),
     .place = LIST(SHUSHI),
     .from = DAY(2024, 3, 4),
     .to = DAY(2024, 3, 4),
     .trigger = TEXT("shelled"),
     .quote = TEXT("The army said Baku had shelled \"the old mill\" at \305\236u\305\237a"),
     .cue = TEXT("said"),
     .voice = CASUS_ATTRIBUTION_INDIRECT,
     .incident = 1,
     .joined = TEXT("first to tell of it"),
     .json = TEXT("{\"id\":\"lantern#1\",\"quote\":{\"start\":100},\"trigger\":{\"start\":123,\"end\":130},"
                  "\"place\":[{\"mention\":{\"exact\":\"\305\236u\305\237a\"}}],"
                  "\"actor\":[{\"mention\":{\"exact\":\"Baku\"}}]}")},
    {.id = TEXT("lantern#2"),
     .document = 0,
     .type = CASUS_RETREAT,
     .actor = LIST(ARMY),
     .trigger = TEXT("left"),
     .quote = TEXT("=1+1 troops \033[31mleft,\nslowly\342\200\256, at night"),
     .incident = CASUS_NONE,
     .json = TEXT("{\"id\":\"lantern#2\"}")},
    {.id = TEXT("waag#1"),
     .document = 1,
     .type = CASUS_ASSAULT,
     .actor = LIST(AZERBAIJAN),
     .source = LIST(AZERBAIJAN),
     .place = LIST(SHUSHI),
     .from = {.from = CASUS_FROM_TEXT, .precision = CASUS_MONTH, .year = 2024, .month = 3},
     .to = {.from = CASUS_FROM_TEXT, .precision = CASUS_MONTH, .year = 2024, .month = 3},
     .trigger = TEXT("beschoten"),
     .quote = TEXT("In maart is niets beschoten, zegt Bakoe"),
     .voice = CASUS_ATTRIBUTION_INDIRECT,
     .factuality = CASUS_FACT_CT_MINUS,
     .incident = 1,
     .joined = TEXT("same place"),
     .json = TEXT("{\"id\":\"waag#1\"}")},
    {.id = TEXT("note#1"),
     .document = 2,
     .type = CASUS_ASSAULT,
     .recipient = LIST(CIVILIANS),
     .source = LIST(CHARITY),
     .place = LIST(FASHER),
     .trigger = TEXT("killed"),
     .quote = TEXT("killed twelve, the charity said"),
     .voice = CASUS_ATTRIBUTION_INDIRECT,
     .quantity = killed,
     .n_quantity = 1,
     .incident = 0,
     .json = TEXT("{\"id\":\"note#1\"}")},
};

static casus_ledger_doc documents[] = {
    {.id = TEXT("lantern"),
     .url = TEXT("https://lantern.example/1"),
     .outlet = TEXT("The Lantern"),
     .title = TEXT("Mill in ruins"),
     .language = TEXT("en"),
     .published = DAY(2024, 3, 5),
     .claim_end = 2,
     .copy_of = CASUS_NONE},
    {.id = TEXT("waag"),
     .outlet = TEXT("De Waag"),
     .language = TEXT("nl"),
     .published = DAY(2024, 3, 6),
     .claim_begin = 2,
     .claim_end = 3,
     .copy_of = CASUS_NONE},
    {.id = TEXT("note"), .language = TEXT("en-GB"), .claim_begin = 3, .claim_end = 4, .copy_of = CASUS_NONE},
};

static casus_incident incidents[] = {
    {.id = "i2",
     .type = CASUS_ASSAULT,
     .place = LIST(FASHER),
     .recipient = LIST(CIVILIANS),
     .claim = LIST(3),
     .n_document = 1,
     .n_outlet = 1,
     .n_independent = 1},
    {.id = "i1",
     .type = CASUS_ASSAULT,
     .from = DAY(2024, 3, 4),
     .to = DAY(2024, 3, 4),
     .place = LIST(SHUSHI),
     .actor = LIST(AZERBAIJAN),
     .recipient = LIST(ARMY),
     .claim = LIST(0, 2),
     .n_document = 2,
     .n_outlet = 2,
     .n_independent = 1,
     .dispute = LIST(0)},
};

static casus_position answers[] = {{.value = TEXT("happened"), .source = LIST(ARMY), .claim = LIST(0)},
                                   {.value = TEXT("did not happen"), .source = LIST(AZERBAIJAN), .claim = LIST(2)}};

static casus_dispute disputes[] = {
    {.id = "d1", .incident = 1, .about = TEXT("happened"), .position = answers, .n_position = 2}};

static casus_loss losses[] = {{.side = CIVILIANS,
                               .claimant = CHARITY,
                               .item = TEXT("civilian"),
                               .outcome = TEXT("killed"),
                               .low = 12,
                               .best = 12,
                               .incident = 0,
                               .claim = 3}};

static casus_state states[] = {
    {.kind = CASUS_STATE_CEASEFIRE,
     .stage = TEXT("broken"),
     .place = CASUS_NONE,
     .party = LIST(ARMY),
     .claimant = CASUS_NONE,
     .claim = LIST(1)},
    {.kind = CASUS_STATE_CONTROL,
     .stage = TEXT("hold"),
     .place = FASHER,
     .party = LIST(CIVILIANS),
     .claimant = CHARITY,
     .denied = true,
     .claim = LIST(3)},
    {.kind = CASUS_STATE_CONTROL,
     .stage = TEXT("hold"),
     .place = SHUSHI,
     .party = LIST(ARMY),
     .claimant = ARMY,
     .from = DAY(2024, 3, 4),
     .claim = LIST(0)},
};

#define COUNT(list) (uint32_t)(sizeof(list) / sizeof *(list))

casus_ledger *test_listing_ledger(void)
{
    static casus_ledger ledger;
    killed[0].high = losses[0].high = NAN;
    claims[0].mode = incidents[1].mode = casus_mode_of(CASUS_ASSAULT, CASUS_STR("heavy-weapons"));
    ledger = (casus_ledger){.actor = actors,
                            .n_actor = COUNT(actors),
                            .place = places,
                            .n_place = COUNT(places),
                            .document = documents,
                            .n_document = COUNT(documents),
                            .claim = claims,
                            .n_claim = COUNT(claims),
                            .incident = incidents,
                            .n_incident = COUNT(incidents),
                            .dispute = disputes,
                            .n_dispute = COUNT(disputes),
                            .loss = losses,
                            .n_loss = COUNT(losses),
                            .state = states,
                            .n_state = COUNT(states)};
    return &ledger;
}
