/* Writing a model's file (syntax/model_file.h). */
#ifndef CASUS_TRAIN_EXPORT_H
#define CASUS_TRAIN_EXPORT_H

#include "train/lemma.h"
#include "train/net.h"

/* Quantise and write; the same network gives the same bytes. CASUS_EIO, CASUS_ENOMEM. */
CASUS_MUST_USE casus_status train_export(const char *path, casus_str name, const train_net *net,
                                         const train_vocab *vocab, const train_lemmas *lemmas, casus_error *err);

#endif
