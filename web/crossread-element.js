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
// What is shown, and where the reader is in it, is lib/stage.js.
//
// Events: cross-read-ready | progress | result | select | correct | error, bubbling, not cancelable.

import css from "#css";
import { createEngine } from "./engine/client.js";
import { readCorrections } from "./lib/corrections.js";
import { h } from "./lib/dom.js";
import { exported } from "./lib/export.js";
import { articlesOf } from "./lib/host.js";
import { Stage } from "./lib/stage.js";
import { strings } from "./lib/strings.js";
import { messageView, told, workingView } from "./views/states.js";

const Base = globalThis.HTMLElement ?? class {}; // imported where there is no page, it is only a name
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

export { createEngine, EngineError } from "./engine/client.js";

export class CrossReadElement extends Base {
  static observedAttributes = ["src", "locale", "base", "view"];

  #root = this.attachShadow({ mode: "open" });
  #frame = h("div", { class: "cr", part: "frame" });
  #slot = h("slot");
  #live = h("p", { class: "vh", role: "status", "aria-live": "polite" });
  #articles = null;
  #engine = null;
  #job = null;
  #started = false;
  #cut = false; // taken out of its page in the middle of the work
  #words = strings("en");
  #stage = new Stage({
    frame: this.#frame,
    words: () => this.#words,
    label: () => this.label,
    keepsAddress: () => this.hasAttribute("address"),
    begin: () => ({
      ...(this.view ? { view: this.view } : {}),
      ...(this.base ? { article: this.base } : {}),
    }),
    say: (text) => this.#say(text),
    emit: (name, detail) => this.#emit(name, detail),
    services: {
      exported: (format) => this.export(format),
      canExport: (format) => format !== "html" || typeof this.makePage === "function",
    },
  });

  constructor() {
    super();
    styleInto(this.#root);
    this.#root.append(h("slot", { name: "header" }), this.#frame, this.#live, this.#slot);
    this.#root.append(h("slot", { name: "footer" }));
    this.#root.addEventListener("click", (event) => this.#stage.follow(event));
    this.#root.addEventListener("keydown", (event) => this.#stage.keys(event));
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
    return this.#stage.result;
  }
  set result(result) {
    this.#job?.abort();
    this.#started = true;
    if (!result) return void this.#stage.clear();
    this.#speak();
    this.#show(result);
  }

  /** What the reader has put right; kept in the report file, made again with each comparison. */
  get corrections() {
    return [...this.#stage.corrections];
  }
  set corrections(list) {
    const read = readCorrections(list);
    if (read.length === 0 && this.#stage.corrections.length === 0) return;
    this.#stage.corrections = read;
    this.#stage.again();
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

  /** An engine of the page's own, or a promise of one; without it, all elements of the page share one. */
  get engine() {
    return this.#engine;
  }
  set engine(engine) {
    this.#engine = engine ?? null;
  }

  /** One line on what the articles are about, where the page knows better than the engine. */
  label = "";

  /** Where the reader is: {view, article, finding, fact, pair, at, all}. */
  get place() {
    return { ...this.#stage.place };
  }

  /** Makes a whole page of a report; where a page gives this, the report can be kept as a file. */
  makePage = null;

  /** The comparison as a file: json, csv, markdown, annotations, html → {name, type, text}. */
  export(format) {
    return exported(format, {
      result: this.result,
      corrections: this.corrections,
      label: this.label,
      words: this.#words,
      makePage: this.makePage,
    });
  }

  connectedCallback() {
    this.#speak();
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

  /** The language: the attribute's, else that of the page around it. */
  #speak() {
    this.#words = strings(this.locale || this.closest("[lang]")?.lang || "en");
    this.#frame.lang = this.#words.language;
    this.#frame.dir = this.#words.dir;
  }

  #onHash = () => this.#stage.onHash();

  attributeChangedCallback(name, before, after) {
    if (!this.#started || before === after) return;
    if (name === "src") this.compare();
    if (name === "locale") {
      this.#speak();
      this.#stage.again();
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
    if (articles.length === 0 && problems.length === 0) {
      this.#stage.clear();
      return null;
    }
    const ctx = { ...this.#stage.context(null), cancel: () => this.cancel() };
    const working = workingView(ctx, articles.length);
    const timer = setTimeout(() => this.#stage.swap(working), 120); // quick work shows no bar
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
    this.#stage.swap(
      messageView(this.#stage.context(null), t("state.cancelled"), t("state.cancelled.sub"), {
        label: t("state.again"),
        run: () => this.compare(),
      }),
    );
    this.#say(t("state.cancelled"));
  }

  /** The engine this element uses. */
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
    this.#stage.swap(messageView(this.#stage.context(null), title, told(this.#words, error)));
    this.#frame.dataset.state = "failed";
    this.#slot.hidden = false;
    this.#emit("error", { code: error.code ?? "failed", message: error.message });
    return null;
  }

  #show(result) {
    this.#stage.show(result);
    this.#slot.hidden = true;
    const { t } = this.#words;
    const [{ sources, differing }] = this.#stage.models;
    this.#say(t("state.done", { n: sources.length, d: t("state.done.diff", { n: differing.length }) }));
    this.#emit("result", { result });
  }

  /** Goes to a place. `focus`: a selector to focus there instead of what was opened. */
  go(place, options) {
    this.#stage.go(place, options);
  }

  #say(text) {
    this.#live.textContent = text;
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`cross-read-${name}`, { bubbles: true, composed: true, detail }));
  }
}
