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
              link(
                ctx,
                { view: "article", article: source.id, at: String(fact.members[0].start) },
                {},
                clean(model.label(fact)),
              ),
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
          (item) => missed(ctx, item),
          (nodes) => h("ul", nodes),
        ),
      ),
    ),
  );
}

/** What one lacks; where a sentence was copied and cut, what stands in its place as well. */
function missed(ctx, item) {
  const { at, told } = item;
  const stands = at && clean(ctx.model.text(at)).trim();
  const there = { view: "article", article: told.article, fact: item.fact, at: String(told.start) };
  return h(
    "li",
    item.kind !== "fact" && h("small", { class: "kind" }, ctx.t(`omit.${item.kind}`) ?? item.kind),
    link(ctx, there, {}, item.label),
    " ",
    badges(item.sources, ctx.words),
    stands &&
      h(
        "small",
        { class: "instead" },
        ctx.t("omit.here"),
        " ",
        link(
          ctx,
          { view: "article", article: at.article, at: String(at.start) },
          { class: "plain" },
          `“${stands}”`,
        ),
      ),
  );
}

function missingTitle(ctx, source, missing) {
  if (missing.length > 0) return ctx.t("alone.missing", { n: missing.length, name: source.letter });
  return ctx.t(source.stub ? "alone.stub" : "alone.missing.0");
}
