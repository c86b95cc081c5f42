/* test-charset.c
 *
 * SPDX-FileCopyrightText: 2026 The Doublet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "charset.h"

#include "charset-guess.h"
#include "charset-names.h"
#include "load-error.h"
#include "stop-flag.h"

#include <gio/gio.h>

#include <string.h>

#define BAD "\357\277\275"

/* Some sentences in each language, written for this. */
static const char english[] =
  "The ferry was late again, and nobody on the quay was surprised. “It’s the wind,” said the man in the "
  "kiosk – he had said so yesterday. Don’t ask him about the café; it has been shut since March.\n";
static const char french[] =
  "La traversée dure vingt-deux minutes, et l’été elle coûte trois euros. « C’était déjà trop cher l’année "
  "dernière », a déclaré la gérante du café où les élèves se réunissent après l’école. À Noël, dit-elle, "
  "le quai sera fermé.\n";
static const char german[] =
  "Die Fähre fährt über den See, auch im Winter. „Größer müsste sie nicht sein“, sagte der Bürgermeister, "
  "der schöne Grüße an die Mannschaft ausrichten ließ. Für Schüler kostet die Überfahrt die Hälfte.\n";
static const char spanish[] =
  "El transbordador cruzará el lago también en otoño. «No pedíamos un monumento», señaló la alcaldesa. "
  "¿Cuánto costará el billete? Los niños pagarán la mitad, según la compañía.\n";
static const char polish[] =
  "Prom przepływa jezioro w ciągu dwudziestu dwóch minut. Mieszkańcy cieszą się, że łódź wróciła po "
  "jedenastu latach przerwy. Każdy, kto ma bilet miesięczny, może wejść na pokład; źle się dzieje tylko "
  "z taksówkarzami, którzy boją się o swoją pracę.\n";
static const char czech[] =
  "Přívoz přepluje jezero za dvacet dvě minuty. Obyvatelé města jsou rádi, že se loď vrátila po jedenácti "
  "letech. Každý, kdo má měsíční jízdenku, může nastoupit zdarma. Žádné další zpoždění už nečekáme, řekl "
  "starosta a pozdravil posádku.\n";
static const char hungarian[] =
  "A komp huszonkét perc alatt ér át a tavon. A lakók örülnek, hogy tizenegy év után ismét közlekedik a "
  "hajó. Aki havi bérlettel rendelkezik, ingyen szállhat fel; a diákoknak a jegy fele annyiba kerül, és "
  "őszre új kikötő is épül.\n";
static const char turkish[] =
  "Feribot gölü yirmi iki dakikada geçiyor. Kasabanın sakinleri, on bir yıl sonra teknenin geri dönmesine "
  "çok seviniyor. Aylık bileti olan herkes ücretsiz binebiliyor; öğrenciler ise yarı fiyat ödüyor, dedi "
  "belediye başkanı ışıklar altında.\n";
static const char russian[] =
  "Паром пересекает озеро за двадцать две минуты. Жители города рады, что судно вернулось после "
  "одиннадцати лет перерыва. Каждый, у кого есть месячный билет, может войти на борт бесплатно. Мы не "
  "просили памятника, сказал мэр.\n";
static const char greek[] =
  "Το πλοίο διασχίζει τη λίμνη σε είκοσι δύο λεπτά. Οι κάτοικοι χαίρονται που το καράβι επέστρεψε ύστερα "
  "από έντεκα χρόνια. Όποιος έχει μηνιαίο εισιτήριο ταξιδεύει δωρεάν, είπε η δήμαρχος της πόλης.\n";
static const char hebrew[] =
  "המעבורת חוצה את האגם בתוך עשרים ושתיים דקות. תושבי העיר שמחים שהספינה חזרה אחרי אחת עשרה שנים. כל מי "
  "שיש לו כרטיס חודשי יכול לעלות בחינם, אמר ראש העיר.\n";
static const char arabic[] =
  "تعبر العبارة البحيرة في اثنتين وعشرين دقيقة. سكان المدينة سعداء بعودة القارب بعد أحد عشر عاما. كل من "
  "لديه تذكرة شهرية يمكنه الصعود مجانا، كما قال رئيس البلدية أمس.\n";
static const char thai[] =
  "เรือข้ามฟากใช้เวลายี่สิบสองนาทีในการข้ามทะเลสาบ ชาวเมืองดีใจที่เรือกลับมาหลังจากหยุดไปสิบเอ็ดปี "
  "นายกเทศมนตรีกล่าวว่าผู้ที่มีตั๋วเดือนสามารถขึ้นเรือได้โดยไม่เสียเงิน\n";
