// own.js — the reader's own articles: dropped, chosen or pasted, read by the engine's own ingest,
// listed with what was wrong with the others, edited and removed.

import { h } from "../lib/dom.js";
import { filesOf } from "../lib/files.js";
import { words } from "./words.js";

const MAX_FILE = 64 * 2 ** 20;

export class OwnArticles {
  articles = [];
  button = null;
  #bad = [];
  #host;
  #engine;
  #onChange;
  #list = h("ul", { class: "ownlist" });
  #badList = h("ul", { class: "ownbad", "aria-label": words["own.bad"] });
  #live = h("p", { class: "small", role: "status" });
  #pasted = 0;

  constructor(host, engine, { onChange }) {
    this.#host = host;
    this.#engine = engine;
    this.#onChange = onChange;
    this.#build();
    this.#listen();
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
    this.#host.append(
      h(
        "div",
        { class: "wrap own-in" },
        h("div", h("h2", { id: "own-h" }, words["own.title"]), h("p", words["own.sub"])),
        h(
          "div",
          { class: "cols" },
          h(
            "div",
            { class: "drop" },
            h("p", words["own.drop"]),
            input,
            h(
              "button",
              { type: "button", class: "btn strong", on: { click: () => input.click() } },
              words["own.choose"],
            ),
            this.#live,
          ),
          h(
            "div",
            h("label", { for: "own-text" }, words["own.paste"]),
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
                words["own.add"],
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
            words["own.clear"],
          ),
          h(
            "button",
            { type: "button", class: "btn", on: { click: () => this.toggle(false) } },
            words["own.close"],
          ),
        ),
      ),
    );
    this.#draw();
  }

  #listen() {
    document.body.dataset.over = words["own.over"];
    let depth = 0;
    const over = (on) => document.body.classList.toggle("over", on);
    const hasFiles = (event) =>
      [...(event.dataTransfer?.types ?? [])].some((t) => t === "Files" || t === "text/plain");
    addEventListener("dragenter", (event) => {
      if (hasFiles(event)) {
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
      if (hasFiles(event)) event.preventDefault();
    });
    addEventListener("drop", async (event) => {
      depth = 0;
      over(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      const text = event.dataTransfer.getData("text/plain");
      const files = await filesOf(event.dataTransfer);
      if (files.length > 0) await this.addFiles(files);
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
    this.#live.textContent = words["own.reading"];
    for (const file of files) {
      const name = file.webkitRelativePath || file.name;
      if (file.size > MAX_FILE) {
        this.#bad.push({ where: name, message: words["own.toolarge"] });
        continue;
      }
      let bytes;
      try {
        bytes = new Uint8Array(await file.arrayBuffer());
      } catch {
        this.#bad.push({ where: name, message: words["own.unread"] });
        continue;
      }
      await this.#ingest(name, bytes);
    }
    this.#changed();
  }

  async addText(text) {
    this.#open();
    const json = /^\s*[[{]/.test(text);
    const name = `${words["own.pasted"]} ${++this.#pasted}${json ? ".json" : ".txt"}`;
    await this.#ingest(name, new TextEncoder().encode(text));
    this.#changed();
  }

  async #ingest(name, bytes) {
    try {
      const { articles, errors } = await (await this.#engine).ingest(name, bytes);
      for (const article of articles)
        this.articles.push({ ...article, id: this.#freeId(article.id || name) });
      this.#bad.push(...errors);
    } catch (error) {
      this.#bad.push({ where: name, message: error.message });
    }
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
    this.#bad = [];
    this.#draw();
  }

  #changed() {
    this.#draw();
    this.#onChange(this.articles);
  }

  #draw() {
    this.#list.replaceChildren(...this.articles.map((article) => this.#item(article)));
    this.#badList.replaceChildren(
      ...this.#bad.map((p) => h("li", h("b", p.where || p.code), " ", p.message)),
    );
    this.#badList.hidden = this.#bad.length === 0;
    this.#live.textContent = this.articles.length === 1 ? words["own.one"] : "";
  }

  #item(article) {
    const edit = (key, label, extra = {}) =>
      h("input", {
        ...extra,
        "aria-label": `${words[label]}: ${article.id}`,
        placeholder: words[label],
        prop: { value: key === "published" ? (article[key] ?? "").slice(0, 10) : (article[key] ?? "") },
        on: {
          change(event) {
            article[key] = event.target.value;
            notify();
          },
        },
      });
    const notify = () => this.#onChange(this.articles);
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
          "aria-label": `${words["own.remove"]}: ${article.id}`,
          on: {
            click: () => {
              this.articles = this.articles.filter((a) => a !== article);
              this.#changed();
              (this.#list.querySelector("button") ?? this.#host.querySelector("button")).focus();
            },
          },
        },
        words["own.remove"],
      ),
      h("span", { class: "said" }, [article.id, said].filter(Boolean).join(": ")),
    );
  }
}
