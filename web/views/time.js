// time.js — what happened when, in order: the date as far as the words allow, the words that give
// it, and who gives them.

import { h } from "../lib/dom.js";
import { sentenceAround } from "../lib/highlight.js";
import { badge, badges } from "../lib/sources.js";
import { atFirst, clean, link, quoted, section } from "./parts.js";

const AT_FIRST = 12;

export function timeView(ctx) {
  const rows = ctx.model.timeline
    .map((entry) => ({ ...entry, when: readDate(ctx.words, entry.value) }))
    .filter((entry) => entry.when);
  if (rows.length === 0) return null;
  rows.sort((a, b) =>
    a.when.from < b.when.from ? -1 : a.when.from > b.when.from ? 1 : a.when.to < b.when.to ? -1 : 1,
  );
  const open = ctx.model.sources.flatMap((source) =>
    source.times.filter((time) => time.stale).map((time) => ({ ...time, article: source.id })),
  );
  return section(
    ctx,
    "time",
    {},
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
      quoted(ctx, place, frame, { dim: true }),
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
    marks: [],
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
          { view: "article", article: first.article },
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
