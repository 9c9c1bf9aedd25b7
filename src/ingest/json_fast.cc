/* simdjson behind a C face: see json_fast.h. */
#include "ingest/json_fast.h"

#include <charconv>
#include <cstdint>
#include <new>
#include <string_view>

#include <simdjson.h>

namespace {
constexpr std::size_t most_names = 16;
constexpr std::size_t kept_capacity = 1024 * 1024; /* one huge document is not for ever */
}

struct casus_json_fast {
    simdjson::dom::parser parser;
    char digits[most_names][24]; /* whole numbers, which ids often are, as they are written */
};

namespace {

/* A string, or a whole number in `digits`; false for anything else. */
bool read_value(const simdjson::dom::element &element, char *digits, std::size_t room, casus_str *value)
{
    std::string_view text;
    std::int64_t number = 0;
    if (element.get_string().get(text) == simdjson::SUCCESS) {
        *value = casus_str{text.data(), text.size()};
        return true;
    }
    if (element.get_int64().get(number) != simdjson::SUCCESS) {
        return false;
    }
    const auto end = std::to_chars(digits, digits + room, number).ptr;
    *value = casus_str{digits, static_cast<std::size_t>(end - digits)};
    return true;
}

} // namespace

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
    if (n_name > most_names || fast->parser.parse(bytes, len, true).get_object().get(object) != simdjson::SUCCESS) {
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
            if (!read_value(field.value, fast->digits[i], sizeof fast->digits[i], &value[i])) {
                return false;
            }
        }
    }
    return true;
}
