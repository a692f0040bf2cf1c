// brief.js — the event in a few sentences of the articles themselves, each with who says it, who says
// otherwise and who does not.

import { h } from "../lib/dom.js";
import { badge, badges } from "../lib/sources.js";
import { clean, link, section } from "./parts.js";

export function briefView(ctx) {
  const { model } = ctx;
  if (model.isThin || model.brief === null) return null;
  if (model.brief.length === 0)
    return section(ctx, "brief", { sub: null }, h("p", { class: "open-note" }, ctx.t("brief.none")));
  return section(
    ctx,
    "brief",
    {},
    h(
      "ol",
      { class: "brief" },
      model.brief.map((item) => sentence(ctx, item)),
    ),
  );
}

function sentence(ctx, item) {
  const { model } = ctx;
  const facts = item.facts ?? [];
  const against = model.sourcesOf(facts.flatMap((f) => f.dissenters));
  const saying = model
    .sourcesOf([item.article, ...facts.flatMap((f) => f.supporters)])
    .filter((s) => !against.includes(s) || s.id === item.article);
  const silent = model.sources.filter((s) => !saying.includes(s) && !against.includes(s));
  const otherwise = facts.flatMap((f) => (f.values ?? []).filter((v) => f.dissenters.includes(v.article)));
  const row = (key, list) =>
    list.length > 0 && h("div", h("dt", ctx.t(key)), h("dd", badges(list, ctx.words)));
  const source = model.byId.get(item.article);
  return h(
    "li",
    h(
      "p",
      { class: "prose", dir: "auto" },
      link(
        ctx,
        { view: "article", article: item.article, at: String(item.start) },
        { class: "plain" },
        clean(model.text(item)).trim(),
      ),
      " ",
      badge(source),
    ),
    h(
      "dl",
      row("brief.by", saying),
      row("brief.otherwise", against),
      otherwise.length > 0 &&
        h("div", h("dt", { class: "vh" }, ctx.t("brief.otherwise")), h("dd", wordsOf(ctx, otherwise))),
      row("brief.silent", silent),
    ),
  );
}

/** The words of those who say otherwise, each wording once. */
function wordsOf(ctx, places) {
  const words = [
    ...new Set(
      places.filter((p) => ctx.model.byId.has(p.article)).map((p) => clean(ctx.model.text(p)).trim()),
    ),
  ];
  return words.slice(0, 4).map((w, i) => [i > 0 && ", ", "“", h("mark", w), "”"]);
}
