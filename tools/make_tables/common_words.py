#!/usr/bin/env python3
"""Writes src/tables/common_words.tsv: how common a word is in the news, as a class from 1 to 9.

    xz -dc voa_text.txt.xz | common_words.py > src/tables/common_words.tsv

The text is Voice of America news, one sentence a line, split by spaces (public domain).  A word of
class c stands in about one sentence of 4^c / 2; a word that is not in the table is rarer than any in it.
"""
import math
import sys
from collections import Counter

LEAST = 12  # sentences

count, sentences = Counter(), 0
for line in sys.stdin:
    sentences += 1
    count.update({w.lower() for w in line.split() if w.isalpha() and len(w) > 1})
print("# How common a word is in the news: word, class 1 (everywhere) to 9 (rare). Made by tools/make_tables/"
      "common_words.py from Voice of America news, public domain.")
for word in sorted((w for w, n in count.items() if n >= LEAST), key=str.encode):
    print(f"{word}\t{min(9, max(1, round(math.log(sentences / count[word], 4) + 0.5)))}")
