// parts.js — what several views share: sections, links into the comparison, marked words, evidence.

import { rejection } from "../lib/corrections.js";
import { h } from "../lib/dom.js";
import { paint } from "../lib/highlight.js";
import { badge, badges } from "../lib/sources.js";

/** A section: its head stays beside it when there is room. */
export function section(
  ctx,
  name,
  { sub = ctx.t(`${name}.sub`), title = ctx.t(`${name}.title`) } = {},
  ...children
) {
  const id = `h-${name}`;
  return h(
    "section",
    { class: "sec", id: ctx.anchors[name] ?? name, "aria-labelledby": id, part: `section ${name}` },
    h("header", h("h2", { id, tabindex: "-1" }, title), sub && h("p", sub)),
    h("div", { class: "body" }, children),
  );
}

/** A link to a place in this comparison. */
export function link(ctx, place, props, ...children) {
  return h("a", { ...props, href: ctx.href(place) }, children);
}

/** The address of one place of a finding: an article may have several, a headline and what belies it. */
export const placeIn = (article, finding, { start }) => ({
  view: "article",
  article,
  finding: finding.id,
  at: String(start),
});

/** The words of a place that differ, the first of them. */
export const firstWords = (place) => place.marks?.[0] ?? place.words;

/** A stretch of a source with some of its words marked, dots where it was cut. */
export function quoted(ctx, place, window, { dim = false, bare = false, mark = null } = {}) {
  const source = ctx.model.byId.get(place.article);
  const marks = (place.marks ?? [place.words]).map((m) => ({ ...m, rank: 1 }));
  const nodes = paint(source.text, window.start, window.end, marks, (_, words) =>
    mark ? mark(clean(words)) : h("mark", clean(words)),
  );
  for (const node of nodes) if (node.nodeType === 3) node.data = clean(node.data);
  const outer = place.frame ?? window;
  const before = window.start > outer.start ? "… " : "";
  const after = window.end < outer.end ? " …" : "";
  return h(
    "q",
    { class: dim ? "dim" : null, lang: source.language === "und" ? null : source.language, dir: "auto" },
    !bare && "“",
    before,
    nodes,
    after,
    !bare && "”",
  );
}

/** Line breaks and runs of spaces inside a quotation are one space. */
export const clean = (text) => text.replace(/\s+/g, " ");

/** “verdict” and why, in a sentence. */
export function reading(ctx, item) {
  const verdict = ctx.t(`verdict.${item.verdict}`);
  const why = ctx.words.said(item.why ?? "");
  return [h("strong", verdict), " ", why && h("span", { lang: "en", dir: "auto" }, why)];
}

/** The question a finding answers. */
export function question(ctx, finding) {
  const noun = ctx.model.nounOf(finding);
  const of = clean(noun).trim();
  const known = of && of.length <= 40 ? ctx.t(`ask.${finding.kind}.of`, { of }) : null;
  const asked = ctx.t(`ask.${finding.verdict}`) ?? ctx.t(`ask.${finding.kind}`);
  return known ?? asked ?? ctx.t("ask.claim");
}

/** Every place of a finding, a line each: badge, sentence, the differing words marked. */
export function everyWord(ctx, finding) {
  return h(
    "ul",
    finding.places.map((place) => {
      const source = ctx.model.byId.get(place.article);
      return h(
        "li",
        badge(source),
        h(
          "span",
          quoted(ctx, place, place.frame),
          " ",
          link(
            ctx,
            placeIn(source.id, finding, firstWords(place)),
            { class: "inplace", "aria-label": `${ctx.t("ev.read")}: ${source.name}` },
            ctx.t("ev.read"),
          ),
        ),
      );
    }),
  );
}

