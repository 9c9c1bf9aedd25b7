/* simdjson behind a C face: see json_fast.h. */
#include "ingest/json_fast.h"

#include <new>

#include <simdjson.h>

struct casus_json_fast {
    simdjson::dom::parser parser;
};

namespace {
constexpr std::size_t kept_capacity = 1024 * 1024; /* one huge document is not for ever */
}

casus_json_fast *casus_json_fast_new(void)
{
    return new (std::nothrow) casus_json_fast;
}

void casus_json_fast_free(casus_json_fast *fast)
{
    delete fast;
}

bool casus_json_fast_read(casus_json_fast *fast, const char *bytes, std::size_t len, const char *const *name,
                          std::size_t n_name, casus_str *value)
{
    if (fast->parser.capacity() > kept_capacity && len < kept_capacity) {
        fast->parser = simdjson::dom::parser();
    }
    simdjson::dom::object object;
    if (fast->parser.parse(bytes, len, true).get_object().get(object) != simdjson::SUCCESS) {
        return false;
    }
    for (std::size_t i = 0; i < n_name; i++) {
        value[i] = casus_str{nullptr, 0};
    }
    for (const auto field : object) {
        for (std::size_t i = 0; i < n_name; i++) {
            if (field.key != name[i] || field.value.is_null()) {
                continue;
            }
            std::string_view text;
            if (field.value.get_string().get(text) != simdjson::SUCCESS) {
                return false;
            }
            value[i] = casus_str{text.data(), text.size()};
        }
    }
    return true;
}
