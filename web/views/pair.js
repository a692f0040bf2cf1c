// pair.js — two articles side by side, sentence by sentence, the differing words marked; or one article
// with what all the others say to each of its sentences.

import { align, matches, sentences } from "../lib/align.js";
import { diffWords, stretches } from "../lib/diff.js";
import { h } from "../lib/dom.js";
import { textOf } from "../lib/model.js";
import { badge } from "../lib/sources.js";
import { atFirst, link, quoted, section } from "./parts.js";

const AT_FIRST = 24;
const OTHERS_AT_FIRST = 3;
// Words two sentences must have in common, of the longer one or of the shorter one: with fewer, every
// word would be marked.
const NEAR = { longer: 0.5, shorter: 0.75 };
const ALL = "*";

export function pairView(ctx) {
  const { model } = ctx;
  if (model.isThin) return null;
  const holder = h("div");
  const chooser = choose(ctx);
  const element = section(ctx, "pair", {}, chooser.element, holder);
  let shown = null;
  element.show = (place) => {
    const asked = place.view === "pair" ? readPair(model, place.pair) : null;
    const [a, b] = asked ?? shown ?? closest(model);
    if (shown && shown[0] === a && shown[1] === b) return;
    shown = [a, b];
    chooser.set(a, b);
    holder.replaceChildren(...[b === ALL ? againstAll(ctx, a) : sideBySide(ctx, a, b)].flat());
  };
  element.show({});
  return element;
}

/** "003~*" or "001~003"; an id may itself hold the sign. */
function readPair(model, pair) {
  for (const a of model.sources) {
    if (!pair?.startsWith(`${a.id}~`)) continue;
    const rest = pair.slice(a.id.length + 1);
    if (rest === ALL) return [a, ALL];
    const b = model.byId.get(rest);
    if (b && b !== a) return [a, b];
  }
  return null;
}

/** The two that have most facts in common: there is most to see. */
function closest(model) {
  let best = [model.sources[0], model.sources[1]];
  let most = -1;
  for (const a of model.sources.slice(0, 12))
    for (const b of model.sources.slice(a.index + 1, 12)) {
      const n = model.shared.filter((f) => f.articles.includes(a.id) && f.articles.includes(b.id)).length;
      if (n > most) [most, best] = [n, [a, b]];
    }
  return best;
}

function choose(ctx) {
  const { sources } = ctx.model;
  const option = (s) => h("option", { value: s.id }, `${s.letter}  ${s.name}`);
  const select = (key, id, more) =>
    h("select", { id, "aria-label": ctx.t(key), on: { change: go } }, more, sources.map(option));
  const one = select("pair.one", "pair-a");
  const other = select(
    "pair.other",
    "pair-b",
    sources.length > 2 && h("option", { value: ALL }, ctx.t("pair.all")),
  );
  function go(event) {
    let b = other.value;
    if (b === one.value) b = sources.find((s) => s.id !== one.value).id;
    ctx.go({ view: "pair", pair: `${one.value}~${b}` }, { focus: `#${event.target.id}` });
  }
  return {
    element: h("p", { class: "choose" }, one, h("span", ctx.t("pair.beside")), other),
    set(a, b) {
      one.value = a.id;
      other.value = b === ALL ? ALL : b.id;
    },
  };
}

function sideBySide(ctx, a, b) {
  const rows = align(ctx.model, a, b);
  const row = ({ a: left, b: right }) => {
    const [x, y] = left && right ? marked(ctx, a, left, b, right) : [[], []];
    return h(
      "li",
      { class: left && right ? "" : "lonely" },
      left ? cell(ctx, a, left, x) : gap(ctx, a),
      right ? cell(ctx, b, right, y) : gap(ctx, b),
    );
  };
  return [
    h(
      "div",
      { class: "sbshead", "aria-hidden": "true" },
      [a, b].map((s) => h("p", badge(s, { silent: true }), " ", s.name)),
    ),
    atFirst(ctx, rows, AT_FIRST, "pair.more", row, (nodes) => h("ol", { class: "sbs" }, nodes)),
  ];
}

function againstAll(ctx, a) {
  const ofA = sentences(a);
  const others = ctx.model.sources
    .filter((s) => s !== a)
    .map((s) => {
      const list = sentences(s);
      return { source: s, list, to: matches(ctx.model, a, s, ofA, list) };
    });
  const row = ({ span, i }) => {
    const found = others
      .filter((o) => o.to[i] >= 0)
      .map((o) => ({ source: o.source, span: o.list[o.to[i]] }));
    const lines = found.map((o) =>
      cell(ctx, o.source, o.span, marked(ctx, a, span, o.source, o.span)[1], true),
    );
    return h(
      "li",
      { class: found.length > 0 ? "" : "lonely" },
      cell(ctx, a, span, findingMarks(ctx, a, span)),
      lines.length === 0
        ? h("p", { class: "gap" }, ctx.t("art.onlyhere"))
        : h(
            "div",
            { class: "stack-of" },
            atFirst(
              ctx,
              lines,
              OTHERS_AT_FIRST,
              "pair.others",
              (x) => x,
              (nodes) => h("div", nodes),
            ),
          ),
    );
  };
  return [
    h(
      "div",
      { class: "sbshead", "aria-hidden": "true" },
      h("p", badge(a, { silent: true }), " ", a.name),
      h("p", ctx.t("pair.all")),
    ),
    atFirst(
      ctx,
      ofA.map((span, i) => ({ span, i })),
      AT_FIRST,
      "pair.more",
      row,
      (nodes) => h("ol", { class: "sbs" }, nodes),
    ),
  ];
}

/** What differs: the words of a finding, and where two sentences are near, every word one lacks. */
function marked(ctx, a, left, b, right) {
  const here = textOf(a, left);
  const there = textOf(b, right);
  const { x, y, kept, gone, put } = diffWords(here, there);
  const near =
    kept.length >= NEAR.longer * Math.max(1, x.length, y.length) ||
    kept.length >= NEAR.shorter * Math.max(1, Math.min(x.length, y.length));
  const at = (list, text, start) =>
    near ? stretches(list, text).map((m) => ({ start: start + m.start, end: start + m.end })) : [];
  return [
    [...findingMarks(ctx, a, left, b), ...at(gone, here, left.start)],
    [...findingMarks(ctx, b, right, a), ...at(put, there, right.start)],
  ];
}

/** Words of findings in a sentence; with another article given, of those where the two say otherwise. */
function findingMarks(ctx, source, span, other = null) {
  const apart = (f) =>
    !other || !f.sides.some((side) => side.sources.includes(source) && side.sources.includes(other));
  return ctx.model.differing
    .filter((f) => apart(f) && (!other || f.places.some((p) => p.article === other.id)))
    .flatMap((f) => f.places)
    .filter((p) => p.article === source.id && p.words.start < span.end && p.words.end > span.start)
    .flatMap((p) => p.marks ?? [p.words]);
}

function cell(ctx, source, span, marks, small = false) {
  return h(
    "p",
    { class: small ? "also" : "" },
    badge(source),
    " ",
    link(
      ctx,
      { view: "article", article: source.id, at: String(span.start) },
      { class: "plain" },
      quoted(ctx, { article: source.id, words: span, marks, frame: span }, span, { bare: true }),
    ),
  );
}

const gap = (ctx, source) => h("p", { class: "gap" }, ctx.t("pair.gap", { name: source.letter }));
