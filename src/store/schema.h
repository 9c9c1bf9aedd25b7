/* The files of schema/ in their order; the build makes the arrays of them (CMakeLists.txt). */
#ifndef CASUS_STORE_SCHEMA_H
#define CASUS_STORE_SCHEMA_H

extern const char *const casus_store__schema[];
extern const unsigned casus_store__n_schema;

#endif
