// align.js — two articles sentence by sentence: which sentence of one tells what a sentence of the other
// tells, by the facts and shared passages the engine found. Adds no finding of its own.
//
//     a   s1  s2  s3            rows   s1 | t2
//     b   t1  t2  t3                   s2 | –        (only a)
//                                       – | t1       (only b, where it stands in b)

import { segmenter } from "./highlight.js";
import { textOf } from "./model.js";

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

/** What two lists of sentences have in common: {i, j, score}, the most first. */
function links(model, a, b, ofA, ofB) {
  const score = new Map();
  for (const [x, y] of joints(model, a, b)) {
    ofA.forEach((s, i) => {
      const here = overlap(s, x);
      if (here === 0) return;
      ofB.forEach((t, j) => {
        const there = overlap(t, y);
        const key = i * ofB.length + j;
        if (there > 0) score.set(key, (score.get(key) ?? 0) + Math.min(here, there));
      });
    });
  }
  return [...score]
    .map(([key, n]) => ({ i: Math.floor(key / ofB.length), j: key % ofB.length, score: n }))
    .sort((p, q) => q.score - p.score || p.i - q.i || p.j - q.j);
}

/** For each sentence of a the index of the sentence of b that tells most of the same, or -1. */
export function matches(model, a, b, ofA = sentences(a), ofB = sentences(b)) {
  const to = ofA.map(() => -1);
  for (const { i, j } of links(model, a, b, ofA, ofB)) if (to[i] < 0) to[i] = j;
  return to;
}

/** Rows of two articles side by side, in the order of a; what only b tells follows what it follows in b.
 *  A sentence of b stands once: beside the one of a that has most of it, and that one's neighbours. */
export function align(model, a, b) {
  const ofA = sentences(a);
  const ofB = sentences(b);
  const to = ofA.map(() => -1);
  for (const { i, j } of links(model, a, b, ofA, ofB)) {
    if (to[i] < 0 && (!to.includes(j) || to[i - 1] === j || to[i + 1] === j)) to[i] = j;
  }
  const rows = [];
  ofA.forEach((s, i) => {
    const last = rows.at(-1);
    if (to[i] >= 0 && last?.j === to[i]) last.a.end = s.end;
    else rows.push({ a: { ...s }, b: to[i] < 0 ? null : { ...ofB[to[i]] }, j: to[i] });
  });
  let after = -1; // the row that the last sentence of b stands in
  ofB.forEach((t, j) => {
    if (to.includes(j)) after = rows.findIndex((row) => row.j === j);
    else rows.splice(++after, 0, { a: null, b: { ...t }, j });
  });
  return rows;
}
