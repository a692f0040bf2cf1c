// crossread-element.js — <cross-read>: articles in, a comparison to read out.
//
//     <cross-read>
//       <article data-source="Daily Example" data-published="2024-05-14">…</article>
//       <article data-source="Morning Post">…</article>
//     </cross-read>
//
// The articles stay readable as they are until the comparison stands, and for good where the page
// allows no WebAssembly. Nothing here defines the element (define.js does) or touches the page
// outside it; with the attribute `address` the reader's place is also kept in the page's "#…".
//
// Events: cross-read-ready | progress | result | select | error, all bubbling, none cancelable.

import css from "#css";
import { createEngine } from "./engine/client.js";
import { formatAddress, parseAddress } from "./lib/address.js";
import { h } from "./lib/dom.js";
import { articlesOf } from "./lib/host.js";
import { Model } from "./lib/model.js";
import { strings } from "./lib/strings.js";
import { comparisonView } from "./views/comparison.js";
import { messageView, problemsView, workingView } from "./views/states.js";

let sheet = null;
let sharedEngine = null;

function styleInto(root) {
  try {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
    }
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.append(h("style", css)); // an old engine; a strict policy may refuse it, and the words stay
  }
}

export class CrossReadElement extends HTMLElement {
  static observedAttributes = ["src", "locale", "base", "view"];

  #root = this.attachShadow({ mode: "open" });
  #frame = h("div", { class: "cr", part: "frame" });
  #slot = h("slot");
  #live = h("p", { class: "vh", role: "status", "aria-live": "polite" });
  #articles = null;
  #result = null;
  #models = [];
  #page = null;
  #place = {};
  #job = null;
  #started = false;
  #cut = false; // taken out of its page in the middle of the work
  #words = strings("en");

