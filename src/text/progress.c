/* progress.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "progress.h"

/**
 * doublet_progress_is_cancelled:
 * @self: (nullable): a progress
 *
 * Returns: whether the work should stop
 */
gboolean
doublet_progress_is_cancelled (const DoubletProgress *self)
{
  return self != NULL && self->cancellable != NULL && self->is_cancelled (self->cancellable);
}

/**
 * doublet_progress_report:
 * @self: (nullable): a progress
 * @fraction: how much of the step is done, 0 to 1
 *
 * Passes @fraction on to whoever listens.
 */
void
doublet_progress_report (const DoubletProgress *self,
                         double                 fraction)
{
  if (self != NULL && self->func != NULL)
    self->func (fraction, self->user_data);
}

/**
 * doublet_progress_silence:
 * @self: (nullable): a progress
 *
 * Returns: one that is cancelled when @self is, for a step that does not say how far it is
 */
DoubletProgress
doublet_progress_silence (const DoubletProgress *self)
{
  if (self == NULL)
    return (DoubletProgress){ 0 };
  return (DoubletProgress){ .is_cancelled = self->is_cancelled, .cancellable = self->cancellable };
}
