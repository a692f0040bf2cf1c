// keep.js — the end of the page: take the comparison along as a file, see and take back what was put
// right, and the keys.

import { h } from "../lib/dom.js";
import { FORMATS } from "../lib/export.js";
import { save } from "../lib/save.js";
import { clean, section } from "./parts.js";

export function keepView(ctx) {
  return section(ctx, "keep", {}, files(ctx), corrections(ctx), keys(ctx));
}

function files(ctx) {
  const keep = (format) => {
    const file = ctx.exported(format);
    if (!file) return;
    save(file.name, file.type, file.text);
    ctx.say(ctx.t("keep.done", { name: file.name }));
  };
  const row = (format, run) =>
    h(
      "li",
      h(
        "button",
        { type: "button", class: "btn", id: `keep-${format}`, on: { click: run } },
        ctx.t(`keep.${format}`),
      ),
      h("span", { class: "small" }, ctx.t(`keep.${format}.sub`)),
    );
  return h(
    "ul",
    { class: "files" },
    FORMATS.filter(ctx.canExport).map((format) => row(format, () => keep(format))),
    row("print", () => window.print()),
  );
}

function corrections(ctx) {
  if (ctx.corrections.length === 0) return null;
  return h(
    "div",
    { class: "sub", id: "corrections" },
    h("h3", { tabindex: "-1" }, ctx.t("correct.title", { n: ctx.corrections.length })),
    h("p", { class: "open-note" }, ctx.t("correct.sub")),
    h(
      "ul",
      { class: "corrected" },
      ctx.corrections.map((c) =>
        h(
          "li",
          h("span", sentence(ctx, c)),
          h(
            "button",
            {
              type: "button",
              class: "btn",
              "aria-label": `${ctx.t("correct.undo")}: ${sentence(ctx, c)}`,
              on: { click: () => ctx.undo(c, "#corrections h3, #h-keep") },
            },
            ctx.t("correct.undo"),
          ),
        ),
      ),
    ),
  );
}

function sentence(ctx, correction) {
  const words = (places) => [
    ...new Set(
      places.filter((p) => ctx.model.byId.has(p.article)).map((p) => `“${clean(ctx.model.text(p)).trim()}”`),
    ),
  ];
  if (correction.kind === "reject")
    return ctx.t("correct.rejected", { list: ctx.words.list(words(correction.finding.places)) });
  if (correction.kind === "merge")
    return ctx.t("correct.merged", { list: ctx.words.list(words([correction.a, correction.b])) });
  return ctx.t("correct.split", { list: ctx.words.list(words(correction.mentions)) });
}

const KEYS = ["tab", "enter", "esc", "next", "number", "arrows", "help"];

function keys(ctx) {
  return h(
    "details",
    { class: "sub keys", id: "keys" },
    h("summary", ctx.t("keys.title")),
    h(
      "dl",
      KEYS.map((key) => h("div", h("dt", ctx.t(`keys.${key}`)), h("dd", ctx.t(`keys.${key}.sub`)))),
    ),
  );
}
