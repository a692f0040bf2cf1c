// time.js — what happened when, as far as the words allow: a drawing with a lane a source around the days
// that the articles are from, then every date with the words that give it.

import { scaleUtc } from "d3-scale";
import { utcDay } from "d3-time";
import { h, svg } from "../lib/dom.js";
import { drawing, drawnBadge } from "../lib/drawing.js";
import { sentenceAround } from "../lib/highlight.js";
import { badge, badges } from "../lib/sources.js";
import { atFirst, clean, link, quoted, section } from "./parts.js";

const AT_FIRST = 12;
const AROUND = 45; // days before and after the articles that the drawing holds
const LANE = 30;
const TOP = 34;
const LEFT = 34;

export function timeView(ctx) {
  const { model } = ctx;
  const rows = model.timeline
    .map((entry) => ({ ...entry, when: readDate(ctx.words, entry.value) }))
    .filter((entry) => entry.when);
  if (rows.length === 0) return null;
  rows.sort((a, b) =>
    a.when.from < b.when.from ? -1 : a.when.from > b.when.from ? 1 : a.when.to < b.when.to ? -1 : 1,
  );
  const disputed = model.differing
    .filter((f) => f.kind === "date" || f.kind === "time")
    .flatMap((f) => f.places);
  for (const row of rows)
    row.disputed = row.members.some((m) =>
      disputed.some((p) => p.article === m.article && p.words.start < m.end && m.start < p.words.end),
    );
  const open = model.sources.flatMap((source) =>
    source.times.filter((time) => time.stale).map((time) => ({ ...time, article: source.id })),
  );
  const near = inView(model, rows);
  return section(
    ctx,
    "time",
    {},
    near.rows.length > 1 && [
      drawing(ctx, "time", (width) => draw(ctx, near, width)),
      near.rows.length < rows.length &&
        h("p", { class: "open-note" }, ctx.t("time.outside", { n: rows.length - near.rows.length })),
    ],
    atFirst(
      ctx,
      rows,
      AT_FIRST,
      "time.more",
      (entry) => rowOf(ctx, entry),
      (nodes) => h("ol", { class: "tl" }, nodes),
    ),
    open.length > 0 &&
      h(
        "div",
        { class: "sub" },
        h("h3", ctx.t("time.open")),
        h("p", { class: "open-note" }, ctx.t("time.open.sub")),
        h(
          "ul",
          { class: "words lines" },
          open.slice(0, AT_FIRST).map((time) => openLine(ctx, time)),
        ),
      ),
  );
}

// ---- the drawing ----------------------------------------------------------------------------

const dayOf = (iso) =>
  /^\d{4}-\d{2}-\d{2}/.test(iso ?? "") ? new Date(`${iso.slice(0, 10)}T00:00:00Z`) : null;
const nextDay = (date) => utcDay.offset(date, 1);

/** What lies around the days of the articles: the years before would press it into a point. */
function inView(model, rows) {
  const dates = model.sources.map((s) => dayOf(s.published)).filter(Boolean);
  const placed = rows
    .map((row) => ({ ...row, low: dayOf(row.low ?? row.value), high: dayOf(row.high ?? row.value) }))
    .filter((row) => row.low && row.high && row.high >= row.low);
  const all = dates.length > 0 ? dates : placed.map((row) => row.low);
  if (all.length === 0) return { rows: [], domain: null };
  const from = utcDay.offset(new Date(Math.min(...all)), -AROUND);
  const to = utcDay.offset(new Date(Math.max(...all)), AROUND);
  const kept = placed.filter((row) => row.low >= from && row.high <= to);
  const ends = [...dates, ...kept.flatMap((row) => [row.low, nextDay(row.high)])];
  return {
    rows: kept,
    domain: [utcDay.offset(new Date(Math.min(...ends)), -1), nextDay(new Date(Math.max(...ends)))],
  };
}

/** Broad marks first, so that a day stays visible on its month. */
const byBreadth = (a, b) => b.high - b.low - (a.high - a.low);

function draw(ctx, { rows, domain }, width) {
  const { model, words } = ctx;
  const height = TOP + LANE * model.sources.length + 6;
  const rtl = words.dir === "rtl";
  const range = rtl ? [width - LEFT, 8] : [LEFT, width - 8];
  const x = scaleUtc(domain, range);
  const ticks = x.ticks(Math.max(2, Math.floor(width / 130)));
  const format = words.tick(domain);
  const anchor = (t) => (Math.abs(x(t) - width) < 34 ? "end" : x(t) < 50 ? "start" : "middle");
  return svg(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": ctx.t("time.figure") },
    svg("defs", softEnds("soft")),
    svg(
      "g",
      { class: "axis", "aria-hidden": "true" },
      ticks.map((t) => [
        svg("line", { x1: x(t), x2: x(t), y1: TOP - 8, y2: height - 4 }),
        svg("text", { x: x(t), y: 14, "text-anchor": anchor(t) }, format(t)),
      ]),
      svg("line", { class: "base", x1: 0, x2: width, y1: TOP - 8, y2: TOP - 8 }),
    ),
    model.sources.map((source, i) => {
      const y = TOP + LANE * i + LANE / 2;
      const published = dayOf(source.published);
      const mine = rows.filter((row) => row.members.some((m) => m.article === source.id)).sort(byBreadth);
      return svg(
        "g",
        { class: "lane" },
        svg("line", { class: "rule", x1: 0, x2: width, y1: y + LANE / 2, y2: y + LANE / 2 }),
        drawnBadge(source, rtl ? width - 14 : 14, y, 9),
        mine.map((row) => mark(ctx, source, row, x, y)),
        published &&
          svg("path", {
            class: "published",
            d: `M${(x(published) + x(nextDay(published))) / 2} ${y + LANE / 2 - 2}l-5 -7h10z`,
          }),
      );
    }),
  );
}

