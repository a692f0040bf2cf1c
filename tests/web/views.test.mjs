// Every view of the element on a comparison made by hand: what it shows, that each item leads to its
// words and back, that it can be done by keyboard, that nothing an article says becomes code. No engine
// runs here, so that a page of many states costs seconds.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { browsers, build, inside, launch, newPage, serve, skipped } from "./browsers.mjs";
import { comparison } from "./fixture.mjs";

const script = readFileSync(join(build, "crossread.js"));
const host = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title><script src="/crossread.js"></script><script src="/crossread.js?again"></script></head><body><h1 style="color:red">Host</h1><cross-read><p slot="header">Above</p><p slot="footer">Below</p></cross-read></body></html>`;
const policy = [
  "default-src 'none'; img-src 'self' blob:; style-src 'self' 'unsafe-inline'; script-src 'self' 'wasm-unsafe-eval'",
  "require-trusted-types-for 'script'; trusted-types 'none'",
].join("; ");
const VIEWS = [
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

const MARKUP = [
  "<img src=x onerror=HIT>",
  "<script>HIT</script>",
  '"><svg onload=HIT>',
  "javascript:HIT",
  "'-HIT-'",
  "</script><script>HIT</script>",
  "<iframe srcdoc='<script>parent.HIT</script>'>",
  "{{constructor.constructor('HIT')()}}",
  "<style>*{display:none}</style>",
  "\u202e<b onclick=HIT>x</b>",
  "<a href=javascript:HIT>x</a>",
  "<details open ontoggle=HIT>",
  "<math><mtext><script>HIT</script></mtext></math>",
  "<svg><animate onbegin=HIT attributeName=x dur=1s>",
  "<input autofocus onfocus=HIT>",
  "data:text/html,<script>HIT</script>",
  "<object data=javascript:HIT>",
  "<base href=//evil.example>",
  "<meta http-equiv=refresh content='0;url=javascript:HIT'>",
  "<!--><script>HIT</script>-->",
  "]]><script>HIT</script>",
  "${HIT}",
  "`;HIT;//",
  "\\u003cscript\\u003eHIT\\u003c/script\\u003e",
  "&lt;script&gt;HIT&lt;/script&gt;",
];
/** 500: each kind of markup with each way of running something, and with what may stand before it. */
const PAYLOADS = ["alert(1)", "globalThis.hits++", "fetch('/hit')", "top.alert(1)"].flatMap((run) =>
  ["", " ", "\u0000", "\n", "x"].flatMap((lead) => MARKUP.map((text) => lead + text.replace("HIT", run))),
);

