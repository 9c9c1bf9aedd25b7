/* Which of the figures that hang on an event belong to it. */
#ifndef CASUS_EXTRACT_CLAIM_FIGURE_H
#define CASUS_EXTRACT_CLAIM_FIGURE_H

#include "extract/event.h"

/* Leaves out of each claim's figures those that count nothing of what happened. Cost: linear. */
void casus_claims_figure(const casus_view *view);

/*
 * 'Nine dead', 'four members of the guard': persons are soldiers or fighters where those who are told to have suffered
 * are of an army or an armed group. Wants the claims' recipients. Cost: linear.
 */
void casus_claims_name_figures(const casus_view *view);

#endif