/** Where a span of days has no edge in the words, its ends are drawn soft. */
const softEnds = (id) =>
  svg(
    "linearGradient",
    { id },
    [0, 0.25, 0.75, 1].map((offset, i) =>
      svg("stop", { offset, "stop-color": "currentColor", "stop-opacity": i === 0 || i === 3 ? 0.05 : 0.42 }),
    ),
  );

function mark(ctx, source, row, x, y) {
  const member = row.members.find((m) => m.article === source.id);
  const [from, to] = [x(row.low), x(nextDay(row.high))].sort((a, b) => a - b);
  const vague = isVague(source, member);
  const broad = row.high > row.low;
  const tall = broad ? 7 : 15;
  const said = clean(ctx.model.text(member));
  return svg(
    "a",
    {
      href: ctx.href({ view: "article", article: source.id, at: String(member.start) }),
      "aria-label": `${source.name}: ${row.when.words}, “${said}”`,
      class: `when${broad ? " broad" : ""}${vague ? " vague" : ""}${row.disputed ? " hot" : ""}`,
    },
    svg("title", `${row.when.words}: “${said}”`),
    svg("rect", {
      class: "hit",
      x: Math.min(from, (from + to) / 2 - 12),
      y: y - 13,
      width: Math.max(24, to - from),
      height: 26,
    }),
    svg("rect", {
      class: "bar",
      x: from,
      y: y - tall / 2,
      width: Math.max(3, to - from - 1), // two days side by side stay two
      height: tall,
      ...(vague ? { fill: "url(#soft)" } : {}),
    }),
  );
}

const isVague = (source, m) => source.times.some((t) => t.vague && t.start < m.end && m.start < t.end);

// ---- the words ------------------------------------------------------------------------------

function openLine(ctx, time) {
  const source = ctx.model.byId.get(time.article);
  const words = { start: time.start, end: time.end };
  const frame = sentenceAround(source.text, time.start, time.end, source.bodyStart);
  const place = { article: time.article, words, marks: [], frame };
  return h(
    "li",
    badge(source),
    h(
      "span",
      h("b", clean(source.text.slice(time.start, time.end))),
      " ",
      link(
        ctx,
        { view: "article", article: time.article, at: String(time.start) },
        { class: "plain" },
        quoted(ctx, place, frame, { dim: true }),
      ),
    ),
  );
}

function rowOf(ctx, entry) {
  const { model } = ctx;
  // A date that stands above an article is no sentence to read.
  const first = entry.members.find((m) => m.start >= model.byId.get(m.article).bodyStart) ?? entry.members[0];
  const source = model.byId.get(first.article);
  const place = {
    article: first.article,
    words: { start: first.start, end: first.end },
    marks: entry.disputed ? [{ start: first.start, end: first.end }] : [],
    frame: sentenceAround(source.text, first.start, first.end, source.bodyStart),
  };
  const words = [...new Set(entry.members.map((m) => clean(model.text(m))))];
  return h(
    "li",
    h("p", { class: "day num" }, entry.when.words),
    h(
      "div",
      h(
        "p",
        { class: "what" },
        link(
          ctx,
          { view: "article", article: first.article, at: String(first.start) },
          { class: "plain" },
          quoted(ctx, place, model.snippet(place, 150)),
        ),
      ),
      h(
        "p",
        { class: "small" },
        words
          .slice(0, 4)
          .map((w) => `“${w}”`)
          .join(", "),
        " ",
        badges(model.sourcesOf(entry.members.map((m) => m.article)), ctx.words),
      ),
    ),
  );
}

/** A TIMEX3 date as words and as a sortable stretch, or nothing. */
export function readDate(words, value) {
  const [from, to] = String(value).split("/");
  const a = one(words, from);
  const b = to ? one(words, to) : a;
  if (!a || !b) return null;
  const both = /^\d{4}-\d{2}-\d{2}$/;
  const said = both.test(from) && both.test(to) ? words.range(from, to) : `${a.words} – ${b.words}`;
  return { words: to ? said : a.words, from: a.key, to: b.key };
}

function one(words, value) {
  if (/^\d{4}-\d{2}-\d{2}/.test(value)) return { words: words.date(value), key: value.slice(0, 10) };
  const week = /^(\d{4})-W(\d{2})$/.exec(value);
  if (week) {
    const monday = mondayOf(+week[1], +week[2]);
    return { words: words.week(monday), key: monday };
  }
  const month = /^(\d{4})-(\d{2})$/.exec(value);
  if (month) return { words: words.month(value), key: `${value}-00` };
  if (/^\d{4}$/.test(value)) return { words: value, key: `${value}-00-00` };
  return null;
}

/** Monday of an ISO week, as a date. */
function mondayOf(year, week) {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const day = (fourth.getUTCDay() + 6) % 7;
  return new Date(fourth.getTime() + ((week - 1) * 7 - day) * 86_400_000).toISOString().slice(0, 10);
}
