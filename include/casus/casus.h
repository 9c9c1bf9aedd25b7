/* casus: who claims what, in news about armed conflict. Includes the whole public interface. */
#ifndef CASUS_H
#define CASUS_H

#include "casus/arena.h"
#include "casus/error.h"
#include "casus/extract.h"
#include "casus/ingest.h"
#include "casus/ledger.h"
#include "casus/pack.h"
#include "casus/record.h"
#include "casus/str.h"
#include "casus/syntax.h"
#include "casus/world.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The library's version, as in the file VERSION. */
CASUS_API const char *casus_version(void);

#ifdef __cplusplus
}
#endif
#endif
