// app.js — the page around the element: which event is shown, the reader's own articles, language,
// colours, and the report that this file may carry.

import "../define.js";
import { createEngine } from "../engine/client.js";
import { formatAddress, parseAddress } from "../lib/address.js";
import { h } from "../lib/dom.js";
import { strings, tables } from "../lib/strings.js";
import { OwnArticles } from "./own.js";
import { filled, pageText, readReport } from "./template.js";

const OWN = "own";
const REPORT = "report";
const LANGUAGES = { en: "English", de: "Deutsch", ar: "العربية" };

function themeSwitch(t) {
  const root = document.documentElement;
  const make = (value) =>
    h(
      "label",
      h("input", {
        class: "vh",
        type: "radio",
        name: "theme",
        value,
        prop: { checked: value === (root.dataset.theme ?? "auto") },
        on: {
          change: () => {
            if (value === "auto") delete root.dataset.theme;
            else root.dataset.theme = value;
          },
        },
      }),
      t(`theme.${value}`),
    );
  return h(
    "fieldset",
    { class: "choice" },
    h("legend", { class: "vh" }, t("theme.label")),
    make("auto"),
    make("light"),
    make("dark"),
  );
}

function languagePicker(words, onPick) {
  const select = h(
    "select",
    { id: "language", "aria-label": words.t("page.lang"), on: { change: () => onPick(select.value) } },
    Object.entries(LANGUAGES).map(([code, name]) => h("option", { value: code, lang: code }, name)),
  );
  select.value = words.language;
  return select;
}

function eventPicker(t, events, report, onPick) {
  const group = (kind) => {
    const list = events.filter((e) => e.kind === kind);
    return (
      list.length > 0 &&
      h(
        "optgroup",
        { label: t(`pick.${kind}`) },
        list.map((e) => h("option", { value: e.id }, e.title)),
      )
    );
  };
  const own = h("option", { value: OWN, hidden: true, disabled: true }, t("pick.own"));
  const select = h(
    "select",
    { id: "event-pick", on: { change: () => onPick(select.value) } },
    report && h("option", { value: REPORT }, report.label || t("pick.report")),
    group("real"),
    group("fiction"),
    own,
  );
  select.offerOwn = () => {
    own.hidden = false;
    own.disabled = false;
  };
  return select;
}

/** The language the address asks for, else the reader's first that there is a table for. */
function firstLanguage() {
  const asked = [parseAddress(location.hash).lang, ...(navigator.languages ?? [navigator.language])];
  return asked.map((code) => code?.toLowerCase().split("-")[0]).find((code) => code in tables) ?? "en";
}

class App {
  #element = document.querySelector("cross-read");
  #events = JSON.parse(document.getElementById("events").textContent);
  #report = readReport(document.getElementById("report").textContent);
  #words = strings(firstLanguage());
  #shown = null;
  #engine;
  #own;
  #select;
  #ownButton;

  constructor(template) {
    // One engine for everything on the page, started before it is needed.
    this.#engine = createEngine({ thread: new URLSearchParams(location.search).get("thread") ?? "auto" });
    this.#engine.catch(() => {}); // the element says what is wrong when it needs it
    this.#element.engine = this.#engine;
    this.#element.makePage = (report) => filled(template, report);
    this.#own = new OwnArticles(document.getElementById("own"), this.#engine, {
      words: this.#words,
      onChange: (articles, corrections) => this.#changed(articles, corrections),
      shown: () => this.#element.result?.articles ?? [],
    });
    this.#speak();
    addEventListener("hashchange", () => this.#show(parseAddress(location.hash).event ?? this.#first()));
    document.querySelector(".skip").addEventListener("click", (event) => {
      if (!this.#element.result) return; // the link's own target, until there is something to go to
      event.preventDefault();
      this.#element.go({ view: "differences" });
    });
    const asked = parseAddress(location.hash).event;
    this.#show(asked === OWN || !asked ? this.#first() : asked);
  }

  #first() {
    return this.#report ? REPORT : this.#events[0].id;
  }

  /** Everything the page says, in the language that is chosen. */
  #speak() {
    const { t, language, dir } = this.#words;
    Object.assign(document.documentElement, { lang: language, dir });
    this.#element.locale = language;
    this.#own.speak(this.#words);
    const pick = (id) => {
      location.hash = formatAddress({ event: id, lang: parseAddress(location.hash).lang });
      this.#show(id);
    };
    this.#select = eventPicker(t, this.#events, this.#report, pick);
    if (this.#own.articles.length > 0) this.#select.offerOwn();
    if (this.#shown) this.#select.value = this.#shown;
    this.#ownButton = h(
      "button",
      {
        type: "button",
        class: "btn",
        "aria-expanded": "false",
        "aria-controls": "own",
        on: { click: () => this.#own.toggle() },
      },
      t("own.button"),
    );
    this.#own.button = this.#ownButton;
    const languageSelect = languagePicker(this.#words, (code) => {
      this.#words = strings(code);
      this.#speak();
      const { event, ...place } = parseAddress(location.hash);
      location.hash = formatAddress({ ...place, event, lang: code });
      document.getElementById("language").focus();
    });
    document
      .getElementById("tools")
      .replaceChildren(
        h("label", { for: "event-pick", class: "vh" }, t("pick.label")),
        this.#select,
        this.#ownButton,
        languageSelect,
        themeSwitch(t),
      );
    document.querySelector(".skip").textContent = t("page.skip");
    document.getElementById("foot").textContent = t("page.foot");
    this.#engine.then(
      (e) => {
        document.getElementById("about").textContent = `Crossread ${e.version}`;
      },
      () => {},
    );
  }

  /** @param anew what the reader has brought is another now */
  #show(id, { anew = false } = {}) {
    if (this.#shown === id && !anew) return;
    const event = this.#events.find((e) => e.id === id);
    const known = event || id === OWN || (id === REPORT && this.#report);
    this.#shown = known ? id : this.#first();
    this.#select.value = this.#shown;
    const element = this.#element;
    if (this.#shown === REPORT) return this.#showReport();
    const chosen = this.#shown === OWN ? null : this.#events.find((e) => e.id === this.#shown);
    element.label = chosen?.label ?? "";
    document.title = chosen ? `${chosen.title} – Crossread` : "Crossread";
    element.corrections = this.#shown === OWN ? this.#own.corrections : [];
    element.articles = chosen ? chosen.articles : this.#own.articles;
  }

  /** What the file carries is shown as it is; if it cannot be, its articles are compared anew. */
  #showReport() {
    const { label, corrections, result } = this.#report;
    const element = this.#element;
    element.label = typeof label === "string" ? label : "";
    document.title = element.label ? `${element.label} – Crossread` : "Crossread";
    element.corrections = corrections;
    try {
      element.result = result;
    } catch {
      element.articles = result.articles;
    }
  }

  #changed(articles, corrections) {
    if (articles.length === 0) return;
    this.#select.offerOwn();
    this.#element.corrections = corrections;
    const { event, lang } = parseAddress(location.hash);
    if (event !== OWN) location.hash = formatAddress({ event: OWN, lang });
    this.#show(OWN, { anew: true });
  }
}

new App(pageText(document));
