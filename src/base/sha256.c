/* SHA-256 as text: see sha256.h. */
#include "base/sha256.h"

void casus_sha256_begin(casus_sha256_sum *sum)
{
    sha256_init(sum);
}

void casus_sha256_add(casus_sha256_sum *sum, casus_str bytes)
{
    sha256_update(sum, bytes.len, (const uint8_t *)bytes.ptr);
}

void casus_sha256_end(casus_sha256_sum *sum, char out[65])
{
    static const char hex[] = "0123456789abcdef";
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_digest(sum, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++) {
        out[2 * i] = hex[digest[i] >> 4];
        out[2 * i + 1] = hex[digest[i] & 15];
    }
    out[64] = '\0';
}

void casus_sha256(casus_str bytes, char out[65])
{
    casus_sha256_sum sum;
    casus_sha256_begin(&sum);
    casus_sha256_add(&sum, bytes);
    casus_sha256_end(&sum, out);
}
