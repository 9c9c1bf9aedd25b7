/* A small ledger made by hand, for the tests of filters and listings. */
#ifndef CASUS_TEST_SUPPORT_LISTING_H
#define CASUS_TEST_SUPPORT_LISTING_H

#include "support.h"

#include "casus/ledger.h"

/*
 * Three documents with four claims, clustered:
 *
 *   lantern#1  The Lantern, en, 2024-03-05: Azerbaijan shelled Shushi on 2024-03-04, says the army of Armenia.
 *   lantern#2  The army of Armenia left; when and where is untold. The words hold what terminals and spreadsheets obey.
 *   waag#1     De Waag, nl, 2024-03-06: that shelling did not happen in March 2024, says Azerbaijan.
 *   note#1     no outlet, no date, en-GB: at least 12 civilians were killed in El Fasher, says the charity.
 *
 * Incidents: i1 (lantern#1, waag#1), with the dispute d1, whether it happened; i2 (note#1), of no known day. A loss
 * (note#1) and three states: a ceasefire that Armenia's army broke (lantern#2), El Fasher not held (note#1), Shushi held
 * (lantern#1).
 */
casus_ledger *test_listing_ledger(void);

#endif
