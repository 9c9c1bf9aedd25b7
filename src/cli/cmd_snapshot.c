/* casus snapshot: names for states of the store. */
#include "base/json.h"
#include "cli/commands.h"
#include "cli/exit.h"
#include "store/store.h"

#include <string.h>

typedef struct arguments {
    const char *path;
    bool json;
} arguments;

static void fill_options(arguments *a, casus_option options[CASUS_MOST_OPTIONS])
{
    const casus_option rows[] = {
        CASUS_STORE_OPTION(&a->path),
        {"json", '\0', CASUS_OPTION_FLAG, NULL, "one JSON object a line", &a->json},
        {NULL, '\0', CASUS_OPTION_FLAG, NULL, NULL, NULL},
    };
    memcpy(options, rows, sizeof rows);
}

static void print_json(const casus_snapshot *s, casus_buf *out)
{
    casus_json json;
    casus_json_init(&json, out);
    casus_json_object(&json);
    casus_json_key(&json, "name");
    casus_json_str(&json, s->name);
    casus_json_key(&json, "documents");
    casus_json_int(&json, (int64_t)s->documents);
    casus_json_key(&json, "claims");
    casus_json_int(&json, (int64_t)s->claims);
    casus_json_key(&json, "decisions");
    casus_json_int(&json, (int64_t)s->decisions);
    casus_json_key(&json, "sha256");
    casus_json_str(&json, casus_str_of(s->sha256));
    casus_json_object_end(&json);
    casus_buf_add_char(out, '\n');
}

static void print_line(const casus_snapshot *s, casus_buf *out)
{
    char line[160];
    for (size_t i = 0; i < s->name.len; i++) { /* names come from a command line, and go to a terminal */
        casus_buf_add_char(out, (unsigned char)s->name.ptr[i] < ' ' ? '?' : s->name.ptr[i]);
    }
    int len = snprintf(line, sizeof line, "\t%llu documents\t%llu claims\t%llu decisions\t%s\n",
                       (unsigned long long)s->documents, (unsigned long long)s->claims,
                       (unsigned long long)s->decisions, s->sha256);
    casus_buf_add(out, line, (size_t)len);
}

/* One snapshot, or all of them for NULL. */
static casus_status print(casus_store *store, const char *name, bool as_json, casus_error *err)
{
    casus_arena arena;
    casus_buf out;
    casus_snapshot *snapshot = NULL;
    uint32_t n = 0;
    casus_arena_init(&arena, SIZE_MAX);
    casus_buf_init(&out, SIZE_MAX / 4);
    casus_status st = casus_store_snapshots(store, &arena, &snapshot, &n, err);
    for (uint32_t i = 0; st == CASUS_OK && i < n; i++) {
        if (name == NULL || casus_str_eq(snapshot[i].name, casus_str_of(name))) {
            (as_json ? print_json : print_line)(&snapshot[i], &out);
        }
    }
    (void)fwrite(casus_buf_str(&out).ptr, 1, out.len, stdout);
    casus_buf_free(&out);
    casus_arena_free(&arena);
    return st;
}

static int run(const casus_command *command, int argc, char **argv)
{
    arguments a = {.path = CASUS_STORE_DEFAULT};
    casus_option options[CASUS_MOST_OPTIONS];
    casus_error err = {0};
    casus_store *store = NULL;
    int n_left = 0;
    fill_options(&a, options);
    casus_status st = casus_options_read(command, options, argc, argv, &n_left, &err);
    if (st == CASUS_OK && n_left > 1) {
        st = casus_fail(&err, CASUS_EUSAGE, NULL, 0, 0, "'%s': a snapshot has one name", argv[2]);
    }
    if (st == CASUS_OK) {
        st = casus_store_open(a.path, CASUS_STORE_READ, &store, &err);
    }
    if (st == CASUS_OK && n_left == 1) {
        st = casus_store_snapshot(store, argv[1], &err);
    }
    if (st == CASUS_OK) {
        st = print(store, n_left == 1 ? argv[1] : NULL, a.json, &err);
    }
    if (st != CASUS_OK && st != CASUS_END) {
        casus_say(&err);
    }
    casus_store_close(store);
    return (int)casus_exit_of(st);
}

void casus_cmd_snapshot_options(casus_option options[CASUS_MOST_OPTIONS])
{
    arguments a = {0};
    fill_options(&a, options);
}

const casus_command casus_cmd_snapshot = {
    .name = "snapshot",
    .arguments = "[OPTION...] [NAME]",
    .summary = "Name the present state of the store, or list the names",
    .text =
        "A state that has a name can be listed later with --as-of=NAME, whatever was added, read again or decided "
        "since. "
        "Beside\n"
        "its counts stands a SHA-256 of what it holds: stores that hold the same, in whatever order it came, have the "
        "same.\n",
    .run = run,
};
