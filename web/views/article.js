// article.js — the main view: one article as it was written, with what others confirm, dispute and
// add marked in place, and in the margin what is missing here.

import { h } from "../lib/dom.js";
import { paint } from "../lib/highlight.js";
import { covered, differs, textOf } from "../lib/model.js";
import { badge, badges } from "../lib/sources.js";
import { clean, evidence, factSheet, firstWords, link, placeIn, section } from "./parts.js";

const NOTES_AT_FIRST = 2; // "not found here" notes beside one paragraph

export function articleView(ctx) {
  const holder = h("div", { class: "artholder" });
  const element = section(ctx, "art", {}, picker(ctx), legend(ctx), holder);
  let shown = null;
  element.show = (place) => {
    const source =
      ctx.model.byId.get(place.article) ?? ctx.model.byId.get(shown?.article) ?? ctx.model.sources[0];
    const at = place.at === undefined ? null : Number(place.at);
    const now = { article: source.id, finding: place.finding ?? null, fact: place.fact ?? null, at };
    if (shown && Object.keys(now).every((key) => shown[key] === now[key])) return;
    shown = now;
    for (const a of element.querySelectorAll(".pick a")) {
      if (a.dataset.source === source.id) a.setAttribute("aria-current", "true");
      else a.removeAttribute("aria-current");
    }
    holder.replaceChildren(...reader(ctx, source, now));
  };
  element.show({});
  return element;
}

function picker(ctx) {
  return h(
    "nav",
    { class: "pick", "aria-label": ctx.t("art.pick") },
    h(
      "ul",
      ctx.model.sources.map((source) =>
        h(
          "li",
          link(
            ctx,
            { view: "article", article: source.id },
            { "data-source": source.id },
            badge(source, { silent: true }),
            h("span", source.name),
          ),
        ),
      ),
    ),
  );
}

function legend(ctx) {
  const key = (cls, text) => h("span", h("b", { class: cls }, ctx.t("art.sample")), " ", text);
  return h(
    "p",
    { class: "legend", "aria-hidden": "true" },
    key("m same", ctx.t("art.same")),
    key("m differs", ctx.t("art.differs")),
    key("m only", ctx.t("art.only")),
    ctx.model.damage.length > 0 && key("m damaged", ctx.t("art.damaged")),
  );
}

function reader(ctx, source, place) {
  const marks = marksOf(ctx, source);
  const missing = placeMissing(ctx, source);
  const wholes = source.paragraphs.map((span) => isAlone(within(marks, span), span));
  const open = openAt(source, marks, place);
  const rows = source.paragraphs.map((span, i) => {
    const here = i === open;
    const { row, sheet } = paragraph(
      ctx,
      source,
      span,
      marks,
      missing.get(i) ?? [],
      place,
      here,
      wholes[i - 1],
    );
    if (here && !sheet) {
      row.classList.add("here");
      row.tabIndex = -1;
    }
    return [row, sheet];
  });
  const art = h("div", { class: "art", lang: source.language === "und" ? null : source.language }, rows);
  return [heading(ctx, source, marks), h("div", { class: "reader" }, minimap(ctx, source, marks), art)];
}

/** The paragraph that an address points at: the one it names, else the first with the words it names. */
function openAt(source, marks, { finding, fact, at }) {
  const picked = marks.filter((m) => (m.finding ? m.finding.id === finding : m.fact && m.fact.id === fact));
  const start = at ?? Math.min(...picked.map((m) => m.start));
  return Number.isFinite(start) ? source.paragraphs.findIndex((p) => start < p.end) : -1;
}

function heading(ctx, source, marks) {
  const shared =
    covered(marks.filter((m) => m.kind !== "only" && m.kind !== "damaged")) /
    Math.max(1, covered(source.paragraphs));
  const n = ctx.model.findingsAt(source.id).length;
  const values = { n, shared: ctx.words.percent(Math.min(1, shared)) };
  return h(
    "div",
    { class: "arthead" },
    h(
      "small",
      [source.name, ctx.words.date(source.published), ctx.t("source.words", { n: source.words })]
        .filter(Boolean)
        .join(", "),
    ),
    source.title &&
      !source.text.slice(0, 400).includes(source.title) &&
      h("p", { class: "arttitle" }, source.title),
    !ctx.model.isThin &&
      h("p", { class: "artsum" }, ctx.t(n === 0 ? "art.summary.0" : "art.summary", values)),
  );
}

/** Everything marked in an article. Higher rank shows where marks overlap. */
function marksOf(ctx, source) {
  const { model } = ctx;
  const marks = [];
  for (const fact of model.facts) {
    const others = fact.articles.filter((id) => id !== source.id);
    for (const m of fact.members) {
      if (m.article !== source.id) continue;
      if (others.length > 0)
        marks.push({
          start: m.start,
          end: m.end,
          kind: "same",
          rank: 2,
          fact,
          others: model.sourcesOf(others),
        });
      else if (!model.isThin)
        marks.push({ start: m.start, end: m.end, kind: "only", rank: 1, fact, others: [] });
    }
  }
  for (const d of model.damage) {
    if (d.article === source.id && d.end > d.start)
      marks.push({ start: d.start, end: d.end, kind: "damaged", rank: 3, damage: d });
  }
  for (const finding of model.differing) {
    for (const place of finding.places) {
      if (place.article !== source.id) continue;
      for (const m of place.marks ?? [place.words]) marks.push({ ...m, kind: "differs", rank: 4, finding });
    }
  }
  return marks;
}

