// event.js — the opening: what happened in one line, who, where and when, and whose words these are.

import { h, safeUrl } from "../lib/dom.js";
import { openingOf } from "../lib/model.js";
import { badge, badges } from "../lib/sources.js";
import { clean, link } from "./parts.js";
import { readDate } from "./time.js";

export function eventView(ctx) {
  const { model } = ctx;
  return h(
    "section",
    { class: "open", id: "event", "aria-labelledby": "h-event", part: "event" },
    headline(ctx),
    facets(ctx),
    h("div", { class: "srcs" }, h("div", linesTitle(ctx), stave(ctx), glance(ctx)), sourceList(ctx)),
    model.isThin &&
      h("p", { class: "single" }, h("strong", ctx.t("event.single")), " ", ctx.t("event.single.do")),
  );
}

const CLAUSE = [30, 150]; // characters a clause must have to stand as the line of the event

/** One line of what it is about: the brief's first sentence, the host's title, the clause that most
 *  articles tell, or a title; where it is an article's own words, with whose they are. */
function headline(ctx) {
  const { model } = ctx;
  const line = (words, ids) =>
    h(
      "h1",
      { id: "h-event", tabindex: "-1", dir: "auto" },
      words,
      ids && [" ", badges(model.sourcesOf(ids), ctx.words)],
    );
  const brief = model.brief?.[0];
  if (brief && model.byId.has(brief.article)) return line(clean(model.text(brief)));
  if (ctx.label) return line(ctx.label);
  const told = lede(model);
  if (told) return line(clean(model.text(told.member)), told.fact.articles);
  const titled = model.sources.filter((s) => s.title);
  const weight = (source) => model.shared.filter((f) => f.articles.includes(source.id)).length;
  if (titled.length > 0) {
    const best = titled.reduce((a, b) => (weight(b) > weight(a) ? b : a));
    return line(best.title, model.sources.length > 1 && [best.id]);
  }
  return line(model.facts[0] ? model.label(model.facts[0]) : (model.sources[0]?.name ?? ""));
}

/** The opening clause that most articles tell, if more than half of them do. */
function lede(model) {
  let best = null;
  for (const fact of model.shared) {
    if (fact.articles.length <= model.sources.length / 2) continue;
    if (best && fact.articles.length <= best.fact.articles.length) continue;
    const member = fact.members.find((m) => {
      const words = clean(model.text(m));
      const opens = m.start < (model.byId.get(m.article).paragraphs[1]?.end ?? 0);
      return opens && words.length >= CLAUSE[0] && words.length <= CLAUSE[1] && /^\p{Lu}/u.test(words);
    });
    if (member) best = { fact, member };
  }
  return best;
}

/** What there is to find, in a few lines that lead there. */
function glance(ctx) {
  const { model, words } = ctx;
  if (model.isThin) return null;
  const conflicts = model.differing.filter((f) => f.verdict === "conflict").length;
  const smaller = model.differing.length - conflicts;
  const counted = [
    conflicts && ctx.t("diff.conflicts", { n: conflicts }),
    smaller && ctx.t("diff.smaller", { n: smaller }),
  ].filter(Boolean);
  const alone = model.facts.filter((f) => f.articles.length === 1).length;
  const items = [
    [
      "differences",
      counted.length > 0
        ? words.capital(words.list(counted.map((c) => c.toLowerCase())))
        : ctx.t("glance.nodiff"),
    ],
    ["differences", model.fitting.length > 0 && ctx.t("glance.fits", { n: model.fitting.length })],
    ["facts", model.shared.length > 0 && ctx.t("glance.shared", { n: model.shared.length })],
    ["alone", alone > 0 && ctx.t("glance.alone", { n: alone })],
    ["quotes", model.quoteGroups.length > 0 && ctx.t("glance.quotes", { n: model.quoteGroups.length })],
  ].filter(([, text]) => text);
  return h(
    "ul",
    { class: "glance", "aria-label": ctx.t("event.glance") },
    items.map(([view, text]) => h("li", link(ctx, { view }, {}, text))),
  );
}

function facets(ctx) {
  const { model } = ctx;
  const spread = (e) => new Set(e.mentions.map((m) => m.article)).size;
  const top = (type, n) =>
    model.entities
      .filter((e) => e.type === type && (spread(e) > 1 || model.isThin))
      .sort((a, b) => spread(b) - spread(a) || b.mentions.length - a.mentions.length)
      .slice(0, n);
  const row = (label, list) =>
    list.length > 0 &&
    h(
      "div",
      h("dt", ctx.t(label)),
      list.map((item) =>
        h(
          "dd",
          h("bdi", item.name),
          " ",
          badges(model.sourcesOf(item.members.map((m) => m.article)), ctx.words),
        ),
      ),
    );
  const named = (list) => list.map((e) => ({ name: e.name, members: e.mentions }));
  const columns = [
    row("event.who", named(top("PER", 3))),
    row("event.org", named(top("ORG", 3))),
    row("event.where", named(top("LOC", 3))),
    row("event.when", topDates(ctx)),
  ].filter(Boolean);
  return columns.length > 0 && h("dl", { class: "wwww" }, columns);
}

