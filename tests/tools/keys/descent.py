"""descent.py: what is told in several articles: facts, omissions, wording, reuse, lineage, quotations
that changed."""
import itertools

from keys.event import LONGEST_PASSAGE, LONGEST_TERM, bytes_of, innermost, key_span, key_spans, meet, meets_any, shared


def key_facts(event):
    return [key_spans(f["members"]) for f in event.key["facts"]]


def across_articles(members):
    return [(a, b) for a, b in itertools.combinations(sorted(set(members)), 2) if a[0] != b[0]]


def facts(event, share):
    """Pairs of members of one fact in two articles. The key is a selection: of what the comparison
    puts together, the pairs are judged that meet members of its facts."""
    wanted = {(n, *pair) for n, members in enumerate(key_facts(event)) for pair in across_articles(members)}
    members_of = {(n, m) for n, members in enumerate(key_facts(event)) for m in members}
    near = {}
    hits, right, judged = set(), 0, 0
    for a, b in {pair for f in event.result["facts"] for pair in across_articles(event.spans(f["members"]))}:
        for span in (a, b):
            near.setdefault(span, [(n, m) for n, m in members_of if meet(span, m)])
        together = {(n, x, y) for n, x in near[a] for k, y in near[b] if n == k}
        judged += bool(near[a] and near[b])
        right += bool(together)
        hits |= together & wanted
    share.add_recall(len(hits), len(wanted))
    share.add_precision(right, judged)


def omissions(event, share):
    """What an article leaves out. The key lists what matters: of what the comparison lists, that is
    judged which is in the key or meets one of its facts; it is wrong if the article has these facts."""
    wanted = {(n, article): key_spans(o["told"]) for n, o in enumerate(event.key["omissions"]) if o["told"]
              for article in o["omitted_by"]}
    hits = set()
    for own in event.result["omissions"]:
        article = event.stem[own["missing_in"]]
        for told in event.spans([own["told"]]):
            hit = {which for which, spans in wanted.items() if which[1] == article and meets_any(told, spans)}
            about = [members for members in key_facts(event) if meets_any(told, members)]
            hits |= hit
            if hit or about:
                share.add_precision(bool(hit) or any(all(m[0] != article for m in members) for members in about), 1)
    share.add_recall(len(hits), len(wanted))


def wording(event, share):
    """Terms for one thing of the key, in the row of the comparison that has most of them."""
    rows = [innermost(event.spans(w["terms"], LONGEST_TERM)) for w in event.result["wording"]]
    for terms in (key_spans(w["terms"]) for w in event.key["wording"]):
        def fit(row, terms=terms):
            hits, right = sum(meets_any(t, row) for t in terms), sum(meets_any(t, terms) for t in row)
            return 2 * hits / (len(terms) + len(row)), hits, right, len(row)

        best = max((f for f in map(fit, rows) if f[1]), default=(0, 0, 0, 0))
        share.add_recall(best[1], len(terms))
        share.add_precision(best[2], best[3])


class Passages:
    """The pairs of passages that descend from one another, each in the order of its articles."""

    def __init__(self, event):
        self.wanted = [(*sorted((key_span(p["a"]), key_span(p["b"]))), p["level"])
                       for r in event.key["reuse"] for p in r["pairs"]]
        self.found = sorted({(*sorted(pair), r["level"]) for r in event.result["reuse"]
                             for pair in [event.spans([r["a"], r["b"]], LONGEST_PASSAGE)] if len(pair) == 2})

    @staticmethod
    def near(pair, others):
        return [o for o in others if shared(pair[0], o[0]) and shared(pair[1], o[1])]

    @staticmethod
    def half_in(pair, others):
        """Half of each of both passages lies in the others."""
        return all(2 * len(bytes_of([pair[i]]) & bytes_of(o[i] for o in others)) >= pair[i][2] - pair[i][1] for i in (0, 1))


def reuse(event, share):
    """Passages that descend from another. A pair is judged where the key knows of descent at both its
    ends, or one end lies in an article that descends from none."""
    passages = Passages(event)
    hits = [p for p in passages.wanted if passages.half_in(p, passages.near(p, passages.found))]
    share.add_recall(len(hits), len(passages.wanted))
    known = [s for p in passages.wanted for s in p[:2]]
    articles = {s[0] for s in known}
    judged = [p for p in passages.found if all(s[0] not in articles or any(shared(s, k) for k in known) for s in p[:2])]
    share.add_precision(sum(passages.half_in(p, passages.near(p, passages.wanted)) for p in judged), len(judged))


def level(event, share):
    """The level of a pair that was found, by the pair that shares most bytes with it."""
    passages = Passages(event)
    for pair in passages.wanted:
        near = passages.near(pair, passages.found)
        if near and passages.half_in(pair, near):
            best = max(near, key=lambda p: (shared(p[0], pair[0]) + shared(p[1], pair[1]), p[0][1] - p[0][2], p))
            share.add_sort(pair[2], best[2])


def lineage(event, share):
    """Arrows from an article to one that was made from it."""
    known = {a["id"] for a in event.key["articles"]}
    wanted = {(e["from"], e["to"]) for e in event.key["lineage"]}
    found = {(event.stem.get(e["from"]), event.stem.get(e["to"])) for e in event.result["lineage"]["edges"]}
    found = {e for e in found if set(e) <= known}
    share.add(len(wanted & found), len(found), len(wanted))


# Sorts of change that pass into each other. What was said by another stands alone.
NEAR = [{"cut", "clause_deleted", "sentence_deleted", "hedge_deleted", "edited"},
        {"edited", "paraphrase", "distorted"}, {"to_indirect", "marks_lost", "paraphrase", "distorted"}]


def quote_changes(event, share):
    """Two quotations of one saying that stand in one group, one with the sort of change or one near it."""
    said = {event.stem[a["id"]]: [bytes_of((event.stem[a["id"]], *c) for c in q["content"]) for q in a["quotes"]]
            for a in event.result["articles"]}
    contents = {q["id"]: bytes_of(key_spans(q["content"])) for q in event.key["quotes"]}

    def renders(member, content):
        own = said[event.stem[member["article"]]][member["quote"]]
        both = len(own & content)
        return 2 * both >= len(content) and 4 * both >= len(own)

    for change in event.key["quote_changes"]:
        sorts = {change["kind"]}.union(*(near for near in NEAR if change["kind"] in near))
        hit = False
        for members in (group["members"] for group in event.result["quotes"]):
            a, b = ([m for m in members if renders(m, contents[change[side]])] for side in "ab")
            both = any(x is not y for x in a for y in b)
            hit = hit or both and any(m["change"] in sorts for m in a + b)
        share.add_recall(hit, 1)
