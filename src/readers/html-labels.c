/* html-labels.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "html-labels.h"

#include <string.h>

/*
 * Where class names are made by programs, the words that readers see are left: what
 * stands over comments and over links to other articles is much the same everywhere,
 * language by language.  Folded, without signs; each list is for the whole line, "*" at
 * the end for the beginning of one.
 */

/* Bytes; longer lines are no labels. */
#define MAX_LABEL 120

static const char *const advertising[] = {
  "advertisement", "advertising", "advertorial", "sponsored", "sponsored content", "article continues below advertisement",
  "story continues below advertisement", "anzeige", "werbung", "publicité", "publicidad", "publicidade", "pubblicità", "advertentie",
  "reklama", "reklame", "annons", "annonse", "mainos", "реклама", "реклам", "広告", "スポンサーリンク", "广告", "廣告", "광고", "إعلان", "פרסומת", NULL
};

static const char *const comments[] = {
  "comments", "leave a comment", "leave a reply", "post a comment", "add a comment", "write a comment", "join the discussion",
  "join the conversation", "reader comments", "responses", "kommentare", "kommentar schreiben", "schreiben sie einen kommentar",
  "schreibe einen kommentar", "commentaires", "laisser un commentaire", "comentarios", "deja un comentario", "deja una respuesta", "comentários",
  "deixe um comentário", "commenti", "lascia un commento", "reacties", "geef een reactie", "komentarze", "dodaj komentarz", "kommentarer",
  "kommentit", "комментарии", "добавить комментарий", "коментарі", "コメント", "コメントを残す", "评论", "发表评论",
  "網友評論", "댓글", "التعليقات", "تعليقات", "תגובות", NULL
};

static const char *const links[] = {
  "related", "related articles", "related article", "related stories", "related story", "related posts", "related news", "related content",
  "related topics", "related links", "related coverage", "related reading", "read more", "read more *", "read next", "read also *", "read also", "also read *",
  "also read", "up next", "what to read next", "more from *", "more on this story", "more on this topic", "more stories", "more news", "more in *",
  "more articles", "more like this", "you may also like", "you might also like", "you may like", "you might like", "see also *", "dont miss",
  "recommended", "recommended for you", "recommended reading", "recommended stories", "editors picks", "most read", "most popular", "most viewed",
  "most shared", "popular posts", "popular stories", "trending", "trending now", "trending stories", "latest news", "latest stories", "latest articles",
  "recent posts", "top stories", "share this", "share this article", "share this story", "share", "follow us", "follow us on *", "sign up for *",
  "subscribe to our newsletter", "newsletter", "tags", "mehr zum thema", "mehr zum thema *", "lesen sie auch *", "lesen sie auch", "lesen sie mehr *",
  "weiterlesen", "weitere artikel", "das könnte sie auch interessieren", "das könnte dich auch interessieren", "auch interessant", "meistgelesen",
  "meistgelesene artikel", "ähnliche artikel", "ähnliche beiträge", "zum thema", "mehr lesen", "mehr aus *", "artikel teilen", "lire aussi *", "lire aussi",
  "à lire aussi *", "à lire aussi", "a lire aussi *", "sur le même sujet", "les plus lus", "articles liés", "articles similaires", "voir aussi *",
  "à découvrir", "te puede interesar", "te puede interesar *", "también te puede interesar", "lee también *", "lea también *", "lea también",
  "más leídas", "lo más leído", "más noticias", "noticias relacionadas", "artículos relacionados", "más información", "leggi anche *", "leggi anche",
  "potrebbe interessarti", "potrebbe interessarti anche", "articoli correlati", "i più letti", "leia também *", "leia também", "leia mais",
  "veja também *", "veja também", "mais lidas", "artigos relacionados", "notícias relacionadas", "lees ook *", "lees ook", "lees meer", "meest gelezen",
  "czytaj też *", "czytaj także *", "czytaj również *", "zobacz też *", "polecamy", "läs också *", "läs mer", "les også *", "les mer", "læs også *",
  "lue myös *", "čtěte také *", "olvassa el *", "ayrıca okuyun", "читайте также *", "читайте также", "по теме", "похожие статьи", "самое читаемое",
  "читайте також *", "関連記事", "関連ニュース", "あわせて読みたい", "おすすめ", "おすすめ記事", "人気記事", "ランキング", "相关阅读", "相关新闻", "相关文章",
  "延伸閱讀", "相關新聞", "热门文章", "추천기사", "관련기사", "اقرأ أيضا", "اقرأ أيضاً", "مواضيع ذات صلة", "קראו גם", "כתבות נוספות", NULL
};

/* Letters and digits, parted by single spaces. */
static char *
dup_folded (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString         *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (out, c);
      else if (g_unichar_isspace (c) && out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  return g_strchomp (g_string_free (out, FALSE));
}

static gboolean
matches_any (const char        *line,
             const char *const *labels)
{
  for (; *labels != NULL; labels++)
    {
      gsize length = strlen (*labels);

      if ((*labels)[length - 1] == '*' ? strncmp (line, *labels, length - 1) == 0 : strcmp (line, *labels) == 0)
        return TRUE;
    }
  return FALSE;
}

/*
 * doublet_html_read_label:
 * @text: a line of a page
 *
 * Returns: what it announces
 */
DoubletHtmlLabel
doublet_html_read_label (const char *text)
{
  g_autofree char *folded = NULL;
  const char      *line;
  char            *end;

  while (g_ascii_isspace (*text))
    text++;
  if (strlen (text) > MAX_LABEL)
    return DOUBLET_LABEL_NONE;
  folded = dup_folded (text);

  /* "14 comments", "Comments (14)" */
  for (line = folded; g_ascii_isdigit (*line) || (line > folded && *line == ' ');)
    line++;
  for (end = folded + strlen (folded); end > line && (g_ascii_isdigit (end[-1]) || end[-1] == ' ');)
    *--end = '\0';
  if (matches_any (line, advertising))
    return DOUBLET_LABEL_ADVERTISING;
  if (matches_any (line, comments))
    return DOUBLET_LABEL_COMMENTS;
  return matches_any (line, links) ? DOUBLET_LABEL_LINKS : DOUBLET_LABEL_NONE;
}
