/* A ledger from a few lines that describe documents and claims, for the tests of clustering. */
#ifndef CASUS_TEST_SUPPORT_LEDGER_H
#define CASUS_TEST_SUPPORT_LEDGER_H

#include "support.h"

#include "casus/ledger.h"

/*
 * One line a thing, fields parted by spaces; '_' within a value stands for a space. Lists are parted by commas.
 *
 *   doc a nl 2024-03-05 Gazette sketch=1..50,90
 *       a document with the id 'a', its language, date ('-': none), outlet ('-': none) and the hashes of its text, as
 *       numbers below 1024 that are spread over all hashes
 *   claim ASSAULT[/mode,mode] field=value ...
 *       a claim of the document above it, one sentence after the last claim:
 *       by, on, from     actors, recipients and sources, nearest first: COUNTRY[/SECTOR.SECTOR][:Name]
 *       at               places: Name@latitude,longitude@CC, with '+' between two; 'Name@..@CC@region' gives its precision
 *       time             FROM or FROM..TO; '..TO' and 'FROM..' are open
 *       killed, wounded, shot-down ...  (any outcome): [low-]best[-high]:item; '+5:x' only low; '~' in front: cumulative;
 *                        several with '+' parted by ';'. side=COUNTRY... tells whose they are
 *       is               CT+ CT- PR+ PR- PS+ PS- Uu (CT+ if untold)
 *       tense            past present future background (past if untold)
 *       in               the number of its sentence
 *       says             its words
 *   merge a#1 b#2
 *   split a#1 b#2
 *
 * The test fails on a line that cannot be read. Free with casus_ledger_free.
 */
void test_ledger(const char *lines, casus_ledger *out);

/* The same documents, added in the order that `order` gives: [n_document] indices of documents as the lines have them. */
void test_ledger_in(const char *lines, const uint32_t *order, casus_ledger *out);

/*
 * The incidents as text, each the ids of its claims in alphabetical order, parted by spaces, incidents in alphabetical
 * order with " | " between. Lives until the next call.
 */
const char *test_incidents(const casus_ledger *ledger);

#endif
