#!/usr/bin/env python3
"""cli_test.py PROGRAM SEEDS: the built program from the outside: exit codes, messages, bad input.

Every message names the file and the cause; one bad input never loses the others; results go to
standard output and everything else to standard error.
"""
import csv
import io
import json
import os
import pathlib
import pty
import re
import subprocess
import sys
import tempfile
import unittest

PROGRAM = SEEDS = None
# Bytes of the large articles: 10 MB for an optimised build; the build says less where it is not.
LARGE = int(os.environ.get("CROSSREAD_TEST_LARGE", 10_000_000))
RAIN = ("Heavy rain flooded 40 houses in Norwick on Tuesday, the fire service said.\n\n"
        "“We have never seen this much water,” said Ana Holm, the mayor of Norwick.\n")
FLOOD = ("Floods after heavy rain damaged 60 houses in Norwick on Tuesday, according to the fire service.\n\n"
         "“We have never seen so much water,” Mayor Ana Holm told reporters.\n")
SNOW = "Snow closed three schools in Norwick on Wednesday, the council said.\n"
FRENCH = ("Le président de la République a déclaré mardi que les inondations avaient détruit plus de quarante maisons "
          "dans la ville. Les pompiers sont encore sur place, et la situation reste très difficile pour les habitants "
          "qui ont dû quitter leur logement pendant la nuit. Une enquête a été ouverte par la justice.\n")


class Run:
    def __init__(self, *args, given=b"", **kwargs):
        done = subprocess.run([PROGRAM, *map(str, args)], input=given, capture_output=True, timeout=900, check=False, **kwargs)
        self.code, self.out, self.err = done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")

    def json(self):
        return json.loads(self.out)

    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]


class CliCase(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)

    def file(self, name, content):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def rain(self):
        return self.file("rain.txt", RAIN)

    def flood(self):
        return self.file("flood.txt", FLOOD)


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

    def test_giant_token(self):
        run = Run("compare", "--format", "json", self.rain(), self.flood(), self.file("t.txt", b"A" * LARGE))
        self.assertEqual(run.code, 0, run.err)
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


class Outputs(CliCase):
    def test_output_file(self):
        out = self.path / "out.json"
        run = Run("compare", "--format", "json", "-o", out, self.rain(), self.flood())
        self.assertEqual((run.code, run.out), (0, ""))
        self.assertEqual(len(json.loads(out.read_text())["articles"]), 2)

    def test_output_that_cannot_be_written(self):
        run = Run("compare", "-o", self.path / "no/such/folder.txt", self.rain(), self.flood())
        self.assertEqual(run.code, 2)
        self.assertRegex(run.err, r"folder\.txt: cannot be written: No such file")

    def test_output_never_overwrites_an_input(self):
        rain = self.rain()
        run = Run("compare", "-o", rain, rain, self.flood())
        self.assertEqual(run.code, 2)
        self.assertIn("would be overwritten", run.err)
        self.assertEqual(rain.read_text(), RAIN)
        run = Run("compare", "-o", rain, self.path)
        self.assertEqual(run.code, 2)
        self.assertEqual(rain.read_text(), RAIN)

    @unittest.skipUnless(os.path.exists("/dev/full"), "needs /dev/full")
    def test_full_device_is_said(self):
        run = Run("compare", "-o", "/dev/full", self.rain(), self.flood())
        self.assertEqual(run.code, 1)
        self.assertIn("could not be written whole", run.err)

    def test_no_colour_into_a_pipe_and_colour_when_asked(self):
        files = self.rain(), self.flood()
        self.assertNotIn("\x1b[", Run("compare", *files).out)
        self.assertIn("\x1b[", Run("compare", "--color", "always", *files).out)

    def on_a_terminal(self, env):
        main, other = pty.openpty()
        subprocess.run([PROGRAM, "compare", str(self.rain()), str(self.flood())], stdout=other, stderr=subprocess.DEVNULL,
                       env={**os.environ, "TERM": "xterm", **env}, check=False, timeout=300)
        os.close(other)
        out = b""
        try:
            while chunk := os.read(main, 65536):
                out += chunk
        except OSError:  # the other end is closed
            pass
        os.close(main)
        return out

    def test_colour_on_a_terminal_but_not_with_no_color(self):
        env = {key: "" for key in ("NO_COLOR",)}
        self.assertIn(b"\x1b[", self.on_a_terminal(env))
        self.assertNotIn(b"\x1b[", self.on_a_terminal({"NO_COLOR": "1"}))

    def test_width_is_kept(self):
        for width in (60, 80, 120):
            out = Run("compare", "--width", width, SEEDS / "ferry").out
            self.assertLessEqual(max(len(line) for line in out.splitlines()), width)
            self.assertGreater(len(out.splitlines()), 20)

    def test_csv_is_safe_for_a_spreadsheet(self):
        evil = [{"id": "=1+1", "source": "@SUM(A1)", "text": RAIN}, {"id": "+b", "source": "-c", "text": FLOOD}]
        run = Run("compare", "--format", "csv", self.file("e.json", json.dumps(evil)))
        self.assertEqual(run.code, 0)
        rows = list(csv.reader(io.StringIO(run.out)))
        self.assertEqual(rows[0][:4], ["finding", "kind", "verdict", "confidence"])
        for row in rows:
            self.assertEqual(len(row), len(rows[0]))
            for cell in row:
                self.assertNotRegex(cell, r"^[=+\-@\t]")

    def test_markdown_escapes_what_articles_say(self):
        evil = self.file("e.txt", RAIN.replace("Ana Holm", "Ana <img src=x onerror=alert(1)> Holm"))
        out = Run("compare", "--format", "markdown", evil, self.flood()).out
        self.assertNotRegex(out, r"(?<!\\)<img")