const within = (marks, span) => marks.filter((m) => m.start < span.end && m.end > span.start);

/** Every place of what is opened is marked as opened; the sheet stands under one of them (`here`). */
function paragraph(ctx, source, span, marks, missing, place, here, follows) {
  const inside = within(marks, span);
  const whole = isAlone(inside, span);
  const shown = whole ? inside.filter((m) => m.kind !== "only") : inside;
  let open = null;
  const nodes = paint(source.text, span.start, span.end, shown, (mark, words) => {
    const selected =
      (mark.finding && mark.finding.id === place.finding) ||
      (mark.fact && !mark.finding && mark.fact.id === place.fact);
    if (selected && here) open ??= mark;
    return markNode(ctx, source, mark, words, { selected, expanded: selected && here });
  });
  const look = span.above ? " above" : isHeading(source, span) ? " head" : "";
  const row = h(
    "div",
    { class: `row${whole ? " alone" : ""}` },
    h("p", { class: `t${look}`, dir: "auto" }, nodes),
    margin(ctx, source, inside, whole && !follows, missing),
  );
  if (!open) return { row, sheet: null };
  const close = () =>
    ctx.go(
      { view: "article", article: source.id },
      {
        focus: `.art a.m[data-${open.finding ? "finding" : "fact"}="${CSS.escape((open.finding ?? open.fact).id)}"][data-at="${open.start}"]`,
      },
    );
  const sheet = open.finding
    ? evidence(ctx, open.finding, { here: source.id, close })
    : factSheet(ctx, open.fact, { close });
  return { row, sheet };
}

