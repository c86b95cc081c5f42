#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Doublet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line as a script sees it: exit codes, messages, files."""

import csv
import io
import json
import os
import stat
import subprocess

import command
from command import BRIDGE, GARDEN, HARBOUR, run

FORMATS = ["html", "json", "csv", "text"]


class Usage(command.CommandTest):
    """Wrong words end with 2 and a sentence, and nothing is written."""

    def test_wrong_words(self):
        a = self.write("a.txt", HARBOUR)
        for words, message in [
                ([], "Which files?"),
                (["--nonsense", a], "nonsense"),
                (["-w", "1", a], "--min-words takes a number from 2 to 100."),
                (["-w", "101", a], "--min-words"),
                (["-w", "-3", a], "--min-words"),
                (["-w", "six", a], "six"),
                (["-w", "99999999999999999999", a], "99999999999999999999"),
                (["-g", "11", a], "--max-gap takes a number from 0 to 10."),
                (["-i", "49", a], "--min-identical takes a number from 50 to 100."),
                (["-i", "101", a], "--min-identical"),
                (["-b", "0", a], "--base takes a number from 1 to 1."),
                (["-b", "2", a], "--base"),
                (["-f", "pdf", a], "--format takes html, json, csv or text."),
                (["-o", self.folder / "x.pdf", a], "tells no format"),
                (["-o", self.folder / "html", a], "tells no format"),
                (["--preset", "wild", a], "--preset takes"),
                (["--passages", "some", a], "--passages takes on or off."),
                (["--passages", "", a], "--passages takes on or off."),
                (["--reworded", "On", a], "--reworded takes on or off."),
                (["-f", "csv", "--passages", "off", a], "csv"),
                (["-o", self.folder / "x.csv", "--passages", "off", a], "csv"),
                (["--ignore", "case,spelling", a], "spelling"),
                (["--charset", "klingon-8", a], "klingon-8"),
                (["--with-text", a], "--with-text is for JSON only."),
                (["--title", "x", "-f", "csv", a], "--title"),
                (["-", "-"], "once"),
                (["-o", a, "-f", "json", a], "one of the articles"),
                (["-o", a, "-f", "json", "--force", a], "one of the articles"),
        ]:
            with self.subTest(words=words):
                done = self.fail_with(2, message, *words)
                self.assertIn("--help", done.stderr.decode())
                self.assertEqual(done.stdout, b"")
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["a.txt"])

    def test_output_is_an_input_by_a_link(self):
        a = self.write("a.txt", HARBOUR)
        os.link(a, self.folder / "hard.json")
        os.symlink(a, self.folder / "soft.json")
        for name in ["hard.json", "soft.json"]:
            self.fail_with(2, "one of the articles", "--force", "-o", self.folder / name, a)
        self.assertEqual(a.read_text(), HARBOUR)

    def test_date(self):
        a = self.write("a.txt", HARBOUR)
        for epoch in ["soon", "-1", "1e9", "99999999999999999999"]:
            self.fail_with(2, "SOURCE_DATE_EPOCH", a, env={"SOURCE_DATE_EPOCH": epoch})

    def test_help_and_version(self):
        self.assertIn(b"--min-words", self.succeed("--help"))
        self.assertRegex(self.succeed("--version").decode(), r"^doublet-cli [0-9.]+\n$")


