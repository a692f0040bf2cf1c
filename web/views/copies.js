// copies.js — passages that two articles share word for word: a list, and for one pair at a time the
// two texts as strips with bands between the places that are the same.

import { diffWords, stretches } from "../lib/diff.js";
import { h, svg } from "../lib/dom.js";
import { covered, textOf } from "../lib/model.js";
import { badge, badges } from "../lib/sources.js";
import { atFirst, link, quoted, section } from "./parts.js";

const AT_FIRST = 6;
const HEIGHT = 150;

export function copiesView(ctx) {
  const { model } = ctx;
  if (model.isThin) return null;
  const pairs = pairsOf(model);
  if (pairs.length === 0)
    return section(ctx, "copies", { sub: null }, h("p", { class: "open-note" }, ctx.t("copies.none")));
  const holder = h("div", { class: "pairview" });
  const element = section(ctx, "copies", {}, pairs.length > 1 && picker(ctx, pairs), holder);
  let shown = null;
  element.show = (place) => {
    const pair = pairs.find((p) => p.key === place.pair) ?? (shown ? null : pairs[0]);
    if (!pair || pair === shown) return;
    shown = pair;
    for (const a of element.querySelectorAll(".pairs a")) {
      if (a.dataset.pair === pair.key) a.setAttribute("aria-current", "true");
      else a.removeAttribute("aria-current");
    }
    holder.replaceChildren(strips(ctx, pair), ...passages(ctx, pair));
  };
  element.show({});
  return element;
}

const isCopy = (passage) => passage.level === "verbatim";

/** Every pair that shares text, most shared first; a is the earlier source of the two. */
function pairsOf(model) {
  const pairs = new Map();
  for (const r of [...model.reuse, ...model.reworked]) {
    const [a, b] =
      model.byId.get(r.a.article).index <= model.byId.get(r.b.article).index ? [r.a, r.b] : [r.b, r.a];
    const key = `${a.article}~${b.article}`;
    if (!pairs.has(key))
      pairs.set(key, { key, a: model.byId.get(a.article), b: model.byId.get(b.article), passages: [] });
    pairs.get(key).passages.push({ a, b, level: r.level ?? "verbatim" });
  }
  for (const pair of pairs.values()) {
    pair.passages.sort((p, q) => p.a.start - q.a.start);
    pair.length = covered(pair.passages.filter(isCopy).map((p) => p.a));
  }
  return [...pairs.values()].sort((p, q) => q.length - p.length || (p.key < q.key ? -1 : 1));
}

function picker(ctx, pairs) {
  return h(
    "nav",
    { class: "pick pairs", "aria-label": ctx.t("copies.pairs") },
    h(
      "ul",
      pairs
        .slice(0, 20)
        .map((pair) =>
          h(
            "li",
            link(
              ctx,
              { view: "copies", pair: pair.key },
              { "data-pair": pair.key },
              badge(pair.a, { silent: true }),
              badge(pair.b, { silent: true }),
              h("span", { class: "vh" }, `${ctx.words.list([pair.a.name, pair.b.name])}: `),
              h("span", { class: "num" }, ctx.words.number(pair.passages.length)),
              h("span", { class: "vh" }, ` ${ctx.t("copies.shared", { n: pair.passages.length })}`),
            ),
          ),
        ),
    ),
  );
}

function share(ctx, source, spans) {
  if (spans.length === 0) return null;
  const p = ctx.words.percent(covered(spans) / Math.max(1, covered(source.paragraphs)));
  return ctx.t("copies.share", { p, n: spans.length, name: source.letter });
}

