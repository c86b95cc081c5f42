/* zip-archive.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "zip-archive.h"

#include "load-error.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * libarchive with its zip readers only: one goes by the central directory, the other
 * takes the entries as they come and so still reads a file whose end is missing.
 *
 * It gives names in the encoding of the locale, which is ASCII where nobody chose one:
 * so it works in one with UTF-8, in this thread only.
 *
 * Entries are unpacked in the order in which they stand in the file, all that are
 * wanted in one go: a book whose chapters are listed from last to first would else be
 * read as often as it has chapters.
 */

/* A book has hundreds, and looking through so many takes a tenth of a second. */
#define MAX_ENTRIES 20000

/* Of all entries that were unpacked, together.  The text of a whole encyclopaedia. */
#define MAX_MB_OUT 256
#define MAX_BYTES_OUT ((gsize)MAX_MB_OUT * 1024 * 1024)

/* Mark-up packs to a tenth or, where it repeats itself much, to a hundredth; what is
 * made to burst packs to a thousandth.  Small files are not worth asking. */
#define MAX_RATIO 400
#define MIN_BYTES_FOR_RATIO ((gsize)32 * 1024 * 1024)

/* Bytes unpacked between two looks at the cancellable. */
#define PIECE_BYTES ((gsize)64 * 1024)

struct _DoubletZipArchive
{
  GBytes     *bytes;
  GHashTable *names;   /* owned name -> whether it is encrypted */
  GHashTable *entries; /* owned name -> owned GBytes: what was unpacked */
  gsize       n_out;
  gboolean    is_damaged;
};

typedef struct archive Reader;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reader, archive_read_free)

/* What the thread has; see leave_utf8(). */
static locale_t
enter_utf8 (void)
{
  static gsize locale;

  if (g_once_init_enter (&locale))
    {
      locale_t utf8 = newlocale (LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);

      g_once_init_leave (&locale, GPOINTER_TO_SIZE (utf8 != (locale_t)0 ? utf8 : LC_GLOBAL_LOCALE));
    }
  return uselocale ((locale_t)GSIZE_TO_POINTER (locale));
}

static void
leave_utf8 (locale_t before)
{
  uselocale (before);
}

/**
 * doublet_zip_archive_prepare:
 * @bytes: not looked at
 * @options: not looked at
 *
 * Opens what a process must open before it is locked in: see #DoubletReader.
 */
void
doublet_zip_archive_prepare (GBytes                   *bytes,
                             const DoubletLoadOptions *options)
{
  leave_utf8 (enter_utf8 ());
}

static Reader *
open_reader (const DoubletZipArchive *self)
{
  Reader       *reader = archive_read_new ();
  gsize         n_bytes;
  gconstpointer data = g_bytes_get_data (self->bytes, &n_bytes);

  archive_read_support_format_zip_seekable (reader);
  archive_read_support_format_zip_streamable (reader);
  if (archive_read_open_memory (reader, data, n_bytes) == ARCHIVE_OK)
    return reader;

  archive_read_free (reader);
  return NULL;
}

/* The next entry with a name; NULL at the end or where the file is broken. */
static struct archive_entry *
next_entry (DoubletZipArchive *self,
            Reader            *reader)
{
  struct archive_entry *entry;

  for (;;)
    {
      int result = archive_read_next_header (reader, &entry);

      if (result == ARCHIVE_OK || result == ARCHIVE_WARN)
        {
          if (archive_entry_pathname_utf8 (entry) != NULL || archive_entry_pathname (entry) != NULL)
            return entry;
        }
      else if (result != ARCHIVE_RETRY)
        {
          self->is_damaged = self->is_damaged || result != ARCHIVE_EOF;
          return NULL;
        }
    }
}

static const char *
entry_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  return name != NULL ? name : archive_entry_pathname (entry);
}

