/* html-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-page.h"

#include <string.h>

#include "html-output.h"
#include "sha256.h"

/*
 * The page is written straight into one buffer.  Built as a tree of libxml2's nodes
 * first, that of two articles of 1 MB took three times the work, one of 14 MB took
 * 200 MiB more, and the command line program loaded the library for nothing else.
 *
 * The page asks for nothing from outside and says so to the browser: its
 * Content-Security-Policy allows the one style sheet, by its hash, and nothing else.
 */

/* Elements inside one another; a page has 12 at the most. */
#define MAX_OPEN 32

struct _DoubletHtmlPage
{
  DoubletHtmlOutput output;
  const char       *open[MAX_OPEN]; /* the elements that are open, each inside the one before it; constants */
  guint             n_open;
  gboolean          in_tag; /* the last tag has no ">" yet */
};

static void
append (DoubletHtmlPage *self,
        const char      *bytes,
        gsize            n_bytes)
{
  doublet_html_output_add (&self->output, bytes, n_bytes);
}

static void
append_name (DoubletHtmlPage *self,
             const char      *name)
{
  doublet_html_output_add_name (&self->output, name);
}

/* After it the last tag takes no attribute any more. */
static void
end_tag (DoubletHtmlPage *self)
{
  if (self->in_tag)
    append (self, ">", 1);
  self->in_tag = FALSE;
}

static char *
get_policy (const char *style)
{
  g_autofree char *hash = doublet_sha256_dup_base64 (style, strlen (style));

  return g_strconcat ("default-src 'none'; style-src 'sha256-", hash,
                      "'; base-uri 'none'; form-action 'none'", NULL);
}

static void
add_meta (DoubletHtmlPage *self,
          const char      *key_attribute,
          const char      *key,
          const char      *content)
{
  doublet_html_add_void (self, "meta", NULL);
  doublet_html_set (self, key_attribute, key);
  if (content != NULL)
    doublet_html_set (self, "content", content);
}

/**
 * doublet_html_page_new:
 * @language: BCP 47, of the page's own words
 * @right_to_left: whether they run from right to left
 * @title: the page's title
 * @style: its style sheet; may not hold "</"
 * @generator: which program wrote it
 *
 * Returns: (transfer full): a page whose body is open and has nothing in it
 */
DoubletHtmlPage *
doublet_html_page_new (const char *language,
                       gboolean    right_to_left,
                       const char *title,
                       const char *style,
                       const char *generator)
{
  DoubletHtmlPage *self = g_new0 (DoubletHtmlPage, 1);
  g_autofree char *policy = get_policy (style);

  doublet_html_output_init (&self->output);
  append_name (self, "<!DOCTYPE html>\n");
  doublet_html_open (self, "html", NULL);
  doublet_html_set (self, "lang", language);
  doublet_html_set (self, "dir", right_to_left ? "rtl" : "ltr");

  doublet_html_open (self, "head", NULL);
  add_meta (self, "charset", "utf-8", NULL);
  add_meta (self, "http-equiv", "Content-Security-Policy", policy);
  add_meta (self, "name", "viewport", "width=device-width, initial-scale=1");
  add_meta (self, "name", "color-scheme", "light dark");
  add_meta (self, "name", "referrer", "no-referrer");
  add_meta (self, "name", "robots", "noindex");
  add_meta (self, "name", "generator", generator);
  doublet_html_add (self, "title", NULL, title);
  doublet_html_open (self, "style", NULL);
  end_tag (self);
  /* As it is: the hash is of these very bytes. */
  append (self, style, strlen (style));
  doublet_html_close (self, "style");
  doublet_html_close (self, "head");

  doublet_html_open (self, "body", NULL);
  return self;
}

/**
 * doublet_html_page_expect:
 * @self: a page
 * @n_bytes: about how many bytes will be added
 *
 * Makes room for them at once: to outgrow it again and again takes as much time as a
 * third of the writing.
 */
void
doublet_html_page_expect (DoubletHtmlPage *self,
                          gsize            n_bytes)
{
  doublet_html_output_reserve (&self->output, n_bytes);
}

