/* compare-job.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compare-job.h"

#include "collator.h"
#include "job-progress.h"
#include "load-error.h"
#include "loader.h"
#include "loader-process.h"
#include "parallel.h"
#include "read-bytes.h"

#include "input-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/*
 * The work itself, the same for window and command line: read, tokenise, find
 * passages, align.  Steps that do not depend on each other run side by side; their
 * results are put together in the order of the inputs, so threads change nothing.
 */

/* Of an article whose bytes are there so much is done; what a program that reads
 * documents is at, nobody hears. */
#define READ_SHARE 0.3

typedef struct
{
  DoubletCompareJob *job;
  DoubletProgress    silent; /* whom to ask whether to stop, for a step that tells nobody how far it is */
  DoubletJobProgress progress;
} Run;

/* A piece of the present activity. */
typedef struct
{
  Run   *run;
  guint  index;
  double share; /* of the piece, which the work that is asked for is */
} Piece;

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  Piece *piece = user_data;

  doublet_job_progress_tell (&piece->run->progress, piece->index, piece->share * CLAMP (fraction, 0, 1));
}

static DoubletProgress
tell_about (Piece *piece)
{
  DoubletProgress progress = piece->run->silent;

  progress.func = progress_cb;
  progress.user_data = piece;
  return progress;
}

static void
finish_piece (Run  *run,
              guint index)
{
  doublet_job_progress_tell (&run->progress, index, 1);
}

static DoubletArticle *
load_input (const DoubletInput    *input,
            const DoubletProgress *progress,
            GError               **error)
{
  DoubletLoadOptions options = {
    .charset = input->charset,
    .name = input->name,
    .whole_page = input->whole_page,
    .tracked = input->tracked,
    .helper = doublet_loader_process_run,
  };
  g_autoptr (GBytes) bytes = NULL;

  switch (input->kind)
    {
    case DOUBLET_INPUT_PATH:
      return doublet_loader_load_path (input->path, &options, progress, error);
    case DOUBLET_INPUT_STANDARD_INPUT:
      bytes = doublet_read_descriptor (STDIN_FILENO, progress, error);
      break;
    case DOUBLET_INPUT_READER:
      bytes = input->reader->read (input->source, progress, error);
      break;
    case DOUBLET_INPUT_BYTES:
    default:
      bytes = g_bytes_ref (input->bytes);
    }
  return bytes != NULL ? doublet_loader_load_named (bytes, input->file_name, input->name, input->location, &options, progress, error) : NULL;
}

/* The items, and behind them the boilerplate, which is read like them. */
static DoubletCompareItem *
get_item (const DoubletCompareJob *job,
          guint                    index)
{
  return index < job->n_items ? &job->items[index] : (DoubletCompareItem *)&job->boilerplate;
}

static guint
count_readings (const DoubletCompareJob *job)
{
  return job->n_items + (job->boilerplate.input != NULL ? 1 : 0);
}

/* How much there is to be read, as far as that is known without reading it; not looked at
 * further than it takes to know that threads are worth it. */
static gsize
measure_inputs (const DoubletCompareJob *job)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < count_readings (job) && n_bytes < DOUBLET_PARALLEL_BYTES; i++)
    {
      const DoubletCompareItem *item = get_item (job, i);

      if (item->article == NULL && item->reason == NULL)
        n_bytes += MIN (doublet_input_measure (item->input), DOUBLET_PARALLEL_BYTES);
    }
  return n_bytes;
}

static gsize
measure_articles (const DoubletCompareJob *job)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < count_readings (job); i++)
    {
      const DoubletArticle *article = get_item (job, i)->article;
      gsize                 length = 0;

      if (article != NULL)
        doublet_article_get_text (article, &length);
      n_bytes += length;
    }
  return n_bytes;
}

static void
load_item (guint    index,
           gpointer data)
{
  Run                *run = data;
  DoubletCompareItem *item = get_item (run->job, index);
  Piece               piece = { run, index, READ_SHARE };
  DoubletProgress     progress = tell_about (&piece);
  g_autoptr (GError) error = NULL;

  if (item->article == NULL && item->reason == NULL && !doublet_progress_is_cancelled (&run->silent))
    {
      item->article = load_input (item->input, &progress, &error);
      /* What was interrupted may well be readable. */
      if (item->article == NULL && !doublet_progress_is_cancelled (&run->silent))
        item->reason = g_strdup (error->message);
    }
  finish_piece (run, index);
}

