#!/usr/bin/env python3
"""Trains the word classes of src/claim/word_class.h and writes src/tables/word_class.tsv.

    word_class.py DATA_DIR > src/tables/word_class.tsv      # trains, writes
    word_class.py --test DATA_DIR                           # trains, prints accuracy on the dev files

DATA_DIR holds the columns form, UPOS, XPOS, lemma, head, relation of UD English-EWT and the freely
licensed part of UD English-GUM: ewt.train.tsv, gum_free.train.tsv, gum_news.train.tsv and the
three .dev.tsv files.

A greedy tagger with averaged perceptron weights (Collins 2002). Features and their order are those
of word_class.cpp; change both together. Weights are small integers, so every machine agrees.
"""
import collections
import pathlib
import random
import sys

ROUNDS = 6
SCALE = 4          # weights are multiples of 1/4
SMALLEST = 5       # smaller weights (in multiples) are dropped: half the size for .2 points
MIN_COUNT = 3      # a feature seen less often is dropped
SURE_COUNT = 6     # a word seen this often, nearly always with one class, needs no weights
SURE_SHARE = 0.985

FOLD = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def word_class(upos, xpos, form):
    if upos == "PUNCT" or upos == "SYM" and form not in "$%£€":
        return "."
    if xpos in ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD") and upos in ("VERB", "AUX"):
        return xpos
    if upos in ("VERB", "AUX"):
        return "VB"
    if upos == "NOUN":
        return "NN"
    if upos == "PROPN":
        return "NP"
    if upos == "PRON":
        return {"PRP$": "PS", "WDT": "WH", "WP": "WH", "WP$": "WH", "EX": "EX"}.get(xpos, "DT" if xpos == "DT" else "PR")
    if upos == "DET":
        return "PS" if xpos == "PRP$" else "WH" if xpos == "WDT" else "DT"
    if upos == "ADP":
        return "RP" if xpos == "RP" else "IN"
    if upos == "SCONJ":
        return "WH" if xpos == "WRB" else "SC"
    if upos == "ADV":
        return "WH" if xpos == "WRB" else "RB"
    if upos == "PART":
        return {"TO": "TO", "POS": "PO"}.get(xpos, "RB")
    return {"ADJ": "JJ", "CCONJ": "CC", "NUM": "CD"}.get(upos, "UH")


def read(path):
    sentence = []
    for line in path.read_text(encoding="utf-8").splitlines() + [""]:
        if not line.strip():
            if sentence:
                yield sentence
            sentence = []
            continue
        form, upos, xpos = line.split("\t")[:3]
        if form == "_" or "\t" in form or " " in form:
            continue
        sentence.append((form.translate(FOLD), word_class(upos, xpos, form)))


def shape(form):
    if form.isupper() and len(form) > 1:
        return "A"
    if form[:1].isupper():
        return "C"
    if any(c.isdigit() for c in form):
        return "9"
    return "a" if "-" not in form else "-"


def is_mark(form):
    return not any(c.isalnum() for c in form) and form not in ("$", "%", "£", "€")


def features(words, shapes, i, p1, p2):
    w = words[i]
    before = words[i - 1] if i else "<"
    after = words[i + 1] if i + 1 < len(words) else ">"
    start = "1" if i == 0 or is_mark(before) else "0"
    return ("a" + w, "b" + w[-3:], "c" + w[-2:], "d" + shapes[i] + start, "e" + p1,
            "f" + p2 + " " + p1, "g" + p1 + " " + w, "h" + before, "i" + after,
            "j" + after[-3:], "l" + w[:3], "m" + p1 + " " + after, "n")