static const char japanese[] =
  "渡し船は二十二分で湖を渡ります。町の人々は、十一年ぶりに船が戻ってきたことを喜んでいます。"
  "「私たちは記念碑を頼んだのではありません」と町長は話しました。定期券を持っている人は無料で乗れます。\n";
static const char chinese[] =
  "渡船只需二十二分钟就能横渡湖面。镇上的居民很高兴，因为船在停航十一年之后又回来了。镇长说，"
  "持有月票的人可以免费上船，学生只付一半的票价。\n";
static const char traditional[] =
  "渡船只需二十二分鐘就能橫渡湖面。鎮上的居民很高興，因為船在停航十一年之後又回來了。鎮長說，"
  "持有月票的人可以免費上船，學生只付一半的票價。\n";
static const char korean[] =
  "나룻배는 이십이 분 만에 호수를 건넙니다. 마을 사람들은 십일 년 만에 배가 돌아온 것을 기뻐하고 "
  "있습니다. 시장은 정기권을 가진 사람은 누구나 무료로 탈 수 있다고 말했습니다.\n";
static const char vietnamese[] =
  "Chuyến phà đi qua hồ trong hai mươi hai phút. Người dân trong thị trấn vui mừng vì con tàu đã trở lại "
  "sau mười một năm. Ai có vé tháng đều được lên tàu miễn phí, ông thị trưởng nói.\n";

static const struct
{
  const char *text;
  const char *encoding;
  const char *found; /* the name that is expected */
  gboolean    guessed;
} cases[] = {
  { english, "UTF-8", "UTF-8", FALSE },
  { english, "UTF-16LE", "UTF-16LE", TRUE },
  { english, "UTF-16BE", "UTF-16BE", TRUE },
  { english, "UTF-32LE", "UTF-32LE", TRUE },
  { english, "UTF-32BE", "UTF-32BE", TRUE },
  { english, "CP1252", "Windows-1252", TRUE },
  { english, "MACINTOSH", "Macintosh", TRUE },
  { french, "UTF-8", "UTF-8", FALSE },
  { french, "CP1252", "Windows-1252", TRUE },
  { french, "MACINTOSH", "Macintosh", TRUE },
  { german, "CP1252", "Windows-1252", TRUE },
  { german, "MACINTOSH", "Macintosh", TRUE },
  { spanish, "CP1252", "Windows-1252", TRUE },
  { spanish, "IBM850", "IBM850", TRUE },
  { polish, "CP1250", "Windows-1250", TRUE },
  { polish, "ISO-8859-2", "ISO-8859-2", TRUE },
  { polish, "IBM852", "IBM852", TRUE },
  { czech, "CP1250", "Windows-1250", TRUE },
  { czech, "ISO-8859-2", "ISO-8859-2", TRUE },
  { hungarian, "CP1250", NULL, TRUE }, /* the letters stand at the same places in ISO-8859-2 */
  { turkish, "CP1254", "Windows-1254", TRUE },
  { russian, "CP1251", "Windows-1251", TRUE },
  { russian, "KOI8-R", "KOI8-R", TRUE },
  { russian, "ISO-8859-5", "ISO-8859-5", TRUE },
  { russian, "IBM866", "IBM866", TRUE },
  { russian, "MAC-CYRILLIC", "Mac-Cyrillic", TRUE },
  { russian, "UTF-16LE", "UTF-16LE", TRUE },
  { greek, "CP1253", NULL, TRUE },
  { greek, "ISO-8859-7", NULL, TRUE },
  { hebrew, "CP1255", "Windows-1255", TRUE },
  { arabic, "CP1256", "Windows-1256", TRUE },
  { arabic, "ISO-8859-6", "ISO-8859-6", TRUE },
  { thai, "CP874", "Windows-874", TRUE },
  { japanese, "CP932", "Shift_JIS", TRUE },
  { japanese, "EUC-JP-MS", "EUC-JP", TRUE },
  { japanese, "ISO-2022-JP", "ISO-2022-JP", TRUE },
  { japanese, "UTF-16LE", "UTF-16LE", TRUE },
  { japanese, "UTF-16BE", "UTF-16BE", TRUE },
  { japanese, "UTF-32BE", "UTF-32BE", TRUE },
  { chinese, "GB18030", "GB18030", TRUE },
  { chinese, "GBK", "GB18030", TRUE },
  { chinese, "UTF-16BE", "UTF-16BE", TRUE },
  { traditional, "BIG5-HKSCS", "Big5", TRUE },
  { korean, "UHC", "EUC-KR", TRUE },
  { korean, "UTF-16LE", "UTF-16LE", TRUE },
  { korean, "ISO-2022-KR", "ISO-2022-KR", TRUE },
  { vietnamese, "CP1258", "Windows-1258", TRUE },
  { vietnamese, "VISCII", "VISCII", TRUE },
};

