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
const host = (inner = articles, attributes = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title><script src="/crossread.js"></script></head><body><h1>Host</h1><cross-read ${attributes}>${inner}</cross-read></body></html>`;
const strict = (extra = "") => ({
  "content-security-policy": `default-src 'none'; script-src 'self' ${extra}; style-src 'self'; worker-src blob: 'self'; connect-src 'none'`,
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

for (const name of browsers) {
  describe(name, { skip: skipped(name) }, () => {
    let browser;
    let site;
    before(async () => {
      browser = await launch(name);
      site = await serve({
        "/crossread.js": { body: script, ...js },
        "/crossread-worker.js": { body: worker, ...js },
        "/plain": { body: host() },
        "/strict": { body: host(), headers: strict("'wasm-unsafe-eval'") },
        "/nowasm": { body: host(), headers: strict() },
        "/noblob": {
          body: host(articles, 'worker="/crossread-worker.js"'),
          headers: {
            "content-security-policy":
              "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src 'self'",
          },
        },
        "/noworker": {
          body: host(),
          headers: {
            "content-security-policy":
              "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src 'none'",
          },
        },
        "/trusted": {
          body: host(),
          headers: {
            "content-security-policy":
              "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src blob:; require-trusted-types-for 'script'; trusted-types 'none'",
          },
        },
        "/src": { body: host("", 'src="/a.txt /missing.txt /b.txt"') },
        "/a.txt": {
          body: "At least 12 people died when a storm hit Port Alder on Monday, the mayor, Ana Holm, said.",
          type: "text/plain",
        },
        "/b.txt": {
          body: "At least 15 people died when a storm hit Port Alder on Monday, the mayor, Ana Holm, said.",
          type: "text/plain",
        },
        "/two": {
          body: host().replace("</body>", `<cross-read loading="lazy">${articles}</cross-read></body>`),
        },
      });
    });
    after(async () => {
      site?.close();
      await browser?.close();
    });

    const count = (page) => page.evaluate(() => document.querySelector("cross-read").result?.articles.length);
    const thread = (page) =>
      page.evaluate(async () => (await document.querySelector("cross-read").openEngine()).thread);

    test("compares the articles inside it on a plain page", async () => {
      const page = await newPage(browser, `${site.url}/plain`);
      await ready(page);
      assert.equal(await count(page), 2);
      assert.equal(await thread(page), "worker");
      assert.deepEqual(
        await inside(page, (root) => [...root.querySelectorAll(".chip .name")].map((a) => a.textContent)),
        ["Daily Example", "Morning Post"],
      );
      assert.equal(
        await page.evaluate(() => location.hash),
        "",
        "an embedded element leaves the address alone",
      );
      await page.close();
    });

    test("works under a strict policy with 'wasm-unsafe-eval', without one violation", async () => {
      const page = await newPage(browser, `${site.url}/strict`);
      await ready(page);
      assert.equal(await count(page), 2);
      assert.deepEqual(await page.violations(), []);
      assert.equal(
        await inside(page, (root) => getComputedStyle(root.querySelector(".toc")).position),
        "sticky",
        "the sheet is adopted",
      );
      await page.close();
    });

    test("without WebAssembly it says so and leaves the articles readable", async () => {
      const page = await newPage(browser, `${site.url}/nowasm`);
      await ready(page);
      assert.match(
        await inside(page, (root) => root.querySelector("[part=message]").textContent),
        /wasm-unsafe-eval/,
      );
      assert.ok(
        await page.evaluate(
          () => document.querySelector("cross-read article p").getBoundingClientRect().height > 0,
        ),
      );
      await page.close();
    });

    for (const [path, expected] of [
      ["/noblob", "worker"],
      ["/noworker", "main"],
      ["/trusted", "main"],
    ]) {
      test(`${path}: no Blob worker is no failure, the work is done on: ${expected}`, async () => {
        const page = await newPage(browser, site.url + path);
        await ready(page);
        assert.equal(await count(page), 2);
        assert.equal(await thread(page), expected);
        await page.close();
      });
    }

    test("src is fetched from the own origin; what is missing is named and the rest compared", async () => {
      const page = await newPage(browser, `${site.url}/src`);
      await ready(page);
      assert.equal(await count(page), 2);
      assert.match(
        await inside(page, (root) => root.querySelector(".problems").textContent),
        /missing\.txt.*404/,
      );
      await page.close();
    });

    test("src on another origin is refused in a sentence", async () => {
      const page = await newPage(browser, `${site.url}/plain`);
      await ready(page);
      const text = await page.evaluate(async () => {
        const element = document.createElement("cross-read");
        element.setAttribute("src", "https://elsewhere.example/a.txt");
        document.body.append(element);
        await new Promise((done) => setTimeout(done, 800));
        return element.shadowRoot.textContent;
      });
      assert.match(text, /another site/);
      assert.ok(page.seen.requests.every((r) => !r.includes("elsewhere")));
      await page.close();
    });

    test("two elements share a page, the lazy one waits until it is near", async () => {
      const page = await newPage(browser, `${site.url}/two`, { height: 400 });
      await ready(page);
      assert.equal(await page.evaluate(() => document.querySelectorAll("cross-read")[1].result), null);
      await page.evaluate(() => document.querySelectorAll("cross-read")[1].scrollIntoView());
      await page.waitForFunction(() => document.querySelectorAll("cross-read")[1].result);
      await page.close();
    });

    test("text that tries to be code stays text, in every field and in the address", async () => {
      const page = await newPage(browser, `${site.url}/plain#${encodeURIComponent(PAYLOADS[0])}`);
      await ready(page);
      const nodes = await page.evaluate(async (payloads) => {
        globalThis.hits = 0;
        globalThis.alert = () => {
          globalThis.hits += 1;
        };
        const element = document.querySelector("cross-read");
        for (const payload of payloads) {
          element.label = payload;
          element.articles = [0, 1].map((n) => ({
            id: `${payload}${n}`,
            source: payload,
            title: payload,
            url: payload,
            published: payload,
            text: `${payload}\n\nAt least ${12 + 3 * n} people died when a storm hit Port Alder on Monday, “${payload}” Ana Holm said.\n\n${payload}`,
          }));
          await new Promise((done) => element.addEventListener("cross-read-result", done, { once: true }));
          for (const a of element.shadowRoot.querySelectorAll(".art a, .diffs a, .chip a")) a.click();
        }
        const bad = element.shadowRoot.querySelectorAll(
          "script, iframe, img, object, embed, [onerror], [onload], [onclick], [srcdoc], a:not([href^='#'])",
        );
        return { hits: globalThis.hits, bad: [...bad].map((b) => `${b.localName} ${b.getAttributeNames()}`) };
      }, PAYLOADS);
      assert.deepEqual(nodes, { hits: 0, bad: [] });
      assert.deepEqual(page.seen.dialogs, []);
      await page.close();
    });

    test("a hundred mounts and unmounts leave one engine and no running work", async () => {
      const page = await newPage(browser, `${site.url}/plain`);
      await ready(page);
      const workers = await page.evaluate(async () => {
        let made = 0;
        const Real = globalThis.Worker;
        globalThis.Worker = class extends Real {
          constructor(...args) {
            super(...args);
            ++made;
          }
        };
        const given = [...document.querySelectorAll("cross-read article")];
        for (let i = 0; i < 100; ++i) {
          const element = document.createElement("cross-read");
          element.append(...given.map((article) => article.cloneNode(true)));
          document.body.append(element);
          await new Promise((done) => setTimeout(done, 2));
          element.remove();
        }
        return made;
      });
      assert.equal(workers, 0, "all share the engine that was there");
      await page.close();
    });
  });
}