  constructor() {
    super();
    styleInto(this.#root);
    this.#root.append(this.#frame, this.#live, this.#slot);
    this.#root.addEventListener("click", (event) => this.#follow(event));
    this.#root.addEventListener("keydown", (event) => this.#keys(event));
  }

  // ---- what a page may set and read ---------------------------------------------------------

  /** Articles given by script; null: the ones in the element or at `src`. */
  get articles() {
    return this.#articles;
  }
  set articles(list) {
    this.#articles = list ? Array.from(list) : null;
    if (this.#started) this.compare();
  }

  /** The finished comparison, or null. Setting one shows it without an engine. */
  get result() {
    return this.#result;
  }
  set result(result) {
    this.#job?.abort();
    this.#show(result);
  }

  get view() {
    return this.getAttribute("view") ?? "";
  }
  set view(name) {
    this.setAttribute("view", name);
  }
  get base() {
    return this.getAttribute("base") ?? "";
  }
  set base(id) {
    this.setAttribute("base", id);
  }
  get src() {
    return this.getAttribute("src") ?? "";
  }
  set src(value) {
    this.setAttribute("src", value);
  }
  get locale() {
    return this.getAttribute("locale") ?? "";
  }
  set locale(value) {
    this.setAttribute("locale", value);
  }
  get loading() {
    return this.getAttribute("loading") === "lazy" ? "lazy" : "eager";
  }
  set loading(value) {
    this.setAttribute("loading", value);
  }

  /** One line on what the articles are about, where the page knows better than the engine. */
  label = "";

  /** Where the reader is: {view, article, finding, fact, pair}. */
  get place() {
    return { ...this.#place };
  }

  connectedCallback() {
    this.#words = strings(this.locale || this.closest("[lang]")?.lang || "en");
    window.addEventListener("hashchange", this.#onHash);
    if (this.#started) {
      if (this.#cut) this.compare();
      return;
    }
    const start = () => {
      if (this.#started) return;
      this.#started = true;
      this.#emit("ready");
      this.compare();
    };
    if (this.loading === "lazy" && typeof IntersectionObserver === "function") {
      const observer = new IntersectionObserver(
        (entries) => {
          if (!entries.some((e) => e.isIntersecting)) return;
          observer.disconnect();
          start();
        },
        { rootMargin: "200px" },
      );
      observer.observe(this);
    } else {
      // Children first: while the page is still being read, they come after their parent.
      const whenRead = () => this.isConnected && !this.#started && start();
      if (document.readyState === "loading")
        document.addEventListener("DOMContentLoaded", whenRead, { once: true });
      else queueMicrotask(whenRead);
    }
  }

  disconnectedCallback() {
    window.removeEventListener("hashchange", this.#onHash);
    this.#cut = this.#job !== null;
    this.#job?.abort();
  }

  attributeChangedCallback(name, before, after) {
    if (!this.#started || before === after) return;
    if (name === "src") this.compare();
    if (name === "locale") {
      this.#words = strings(after || "en");
      if (this.#result) this.#show(this.#result);
    }
    if (name === "base" && after) this.go({ view: "article", article: after });
    if (name === "view" && after) this.go({ view: after });
  }

  // ---- work -----------------------------------------------------------------------------------

  /** Compares what there is to compare now. Resolves with the result, or null if it did not come. */
  async compare() {
    this.#job?.abort();
    const job = (this.#job = new AbortController());
    this.#cut = false;
    try {
      return await this.#work(job);
    } finally {
      if (this.#job === job) this.#job = null;
    }
  }

  async #work(job) {
    let articles;
    let problems = [];
    try {
      if (this.#articles) articles = this.#articles;
      else ({ articles, problems } = await articlesOf(this, job.signal));
    } catch (error) {
      return this.#fail(job, error);
    }
    if (job.signal.aborted) return null;
    if (articles.length === 0 && problems.length === 0) return void this.#clear();
    const ctx = { ...this.#context(null), cancel: () => this.cancel() };
    const working = workingView(ctx, articles.length);
    const timer = setTimeout(() => this.#swap(working), 120); // quick work shows no bar
    try {
      const engine = await this.openEngine();
      const onProgress = (progress) => {
        working.update(progress);
        this.#emit("progress", progress);
      };
      const result = await engine.compare(articles, { signal: job.signal, onProgress });
      if (job.signal.aborted) return null;
      result.problems = [...problems, ...result.problems];
      this.#show(result);
      return result;
    } catch (error) {
      return this.#fail(job, error);
    } finally {
      clearTimeout(timer);
    }
  }

  cancel() {
    this.#job?.abort();
    const { t } = this.#words;
    this.#swap(
      messageView(this.#context(null), t("state.cancelled"), t("state.cancelled.sub"), {
        label: t("state.again"),
        run: () => this.compare(),
      }),
    );
    this.#say(t("state.cancelled"));
  }

  /** The engine this element uses: its own (`engine`), or one for the whole page. */
  async openEngine() {
    if (this.engine) return this.engine;
    const options = {
      workerUrl: this.getAttribute("worker") || undefined,
      thread: this.getAttribute("thread") || "auto",
    };
    sharedEngine ??= createEngine(options).catch((error) => {
      sharedEngine = null;
      throw error;
    });
    return sharedEngine;
  }

  #fail(job, error) {
    if (error.code === "aborted" || job.signal.aborted) return null;
    const { t } = this.#words;
    const title = t(error.code === "wasm-blocked" ? "state.noengine" : "state.failed");
    this.#frame.replaceChildren(messageView(this.#context(null), title, error.message));
    this.#frame.dataset.state = "failed";
    this.#slot.hidden = false;
    this.#emit("error", { code: error.code ?? "failed", message: error.message });
    return null;
  }

  #clear() {
    this.#result = null;
    this.#page = null;
    this.#frame.replaceChildren();
  }

  // ---- showing --------------------------------------------------------------------------------

  #show(result) {
    this.#result = result;
    const piles = result.events?.length > 1 ? result.events.map((e) => e.articles) : [null];
    this.#models = piles
      .map((only) => new Model(result, only))
      .sort((a, b) => b.sources.length - a.sources.length);
    this.#place = this.#fromAddress();
    this.#draw();
    const { t } = this.#words;
    const count = this.#models[0].sources.length;
    this.#say(
      t("state.done", { n: count, d: t("state.done.diff", { n: this.#models[0].differing.length }) }),
    );
    this.#emit("result", { result });
  }

  #draw() {
    const ctx = this.#context(this.#models[this.#pile()]);
    this.#page = ctx.model.sources.length > 0 ? comparisonView(ctx, this.#models) : null;
    const problems = problemsView(ctx, this.#result.problems ?? [], ctx.model.sources.length);
    this.#swap(...[this.#page, problems].filter(Boolean));
    this.#slot.hidden = true;
    this.#page?.show(this.#place, { scroll: Boolean(this.#place.view) });
  }

  #swap(...nodes) {
    this.#frame.replaceChildren(...nodes);
    delete this.#frame.dataset.state;
  }

  #context(model) {
    return {
      model,
      words: this.#words,
      t: this.#words.t,
      label: this.label,
      anchors: { diff: "differences", art: "article", fig: "figures" },
      pile: this.#pile(),
      href: (place) => formatAddress({ ...this.#kept(), ...this.#pilePart(), ...place }),
      go: (place, options) => this.go(place, options),
      say: (text) => this.#say(text),
    };
  }

  /** Which event of a mixed pile is shown; the largest comes first. */
  #pile() {
    const n = Number(this.#place.pile ?? 0);
    return this.#models[n] ? n : 0;
  }

  #pilePart() {
    return this.#pile() > 0 ? { pile: String(this.#pile()) } : {};
  }

  /** Parts of an address that belong to the page around the element. */
  #kept() {
    return this.hasAttribute("address") ? { event: parseAddress(location.hash).event } : {};
  }

  #say(text) {
    this.#live.textContent = text;
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`cross-read-${name}`, { bubbles: true, composed: true, detail }));
  }

  // ---- going about ----------------------------------------------------------------------------

  /** Goes to a place. `focus`: a selector to focus there instead of what was opened. */
  go(place, { focus = null } = {}) {
    const before = this.#pile();
    const next = { ...this.#pilePart(), ...place };
    this.#place = next;
    if (this.hasAttribute("address")) {
      const hash = formatAddress({ ...this.#kept(), ...next });
      if (hash !== location.hash) {
        this.#silent = hash;
        location.hash = hash;
      }
    }
    if (this.#pile() !== before) this.#draw();
    else this.#page?.show(next, { scroll: !focus, focus });
    this.#emit("select", next);
  }

  #silent = null;
  #onHash = () => {
    if (!this.hasAttribute("address") || !this.#page) return;
    if (this.#silent === location.hash) return void (this.#silent = null);
    this.#silent = null;
    const before = this.#pile();
    this.#place = this.#fromAddress();
    if (this.#pile() !== before) this.#draw();
    else this.#page.show(this.#place, { scroll: true });
    this.#emit("select", this.#place);
  };

  #fromAddress() {
    if (this.hasAttribute("address")) {
      const { event, ...place } = parseAddress(location.hash);
      void event;
      if (Object.keys(place).length > 0) return place;
    }
    return { ...(this.view ? { view: this.view } : {}), ...(this.base ? { article: this.base } : {}) };
  }

  #follow(event) {
    const a = event.target.closest?.('a[href^="#"]');
    if (!a || event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return;
    event.preventDefault();
    const { event: pile, ...place } = parseAddress(a.getAttribute("href"));
    void pile;
    const open = a.getAttribute("aria-expanded") === "true";
    if (open)
      this.go(
        { view: place.view, article: place.article },
        {
          focus: a.dataset.finding
            ? `.art a.m[data-finding="${CSS.escape(a.dataset.finding)}"]`
            : `.art a.m[data-fact="${CSS.escape(a.dataset.fact)}"]`,
        },
      );
    else this.go(place);
  }

  #keys(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest?.("input, textarea, select"))
      return;
    const model = this.#page?.model;
    if (!model) return;
    if (event.key === "Escape") {
      if (this.#page.closeEvidence()) event.preventDefault();
    } else if (event.key === "n" || event.key === "p") {
      const ids = model.differing.map((f) => f.id);
      const at = ids.indexOf(this.#place.finding);
      const next = ids[event.key === "n" ? at + 1 : at < 0 ? ids.length - 1 : at - 1];
      if (next) this.go({ view: "differences", finding: next });
    } else if (/^[1-9]$/.test(event.key)) {
      const source = model.sources[event.key - 1];
      if (source) this.go({ view: "article", article: source.id });
    }
  }
}
