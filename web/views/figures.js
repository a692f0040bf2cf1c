// figures.js — the ledger: what is counted, who gives which value, and how the values read together.
// Values are grouped, not put in columns, so it reads the same with five sources or with fifty.

import { h } from "../lib/dom.js";
import { sentenceAround } from "../lib/highlight.js";
import { differs, isFigure } from "../lib/model.js";
import { badge, badges } from "../lib/sources.js";
import { atFirst, clean, firstWords, link, placeIn, question, quoted, reading, section } from "./parts.js";

const REST_AT_FIRST = 8;

export function figuresView(ctx) {
  const { model } = ctx;
  const rows = [...model.differing, ...model.fitting].filter(isFigure);
  const agreed = model.agreeing.filter(isFigure);
  const rest = unpaired(model, [...rows, ...agreed]);
  if (rows.length + agreed.length + rest.length === 0) return null;
  const none = !model.isThin && agreed.length === 0 && h("p", { class: "open-note" }, ctx.t("fig.none"));
  return section(
    ctx,
    "fig",
    {},
    rows.length > 0 ? ledger(ctx, rows) : none,
    list(ctx, "fig.agreed", agreed, agreedLine),
    list(ctx, "fig.rest", rest, restLine),
  );
}

function list(ctx, key, items, make) {
  if (items.length === 0) return null;
  const sub = ctx.t(`${key}.sub`);
  const lines = atFirst(
    ctx,
    items,
    REST_AT_FIRST,
    "fig.more",
    (item) => make(ctx, item),
    (nodes) => h("ul", { class: "restfig" }, nodes),
  );
  return h("div", { class: "sub" }, h("h3", ctx.t(key)), sub && h("p", { class: "open-note" }, sub), lines);
}

/** A value that all give alike: once in the words of one, with who gives it. */
function agreedLine(ctx, finding) {
  const place = finding.places[0];
  const words = clean(ctx.model.text({ article: place.article, ...place.words }));
  const rest = { ...place, marks: [] };
  return h(
    "li",
    h(
      "span",
      link(
        ctx,
        { view: "article", article: place.article, at: String(place.words.start) },
        { class: "plain" },
        h("b", words),
      ),
      " ",
      quoted(ctx, rest, ctx.model.snippet(place, 100), { dim: true }),
    ),
    badges(ctx.model.sourcesOf(finding.places.map((p) => p.article)), ctx.words),
  );
}

function ledger(ctx, rows) {
  return h(
    "table",
    { class: "ledger stack", role: "table" },
    h(
      "thead",
      { role: "rowgroup" },
      h(
        "tr",
        { role: "row" },
        ["fig.what", "fig.given", "fig.reading"].map((key) =>
          h("th", { scope: "col", role: "columnheader" }, ctx.t(key)),
        ),
      ),
    ),
    h(
      "tbody",
      { role: "rowgroup" },
      rows.map((finding) =>
        h(
          "tr",
          { "data-finding": finding.id, role: "row" },
          h(
            "th",
            { scope: "row", role: "rowheader" },
            link(
              ctx,
              { view: "differences", finding: finding.id },
              { class: "plain" },
              question(ctx, finding),
            ),
          ),
          h(
            "td",
            { role: "cell" },
            h(
              "ul",
              { class: "vals" },
              finding.sides.flatMap((side) => forms(ctx, finding, side)),
            ),
          ),
          h("td", { role: "cell", class: "why" }, reading(ctx, finding)),
        ),
      ),
    ),
  );
}

/** One line a wording: the same value may be written in two ways. */
function forms(ctx, finding, side) {
  const byWords = new Map();
  for (const place of side.places) {
    const words = clean(ctx.model.text({ article: place.article, ...place.words }));
    const key = words.toLowerCase();
    if (!byWords.has(key)) byWords.set(key, { words, places: [] });
    byWords.get(key).places.push(place);
  }
  return [...byWords.values()].map(({ words, places }) =>
    h(
      "li",
      link(
        ctx,
        placeIn(places[0].article, finding, firstWords(places[0])),
        { class: "val" },
        differs(finding) ? h("mark", words) : words,
      ),
      badges(ctx.model.sourcesOf(places.map((p) => p.article)), ctx.words),
    ),
  );
}

/** "two leaders", "one of them": a small count in words says little alone. */
const isSmallTalk = (source, q) =>
  q.kind === "COUNT" && q.value !== null && q.value < 10 && !/\d/.test(source.text.slice(q.start, q.end));

/** Amounts that no finding touches, the larger kinds first: ordinals and ages say little alone. */
function unpaired(model, rows) {
  const used = rows.flatMap((f) => f.places);
  const out = [];
  for (const source of model.sources) {
    for (const q of source.quantities) {
      const touched = used.some(
        (p) => p.article === source.id && p.words.start < q.end && q.start < p.words.end,
      );
      if (!touched && q.kind !== "ORDINAL" && !isSmallTalk(source, q)) out.push({ ...q, article: source.id });
    }
  }
  const order = ["MONEY", "PERCENT", "POINTS", "COUNT", "MEASURE", "RATE", "SCORE", "AGE"];
  return out.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function restLine(ctx, item) {
  const source = ctx.model.byId.get(item.article);
  const words = { start: item.start, end: item.end };
  const place = {
    article: item.article,
    words,
    marks: [],
    frame: sentenceAround(source.text, item.start, item.end, source.bodyStart),
  };
  return h(
    "li",
    h(
      "span",
      link(
        ctx,
        { view: "article", article: item.article, at: String(item.start) },
        { class: "plain" },
        h("b", clean(source.text.slice(item.start, item.end))),
      ),
      " ",
      quoted(ctx, place, ctx.model.snippet(place, 110), { dim: true }),
    ),
    badge(source),
  );
}
