#include "config.h"
#include "chain.h"
DoubletLinks *
doublet_links_new (void)
{
  DoubletLinks *s = g_new0 (DoubletLinks, 1);
  s->links = g_array_new (0, 0, sizeof (DoubletLink));
  s->runs = g_array_new (0, 0, sizeof (DoubletExactRun));
  return s;
}
void
doublet_links_free (DoubletLinks *s)
{
  g_array_unref (s->links);
  g_array_unref (s->runs);
  g_free (s);
}
gboolean
doublet_chain_join (const DoubletPassageText *text, const DoubletPassageOptions *options, GArray *seeds, DoubletLinks *links, const DoubletProgress *progress)
{
  return TRUE;
}
