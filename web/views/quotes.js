// quotes.js — the same utterance in several articles, set against its first line; then who is quoted
// by one article alone.

import { h } from "../lib/dom.js";
import { diffWords } from "../lib/diff.js";
import { textOf } from "../lib/model.js";
import { badge } from "../lib/sources.js";
import { atFirst, clean, link, section } from "./parts.js";

const AT_FIRST = 8;
const LINES_AT_FIRST = 4;
const COMPARABLE = 0.6; // with fewer common words a diff is noise: the words alone are shown

export function quotesView(ctx) {
  const { model } = ctx;
  const groups = model.quoteGroups;
  const used = new Set(groups.flatMap((g) => g.members.map((m) => `${m.article} ${m.quote}`)));
  const single = model.sources.flatMap((source) =>
    source.quotes
      .map((quote, i) => ({ source, quote, key: `${source.id} ${i}` }))
      .filter((item) => !used.has(item.key) && item.quote.content.length > 0),
  );
  if (groups.length === 0 && single.length === 0) {
    return section(ctx, "quotes", { sub: null }, h("p", { class: "open-note" }, ctx.t("quotes.none")));
  }
  return section(
    ctx,
    "quotes",
    groups.length > 0 ? {} : { sub: model.isThin ? null : ctx.t("quotes.nogroup") },
    groups.map((g) => group(ctx, g)),
    single.length > 0 &&
      h(
        "div",
        { class: "sub" },
        !model.isThin && h("h3", ctx.t("quotes.rest")),
        atFirst(
          ctx,
          single,
          AT_FIRST,
          "quotes.more",
          (item) => line(ctx, item.source, item.quote),
          (nodes) => h("div", { class: "qlist" }, nodes),
        ),
      ),
  );
}

function group(ctx, { members }) {
  const items = members
    .map((m) => ({ source: ctx.model.byId.get(m.article), member: m }))
    .map((item) => ({ ...item, quote: item.source.quotes[item.member.quote] }))
    .filter((item) => item.quote && item.quote.content.length > 0);
  if (items.length < 2) return null;
  const yardstick = pickYardstick(items);
  const base = contentOf(yardstick.source, yardstick.quote);
  const rest = items
    .filter((item) => item !== yardstick)
    .map((item) => ({ ...item, near: nearness(base, contentOf(item.source, item.quote)) }))
    .sort((a, b) => b.near - a.near);
  return h(
    "div",
    { class: "qg" },
    line(ctx, yardstick.source, yardstick.quote, null),
    atFirst(
      ctx,
      rest,
      LINES_AT_FIRST,
      "quotes.more",
      (item) => line(ctx, item.source, item.quote, item.near >= COMPARABLE ? base : null, item.member.change),
      (nodes) => h("div", nodes),
    ),
  );
}

/** How much of the shorter of two wordings the other one keeps, in order. */
function nearness(a, b) {
  const { x, y, kept } = diffWords(a, b);
  return kept.length / Math.max(1, Math.min(x.length, y.length));
}

/** Quotation marks before none, then the longest. */
function pickYardstick(items) {
  const rank = (item) => (item.quote.direct ? 1e6 : 0) + contentOf(item.source, item.quote).length;
  return items.reduce((best, item) => (rank(item) > rank(best) ? item : best));
}

const contentOf = (source, quote) =>
  clean(quote.content.map(([start, end]) => textOf(source, { start, end })).join(" … ")).trim();

function line(ctx, source, quote, base = null, change = null) {
  const words = contentOf(source, quote);
  const who = quote.source.map(([start, end]) => clean(textOf(source, { start, end }))).join(" ");
  const cue = quote.cue.map(([start, end]) => clean(textOf(source, { start, end }))).join(" ");
  const body = base === null ? words : compared(base, words);
  return h(
    "div",
    { class: "qv" },
    h(
      "p",
      { class: "sp" },
      badge(source),
      " ",
      h("b", who || ctx.t("quotes.nobody")),
      cue && ` ${cue}`,
      h("small", ctx.t(quote.direct ? "quotes.direct" : "quotes.indirect")),
      change && change !== "verbatim" && h("small", ctx.t(`change.${change}`) ?? change),
    ),
    h(
      "p",
      { class: "w", dir: "auto" },
      quote.direct && "“",
      body,
      quote.direct && "”",
      " ",
      link(
        ctx,
        { view: "article", article: source.id, at: String(quote.content[0][0]) },
        { class: "inplace", "aria-label": `${ctx.t("ev.read")}: ${source.name}` },
        ctx.t("ev.read"),
      ),
    ),
  );
}

/** b with what it put in marked, and what it lacks of a struck out where it would have stood. */
function compared(a, b) {
  const { x, y, kept } = diffWords(a, b);
  const nodes = [];
  let at = 0;
  const gone = (from, to) => {
    const last = nodes.at(-1);
    if (last && !/\s$/.test(last.textContent ?? last)) nodes.push(" ");
    const follows = at < b.length && !/^[\s\p{P}]/u.test(b.slice(at));
    nodes.push(h("del", a.slice(x[from].start, x[to - 1].end)), follows ? " " : "");
  };
  const put = (from, to) => {
    if (from >= to) return;
    nodes.push(b.slice(at, y[from].start), h("ins", b.slice(y[from].start, y[to - 1].end)));
    at = y[to - 1].end;
  };
  let i = 0;
  let j = 0;
  for (const [p, q] of [...kept, [x.length, y.length]]) {
    if (j < q) put(j, q);
    if (i < p) {
      const next = q < y.length ? y[q].start : Math.max(at, y.at(-1)?.end ?? 0);
      nodes.push(b.slice(at, next));
      at = next;
      gone(i, p);
    }
    i = p + 1;
    j = q + 1;
  }
  nodes.push(b.slice(at));
  return nodes;
}
