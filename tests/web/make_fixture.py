#!/usr/bin/env python3
"""Writes a comparison in the shape of interfaces.md from a hand-made answer key of the seeds.

For working on the page without an engine; not shipped, not used by any test:
    python3 tests/web/make_fixture.py KEY.json seeds/putin-xi-2024 > build/fixture.json
"""
import json
import pathlib
import sys

key = json.load(open(sys.argv[1]))
folder = pathlib.Path(sys.argv[2])
manifest = json.load(open(folder / "manifest.json"))
texts = {m["id"]: (folder / m["file"]).read_bytes() for m in manifest}
TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "facility": "FAC", "group": "NORP"}


def u16(article, byte):
    return len(texts[article][:byte].decode("utf-8", "ignore").encode("utf-16-le")) // 2


def span(s, name="source"):
    a = s[name]
    return {"article": a, "start": u16(a, s["byte_start"]), "end": u16(a, s["byte_end"])}


articles = []
for m in manifest:
    a = m["id"]
    articles.append({
        "id": a, "source": m["outlet"], "title": m["title"], "published": m["published"],
        "published_from": "text" if m["published"] else "none", "language": "en",
        "text": texts[a].decode(), "notes": [],
        "mentions": [], "entities": [], "times": [], "quantities": [],
        "quotes": [{"content": [[u16(a, q["byte_start"]), u16(a, q["byte_end"])]],
                    "source": [[u16(a, q["attribution_span"]["byte_start"]), u16(a, q["attribution_span"]["byte_end"])]] if q.get("attribution_span") else [],
                    "cue": [], "direct": q["kind"] == "direct", "speaker": q.get("speaker")}
                   for q in key["quotes"] if q["source"] == a],
    })

entities = [{"id": e["id"], "type": TYPES.get(e["type"], "ORG"), "name": e["canonical"],
             "mentions": [span(m) for m in e["mentions"] if not m.get("nominal")],
             "roles": [span(r) for r in e.get("roles", [])], "merges": []} for e in key["entities"]]

findings, facts = [], []
for c in key["contradictions"]:
    values = []
    for side in c["sides"]:
        for s in side["spans"]:
            values.append({**span(s), "value": side["side"], "unit": ""})
    findings.append({"id": c["id"], "kind": "ordinal" if "term" in c["title"] else "duration" if "months" in c["title"] else "claim",
                     "verdict": "conflict" if c.get("required") else "differs", "rule": "key", "why": c["title"] + ".",
                     "confidence": 0.9, "values": values,
                     "evidence": [{k: v[k] for k in ("article", "start", "end")} for v in values], "fact": None})
for i, c in enumerate(key["not_contradictions"]):
    values = [{**span(s), "value": side["side"], "unit": ""} for side in c["sides"] for s in side["spans"]]
    findings.append({"id": f"N{i}", "kind": "number", "verdict": "compatible", "rule": "key", "why": c["why"] + ".",
                     "confidence": 0.9, "values": values,
                     "evidence": [{k: v[k] for k in ("article", "start", "end")} for v in values], "fact": None})
for f in key["facts"]:
    members = [span(s) for s in f["support"]]
    facts.append({"id": f["id"], "verdict": "same" if len({m["article"] for m in members}) > 1 else "only",
                  "members": members, "origins": 1, "importance": len(members)})
everyone = [m["id"] for m in manifest]
omissions = [{"fact": f["id"], "kind": "fact", "told": f["members"][0], "missing_in": a, "at": None, "confidence": 0.7}
             for f in facts for a in everyone if len({m["article"] for m in f["members"]}) > 1 and a not in {m["article"] for m in f["members"]}]
print(json.dumps({
    "crossread": {"version": "0.1.0", "schema": 1, "options": {}, "sha256": ""},
    "articles": articles, "events": [{"id": "e1", "articles": everyone}], "entities": entities, "facts": facts,
    "findings": findings, "quotes": [], "timeline": [
        {"value": v["norm"], "low": None, "high": None, "members": [span(v)]} for v in key["values"] if "date" in v["kind"]],
    "omissions": omissions,
    "reuse": [{"a": span(r["spans"]["002"]), "b": span(r["spans"]["003"]), "level": "verbatim"} for r in key["reuse_002_003"]],
    "lineage": {"origins": [], "hidden": [], "edges": []}, "wording": [],
    "damage": [{**span(d), "kind": d["kind"], "repair": d.get("correct", "")} for d in key["defects"] if "source" in d],
    "brief": []}, ensure_ascii=False))
