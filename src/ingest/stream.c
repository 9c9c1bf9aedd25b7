/* Streams: see stream.h. A window of decompressed bytes over a chain of at most two decoders over a file. */
#include "ingest/stream.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

enum { CHUNK = 64 * 1024, MOST_LAYERS = 2, FREE_MB = 1024 * 1024 };

typedef enum codec { CODEC_NONE, CODEC_GZIP, CODEC_ZSTD } codec;

/* One source of bytes: the file, or a decoder that pulls from the layer below. */
typedef struct layer {
    codec kind;
    struct layer *below; /* NULL: the file */
    unsigned char in[CHUNK];
    size_t in_at, in_len;
    bool in_end;   /* the layer below has no more */
    bool in_frame; /* between the start and the end of a member or frame */
    z_stream gzip;
    ZSTD_DStream *zstd;
} layer;

struct casus_stream {
    int fd;
    const char *name;
    casus_stream_limits limits;
    uint64_t from_file, given;
    layer *layers[MOST_LAYERS + 1];
    size_t n_layer;
    bool sniffed;
    bool ended;
    casus_error fault; /* status CASUS_OK while all is well */
    size_t begin, end;
    char window[CASUS_STREAM_WINDOW * 2];
};

static casus_status read_layer(casus_stream *stream, layer *l, unsigned char *out, size_t room, size_t *len,
                               casus_error *err);

static casus_status read_file(casus_stream *stream, unsigned char *out, size_t room, size_t *len, casus_error *err)
{
    ssize_t n;
    do {
        n = read(stream->fd, out, room);
    } while (n < 0 && errno == EINTR);
    if (n < 0) {
        int code = errno;
        casus_status st = casus_fail(err, CASUS_EIO, stream->name, 0, 0, "%s", strerror(code));
        if (err != NULL) {
            err->sys = code;
        }
        return st;
    }
    stream->from_file += (uint64_t)n;
    *len = (size_t)n;
    return CASUS_OK;
}

/* Fill the decoder's input; l->in_end if there is no more, a fault if that is in the middle of a frame. */
static casus_status refill(casus_stream *stream, layer *l, casus_error *err)
{
    if (l->in_at < l->in_len || l->in_end) {
        return CASUS_OK;
    }
    l->in_at = 0;
    l->in_len = 0;
    casus_status st = read_layer(stream, l->below, l->in, CHUNK, &l->in_len, err);
    l->in_end = st == CASUS_OK && l->in_len == 0;
    if (l->in_end && l->in_frame) {
        return casus_fail(err, CASUS_EINPUT, stream->name, 0, 0, "compressed data ends early");
    }
    return st;
}

static casus_status damaged(const casus_stream *stream, const char *what, casus_error *err)
{
    return casus_fail(err, CASUS_EINPUT, stream->name, 0, 0, "compressed data is damaged (%s)",
                      what == NULL ? "unknown fault" : what);
}

/* Decode into out[room]; *len = 0 only at the end. A gzip file may hold several members, one after the other. */
static casus_status read_gzip(casus_stream *stream, layer *l, unsigned char *out, size_t room, size_t *len,
                              casus_error *err)
{
    *len = 0;
    while (*len == 0) {
        casus_status st = refill(stream, l, err);
        if (st != CASUS_OK || l->in_end) {
            return st;
        }
        if (!l->in_frame) {
            if (l->in[l->in_at] != 0x1F) { /* padding behind the last member */
                l->in_at = l->in_len;
                continue;
            }
            (void)inflateReset(&l->gzip);
            l->in_frame = true;
        }
        l->gzip.next_in = l->in + l->in_at;
        l->gzip.avail_in = (uInt)(l->in_len - l->in_at);
        l->gzip.next_out = out;
        l->gzip.avail_out = (uInt)room;
        int code = inflate(&l->gzip, Z_NO_FLUSH);
        l->in_at = l->in_len - l->gzip.avail_in;
        *len = room - l->gzip.avail_out;
        if (code == Z_STREAM_END) {
            l->in_frame = false;
        } else if (code != Z_OK && code != Z_BUF_ERROR) {
            return code == Z_MEM_ERROR ? casus_fail(err, CASUS_ENOMEM, stream->name, 0, 0, "out of memory")
                                       : damaged(stream, l->gzip.msg, err);
        }
    }
    return CASUS_OK;
}

