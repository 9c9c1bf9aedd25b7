// Templates by kainjow's mustache, behind a face of C: see template.h.
#include "dossier/template.h"

#include <kainjow/mustache.hpp>
#include <new>
#include <string>

namespace mustache = kainjow::mustache;

namespace {

mustache::data data_of(const json_t *value)
{
    switch (json_typeof(value)) {
    case JSON_OBJECT: {
        mustache::data object{mustache::data::type::object};
        const char *key = nullptr;
        json_t *member = nullptr;
        json_object_foreach(const_cast<json_t *>(value), key, member) object.set(key, data_of(member));
        return object;
    }
    case JSON_ARRAY: {
        mustache::data list{mustache::data::type::list};
        for (size_t i = 0; i < json_array_size(value); i++) {
            list.push_back(data_of(json_array_get(value, i)));
        }
        return list;
    }
    case JSON_STRING:
        return mustache::data{std::string(json_string_value(value), json_string_length(value))};
    case JSON_INTEGER:
        return mustache::data{std::to_string(json_integer_value(value))};
    case JSON_TRUE:
        return mustache::data{true};
    default:
        return mustache::data{false};
    }
}

// CommonMark, 2.4: a backslash before punctuation makes it plain text.
std::string escape_markdown(const std::string &text)
{
    std::string out;
    for (char c : text) {
        if (std::string("\\`*_{}[]<>#|&!~").find(c) != std::string::npos) {
            out += '\\';
        }
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

} // namespace

extern "C" casus_status casus_template_fill(const char *path, casus_str text, const casus_partial *partial,
                                            size_t n_partial, const json_t *model, bool html, casus_buf *out,
                                            casus_error *err)
{
    try {
        mustache::data data = data_of(model);
        for (size_t i = 0; i < n_partial; i++) {
            std::string part(partial[i].text.ptr, partial[i].text.len);
            data.set(partial[i].name, mustache::partial{[part]() { return part; }});
        }
        mustache::mustache page{std::string(text.ptr, text.len)};
        if (!page.is_valid()) {
            return casus_fail(err, CASUS_EPACK, path, 0, 0, "%s", page.error_message().c_str());
        }
        if (!html) {
            page.set_custom_escape(escape_markdown);
        }
        page.render(data, [out](const std::string &piece) { casus_buf_add(out, piece.data(), piece.size()); });
        return out->failed == CASUS_OK ? CASUS_OK : casus_fail(err, out->failed, path, 0, 0, "the page does not fit in memory");
    } catch (const std::bad_alloc &) {
        return casus_fail(err, CASUS_ENOMEM, path, 0, 0, "out of memory");
    }
}
