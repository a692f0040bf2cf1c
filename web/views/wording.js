// wording.js — how each source names the same thing. Words only: no score, no camp.

import { h } from "../lib/dom.js";
import { textOf } from "../lib/model.js";
import { badge, badges } from "../lib/sources.js";
import { atFirst, clean, link, section } from "./parts.js";

const AT_FIRST = 10;
const COLUMNS = 6; // more sources than this: one list a thing instead of a column a source

export function wordingView(ctx) {
  const { model } = ctx;
  if (model.isThin || model.wording === null) return null;
  if (model.wording.length === 0)
    return section(
      ctx,
      "word",
      { sub: null },
      h("p", { class: "open-note" }, ctx.t("word.none")),
      reporting(ctx),
    );
  const wide = model.sources.length <= COLUMNS;
  const head = (...children) => h("th", { scope: "col", role: "columnheader" }, children);
  const body = (nodes) => h("tbody", { role: "rowgroup" }, nodes);
  const [rows, more] = [
    atFirst(ctx, model.wording, AT_FIRST, "word.more", (item) => rowOf(ctx, item, wide), body),
  ].flat();
  return section(
    ctx,
    "word",
    {},
    h(
      "table",
      { class: `names stack${wide ? " wide" : ""}`, role: "table", "aria-label": ctx.t("word.title") },
      h(
        "thead",
        { role: "rowgroup" },
        h(
          "tr",
          { role: "row" },
          head(ctx.t("word.meant")),
          wide ? model.sources.map((s) => head(badge(s))) : head(ctx.t("fig.given")),
        ),
      ),
      rows,
    ),
    more,
    reporting(ctx),
  );
}

const STRENGTHS = ["neutral", "claim", "deny", "admit", "accuse", "promise", "ask"];

/** How each tells what others said: its verbs by what they say of the speaker, its doubts, and where
 *  nobody does what is done. */
function reporting(ctx) {
  const list = ctx.model.reporting.filter(
    (r) => r.verbs.length + (r.hedges?.length ?? 0) + (r.agentless?.length ?? 0) > 0,
  );
  if (list.length === 0) return null;
  const known = STRENGTHS.filter((s) => list.some((r) => r.verbs.some((v) => v.strength === s)));
  const keys = [
    ...known.map((s) => [
      `strength.${s}`,
      (r) => r.verbs.filter((v) => v.strength === s).flatMap((v) => v.places),
    ]),
    ["report.hedges", (r) => r.hedges ?? []],
    ["report.agentless", (r) => r.agentless ?? []],
  ].filter(([, of]) => list.some((r) => of(r).length > 0));
  const sources = ctx.model.sourcesOf(list.map((r) => r.article));
  return h(
    "div",
    { class: "sub" },
    h("h3", ctx.t("report.title")),
    h(
      "table",
      { class: "names stack wide", role: "table", "aria-label": ctx.t("report.title") },
      h(
        "thead",
        { role: "rowgroup" },
        h(
          "tr",
          { role: "row" },
          h("th", { scope: "col", role: "columnheader" }, ctx.t("own.source")),
          keys.map(([key]) => h("th", { scope: "col", role: "columnheader" }, ctx.t(key))),
        ),
      ),
      h(
        "tbody",
        { role: "rowgroup" },
        sources.map((s) =>
          h(
            "tr",
            { role: "row" },
            h("th", { scope: "row", role: "rowheader" }, badge(s, { silent: true }), " ", s.name),
            keys.map(([key, of]) => told(ctx, s, key, of(list.find((r) => r.article === s.id)))),
          ),
        ),
      ),
    ),
  );
}

function told(ctx, source, key, places) {
  const forms = formsOf(source, places);
  if (forms.length === 0) return h("td", { role: "cell", class: "none" }, h("span", "–"));
  return h(
    "td",
    { role: "cell" },
    h("small", { class: "tag" }, ctx.t(key)),
    h(
      "ul",
      { class: "forms" },
      forms.slice(0, 6).map((f) => h("li", term(ctx, source, f))),
    ),
  );
}

function rowOf(ctx, { referent, terms }, wide) {
  const { sources } = ctx.model;
  return h(
    "tr",
    { role: "row" },
    h("th", { scope: "row", role: "rowheader", dir: "auto" }, nameOf(ctx, referent)),
    wide
      ? sources.map((s) => cell(ctx, s, formsOf(s, terms)))
      : h(
          "td",
          { role: "cell" },
          h(
            "ul",
            { class: "vals" },
            sources
              .filter((s) => terms.some((x) => x.article === s.id))
              .map((s) =>
                h(
                  "li",
                  formsOf(s, terms).map((f, i) => [i > 0 && "; ", term(ctx, s, f)]),
                  " ",
                  badges([s], ctx.words),
                ),
              ),
          ),
        ),
  );
}

/** What is meant: the name of an entity where the engine points at one, else its own words. */
const nameOf = (ctx, referent) => ctx.model.entities.find((e) => e.id === referent)?.name ?? referent;

function cell(ctx, source, forms) {
  if (forms.length === 0) return h("td", { role: "cell", class: "none" }, h("span", ctx.t("people.none")));
  return h(
    "td",
    { role: "cell" },
    h("span", { class: "tag", "aria-hidden": "true" }, badge(source, { silent: true })),
    h(
      "ul",
      { class: "forms" },
      forms.map((f) => h("li", term(ctx, source, f))),
    ),
  );
}

function term(ctx, source, { words, span, n }) {
  return [
    link(ctx, { view: "article", article: source.id, at: String(span.start) }, { class: "plain" }, words),
    n > 1 && h("small", { class: "num" }, ` ×${n}`),
  ];
}

/** Distinct wordings of one source, in the order it uses them. */
function formsOf(source, terms) {
  const out = new Map();
  for (const span of terms) {
    if (span.article !== source.id) continue;
    const words = clean(textOf(source, span)).trim();
    const key = words.toLowerCase();
    if (!out.has(key)) out.set(key, { words, span, n: 0 });
    out.get(key).n += 1;
  }
  return [...out.values()];
}