static casus_status read_zstd(casus_stream *stream, layer *l, unsigned char *out, size_t room, size_t *len,
                              casus_error *err)
{
    *len = 0;
    while (*len == 0) {
        casus_status st = refill(stream, l, err);
        if (st != CASUS_OK || l->in_end) {
            return st;
        }
        ZSTD_inBuffer in = {l->in, l->in_len, l->in_at};
        ZSTD_outBuffer to = {out, room, 0};
        size_t code = ZSTD_decompressStream(l->zstd, &to, &in);
        l->in_at = in.pos;
        *len = to.pos;
        if (ZSTD_isError(code)) {
            return damaged(stream, ZSTD_getErrorName(code), err);
        }
        l->in_frame = code != 0;
    }
    return CASUS_OK;
}

static casus_status read_layer(casus_stream *stream, layer *l, unsigned char *out, size_t room, size_t *len,
                               casus_error *err)
{
    if (l == NULL) {
        return read_file(stream, out, room, len, err);
    }
    if (l->in_at < l->in_len && l->kind == CODEC_NONE) { /* bytes that were read to look at the magic */
        *len = l->in_len - l->in_at < room ? l->in_len - l->in_at : room;
        memcpy(out, l->in + l->in_at, *len);
        l->in_at += *len;
        return CASUS_OK;
    }
    switch (l->kind) {
    case CODEC_GZIP:
        return read_gzip(stream, l, out, room, len, err);
    case CODEC_ZSTD:
        return read_zstd(stream, l, out, room, len, err);
    case CODEC_NONE:
        break;
    }
    return read_layer(stream, l->below, out, room, len, err);
}

static codec codec_of(const unsigned char *bytes, size_t len)
{
    static const unsigned char zstd[] = {0x28, 0xB5, 0x2F, 0xFD};
    if (len >= 3 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8) {
        return CODEC_GZIP;
    }
    return len >= 4 && memcmp(bytes, zstd, sizeof zstd) == 0 ? CODEC_ZSTD : CODEC_NONE;
}

/* A layer that hands on what lies below, until sniff gives it a decoder. */
static layer *new_layer(casus_stream *stream)
{
    layer *l = calloc(1, sizeof *l);
    if (l != NULL) {
        l->below = stream->n_layer == 0 ? NULL : stream->layers[stream->n_layer - 1];
        stream->layers[stream->n_layer++] = l;
    }
    return l;
}

static bool set_codec(layer *l, codec kind)
{
    if (kind == CODEC_GZIP && inflateInit2(&l->gzip, 15 + 16) != Z_OK) {
        return false;
    }
    if (kind == CODEC_ZSTD) {
        l->zstd = ZSTD_createDStream();
        if (l->zstd == NULL || ZSTD_isError(ZSTD_DCtx_setParameter(l->zstd, ZSTD_d_windowLogMax, 27))) {
            return false;
        }
    }
    l->kind = kind;
    return true;
}

/* Read at least four bytes if there are so many: a pipe gives fewer at a time. */
static casus_status fill_magic(casus_stream *stream, layer *below, layer *into, casus_error *err)
{
    while (into->in_len < 4) {
        size_t len = 0;
        casus_status st = read_layer(stream, below, into->in + into->in_len, CHUNK - into->in_len, &len, err);
        if (st != CASUS_OK || len == 0) {
            return st;
        }
        into->in_len += len;
    }
    return CASUS_OK;
}

/* Stack decoders on the file as its first bytes ask for. */
static casus_status sniff(casus_stream *stream, casus_error *err)
{
    while (stream->n_layer <= MOST_LAYERS) {
        layer *top = stream->n_layer == 0 ? NULL : stream->layers[stream->n_layer - 1];
        layer *next = new_layer(stream);
        if (next == NULL) {
            return casus_fail(err, CASUS_ENOMEM, stream->name, 0, 0, "out of memory");
        }
        casus_status st = fill_magic(stream, top, next, err);
        codec kind = codec_of(next->in, next->in_len);
        if (st != CASUS_OK || kind == CODEC_NONE || stream->n_layer > MOST_LAYERS) {
            return st;
        }
        if (!set_codec(next, kind)) { /* the bytes read are its input */
            return casus_fail(err, CASUS_ENOMEM, stream->name, 0, 0, "out of memory");
        }
    }
    return CASUS_OK;
}

