// stage.js — what <cross-read> shows and where the reader is: the comparison as views, the place as an
// address, clicks and keys. Knows no engine: a result comes in, elements go into the frame.

import { formatAddress, parseAddress } from "./address.js";
import { applyCorrections } from "./corrections.js";
import { Model } from "./model.js";
import { comparisonView } from "../views/comparison.js";
import { problemsView } from "../views/states.js";

export class Stage {
  corrections = [];
  place = {};
  models = [];
  #host;
  #frame;
  #page = null;
  #result = null;
  #silent = null;

  /** @param host {frame, words(), label(), keepsAddress(), begin(), say(text), emit(name, detail), services} */
  constructor(host) {
    this.#host = host;
    this.#frame = host.frame;
  }

  get result() {
    return this.#result;
  }

  clear() {
    this.#result = null;
    this.#page = null;
    this.#frame.replaceChildren();
  }

  /** Nodes instead of the comparison: at work, failed. */
  swap(...nodes) {
    this.#frame.replaceChildren(...nodes);
    delete this.#frame.dataset.state;
  }

  show(result) {
    this.#result = result;
    this.place = this.#fromAddress();
    this.#read();
    this.#draw();
  }

  /** The same comparison once more: other words, other corrections, another switch. */
  again(focus = null) {
    if (!this.#result) return;
    this.#read();
    this.#draw();
    if (focus) this.#page?.querySelector(focus)?.focus();
  }

  #read() {
    const result = applyCorrections(this.#result, this.corrections);
    const piles = result.events?.length > 1 ? result.events.map((e) => e.articles) : [null];
    this.models = piles
      .map((only) => new Model(result, only, { sure: !this.place.all, t: this.#host.words().t }))
      .sort((a, b) => b.sources.length - a.sources.length);
  }

  #draw() {
    const ctx = this.context(this.models[this.#pile()]);
    this.#page = ctx.model.sources.length > 0 ? comparisonView(ctx, this.models) : null;
    const problems = problemsView(ctx, this.#result.problems ?? [], ctx.model.sources.length);
    this.swap(...[this.#page, problems].filter(Boolean));
    this.#page?.show(this.place, { scroll: Boolean(this.place.view) });
  }

  context(model) {
    const words = this.#host.words();
    return {
      ...this.#host.services,
      model,
      words,
      t: words.t,
      label: this.#host.label(),
      anchors: { diff: "differences", art: "article", fig: "figures", word: "wording", line: "lineage" },
      pile: this.#pile(),
      all: Boolean(this.place.all),
      result: this.#result,
      corrections: this.corrections,
      href: (place) => formatAddress({ ...this.#kept(), ...this.#stays(), ...place }),
      go: (place, options) => this.go(place, options),
      say: this.#host.say,
      showAll: (on) => this.go({ ...this.place, all: on ? "1" : "" }, { focus: "#sure input:checked" }),
      correct: (correction, focus) => this.correct([...this.corrections, correction], focus),
      undo: (correction, focus) =>
        this.correct(
          this.corrections.filter((c) => c !== correction),
          focus,
        ),
    };
  }

  correct(list, focus = null) {
    this.corrections = list;
    this.again(focus);
    this.#host.emit("correct", { corrections: [...list] });
  }

  /** Which event of a mixed pile is shown; the largest comes first. */
  #pile() {
    const n = Number(this.place.pile ?? 0);
    return this.models[n] ? n : 0;
  }

  /** What a link inside the comparison keeps of the place it stands in. */
  #stays() {
    return {
      ...(this.#pile() > 0 ? { pile: String(this.#pile()) } : {}),
      ...(this.place.all ? { all: "1" } : {}),
    };
  }

  /** Parts of an address that belong to the page around the element. */
  #kept() {
    if (!this.#host.keepsAddress()) return {};
    const { event, lang } = parseAddress(location.hash);
    return { event, lang };
  }

  // ---- going about ----------------------------------------------------------------------------

  /** Goes to a place. `focus`: a selector to focus there instead of what was opened. */
  go(place, { focus = null } = {}) {
    const next = { ...this.#stays(), ...place };
    const redraw = this.#differs(next);
    this.place = next;
    if (this.#host.keepsAddress()) {
      const hash = formatAddress({ ...this.#kept(), ...next });
      if (hash !== location.hash) {
        this.#silent = hash;
        location.hash = hash;
      }
    }
    this.#arrive(redraw, focus);
  }

  onHash() {
    if (!this.#host.keepsAddress() || !this.#page) return;
    if (this.#silent === location.hash) return void (this.#silent = null);
    this.#silent = null;
    const next = this.#fromAddress();
    const redraw = this.#differs(next);
    this.place = next;
    this.#arrive(redraw, null);
  }

  #differs(next) {
    return this.#pile() !== Number(next.pile ?? 0) || Boolean(this.place.all) !== Boolean(next.all);
  }

  #arrive(redraw, focus) {
    if (redraw) this.again(focus);
    else this.#page?.show(this.place, { scroll: !focus, focus });
    this.#host.emit("select", { ...this.place });
  }

  #fromAddress() {
    if (this.#host.keepsAddress()) {
      const { event, lang, ...place } = parseAddress(location.hash);
      if (Object.keys(place).length > 0) return place;
    }
    return this.#host.begin();
  }

  follow(event) {
    const a = event.target.closest?.('a[href^="#"]');
    if (!a || event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return;
    event.preventDefault();
    const { event: pile, lang, ...place } = parseAddress(a.getAttribute("href"));
    if (a.getAttribute("aria-expanded") !== "true") return this.go(place);
    const key = a.dataset.finding ? "finding" : "fact";
    const focus = `.art a.m[data-${key}="${CSS.escape(a.dataset[key])}"][data-at="${a.dataset.at}"]`;
    this.go({ view: place.view, article: place.article }, { focus });
  }

  keys(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest?.("input, textarea, select"))
      return;
    const model = this.#page?.model;
    if (!model) return;
    if (event.key === "Escape") {
      if (this.#page.closeEvidence()) event.preventDefault();
    } else if (event.key === "n" || event.key === "p") {
      const ids = model.differing.map((f) => f.id);
      const at = ids.indexOf(this.place.finding);
      const next = ids[event.key === "n" ? at + 1 : at < 0 ? ids.length - 1 : at - 1];
      if (next) this.go({ view: "differences", finding: next });
    } else if (/^[1-9]$/.test(event.key)) {
      const source = model.sources[event.key - 1];
      if (source) this.go({ view: "article", article: source.id });
    } else if (event.key === "?") {
      this.#page.querySelector("#keys").open = true;
      this.go({ view: "keep" }, { focus: "#keys summary" });
    }
  }
}