for (const name of browsers) {
  describe(name, { skip: skipped(name) }, () => {
    let browser;
    let site;
    let page;
    before(async () => {
      browser = await launch(name);
      site = await serve({
        "/crossread.js": { body: script, type: "text/javascript" },
        "/favicon.ico": { body: "", type: "image/x-icon" }, // asked for unasked
        "/": { body: host, headers: { "content-security-policy": policy } },
      });
      page = await newPage(browser, `${site.url}/`);
      await home();
    });
    after(async () => {
      site?.close();
      await browser?.close();
    });

    async function home(locale = "en", change = {}) {
      await page.evaluate(
        (result, language) => {
          const element = document.querySelector("cross-read");
          element.corrections = [];
          element.locale = language;
          element.result = result;
          element.go({ all: "" });
        },
        { ...comparison(), ...change },
        locale,
      );
    }
    const texts = (selector) =>
      inside(page, (root, s) => [...root.querySelectorAll(s)].map((n) => n.textContent.trim()), selector);
    const click = (selector) => inside(page, (root, s) => root.querySelector(s).click(), selector);

    test("shows every view in the order of the page, under a policy that allows no policy, without a violation", async () => {
      assert.deepEqual(
        await inside(page, (root) => [...root.querySelectorAll(".toc a")].map((a) => a.dataset.view)),
        VIEWS,
      );
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(page.seen.errors, []);
    });

    test("leaves the page around it as it was", async () => {
      const look = await page.evaluate(() => ({
        heading: getComputedStyle(document.querySelector("h1")).color,
        sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
        hash: location.hash,
      }));
      assert.deepEqual(look, { heading: "rgb(255, 0, 0)", sheets: 0, hash: "" });
    });

    test("the page's own words stand above and below; the script loaded twice is one element", async () => {
      const [above, frame, below] = await page.evaluate(() => {
        const element = document.querySelector("cross-read");
        const top = (node) => node.getBoundingClientRect().top;
        return [
          top(element.querySelector("[slot=header]")),
          top(element.shadowRoot.querySelector(".cr")),
          top(element.querySelector("[slot=footer]")),
        ];
      });
      assert.ok(above < frame && frame < below, `${above} ${frame} ${below}`);
    });

    test("the brief says who says each sentence, who says otherwise and who is silent", async () => {
      const rows = await inside(page, (root) =>
        [...root.querySelectorAll(".brief > li")].map((li) =>
          [...li.querySelectorAll("dl div")].map((row) => [
            row.querySelector("dt").textContent,
            row.querySelector(".by")?.getAttribute("aria-label") ?? row.querySelector("dd").textContent,
          ]),
        ),
      );
      assert.deepEqual(rows, [
        [
          ["Said by", "Northline and The Herald"],
          ["Says otherwise", "DailyScope and The Meridian"],
          ["Says otherwise", "“Fifteen”"],
        ],
        [
          ["Said by", "Northline, The Herald and DailyScope"],
          ["Not in", "The Meridian"],
        ],
      ]);
    });

    test("two articles stand side by side with the differing words marked; one against all the others", async () => {
      await inside(page, (root) => root.host.go({ view: "pair", pair: "a~b" }));
      const row = await inside(page, (root) => {
        const li = [...root.querySelectorAll(".sbs li")].find((n) =>
          n.textContent.includes("may have failed"),
        );
        return [...li.querySelectorAll("p")].map((p) =>
          [...p.querySelectorAll("mark")].map((m) => m.textContent),
        );
      });
      assert.deepEqual(row, [["may have", "according to engineers"], ["has"]]);
      await inside(page, (root) => {
        const select = root.querySelector("#pair-b");
        select.value = "*";
        select.dispatchEvent(new Event("change"));
      });
      assert.equal((await texts(".sbs .also")).length > 3, true);
      assert.equal(await inside(page, (root) => root.activeElement?.id), "pair-b");
    });

    test("what is left out is said by its kind, with what stands here instead", async () => {
      const kinds = await texts("#alone .kind");
      assert.deepEqual(kinds.sort(), ["Doubt left out:", "Speaker left out:"]);
      assert.ok((await texts("#alone .instead")).some((text) => text.includes("“has failed”")));
    });

    test("sure only hides the less certain and counts it; everything shows it and stays in the address", async () => {
      assert.equal((await texts("#differences .diffs > li")).length, 1);
      assert.match(
        (await texts(".sure p"))[0],
        /one less certain difference and one thing that may be missing/,
      );
      await click("#sure label:last-of-type input");
      assert.equal((await texts("#differences .diffs > li")).length, 2);
      assert.equal(await inside(page, (root) => root.host.place.all), "1");
      await inside(page, (root) => root.querySelector(".toc a").click());
      assert.equal(await inside(page, (root) => root.host.place.all), "1");
      await click("#sure label input");
      assert.equal((await texts("#differences .diffs > li")).length, 1);
    });

    test("time is drawn with a lane a source, and every mark says its date and leads to its words", async () => {
      const marks = await inside(page, (root) =>
        [...root.querySelectorAll("a.when")].map((a) => a.getAttribute("aria-label")),
      );
      assert.ok(marks.includes("Northline: 13 May 2024, “Monday”"), marks.join(" / "));
      await inside(page, (root) =>
        root
          .querySelector("a.when")
          .dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true })),
      );
      assert.ok(await inside(page, (root) => root.querySelector(".row.here") !== null));
    });

    test("descent is drawn, an unseen source dashed, and said in sentences", async () => {
      const said = await texts(".descent > li > p:first-child");
      assert.match(said[0], /The Herald follows A Northline|B The Herald follows/);
      assert.match(said[1], /DailyScope follows Coast Wire/);
      assert.match(said[2], /which of them came first cannot be told/);
      assert.equal((await texts(".node.unseen")).length, 1);
    });

    test("words that were changed on the way stand as each has them, what differs marked", async () => {
      await inside(page, (root) => root.host.go({ view: "copies", pair: "a~c" }));
      assert.deepEqual(await texts(".passages mark"), ["may have", "according to", "the", "said"]);
      assert.deepEqual(await texts(".passages .others"), ["edited"]);
      const rows = await texts("#wording .sub tbody tr");
      assert.equal(rows.length, 2);
      assert.match(rows[0], /Northline.*said.*may have/s);
    });

    test("wording and damage show the words as they stand", async () => {
      assert.deepEqual(await texts("#wording > .body > .names .forms a"), [
        "a storm",
        "a storm",
        "the hurricane",
        "A tempest",
      ]);
      assert.match((await texts(".damages li"))[0], /PortAlder.*run together.*“Port Alder”/s);
    });

    test("an older engine's comparison has no empty views; one that found nothing says so", async () => {
      await home("en", { brief: undefined, wording: [], lineage: { origins: [], hidden: [], edges: [] } });
      const views = await inside(page, (root) =>
        [...root.querySelectorAll(".toc a")].map((a) => a.dataset.view),
      );
      assert.ok(!views.includes("brief"));
      assert.match((await texts("#wording"))[0], /No thing is named in two ways/);
      assert.match((await texts("#lineage"))[0], /Nothing tells that one of these articles/);
      await home();
    });

    test("a finding is rejected, two names are made one, and both are taken back", async () => {
      const said = page.evaluate(
        () =>
          new Promise((done) =>
            document
              .querySelector("cross-read")
              .addEventListener("cross-read-correct", (e) => done(e.detail.corrections.length), {
                once: true,
              }),
          ),
      );
      await click("#differences .words .btn");
      assert.equal(await said, 1);
      assert.equal((await texts("#differences .diffs > li")).length, 0);
      await inside(page, (root) => {
        const details = root.querySelector("#people .mend");
        details.open = true;
        details.dispatchEvent(new Event("toggle"));
        details.querySelector("button").click();
      });
      assert.equal((await texts("#corrections li")).length, 2);
      assert.ok(!(await texts("#people .onename li")).some((text) => text.includes("Anna")));
      await click("#corrections button");
      await click("#corrections button");
      assert.equal((await texts("#differences .diffs > li")).length, 1);
      assert.equal(await inside(page, (root) => root.host.corrections.length), 0);
    });

    test("files are made here: json, csv, markdown, annotations; a page file only where a page gives itself", async () => {
      const made = await page.evaluate(() =>
        ["json", "csv", "markdown", "annotations", "html"].map(
          (format) => document.querySelector("cross-read").export(format)?.text.length > 100,
        ),
      );
      assert.deepEqual(made, [true, true, true, true, false]);
      assert.equal((await texts("#keep-html")).length, 0);
    });

    test("a drawing is kept as SVG with its looks written into it, and as PNG", async () => {
      const files = await page.evaluate(async () => {
        const out = [];
        const real = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
          out.push(blob);
          return real.call(URL, blob);
        };
        const follow = HTMLAnchorElement.prototype.click;
        const names = [];
        HTMLAnchorElement.prototype.click = function () {
          names.push(this.download);
        };
        const root = document.querySelector("cross-read").shadowRoot;
        const [svg, png] = root.querySelectorAll("#time .saves button");
        svg.click();
        png.click();
        for (let i = 0; i < 200 && names.length < 2; ++i) await new Promise((done) => setTimeout(done, 50));
        URL.createObjectURL = real;
        HTMLAnchorElement.prototype.click = follow;
        const text = await out[0].text();
        return {
          names,
          fills: /fill="rgb/.test(text),
          script: /script|href="#/.test(text),
          png: out.at(-1).type,
        };
      });
      assert.deepEqual(files, {
        names: ["crossread-time.svg", "crossread-time.png"],
        fills: true,
        script: false,
        png: "image/png",
      });
    });

    test("in Arabic everything runs from the right; what articles and the engine say keeps its own direction", async () => {
      await home("ar");
      const look = await inside(page, (root) => ({
        dir: getComputedStyle(root.querySelector(".page")).direction,
        title: root.querySelector("#h-diff").textContent,
        why: root.querySelector(".why [lang=en]").getAttribute("dir"),
        wide: root.host.scrollWidth <= root.host.clientWidth,
      }));
      assert.deepEqual(look, { dir: "rtl", title: "أين تختلف", why: "auto", wide: true });
      await home("de");
      assert.equal((await texts("#h-diff"))[0], "Wo sie abweichen");
      await home();
    });

    test("by keyboard: every view has a place to stand, n and p, numbers, Escape, the list of keys", async () => {
      const stands = await inside(page, (root) =>
        [...root.querySelectorAll(".sec")].map((sec) => [
          sec.id,
          sec.querySelectorAll("a[href], button, select, summary, input").length > 0,
        ]),
      );
      assert.deepEqual(
        stands.filter(([, can]) => !can),
        [],
      );
      for (const view of VIEWS) {
        await inside(page, (root, v) => root.querySelector(`.toc a[data-view="${v}"]`).focus(), view);
        await page.keyboard.press("Enter");
        const where = await inside(page, (root) => [
          root.host.place.view,
          root.activeElement?.closest(".sec, .open") !== null,
        ]);
        assert.deepEqual(where, [view, true], view);
      }
      await page.keyboard.press("n");
      assert.equal(await inside(page, (root) => root.host.place.finding), "d0");
      await page.keyboard.press("2");
      assert.equal(await inside(page, (root) => root.host.place.article), "b");
      await inside(page, (root) => root.querySelector(".art a.m.differs").focus());
      await page.keyboard.press("Enter");
      assert.ok(await inside(page, (root) => root.querySelector("#article .ev") !== null));
      await page.keyboard.press("Escape");
      assert.ok(await inside(page, (root) => root.activeElement?.matches(".art a.m.differs")));
      await page.keyboard.press("?");
      assert.equal(await inside(page, (root) => root.activeElement?.localName), "summary");
    });

    test("words that stand in two paragraphs open under the one that was read", async () => {
      const twice = comparison();
      const [f] = twice.findings;
      const text = twice.articles[0].text;
      const start = text.indexOf("two weeks");
      f.values.push({ article: "a", start, end: start + 3, value: "12", unit: null });
      await home("en", { findings: [f] });
      const rows = await inside(page, (root) => {
        const marks = [...root.querySelectorAll('.art a.m[data-finding="d0"]')];
        return marks.map((_, i) => {
          const mark = root.querySelectorAll('.art a.m[data-finding="d0"]')[i];
          const at = mark.dataset.at;
          mark.click();
          const sheet = root.querySelectorAll(".art .ev");
          const above = sheet[0]?.previousElementSibling.querySelector(`[data-at="${at}"]`);
          return sheet.length === 1 && above !== null;
        });
      });
      assert.deepEqual(rows, [true, true]);
      await home();
    });

    test("what a file or a page gives as a result may be anything: text stays text, 500 times, in every field", async () => {
      const found = await page.evaluate(
        async (payloads, result) => {
          globalThis.hits = 0;
          globalThis.alert = () => (globalThis.hits += 1);
          const element = document.querySelector("cross-read");
          const bad = new Set();
          const look = () => {
            for (const node of element.shadowRoot.querySelectorAll(
              "script, iframe, img, object, embed, base, meta, math, animate, [onerror], [onload], [onclick], [onfocus], [ontoggle], [onbegin], [srcdoc]",
            ))
              bad.add(node.localName);
            for (const a of element.shadowRoot.querySelectorAll("a")) {
              const href = a.getAttribute("href");
              if (!/^(?:#|https?:)/.test(href)) bad.add(href);
            }
          };
          for (let i = 0; i < payloads.length; i += 4) {
            const four = payloads.slice(i, i + 4);
            const copy = structuredClone(result);
            copy.articles.forEach((a, k) => {
              const p = four[k % four.length];
              Object.assign(a, {
                source: p,
                title: p,
                url: p,
                language: p,
                text: a.text + p,
                agencies: [p],
                notes: [{ code: p, text: p }],
              });
            });
            copy.entities[0].name = four[0];
            copy.findings[0].why = four[1];
            copy.findings[0].kind = four[2];
            copy.wording[0].referent = four[3];
            copy.damage[0].repair = four[0];
            copy.damage[0].kind = four[1];
            copy.problems = [{ code: four[0], where: four[1], message: four[2] }];
            element.label = four[0];
            element.result = copy;
            look();
            if (i % 50 === 0) {
              element.export("markdown");
              element.go({ view: "article", article: "a", finding: "d0" });
              look();
            }
          }
          await new Promise((done) => setTimeout(done, 50));
          element.label = "";
          return { payloads: payloads.length, hits: globalThis.hits, bad: [...bad] };
        },
        PAYLOADS,
        comparison(),
      );
      assert.deepEqual(found, { payloads: 500, hits: 0, bad: [] });
      assert.deepEqual(page.seen.dialogs, []);
      assert.deepEqual(
        page.outside().filter((url) => url.includes("hit")),
        [],
      );
      await home();
    });
  });
}