class Model:
    def __init__(self):
        self.weights = {}
        self.totals = collections.defaultdict(int)
        self.stamps = collections.defaultdict(int)
        self.now = 0
        self.sure = {}

    def predict(self, feats):
        scores = collections.defaultdict(int)
        for f in feats:
            row = self.weights.get(f)
            if row:
                for tag, weight in row.items():
                    if tag != ".":  # words are no marks
                        scores[tag] += weight
        return max(sorted(scores), key=lambda t: scores[t]) if scores else "NN"

    def update(self, truth, guess, feats):
        self.now += 1
        if truth == guess:
            return
        for f in feats:
            row = self.weights.setdefault(f, {})
            for tag, delta in ((truth, 1), (guess, -1)):
                key = (f, tag)
                old = row.get(tag, 0)
                self.totals[key] += (self.now - self.stamps[key]) * old
                self.stamps[key] = self.now
                row[tag] = old + delta

    def average(self):
        for f, row in self.weights.items():
            for tag, weight in row.items():
                key = (f, tag)
                total = self.totals[key] + (self.now - self.stamps[key]) * weight
                row[tag] = total / self.now

    def quantise(self, counts):
        small = {}
        for f, row in self.weights.items():
            if counts[f] < MIN_COUNT:
                continue
            kept = {t: round(w * SCALE) for t, w in row.items()}
            kept = {t: w for t, w in kept.items() if abs(w) >= SMALLEST}
            if kept:
                small[f] = kept
        self.weights = small

    def tag(self, forms):
        words = [f.lower() for f in forms]
        shapes = [shape(f) for f in forms]
        p1 = p2 = "<"
        out = []
        for i, w in enumerate(words):
            if is_mark(w):
                t = "."
            elif w[0].isdigit():
                t = "CD"
            else:
                t = self.sure.get(w)
                if t and (shapes[i] == "C" or shapes[i] == "A") and t not in CLOSED and i:
                    t = None
                t = t or self.predict(features(words, shapes, i, p1, p2))
            out.append(t)
            p2, p1 = p1, t
        return out


CLOSED = {"DT", "PR", "PS", "IN", "CC", "TO", "MD", "SC", "WH", "EX", "PO"}


def train(sentences):
    random.seed(1)
    model = Model()
    tags_of = collections.defaultdict(collections.Counter)
    counts = collections.Counter()
    prepared = []
    for s in sentences:
        words = [w.lower() for w, _ in s]
        shapes = [shape(w) for w, _ in s]
        for (_, t), w in zip(s, words):
            tags_of[w][t] += 1
        prepared.append((words, shapes, [t for _, t in s]))
    for w, c in tags_of.items():
        tag, n = c.most_common(1)[0]
        total = sum(c.values())
        if total >= SURE_COUNT and n / total >= SURE_SHARE and tag not in (".", "CD", "UH") and "\t" not in w:
            model.sure[w] = tag
    for round_ in range(ROUNDS):
        random.shuffle(prepared)
        for words, shapes, tags in prepared:
            p1 = p2 = "<"
            for i, w in enumerate(words):
                if is_mark(w):
                    t = "."
                elif w[0].isdigit():
                    t = "CD"
                else:
                    feats = features(words, shapes, i, p1, p2)
                    if round_ == 0:
                        counts.update(feats)
                    t = model.predict(feats)
                    model.update(tags[i], t, feats)
                p2, p1 = p1, t
        print("round", round_ + 1, file=sys.stderr)
    model.average()
    model.quantise(counts)
    return model


def write(model):
    print("# Word classes: weights of a tagger (feature, class:weight …) and words of one class. "
          "Trained on UD English-EWT (CC BY-SA 4.0) and the freely licensed genres of UD "
          "English-GUM (CC BY, CC BY-SA); these weights CC BY-SA 4.0. Made by tools/make_tables/word_class.py.")
    rows = {"=" + w: t for w, t in model.sure.items()}
    for f, row in model.weights.items():
        rows[f] = " ".join(f"{t}{w}" for t, w in sorted(row.items()))
    for key in sorted(rows, key=lambda k: k.encode()):
        if "\t" not in key and "\n" not in key:
            print(key + "\t" + rows[key])


def main(args):
    test = args[:1] == ["--test"]
    folder = pathlib.Path(args[-1])
    news = list(read(folder / "gum_news.train.tsv"))
    sentences = list(read(folder / "ewt.train.tsv")) + list(read(folder / "gum_free.train.tsv")) + news
    model = train(sentences)
    if test:
        for name in ("ewt.dev", "gum_free.dev", "gum_news.dev"):
            hits = total = 0
            wrong = collections.Counter()
            for s in read(folder / (name + ".tsv")):
                for (_, gold), guess in zip(s, model.tag([w for w, _ in s])):
                    total += 1
                    hits += gold == guess
                    if gold != guess:
                        wrong[gold, guess] += 1
            print(name, f"{100 * hits / total:.2f}", total, wrong.most_common(12))
    else:
        write(model)
    print(len(model.weights), "features", len(model.sure), "sure words", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
