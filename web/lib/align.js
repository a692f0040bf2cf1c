// align.js — two articles sentence by sentence: which sentence of one tells what a sentence of the other
// tells, by the facts and shared passages the engine found. Adds no finding of its own.
//
//     a   s1  s2  s3            rows   s1 | t2
//     b   t1  t2  t3                   s2 | –        (only a)
//                                       – | t1       (only b, where it stands in b)

import { textOf } from "./model.js";

const segmenter =
  typeof Intl !== "undefined" && Intl.Segmenter ? new Intl.Segmenter("en", { granularity: "sentence" }) : null;

/** The sentences of an article's body: {start, end}, in order. */
export function sentences(source) {
  return source.paragraphs
    .filter((p) => !p.above)
    .flatMap((p) => {
      if (!segmenter) return [p];
      return Array.from(segmenter.segment(textOf(source, p)), ({ index, segment }) => {
        const lead = segment.length - segment.trimStart().length;
        return { start: p.start + index + lead, end: p.start + index + segment.trimEnd().length };
      }).filter((s) => s.end > s.start);
    });
}

const overlap = (a, b) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Pairs of places that tell the same, of two articles. */
function joints(model, a, b) {
  const out = [];
  for (const fact of model.facts) {
    for (const x of fact.members.filter((m) => m.article === a.id))
      for (const y of fact.members.filter((m) => m.article === b.id)) out.push([x, y]);
  }
  for (const r of model.reuse) {
    if (r.a.article === a.id && r.b.article === b.id) out.push([r.a, r.b]);
    if (r.b.article === a.id && r.a.article === b.id) out.push([r.b, r.a]);
  }
  return out;
}

/** For each sentence of a the index of the sentence of b that tells most of the same, or -1. */
export function matches(model, a, b, ofA = sentences(a), ofB = sentences(b)) {
  const pairs = joints(model, a, b);
  return ofA.map((s) => {
    const score = new Map();
    for (const [x, y] of pairs) {
      const here = overlap(s, x);
      if (here === 0) continue;
      ofB.forEach((t, j) => {
        const there = overlap(t, y);
        if (there > 0) score.set(j, (score.get(j) ?? 0) + Math.min(here, there));
      });
    }
    let best = -1;
    for (const [j, n] of score) if (best < 0 || n > score.get(best) || (n === score.get(best) && j < best)) best = j;
    return best;
  });
}

/** Rows of two articles side by side, in the order of a; what only b tells follows what it follows in b. */
export function align(model, a, b) {
  const ofA = sentences(a);
  const ofB = sentences(b);
  const to = matches(model, a, b, ofA, ofB);
  const rows = [];
  ofA.forEach((s, i) => {
    const last = rows.at(-1);
    if (to[i] >= 0 && last?.j === to[i]) last.a.end = s.end;
    else rows.push({ a: { ...s }, b: to[i] < 0 ? null : { ...ofB[to[i]] }, j: to[i] });
  });
  const used = new Set(to);
  let after = -1; // the row that the last sentence of b stands in
  ofB.forEach((t, j) => {
    if (used.has(j)) {
      after = rows.findIndex((row) => row.j === j);
      return;
    }
    rows.splice(++after, 0, { a: null, b: { ...t }, j });
  });
  return rows;
}
