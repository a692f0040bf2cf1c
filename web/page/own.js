// own.js — the reader's own articles: dropped, chosen or pasted, read by the engine's own ingest,
// listed with what was wrong with the others, edited and removed.

import { MAX_ARTICLE_BYTES } from "../engine/wire.js";
import { readCorrections } from "../lib/corrections.js";
import { h } from "../lib/dom.js";
import { filesOf } from "../lib/files.js";
import { told } from "../views/states.js";
import { reportIn } from "./template.js";

export class OwnArticles {
  articles = [];
  corrections = [];
  button = null;
  #bad = [];
  #host;
  #engine;
  #onChange;
  #shown;
  #words;
  #t;
  #list = h("ul", { class: "ownlist" });
  #badList = h("ul", { class: "ownbad" });
  #live = h("p", { class: "small", role: "status" });
  #pasted = 0;

  /** @param shown () → the articles that stand on the page, to begin from */
  constructor(host, engine, { words, onChange, shown }) {
    this.#host = host;
    this.#engine = engine;
    this.#onChange = onChange;
    this.#shown = shown;
    this.#words = words;
    this.#t = words.t;
    this.#listen();
  }

  /** Builds the panel in a language; what is in it stays. */
  speak(words) {
    this.#words = words;
    this.#t = words.t;
    this.#badList.setAttribute("aria-label", this.#t("own.bad"));
    document.body.dataset.over = this.#t("own.over");
    this.#build();
  }

  toggle(open = this.#host.hidden) {
    this.#host.hidden = !open;
    this.button?.setAttribute("aria-expanded", String(open));
    if (open) this.#host.querySelector("button").focus();
    else this.button?.focus();
  }

