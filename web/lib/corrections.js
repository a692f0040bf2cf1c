// corrections.js — what a reader puts right: a finding rejected, two names that are one, one name that
// is two. Each names the words it is about, not an id: it holds when the comparison is made anew
// with another article beside it, and is kept in the report file.
//
//     {kind: "reject", finding: {kind: "number", places: [{article, start, end}, …]}}
//     {kind: "merge",  a: {article, start, end}, b: {article, start, end}}      one mention of each
//     {kind: "split",  mentions: [{article, start, end}, …]}                    these are somebody else

const MAX = 1000; // corrections taken from a file

const spot = (p) => `${p.article}\n${p.start}\n${p.end}`;
const place = ({ article, start, end }) => ({ article, start, end });
const isPlace = (p) =>
  typeof p?.article === "string" && Number.isInteger(p.start) && Number.isInteger(p.end) && p.start < p.end;
const placesOf = (finding) => (finding.values?.length > 0 ? finding.values : finding.evidence).map(place);
const keyOf = ({ kind, places }) => [kind, ...places.map(spot).sort()].join("\n\n");

export const rejection = (finding) => ({
  kind: "reject",
  finding: { kind: finding.kind, places: placesOf(finding) },
});
export const merging = (a, b) => ({ kind: "merge", a: place(a.mentions[0]), b: place(b.mentions[0]) });
export const splitting = (mentions) => ({ kind: "split", mentions: mentions.map(place) });

/** What a file holds may be anything: only what has the form of a correction is taken. */
export function readCorrections(list) {
  if (!Array.isArray(list)) return [];
  return list
    .slice(0, MAX)
    .filter(
      (c) =>
        (c?.kind === "reject" &&
          typeof c.finding?.kind === "string" &&
          Array.isArray(c.finding.places) &&
          c.finding.places.every(isPlace)) ||
        (c?.kind === "merge" && isPlace(c.a) && isPlace(c.b)) ||
        (c?.kind === "split" && Array.isArray(c.mentions) && c.mentions.every(isPlace)),
    );
}

/** The comparison with the corrections made; the one that came in stays as it is. */
export function applyCorrections(result, corrections) {
  if (corrections.length === 0) return result;
  const rejected = new Set(corrections.filter((c) => c.kind === "reject").map((c) => keyOf(c.finding)));
  let entities = result.entities ?? [];
  for (const c of corrections) {
    if (c.kind === "merge") entities = merged(entities, c);
    if (c.kind === "split") entities = split(entities, c, result);
  }
  return {
    ...result,
    entities,
    findings: (result.findings ?? []).filter(
      (f) => !rejected.has(keyOf({ kind: f.kind, places: placesOf(f) })),
    ),
  };
}

const holds = (entity, p) => entity.mentions.some((m) => spot(m) === spot(p));

function merged(entities, { a, b }) {
  const one = entities.find((e) => holds(e, a));
  const other = entities.find((e) => holds(e, b));
  if (!one || !other || one === other) return entities;
  const joined = {
    ...one,
    mentions: [...one.mentions, ...other.mentions],
    roles: [...(one.roles ?? []), ...(other.roles ?? [])],
    merges: [...(one.merges ?? []), { rule: "reader", a, b }],
  };
  return entities.filter((e) => e !== other).map((e) => (e === one ? joined : e));
}

function split(entities, { mentions }, result) {
  const out = new Set(mentions.map(spot));
  const from = entities.find((e) => e.mentions.some((m) => out.has(spot(m))));
  if (!from) return entities;
  const taken = from.mentions.filter((m) => out.has(spot(m)));
  const left = from.mentions.filter((m) => !out.has(spot(m)));
  if (left.length === 0) return entities;
  const words = (m) => result.articles.find((a) => a.id === m.article)?.text.slice(m.start, m.end) ?? "";
  const own = {
    ...from,
    id: `${from.id}-${taken[0].start}`,
    name: words(taken[0]),
    mentions: taken,
    roles: [],
    merges: [],
  };
  return entities.flatMap((e) => (e === from ? [{ ...from, mentions: left }, own] : [e]));
}
