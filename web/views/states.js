// states.js — what is said while there is nothing to show: at work, cancelled, failed, and what
// could not be read. Each says what happened, why, and what can be done.

import { h } from "../lib/dom.js";

export function workingView(ctx, count) {
  const bar = h("progress", { max: "1", value: "0", "aria-label": ctx.t("state.work", { n: count }) });
  const step = h("p", { class: "step" }, ctx.t("stage.read"));
  const element = h(
    "div",
    { class: "state work", part: "progress" },
    h("h2", ctx.t("state.work", { n: count })),
    bar,
    step,
    h(
      "p",
      { class: "acts" },
      h("button", { type: "button", class: "btn", on: { click: ctx.cancel } }, ctx.t("state.cancel")),
    ),
  );
  element.update = ({ stage, done }) => {
    bar.value = done;
    const words = ctx.t(`stage.${stage}`);
    if (words && step.textContent !== words) step.textContent = words;
  };
  return element;
}

export function messageView(ctx, title, detail, action) {
  return h(
    "div",
    { class: "state", part: "message", role: "alert" },
    h("h2", title),
    detail && h("p", detail),
    action &&
      h(
        "p",
        { class: "acts" },
        h("button", { type: "button", class: "btn strong", on: { click: action.run } }, action.label),
      ),
  );
}

/** Inputs that were left out, each with its name and reason; the rest was kept. */
export function problemsView(ctx, problems, kept) {
  if (problems.length === 0) return null;
  return h(
    "section",
    { class: "problems", "aria-labelledby": "h-problems", part: "problems" },
    h("h2", { id: "h-problems" }, ctx.t("problems.title", { n: problems.length })),
    h(
      "ul",
      problems.map((p) => h("li", h("b", p.where || p.code), " ", told(ctx.words, p))),
    ),
    kept > 0 && h("p", { class: "open-note" }, ctx.t("problems.kept", { n: kept })),
  );
}

/** What went wrong: its message is English and says most; another language has words for the code, and
 *  behind them what those words leave out: the browser's `detail`, or the engine's message. */
export function told(words, { code, message, detail = message }) {
  const own = words.language === "en" ? null : words.t(`error.${code}`);
  if (!own) return sentence(message);
  return [sentence(own), detail && [" ", h("span", { lang: "en", dir: "auto" }, sentence(detail))]];
}

const sentence = (text = "") => (/[.!?]$/.test(text) ? text : `${text}.`);
