// damage.js — every place where a text is damaged, as it stands and as it was read. What cannot be read
// is left open, never guessed.

import { h } from "../lib/dom.js";
import { windowAround, sentenceAround } from "../lib/highlight.js";
import { badge } from "../lib/sources.js";
import { atFirst, clean, link, quoted, section } from "./parts.js";

const AT_FIRST = 8;
const AROUND = 110;

export function damageView(ctx) {
  const { model } = ctx;
  if (model.damage.length === 0) return null;
  const list = model.sources.flatMap((s) => model.damage.filter((d) => d.article === s.id));
  return section(
    ctx,
    "damage",
    {},
    atFirst(
      ctx,
      list,
      AT_FIRST,
      "damage.more",
      (d) => line(ctx, d),
      (nodes) => h("ul", { class: "damages" }, nodes),
    ),
  );
}

function line(ctx, d) {
  const source = ctx.model.byId.get(d.article);
  const frame = sentenceAround(source.text, d.start, d.end, source.bodyStart);
  const window = windowAround(source.text, frame, d.start, d.end, AROUND);
  const place = { article: d.article, words: d, marks: [{ start: d.start, end: d.end }], frame };
  const was = clean(source.text.slice(d.start, d.end));
  return h(
    "li",
    badge(source),
    h(
      "p",
      { class: "prose" },
      link(
        ctx,
        { view: "article", article: d.article, at: String(d.start) },
        { class: "plain" },
        quoted(ctx, place, window, { mark: (words) => h("span", { class: "m damaged" }, words) }),
      ),
    ),
    h(
      "p",
      { class: "small" },
      ctx.t(`damage.${d.kind}`) ?? d.kind,
      " ",
      d.repair ? ctx.t("art.damage", { as: d.repair }) : ctx.t("art.damage.open", { was }),
    ),
  );
}
