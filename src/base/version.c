/* The version that the build was made of. */
#include "casus/casus.h"

#ifndef CASUS_VERSION
#define CASUS_VERSION "unknown"
#endif

const char *casus_version(void)
{
    return CASUS_VERSION;
}
