// mend.js — under the names of a kind: two of them are one, or some mentions of one are somebody else.
// Made when it is opened: lists of all names would be long for a page where nobody mends any.

import { merging, splitting } from "../lib/corrections.js";
import { h } from "../lib/dom.js";
import { clean } from "./parts.js";

const BACK = "#h-people"; // where the focus goes when the page is drawn again

export function mendNames(ctx, entities, key) {
  const holder = h("div", { class: "mend-in" });
  const details = h(
    "details",
    { class: "mend" },
    h("summary", ctx.t("mend.open"), h("span", { class: "vh" }, `: ${ctx.t(key)}`)),
    holder,
  );
  details.addEventListener("toggle", () => {
    if (details.open && holder.childElementCount === 0) holder.append(...controls(ctx, entities));
  });
  return details;
}

function controls(ctx, entities) {
  const names = [...entities].sort((a, b) => ctx.words.compare(a.name, b.name));
  const forms = names.flatMap((e) => formsOf(ctx, e));
  const list = names.map((e) => e.name);
  return [
    names.length > 1 &&
      row(
        ctx,
        "mend.same",
        [list, list],
        ([i, j]) => i !== j && ctx.correct(merging(names[i], names[j]), BACK),
      ),
    forms.length > 0 &&
      row(ctx, "mend.other", [forms.map((f) => f.label)], ([i]) =>
        ctx.correct(splitting(forms[i].mentions), BACK),
      ),
    names.length < 2 && forms.length === 0 && h("p", ctx.t("mend.none")),
  ].filter(Boolean);
}

/** "[name] is the same as [name]", "[words] are somebody else", and the button that says so. */
function row(ctx, key, lists, run) {
  const selects = lists.map((labels, n) =>
    h(
      "select",
      { "aria-label": `${n + 1}: ${ctx.t(key)}` },
      labels.map((label, i) => h("option", { value: String(i) }, label)),
    ),
  );
  if (selects[1]) selects[1].selectedIndex = 1;
  return h(
    "p",
    selects[0],
    h("span", ctx.t(key)),
    selects[1],
    h(
      "button",
      { type: "button", class: "btn", on: { click: () => run(selects.map((s) => Number(s.value))) } },
      ctx.t("mend.do"),
    ),
  );
}

/** What can be taken out of a name: a wording in one article, where it has others. */
function formsOf(ctx, entity) {
  const out = new Map();
  for (const m of entity.mentions) {
    const source = ctx.model.byId.get(m.article);
    const label = `${entity.name}, ${source.letter}: ${clean(ctx.model.text(m)).trim()}`;
    if (!out.has(label)) out.set(label, { label, mentions: [] });
    out.get(label).mentions.push(m);
  }
  return out.size > 1 ? [...out.values()] : [];
}