const isHeading = (source, span) => {
  const text = source.text.slice(span.start, span.end);
  return text.length < 110 && !/[.!?…:;,”"’)]$/.test(text);
};

/** A whole paragraph that nobody else tells gets one rule beside it, not a line under each word. */
function isAlone(inside, span) {
  const only = inside.filter((m) => m.kind === "only");
  return (
    only.length > 0 &&
    !inside.some((m) => m.kind === "same" || m.kind === "differs") &&
    covered(only) > 0.6 * (span.end - span.start)
  );
}

function markNode(ctx, source, mark, words, { selected, expanded }) {
  if (mark.kind === "damaged") return h("span", { class: "m damaged" }, words);
  const lead = words.length - words.trimStart().length;
  const at = String(mark.start);
  const place = mark.finding
    ? placeIn(source.id, mark.finding, mark)
    : { view: "article", article: source.id, fact: mark.fact.id, at };
  const description = mark.finding
    ? ctx.t("art.desc.differs", {
        list: mark.finding.sides
          .map(
            (s) =>
              `${ctx.model.text({ article: s.places[0].article, ...s.places[0].words })} (${s.sources.map((x) => x.name).join(", ")})`,
          )
          .join("; "),
      })
    : mark.kind === "same"
      ? ctx.t("art.desc.same", { list: ctx.words.list(mark.others.map((s) => s.name)) })
      : ctx.t("art.desc.only");
  const a =
    mark.kind === "only"
      ? h("span", { class: "m only" }, words.slice(lead))
      : link(
          ctx,
          place,
          {
            class: `m ${mark.kind}${selected ? " open" : ""}`,
            "aria-description": description,
            "aria-expanded": expanded ? "true" : "false",
            "data-at": at,
            ...(mark.finding ? { "data-finding": mark.finding.id } : { "data-fact": mark.fact.id }),
          },
          words.slice(lead),
        );
  return lead > 0 ? h("span", { class: "lead" }, words.slice(0, lead), a) : a;
}

// ---- margin ---------------------------------------------------------------------------------

function margin(ctx, source, inside, alone, missing) {
  const notes = [];
  const seen = new Set();
  for (const mark of inside) {
    if (mark.kind !== "differs" || seen.has(mark.finding)) continue;
    seen.add(mark.finding);
    notes.push(disputeNote(ctx, source, mark));
  }
  const others = [...new Set(inside.filter((m) => m.kind === "same").flatMap((m) => m.others))].sort(
    (a, b) => a.index - b.index,
  );
  if (others.length > 0) notes.push(h("p", ctx.t("art.also"), " ", badges(others, ctx.words)));
  const repairs = [
    ...new Set(
      inside
        .filter((m) => m.kind === "damaged")
        .map((m) =>
          m.damage.repair
            ? ctx.t("art.damage", { as: m.damage.repair })
            : ctx.t("art.damage.open", { was: clean(textOf(source, m)) }),
        ),
    ),
  ];
  if (repairs.length > 0) notes.push(h("p", { class: "dmg" }, repairs.slice(0, 4).join(" ")));
  if (alone) notes.push(h("p", h("b", ctx.t("art.onlyhere"))));
  if (missing.length > 0) notes.push(missingNote(ctx, missing));
  return h("div", { class: "notes" }, notes);
}

/** What others say instead; an article at odds with itself, as a headline with its text, what it says. */
function disputeNote(ctx, source, { finding, start }) {
  const elsewhere = finding.sides.filter((side) => !side.places.some((p) => p.article === source.id));
  const isHere = (p) => p.article === source.id && p.words.start <= start && start < p.words.end;
  const others = elsewhere.length > 0 ? elsewhere : finding.sides.filter((s) => !s.places.some(isHere));
  if (others.length === 0) return null;
  return h(
    "p",
    { class: "dispute" },
    others.map((side) => {
      const place = side.places[0];
      const words = clean(ctx.model.text({ article: place.article, ...firstWords(place) }));
      return h(
        "span",
        { class: "line" },
        h("b", "“", words.length > 90 ? `${words.slice(0, 88)}…` : words, "”"),
        " ",
        ctx.t("art.in"),
        " ",
        badges(side.sources, ctx.words),
      );
    }),
  );
}

function missingNote(ctx, missing) {
  const line = ({ label, sources, told, fact, kind }) =>
    h(
      "li",
      kind !== "fact" && [h("i", ctx.t(`omit.${kind}`) ?? kind), " "],
      link(ctx, { view: "article", article: told.article, fact, at: String(told.start) }, {}, label),
      " ",
      badges(sources, ctx.words),
    );
  const first = missing.slice(0, NOTES_AT_FIRST);
  const rest = missing.slice(NOTES_AT_FIRST);
  return h(
    "div",
    { class: "nothere" },
    h("b", ctx.t("art.nothere")),
    h("ul", first.map(line)),
    rest.length > 0 &&
      h("details", h("summary", ctx.t("art.more", { n: rest.length })), h("ul", rest.map(line))),
  );
}

/** Where what is missing would have stood: after the fact that comes before it where it is told. */
function placeMissing(ctx, source) {
  const { model } = ctx;
  const out = new Map();
  for (const omission of missingIn(model, source)) {
    const at = omission.at ? paragraphAt(source, omission.at.start) : anchorOf(model, source, omission);
    if (!out.has(at)) out.set(at, []);
    out.get(at).push(omission);
  }
  return out;
}

/** Missing facts of one article, each once, most tellers first. */
export function missingIn(model, source) {
  const seen = new Set();
  const out = [];
  for (const o of model.omissions) {
    const fact = model.factById.get(o.fact);
    if (o.missing_in !== source.id || (fact && o.kind === "fact" && seen.has(fact.id))) continue;
    if (fact && o.kind === "fact") seen.add(fact.id);
    const whole = fact && o.kind === "fact";
    const sources = model.sourcesOf(whole ? fact.articles : [o.told.article]);
    const label = clean(whole ? model.label(fact) : model.text(o.told)).trim();
    out.push({
      ...o,
      label: label.length > 120 ? `${label.slice(0, 118).replace(/\s+\S*$/, "")} …` : label,
      sources,
    });
  }
  return out.sort((a, b) => (b.at ? 1 : 0) - (a.at ? 1 : 0) || b.sources.length - a.sources.length);
}

const paragraphAt = (source, offset) => {
  const i = source.paragraphs.findIndex((p) => offset < p.end);
  return i < 0 ? source.paragraphs.length - 1 : i;
};

function anchorOf(model, source, omission) {
  let best = null;
  for (const fact of model.shared) {
    const here = fact.members.find((m) => m.article === source.id);
    const there = fact.members.find((m) => m.article === omission.told.article);
    if (here && there && there.start <= omission.told.start && (!best || there.start > best.there))
      best = { there: there.start, here: here.start };
  }
  return best ? paragraphAt(source, best.here) : source.paragraphs.length - 1;
}

// ---- minimap --------------------------------------------------------------------------------

/** The whole article as a strip: grey told by others, yellow disputed, pale alone. */
function minimap(ctx, source, marks) {
  const length = Math.max(1, source.text.length);
  const bar = (mark, cls, place) => {
    const el = link(ctx, place, { class: cls, tabindex: "-1", "aria-hidden": "true" });
    el.style.setProperty("inset-block-start", `${((100 * mark.start) / length).toFixed(2)}%`);
    el.style.setProperty(
      "block-size",
      `${Math.max(0.6, (100 * (mark.end - mark.start)) / length).toFixed(2)}%`,
    );
    return el;
  };
  const same = marks.filter((m) => m.kind === "same");
  const hot = marks.filter((m) => m.kind === "differs" && differs(m.finding));
  return h(
    "div",
    { class: "map", "aria-hidden": "true" },
    same.map((m) => bar(m, "same", { view: "article", article: source.id, fact: m.fact.id })),
    hot.map((m) => bar(m, "hot", placeIn(source.id, m.finding, m))),
  );
}