class Output(command.CommandTest):
    """Where the comparison goes, and that it is always the same."""

    def setUp(self):
        super().setUp()
        self.a = self.write("a.txt", HARBOUR)
        self.b = self.write("b.txt", BRIDGE)

    def test_ending_chooses(self):
        for name, start in [("x.html", b"<!DOCTYPE html>"), ("x.HTM", b"<!DOCTYPE html>"), ("x.json", b"{"),
                            ("x.csv", b"passage,"), ("x.txt", b"A  a.txt")]:
            path = self.folder / name
            self.assertEqual(self.succeed("-o", path, self.a, self.b), b"")
            self.assertTrue(path.read_bytes().startswith(start), name)

    def test_format_overrides(self):
        path = self.folder / "x.html"
        self.succeed("-o", path, "-f", "json", self.a, self.b)
        json.loads(path.read_bytes())

    def test_standard_output(self):
        self.assertEqual(self.succeed("-o", "-", self.a, self.b), self.succeed(self.a, self.b))
        json.loads(self.succeed("-o", "-", "-f", "json", self.a, self.b))

    def test_standard_output_fails(self):
        with open("/dev/full", "wb") as full:
            done = run(self.a, self.b, stdout=full)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"doublet-cli: ", done.stderr)

    def test_never_overwrites(self):
        path = self.write("x.json", "old")
        self.fail_with(1, "--force", "-o", path, self.a, self.b)
        self.assertEqual(path.read_text(), "old")
        path.chmod(0o640)
        self.succeed("--force", "-o", path, self.a, self.b)
        json.loads(path.read_bytes())
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o640)

    def test_folder_that_is_not_there(self):
        self.fail_with(1, "x.json", "-o", self.folder / "missing" / "x.json", self.a)

    def test_same_bytes(self):
        for form in FORMATS:
            first = self.succeed("-f", form, self.a, self.b, env={"SOURCE_DATE_EPOCH": "1795000000"})
            again = self.succeed("-f", form, self.a, self.b, env={"SOURCE_DATE_EPOCH": "1795000000"})
            self.assertEqual(first, again)
            if form == "html":
                self.assertIn(b'datetime="2026-11-18"', first)

    def test_names_only(self):
        for form in FORMATS:
            self.assertNotIn(bytes(self.folder), self.succeed("-f", form, self.a, self.b))

    def test_title(self):
        page = self.succeed("-f", "html", "--title", "<b> & “c”", self.a, self.b).decode()
        self.assertIn("<title>&lt;b&gt; &amp; “c”</title>", page)

    def test_locale(self):
        """Numbers for programs have points whatever the language says."""
        plain = self.succeed("-f", "json", self.a, self.b)
        for locale in ["de_DE.UTF-8", "tr_TR.UTF-8", "C"]:
            self.assertEqual(self.succeed("-f", "json", self.a, self.b, env={"LC_ALL": locale}), plain)

    def test_locale_c(self):
        """Where nothing but ASCII can be printed, and words come as they are."""
        locale = {"LC_ALL": "C"}
        done = self.fail_with(2, '"doublet-cli --help" lists the options.', env=locale)
        self.assertTrue(done.stderr.isascii())
        self.assertTrue(self.succeed("--help", env=locale).isascii())
        self.assertIn("Zwölf “Punkte”", self.succeed("--title", "Zwölf “Punkte”", self.a, self.b, env=locale).decode())
        for word in ["ünk", b"\xff".decode("utf-8", "surrogateescape")]:
            done = self.fail_with(2, "is no known character set.", "--charset", word, self.a, env=locale)
            self.assertTrue(done.stderr.isascii())
        for env in [locale, {}]:
            self.fail_with(2, "The title is not valid UTF-8.", "--title", b"\xff".decode("utf-8", "surrogateescape"), self.a, env=env)

    def test_quiet(self):
        """What is asked for is printed all the same."""
        self.assertEqual(self.succeed("--quiet", self.a, self.b), self.succeed(self.a, self.b))
        self.assertEqual(self.succeed("-q", "-o", self.folder / "x.html", self.a, self.b), b"")

    def test_base(self):
        first = json.loads(self.succeed("-f", "json", self.a, self.b))
        second = json.loads(self.succeed("-f", "json", "-b", "2", self.a, self.b))
        self.assertEqual((first["base"], second["base"]), ("A", "B"))
        self.assertEqual((second["alignments"][0]["a"], second["alignments"][0]["b"]), ("B", "A"))