static void
decode (const char          *bytes,
        gsize                n_bytes,
        const char          *charset,
        DoubletDecoded      *decoded,
        DoubletCharsetFound *found)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (doublet_charset_decode ((const guint8 *)bytes, n_bytes, charset, decoded, found, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_utf8_validate_len (decoded->text, decoded->n_bytes, NULL));
}

/* Each text found out, and read as what it is when that is said. */
static void
test_encodings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *bytes = NULL;
      g_autofree char *expected = NULL;
      gsize            n_bytes;

      g_test_message ("%u: %s", i, cases[i].encoding);

      /* Vietnamese of Windows writes some letters as two. */
      bytes = g_convert (cases[i].text, -1, cases[i].encoding, "UTF-8", NULL, &n_bytes, NULL);
      g_assert_nonnull (bytes);
      expected = g_convert (bytes, n_bytes, "UTF-8", cases[i].encoding, NULL, NULL, NULL);

      for (guint given = 0; given < 2; given++)
        {
          g_auto (DoubletDecoded) decoded = { 0 };
          DoubletCharsetFound found;

          decode (bytes, n_bytes, given ? cases[i].encoding : NULL, &decoded, &found);
          g_assert_cmpstr (decoded.text, ==, expected);
          g_assert_cmpuint (decoded.n_replaced, ==, 0);
          g_assert_cmpint (found.guessed, ==, !given && cases[i].guessed);
          if (cases[i].found != NULL && !given)
            g_assert_cmpstr (found.name, ==, cases[i].found);
        }
    }
}

static void
test_marks (void)
{
  static const struct
  {
    const char *encoding;
    const char *mark;
    gsize       length;
  } marks[] = {
    { "UTF-8", "\xef\xbb\xbf", 3 },
    { "UTF-16LE", "\xff\xfe", 2 },
    { "UTF-16BE", "\xfe\xff", 2 },
    { "UTF-32LE", "\xff\xfe\0\0", 4 },
    { "UTF-32BE", "\0\0\xfe\xff", 4 },
  };
  static const char *const texts[] = { "", "a", "é\r\n", english, chinese };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      for (guint given = 0; given < 3; given++)
        {
          g_auto (DoubletDecoded) decoded = { 0 };
          g_autoptr (GByteArray) bytes = g_byte_array_new ();
          g_autofree char    *encoded = NULL;
          g_autofree char    *family = g_strndup (marks[i].encoding, strcspn (marks[i].encoding, "LB"));
          DoubletCharsetFound found;
          gsize               n_encoded;

          encoded = g_convert (texts[j], -1, marks[i].encoding, "UTF-8", NULL, &n_encoded, NULL);
          g_byte_array_append (bytes, (const guint8 *)marks[i].mark, marks[i].length);
          g_byte_array_append (bytes, (const guint8 *)encoded, n_encoded);

          decode ((const char *)bytes->data, bytes->len,
                  given == 0 ? NULL : given == 1 ? marks[i].encoding
                                                 : family,
                  &decoded, &found);
          g_assert_cmpstr (decoded.text, ==, texts[j]);
          g_assert_cmpuint (decoded.n_chars, ==, g_utf8_strlen (texts[j], -1));
          g_assert_cmpstr (found.name, ==, marks[i].encoding);
          g_assert_false (found.guessed);
        }
}

