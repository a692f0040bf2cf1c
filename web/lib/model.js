// model.js — a comparison as the views need it: the document of `compare --format json` with
// look-ups beside it. Adds no finding of its own; what it derives is only how to show one.

import { diffWords, stretches, words as wordsOf } from "./diff.js";
import { paragraphs, sentenceAround, windowAround } from "./highlight.js";
import { letterOf } from "./sources.js";
import { strings } from "./strings.js";

const DIFFER = new Set(["conflict", "differs", "update", "attributed_differently", "worded_differently"]);
const LESSER = new Set(["update", "worded_differently"]);
const FIGURES = new Set([
  "number",
  "money",
  "percent",
  "measure",
  "duration",
  "ordinal",
  "age",
  "date",
  "time",
]);
const TAIL = /[,;:]?\s+(?:and|as|but|or|that|which|while|with)$/; // a clause may end on the word that joins the next
const DATED = /^\s*(?:date|dated|published|posted|updated|last updated)\s*:?\s*$/i; // what a header calls its date
// How probable a thing must be to be shown under "sure only". What is missing is said more carefully in
// itself ("not found here"), so less is asked of it than of two sources set against each other.
const SURE = { finding: 0.7, omission: 0.6 };
const SHORTEST = 28; // characters a clause needs to stand for a fact
const SNIPPET = 64; // characters of a side as shown large

export const differs = (item) => DIFFER.has(item.verdict);
export const isFigure = (finding) => FIGURES.has(finding.kind);
export const textOf = (source, span) => source.text.slice(span.start, span.end);

const touches = (a, b) => a.article === b.article && a.start < b.end && b.start < a.end;
const byPlace = (a, b) => a.start - b.start || a.end - b.end;

export class Model {
  /**
   * @param only ids of the articles of one event; without it, all
   * @param sure leave out what is less certain, and count it in `hidden`
   * @param t words of the page, for an article without an outlet
   */
  constructor(result, only = null, { sure = false, t = strings().t } = {}) {
    const keep = new Set(only ?? result.articles.map((a) => a.id));
    const mine = (item) => keep.has(item.article);
    this.result = result;
    this.problems = result.problems ?? [];
    this.notes = result.notes ?? [];
    this.sources = result.articles.filter((a) => keep.has(a.id)).map((a, i) => makeSource(a, i, t));
    this.byId = new Map(this.sources.map((source) => [source.id, source]));
    this.entities = (result.entities ?? [])
      .map((e) => ({ ...e, mentions: e.mentions.filter(mine), roles: (e.roles ?? []).filter(mine) }))
      .filter((e) => e.mentions.length > 0);
    this.facts = (result.facts ?? [])
      .map((fact) => makeFact(fact, fact.members.filter(mine)))
      .filter((fact) => fact.members.length > 0);
    this.factById = new Map(this.facts.map((fact) => [fact.id, fact]));
    const every = (result.findings ?? [])
      .filter((f) => [...(f.values ?? []), ...f.evidence].every(mine))
      .map((finding) => this.#makeFinding(finding))
      .filter((finding) => finding.sides.length > 1 || tellers(finding) > 1);
    this.findings = every.filter((f) => !sure || !differs(f) || !(f.confidence < SURE.finding));
    this.findingById = new Map(this.findings.map((finding) => [finding.id, finding]));
    this.differing = this.findings.filter((f) => differs(f) && f.sides.length > 1);
    this.fitting = this.findings.filter((f) => f.verdict === "compatible" && f.sides.length > 1);
    this.agreeing = this.findings.filter(
      (f) => f.verdict === "same" || (f.verdict === "compatible" && f.sides.length === 1),
    );
    this.shared = this.facts.filter((fact) => fact.articles.length > 1);
    const missing = (result.omissions ?? []).filter(
      (o) => keep.has(o.missing_in) && mine(o.told) && (!o.at || mine(o.at)),
    );
    this.omissions = missing.filter((o) => !sure || !(o.confidence < SURE.omission));
    this.hidden = {
      differences: every.filter((f) => differs(f) && f.sides.length > 1).length - this.differing.length,
      omissions: missing.length - this.omissions.length,
    };
    const shared = (result.reuse ?? []).filter((r) => mine(r.a) && mine(r.b));
    const isCopy = (r) => (r.level ?? "verbatim") === "verbatim";
    this.reuse = shared.filter(isCopy);
    this.reworked = shared.filter((r) => !isCopy(r));
    this.quoteGroups = (result.quotes ?? [])
      .map((g) => ({ ...g, members: g.members.filter(mine) }))
      .filter((g) => new Set(g.members.map((m) => m.article)).size > 1);
    this.timeline = (result.timeline ?? [])
      .map((t) => ({ ...t, members: t.members.filter(mine) }))
      .filter((t) => t.members.length > 0);
    this.damage = (result.damage ?? []).filter(mine);
    const line = result.lineage;
    this.origins = (line?.origins ?? [])
      .map((ids) => ids.filter((id) => this.byId.has(id)))
      .filter((ids) => ids.length > 0);
    // null: the comparison comes from an engine that does not say; empty: it looked and found nothing
    this.edges = line?.edges ? edgesOf(line, this.byId) : null;
    this.unseen = new Map((line?.hidden ?? []).map((x) => [x.id, x]));
    this.reporting = (result.reporting ?? []).filter(mine);
    this.wording = result.wording
      ? result.wording.map((w) => ({ ...w, terms: w.terms.filter(mine) })).filter((w) => w.terms.length > 1)
      : null;
    this.brief = result.brief ? result.brief.filter(mine) : null;
  }

  get isThin() {
    return this.sources.length < 2;
  }

  sourcesOf(ids) {
    return [...new Set(ids)]
      .map((id) => this.byId.get(id))
      .filter(Boolean)
      .sort((a, b) => a.index - b.index);
  }

  text(span) {
    return textOf(this.byId.get(span.article), span);
  }

  /** What is counted, in the words of the text: the `of` of the amount a value stands on. */
  nounOf(finding) {
    for (const value of finding.values ?? []) {
      const amount = this.byId
        .get(value.article)
        ?.quantities.find((q) => q.start < value.end && value.start < q.end && q.of);
      if (amount)
        return typeof amount.of === "string"
          ? amount.of
          : this.text({ article: value.article, ...span2(amount.of) });
    }
    return "";
  }

  #makeFinding(finding) {
    const values = finding.values ?? [];
    const anchors = values.length > 0 ? values : finding.evidence;
    const sides = new Map();
    for (const anchor of anchors) {
      const key =
        values.length > 0
          ? `${anchor.value ?? ""} ${anchor.unit ?? ""}`.trim() || plain(this.text(anchor))
          : plain(this.text(anchor));
      if (!sides.has(key)) sides.set(key, { key, places: [] });
      sides.get(key).places.push({
        article: anchor.article,
        words: { start: anchor.start, end: anchor.end },
        frame: this.#frameOf(finding, anchor),
      });
    }
    const list = [...sides.values()];
    for (const side of list) {
      side.places.sort(
        (a, b) =>
          this.byId.get(a.article).index - this.byId.get(b.article).index || byPlace(a.words, b.words),
      );
      side.sources = this.sourcesOf(side.places.map((p) => p.article));
    }
    list.sort((a, b) => a.sources[0].index - b.sources[0].index);
    if (values.length === 0) markWhatDiffers(this, list);
    return {
      ...finding,
      why: this.#withNames(finding.why ?? ""),
      sides: list,
      places: list.flatMap((side) => side.places),
      lesser: LESSER.has(finding.verdict),
    };
  }

