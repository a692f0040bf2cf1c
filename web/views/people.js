// people.js — how each source names the same person, place or organisation, and which role it gives.

import { h } from "../lib/dom.js";
import { textOf } from "../lib/model.js";
import { badge, badges } from "../lib/sources.js";
import { mendNames } from "./mend.js";
import { atFirst, clean, section } from "./parts.js";

const AT_FIRST = 8;
const COLUMNS = 6; // more sources than this: one list a name instead of a column a source
const GROUPS = [
  ["people.PER", ["PER"]],
  ["people.ORG", ["ORG"]],
  ["people.LOC", ["LOC", "FAC"]],
  ["people.other", ["NORP", "EVENT", "WORK", "LAW", "PRODUCT"]],
];

export function peopleView(ctx) {
  const { model } = ctx;
  const groups = GROUPS.map(([key, types]) => [
    key,
    rank(model.entities.filter((e) => types.includes(e.type))),
  ]).filter(([, list]) => list.length > 0);
  if (groups.length === 0)
    return section(ctx, "people", {}, h("p", { class: "open-note" }, ctx.t("people.empty")));
  const wide = model.sources.length <= COLUMNS;
  return section(
    ctx,
    "people",
    {},
    groups.map(([key, list]) => group(ctx, key, list, wide)),
  );
}

const spread = (e) => new Set(e.mentions.map((m) => m.article)).size;
const rank = (list) =>
  [...list].sort((a, b) => spread(b) - spread(a) || b.mentions.length - a.mentions.length);

function group(ctx, key, list, wide) {
  const several = ctx.model.isThin ? [] : list.filter((e) => spread(e) > 1);
  const single = list.filter((e) => !several.includes(e));
  return h(
    "div",
    { class: "sub names-group" },
    h("h3", ctx.t(key)),
    several.length > 0 && table(ctx, key, several, wide),
    single.length > 0 && [
      !ctx.model.isThin && h("p", { class: "onehead" }, ctx.t("people.single")),
      atFirst(
        ctx,
        single,
        AT_FIRST,
        "people.more",
        (e) => oneName(ctx, e),
        (nodes) => h("ul", { class: "onename" }, nodes),
      ),
    ],
    mendNames(ctx, list, key),
  );
}

function table(ctx, key, list, wide) {
  const { sources } = ctx.model;
  const head = (...children) => h("th", { scope: "col", role: "columnheader" }, children);
  const body = h(
    "tbody",
    { role: "rowgroup" },
    list.slice(0, AT_FIRST).map((e) => rowOf(ctx, e, wide)),
  );
  const rest = list.slice(AT_FIRST);
  const more =
    rest.length > 0 &&
    h(
      "button",
      {
        type: "button",
        class: "more",
        on: {
          click() {
            const rows = rest.map((e) => rowOf(ctx, e, wide));
            body.append(...rows);
            rows[0].querySelector("th").focus();
            this.remove();
          },
        },
      },
      ctx.t("people.more", { n: rest.length }),
    );
  return [
    h(
      "table",
      { class: `names stack${wide ? " wide" : ""}`, role: "table", "aria-label": ctx.t(key) },
      h(
        "thead",
        { role: "rowgroup" },
        h(
          "tr",
          { role: "row" },
          head(ctx.t("people.name")),
          wide ? sources.map((s) => head(badge(s))) : head(ctx.t("fig.given")),
        ),
      ),
      body,
    ),
    more,
  ];
}

/** A name that one article gives: its badge, the name, the role. */
function oneName(ctx, entity) {
  const source = ctx.model.byId.get(entity.mentions[0].article);
  const roles = forms(source, entity.roles)
    .slice(0, 2)
    .map(([text]) => text)
    .join("; ");
  return h("li", badge(source), h("span", damaged(ctx, source, entity.name), roles && h("small", roles)));
}

function rowOf(ctx, entity, wide) {
  const { sources } = ctx.model;
  const name = h("th", { scope: "row", role: "rowheader", tabindex: "-1" }, entity.name);
  const cells = wide
    ? sources.map((s) => cell(ctx, entity, s))
    : h("td", { role: "cell" }, byForm(ctx, entity));
  return h("tr", { role: "row" }, name, cells);
}

function cell(ctx, entity, source) {
  const names = forms(source, entity.mentions);
  const roles = forms(source, entity.roles);
  if (names.length === 0 && roles.length === 0)
    return h("td", { role: "cell", class: "none" }, h("span", ctx.t("people.none")));
  return h(
    "td",
    { role: "cell" },
    h("span", { class: "tag", "aria-hidden": "true" }, badge(source, { silent: true })),
    roles.length > 0 &&
      h(
        "span",
        { class: "roles" },
        roles
          .slice(0, 3)
          .map(([text]) => text)
          .join("; "),
      ),
    h(
      "span",
      { class: "forms" },
      names
        .slice(0, 4)
        .map(([text, n], i) => [
          i > 0 && "; ",
          damaged(ctx, source, text),
          n > 1 && h("small", { class: "num" }, ` ×${n}`),
        ]),
    ),
  );
}

/** Distinct wordings in one article, most frequent first: [[text, count], …]. */
function forms(source, spans) {
  const counts = new Map();
  for (const span of spans) {
    if (span.article !== source.id) continue;
    const text = clean(textOf(source, span)).trim();
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function damaged(ctx, source, text) {
  const hit = ctx.model.damage.some((d) => d.article === source.id && textOf(source, d) === text);
  return hit ? h("span", { class: "m damaged" }, text) : text;
}

function byForm(ctx, entity) {
  const groups = new Map();
  for (const source of ctx.model.sources) {
    const words = [...forms(source, entity.roles), ...forms(source, entity.mentions)]
      .slice(0, 3)
      .map(([text]) => text)
      .join("; ");
    if (!words) continue;
    if (!groups.has(words)) groups.set(words, []);
    groups.get(words).push(source);
  }
  return h(
    "ul",
    { class: "vals" },
    [...groups].map(([words, list]) => h("li", h("span", words), " ", badges(list, ctx.words))),
  );
}
