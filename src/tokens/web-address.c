/* web-address.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "web-address.h"

#include <string.h>

#include "character-class.h"

/*
 * URLs and e-mail addresses as people write them in prose, by the look: a word
 * that goes on with "://", one that begins with "www." and goes on, one that is
 * followed by "@".  What ends a sentence or closes a bracket or quotation around
 * the address is none of it.  RFC 3986 would allow more than a reader means.
 */

#define MAX_LOCAL_BYTES 64   /* RFC 5321, 4.5.3.1.1 */
#define MAX_DOMAIN_BYTES 255 /* RFC 5321, 4.5.3.1.2 */

static gboolean
is_scheme (const char *word,
           const char *word_end)
{
  if (!g_ascii_isalpha (*word))
    return FALSE;
  for (; word < word_end; word++)
    if (!g_ascii_isalnum (*word) && strchr ("+-.", *word) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_web_host (const char *word,
             const char *word_end)
{
  return word_end - word > 4 && g_ascii_strncasecmp (word, "www.", 4) == 0;
}

/* Letters of every alphabet stand in addresses as they are shown today; those of
 * scripts without spaces do not, as nothing would part them from the prose. */
static const char *
skip_address (const char *p,
              const char *end)
{
  while (p < end)
    {
      guint n_bytes;
      DoubletCharacterClass class = doublet_character_class_at (p, &n_bytes);

      if (n_bytes == 1 ? class == DOUBLET_CLASS_SPACE || strchr ("\"<>\\^`{|}", *p) != NULL
                       : class != DOUBLET_CLASS_LETTER && class != DOUBLET_CLASS_DIGIT)
        break;
      if (p + n_bytes > end)
        break;
      p += n_bytes;
    }

  return p;
}

/* Takes off marks of the sentence around; a closing bracket stays if it was
 * opened inside, as in many an encyclopaedia's addresses. */
static const char *
trim_address (const char *start,
              const char *end)
{
  gint depth = 0;

  for (const char *p = start; p < end; p++)
    depth += (*p == '(') - (*p == ')');

  for (; end > start; end--)
    {
      if (end[-1] == ')' && depth < 0)
        depth++;
      else if (strchr (".,;:!?'*_~]", end[-1]) == NULL)
        break;
    }

  return end;
}

/**
 * doublet_web_address_find_end:
 * @word: where a word begins
 * @word_end: where it ends
 * @end: how far to look
 *
 * Returns: (nullable): where the URL that begins with that word ends, or %NULL if
 *   none does
 */
const char *
doublet_web_address_find_end (const char *word,
                              const char *word_end,
                              const char *end)
{
  const char *body;
  const char *address_end;

  if (end - word_end > 3 && strncmp (word_end, "://", 3) == 0 && is_scheme (word, word_end))
    body = word_end + 3;
  else if (is_web_host (word, word_end) && end > word_end && strchr ("/:?#", *word_end) != NULL)
    body = word_end;
  else
    return NULL;

  address_end = trim_address (body, skip_address (body, end));
  return address_end > body ? address_end : NULL;
}

/**
 * doublet_web_address_find_mail_start:
 * @start: how far back to look
 * @at: where an "@" stands
 *
 * Returns: where the e-mail address around it would begin; @at if it cannot
 */
const char *
doublet_web_address_find_mail_start (const char *start,
                                     const char *at)
{
  const char *p = at;

  start = MAX (start, at - MIN (at - start, MAX_LOCAL_BYTES));
  while (p > start && (g_ascii_isalnum (p[-1]) || strchr ("._%+-", p[-1]) != NULL))
    p--;
  return p;
}

/**
 * doublet_web_address_find_mail_end:
 * @at: where an "@" stands
 * @end: how far to look
 *
 * Returns: (nullable): where the domain behind it ends, or %NULL if there is none
 */
const char *
doublet_web_address_find_mail_end (const char *at,
                                   const char *end)
{
  const char *p = at + 1;
  const char *last = NULL;
  gboolean    has_dot = FALSE;

  end = MIN (end, p + MIN (end - p, MAX_DOMAIN_BYTES));
  for (; p < end; p++)
    {
      if (g_ascii_isalnum (*p))
        {
          if (p > at + 1 && p[-1] == '.')
            has_dot = TRUE;
          last = p + 1;
        }
      else if ((*p != '-' && *p != '.') || p == at + 1 || (*p == '.' && p[-1] == '.'))
        break;
    }

  return has_dot ? last : NULL;
}
