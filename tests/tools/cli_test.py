#!/usr/bin/env python3
"""cli_test.py PROGRAM SEEDS: the built program from the outside: exit codes, messages, bad input.

Every message names the file and the cause; one bad input never loses the others; results go to
standard output and everything else to standard error.
"""
import json
import os

from cli.case import FLOOD, FRENCH, RAIN, SNOW, CliCase, Run, main

# Bytes of the large articles: 10 MB for an optimised build; the build says less where it is not.
LARGE = int(os.environ.get("CROSSREAD_TEST_LARGE", 10_000_000))


class Usage(CliCase):
    def test_version_and_help_go_to_standard_output(self):
        run = Run("--version")
        self.assertEqual((run.code, run.err), (0, ""))
        self.assertRegex(run.out, r"^crossread \d+\.\d+\.\d+\n$")
        run = Run("--help")
        self.assertEqual((run.code, run.err), (0, ""))
        for word in ("compare", "extract", "batch", "Exit status"):
            self.assertIn(word, run.out)
        self.assertIn("--format", Run("compare", "--help").out)

    def test_wrong_usage_is_exit_2_and_says_what(self):
        cases = [([], "subcommand"), (["compare"], "FILE"), (["compare", "--colour", "a"], "--colour"), (["unknown"], "unknown"),
                 (["compare", "--format", "pdf", "a"], "pdf"), (["extract", "--format", "markdown", "a"], "markdown"),
                 (["compare", "--offsets", "utf7", "a"], "utf7"), (["compare", "--width", "3", "a"], "3")]
        for args, word in cases:
            with self.subTest(args=args):
                run = Run(*args)
                self.assertEqual((run.code, run.out), (2, ""))
                self.assertIn(word, run.err)


class BadInput(CliCase):
    """Each bad file beside two good ones: named with its reason, exit 1, the others still compared."""

    def bad_beside_good(self, name, content, says):
        bad = self.file(name, content)
        run = Run("compare", "--format", "json", self.rain(), bad, self.flood())
        self.assertEqual(run.code, 1, run.err)
        self.assertIn(str(bad), run.err)
        self.assertIn(says, run.err)
        self.assertEqual([a["id"] for a in run.json()["articles"]], ["flood", "rain"])

    def test_empty_file(self):
        self.bad_beside_good("e.txt", b"", "is empty")

    def test_white_space_alone(self):
        self.bad_beside_good("e.txt", b" \n\t\n", "white space")

    def test_binary(self):
        self.bad_beside_good("b.txt", bytes(range(256)) * 20, "binary")

    def test_pdf(self):
        self.bad_beside_good("b.txt", b"%PDF-1.7\n\x00\x01", "a PDF document")

    def test_broken_json(self):
        self.bad_beside_good("j.json", b'{"text": "It rained', "not valid JSON")

    def test_deep_json(self):
        self.bad_beside_good("d.json", b"[" * 100_000 + b"]" * 100_000, "deeper than 64")

    def test_json_without_text(self):
        self.bad_beside_good("n.json", b'{"title": "x"}', 'no "text"')

    def test_html_without_text(self):
        self.bad_beside_good("h.html", b"<html><script>1</script></html>", "no text")

    def test_too_large(self):
        self.bad_beside_good("l.txt", b"word " * 6_500_000, "the limit is 32000000")

    def test_missing_file(self):
        run = Run("compare", "--format", "json", self.rain(), self.path / "gone.txt", self.flood())
        self.assertEqual(run.code, 1)
        self.assertRegex(run.err, r"gone\.txt: cannot be read: No such file")
        self.assertEqual(len(run.json()["articles"]), 2)

    def test_folder_without_manifest(self):
        self.file("pile/b.txt", RAIN)
        self.file("pile/a.txt", FLOOD)
        self.file("pile/.hidden", "not an article")
        run = Run("compare", "--format", "json", self.path / "pile")
        self.assertEqual(run.code, 0, run.err)
        self.assertEqual([a["id"] for a in run.json()["articles"]], ["a", "b"])

    def test_empty_folder(self):
        folder = self.path / "empty"
        folder.mkdir()
        run = Run("compare", "--format", "json", self.rain(), folder, self.flood())
        self.assertEqual(run.code, 1)
        self.assertIn(f"{folder}: is a folder without files", run.err)
        self.assertEqual(len(run.json()["articles"]), 2)

    def test_ndjson_with_one_bad_line(self):
        lines = [json.dumps({"text": RAIN}), "{broken", json.dumps({"text": FLOOD})]
        run = Run("compare", "--format", "json", self.file("a.ndjson", "\n".join(lines)))
        self.assertEqual(run.code, 1)
        self.assertIn("a.ndjson:2: is not valid JSON", run.err)
        self.assertEqual([a["id"] for a in run.json()["articles"]], ["a-1", "a-3"])

    def test_nothing_readable(self):
        run = Run("compare", self.file("e.txt", b""))
        self.assertEqual((run.code, run.out), (1, ""))
        self.assertIn("no article could be read", run.err)