/* Whatever is valid UTF-8 without a mark stays as it is. */
static void
test_utf8_stays (void)
{
  static const char *const pieces[] = {
    "a", " ", "\n", "\r\n", "é", "漢", "😀", "\xef\xbf\xbf", "\x1b", "\x7f", "\x01", "\302\205", "~{", BAD, "\342\200\250"
  };
  GRand *rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < 5000; i++)
    {
      g_auto (DoubletDecoded) decoded = { 0 };
      g_auto (DoubletDecoded) asked = { 0 };
      g_autoptr (GString) text = g_string_new ("x");
      DoubletCharsetFound found;
      gint32              n = g_rand_int_range (rand, 0, 40);

      for (gint32 j = 0; j < n; j++)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

      decode (text->str, text->len, NULL, &decoded, &found);
      g_assert_cmpmem (decoded.text, decoded.n_bytes, text->str, text->len);
      g_assert_cmpstr (found.name, ==, "UTF-8");
      g_assert_false (found.guessed);
      g_assert_cmpuint (decoded.n_replaced, ==, 0);
      g_assert_cmpuint (decoded.text[decoded.n_bytes], ==, '\0');

      /* What was found to be valid is counted as what is said to be UTF-8. */
      decode (text->str, text->len, "UTF-8", &asked, &found);
      g_assert_cmpmem (decoded.text, decoded.n_bytes, asked.text, asked.n_bytes);
      g_assert_cmpuint (decoded.n_chars, ==, asked.n_chars);
      g_assert_cmpuint (decoded.n_chars, ==, g_utf8_strlen (decoded.text, -1));
      g_assert_cmpuint (decoded.n_controls, ==, asked.n_controls);
      g_assert_cmpuint (asked.n_replaced, ==, 0);
    }

  g_rand_free (rand);
}

#define BYTES(name, bytes, text, found, guessed)        \
  {                                                     \
    name, bytes, sizeof bytes - 1, text, found, guessed \
  }

static void
test_broken (void)
{
  static const struct
  {
    const char *name;
    const char *bytes;
    gsize       n_bytes;
    const char *text;
    const char *found; /* NULL: one of several that give the same text */
    gboolean    guessed;
  } texts[] = {
    BYTES ("nothing", "", "", "UTF-8", FALSE),
    BYTES ("NUL in ASCII", "one\0two three", "one" BAD "two three", "UTF-8", FALSE),
    BYTES ("NUL in UTF-8", "caf\xc3\xa9\0", "café" BAD, "UTF-8", FALSE),
    BYTES ("cut at the end", "Un caf\xc3\xa9, deux caf\xc3", "Un café, deux caf" BAD, "UTF-8", TRUE),
    BYTES ("one broken byte", "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9 \xff", "éééé " BAD, "UTF-8", TRUE),
    BYTES ("one accent in Windows-1252", "The caf\xe9 was closed.", "The café was closed.", NULL, TRUE),
    BYTES ("one apostrophe in Windows-1252", "Don\x92t tell me it\x92s over, said the minister.",
           "Don’t tell me it’s over, said the minister.", "Windows-1252", TRUE),
    BYTES ("ends like a cut character", "Il fait chaud cet \xe9t\xe9", "Il fait chaud cet été", NULL, TRUE),
    BYTES ("colours of a terminal are no ISO-2022", "\x1b[1mbold\x1b[0m", "\x1b[1mbold\x1b[0m", "UTF-8", FALSE),
    BYTES ("ASCII that would pass for Chinese", "Bush hid the facts", "Bush hid the facts", "UTF-8", FALSE),
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (DoubletDecoded) decoded = { 0 };
      DoubletCharsetFound found;

      g_test_message ("%s", texts[i].name);
      decode (texts[i].bytes, texts[i].n_bytes, NULL, &decoded, &found);
      g_assert_cmpstr (decoded.text, ==, texts[i].text);
      if (texts[i].found != NULL)
        g_assert_cmpstr (found.name, ==, texts[i].found);
      g_assert_cmpint (found.guessed, ==, texts[i].guessed);
    }
}

