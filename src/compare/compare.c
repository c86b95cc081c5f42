/* compare.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compare.h"

#include "compare-job.h"

/**
 * doublet_compare_run:
 * @inputs: (array length=n_inputs): what to compare
 * @n_inputs: how many
 * @options: the choices
 * @base: which of @inputs the others are read against; if it cannot be read, the first
 *   that can
 * @boilerplate: (nullable): a text of the reader's; what stands in it is boilerplate
 * @listener: (nullable): who listens
 * @progress: (nullable): whom to ask whether to stop; it is not told how far the work
 *   is, @listener is
 * @error: return location for an error: the work was cancelled
 *
 * Compares and returns when all is done: what the command line calls.  Inputs that
 * cannot be read are listed in the result with the reason; of @boilerplate,
 * doublet_collation_get_boilerplate_problem() has it.
 *
 * Returns: (transfer full) (nullable): the result
 */
DoubletCollation *
doublet_compare_run (DoubletInput *const          *inputs,
                     guint                         n_inputs,
                     const DoubletOptions         *options,
                     guint                         base,
                     DoubletInput                 *boilerplate,
                     const DoubletCompareListener *listener,
                     const DoubletProgress        *progress,
                     GError                      **error)
{
  DoubletCompareJob job = { .n_items = n_inputs, .options = *options, .base = base };
  DoubletCollation *result;

  if (listener != NULL)
    job.listener = *listener;
  job.items = g_new0 (DoubletCompareItem, n_inputs);
  for (guint i = 0; i < n_inputs; i++)
    job.items[i].input = doublet_input_ref (inputs[i]);
  if (boilerplate != NULL)
    job.boilerplate.input = doublet_input_ref (boilerplate);

  result = doublet_compare_job_run (&job, progress, error);
  doublet_compare_job_clear (&job);
  return result;
}
