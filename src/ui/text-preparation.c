/* text-preparation.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "text-preparation.h"

/* A piece of work may take so long: half of what a frame has. */
#define IDLE_US 8000

/* What the thread works on.  It reads articles only, which never change. */
typedef struct
{
  GPtrArray *articles; /* DoubletArticle */
  GPtrArray *texts;    /* DoubletDisplayText, for each of them */
} Layout;

struct _DoubletTextPreparation
{
  GPtrArray                 *articles; /* DoubletArticle: what was asked for */
  GPtrArray                 *prepared; /* DoubletPreparedText, what was not taken yet */
  GCancellable              *cancellable;
  guint                      next; /* of prepared: what is filled now */
  guint                      source;
  gboolean                   is_done;
  DoubletTextPreparationFunc done;
  gpointer                   user_data;
};

static GPtrArray *
copy_articles (DoubletArticle *const *articles,
               guint                  n_articles)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_article_unref);

  for (guint i = 0; i < n_articles; i++)
    g_ptr_array_add (copy, doublet_article_ref (articles[i]));
  return copy;
}

static void
layout_free (gpointer data)
{
  Layout *self = data;

  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

static void
lay_out (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  Layout *layout = data;

  for (guint i = 0; i < layout->articles->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      DoubletArticle     *article = layout->articles->pdata[i];
      DoubletDisplayText *text = NULL;

      /* One that is shown twice is laid out once. */
      for (guint j = 0; j < i && text == NULL; j++)
        if (layout->articles->pdata[j] == article)
          text = doublet_display_text_ref (layout->texts->pdata[j]);
      g_ptr_array_add (layout->texts, text != NULL ? text : doublet_display_text_new (article));
    }
  g_task_return_boolean (task, TRUE);
}

static gboolean
fill_cb (gpointer data)
{
  DoubletTextPreparation *self = data;

  if (self->next < self->prepared->len)
    {
      if (doublet_prepared_text_fill (self->prepared->pdata[self->next], IDLE_US))
        self->next++;
      return G_SOURCE_CONTINUE;
    }
  self->source = 0;
  self->is_done = TRUE;
  /* May free @self. */
  self->done (self->user_data);
  return G_SOURCE_REMOVE;
}

static void
laid_out_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  GTask                  *task = G_TASK (result);
  const Layout           *layout = g_task_get_task_data (task);
  DoubletTextPreparation *self = data;

  /* Then @self is gone. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    return;
  for (guint i = 0; i < layout->texts->len; i++)
    g_ptr_array_add (self->prepared, doublet_prepared_text_new (layout->texts->pdata[i]));
  self->source = g_idle_add (fill_cb, self);
}

/**
 * doublet_text_preparation_new:
 * @articles: (array length=n_articles): what is to be shown; one may come twice
 * @n_articles: how many
 * @done: called when all of them are ready
 * @user_data: for @done
 *
 * Begins to prepare texts.  @done is not called before this function returned.
 *
 * Returns: (transfer full): the preparation
 */
DoubletTextPreparation *
doublet_text_preparation_new (DoubletArticle *const     *articles,
                              guint                      n_articles,
                              DoubletTextPreparationFunc done,
                              gpointer                   user_data)
{
  DoubletTextPreparation *self = g_new0 (DoubletTextPreparation, 1);
  Layout                 *layout = g_new0 (Layout, 1);
  g_autoptr (GTask) task = NULL;

  self->articles = copy_articles (articles, n_articles);
  self->prepared = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_prepared_text_free);
  self->cancellable = g_cancellable_new ();
  self->done = done;
  self->user_data = user_data;
  layout->articles = copy_articles (articles, n_articles);
  layout->texts = g_ptr_array_new_with_free_func ((GDestroyNotify)doublet_display_text_unref);
  task = g_task_new (NULL, self->cancellable, laid_out_cb, self);
  g_task_set_source_tag (task, doublet_text_preparation_new);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, layout, layout_free);
  g_task_run_in_thread (task, lay_out);
  return self;
}

/**
 * doublet_text_preparation_free:
 * @self: (transfer full): a preparation, done or not
 */
void
doublet_text_preparation_free (DoubletTextPreparation *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->prepared);
  g_free (self);
}

/**
 * doublet_text_preparation_is_done:
 * @self: a preparation
 *
 * Returns: whether all texts are ready to be taken
 */
gboolean
doublet_text_preparation_is_done (const DoubletTextPreparation *self)
{
  return self->is_done;
}

/**
 * doublet_text_preparation_is_for:
 * @self: a preparation
 * @articles: (array length=n_articles): articles
 * @n_articles: how many
 *
 * Returns: whether it was begun for just these
 */
gboolean
doublet_text_preparation_is_for (const DoubletTextPreparation *self,
                                 DoubletArticle *const        *articles,
                                 guint                         n_articles)
{
  gboolean is_for = self->articles->len == n_articles;

  for (guint i = 0; is_for && i < n_articles; i++)
    is_for = self->articles->pdata[i] == articles[i];
  return is_for;
}

/**
 * doublet_text_preparation_count:
 * @self: a preparation
 * @article: an article
 *
 * Returns: how many buffers of @article are ready to be taken
 */
guint
doublet_text_preparation_count (const DoubletTextPreparation *self,
                                const DoubletArticle         *article)
{
  guint n = 0;

  for (guint i = 0; self->is_done && i < self->prepared->len; i++)
    n += doublet_display_text_get_article (((DoubletPreparedText *)self->prepared->pdata[i])->text) == article;
  return n;
}

/**
 * doublet_text_preparation_take:
 * @self: a preparation
 * @article: an article
 *
 * Returns: (transfer full) (nullable): a full buffer of @article; %NULL if there is none
 *   (any more)
 */
DoubletPreparedText *
doublet_text_preparation_take (DoubletTextPreparation *self,
                               const DoubletArticle   *article)
{
  for (guint i = 0; self->is_done && i < self->prepared->len; i++)
    if (doublet_display_text_get_article (((DoubletPreparedText *)self->prepared->pdata[i])->text) == article)
      return g_ptr_array_steal_index (self->prepared, i);
  return NULL;
}