static gboolean
list_entries (DoubletZipArchive     *self,
              const DoubletProgress *progress,
              GError               **error)
{
  g_autoptr (Reader) reader = open_reader (self);
  struct archive_entry *entry;
  guint                 n = 0;

  while (reader != NULL && (entry = next_entry (self, reader)) != NULL)
    {
      const char *name = entry_name (entry);

      if ((++n & 0xff) == 0 && doublet_progress_is_cancelled (progress))
        {
          doublet_load_error_set_cancelled (error);
          return FALSE;
        }
      if (n > MAX_ENTRIES)
        {
          g_set_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_TOO_BIG,
                       /* Translators: %d is a number, such as 20000 */
                       _ ("It consists of more than %d files, which is the most that Doublet reads."),
                       MAX_ENTRIES);
          return FALSE;
        }
      if (!g_hash_table_contains (self->names, name))
        g_hash_table_insert (self->names, g_strdup (name),
                             GINT_TO_POINTER (archive_entry_is_data_encrypted (entry) != 0));
    }

  if (n == 0)
    {
      g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_BROKEN,
                           _ ("The file is damaged: it could not be unpacked."));
      return FALSE;
    }
  return TRUE;
}

/**
 * doublet_zip_archive_new:
 * @bytes: what the file holds
 * @progress: (nullable): whom to ask whether to stop
 * @error: return location for an error
 *
 * Looks what is in a zip file; nothing is unpacked yet.
 *
 * Returns: (transfer full) (nullable): the archive
 */
DoubletZipArchive *
doublet_zip_archive_new (GBytes                *bytes,
                         const DoubletProgress *progress,
                         GError               **error)
{
  g_autoptr (DoubletZipArchive) self = g_new0 (DoubletZipArchive, 1);
  locale_t before;
  gboolean is_listed;

  self->bytes = g_bytes_ref (bytes);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);

  before = enter_utf8 ();
  is_listed = list_entries (self, progress, error);
  leave_utf8 (before);
  return is_listed ? g_steal_pointer (&self) : NULL;
}

/**
 * doublet_zip_archive_free:
 * @self: (transfer full): an archive
 */
void
doublet_zip_archive_free (DoubletZipArchive *self)
{
  g_bytes_unref (self->bytes);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->entries);
  g_free (self);
}

/**
 * doublet_zip_archive_has:
 * @self: an archive
 * @name: an entry's exact name
 *
 * Returns: whether there is such an entry
 */
gboolean
doublet_zip_archive_has (const DoubletZipArchive *self,
                         const char              *name)
{
  return g_hash_table_contains (self->names, name);
}

/**
 * doublet_zip_archive_is_damaged:
 * @self: an archive
 *
 * Returns: whether the archive or an entry that was unpacked from it is broken off or
 *   does not agree with its checksum
 */
gboolean
doublet_zip_archive_is_damaged (const DoubletZipArchive *self)
{
  return self->is_damaged;
}

static gboolean
is_too_big (const DoubletZipArchive *self)
{
  return self->n_out > MAX_BYTES_OUT ||
         (self->n_out > MIN_BYTES_FOR_RATIO && self->n_out / MAX_RATIO > g_bytes_get_size (self->bytes));
}

/* What the entry says of its size is not asked. */
static GBytes *
unpack (DoubletZipArchive     *self,
        Reader                *reader,
        const DoubletProgress *progress,
        GError               **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree guint8 *piece = g_malloc (PIECE_BYTES);
  la_ssize_t         n;

  while ((n = archive_read_data (reader, piece, PIECE_BYTES)) > 0)
    {
      g_byte_array_append (out, piece, (guint)n);
      self->n_out += (gsize)n;

      if (is_too_big (self))
        {
          g_set_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_TOO_BIG,
                       /* Translators: %d is a number, such as 256 */
                       _ ("Unpacked it is far larger than an article, or larger than %d MB, which is the most that Doublet reads."),
                       MAX_MB_OUT);
          return NULL;
        }
      if (doublet_progress_is_cancelled (progress))
        {
          doublet_load_error_set_cancelled (error);
          return NULL;
        }
    }

  self->is_damaged = self->is_damaged || n < 0;
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

static gboolean
check_encryption (const DoubletZipArchive *self,
                  const char              *name,
                  GError                 **error)
{
  if (!GPOINTER_TO_INT (g_hash_table_lookup (self->names, name)))
    return TRUE;

  g_set_error_literal (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_ENCRYPTED,
                       _ ("The file is protected by a password. Open it in its program and save it without one."));
  return FALSE;
}