/** The sheet that opens under the line that was read: one column a side, why, and the way out. */
export function evidence(ctx, finding, { here = null, close }) {
  const sides = [...finding.sides].sort((a, b) => hasHere(b, here) - hasHere(a, here));
  const title = h("h3", { tabindex: "-1" }, question(ctx, finding));
  return h(
    "aside",
    { class: "ev", "aria-label": ctx.t("ev.title"), part: "evidence" },
    h(
      "div",
      { class: "evhead" },
      title,
      h("button", { type: "button", class: "btn", on: { click: close } }, ctx.t("ev.close")),
    ),
    h(
      "div",
      { class: `pair n${Math.min(sides.length, 3)}` },
      sides.map((side) => column(ctx, finding, side, here)),
    ),
    h("p", { class: "why" }, reading(ctx, finding)),
    h(
      "p",
      { class: "acts" },
      copyButton(ctx, { view: "differences", finding: finding.id }),
      rejectButton(ctx, finding),
    ),
  );
}

const hasHere = (side, here) => Number(side.places.some((p) => p.article === here));

function column(ctx, finding, side, here) {
  const main = side.places.find((p) => p.article === here) ?? side.places[0];
  const source = ctx.model.byId.get(main.article);
  const rest = side.sources.filter((s) => s !== source);
  return h(
    "figure",
    h(
      "figcaption",
      badge(source),
      link(ctx, placeIn(source.id, finding, firstWords(main)), { class: "name" }, source.name),
      rest.length > 0 && [" ", ctx.t("ev.also"), " ", badges(rest, ctx.words)],
    ),
    quoted(ctx, main, main.frame),
  );
}

/** The sheet of a fact: each source's own clause. */
export function factSheet(ctx, fact, { close }) {
  return h(
    "aside",
    { class: "ev", "aria-label": ctx.t("ev.title") },
    h(
      "div",
      { class: "evhead" },
      h("h3", { tabindex: "-1" }, ctx.t("ev.title")),
      h("button", { type: "button", class: "btn", on: { click: close } }, ctx.t("ev.close")),
    ),
    h(
      "ul",
      { class: "lines" },
      fact.members.map((member) => {
        const source = ctx.model.byId.get(member.article);
        const span = { start: member.start, end: member.end };
        return h(
          "li",
          badge(source),
          h(
            "span",
            quoted(ctx, { article: source.id, words: span, marks: [], frame: span }, span),
            " ",
            link(
              ctx,
              { view: "article", article: source.id, fact: fact.id, at: String(member.start) },
              { class: "inplace", "aria-label": `${ctx.t("ev.read")}: ${source.name}` },
              ctx.t("ev.read"),
            ),
          ),
        );
      }),
    ),
  );
}

/** "This is wrong": takes a finding out of the whole comparison; it can be taken back at its end. */
export function rejectButton(ctx, finding) {
  return h(
    "button",
    {
      type: "button",
      class: "btn",
      on: {
        click() {
          ctx.say(ctx.t("correct.said"));
          ctx.correct(rejection(finding), "#h-diff");
        },
      },
    },
    ctx.t("correct.reject"),
  );
}

function copyButton(ctx, place) {
  const button = h("button", { type: "button", class: "btn" }, ctx.t("ev.copy"));
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(new URL(ctx.href(place), location.href).href);
      button.textContent = ctx.t("ev.copied");
      ctx.say(ctx.t("ev.copied"));
    } catch {
      location.hash = ctx.href(place); // no clipboard here: the address bar has it
    }
  });
  return button;
}

/** A list that shows its first items and says how many more there are. */
export function atFirst(ctx, items, count, key, make, wrap = (nodes) => nodes) {
  const shown = items.slice(0, count).map(make);
  const rest = items.slice(count);
  const holder = wrap(shown);
  if (rest.length === 0) return holder;
  const button = h("button", { type: "button", class: "more" }, ctx.t(key, { n: rest.length }));
  button.addEventListener(
    "click",
    () => {
      const nodes = rest.map(make);
      holder.append(...nodes);
      button.remove();
      const target = nodes[0].querySelector?.("a, button") ?? nodes[0];
      target.focus?.();
    },
    { once: true },
  );
  return [holder, button];
}
