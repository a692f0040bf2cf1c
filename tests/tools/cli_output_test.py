#!/usr/bin/env python3
"""cli_output_test.py PROGRAM SEEDS: what the built program writes: to files, terminals, spreadsheets and
pages, a line an article, and back in again to the same bytes.
"""
import csv
import io
import json
import os
import pty
import subprocess
import unittest

from cli.case import FLOOD, PROGRAM, RAIN, SEEDS, SNOW, CliCase, Run, main


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
        run = Run("compare", "-o", rain, self.path)  # the folder that it lies in
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

    def test_an_article_without_id_is_named_after_its_line(self):
        records = [json.dumps({"id": "one", "text": RAIN}), "", json.dumps({"text": FLOOD})]
        run = Run("batch", given="\n".join(records).encode())
        self.assertEqual(run.code, 0, run.err)
        self.assertEqual([line["id"] for line in run.lines()], ["one", "line-3"])

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
    main()
