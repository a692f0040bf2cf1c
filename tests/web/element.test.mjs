// <cross-read> on pages of others: plain http, a strict policy, no WebAssembly, no Blob worker,
// several elements, and text that tries to be code.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { browsers, build, inside, launch, newPage, ready, serve, skipped } from "./browsers.mjs";

const script = readFileSync(join(build, "crossread.js"));
const worker = readFileSync(join(build, "crossread-worker.js"));
const js = { type: "text/javascript" };

const articles = `
  <article id="a" data-source="Daily Example" data-published="2024-05-14"><h2>Storm hits Port Alder</h2><p>At least 12 people died when a storm hit Port Alder on Monday, the mayor, Ana Holm, said.</p></article>
  <article id="b" data-source="Morning Post"><h2>Storm in Port Alder</h2><p>At least 15 people died when a storm hit Port Alder on Monday, the mayor, Ana Holm, said.</p></article>`;
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title><script src="/crossread.js"></script></head><body><h1>Host</h1><cross-read>${articles}</cross-read></body></html>`;
/** The same page under a policy. `img-src 'self'` is for the icon that browsers ask for unasked. */
const under = (policy, body = page) => ({
  body,
  headers: { "content-security-policy": `default-src 'none'; img-src 'self'; style-src 'self'; ${policy}` },
});

const PAYLOADS = [
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  '"><svg onload=alert(1)>',
  "javascript:alert(1)",
  "'-alert(1)-'",
  "</script><script>alert(1)</script>",
  "<iframe srcdoc='<script>parent.alert(1)</script>'>",
  "{{constructor.constructor('alert(1)')()}}",
  "<style>*{display:none}</style>",
  "\u202e<b onclick=alert(1)>x</b>",
];

const sentence = (n) =>
  `At least ${n} people died when a storm hit Port Alder on Monday, the mayor, Ana Holm, said.`;

for (const name of browsers) {
  describe(name, { skip: skipped(name) }, () => {
    let browser;
    let site;
    let plain; // one page without a policy, for all that needs none
    before(async () => {
      browser = await launch(name);
      site = await serve({
        "/crossread.js": { body: script, ...js },
        "/crossread-worker.js": { body: worker, ...js },
        "/plain": { body: page },
        "/strict": under("script-src 'self' 'wasm-unsafe-eval'; worker-src blob: 'self'; connect-src 'none'"),
        "/nowasm": under("script-src 'self'; worker-src blob: 'self'; connect-src 'none'"),
        "/nowasm-de": under("script-src 'self'", page.replace("<cross-read", '<cross-read locale="de"')),
        "/noblob": under(
          "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'",
          page.replace("<cross-read", '<cross-read worker="/crossread-worker.js"'),
        ),
        "/noworker": under("script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'"),
        "/trusted": under(
          "script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; require-trusted-types-for 'script'; trusted-types 'none'",
        ),
        "/a.txt": { body: sentence(12), type: "text/plain" },
        "/b.txt": { body: sentence(15), type: "text/plain" },
      });
      plain = await newPage(browser);
      await plain.evaluateOnNewDocument(() => {
        const Real = globalThis.Worker;
        globalThis.workers = new Set();
        globalThis.Worker = class extends Real {
          constructor(...args) {
            super(...args);
            globalThis.workers.add(this);
          }
          terminate() {
            globalThis.workers.delete(this);
            super.terminate();
          }
        };
      });
      await plain.evaluateOnNewDocument(() => {
        /** The element's next comparison, or what it says went wrong. */
        globalThis.outcome = (element) =>
          new Promise((resolve, reject) => {
            element.addEventListener("cross-read-result", () => resolve(element.result), { once: true });
            element.addEventListener("cross-read-error", (e) => reject(new Error(e.detail.message)), {
              once: true,
            });
          });
      });
      await plain.goto(`${site.url}/plain`);
      await ready(plain);
    });
    after(async () => {
      site?.close();
      await browser?.close();
    });

    const count = (on) => on.evaluate(() => document.querySelector("cross-read").result?.articles.length);
    const thread = (on) =>
      on.evaluate(async () => (await document.querySelector("cross-read").openEngine()).thread);

    test("compares the articles inside it on a plain page", async () => {
      assert.equal(await count(plain), 2);
      assert.equal(await thread(plain), "worker");
      assert.deepEqual(
        await inside(plain, (root) => [...root.querySelectorAll(".chip .name")].map((a) => a.textContent)),
        ["Daily Example", "Morning Post"],
      );
      assert.equal(
        await plain.evaluate(() => location.hash),
        "",
        "an embedded element leaves the address alone",
      );
    });

    test("works under a strict policy with 'wasm-unsafe-eval', without one violation", async () => {
      const on = await newPage(browser, `${site.url}/strict`);
      await ready(on);
      assert.equal(await count(on), 2);
      assert.deepEqual(await on.violations(), []);
      assert.equal(
        await inside(on, (root) => getComputedStyle(root.querySelector(".toc")).position),
        "sticky",
        "the sheet is adopted",
      );
      await on.close();
    });

    test("without WebAssembly it says so and leaves the articles readable", async () => {
      const on = await newPage(browser, `${site.url}/nowasm`);
      await ready(on);
      assert.match(
        await inside(on, (root) => root.querySelector("[part=message]").textContent),
        /wasm-unsafe-eval/,
      );
      assert.ok(
        await on.evaluate(
          () => document.querySelector("cross-read article p").getBoundingClientRect().height > 0,
        ),
      );
      await on.close();
    });

    test("what the engine says is said in the language of the page; programs get it in English", async () => {
      const on = await newPage(browser, `${site.url}/nowasm-de`);
      await ready(on);
      assert.match(
        await inside(on, (root) => root.querySelector("[part=message] p").firstChild.data),
        /^Diese Seite erlaubt kein WebAssembly/,
      );
      const { code, message } = await on.evaluate(() => {
        const element = document.querySelector("cross-read");
        return new Promise((done) => {
          element.addEventListener("cross-read-error", (e) => done(e.detail));
          element.compare();
        });
      });
      assert.equal(code, "wasm-blocked");
      assert.match(message, /^This page does not allow WebAssembly/);
      await on.close();
    });

    for (const [path, expected] of [
      ["/noblob", "worker"],
      ["/noworker", "main"],
      ["/trusted", "main"],
    ]) {
      test(`${path}: no Blob worker is no failure, the work is done on: ${expected}`, async () => {
        const on = await newPage(browser, site.url + path);
        await ready(on);
        assert.equal(await count(on), 2);
        assert.equal(await thread(on), expected);
        await on.close();
      });
    }

    test("src is fetched from the own origin; what is missing is named and the rest compared", async () => {
      const seen = await plain.evaluate(async () => {
        const element = document.createElement("cross-read");
        element.src = "/a.txt http://[ /missing.txt /b.txt";
        const done = globalThis.outcome(element);
        document.body.append(element);
        await done;
        const said = element.shadowRoot.querySelector(".problems").textContent;
        element.remove();
        return { count: element.result.articles.length, said };
      });
      assert.equal(seen.count, 2);
      assert.match(seen.said, /missing\.txt.*404/);
      assert.match(seen.said, /http:\/\/\[ .*URL/, "an address that is none");
    });

    test("src on another origin is refused in a sentence", async () => {
      await plain.evaluate(() => {
        const element = document.createElement("cross-read");
        element.id = "foreign";
        element.src = "https://elsewhere.example/a.txt";
        document.body.append(element);
      });
      await plain.waitForFunction(() =>
        document.getElementById("foreign").shadowRoot.textContent.includes("another site"),
      );
      await plain.evaluate(() => document.getElementById("foreign").remove());
      assert.ok(plain.seen.requests.every((r) => !r.includes("elsewhere")));
    });

    test("a second element shares the page; a lazy one waits until it is near", async () => {
      await plain.evaluate(() => {
        const spacer = document.createElement("div");
        spacer.style.height = "5000px";
        const lazy = document.createElement("cross-read");
        lazy.id = "lazy";
        lazy.loading = "lazy";
        globalThis.started = 0;
        lazy.addEventListener("cross-read-ready", () => ++globalThis.started);
        for (const article of document.querySelectorAll("cross-read article"))
          lazy.append(article.cloneNode(true));
        scrollTo(0, 0);
        document.body.append(spacer, lazy);
        // An observer of the same place that is told later than the element's own would be.
        globalThis.looked = new Promise((done) => new IntersectionObserver(done).observe(lazy));
      });
      await plain.evaluate(() => globalThis.looked.then(() => true));
      assert.equal(await plain.evaluate(() => globalThis.started), 0);
      await plain.evaluate(() => document.getElementById("lazy").scrollIntoView());
      await plain.waitForFunction(() => document.getElementById("lazy").result?.articles.length === 2);
      assert.equal(await plain.evaluate(() => globalThis.started), 1);
      await plain.evaluate(() => {
        document.getElementById("lazy").previousSibling.remove();
        document.getElementById("lazy").remove();
      });
    });

    test("text that tries to be code stays text, in every field and in the address", async () => {
      const found = await plain.evaluate(async (payloads) => {
        globalThis.hits = 0;
        globalThis.alert = () => {
          globalThis.hits += 1;
        };
        const element = document.querySelector("cross-read");
        element.setAttribute("address", "");
        location.hash = encodeURIComponent(payloads[0]);
        for (const payload of payloads) {
          element.label = payload;
          const done = globalThis.outcome(element);
          element.articles = [0, 1].map((n) => ({
            id: `${payload}${n}`,
            source: payload,
            title: payload,
            url: payload,
            published: payload,
            text: `${payload}\n\nAt least ${12 + 3 * n} people died when a storm hit Port Alder on Monday, “${payload}” Ana Holm said.\n\n${payload}`,
          }));
          await done;
          for (const a of element.shadowRoot.querySelectorAll(".art a, .diffs a, .chip a")) a.click();
        }
        const bad = element.shadowRoot.querySelectorAll(
          "script, iframe, img, object, embed, [onerror], [onload], [onclick], [srcdoc], a:not([href^='#'])",
        );
        element.removeAttribute("address");
        return { hits: globalThis.hits, bad: [...bad].map((b) => `${b.localName} ${b.getAttributeNames()}`) };
      }, PAYLOADS);
      assert.deepEqual(found, { hits: 0, bad: [] });
      assert.deepEqual(plain.seen.dialogs, []);
    });

    test("an element that is moved while it works compares again where it has come to", async () => {
      const articles = await plain.evaluate(async () => {
        const element = document.createElement("cross-read");
        for (const article of document.querySelectorAll("cross-read article"))
          element.append(article.cloneNode(true));
        const done = globalThis.outcome(element);
        const begun = new Promise((resolve) => element.addEventListener("cross-read-ready", resolve));
        document.body.append(element);
        await begun;
        document.body.prepend(element);
        await done;
        element.remove();
        return element.result.articles.length;
      });
      assert.equal(articles, 2);
    });

    test("two hundred mounts and unmounts leave one engine and no running work", async () => {
      const state = await plain.evaluate(async () => {
        let late = 0;
        const given = [...document.querySelectorAll("cross-read article")];
        const mount = () => {
          const element = document.createElement("cross-read");
          element.append(...given.map((article) => article.cloneNode(true)));
          document.body.append(element);
          return element;
        };
        for (let i = 0; i < 200; ++i) {
          const element = mount();
          element.addEventListener("cross-read-result", () => (late += element.isConnected ? 0 : 1));
          if (i % 2) await new Promise((done) => setTimeout(done)); // half of them have begun to work
          element.remove();
        }
        const last = mount(); // what waits in front of it would have to be done first
        await globalThis.outcome(last);
        last.remove();
        return {
          late,
          workers: globalThis.workers.size,
          left: document.querySelectorAll("cross-read").length,
        };
      });
      assert.deepEqual(state, { late: 0, workers: 1, left: 1 });
    });
  });
}
