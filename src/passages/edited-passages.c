#include "config.h"
#include "edited-passages.h"
DoubletEditedPassages *
doublet_edited_passages_new (void)
{
  DoubletEditedPassages *s = g_new0 (DoubletEditedPassages, 1);
  s->passages = g_array_new (0, 0, sizeof (DoubletEditedPassage));
  s->occurrences = g_array_new (0, 0, sizeof (DoubletEditedOccurrence));
  s->edits = g_array_new (0, 0, sizeof (DoubletPassageEdit));
  return s;
}
void
doublet_edited_passages_free (DoubletEditedPassages *s)
{
  g_array_unref (s->passages);
  g_array_unref (s->occurrences);
  g_array_unref (s->edits);
  g_free (s);
}
gboolean
doublet_edited_passages_find (DoubletEditedPassages *self, const DoubletPassageText *text, const DoubletIslands *islands, const DoubletSuffixArray *suffixes, const DoubletLinks *links, guint min_identical, DoubletPassagesCapped *capped, const DoubletProgress *progress)
{
  return TRUE;
}
void
doublet_edited_passages_add (const DoubletEditedPassages *self, const DoubletPassageText *text, DoubletCandidates *candidates)
{
}