static gboolean
unpack_all (DoubletZipArchive     *self,
            GHashTable            *wanted,
            const DoubletProgress *progress,
            GError               **error)
{
  g_autoptr (Reader) reader = open_reader (self);
  struct archive_entry *entry;

  while (reader != NULL && g_hash_table_size (wanted) > 0 && (entry = next_entry (self, reader)) != NULL)
    {
      g_autofree char *name = g_strdup (entry_name (entry));
      GBytes          *bytes;

      if (doublet_progress_is_cancelled (progress))
        {
          doublet_load_error_set_cancelled (error);
          return FALSE;
        }
      if (!g_hash_table_remove (wanted, name))
        continue;
      if ((bytes = unpack (self, reader, progress, error)) == NULL)
        return FALSE;
      g_hash_table_insert (self->entries, g_steal_pointer (&name), bytes);
    }

  return TRUE;
}

/**
 * doublet_zip_archive_read:
 * @self: an archive
 * @names: (element-type utf8): exact names; those that there are not are passed over
 * @progress: (nullable): whom to ask whether to stop
 * @error: return location for an error
 *
 * Unpacks entries, each once.  An entry that is broken off is kept as far as it goes.
 *
 * Returns: FALSE if an entry is encrypted, there is too much, or it was cancelled
 */
gboolean
doublet_zip_archive_read (DoubletZipArchive     *self,
                          const GPtrArray       *names,
                          const DoubletProgress *progress,
                          GError               **error)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  locale_t before;
  gboolean is_read;

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (!g_hash_table_contains (self->names, name) || g_hash_table_contains (self->entries, name))
        continue;
      if (!check_encryption (self, name, error))
        return FALSE;
      g_hash_table_add (wanted, (gpointer)name);
    }

  if (g_hash_table_size (wanted) == 0)
    return TRUE;
  before = enter_utf8 ();
  is_read = unpack_all (self, wanted, progress, error);
  leave_utf8 (before);
  return is_read;
}

/**
 * doublet_zip_archive_read_one:
 * @self: an archive
 * @name: an exact name
 * @progress: (nullable): whom to ask whether to stop
 * @error: return location for an error
 *
 * Unpacks one entry: see doublet_zip_archive_read().
 *
 * Returns: FALSE on errors; that there is no such entry is none
 */
gboolean
doublet_zip_archive_read_one (DoubletZipArchive     *self,
                              const char            *name,
                              const DoubletProgress *progress,
                              GError               **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer)name);
  return doublet_zip_archive_read (self, names, progress, error);
}

/**
 * doublet_zip_archive_get:
 * @self: an archive
 * @name: an exact name
 *
 * Returns: (transfer none) (nullable): what the entry holds, if it was unpacked
 */
GBytes *
doublet_zip_archive_get (const DoubletZipArchive *self,
                         const char              *name)
{
  return g_hash_table_lookup (self->entries, name);
}

/**
 * doublet_zip_archive_resolve:
 * @base: the name of an entry
 * @target: where it points: relative to its folder or, with a slash before it, to
 *   the root
 *
 * Returns: (transfer full): the name of the entry meant; ".." at the root stays there
 */
char *
doublet_zip_archive_resolve (const char *base,
                             const char *target)
{
  const char      *slash = strrchr (base, '/');
  g_autofree char *joined = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  if (*target == '/' || slash == NULL)
    joined = g_strdup (target);
  else
    joined = g_strdup_printf ("%.*s/%s", (int)(slash - base), base, target);

  parts = g_strsplit (joined, "/", -1);
  for (char **part = parts; *part != NULL; part++)
    {
      if (strcmp (*part, "..") == 0)
        {
          if (kept->len > 0)
            g_ptr_array_set_size (kept, (gint)kept->len - 1);
        }
      else if (**part != '\0' && strcmp (*part, ".") != 0)
        g_ptr_array_add (kept, *part);
    }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **)kept->pdata);
}