  #build() {
    const input = h("input", {
      type: "file",
      multiple: true,
      class: "vh",
      tabindex: "-1",
      "aria-hidden": "true",
      id: "own-files",
      on: {
        change: () =>
          this.addFiles([...input.files]).then(() => {
            input.value = "";
          }),
      },
    });
    const area = h("textarea", { id: "own-text", spellcheck: "false" });
    this.#host.replaceChildren(
      h(
        "div",
        { class: "wrap own-in" },
        h("div", h("h2", { id: "own-h" }, this.#t("own.title")), h("p", this.#t("own.sub"))),
        h(
          "div",
          { class: "cols" },
          h(
            "div",
            { class: "drop" },
            h("p", this.#t("own.drop")),
            input,
            h(
              "p",
              { class: "acts" },
              h(
                "button",
                { type: "button", class: "btn strong", on: { click: () => input.click() } },
                this.#t("own.choose"),
              ),
              h(
                "button",
                { type: "button", class: "btn", on: { click: () => this.#begin() } },
                this.#t("own.start"),
              ),
            ),
            this.#live,
          ),
          h(
            "div",
            h("label", { for: "own-text" }, this.#t("own.paste")),
            area,
            h(
              "p",
              { class: "acts" },
              h(
                "button",
                {
                  type: "button",
                  class: "btn",
                  on: {
                    click: () => {
                      if (area.value.trim())
                        this.addText(area.value).then(() => {
                          area.value = "";
                        });
                    },
                  },
                },
                this.#t("own.add"),
              ),
            ),
          ),
        ),
        this.#list,
        this.#badList,
        h(
          "p",
          { class: "acts" },
          h(
            "button",
            { type: "button", class: "btn", on: { click: () => this.#clear() } },
            this.#t("own.clear"),
          ),
          h(
            "button",
            { type: "button", class: "btn", on: { click: () => this.toggle(false) } },
            this.#t("own.close"),
          ),
        ),
      ),
    );
    this.#draw();
  }

  #listen() {
    let depth = 0;
    const over = (on) => document.body.classList.toggle("over", on);
    const hasSomething = (event) =>
      [...(event.dataTransfer?.types ?? [])].some((t) => t === "Files" || t === "text/plain");
    addEventListener("dragenter", (event) => {
      if (hasSomething(event)) {
        ++depth;
        over(true);
      }
    });
    addEventListener("dragleave", () => {
      if (--depth <= 0) {
        depth = 0;
        over(false);
      }
    });
    addEventListener("dragover", (event) => {
      if (hasSomething(event)) event.preventDefault();
    });
    addEventListener("drop", async (event) => {
      depth = 0;
      over(false);
      if (!hasSomething(event)) return;
      event.preventDefault();
      const text = event.dataTransfer.getData("text/plain");
      const { files, bad } = await filesOf(event.dataTransfer, this.#t);
      this.#bad.push(...bad);
      if (files.length + bad.length > 0) await this.addFiles(files);
      else if (text.trim()) await this.addText(text);
    });
    addEventListener("paste", (event) => {
      if (event.target.closest?.("input, textarea")) return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) this.addFiles(files);
      else if (text.trim()) this.addText(text);
    });
  }

  async addFiles(files) {
    this.#open();
    this.#live.textContent = this.#t("own.reading");
    for (const file of files) {
      const name = file.webkitRelativePath || file.name;
      if (file.size > MAX_ARTICLE_BYTES) {
        this.#bad.push({ where: name, message: this.#t("own.toolarge", { n: MAX_ARTICLE_BYTES / 1e6 }) });
        continue;
      }
      let bytes;
      try {
        bytes = new Uint8Array(await file.arrayBuffer());
      } catch {
        this.#bad.push({ where: name, message: this.#t("own.unread") });
        continue;
      }
      await this.#ingest(name, bytes);
    }
    this.#changed();
  }

  async addText(text) {
    this.#open();
    const json = /^\s*[[{]/.test(text);
    const name = `${this.#t("own.pasted")} ${++this.#pasted}${json ? ".json" : ".txt"}`;
    await this.#ingest(name, new TextEncoder().encode(text));
    this.#changed();
  }

  async #ingest(name, bytes) {
    try {
      if (this.#take(name, bytes)) return;
      const { articles, errors } = await (await this.#engine).ingest(name, bytes);
      this.#add(articles.map((article) => ({ ...article, id: article.id || name })));
      this.#bad.push(...errors);
    } catch (error) {
      this.#bad.push({ where: name, code: error.code, message: error.message, detail: error.detail });
    }
  }

  /** A report made here, or the JSON of one: its articles and the corrections that go with them. */
  #take(name, bytes) {
    const text = new TextDecoder().decode(bytes);
    const report = /\.html?$/i.test(name) ? reportIn(text) : null;
    if (report) {
      this.#add(report.result.articles.map(givenOf));
      this.corrections.push(...readCorrections(report.corrections));
      return true;
    }
    if (/^\s*\{/.test(text) && text.includes('"corrections"')) {
      try {
        this.corrections.push(...readCorrections(JSON.parse(text).corrections));
      } catch {
        // no JSON: the engine says what is wrong with it
      }
    }
    return false;
  }

  /** The articles that are shown, to take one out, add one, or change what is known of them. */
  #begin() {
    this.#add(this.#shown().map(givenOf));
    this.#changed();
  }

  #add(articles) {
    for (const article of articles) this.articles.push({ ...article, id: this.#freeId(article.id) });
  }

  #freeId(wanted) {
    const taken = new Set(this.articles.map((a) => a.id));
    let id = wanted;
    for (let n = 2; taken.has(id); ++n) id = `${wanted}-${n}`;
    return id;
  }

  #open() {
    this.#host.hidden = false;
    this.button?.setAttribute("aria-expanded", "true");
  }

  #clear() {
    this.articles = [];
    this.corrections = [];
    this.#bad = [];
    this.#draw();
  }

  #changed() {
    this.#draw();
    this.#onChange(this.articles, this.corrections);
  }

  #draw() {
    this.#list.replaceChildren(...this.articles.map((article) => this.#item(article)));
    this.#badList.replaceChildren(
      ...this.#bad.map((p) => h("li", h("b", p.where || p.code), " ", told(this.#words, p))),
    );
    this.#badList.hidden = this.#bad.length === 0;
    this.#live.textContent = this.articles.length === 1 ? this.#t("own.one") : "";
  }

  #item(article) {
    const edit = (key, label, extra = {}) =>
      h("input", {
        ...extra,
        "aria-label": `${this.#t(label)}: ${article.id}`,
        placeholder: this.#t(label),
        prop: { value: key === "published" ? (article[key] ?? "").slice(0, 10) : (article[key] ?? "") },
        on: {
          change(event) {
            article[key] = event.target.value;
            notify();
          },
        },
      });
    const notify = () => this.#onChange(this.articles, this.corrections);
    const said = (article.notes ?? []).map((n) => n.text).join(" ");
    return h(
      "li",
      edit("source", "own.source", { class: "src" }),
      edit("title", "own.title.field", { class: "t" }),
      edit("published", "own.date", { type: "date" }),
      h(
        "button",
        {
          type: "button",
          class: "btn",
          "aria-label": `${this.#t("own.remove")}: ${article.id}`,
          on: {
            click: () => {
              this.articles = this.articles.filter((a) => a !== article);
              this.#changed();
              (this.#list.querySelector("button") ?? this.#host.querySelector("button")).focus();
            },
          },
        },
        this.#t("own.remove"),
      ),
      h("span", { class: "said" }, [article.id, said].filter(Boolean).join(": ")),
    );
  }
}

/** What was given with an article, without what the engine has read out of it. */
function givenOf({ id, source, title, published, published_from, url, text, text_made, notes = [] }) {
  const given = { id, source, title, url, text };
  if (published_from === undefined || published_from === "given") given.published = published;
  if (text_made) Object.assign(given, { text_made, notes: notes.filter((note) => note.from === "ingest") });
  return given;
}
