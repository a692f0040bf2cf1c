// app.js — the page around the element: which event is shown, the reader's own articles, colours.

import { CrossReadElement, createEngine } from "../define.js";
import { formatAddress, parseAddress } from "../lib/address.js";
import { h } from "../lib/dom.js";
import { OwnArticles } from "./own.js";
import { words } from "./words.js";

const OWN = "own";

function themeSwitch() {
  const make = (value) =>
    h(
      "label",
      h("input", {
        class: "vh",
        type: "radio",
        name: "theme",
        value,
        prop: { checked: value === "auto" },
        on: {
          change: () => {
            if (value === "auto") delete document.documentElement.dataset.theme;
            else document.documentElement.dataset.theme = value;
          },
        },
      }),
      words[`theme.${value}`],
    );
  return h(
    "fieldset",
    { class: "theme" },
    h("legend", { class: "vh" }, words["theme.label"]),
    make("auto"),
    make("light"),
    make("dark"),
  );
}

function eventPicker(events, onPick) {
  const group = (kind) => {
    const list = events.filter((e) => e.kind === kind);
    return (
      list.length > 0 &&
      h(
        "optgroup",
        { label: words[`pick.${kind}`] },
        list.map((e) => h("option", { value: e.id }, e.title)),
      )
    );
  };
  const own = h("option", { value: OWN, hidden: true, disabled: true }, words["pick.own"]);
  const select = h(
    "select",
    { id: "event-pick", on: { change: () => onPick(select.value) } },
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

function main() {
  const element = document.querySelector("cross-read");
  const events = JSON.parse(document.getElementById("events").textContent);
  // One engine for everything on the page, started before it is needed.
  const engine = createEngine({ thread: new URLSearchParams(location.search).get("thread") ?? "auto" });
  engine.catch(() => {}); // the element says what is wrong when it needs it
  element.engine = engine;
  engine.then(
    (e) => {
      document.getElementById("about").textContent = `Crossread ${e.version}`;
    },
    () => {},
  );

  let shown = null;
  const show = (id) => {
    if (shown === id && id !== OWN) return;
    const event = events.find((e) => e.id === id);
    shown = event || id === OWN ? id : events[0].id;
    const chosen = event ?? (shown === OWN ? null : events[0]);
    select.value = shown;
    element.label = chosen?.label ?? "";
    document.title = chosen ? `${chosen.title} – Crossread` : "Crossread";
    element.articles = chosen ? chosen.articles : own.articles;
  };
  const pick = (id) => {
    location.hash = formatAddress({ event: id });
    show(id);
  };
  const select = eventPicker(events, pick);
  const own = new OwnArticles(document.getElementById("own"), engine, {
    onChange(articles) {
      if (articles.length === 0) return;
      select.offerOwn();
      if (parseAddress(location.hash).event !== OWN) location.hash = formatAddress({ event: OWN });
      show(OWN);
    },
  });
  const ownButton = h(
    "button",
    {
      type: "button",
      class: "btn",
      "aria-expanded": "false",
      "aria-controls": "own",
      on: { click: () => own.toggle() },
    },
    words["own.button"],
  );
  own.button = ownButton;
  document
    .getElementById("tools")
    .append(
      h("label", { for: "event-pick", class: "vh" }, words["pick.label"]),
      select,
      ownButton,
      themeSwitch(),
    );

  addEventListener("hashchange", () => show(parseAddress(location.hash).event ?? events[0].id));
  document.querySelector(".skip").addEventListener("click", (event) => {
    if (!element.result) return; // the link's own target, until there is something to go to
    event.preventDefault();
    element.go({ view: "differences" });
  });
  const asked = parseAddress(location.hash).event;
  show(asked === OWN ? events[0].id : (asked ?? events[0].id));
}

void CrossReadElement;
main();