function strips(ctx, pair) {
  const scale = (source) => 1000 / Math.max(1, source.text.length);
  const x = scale(pair.a);
  const y = scale(pair.b);
  const label = (source, spans) =>
    h(
      "p",
      { class: "rowlab" },
      h("span", badge(source, { silent: true }), " ", source.name),
      h("span", { class: "num" }, share(ctx, source, spans)),
    );
  const copies = pair.passages.filter(isCopy);
  const aSpans = copies.map((p) => p.a);
  const bSpans = copies.map((p) => p.b);
  const band = ({ a, b, level }) => {
    const [l, r, L, R] = [a.start * x, a.end * x, b.start * y, b.end * y];
    const mid = HEIGHT / 2;
    return svg("path", {
      class: level,
      d: `M${l} 14C${l} ${mid} ${L} ${mid} ${L} ${HEIGHT - 14}H${R}C${R} ${mid} ${r} ${mid} ${r} 14Z`,
    });
  };
  return h(
    "figure",
    { class: "strip" },
    label(pair.a, aSpans),
    svg(
      "svg",
      {
        viewBox: `0 0 1000 ${HEIGHT}`,
        preserveAspectRatio: "none",
        role: "img",
        "aria-label": ctx.t("copies.figure", { a: pair.a.name, b: pair.b.name }),
      },
      svg("g", { class: "bands" }, pair.passages.map(band)),
      svg("rect", { class: "bar", x: 0, y: 0, width: 1000, height: 14 }),
      svg("rect", { class: "bar", x: 0, y: HEIGHT - 14, width: 1000, height: 14 }),
      aSpans.map((s) =>
        svg("rect", { class: "on", x: s.start * x, y: 0, width: (s.end - s.start) * x, height: 14 }),
      ),
      bSpans.map((s) =>
        svg("rect", {
          class: "on",
          x: s.start * y,
          y: HEIGHT - 14,
          width: (s.end - s.start) * y,
          height: 14,
        }),
      ),
    ),
    label(pair.b, bSpans),
  );
}

const ORDER = ["verbatim", "edited", "paraphrase"];

function passages(ctx, pair) {
  const rank = (p) => ORDER.indexOf(p.level);
  const list = [...pair.passages].sort(
    (p, q) => rank(p) - rank(q) || q.a.end - q.a.start - (p.a.end - p.a.start),
  );
  return [
    h("h3", { class: "passhead" }, ctx.t("copies.passages")),
    ...[
      atFirst(
        ctx,
        list,
        AT_FIRST,
        "copies.more",
        (p) => passage(ctx, pair, p),
        (nodes) => h("ul", { class: "passages" }, nodes),
      ),
    ].flat(),
  ];
}

/** Copied words once; words that were changed on the way as each has them, what differs marked. */
function passage(ctx, pair, p) {
  const here = textOf(pair.a, p.a);
  const there = textOf(pair.b, p.b);
  const { gone, put } = p.level === "edited" ? diffWords(here, there) : { gone: [], put: [] };
  const side = (source, span, text, words) =>
    h(
      "p",
      { class: "prose", dir: "auto" },
      link(
        ctx,
        { view: "article", article: source.id, at: String(span.start) },
        { class: "plain" },
        quoted(
          ctx,
          {
            article: source.id,
            words: span,
            marks: stretches(words, text).map((m) => ({
              start: span.start + m.start,
              end: span.start + m.end,
            })),
            frame: span,
          },
          span,
        ),
      ),
      !isCopy(p) && [" ", badge(source)],
    );
  return h(
    "li",
    h("div", side(pair.a, p.a, here, gone), !isCopy(p) && side(pair.b, p.b, there, put)),
    h(
      "p",
      { class: "others" },
      isCopy(p) ? [badges([pair.a, pair.b], ctx.words), also(ctx, pair, p)] : ctx.t(`level.${p.level}`),
    ),
  );
}

/** Who else has these words. */
function also(ctx, pair, passage) {
  const { model } = ctx;
  const touching = model.reuse.flatMap((r) => {
    const hit = [r.a, r.b].some(
      (s) => s.article === passage.a.article && s.start < passage.a.end && passage.a.start < s.end,
    );
    return hit ? [r.a.article, r.b.article] : [];
  });
  const others = model.sourcesOf(touching).filter((s) => s !== pair.a && s !== pair.b);
  return others.length > 0 && [" ", ctx.t("ev.also"), " ", badges(others, ctx.words)];
}
