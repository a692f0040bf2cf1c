// made.mjs — a page with <cross-read> in it and the comparison made by hand: what the tests of the views
// share. The page's policy allows no policy of Trusted Types and no script but the element's own.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, inside, launch, newPage, serve } from "./browsers.mjs";
import { comparison } from "./fixture.mjs";

const script = readFileSync(join(build, "crossread.js"));
const host = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title><script src="/crossread.js"></script><script src="/crossread.js?again"></script></head><body><h1 style="color:red">Host</h1><cross-read><p slot="header">Above</p><p slot="footer">Below</p></cross-read></body></html>`;
const policy = [
  "default-src 'none'; img-src 'self' blob:; style-src 'self' 'unsafe-inline'; script-src 'self' 'wasm-unsafe-eval'",
  "require-trusted-types-for 'script'; trusted-types 'none'",
].join("; ");

/** The views in the order of the page. */
export const VIEWS = [
  "event",
  "differences",
  "brief",
  "article",
  "pair",
  "alone",
  "facts",
  "figures",
  "time",
  "people",
  "quotes",
  "wording",
  "copies",
  "lineage",
  "damage",
  "keep",
];

/** Opens it: {page, home, texts, click, close}. */
export async function openMade(name) {
  const browser = await launch(name);
  let site = null;
  const close = async () => {
    site?.close();
    await browser.close();
  };
  try {
    site = await serve({
      "/crossread.js": { body: script, type: "text/javascript" },
      "/favicon.ico": { body: "", type: "image/x-icon" }, // asked for unasked
      "/": { body: host, headers: { "content-security-policy": policy } },
    });
    const page = await newPage(browser, `${site.url}/`);
    const made = { ...handlesOf(page), page, close };
    await made.home();
    return made;
  } catch (error) {
    await close(); // a browser that stays open keeps the test from ending
    throw error;
  }
}

const handlesOf = (page) => ({
  /** Shows the comparison, parts of it changed, with nothing opened. */
  home: (locale = "en", change = {}) =>
    page.evaluate(
      (result, language) => {
        const element = document.querySelector("cross-read");
        element.corrections = [];
        element.locale = language;
        element.result = result;
        element.go({ all: "" });
      },
      { ...comparison(), ...change },
      locale,
    ),
  texts: (selector) =>
    inside(page, (root, s) => [...root.querySelectorAll(s)].map((n) => n.textContent.trim()), selector),
  click: (selector) => inside(page, (root, s) => root.querySelector(s).click(), selector),
});
