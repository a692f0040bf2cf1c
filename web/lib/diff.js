// diff.js — which words differ between two texts: the longest common subsequence of their words.
// Cost: words × words, capped; beyond the cap only the common beginning and end are taken as equal.

const WORD = /[\p{L}\p{N}\p{M}]+(?:[.,:’'-][\p{L}\p{N}\p{M}]+)*|[%$€£]/gu;
const CAP = 160_000; // cells of the table

export function words(text) {
  return Array.from(text.matchAll(WORD), (match) => ({
    key: match[0].toLowerCase().replace(/’/g, "'"),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** {kept, put, gone}: pairs of equal words, words only in b, words only in a; as word lists. */
export function diffWords(a, b) {
  const x = words(a);
  const y = words(b);
  const kept = common(x, y);
  const inX = new Set(kept.map(([i]) => i));
  const inY = new Set(kept.map(([, j]) => j));
  return {
    x,
    y,
    kept,
    gone: x.filter((_, i) => !inX.has(i)),
    put: y.filter((_, j) => !inY.has(j)),
  };
}

function common(x, y) {
  const pairs = [];
  let head = 0;
  while (head < x.length && head < y.length && x[head].key === y[head].key) pairs.push([head, head++]);
  let endX = x.length;
  let endY = y.length;
  const tail = [];
  while (endX > head && endY > head && x[endX - 1].key === y[endY - 1].key) tail.push([--endX, --endY]);
  const n = endX - head;
  const m = endY - head;
  if (n > 0 && m > 0 && n * m <= CAP) pairs.push(...subsequence(x, y, head, n, m));
  return pairs.concat(tail.reverse());
}

function subsequence(x, y, head, n, m) {
  const width = m + 1;
  const table = new Uint32Array((n + 1) * width);
  for (let i = n - 1; i >= 0; --i) {
    for (let j = m - 1; j >= 0; --j) {
      table[i * width + j] =
        x[head + i].key === y[head + j].key
          ? table[(i + 1) * width + j + 1] + 1
          : Math.max(table[(i + 1) * width + j], table[i * width + j + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < n && j < m;) {
    if (x[head + i].key === y[head + j].key) pairs.push([head + i++, head + j++]);
    else if (table[(i + 1) * width + j] >= table[i * width + j + 1]) ++i;
    else ++j;
  }
  return pairs;
}

/** Neighbouring words become one stretch, so that a mark runs through the space between them. */
export function stretches(list, text) {
  const out = [];
  for (const { start, end } of list) {
    const last = out.at(-1);
    if (last && /^[\s\p{P}]{0,2}$/u.test(text.slice(last.end, start))) last.end = end;
    else out.push({ start, end });
  }
  return out;
}
