// differences.js — the first thing read: what one says and another says otherwise, the differing
// words large, the supporters under them, why in a sentence beside them.

import { h } from "../lib/dom.js";
import { badges } from "../lib/sources.js";
import {
  everyWord,
  firstWords,
  link,
  placeIn,
  question,
  quoted,
  reading,
  rejectButton,
  section,
} from "./parts.js";

const AT_FIRST = 8;

export function differencesView(ctx) {
  const { model } = ctx;
  if (model.isThin) return null;
  const list = h("ol", { class: "diffs" });
  const items = model.differing;
  const add = (from, to) => list.append(...items.slice(from, to).map((finding) => difference(ctx, finding)));
  add(0, AT_FIRST);
  const more =
    items.length > AT_FIRST &&
    h(
      "button",
      {
        type: "button",
        class: "more",
        on: {
          click() {
            const first = list.children.length;
            add(AT_FIRST);
            this.remove();
            list.children[first]?.querySelector("summary")?.focus();
          },
        },
      },
      ctx.t("diff.more", { n: items.length - AT_FIRST }),
    );
  const element = section(
    ctx,
    "diff",
    { sub: summary(ctx) },
    sureSwitch(ctx),
    items.length > 0 ? [list, more] : nothing(ctx),
    fitting(ctx),
  );
  element.reveal = (finding) => {
    if (items.findIndex((f) => f.id === finding) >= list.children.length) more?.click();
  };
  return element;
}

/** Sure only, or everything; what is hidden is counted in words. */
function sureSwitch(ctx) {
  const { differences, omissions } = ctx.model.hidden;
  if (!ctx.all && differences + omissions === 0) return null;
  const choice = (all) =>
    h(
      "label",
      h("input", {
        class: "vh",
        type: "radio",
        name: "sure",
        prop: { checked: ctx.all === all },
        on: { change: () => ctx.showAll(all) },
      }),
      ctx.t(all ? "sure.all" : "sure.only"),
    );
  const left = [
    differences > 0 && ctx.t("sure.differences", { n: differences }),
    omissions > 0 && ctx.t("sure.omissions", { n: omissions }),
  ].filter(Boolean);
  return h(
    "div",
    { class: "sure", id: "sure" },
    h(
      "fieldset",
      { class: "choice" },
      h("legend", { class: "vh" }, ctx.t("sure.label")),
      choice(false),
      choice(true),
    ),
    h(
      "p",
      { class: "small" },
      left.length > 0 ? ctx.t("sure.hidden", { list: ctx.words.list(left) }) : ctx.t("sure.shown"),
    ),
  );
}

function summary(ctx) {
  const { model } = ctx;
  if (model.differing.length === 0) return null;
  const conflicts = model.differing.filter((f) => f.verdict === "conflict").length;
  const smaller = model.differing.length - conflicts;
  const parts = [];
  if (conflicts > 0) parts.push(ctx.t("diff.conflicts", { n: conflicts }));
  if (smaller > 0) parts.push(ctx.t("diff.smaller", { n: smaller }));
  const [first, second] = parts;
  const counted = second ? `${first}, ${second.charAt(0).toLowerCase()}${second.slice(1)}` : first;
  return `${counted}. ${ctx.t("diff.yellow")}`;
}

function difference(ctx, finding) {
  const n = finding.sides.length;
  return h(
    "li",
    {
      id: `d-${finding.id}`,
      "data-finding": finding.id,
      class: finding.lesser ? "lesser" : null,
      part: "difference",
    },
    h(
      "div",
      h("h3", question(ctx, finding)),
      h(
        "div",
        { class: `sides n${Math.min(n, 4)}` },
        finding.sides.map((side) => sideOf(ctx, finding, side)),
      ),
      h(
        "details",
        { class: "words" },
        h(
          "summary",
          h("span", { class: "show" }, ctx.t("diff.see")),
          h("span", { class: "hide" }, ctx.t("diff.hide")),
        ),
        everyWord(ctx, finding),
        h("p", { class: "acts" }, rejectButton(ctx, finding)),
      ),
    ),
    h("p", { class: "why" }, reading(ctx, finding)),
  );
}

function sideOf(ctx, finding, side) {
  const place = side.places[0];
  return h(
    "div",
    { class: "side" },
    link(
      ctx,
      placeIn(place.article, finding, firstWords(place)),
      { class: "say" },
      quoted(ctx, place, ctx.model.snippet(place)),
    ),
    badges(side.sources, ctx.words),
  );
}

function nothing(ctx) {
  const n = ctx.model.shared.length;
  return h(
    "div",
    { class: "state" },
    h("h3", ctx.t("diff.none")),
    h("p", n > 0 ? ctx.t("diff.none.sub", { n }) : ctx.t("diff.none.thin")),
  );
}

/** What a careless reader would call a contradiction. */
function fitting(ctx) {
  const list = ctx.model.fitting;
  if (list.length === 0) return null;
  return h(
    "div",
    { class: "sub", id: "fits" },
    h("h3", ctx.t("diff.look")),
    h(
      "ul",
      { class: "nodiff" },
      list.slice(0, 12).map((finding) =>
        h(
          "li",
          { "data-finding": finding.id, id: `d-${finding.id}` },
          h(
            "p",
            { class: "v" },
            finding.sides.map((side, i) => [
              i > 0 && h("span", { class: "and" }, " · "),
              link(
                ctx,
                placeIn(side.places[0].article, finding, firstWords(side.places[0])),
                {},
                ctx.model.text({ article: side.places[0].article, ...side.places[0].words }),
              ),
              " ",
              badges(side.sources, ctx.words),
            ]),
          ),
          h("p", { class: "why" }, reading(ctx, finding)),
        ),
      ),
    ),
  );
}