/**
 * doublet_html_page_free_to_bytes:
 * @self: (transfer full): a page in whose body everything is closed
 *
 * Returns: (transfer full): the page in UTF-8, without a byte order mark
 */
GBytes *
doublet_html_page_free_to_bytes (DoubletHtmlPage *self)
{
  GBytes *bytes;

  doublet_html_close (self, "body");
  doublet_html_close (self, "html");
  append (self, "\n", 1);
  g_assert (self->n_open == 0);

  bytes = doublet_html_output_end (&self->output);
  g_free (self);
  return bytes;
}

/**
 * doublet_html_open:
 * @self: a page
 * @element: a name of HTML, of an element that has an end; a constant
 * @class_name: (nullable): its classes
 *
 * Opens an element: what is added from now on stands in it.
 */
void
doublet_html_open (DoubletHtmlPage *self,
                   const char      *element,
                   const char      *class_name)
{
  g_assert (self->n_open < MAX_OPEN);

  doublet_html_add_void (self, element, class_name);
  self->open[self->n_open++] = element;
}

/**
 * doublet_html_set:
 * @self: a page
 * @attribute: a name of HTML that takes no script and no foreign address
 * @value: (nullable): any bytes; %NULL for an attribute that only stands there or not
 *
 * Gives an attribute to the element that was opened or added last, in which nothing
 * stands yet.
 */
void
doublet_html_set (DoubletHtmlPage *self,
                  const char      *attribute,
                  const char      *value)
{
  g_assert (self->in_tag);

  append (self, " ", 1);
  append_name (self, attribute);
  if (value == NULL)
    return;
  append (self, "=\"", 2);
  doublet_html_output_add_text (&self->output, value, strlen (value), DOUBLET_HTML_IN_VALUE);
  append (self, "\"", 1);
}

/**
 * doublet_html_close:
 * @self: a page
 * @element: the name of the element that was opened last
 *
 * Closes it: what is added from now on stands behind it.
 */
void
doublet_html_close (DoubletHtmlPage *self,
                    const char      *element)
{
  g_assert (self->n_open > 0);
  g_assert (self->open[self->n_open - 1] == element || strcmp (self->open[self->n_open - 1], element) == 0);

  self->n_open--;
  end_tag (self);
  append (self, "</", 2);
  append_name (self, element);
  append (self, ">", 1);
}

/**
 * doublet_html_add:
 * @self: a page
 * @element: a name of HTML
 * @class_name: (nullable): its classes
 * @text: what stands in it; any bytes
 *
 * Adds an element in which nothing else stands.
 */
void
doublet_html_add (DoubletHtmlPage *self,
                  const char      *element,
                  const char      *class_name,
                  const char      *text)
{
  doublet_html_open (self, element, class_name);
  doublet_html_add_text (self, text);
  doublet_html_close (self, element);
}

/**
 * doublet_html_add_with:
 * @self: a page
 * @element: a name of HTML
 * @class_name: (nullable): its classes
 * @attribute: a name as for doublet_html_set()
 * @value: any bytes
 * @text: what stands in it; any bytes
 *
 * Adds an element with a further attribute.
 */
void
doublet_html_add_with (DoubletHtmlPage *self,
                       const char      *element,
                       const char      *class_name,
                       const char      *attribute,
                       const char      *value,
                       const char      *text)
{
  doublet_html_open (self, element, class_name);
  doublet_html_set (self, attribute, value);
  doublet_html_add_text (self, text);
  doublet_html_close (self, element);
}

/**
 * doublet_html_add_void:
 * @self: a page
 * @element: a name of HTML, of an element that never has anything in it: "meta", "input"
 * @class_name: (nullable): its classes
 *
 * Adds an element that needs no doublet_html_close().
 */
void
doublet_html_add_void (DoubletHtmlPage *self,
                       const char      *element,
                       const char      *class_name)
{
  end_tag (self);
  append (self, "<", 1);
  append_name (self, element);
  self->in_tag = TRUE;
  if (class_name != NULL)
    doublet_html_set (self, "class", class_name);
}

