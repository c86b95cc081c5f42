/* edit-script.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "edit-script.h"

/**
 * doublet_edit_script_get_kind:
 * @edit: an edit whose ranges are set, not both of them empty
 *
 * Returns: the kind that goes with its ranges
 */
DoubletAlignmentEditKind
doublet_edit_script_get_kind (const DoubletAlignmentEdit *edit)
{
  if (edit->a_start == edit->a_end)
    return DOUBLET_ALIGNMENT_EDIT_ADDED;
  if (edit->b_start == edit->b_end)
    return DOUBLET_ALIGNMENT_EDIT_REMOVED;
  return DOUBLET_ALIGNMENT_EDIT_CHANGED;
}

/**
 * doublet_edit_script_append:
 * @job: a job whose matches rise inside @box and do not leave it
 * @box: the ranges
 * @edits: array of #DoubletAlignmentEdit to append to
 *
 * Turns what is not matched into edits, as large as they get.
 */
void
doublet_edit_script_append (const DoubletAlignmentJob *job,
                            const DoubletBox          *box,
                            GArray                    *edits)
{
  guint32 a = box->a_start;
  guint32 b = box->b_start;

  while (a < box->a_end || b < box->b_end)
    {
      DoubletAlignmentEdit edit;

      if (a < box->a_end && job->match[a] == b)
        {
          a++, b++;
          continue;
        }

      edit.a_start = a;
      edit.b_start = b;
      while (a < box->a_end && job->match[a] == DOUBLET_NO_MATCH)
        a++;
      b = a < box->a_end ? job->match[a] : box->b_end;
      edit.a_end = a;
      edit.b_end = b;
      edit.kind = doublet_edit_script_get_kind (&edit);
      g_array_append_val (edits, edit);
    }
}
