// comparison.js — the whole page of one event: contents line, the views in order, and going from
// one place to another.

import { h } from "../lib/dom.js";
import { aloneView } from "./alone.js";
import { articleView } from "./article.js";
import { briefView } from "./brief.js";
import { copiesView } from "./copies.js";
import { damageView } from "./damage.js";
import { differencesView } from "./differences.js";
import { eventView } from "./event.js";
import { factsView } from "./facts.js";
import { figuresView } from "./figures.js";
import { keepView } from "./keep.js";
import { lineageView } from "./lineage.js";
import { pairView } from "./pair.js";
import { link } from "./parts.js";
import { peopleView } from "./people.js";
import { quotesView } from "./quotes.js";
import { timeView } from "./time.js";
import { wordingView } from "./wording.js";

// In the order of the page. To add a view: one file, one line here, its words in web/strings/.
const VIEWS = [
  ["event", eventView],
  ["differences", differencesView],
  ["brief", briefView],
  ["article", articleView],
  ["pair", pairView],
  ["alone", aloneView],
  ["facts", factsView],
  ["figures", figuresView],
  ["time", timeView],
  ["people", peopleView],
  ["quotes", quotesView],
  ["wording", wordingView],
  ["copies", copiesView],
  ["lineage", lineageView],
  ["damage", damageView],
  ["keep", keepView],
];

export function comparisonView(ctx, models) {
  const built = VIEWS.map(([name, make]) => ({ name, element: make(ctx) })).filter((view) => view.element);
  const views = new Map(built.map((view) => [view.name, view.element]));
  const toc = h(
    "nav",
    { class: "toc", "aria-label": ctx.t("nav.label"), part: "contents" },
    h(
      "ul",
      built.map(({ name }) =>
        h("li", link(ctx, { view: name }, { "data-view": name }, ctx.t(`nav.${name}`))),
      ),
    ),
  );
  const page = h(
    "div",
    { class: "page" },
    pilesNav(ctx, models),
    toc,
    built.map((view) => view.element),
  );
  watchScroll(toc, views);
  quietOthers(page);

  let now = {};
  page.model = ctx.model;
  page.show = (place, { scroll = false, focus = null } = {}) => {
    now = place;
    const view = views.get(place.view) ?? null;
    views.get("article")?.show(place.view === "article" ? place : {});
    views.get("pair")?.show?.(place);
    views.get("copies")?.show?.(place);
    const row = views.get("facts")?.show?.(place);
    select(page, place);
    if (!view && !focus) return;
    const target = focus ? page.querySelector(focus) : targetOf(views, place, row);
    if (target && (scroll || focus)) reach(target, Boolean(focus));
  };
  page.closeEvidence = () => {
    const button = page.querySelector(".ev .btn");
    if (!button || !(now.finding || now.fact)) return false;
    button.click();
    return true;
  };
  return page;
}

/** A mixed pile: which events there are, and the way from one to another. */
function pilesNav(ctx, models) {
  if (models.length < 2) return null;
  const item = (model, i) => {
    const names = ctx.words.list(model.sources.map((source) => source.name));
    return h(
      "li",
      h(
        "a",
        { href: ctx.href({ pile: String(i) }), ...(i === ctx.pile ? { "aria-current": "true" } : {}) },
        names,
      ),
    );
  };
  return h(
    "nav",
    { class: "piles", "aria-labelledby": "h-piles" },
    h("p", { id: "h-piles" }, ctx.t("event.several", { n: models.length })),
    h("ul", models.map(item)),
  );
}

/** What an address points at: the opened evidence, the difference, the section. */
function targetOf(views, place, row) {
  const view = views.get(place.view);
  if (!view) return null;
  if (place.view === "article") {
    const sheet = view.querySelector(".ev");
    if (sheet) return view.querySelector('.m[aria-expanded="true"]') ?? sheet;
    return view.querySelector(".row.here") ?? (place.article ? view.querySelector(".arthead") : view);
  }
  if (place.view === "differences" && place.finding) {
    view.reveal?.(place.finding);
    const item = view.querySelector(`#d-${CSS.escape(place.finding)}`);
    item?.querySelector("details")?.setAttribute("open", "");
    return item ?? view;
  }
  return row ?? view;
}

function reach(target, toFocus) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const isView = target.matches(".sec, .open");
  target.scrollIntoView({
    block: isView || !toFocus ? (isView ? "start" : "center") : "nearest",
    behavior: calm ? "auto" : "instant",
  });
  const focusable = target.matches("a, button, select, input, summary, .row.here")
    ? target
    : (target.querySelector("h1, h2, h3[tabindex], summary, a") ?? null);
  focusable?.focus({ preventScroll: true });
}

/** One finding has one look everywhere: card, mark, cell and ledger row. */
function select(page, place) {
  for (const node of page.querySelectorAll("[data-selected]")) delete node.dataset.selected;
  if (!place.finding) return;
  for (const node of page.querySelectorAll(
    `li[data-finding="${CSS.escape(place.finding)}"], tr[data-finding="${CSS.escape(place.finding)}"]`,
  ))
    node.dataset.selected = "";
}

/** The contents line shows where the reader is. */
function watchScroll(toc, views) {
  if (typeof IntersectionObserver !== "function") return;
  const visible = new Set();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries)
        entry.isIntersecting ? visible.add(entry.target) : visible.delete(entry.target);
      const current = [...views].find(([, element]) => visible.has(element))?.[0];
      for (const a of toc.querySelectorAll("a")) {
        if (a.dataset.view === current) a.setAttribute("aria-current", "true");
        else a.removeAttribute("aria-current");
      }
    },
    { rootMargin: "-64px 0px -55% 0px" },
  );
  for (const element of views.values()) observer.observe(element);
}

/** Pointing at a source quiets the badges of all others. */
function quietOthers(page) {
  const on = (event) => {
    const id = event.target.closest?.(".chip")?.dataset.source;
    if (!id) return;
    page.classList.add("quieted");
    for (const s of page.querySelectorAll(".s")) s.classList.toggle("loud", s.dataset.source === id);
  };
  const off = (event) => {
    if (event.relatedTarget?.closest?.(".chip")) return;
    page.classList.remove("quieted");
  };
  page.addEventListener("pointerover", on);
  page.addEventListener("focusin", on);
  page.addEventListener("pointerout", off);
  page.addEventListener("focusout", off);
}
