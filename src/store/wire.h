/*
 * Bytes in which documents travel to the store and claims lie in it. Numbers are LEB128, a string is its length plus one
 * (0: absent) and its bytes, a double is 8 bytes little-endian, a date its fields.
 */
#ifndef CASUS_STORE_WIRE_H
#define CASUS_STORE_WIRE_H

#include "base/buf.h"
#include "casus/record.h"

#include <string.h>

static inline void casus_wire_put(casus_buf *out, uint64_t value)
{
    for (; value >= 0x80; value >>= 7) {
        casus_buf_add_char(out, (char)(unsigned char)(value | 0x80));
    }
    casus_buf_add_char(out, (char)value);
}

static inline void casus_wire_put_str(casus_buf *out, casus_str s)
{
    casus_wire_put(out, s.ptr == NULL ? 0 : (uint64_t)s.len + 1);
    casus_buf_add_str(out, s);
}

static inline void casus_wire_put_word(casus_buf *out, uint64_t word)
{
    char bytes[8];
    for (unsigned i = 0; i < 8; i++) {
        bytes[i] = (char)(unsigned char)(word >> (8 * i));
    }
    casus_buf_add(out, bytes, sizeof bytes);
}

static inline void casus_wire_put_double(casus_buf *out, double value)
{
    uint64_t word;
    memcpy(&word, &value, sizeof word);
    casus_wire_put_word(out, word);
}

static inline void casus_wire_put_date(casus_buf *out, casus_date date)
{
    casus_wire_put(out, date.from);
    if (date.from != CASUS_FROM_NOWHERE) {
        casus_wire_put(out, date.precision);
        casus_wire_put(out, (uint16_t)date.year);
        casus_wire_put(out, date.month);
        casus_wire_put(out, date.day);
        casus_wire_put(out, date.hour);
        casus_wire_put(out, date.minute);
    }
}

/* What is still to be read. Behind the end, and behind what makes no sense, everything reads as 0 and `bad` is set. */
typedef struct casus_wire {
    const char *at, *end;
    bool bad;
} casus_wire;

static inline casus_wire casus_wire_of(casus_str s)
{
    return (casus_wire){s.ptr, s.ptr + s.len, false};
}

static inline uint64_t casus_wire_get(casus_wire *in)
{
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (in->at >= in->end) {
            break;
        }
        unsigned char byte = (unsigned char)*in->at++;
        value |= (uint64_t)(byte & 0x7F) << shift;
        if (byte < 0x80) {
            return value;
        }
    }
    in->bad = true;
    in->at = in->end;
    return 0;
}

/* A number of at most `most`, else 0 and bad. */
static inline uint32_t casus_wire_get_below(casus_wire *in, uint64_t most)
{
    uint64_t value = casus_wire_get(in);
    if (value > most) {
        in->bad = true;
        return 0;
    }
    return (uint32_t)value;
}

/* How many items follow, of one byte or more each. */
static inline uint32_t casus_wire_get_count(casus_wire *in)
{
    uint64_t left = (uint64_t)(in->end - in->at);
    return casus_wire_get_below(in, left < UINT32_MAX ? left : UINT32_MAX - 1);
}

static inline casus_str casus_wire_get_str(casus_wire *in)
{
    uint64_t len = casus_wire_get(in);
    if (len == 0) {
        return CASUS_STR_NULL;
    }
    if (len - 1 > (uint64_t)(in->end - in->at)) {
        in->bad = true;
        in->at = in->end;
        return CASUS_STR_NULL;
    }
    casus_str s = {in->at, (size_t)(len - 1)};
    in->at += s.len;
    return s;
}

static inline uint64_t casus_wire_get_word(casus_wire *in)
{
    uint64_t word = 0;
    if (in->end - in->at < 8) {
        in->bad = true;
        in->at = in->end;
        return 0;
    }
    for (unsigned i = 0; i < 8; i++) {
        word |= (uint64_t)(unsigned char)in->at[i] << (8 * i);
    }
    in->at += 8;
    return word;
}

static inline double casus_wire_get_double(casus_wire *in)
{
    uint64_t word = casus_wire_get_word(in);
    double value;
    memcpy(&value, &word, sizeof value);
    return value;
}

static inline casus_date casus_wire_get_date(casus_wire *in)
{
    casus_date date = {.from = (casus_origin)casus_wire_get_below(in, CASUS_FROM_INFERENCE)};
    if (date.from != CASUS_FROM_NOWHERE) {
        date.precision = (casus_precision)casus_wire_get_below(in, CASUS_MINUTE);
        date.year = (int16_t)casus_wire_get_below(in, UINT16_MAX);
        date.month = (uint8_t)casus_wire_get_below(in, UINT8_MAX);
        date.day = (uint8_t)casus_wire_get_below(in, UINT8_MAX);
        date.hour = (uint8_t)casus_wire_get_below(in, UINT8_MAX);
        date.minute = (uint8_t)casus_wire_get_below(in, UINT8_MAX);
    }
    return date;
}

#endif