class OddInput(CliCase):
    """No failure, but said: the comparison goes on with what is there."""

    def test_invalid_utf8_is_read_and_said(self):
        run = Run("compare", "--format", "json", self.rain(), self.file("w.txt", FLOOD.replace("“", '"').replace("”", '"').encode() + b"caf\xe9\n"))
        self.assertEqual(run.code, 0)
        self.assertIn("w.txt: note: read as windows-1252", run.err)
        article = run.json()["articles"][1]
        self.assertTrue(article["text_made"])
        self.assertIn("café", article["text"])

    def test_article_given_twice_is_compared_once_naming_both(self):
        run = Run("compare", "--format", "json", self.rain(), self.flood(), self.file("again.txt", RAIN))
        self.assertEqual(run.code, 0)
        self.assertRegex(run.err, r"rain\.txt: has the same text as .*again\.txt")
        self.assertEqual(len(run.json()["articles"]), 2)

    def test_one_id_twice_becomes_two(self):
        one, two = self.file("x/a.txt", RAIN), self.file("y/a.txt", FLOOD)
        run = Run("compare", "--format", "json", one, two)
        self.assertEqual(run.code, 0)
        self.assertEqual([a["id"] for a in run.json()["articles"]], ["a", "a-2"])
        turned = Run("compare", "--format", "json", two, one)
        self.assertEqual(run.out, turned.out)

    def test_single_article_is_shown_alone(self):
        run = Run("compare", self.rain())
        self.assertEqual(run.code, 0)
        self.assertIn("nothing to be compared with", run.err)
        self.assertIn("Ana Holm", run.out)

    def test_french_is_listed_as_french(self):
        run = Run("compare", "--format", "json", self.rain(), self.flood(), self.file("f.txt", FRENCH))
        self.assertEqual(run.code, 0)
        self.assertRegex(run.err, r"f\.txt: note: .*French")
        languages = {a["id"]: a["language"] for a in run.json()["articles"]}
        self.assertEqual(languages, {"f": "fr", "flood": "en", "rain": "en"})
        # A sign explains a figure in any language; what English rules make of "milliards" and "16 mai" is none.
        read = Run("extract", self.file("f.txt", FRENCH)).lines()[0]["quantities"]
        self.assertEqual([(q["kind"], q["value"]) for q in read], [("PERCENT", 26.3)])

    def test_giant_token(self):
        run = Run("compare", "--format", "json", self.rain(), self.flood(), self.file("t.txt", b"A" * LARGE))
        self.assertEqual(run.code, 0, run.err)
        self.assertRegex(run.err, r"t\.txt: note: A word of more than 4096 bytes was cut")
        self.assertEqual(len(run.json()["articles"]), 3)

    def test_very_long_article(self):
        body = "".join(f"In village {i} the fire service counted {i % 97} houses, said Ana Holm.\n\n" for i in range(LARGE // 60))
        run = Run("extract", self.file("big.txt", body[:LARGE]))
        self.assertEqual(run.code, 0, run.err)
        self.assertGreater(len(run.lines()[0]["quantities"]), LARGE // 10_000)

    def test_control_characters_never_reach_the_terminal(self):
        evil = self.file("evil.txt", RAIN.replace("Ana Holm", "Ana\x1b]0;owned\x07 Holm"))
        for args in (["compare"], ["extract", "--format", "text"]):
            run = Run(*args, evil, self.flood())
            self.assertNotIn("\x1b", run.out)
            self.assertNotIn("\x07", run.out)


class Inputs(CliCase):
    def test_every_format_in_one_call(self):
        html = f"<title>Rain</title><article><p>{SNOW}</p></article>"
        run = Run("compare", "--format", "json", self.rain(), self.file("p.html", html), self.file("j.json", json.dumps([{"id": "j", "text": FLOOD}])),
                  self.file("n.ndjson", json.dumps({"id": "n", "text": SNOW + FLOOD})), self.file("c.csv", 'id,text\nc,"' + SNOW + RAIN.replace('"', '""') + '"\n'))
        self.assertEqual(run.code, 0, run.err)
        self.assertEqual([a["id"] for a in run.json()["articles"]], ["c", "j", "n", "p", "rain"])

    def test_standard_input(self):
        run = Run("extract", "-", given=RAIN.encode())
        self.assertEqual((run.code, run.lines()[0]["id"]), (0, "article"))
        run = Run("extract", "-", given=json.dumps({"id": "a", "text": RAIN}).encode())
        self.assertEqual(run.lines()[0]["id"], "a")

    def test_folder_with_manifest(self):
        self.file("ev/one.txt", RAIN)
        self.file("ev/b.txt", FLOOD)
        manifest = self.file("ev/manifest.json", json.dumps([{"id": "a", "outlet": "Post", "published": "2024-05-14", "title": "T", "file": "one.txt"},
                                                              {"id": "b"}, {"id": "c", "file": "../rain.txt"}][:2]))
        for given in (manifest.parent, manifest):
            run = Run("compare", "--format", "json", given)
            self.assertEqual(run.code, 0, run.err)
            first = run.json()["articles"][0]
            self.assertEqual((first["id"], first["source"], first["published"], first["published_from"]), ("a", "Post", "2024-05-14", "given"))

    def test_manifest_never_leaves_its_folder(self):
        self.rain()
        self.file("ev/manifest.json", '[{"id": "a", "file": "../rain.txt"}]')
        run = Run("compare", self.path / "ev")
        self.assertEqual(run.code, 1)
        self.assertIn("outside its folder", run.err)

    def test_manifest_with_a_missing_file_keeps_the_rest(self):
        self.file("ev/a.txt", RAIN)
        self.file("ev/b.txt", FLOOD)
        self.file("ev/manifest.json", '[{"id": "a"}, {"id": "gone"}, {"id": "b"}]')
        run = Run("compare", "--format", "json", self.path / "ev")
        self.assertEqual(run.code, 1)
        self.assertIn("gone.txt: cannot be read", run.err)
        self.assertEqual(len(run.json()["articles"]), 2)


if __name__ == "__main__":
    if LARGE < 10_000_000:
        print(f"the large articles have {LARGE} bytes instead of 10,000,000: this build is not optimised")
    main()