class Extract(CliCase):
    def test_html_is_the_page_with_the_comparison_in_it(self):
        slot = '<script type="application/json" id="report">null</script>'
        page = self.file("page.html", f"<!doctype html>\n<p>before</p>{slot}<p>behind</p>\n")
        evil = self.file("evil.txt", "</script><script>alert(1)</script>\u2028 " + RAIN)
        out = Run("compare", "--format", "html", "--page", page, evil, self.flood()).out
        self.assertTrue(out.startswith("<!doctype html>\n<p>before</p><script type="))
        self.assertTrue(out.endswith("</script><p>behind</p>\n"))
        self.assertEqual(out.count("</script"), 1)
        report = json.loads(out.split('id="report">')[1].split("</script")[0])
        self.assertEqual(list(report), ["report", "label", "corrections", "result"])
        self.assertEqual(report["result"]["crossread"]["offsets"], "utf16")
        self.assertEqual(report["result"], Run("compare", "--format", "json", "--offsets", "utf16", evil, self.flood()).json())

    def test_html_without_a_page_says_which(self):
        run = Run("compare", "--format", "html", "--page", self.rain(), self.flood())
        self.assertEqual(run.code, 2)
        self.assertIn("rain.txt", run.err)
        self.assertIn("no page of Crossread", run.err)

    def test_spans_are_bytes_or_utf16_units(self):
        text = "— 😀 Ana Holm said: “Café costs €5.” — מזג האוויר Norwick\n"
        path = self.file("a.txt", text)
        for unit, cut in (("utf8", lambda s, e: text.encode()[s:e].decode()),
                          ("utf16", lambda s, e: text.encode("utf-16-le")[2 * s:2 * e].decode("utf-16-le"))):
            line = Run("extract", "--offsets", unit, path).lines()[0]
            self.assertEqual([cut(m["start"], m["end"]) for m in line["mentions"]][0], "Ana Holm", unit)
            self.assertEqual([cut(*q["content"][0]) for q in line["quotes"]], ["Café costs €5."], unit)

    def test_text_is_carried_only_where_ingest_made_it(self):
        run = Run("extract", self.rain(), self.file("p.html", f"<p>{SNOW}</p>"))
        plain, html = run.lines()
        self.assertNotIn("text", plain)
        self.assertEqual((html["text_made"], html["text"]), (True, SNOW))

    def test_each_article_is_one_line_in_the_order_given(self):
        run = Run("extract", self.rain(), self.file("e.txt", b""), self.flood(), self.rain())
        self.assertEqual((run.code, [line["id"] for line in run.lines()]), (1, ["rain", "flood", "rain"]))


