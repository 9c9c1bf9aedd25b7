/* Objects that the parser hung on the subject before them; knows places and actors, which view_repair.h does not. */
#ifndef CASUS_EXTRACT_ROLE_REPAIR_H
#define CASUS_EXTRACT_ROLE_REPAIR_H

#include "extract/role.h"

/*
 * In verb-first order with two names in a row ('Gisteren viel Ruritania Graustark aan') the second is no apposition but the
 * object. Changes heads and relations of view->word. Cost: linear in the words.
 */
void casus_role_repair(casus_view *view, const casus_heads *heads);

#endif
