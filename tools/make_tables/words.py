#!/usr/bin/env python3
"""Writes src/tables/words.tsv: how common a word is, for glue repair and lemmas.

    python3 tools/make_tables/words.py DATA > src/tables/words.tsv

DATA is a folder with glove100k_k64.tsv (100,000 lower-case words, most frequent first, word and
cluster, from the GloVe vectors, PDDL) and voa.txt (Voice of America news, public domain, tokens
split by spaces). Rows: word, level, marks.
- The level is 4 * log2(rank): 0 is "the", 61 about the 40,000th word; 4 is a factor of two.
- The marks, where there are any: two digits p and s, then `n`. p says that about 2^p of the 100,000
  words begin with this one, s that 2^s end with it ("land", "ford": names and compounds do; "who":
  none does). `n` is a word that the news text never writes in lower case: mostly a name.
A word must be letters alone; pieces of one to three letters must be seen in the news text, in lower
case, or they are mostly abbreviations and noise.
"""
import collections
import math
import sys

KEEP = 36000

data = sys.argv[1]
seen = collections.Counter()
for line in open(f'{data}/voa.txt', encoding='utf-8'):
    seen.update(line.split())

ranked = [line.split('\t')[0] for line in open(f'{data}/glove100k_k64.tsv', encoding='utf-8')]
begin, end = collections.Counter(), collections.Counter()
for word in ranked:
    if word.isalpha():
        for i in range(2, len(word) - 1):
            begin[word[:i]] += 1
            end[word[i:]] += 1

rows = {}
for rank, word in enumerate(ranked, 1):
    if not word.isalpha() or word != word.lower():
        continue
    if len(word) == 1 and word not in 'ai':
        continue
    if len(word) <= 3 and seen[word] < 3:
        continue
    p = min(9, int(math.log2(begin[word] + 1)))
    s = min(9, int(math.log2(end[word] + 1)))
    marks = (f'{p}{s}' if p or s else '') + ('' if seen[word] else 'n')
    rows[word] = f'{round(4 * math.log2(rank))}' + (f'\t{marks}' if marks else '')
    if len(rows) == KEEP:
        break
print('# Common words: level (4 log2 of the rank), how many words begin and end with it (log2), '
      'n = a name. Word order of GloVe (PDDL), checked against Voice of America news (public domain).')
for word in sorted(rows, key=lambda w: w.encode()):
    print(f'{word}\t{rows[word]}')