  /** The engine speaks of articles by their ids; a reader knows them by their names. */
  #withNames(text) {
    const ids = new Map(this.sources.map((source) => [source.id, source.name]));
    return text.replace(/“[^”]*”|[^\s,;:.“”]+/g, (word) =>
      word.startsWith("“") ? word : (ids.get(word) ?? word),
    );
  }

  /** The stretch a side is read in: the evidence around its value, else its sentence. */
  #frameOf(finding, anchor) {
    const around = finding.evidence.find(
      (e) => e.article === anchor.article && e.start <= anchor.start && e.end >= anchor.end,
    );
    const source = this.byId.get(anchor.article);
    return around && around !== anchor && around.end - around.start > anchor.end - anchor.start
      ? { start: around.start, end: around.end }
      : sentenceAround(source.text, anchor.start, anchor.end, source.bodyStart);
  }

  /** A few words of a place, cut at word borders: {start, end}. */
  snippet(place, size = SNIPPET) {
    const source = this.byId.get(place.article);
    const words = place.marks?.[0] ?? place.words;
    const window = windowAround(source.text, place.frame, words.start, words.end, size);
    const tail = TAIL.exec(source.text.slice(words.end, window.end));
    return tail ? { ...window, end: words.end + tail.index } : window;
  }

  /** The clause that stands for a fact: one that opens a sentence if there is one, and short. */
  label(fact) {
    const rank = (m) => {
      const length = m.end - m.start;
      const opens = /^\p{Lu}/u.test(this.text(m).trimStart().slice(0, 2));
      return length + (opens ? 0 : 60) + (length < SHORTEST ? 200 : 0);
    };
    const pick = fact.members.reduce((best, m) => (rank(m) < rank(best) ? m : best));
    const words = this.text(pick).replace(/\s+/g, " ").trim().replace(TAIL, "");
    return `${/^\p{Ll}/u.test(words) ? "… " : ""}${words}${closing(words)}`;
  }

  findingsAt(article) {
    return this.differing.filter((f) => f.places.some((p) => p.article === article));
  }
}

/** Edges between articles of this event and unseen parents of them. */
function edgesOf({ edges, hidden = [] }, byId) {
  const unseen = new Set(hidden.map((x) => x.id));
  const known = (id) => byId.has(id) || unseen.has(id);
  return edges
    .filter((e) => known(e.from) && known(e.to) && (byId.has(e.from) || byId.has(e.to)))
    .map((e) => ({ ...e, reasons: reasonsOf(e.evidence ?? [], byId) }));
}

