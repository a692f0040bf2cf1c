// alone.js — what only one source tells, and what it lacks, source by source.

import { h } from "../lib/dom.js";
import { badge, badges } from "../lib/sources.js";
import { missingIn } from "./article.js";
import { atFirst, clean, link, section } from "./parts.js";

const AT_FIRST = 4;

export function aloneView(ctx) {
  const { model } = ctx;
  if (model.isThin) return null;
  return section(
    ctx,
    "alone",
    {},
    h(
      "div",
      { class: "alones" },
      model.sources.map((source) => oneSource(ctx, source)),
    ),
  );
}

function oneSource(ctx, source) {
  const { model } = ctx;
  const only = model.facts.filter((f) => f.articles.length === 1 && f.articles[0] === source.id);
  const missing = missingIn(model, source);
  return h(
    "section",
    { class: "lone", "aria-label": source.name },
    h("h3", badge(source, { silent: true }), " ", source.name),
    h(
      "div",
      { class: "two" },
      h(
        "div",
        h("h4", ctx.t(only.length ? "alone.only" : "alone.only.0", { n: only.length, name: source.letter })),
        atFirst(
          ctx,
          only,
          AT_FIRST,
          "facts.more",
          (fact) =>
            h(
              "li",
              link(ctx, { view: "article", article: source.id, fact: fact.id }, {}, clean(model.label(fact))),
            ),
          (nodes) => h("ul", nodes),
        ),
      ),
      h(
        "div",
        { class: "miss" },
        h("h4", missingTitle(ctx, source, missing)),
        atFirst(
          ctx,
          missing,
          AT_FIRST,
          "facts.more",
          (item) =>
            h(
              "li",
              link(ctx, { view: "article", article: item.told.article, fact: item.fact }, {}, item.label),
              " ",
              badges(item.sources, ctx.words),
            ),
          (nodes) => h("ul", nodes),
        ),
      ),
    ),
  );
}

function missingTitle(ctx, source, missing) {
  if (missing.length > 0) return ctx.t("alone.missing", { n: missing.length, name: source.letter });
  return ctx.t(source.stub ? "alone.stub" : "alone.missing.0");
}