class Reading(command.CommandTest):
    """What is read and what cannot be."""

    def test_standard_input(self):
        b = self.write("b.txt", BRIDGE)
        done = json.loads(self.succeed("-f", "json", "-", b, stdin=HARBOUR.encode()))
        self.assertEqual(len(done["articles"]), 2)
        self.assertEqual(done["articles"][0]["characters"], len(HARBOUR))

    def test_closed_streams(self):
        """No document gets the number of a stream that whoever started the program closed."""
        pages = [self.write(name, f"<p>{text}</p>") for name, text in [("a.html", HARBOUR), ("b.html", BRIDGE)]]
        path = self.folder / "x.json"
        for closed in ["<&-", "<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-"]:
            with self.subTest(closed=closed):
                started = subprocess.run(["sh", "-c", f'exec "$@" {closed}', "sh", command.PROGRAM, "--force",
                                          "-o", path, *pages], timeout=command.HANG, check=False)
                self.assertEqual(started.returncode, 0)
                self.assertEqual(len(json.loads(path.read_bytes())["articles"]), 2)
                path.unlink()
        started = subprocess.run(["sh", "-c", 'exec "$@" >&-', "sh", command.PROGRAM, *pages],
                                 stderr=subprocess.PIPE, timeout=command.HANG, check=False)
        self.assertEqual(started.returncode, 1)
        self.assertIn(b"doublet-cli: ", started.stderr)

    def test_some_unreadable(self):
        a = self.write("a.txt", HARBOUR)
        done = self.fail_with(3, "missing.txt: ", "-f", "json", self.folder / "missing.txt", a, self.folder)
        result = json.loads(done.stdout)
        self.assertEqual([article["source"] for article in result["articles"]], ["a.txt"])
        self.assertEqual([one["source"] for one in result["unreadable"]], ["missing.txt", self.folder.name])
        self.assertEqual(done.stderr.count(b"\n"), 2)

    def test_unreadable_of_one_name(self):
        """Both are told apart, by the names that they were given."""
        for folder in ["one", "two"]:
            (self.folder / folder).mkdir()
            self.write(f"{folder}/empty.txt", "")
        done = self.fail_with(1, "", "one/empty.txt", "./two/empty.txt", cwd=self.folder)
        self.assertEqual(done.stderr.decode(), "doublet-cli: one/empty.txt: The file is empty.\n"
                                               "doublet-cli: ./two/empty.txt: The file is empty.\n")
        self.fail_with(1, "doublet-cli: standard input: ", "-")

    def test_nothing_readable(self):
        path = self.folder / "x.json"
        self.fail_with(1, "missing.txt: ", "-o", path, self.folder / "missing.txt")
        self.assertFalse(path.exists())

    def test_charset(self):
        text = "Größenwahn überm Fluß: " + HARBOUR
        a = self.write("a.txt", text.encode("iso-8859-15"))
        done = json.loads(self.succeed("-f", "json", "--with-text", "--charset", "iso-8859-15", a))
        self.assertEqual(done["articles"][0]["text"], text)

    def test_file_that_looks_like_an_option(self):
        self.write("-a.txt", HARBOUR)
        self.assertIn(b"-a.txt", self.succeed("--", "-a.txt", cwd=self.folder))

    def test_terminal_is_safe(self):
        a = self.write("\x1b]0;title\x07\x1b[31m.txt", HARBOUR + "\x1b[2J\x9b31m words that stand here " * 9)
        done = run(a, self.folder / "\x1b[31mmissing.txt")
        for stream in [done.stdout, done.stderr]:
            self.assertNotIn(b"\x1b", stream)
            self.assertNotIn(b"\x07", stream)

    def test_options(self):
        a = self.write("a.txt", HARBOUR)
        for words, expected in [
                ([], {"min_words": 6, "max_gap": 2, "min_identical": 80, "ignore": ["case", "punctuation"], "typography": False, "passages": True, "reworded": True}),
                (["--reworded=off"], {"reworded": False}),
                (["--reworded=on"], {"reworded": True}),
                (["--passages=on"], {"passages": True, "reworded": True}),
                (["--passages=off"], {"passages": False, "reworded": False, "min_words": 6}),
                (["--passages=off", "--reworded=on", "--preset", "exact"], {"passages": False, "reworded": False, "min_words": 8}),
                (["--preset", "exact"], {"min_words": 8, "max_gap": 0}),
                (["--preset", "moved"], {"min_words": 10, "max_gap": 2}),
                (["--preset", "phrases"], {"min_words": 4, "max_gap": 0}),
                (["-w", "9", "--preset", "exact"], {"min_words": 9, "max_gap": 0}),
                (["-g", "3", "-i", "90", "--typography"], {"max_gap": 3, "min_identical": 90, "typography": True}),
                (["--ignore", "none"], {"ignore": []}),
                (["--ignore", "numbers,case"], {"ignore": ["case", "numbers"]}),
        ]:
            options = json.loads(self.succeed("-f", "json", *words, a))["options"]
            self.assertEqual({key: options[key] for key in expected}, expected, words)


    def test_differences_only(self):
        a = self.write("a.txt", HARBOUR)
        b = self.write("b.txt", BRIDGE)
        told = b"Shared and repeated passages were not looked for.\n"
        summary = self.succeed("--passages=off", a, b)
        self.assertIn(told, summary)
        self.assertRegex(summary.decode(), "a.txt and b.txt differ: [0-9]+ words only in A, [0-9]+ words only in B, [0-9]+ changed places")
        self.assertNotRegex(summary, b"%|No passage|longest")
        for words in ([a], [a, a], [a, b, a, b, a], ["--boilerplate", b, a, b]):
            summary = self.succeed("--passages=off", *words)
            self.assertIn(told, summary)
            self.assertNotRegex(summary, b"%|No passage|longest|boilerplate")
        self.assertNotIn(told, self.succeed(a, b))


class Tables(command.CommandTest):
    """CSV: a line an occurrence, nothing that a spreadsheet would run."""

    def test_same_as_json(self):
        a = self.write("a.txt", HARBOUR)
        b = self.write("b.txt", BRIDGE)
        c = self.write("c.txt", GARDEN)
        result = json.loads(self.succeed("-f", "json", "--with-text", a, b, c))
        text = {article["id"]: article["text"] for article in result["articles"]}
        expected = []
        for passage in result["passages"]:
            for place in passage["occurrences"]:
                expected.append([str(value) for value in (
                    passage["id"], passage["kind"], passage["match"], place["article"], place["start"], place["end"],
                    place["words"], place["identical"], place["first_paragraph"], place["last_paragraph"],
                    text[place["article"]][place["start"]:place["end"]])])
        table = io.StringIO(self.succeed("-f", "csv", a, b, c).decode(), newline="")
        lines = list(csv.reader(table))
        self.assertEqual(lines[0], ["passage", "kind", "match", "article", "start", "end", "words", "identical",
                                    "first_paragraph", "last_paragraph", "text"])
        self.assertGreater(len(expected), 4)
        self.assertEqual(lines[1:], expected)

    def test_formulas(self):
        formula = '=HYPERLINK and six more "quoted" words follow here, and then some'
        for start in ["=", "+", "-", "@"]:
            line = start + formula[1:] + "\n"
            a = self.write("a.txt", "First.\n" + line)
            b = self.write("b.txt", "Second.\n" + line)
            table = io.StringIO(self.succeed("-f", "csv", "--ignore", "none", a, b).decode(), newline="")
            for row in list(csv.reader(table))[1:]:
                self.assertNotIn(row[-1][0], "=+-@\t\r")


command.main()