/** Why an edge is there: sentences with their places, or places alone. */
function reasonsOf(evidence, byId) {
  const told = evidence.filter((x) => x.places);
  const bare = evidence.filter((x) => x.article);
  const reasons = bare.length > 0 ? [...told, { why: "", places: bare }] : told;
  return reasons.map((r) => ({ why: r.why ?? "", places: r.places.filter((p) => byId.has(p.article)) }));
}

const tellers = (finding) => new Set(finding.places.map((p) => p.article)).size;

function span2(of) {
  return Array.isArray(of) ? { start: of[0], end: of[1] } : of;
}

/** The mark that a clause opened and its cut left outside. */
function closing(words) {
  const count = (c) => words.split(c).length - 1;
  if (count("“") > count("”")) return "”";
  return count('"') % 2 === 1 ? '"' : "";
}

const plain = (text) =>
  wordsOf(text)
    .map((w) => w.key)
    .join(" ");

function makeSource(article, index, t) {
  const words = (article.text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []).length;
  const letter = letterOf(index);
  const bodyStart = headerEnd(article);
  return {
    ...article,
    index,
    letter,
    words,
    bodyStart,
    name: article.source || t("source.nameless", { id: article.id || letter }),
    mentions: article.mentions ?? [],
    quantities: article.quantities ?? [],
    times: article.times ?? [],
    quotes: article.quotes ?? [],
    notes: article.notes ?? [],
    agencies: article.agencies ?? [],
    paragraphs: paragraphs(article.text).flatMap((p) => splitAt(p, bodyStart, article.text)),
  };
}

/** Where the text begins after a line above it that only dates it: "date 2024-05-14". */
function headerEnd(article) {
  const time = article.times?.[0];
  if (!(time?.value?.length >= 10) || !article.published?.startsWith(time.value)) return 0;
  const before = article.text.slice(0, time.start);
  const labelled = DATED.test(before);
  const rest = article.text.slice(time.end);
  if (
    labelled
      ? !/^[\s.,;|–—-]*(?:$|[\p{Lu}\p{N}“"'‘])/u.test(rest)
      : before.trim() || !/^[^\S\n]*\n/.test(rest)
  )
    return 0;
  return time.end + /^[\s.,;|–—-]*/.exec(rest)[0].length;
}

/** A paragraph that the body begins in is two: what dates it, and what it says. */
function splitAt(paragraph, at, text) {
  if (at >= paragraph.end) return [{ ...paragraph, above: true }];
  if (at <= paragraph.start) return [paragraph];
  const end = paragraph.start + text.slice(paragraph.start, at).trimEnd().length;
  return [
    { start: paragraph.start, end, above: true },
    { start: at, end: paragraph.end },
  ];
}

/** The first words an article says, for one that has no title. */
export function openingOf(source, size = 110) {
  const body = source.paragraphs.filter((p) => !p.above);
  const first = body.find((p) => p.end - p.start >= SHORTEST) ?? body[0];
  if (!first) return "";
  const sentence = sentenceAround(source.text, first.start, first.start + 1, first.start);
  const window = windowAround(source.text, sentence, sentence.start, sentence.start, size);
  return textOf(source, window).replace(/\s+/g, " ") + (window.end < sentence.end ? " …" : "");
}

function makeFact(fact, members) {
  const sorted = [...members].sort((a, b) =>
    a.article < b.article ? -1 : a.article > b.article ? 1 : byPlace(a, b),
  );
  return { ...fact, members: sorted, articles: [...new Set(sorted.map((m) => m.article))] };
}

/** Without values to point at, the words that one side has and the others lack are the difference. */
function markWhatDiffers(model, sides) {
  const first = sides[0]?.places[0];
  if (!first) return;
  for (const side of sides) {
    for (const place of side.places) {
      const other = side === sides[0] ? sides[1]?.places[0] : first;
      if (!other) continue;
      const mine = model.text({ article: place.article, ...place.words });
      const theirs = model.text({ article: other.article, ...other.words });
      const { put } = diffWords(theirs, mine);
      place.marks = stretches(put, mine).map((m) => ({
        start: place.words.start + m.start,
        end: place.words.start + m.end,
      }));
      place.frame = place.words;
    }
  }
}

/** Does a fact tell here what another article tells in (nearly) the same words? */
export function sameWords(model, fact, article) {
  const mine = fact.members.filter((m) => m.article === article);
  const others = fact.members.filter((m) => m.article !== article);
  return mine.some((m) =>
    others.some((o) =>
      model.reuse.some((r) => (touches(r.a, m) && touches(r.b, o)) || (touches(r.b, m) && touches(r.a, o))),
    ),
  );
}

/** Lengths covered by spans of one article, overlaps counted once. */
export function covered(spans) {
  let total = 0;
  let end = -1;
  for (const span of [...spans].sort(byPlace)) {
    if (span.end <= end) continue;
    total += span.end - Math.max(span.start, end);
    end = span.end;
  }
  return total;
}