function topDates(ctx) {
  const { model } = ctx;
  return model.timeline
    .filter((t) => /^\d{4}-\d{2}-\d{2}/.test(t.value))
    .map((t) => ({ ...t, spread: new Set(t.members.map((m) => m.article)).size }))
    .filter((t) => t.spread > 1 || model.isThin)
    .sort((a, b) => b.spread - a.spread || b.members.length - a.members.length)
    .slice(0, 2)
    .map((t) => ({
      name: readDate(ctx.words, t.value)?.words ?? t.value,
      members: t.members,
    }));
}

function linesTitle(ctx) {
  const { model, words } = ctx;
  const n = model.sources.length;
  if (n < 2) return h("h2", ctx.t("event.articles", { n }));
  if (model.origins.length > 0) {
    const lines = model.origins.length;
    const title =
      lines === 1
        ? ctx.t("event.lines", { n: 1, N: words.capital(words.word(n)) })
        : ctx.t("event.lines", { n: lines, N: words.capital(words.word(n)), L: words.word(lines) });
    return [h("h2", title), h("p", lines < n ? ctx.t("event.lines.sub") : ctx.t("event.nolines"))];
  }
  const sharing = model.sourcesOf(model.reuse.flatMap((r) => [r.a.article, r.b.article]));
  const sub =
    sharing.length > 0
      ? ctx.t("event.shared", { n: model.reuse.length, list: words.list(sharing.map((s) => s.letter)) })
      : ctx.t("event.nolines");
  return [h("h2", ctx.t("event.articles", { n })), h("p", sub)];
}

/** One line an origin, badges on it; articles that copy one text stand on one line. */
function stave(ctx) {
  const { model } = ctx;
  const lines = model.origins;
  if (lines.length < 2 || lines.length === model.sources.length) return null;
  return h(
    "ul",
    {
      class: "stave",
      "aria-label": ctx.t("event.lines", { n: lines.length, L: ctx.words.word(lines.length) }),
    },
    lines.map((ids) => h("li", badges(model.sourcesOf(ids), ctx.words))),
  );
}

function sourceList(ctx) {
  return h(
    "ul",
    { class: "chips", "aria-label": ctx.t("event.sources") },
    ctx.model.sources.map((source) => chip(ctx, source)),
  );
}

function chip(ctx, source) {
  const { words } = ctx;
  const url = safeUrl(source.url);
  const day = words.date(source.published);
  const date = !day
    ? ctx.t("source.undated")
    : source.published_from === "siblings"
      ? ctx.t("source.borrowed", { date: day })
      : day;
  return h(
    "li",
    { class: "chip", "data-source": source.id },
    badge(source, { silent: true }),
    link(ctx, { view: "article", article: source.id }, { class: "name" }, source.name),
    h("small", { class: "num" }, `${ctx.t("source.words", { n: source.words })}, ${date}`),
    saying(source),
    h(
      "small",
      { class: "from" },
      notesOf(ctx, source).join("; "),
      url && [
        " ",
        h("a", { href: url, rel: "noreferrer noopener", target: "_blank" }, ctx.t("source.original")),
      ],
    ),
  );
}

/** What an article calls itself; one without title and outlet is known by its first words. */
function saying(source) {
  if (source.title) return source.title !== source.name && h("span", { class: "title" }, source.title);
  const words = !source.source && openingOf(source);
  return words && h("span", { class: "title first", dir: "auto" }, "“", words, "”");
}

function notesOf(ctx, source) {
  const { model, words } = ctx;
  const out = [];
  const partners = model.reuse.filter((r) => r.a.article === source.id || r.b.article === source.id);
  if (partners.length > 0) {
    const others = model
      .sourcesOf(partners.flatMap((r) => [r.a.article, r.b.article]))
      .filter((s) => s !== source);
    out.push(ctx.t("source.shares", { n: partners.length, list: words.list(others.map((s) => s.letter)) }));
  }
  if (source.agencies.length > 0) out.unshift(ctx.t("source.credits", { list: words.list(source.agencies) }));
  if (source.stub) out.push(ctx.t("source.stub"));
  if (source.language && source.language !== "en" && source.language !== "und")
    out.push(ctx.t("source.language"));
  for (const note of source.notes)
    if (note.code !== "date_borrowed") out.push(words.said(String(note.text ?? note)).replace(/\.$/, ""));
  return out;
}
