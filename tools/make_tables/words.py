#!/usr/bin/env python3
"""Writes src/tables/words.tsv: how common a word is, for glue repair and lemmas.

    python3 tools/make_tables/words.py DATA > src/tables/words.tsv

DATA is a folder with glove50k_words.txt (lower-case words, most frequent first, from the GloVe
vectors, PDDL) and voa.txt (Voice of America news, public domain, tokens split by spaces).
The level is 4 * log2(rank), so 0 is "the" and 61 about the 40,000th word. A word must be a plain
word: letters alone; pieces of one to three letters need to be seen in the news text as well, in
lower case, or they are mostly abbreviations and noise.
"""
import collections
import math
import sys

KEEP = 36000

data = sys.argv[1]
counts = collections.Counter()
for line in open(f'{data}/voa.txt', encoding='utf-8'):
    counts.update(line.split())

rows = {}
rank = 0
for word in open(f'{data}/glove50k_words.txt', encoding='utf-8').read().split():
    rank += 1
    if not word.isalpha() or word != word.lower():
        continue
    if len(word) == 1 and word not in 'ai':
        continue
    if len(word) <= 3 and counts[word] < 3:
        continue
    rows[word] = round(4 * math.log2(rank))
    if len(rows) == KEEP:
        break
print('# Common words and their level, 4 log2(rank): 0 is the commonest. '
      'Word order of GloVe (PDDL), checked against Voice of America news (public domain).')
for word in sorted(rows, key=lambda w: w.encode()):
    print(f'{word}\t{rows[word]}')
