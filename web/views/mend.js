// mend.js — under a name: say that it is somebody else of the list, or that some of its mentions are
// somebody else. Made when it is opened: a list of names for every name would be long.

import { merging, splitting } from "../lib/corrections.js";
import { h } from "../lib/dom.js";
import { clean } from "./parts.js";

const NAMES_OF = { LOC: ["LOC", "FAC"], FAC: ["LOC", "FAC"] };

export function mendName(ctx, entity) {
  const holder = h("div", { class: "mend-in" });
  const details = h(
    "details",
    { class: "mend" },
    h("summary", { "aria-label": `${ctx.t("mend.open")}: ${entity.name}` }, ctx.t("mend.open")),
    holder,
  );
  details.addEventListener("toggle", () => {
    if (details.open && holder.childElementCount === 0) holder.append(...controls(ctx, entity));
  });
  return details;
}

function controls(ctx, entity) {
  const types = NAMES_OF[entity.type] ?? [entity.type];
  const others = ctx.model.entities
    .filter((e) => e !== entity && types.includes(e.type))
    .sort((a, b) => ctx.words.compare(a.name, b.name));
  const forms = formsOf(ctx, entity);
  return [
    others.length > 0 &&
      chooser(ctx, "mend.same", others.map((e) => e.name), (i) => ctx.correct(merging(entity, others[i]), "#h-people")),
    forms.length > 1 &&
      chooser(ctx, "mend.other", forms.map((f) => f.label), (i) => ctx.correct(splitting(forms[i].mentions), "#h-people")),
    others.length === 0 && forms.length < 2 && h("p", ctx.t("mend.none")),
  ].filter(Boolean);
}

function chooser(ctx, key, labels, run) {
  const select = h("select", { "aria-label": ctx.t(key) }, labels.map((label, i) => h("option", { value: String(i) }, label)));
  return h(
    "p",
    h("span", ctx.t(key)),
    " ",
    select,
    " ",
    h("button", { type: "button", class: "btn", on: { click: () => run(Number(select.value)) } }, ctx.t("mend.do")),
  );
}

/** What can be taken out: a wording in one article. */
function formsOf(ctx, entity) {
  const out = new Map();
  for (const m of entity.mentions) {
    const label = `${ctx.model.byId.get(m.article).letter}: ${clean(ctx.model.text(m)).trim()}`;
    if (!out.has(label)) out.set(label, { label, mentions: [] });
    out.get(label).mentions.push(m);
  }
  return [...out.values()];
}
