// sources.js — a source is a colour, a shape and a letter, always all three. Eight colours and five
// shapes have no common factor: forty sources before a pair repeats, and the letter still differs.

import { h } from "./dom.js";

const COLOURS = 8;
const SHAPES = 5;

export function letterOf(index) {
  if (index < 26) return String.fromCharCode(65 + index);
  return letterOf(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
}

export const badgeClass = (index) => `s c${index % COLOURS} h${index % SHAPES}`;

/** One badge; silent to a screen reader unless it is alone. */
export function badge(source, { silent = false } = {}) {
  return h(
    "span",
    {
      class: badgeClass(source.index),
      "data-source": source.id,
      ...(silent ? { "aria-hidden": "true" } : { role: "img", "aria-label": source.name }),
    },
    source.letter,
  );
}

/** Several badges: one list of names to a screen reader. */
export function badges(sources, words) {
  const names = sources.map((source) => source.name);
  return h(
    "span",
    { class: "by", role: "img", "aria-label": words ? words.list(names) : names.join(", ") },
    sources.map((source) => badge(source, { silent: true })),
  );
}