void
doublet_html_add_text (DoubletHtmlPage *self,
                       const char      *text)
{
  doublet_html_add_text_len (self, text, strlen (text));
}

void
doublet_html_add_text_len (DoubletHtmlPage *self,
                           const char      *text,
                           gsize            n_bytes)
{
  end_tag (self);
  doublet_html_output_add_text (&self->output, text, n_bytes, DOUBLET_HTML_IN_TEXT);
}

/**
 * doublet_html_add_number:
 * @self: a page
 * @number: a number
 *
 * Adds it as a text.
 */
void
doublet_html_add_number (DoubletHtmlPage *self,
                         guint32          number)
{
  char  digits[10];
  gsize first = sizeof digits;

  do
    digits[--first] = '0' + number % 10;
  while ((number /= 10) > 0);
  end_tag (self);
  append (self, digits + first, sizeof digits - first);
}

/**
 * doublet_html_add_phrase:
 * @self: a page
 * @phrase: a phrase
 *
 * Adds the text of @phrase, each of its parts in the element that it asks for.
 */
void
doublet_html_add_phrase (DoubletHtmlPage     *self,
                         const DoubletPhrase *phrase)
{
  DoubletPhraseIter iter;
  DoubletPhraseRun  run;

  doublet_phrase_iter_init (&iter, phrase);
  while (doublet_phrase_iter_next (&iter, &run))
    {
      if (run.element != NULL)
        doublet_html_open (self, run.element, NULL);
      doublet_html_add_text_len (self, run.text, run.n_bytes);
      if (run.element != NULL)
        doublet_html_close (self, run.element);
    }
}

/**
 * doublet_html_open_link:
 * @self: a page
 * @class_name: (nullable): its classes
 * @id: the element of this page that it leads to
 *
 * Opens an "a" element.  Links lead inside the page only: no address ever comes from an
 * article.
 */
void
doublet_html_open_link (DoubletHtmlPage *self,
                        const char      *class_name,
                        const char      *id)
{
  doublet_html_open (self, "a", class_name);
  append_name (self, " href=\"#");
  doublet_html_output_add_text (&self->output, id, strlen (id), DOUBLET_HTML_IN_VALUE);
  append (self, "\"", 1);
}

/**
 * doublet_html_add_link:
 * @self: a page
 * @id: the element of this page that it leads to
 * @text: what stands in it; any bytes
 */
void
doublet_html_add_link (DoubletHtmlPage *self,
                       const char      *id,
                       const char      *text)
{
  doublet_html_open_link (self, NULL, id);
  doublet_html_add_text (self, text);
  doublet_html_close (self, "a");
}

/**
 * doublet_html_open_section:
 * @self: a page
 * @class_name: (nullable): its classes
 * @id: of its heading
 * @heading: what stands above it
 *
 * Opens a "section" element and names it by a heading of the second level.
 */
void
doublet_html_open_section (DoubletHtmlPage *self,
                           const char      *class_name,
                           const char      *id,
                           const char      *heading)
{
  doublet_html_open (self, "section", class_name);
  doublet_html_set (self, "aria-labelledby", id);
  doublet_html_add_with (self, "h2", NULL, "id", id, heading);
}

/**
 * doublet_html_open_wide_table:
 * @self: a page
 * @class_name: (nullable): its classes
 * @name: what a screen reader calls it
 *
 * Opens a "table" element that is scrolled by itself where it is wider than the page.
 */
void
doublet_html_open_wide_table (DoubletHtmlPage *self,
                              const char      *class_name,
                              const char      *name)
{
  doublet_html_open (self, "section", "scroll");
  /* What can be scrolled must be reachable without a mouse. */
  doublet_html_set (self, "tabindex", "0");
  doublet_html_set (self, "aria-label", name);
  doublet_html_open (self, "table", class_name);
}

void
doublet_html_close_wide_table (DoubletHtmlPage *self)
{
  doublet_html_close (self, "table");
  doublet_html_close (self, "section");
}
