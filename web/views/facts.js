// facts.js — facts × sources. One tab stop; arrow keys move inside.

import { h } from "../lib/dom.js";
import { sameWords } from "../lib/model.js";
import { badge } from "../lib/sources.js";
import { clean, evidence, factSheet, link, question, section } from "./parts.js";

const AT_FIRST = 14;
const LABEL = 130;

export function factsView(ctx) {
  const { model } = ctx;
  if (model.isThin) return null;
  const dense = model.sources.length > 9;
  const groups = [
    ["facts.differ", model.differing.map((finding) => ({ finding }))],
    ["facts.agree", model.shared.filter((f) => !isDisputed(model, f)).map((fact) => ({ fact }))],
    ["facts.one", model.facts.filter((f) => f.articles.length === 1).map((fact) => ({ fact }))],
  ].filter(([, rows]) => rows.length > 0);
  if (groups.length === 0)
    return section(ctx, "facts", {}, h("p", { class: "open-note" }, ctx.t("facts.none")));

  const table = h(
    "table",
    { class: `mx${dense ? " dense" : ""}` },
    h(
      "thead",
      h(
        "tr",
        h("th", { scope: "col" }, ctx.t("facts.fact")),
        model.sources.map((s) => h("th", { scope: "col" }, badge(s))),
      ),
    ),
    groups.map(([key, rows]) => group(ctx, key, rows)),
  );
  arrows(table);
  const element = section(ctx, "facts", {}, legend(ctx), h("div", { class: "scroll" }, table));
  element.show = (place) => openRow(ctx, table, place);
  return element;
}

const isDisputed = (model, fact) => model.differing.some((f) => f.fact === fact.id);

function legend(ctx) {
  const key = (mark, text) => h("span", mark, " ", text);
  return h(
    "p",
    { class: "legend", "aria-hidden": "true" },
    key(h("i", { class: "mk v" }), ctx.t("facts.same")),
    key(h("i", { class: "mk r" }), ctx.t("facts.own")),
    key([h("i", { class: "mk x" }, "1"), h("i", { class: "mk x" }, "2")], ctx.t("facts.side")),
    key(h("i", { class: "mk o" }), ctx.t("facts.no")),
  );
}

function group(ctx, key, rows) {
  const body = h(
    "tbody",
    h(
      "tr",
      { class: "grp" },
      h("th", { colspan: ctx.model.sources.length + 1, scope: "rowgroup" }, ctx.t(key)),
    ),
  );
  const first = key === "facts.one" ? 5 : AT_FIRST;
  body.append(...rows.slice(0, first).map((row) => rowOf(ctx, row)));
  const rest = rows.slice(first);
  if (rest.length > 0) {
    const button = h("button", { type: "button", class: "more" }, ctx.t("facts.more", { n: rest.length }));
    const holder = h("tr", { class: "morerow" }, h("td", { colspan: ctx.model.sources.length + 1 }, button));
    const openAll = () => {
      if (!holder.isConnected) return;
      const made = rest.map((row) => rowOf(ctx, row));
      holder.replaceWith(...made);
      made[0].querySelector("a")?.focus();
    };
    button.addEventListener("click", openAll);
    body.append(holder);
    body.reveal = openAll;
  }
  return body;
}

function rowOf(ctx, { finding, fact }) {
  const id = finding ? { finding: finding.id } : { fact: fact.id };
  const place = { view: "facts", ...id };
  const label = finding
    ? [
        question(ctx, finding),
        " ",
        h(
          "span",
          { class: "opts" },
          finding.sides.map((side, i) => [
            i > 0 && ", ",
            h("b", `${i + 1}`),
            " ",
            shorten(clean(ctx.model.text({ article: side.places[0].article, ...side.places[0].words })), 60),
          ]),
        ),
      ]
    : shorten(clean(ctx.model.label(fact)), LABEL);
  return h(
    "tr",
    finding ? { "data-finding": finding.id } : { "data-fact": fact.id },
    h("th", { scope: "row" }, label),
    ctx.model.sources.map((source) => h("td", cell(ctx, source, { finding, fact }, place))),
  );
}

const shorten = (text, n) => (text.length > n ? `${text.slice(0, n - 2).replace(/\s+\S*$/, "")} …` : text);

function cell(ctx, source, { finding, fact }, place) {
  const name = source.name;
  if (finding) {
    const sides = finding.sides.map((side, i) => (side.sources.includes(source) ? i + 1 : 0)).filter(Boolean);
    if (sides.length > 0)
      return link(
        ctx,
        place,
        { "aria-label": ctx.t("facts.cell.side", { name, n: sides.join(", ") }), tabindex: "-1" },
        h("i", { class: "mk x" }, sides.join(" ")),
      );
  } else if (fact.articles.includes(source.id)) {
    const same = fact.articles.length > 1 && sameWords(ctx.model, fact, source.id);
    return link(
      ctx,
      place,
      { "aria-label": ctx.t(same ? "facts.cell.same" : "facts.cell.own", { name }), tabindex: "-1" },
      h("i", { class: `mk ${same ? "v" : "r"}` }),
    );
  }
  return h(
    "span",
    { role: "img", "aria-label": ctx.t("facts.cell.no", { name }) },
    h("i", { class: "mk o" }),
  );
}

/** The whole grid is one tab stop; arrows move between its links, across rows by column. */
function arrows(table) {
  const all = () => [...table.querySelectorAll("td a")];
  const first = all()[0];
  if (first) first.tabIndex = 0;
  table.addEventListener("focusin", ({ target }) => {
    if (!target.matches("td a")) return;
    for (const a of all()) a.tabIndex = a === target ? 0 : -1;
  });
  table.addEventListener("keydown", (event) => {
    const cellOf = event.target.closest?.("td");
    const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    if (!cellOf || !step || !event.target.matches("td a")) return;
    event.preventDefault();
    neighbour(table, cellOf, step)?.focus();
  });
}

function neighbour(table, cellOf, [down, right]) {
  const rows = [...table.rows].filter((r) => r.querySelector("td a"));
  let r = rows.indexOf(cellOf.parentElement);
  let c = cellOf.cellIndex;
  const rtl = getComputedStyle(table).direction === "rtl";
  for (let guard = 0; guard < 500; ++guard) {
    r += down;
    c += rtl ? -right : right;
    const row = rows[r];
    if (!row || c < 1 || c >= row.cells.length) return null;
    const a = row.cells[c].querySelector("a");
    if (a) return a;
  }
  return null;
}

/** The evidence opens under its row and closes back to it. */
function openRow(ctx, table, place) {
  table.querySelector("tr.evrow")?.remove();
  for (const tr of table.querySelectorAll("tr.open")) tr.classList.remove("open");
  if (place.view !== "facts" || !(place.finding || place.fact)) return null;
  const key = place.finding
    ? `[data-finding="${CSS.escape(place.finding)}"]`
    : `[data-fact="${CSS.escape(place.fact)}"]`;
  if (!table.querySelector(`tr${key}`)) for (const body of table.tBodies) body.reveal?.();
  const row = table.querySelector(`tr${key}`);
  if (!row) return null;
  const close = () => ctx.go({ view: "facts" }, { focus: `tr${key} td a` });
  const finding = ctx.model.findingById.get(place.finding);
  const sheet = finding
    ? evidence(ctx, finding, { close })
    : factSheet(ctx, ctx.model.factById.get(place.fact), { close });
  row.classList.add("open");
  row.after(h("tr", { class: "evrow" }, h("td", { colspan: ctx.model.sources.length + 1 }, sheet)));
  return row;
}
