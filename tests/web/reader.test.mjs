// What a reader does with a comparison made by hand: each item leads to its words and back, all of it can
// be done by keyboard, what is wrong is corrected, what is wanted is kept, and nothing that an article
// says becomes code.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { browsers, inside, skipped } from "./browsers.mjs";
import { at, comparison } from "./fixture.mjs";
import { openMade, VIEWS } from "./made.mjs";

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
    let made;
    let page, home, texts, click;
    before(async () => {
      made = await openMade(name);
      ({ page, home, texts, click } = made);
    });
    after(() => made?.close());

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

    test("a headline at odds with its text: both its places are opened, each is said beside the other, each link leads to its own", async () => {
      const place = (words, value) => ({ ...at("a", words), value, unit: null });
      const headline = {
        ...comparison().findings[0],
        kind: "headline_body",
        values: [place("hits", "1"), place("died", "2")],
        evidence: [at("a", "Storm hits Port Alder"), at("a", "At least 12 people died")],
      };
      await home("en", { findings: [headline] });
      const seen = (side) =>
        inside(
          page,
          (root, i) => {
            root.querySelectorAll(".diffs .say")[i].click();
            const marks = [...root.querySelectorAll('.art a.m[data-finding="d0"]')];
            const words = (list) => list.map((m) => m.textContent);
            return {
              opened: words(marks.filter((m) => m.matches(".open"))),
              expanded: words(marks.filter((m) => m.getAttribute("aria-expanded") === "true")),
              under: root.querySelector(".art .ev").previousElementSibling.querySelector("a.m.open")
                .textContent,
              focus: root.activeElement.textContent,
            };
          },
          side,
        );
      for (const [side, words] of [
        [0, "hits"],
        [1, "died"],
      ])
        assert.deepEqual(await seen(side), {
          opened: ["hits", "died"],
          expanded: [words],
          under: words,
          focus: words,
        });
      assert.deepEqual(await texts(".art .dispute"), ["“died” in A", "“hits” in A"]);
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
