// highlight.js — a stretch of text with marks, as nodes. Marks may overlap: where they do, the one
// of higher rank shows, so the result is flat and every character is there exactly once.
//
//     text   began his fifth term        marks  ------------------- same (1)
//                                                         =====     differs (3)
//     nodes  [began his ][fifth][ term]

/** marks: {start, end, rank, …}. Calls make(mark, text, piece) for each marked piece. */
export function paint(text, from, to, marks, make) {
  const inside = marks.filter((mark) => mark.start < to && mark.end > from && mark.end > mark.start);
  const borders = new Set([from, to]);
  for (const mark of inside) {
    borders.add(Math.max(from, mark.start));
    borders.add(Math.min(to, mark.end));
  }
  const cuts = [...borders].sort((a, b) => a - b);
  const pieces = [];
  for (let i = 0; i + 1 < cuts.length; ++i) {
    const top = highest(inside, cuts[i], cuts[i + 1]);
    const last = pieces.at(-1);
    if (last && last.mark === top) last.end = cuts[i + 1];
    else pieces.push({ mark: top, start: cuts[i], end: cuts[i + 1] });
  }
  return pieces.map((piece) => {
    const words = text.slice(piece.start, piece.end);
    return piece.mark ? make(piece.mark, words, piece) : document.createTextNode(words);
  });
}

function highest(marks, start, end) {
  let top = null;
  for (const mark of marks) {
    if (mark.start <= start && mark.end >= end && (!top || mark.rank > top.rank)) top = mark;
  }
  return top;
}

/** Where sentences end, or null: an old browser shows whole paragraphs. */
export const segmenter =
  typeof Intl !== "undefined" && Intl.Segmenter
    ? new Intl.Segmenter("en", { granularity: "sentence" })
    : null;

/** Paragraphs of a text: stretches between line breaks, without white space at their edges. */
export function paragraphs(text) {
  return Array.from(text.matchAll(/[^\r\n]*[^\s][^\r\n]*/g), (match) => {
    const lead = match[0].length - match[0].trimStart().length;
    const start = match.index + lead;
    return { start, end: start + match[0].trim().length };
  });
}

/** The sentence or sentences that hold [start, end), never past its paragraph, nor before `body`
 *  where the words are in the body. */
export function sentenceAround(text, start, end, body = 0) {
  const before = Math.max(text.lastIndexOf("\n", start - 1) + 1, start >= body ? body : 0);
  const after = text.indexOf("\n", Math.max(end - 1, start));
  const stop = after < 0 ? text.length : after;
  if (!segmenter) return trim(text, before, stop);
  let first = before;
  let last = stop;
  for (const { index, segment } of segmenter.segment(text.slice(before, stop))) {
    const from = before + index;
    if (from <= start) first = from;
    if (from + segment.length >= end) {
      last = from + segment.length;
      break;
    }
  }
  return trim(text, first, last);
}

function trim(text, start, end) {
  while (start < end && /\s/.test(text[start])) ++start;
  while (end > start && /\s/.test(text[end - 1])) --end;
  return { start, end };
}

/** A window of whole words of about `size` characters around [start, end), inside `outer`. */
export function windowAround(text, outer, start, end, size) {
  if (outer.end - outer.start <= size) return { ...outer };
  const room = Math.max(0, size - (end - start));
  let from = Math.max(outer.start, start - Math.ceil(room * 0.55));
  let to = Math.min(outer.end, from + Math.max(size, end - from));
  from = Math.max(outer.start, Math.min(from, to - size));
  if (from > outer.start) {
    const space = text.slice(from, start).search(/\s\S/);
    from = space < 0 ? start : from + space + 1;
  }
  if (to < outer.end) {
    const tail = text.slice(end, to);
    const space = tail.search(/\s\S*$/);
    to = space < 0 ? end : end + space;
  }
  return { start: from, end: to };
}