class Batch(CliCase):
    def test_one_line_out_for_each_line_in_and_in_order(self):
        records = [json.dumps({"id": "one", "text": RAIN}), "{broken", json.dumps({"id": "ev", "articles": [{"id": "a", "text": RAIN}, {"id": "b", "text": FLOOD}]}),
                   "", json.dumps({"id": "none"}), json.dumps({"id": "last", "text": SNOW})]
        run = Run("batch", given="\n".join(records).encode())
        self.assertEqual(run.code, 1)
        one, broken, event, none, last = run.lines()
        self.assertEqual((one["id"], last["id"]), ("one", "last"))
        self.assertEqual((broken["error"]["code"], broken["error"]["where"]), ("syntax", "line 2"))
        self.assertEqual((event["id"], [a["id"] for a in event["articles"]]), ("ev", ["a", "b"]))
        self.assertEqual((none["id"], none["error"]["code"]), ("none", "missing"))
        self.assertIn("line 2", run.err)

    def test_strict_stops_at_the_first_failure(self):
        run = Run("batch", "--strict", given=b'{"text": "It rained."}\n{broken\n{"text": "It snowed."}\n')
        self.assertEqual((run.code, len(run.lines())), (1, 2))

    def test_bad_article_of_an_event_is_noted(self):
        event = {"id": "e", "articles": [{"id": "a", "text": RAIN}, {"id": "b"}, {"id": "c", "text": FLOOD}]}
        run = Run("batch", given=json.dumps(event).encode())
        self.assertEqual(run.code, 1)
        self.assertTrue(any("no \"text\"" in n["text"] for n in run.lines()[0]["notes"]))


class RoundTrip(CliCase):
    def test_a_comparison_reads_back_to_the_same_bytes(self):
        for event in ("putin-xi-2024", "ferry", "study"):
            with self.subTest(event=event):
                first = Run("compare", "--format", "json", SEEDS / event)
                again = Run("compare", "--format", "json", self.file("again.json", first.out))
                self.assertEqual(again.code, 0, again.err)
                self.assertEqual(first.out, again.out)

    def test_also_where_ingest_made_the_text(self):
        html = self.file("p.html", f"<title>Rain</title><p>{RAIN}</p><script>1</script>")
        latin = self.file("l.txt", "Caf\xe9 owners in Norwick counted 40 flooded houses.\n".encode("latin-1"))
        given = self.file("g.json", json.dumps({"id": "g", "published": "yesterday", "text": FLOOD}))
        first = Run("compare", "--format", "json", "--offsets", "utf16", html, latin, given)
        again = Run("compare", "--format", "json", "--offsets", "utf16", self.file("again.json", first.out))
        self.assertEqual(first.out, again.out)

    def test_order_of_files_changes_nothing(self):
        files = sorted((SEEDS / "ferry").glob("*.txt"))
        for form in ("json", "text"):
            first = Run("compare", "--format", form, *files)
            turned = Run("compare", "--format", form, *reversed(files))
            self.assertEqual(first.out, turned.out)

    def test_digest_is_that_of_the_articles(self):
        import hashlib
        document = Run("compare", "--format", "json", SEEDS / "putin-xi-2024").json()
        digest = hashlib.sha256()
        for a in document["articles"]:
            given = a["published"] if a["published_from"] == "given" else None
            line = {"id": a["id"], "source": a["source"], "title": a["title"], "published": given, "url": a["url"], "text": a["text"]}
            digest.update((json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n").encode())
        self.assertEqual(document["crossread"]["sha256"], digest.hexdigest())


if __name__ == "__main__":
    if LARGE < 10_000_000:
        print(f"the large articles have {LARGE} bytes instead of 10,000,000: this build is not optimised")
    PROGRAM, SEEDS = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