/* Any bytes become some text, also when a set is named that cannot be right. */
static void
test_random (void)
{
  GRand                *rand = g_rand_new_with_seed (5);
  guint                 n_charsets;
  const DoubletCharset *charsets = doublet_charset_get_all (&n_charsets);

  for (guint i = 0; i < 1000; i++)
    {
      g_auto (DoubletDecoded) decoded = { 0 };
      g_autoptr (GError) error = NULL;
      DoubletCharsetFound found = { 0 };
      guint8              bytes[200];
      gsize               n_bytes = g_rand_int_range (rand, 0, sizeof bytes + 1);
      gint32              range = g_rand_boolean (rand) ? 256 : 4;
      const char         *charset = i % 4 == 0 ? charsets[g_rand_int_range (rand, 0, n_charsets)].name : NULL;

      for (gsize j = 0; j < n_bytes; j++)
        bytes[j] = g_rand_int_range (rand, 0, range);

      if (doublet_charset_decode (bytes, n_bytes, charset, &decoded, &found, NULL, &error))
        g_assert_true (g_utf8_validate_len (decoded.text, decoded.n_bytes, NULL));
      else
        {
          g_assert_nonnull (charset);
          g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_BAD_CHARSET);
          g_assert_null (decoded.text);
        }
      g_assert_nonnull (found.name);
    }

  g_rand_free (rand);
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    const char *found; /* NULL: not in our list */
    gboolean    supported;
  } names[] = {
    { "utf8", "UTF-8", TRUE },
    { "Utf-8", "UTF-8", TRUE },
    { "latin1", "Windows-1252", TRUE },
    { "ISO_8859-1", "Windows-1252", TRUE },
    { "windows-1252", "Windows-1252", TRUE },
    { "CP 1251", "Windows-1251", TRUE },
    { "sjis", "Shift_JIS", TRUE },
    { "GB2312", "GB18030", TRUE },
    { "iso-8859-11", "Windows-874", TRUE },
    { "tis-620", "Windows-874", TRUE },
    { "UHC", "EUC-KR", TRUE },
    { "IBM037", NULL, TRUE }, /* known to iconv only */
    { "", NULL, FALSE },
    { " ", NULL, FALSE },
    { "-", NULL, FALSE },
    { "no-such-set", NULL, FALSE },
    { "UTF-8//TRANSLIT", NULL, FALSE },
    { "//", NULL, FALSE },
    { "../../tmp/module", NULL, FALSE },
    { "\xff\xfe", NULL, FALSE },
    { "UTF-8,CP1252", NULL, FALSE },
    { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", NULL, FALSE },
  };
  guint                 n_charsets;
  const DoubletCharset *charsets = doublet_charset_get_all (&n_charsets);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const DoubletCharset *charset = doublet_charset_find (names[i].name);

      g_test_message ("name %u", i);
      g_assert_cmpstr (charset != NULL ? charset->name : NULL, ==, names[i].found);
      g_assert_cmpint (doublet_charset_is_supported (names[i].name), ==, names[i].supported);
    }

  /* Every name and encoding of the list leads to its own entry. */
  for (guint i = 0; i < n_charsets; i++)
    {
      g_test_message ("%s", charsets[i].name);
      g_assert_true (doublet_charset_find (charsets[i].name) == &charsets[i]);
      g_assert_true (doublet_charset_find (charsets[i].encoding) == &charsets[i]);
      g_assert_true (doublet_charset_is_supported (charsets[i].name));
    }
}

/* The right text under a wrong name is an answer only as long as it can be read. */
static void
test_wrong_name (void)
{
  g_auto (DoubletDecoded) decoded = { 0 };
  g_autoptr (GError) error = NULL;
  DoubletCharsetFound found;
  g_autofree char    *bytes = NULL;
  gsize               n_bytes;

  bytes = g_convert (russian, -1, "KOI8-R", "UTF-8", NULL, &n_bytes, NULL);

  g_assert_false (doublet_charset_decode ((guint8 *)bytes, n_bytes, "UTF-8", &decoded, &found, NULL, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_BAD_CHARSET);
  g_clear_error (&error);

  g_assert_false (doublet_charset_decode ((guint8 *)bytes, n_bytes, "nonsense", &decoded, &found, NULL, &error));
  g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_BAD_CHARSET);

  decode (bytes, n_bytes, "Windows-1251", &decoded, &found);
  g_assert_cmpstr (found.name, ==, "Windows-1251");
}

static void
test_cancelled (void)
{
  static const char *const texts[] = { "plain", "caf\xe9", "" };
  int                      stop = FALSE;
  DoubletProgress          progress = { STOP_FLAG (&stop) };

  stop = TRUE;

  for (guint i = 0; i < 2; i++)
    {
      g_auto (DoubletDecoded) decoded = { 0 };
      g_autoptr (GError) error = NULL;
      DoubletCharsetFound found;

      g_assert_false (doublet_charset_decode ((const guint8 *)texts[i], strlen (texts[i]), NULL, &decoded, &found,
                                              &progress, &error));
      g_assert_error (error, DOUBLET_LOAD_ERROR, DOUBLET_LOAD_ERROR_CANCELLED);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charset/encodings", test_encodings);
  g_test_add_func ("/charset/marks", test_marks);
  g_test_add_func ("/charset/utf8-stays", test_utf8_stays);
  g_test_add_func ("/charset/broken", test_broken);
  g_test_add_func ("/charset/random", test_random);
  g_test_add_func ("/charset/names", test_names);
  g_test_add_func ("/charset/wrong-name", test_wrong_name);
  g_test_add_func ("/charset/cancelled", test_cancelled);

  return g_test_run ();
}
