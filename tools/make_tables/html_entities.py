#!/usr/bin/env python3
"""Writes src/tables/html_entities.tsv: name TAB code point(s) TAB "bare" where no semicolon is needed.

The names are those of the HTML standard, as Python's html.entities lists them. Kept are letters,
punctuation, signs and currencies (what an article can hold); arrows, mathematics and Fraktur stay out.
"""
import html.entities
import pathlib

RANGES = [(0x09, 0x24F), (0x2B0, 0x2DD), (0x370, 0x4FF), (0x2000, 0x20BF), (0x2100, 0x215F), (0x2190, 0x2193),
          (0x2212, 0x2212), (0x2248, 0x2248), (0x2260, 0x2265), (0x2660, 0x2666), (0xFB00, 0xFB04)]


def wanted(text):
    return len(text) == 1 and any(low <= ord(text) <= high for low, high in RANGES)


rows = {}
for name, text in html.entities.html5.items():
    if name.endswith(";") and wanted(text):
        rows[name[:-1]] = f"{ord(text):X}" + ("\tbare" if name[:-1] in html.entities.html5 else "")
out = pathlib.Path(__file__).resolve().parents[2] / "src/tables/html_entities.tsv"
head = "# Named characters of HTML: name, code point, «bare» if the semicolon may be missing. Names of the HTML standard (WHATWG, CC BY 4.0); made by tools/make_tables/html_entities.py."
out.write_text("\n".join([head] + [f"{k}\t{rows[k]}" for k in sorted(rows, key=str.encode)]) + "\n")
