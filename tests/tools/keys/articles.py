"""articles.py: what is read out of each article: names, entities, times, quantities, quotations."""
import collections

from keys.event import bytes_of, key_span, key_spans, meet, one_to_one, shared

TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "facility": "LOC", "event": "EVENT",
         "work": "WORK", "group": "NORP", "vessel": "PRODUCT"}
COARSER = {"FAC": "LOC", "LAW": "WORK"}


def key_names(event):
    return [(key_span(m), TYPES[e["type"]], e["id"]) for e in event.key["entities"] for m in e["mentions"]]


def read(event, layer):
    return [(item, (article, item["start"], item["end"])) for item, article in event.layer(layer)]


def names(event, share):
    """The same bytes and the same type; a facility is a place."""
    wanted = {(span, kind) for span, kind, _ in key_names(event)}
    found = {(span, COARSER.get(m["type"], m["type"])) for m, span in read(event, "mentions")}
    share.add(len(wanted & found), len(found), len(wanted))


def entities(event, share):
    """B-cubed across the articles: of each name in the key, how much of its entity is found, and right."""
    key_of = {span: entity for span, _, entity in key_names(event)}
    own = {}
    for number, entity in enumerate(event.result["entities"]):
        for span in map(event.span, entity["mentions"]):
            hit = next((k for k in key_of if shared(k, span)), None)
            if hit is not None:
                own.setdefault(hit, number)
    together = collections.Counter((own[s], key_of[s]) for s in own)
    sizes, wanted = collections.Counter(own.values()), collections.Counter(key_of.values())
    share.add_precision(sum(together[own[s], key_of[s]] / sizes[own[s]] for s in own), len(own))
    share.add_recall(sum(together[own[s], key_of[s]] / wanted[key_of[s]] for s in own), len(key_of))


def joined(event, share):
    """Names and titles that the key wants in one entity, and that stand in one."""
    own = [event.spans(e["mentions"] + e["roles"]) for e in event.result["entities"]]
    wanted = [key_spans(t["members"]) for t in event.key["traps"] if t["action"] == "must_join"]
    hits = sum(any(all(any(meet(s, m) for s in spans) for m in members) for spans in own) for members in wanted)
    share.add_recall(hits, len(wanted))


def times(event, share):
    """Times of the key, found with its value."""
    found = read(event, "times")
    wanted = [t for t in event.key["times"] if t["type"] != "RANGE" and t.get("value")]
    hits = sum(any(shared(key_span(t), span) and own["value"] == t["value"] for own, span in found) for t in wanted)
    share.add_recall(hits, len(wanted))


def quantities(event, share):
    """Plain numbers of the key, found with their value."""
    found = [(own["value"], span) for own, span in read(event, "quantities") if own["value"] is not None]
    wanted = [q for q in event.key["quantities"]
              if isinstance(q["value"], (int, float)) and q["kind"] not in ("score", "match_minute", "identifier")]
    hits = sum(any(shared(key_span(q), span) and abs(value - q["value"]) <= 1e-6 * abs(q["value"]) for value, span in found)
               for q in wanted)
    share.add_recall(hits, len(wanted))


def quotations(event):
    """Content and source of the key's quotations, and of those read, as bytes."""
    def part(quote, article, name):
        return bytes_of((article, start, end) for start, end in quote[name])

    wanted = [(bytes_of(key_spans(q["content"])), bytes_of(key_spans(q["source"]))) for q in event.key["quotes"]]
    found = [(part(q, article, "content"), part(q, article, "source")) for q, article in event.layer("quotes")]
    return wanted, found


def quotes(event, share):
    """Bytes of what is quoted, direct or indirect."""
    wanted, found = (set().union(*(content for content, _ in side)) for side in quotations(event))
    share.add(len(wanted & found), len(found), len(wanted))


def speakers(event, share):
    """Quotations with half of their words and the right source: it touches the key's, or both have none."""
    wanted, found = quotations(event)
    pairs = one_to_one({(i, j): len(a[0] & b[0]) for i, a in enumerate(wanted) for j, b in enumerate(found)})
    good = 0
    for i, j in pairs:
        (content, source), (own_content, own_source) = wanted[i], found[j]
        same_source = bool(source & own_source) if source else not own_source
        good += same_source and 2 * len(content & own_content) >= len(content | own_content)
    share.add(good, len(found), len(wanted))


def damage(event, share):
    """Places where a text is damaged; where something is missing, the bytes beside it count."""
    def wide(span):
        return span if span[1] < span[2] else (span[0], span[1] - 1, span[2] + 1)

    wanted = sorted({wide(s) for s in key_spans(event.key["defects"])})
    found = sorted({wide(event.span(d)) for d in event.result["damage"]})
    pairs = one_to_one({(i, j): shared(a, b) / (max(a[2], b[2]) - min(a[1], b[1]))
                        for i, a in enumerate(wanted) for j, b in enumerate(found) if a[0] == b[0]})
    share.add(len(pairs), len(found), len(wanted))
