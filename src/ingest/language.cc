/* CLD2 behind a C face: see language.h. */
#include "ingest/language.h"

#include <climits>
#include <cstdio>
#include <cstring>
#include <string>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

/* CLD2 keeps some codes that ISO 639 has withdrawn. */
static const char *current_code(const char *code)
{
    static const char *const withdrawn[][2] = {{"iw", "he"}, {"jw", "jv"}, {"in", "id"}, {"ji", "yi"}, {"mo", "ro"}};
    for (const auto &pair : withdrawn) {
        if (std::strcmp(code, pair[0]) == 0) {
            return pair[1];
        }
    }
    return code;
}

bool casus_language_detect(const char *text, size_t len, char code[CASUS_LANGUAGE_CODE], int *share, bool *sure)
{
    const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::Language top[3];
    int percent[3] = {0, 0, 0};
    double score[3];
    int bytes = 0;
    bool reliable = false;
    code[0] = '\0';
    *share = -1;
    *sure = false;
    const CLD2::Language language =
        CLD2::ExtDetectLanguageSummary(text, len > INT_MAX ? INT_MAX : static_cast<int>(len), true, &hints, 0, top,
                                       percent, score, nullptr, &bytes, &reliable);
    if (language == CLD2::UNKNOWN_LANGUAGE || percent[0] == 0) {
        return false;
    }
    const char *found = current_code(CLD2::LanguageCode(language));
    if (std::strlen(found) >= CASUS_LANGUAGE_CODE) {
        return false;
    }
    std::strcpy(code, found);
    *share = language == top[0] ? percent[0] : language == top[1] ? percent[1] : percent[2];
    *sure = reliable;
    return true;
}