static void
tokenise_item (guint    index,
               gpointer data)
{
  Run                *run = data;
  DoubletCompareItem *item = get_item (run->job, index);

  if (item->article != NULL && item->tokens == NULL)
    item->tokens = doublet_tokenizer_run (item->article, &run->silent);
  finish_piece (run, index);
}

/* The readable items as the collator wants them. */
typedef struct
{
  DoubletArticle     **articles;
  DoubletTokens      **tokens;
  guint               *inputs;
  DoubletUnreadable   *unreadable;
  DoubletCollatorInput input;
} Readable;

static void
readable_init (Readable                *self,
               const DoubletCompareJob *job)
{
  guint n_articles = 0;
  guint n_unreadable = 0;

  self->articles = g_new0 (DoubletArticle *, job->n_items);
  self->tokens = g_new0 (DoubletTokens *, job->n_items);
  self->inputs = g_new0 (guint, job->n_items);
  self->unreadable = g_new0 (DoubletUnreadable, job->n_items);
  self->input = (DoubletCollatorInput){ .articles = self->articles, .tokens = self->tokens, .inputs = self->inputs, .unreadable = self->unreadable };

  for (guint i = 0; i < job->n_items; i++)
    {
      const DoubletCompareItem *item = &job->items[i];

      if (item->article == NULL)
        {
          self->unreadable[n_unreadable++] = (DoubletUnreadable){ i, doublet_input_get_name (item->input), item->reason };
          continue;
        }
      if (i == job->base)
        self->input.base = n_articles;
      self->articles[n_articles] = item->article;
      self->tokens[n_articles] = item->tokens;
      self->inputs[n_articles++] = i;
    }
  if (job->boilerplate.input != NULL)
    {
      self->input.boilerplate = job->boilerplate.article;
      self->input.boilerplate_tokens = job->boilerplate.tokens;
      self->input.boilerplate_problem = job->boilerplate.reason;
    }
  self->input.n_articles = n_articles;
  self->input.n_unreadable = n_unreadable;
}

static void
readable_clear (Readable *self)
{
  g_free (self->articles);
  g_free (self->tokens);
  g_free (self->inputs);
  g_free (self->unreadable);
}

static DoubletCollation *
find_passages (Run *run)
{
  DoubletCompareJob      *job = run->job;
  Piece                   piece = { run, 0, 1 };
  DoubletProgress         progress = tell_about (&piece);
  DoubletCollation       *collation = NULL;
  gboolean                has_news = FALSE;
  guint                   n_readings = count_readings (job);
  g_autofree const char **names = g_new (const char *, n_readings);
  Readable                readable;

  for (guint i = 0; i < n_readings; i++)
    {
      const DoubletCompareItem *item = get_item (job, i);

      has_news |= i < job->n_items && item->article == NULL && item->reason == NULL;
      names[i] = doublet_input_get_name (item->input);
    }
  doublet_job_progress_begin (&run->progress, DOUBLET_ACTIVITY_LOADING, n_readings, names);
  doublet_parallel_run (n_readings, measure_inputs (job), load_item, run);
  if (doublet_progress_is_cancelled (&run->silent))
    return NULL;

  readable_init (&readable, job);
  readable.input.tokens = NULL;
  readable.input.boilerplate_tokens = NULL;
  /* A result that is there already says more than mere texts. */
  if (job->listener.publish != NULL && has_news)
    {
      g_autoptr (DoubletCollation) texts = doublet_collator_take_texts (&readable.input, &job->options);

      doublet_job_progress_publish (&run->progress, texts);
    }
  readable_clear (&readable);

  doublet_job_progress_begin (&run->progress, DOUBLET_ACTIVITY_TOKENISING, n_readings, NULL);
  doublet_parallel_run (n_readings, measure_articles (job), tokenise_item, run);
  if (doublet_progress_is_cancelled (&run->silent))
    return NULL;

  readable_init (&readable, job);
  if (job->options.passages)
    doublet_job_progress_begin (&run->progress, DOUBLET_ACTIVITY_FINDING_PASSAGES, 1, NULL);
  collation = doublet_collator_find_passages (&readable.input, &job->options, &progress);
  readable_clear (&readable);
  if (collation != NULL)
    doublet_job_progress_publish (&run->progress, collation);
  return collation;
}