static casus_status check_limits(const casus_stream *stream, casus_error *err)
{
    if (stream->given > stream->limits.most) {
        return casus_fail(err, CASUS_ELIMIT, stream->name, 0, 0, "decompresses to more than %llu MB (--max-stream)",
                          (unsigned long long)(stream->limits.most / FREE_MB));
    }
    if (stream->n_layer > 1 && stream->given > FREE_MB && stream->given / stream->limits.ratio > stream->from_file) {
        return casus_fail(err, CASUS_ELIMIT, stream->name, 0, 0,
                          "decompresses to more than %u times its size (--max-ratio)", stream->limits.ratio);
    }
    return CASUS_OK;
}

casus_stream *casus_stream_open(int fd, const char *name, casus_stream_limits limits)
{
    casus_stream *stream = malloc(sizeof *stream);
    if (stream != NULL) {
        memset(stream, 0, offsetof(casus_stream, window));
        stream->fd = fd;
        stream->name = name;
        stream->limits = limits;
    }
    return stream;
}

void casus_stream_close(casus_stream *stream)
{
    if (stream == NULL) {
        return;
    }
    for (size_t i = 0; i < stream->n_layer; i++) {
        if (stream->layers[i]->kind == CODEC_GZIP) {
            (void)inflateEnd(&stream->layers[i]->gzip);
        }
        ZSTD_freeDStream(stream->layers[i]->zstd);
        free(stream->layers[i]);
    }
    if (stream->fd > STDERR_FILENO) {
        (void)close(stream->fd);
    }
    free(stream);
}

/* Read once more into the window; sets stream->ended at the end, stream->fault on a fault. */
static void fill(casus_stream *stream)
{
    casus_error err = {0};
    casus_status st = CASUS_OK;
    if (!stream->sniffed) {
        stream->sniffed = true;
        st = sniff(stream, &err);
    }
    size_t len = 0;
    if (st == CASUS_OK) {
        layer *top = stream->n_layer == 0 ? NULL : stream->layers[stream->n_layer - 1];
        st = read_layer(stream, top, (unsigned char *)stream->window + stream->end, sizeof stream->window - stream->end,
                        &len, &err);
    }
    stream->end += len;
    stream->given += len;
    if (st == CASUS_OK) {
        st = check_limits(stream, &err);
    }
    if (st != CASUS_OK) {
        stream->fault = err;
        stream->fault.status = st;
    } else if (len == 0) {
        stream->ended = true;
    }
}

casus_status casus_stream_peek(casus_stream *stream, size_t want, casus_str *out, casus_error *err)
{
    if (want > CASUS_STREAM_WINDOW) {
        want = CASUS_STREAM_WINDOW;
    }
    if (stream->end - stream->begin < want && stream->begin > 0) {
        memmove(stream->window, stream->window + stream->begin, stream->end - stream->begin);
        stream->end -= stream->begin;
        stream->begin = 0;
    }
    while (stream->end - stream->begin < want && !stream->ended && stream->fault.status == CASUS_OK) {
        fill(stream);
    }
    *out = (casus_str){stream->window + stream->begin, stream->end - stream->begin};
    if (stream->fault.status != CASUS_OK && out->len == 0) {
        if (err != NULL) {
            *err = stream->fault;
        }
        return stream->fault.status;
    }
    return CASUS_OK;
}

void casus_stream_skip(casus_stream *stream, size_t len)
{
    size_t left = stream->end - stream->begin;
    stream->begin += len < left ? len : left;
    if (stream->begin == stream->end) {
        stream->begin = 0;
        stream->end = 0;
    }
}

uint64_t casus_stream_position(const casus_stream *stream)
{
    return stream->given - (stream->end - stream->begin);
}

bool casus_stream_failed(const casus_stream *stream)
{
    return stream->fault.status != CASUS_OK && stream->begin == stream->end;
}
