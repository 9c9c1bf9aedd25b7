/* Options: see option.h. */
#include "cli/option.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const casus_option *find_long(const casus_option *options, const char *name, size_t len)
{
    for (; options->name != NULL; options++) {
        if (strlen(options->name) == len && memcmp(options->name, name, len) == 0) {
            return options;
        }
    }
    return NULL;
}

static const casus_option *find_letter(const casus_option *options, char letter)
{
    for (; options->name != NULL; options++) {
        if (options->letter == letter && letter != '\0') {
            return options;
        }
    }
    return NULL;
}

/* A number with K, M or G behind it; false if it is none. */
static bool read_size(const char *text, size_t *size)
{
    char *end = NULL;
    errno = 0;
    unsigned long long number = strtoull(text, &end, 10);
    if (end == text || errno != 0 || text[0] == '-') {
        return false;
    }
    unsigned shift = *end == 'K' ? 10 : *end == 'M' ? 20 : *end == 'G' ? 30 : 0;
    end += shift > 0;
    if (*end != '\0' || number > (SIZE_MAX >> shift)) {
        return false;
    }
    *size = (size_t)number << shift;
    return true;
}

static casus_status take(const casus_option *option, const char *value, casus_error *err)
{
    size_t size = 0;
    switch (option->kind) {
    case CASUS_OPTION_FLAG:
        *(bool *)option->into = true;
        return CASUS_OK;
    case CASUS_OPTION_TEXT:
        *(const char **)option->into = value;
        return CASUS_OK;
    case CASUS_OPTION_NUMBER:
    case CASUS_OPTION_SIZE:
        break;
    }
    bool number = option->kind == CASUS_OPTION_NUMBER;
    if (!read_size(value, &size) || (number && size > UINT32_MAX)) {
        return casus_fail(err, CASUS_EUSAGE, NULL, 0, 0, "--%s wants a number%s, not '%s'", option->name,
                          number ? "" : " of bytes (K, M and G may follow)", value);
    }
    if (number) {
        *(unsigned *)option->into = (unsigned)size;
    } else {
        *(size_t *)option->into = size;
    }
    return CASUS_OK;
}

static casus_status read_one(const casus_option *options, int argc, char **argv, int *at, casus_error *err)
{
    const char *word = argv[*at];
    bool is_long = word[1] == '-';
    const char *equals = is_long ? strchr(word, '=') : NULL;
    const casus_option *option = NULL;
    const char *value = NULL;
    if (is_long) {
        option = find_long(options, word + 2, equals == NULL ? strlen(word + 2) : (size_t)(equals - word - 2));
        value = equals == NULL ? NULL : equals + 1;
    } else {
        option = find_letter(options, word[1]);
        value = word[2] == '\0' ? NULL : word + 2;
    }
    if (option == NULL) {
        return casus_fail(err, CASUS_EUSAGE, NULL, 0, 0, "unknown option '%s'", word);
    }
    if (option->kind == CASUS_OPTION_FLAG && value != NULL) {
        return casus_fail(err, CASUS_EUSAGE, NULL, 0, 0, "--%s takes no value", option->name);
    }
    if (option->kind != CASUS_OPTION_FLAG && value == NULL) {
        if (*at + 1 >= argc) {
            return casus_fail(err, CASUS_EUSAGE, NULL, 0, 0, "--%s wants a value (%s)", option->name, option->value);
        }
        value = argv[++*at];
    }
    return take(option, value, err);
}

casus_status casus_options_read(const casus_command *command, const casus_option *options, int argc, char **argv,
                                int *n_left, casus_error *err)
{
    bool ended = false;
    *n_left = 0;
    for (int at = 1; at < argc; at++) {
        const char *word = argv[at];
        if (ended || word[0] != '-' || word[1] == '\0') {
            argv[++*n_left] = argv[at];
        } else if (strcmp(word, "--") == 0) {
            ended = true;
        } else if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
            casus_options_help(command, options, stdout);
            return CASUS_END;
        } else {
            casus_status st = read_one(options, argc, argv, &at, err);
            if (st != CASUS_OK) {
                return st;
            }
        }
    }
    return CASUS_OK;
}

void casus_options_help(const casus_command *command, const casus_option *options, FILE *to)
{
    (void)fprintf(to, "casus %s %s\n%s.\n\n%s\nOptions:\n", command->name, command->arguments, command->summary,
                  command->text);
    for (; options->name != NULL; options++) {
        char left[64];
        (void)snprintf(left, sizeof left, "%c%c%s--%s%s%s", options->letter == '\0' ? ' ' : '-',
                       options->letter == '\0' ? ' ' : options->letter, options->letter == '\0' ? "  " : ", ",
                       options->name, options->value == NULL ? "" : "=", options->value == NULL ? "" : options->value);
        (void)fprintf(to, "  %-28s %s\n", left, options->help);
    }
    (void)fprintf(to, "  -h, --help                   this text\n");
}