typedef struct
{
  Run                    *run;
  const DoubletCollation *collation;
  DoubletAlignedPair     *pairs;
} AlignWork;

static void
align_pair (guint    index,
            gpointer data)
{
  AlignWork          *work = data;
  DoubletAlignedPair *pair = &work->pairs[index];

  if (!doublet_progress_is_cancelled (&work->run->silent))
    pair->alignment = doublet_collator_align (work->collation, pair->a, pair->b, &work->run->silent);
  finish_piece (work->run, index);
}

static void
want_pair (GArray                 *pairs,
           const DoubletCollation *collation,
           guint                   a,
           guint                   b)
{
  DoubletAlignedPair pair = { MIN (a, b), MAX (a, b), NULL };

  if (a == b || doublet_collation_is_aligned (collation, a, b))
    return;
  for (guint i = 0; i < pairs->len; i++)
    if (g_array_index (pairs, DoubletAlignedPair, i).a == pair.a && g_array_index (pairs, DoubletAlignedPair, i).b == pair.b)
      return;
  g_array_append_val (pairs, pair);
}

/* The article that an item became, or G_MAXUINT if it could not be read. */
static guint
find_article (const DoubletCollation *collation,
              guint                   item)
{
  for (guint i = 0; i < doublet_collation_get_n_articles (collation); i++)
    if (doublet_collation_get_input (collation, i) == item)
      return i;
  return G_MAXUINT;
}

static GArray *
list_wanted_pairs (const DoubletCompareJob *job,
                   const DoubletCollation  *collation)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (DoubletAlignedPair));
  guint   base = doublet_collation_get_base (collation);

  for (guint i = 0; i < job->n_pairs; i++)
    {
      guint a = find_article (collation, job->pairs[i].a);
      guint b = find_article (collation, job->pairs[i].b);

      if (a != G_MAXUINT && b != G_MAXUINT)
        want_pair (pairs, collation, a, b);
    }
  for (guint i = 0; i < doublet_collation_get_n_articles (collation); i++)
    want_pair (pairs, collation, base, i);
  return pairs;
}

static DoubletCollation *
align (Run                    *run,
       const DoubletCollation *collation)
{
  g_autoptr (GArray) pairs = list_wanted_pairs (run->job, collation);
  DoubletAlignedPair *wanted = (DoubletAlignedPair *)(gpointer)pairs->data;
  AlignWork           work = { run, collation, wanted };

  doublet_job_progress_begin (&run->progress, DOUBLET_ACTIVITY_ALIGNING, pairs->len, NULL);
  doublet_parallel_run (pairs->len, measure_articles (run->job), align_pair, &work);
  if (doublet_progress_is_cancelled (&run->silent))
    {
      for (guint i = 0; i < pairs->len; i++)
        g_clear_pointer (&wanted[i].alignment, doublet_alignment_unref);
      return NULL;
    }
  return doublet_collator_add_alignments (collation, wanted, pairs->len);
}

/*
 * doublet_compare_job_run:
 * @self: a job; its items are filled in
 * @progress: (nullable): whom to ask whether to stop, which the work does within 100 ms
 * @error: return location for an error: the work was cancelled
 *
 * Returns: (transfer full) (nullable): the whole result
 */
DoubletCollation *
doublet_compare_job_run (DoubletCompareJob     *self,
                         const DoubletProgress *progress,
                         GError               **error)
{
  Run run = { .job = self, .silent = doublet_progress_silence (progress) };
  g_autoptr (DoubletCollation) passages = NULL;
  DoubletCollation *result = NULL;

  doublet_job_progress_init (&run.progress, &self->listener);
  passages = self->known != NULL ? doublet_collation_ref (self->known) : find_passages (&run);
  if (passages != NULL)
    result = align (&run, passages);
  doublet_job_progress_clear (&run.progress);

  if (result == NULL)
    g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_CANCELLED, _ ("The comparison was stopped."));
  return result;
}

/*
 * doublet_compare_job_clear:
 * @self: a job
 */
void
doublet_compare_job_clear (DoubletCompareJob *self)
{
  doublet_compare_items_free (self->items, self->n_items);
  doublet_compare_item_clear (&self->boilerplate);
  g_free (self->pairs);
  g_clear_pointer (&self->known, doublet_collation_unref);
}
