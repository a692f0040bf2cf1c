// The built page, opened from file:// as by a double click, in both browsers. One page a browser goes
// through all of it: the five seeds first, then a story, then the reader's own articles.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { browsers, inside, launch, newPage, pageUrl, ready, skipped } from "./browsers.mjs";

/** Every difference on the page as a reader sees it: verdict and the words of its sides. */
const differences = (root) =>
  [...root.querySelectorAll(".diffs > li")].map((li) => ({
    question: li.querySelector("h3").textContent,
    verdict: li.querySelector(".why strong").textContent,
    sides: [...li.querySelectorAll(".side")].map((side) => ({
      words: side.querySelector("q").textContent,
      marked: [...side.querySelectorAll("mark")].map((m) => m.textContent).join(" "),
      by: side.querySelector(".by").getAttribute("aria-label"),
    })),
  }));

const has = (difference, ...words) => words.every((w) => difference.sides.some((s) => s.marked.includes(w)));

for (const name of browsers) {
  describe(name, { skip: skipped(name) }, () => {
    let browser;
    let page;
    before(async () => {
      browser = await launch(name);
      page = await newPage(browser, pageUrl);
      await ready(page);
    });
    after(() => browser?.close());

    /** No place in the address: nothing is opened. */
    const home = () => inside(page, (root) => root.host.go({}));
    const comparing = (words) =>
      page.waitForFunction(
        (w) => document.querySelector("cross-read").result?.articles.some((a) => a.text.includes(w)),
        {},
        words,
      );
    const names = () =>
      inside(page, (root) => [...root.querySelectorAll(".chip .name")].map((a) => a.textContent));

    test("opens by double click, compares the seeds, asks nothing of the network, breaks no policy", async () => {
      assert.equal((await names()).length, 5);
      assert.equal(
        await page.evaluate(() => document.querySelector("cross-read").engine.then((e) => e.thread)),
        "worker",
      );
      await inside(page, (root) =>
        root.querySelectorAll("details").forEach((d) => {
          d.open = true;
        }),
      );
      assert.deepEqual(page.outside(), []);
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(page.seen.errors, []);
    });

    test("an article without outlet and title is known by its first words, not by the date above it", async () => {
      const said = await inside(page, (root) =>
        [...root.querySelectorAll(".chip .title")].map((n) => n.textContent),
      );
      assert.equal(said.length, 5);
      assert.match(said[0], /^“Russian President/);
      assert.ok(
        said.every((words) => !/date 20/.test(words)),
        said.join(" / "),
      );
      assert.equal(
        await inside(page, (root) => root.querySelector(".art .above").textContent),
        "date 2024-05-14",
      );
    });

    test("shows the fifth against the fourth term, and eight months against just over six", async () => {
      await inside(page, (root) => root.querySelectorAll("#differences .more").forEach((b) => b.click()));
      const list = await inside(page, differences);
      assert.ok(
        list.some((d) => has(d, "fifth", "fourth")),
        JSON.stringify(list, null, 1),
      );
      assert.ok(
        list.some((d) => has(d, "eight", "six")),
        JSON.stringify(list, null, 1),
      );
    });

    test("calls 26 and 26.3 per cent, and 240 and 240.1 billion, no conflict", async () => {
      const list = await inside(page, differences);
      assert.ok(list.length > 0);
      for (const d of list) {
        const all = d.sides.map((s) => s.marked).join(" | ");
        assert.ok(!(/\b26(?!\.)/.test(all) && /26\.3/.test(all)), all);
        assert.ok(!(/\$?240(?!\.)/.test(all) && /240\.1/.test(all)), all);
      }
    });

    test("no date in a reason is written as a number", async () => {
      const reasons = await inside(page, (root) =>
        [...root.querySelectorAll(".why")].map((n) => n.textContent.replace(/“[^”]*”/g, "")),
      );
      assert.ok(reasons.length > 0);
      assert.deepEqual(
        reasons.filter((text) => /\d{4}-\d{2}-\d{2}/.test(text)),
        [],
      );
    });

    test("a click on words that differ opens both sides beneath, Escape closes them and gives the focus back", async () => {
      const finding = await inside(page, (root) => {
        const a = root.querySelector(".art a.m.differs");
        a.click();
        return a.dataset.finding;
      });
      assert.match(await page.evaluate(() => location.hash), new RegExp(`view=article.*finding=${finding}`));
      const sheet = await inside(page, (root) =>
        [...root.querySelectorAll(".ev figure q")].map((q) => q.textContent),
      );
      assert.ok(sheet.length >= 2 && sheet[0] !== sheet[1], JSON.stringify(sheet));
      await page.keyboard.press("Escape");
      const state = await inside(page, (root) => ({
        open: Boolean(root.querySelector(".ev")),
        focus: root.activeElement?.dataset.finding,
      }));
      assert.deepEqual(state, { open: false, focus: finding });
    });

    test("the way back through the history restores view and evidence", async () => {
      await inside(page, (root) => root.querySelector(".art a.m.differs").click());
      await inside(page, (root) => root.querySelector('.toc a[data-view="facts"]').click());
      assert.equal(await inside(page, (root) => Boolean(root.querySelector("#article .ev"))), false);
      await page.evaluate(() => history.back());
      await page.waitForFunction(() =>
        document.querySelector("cross-read").shadowRoot.querySelector("#article .ev"),
      );
    });

    test("keys: n and p walk the differences, a number opens an article, arrows move in the grid", async () => {
      await home();
      const selected = () => inside(page, (root) => root.querySelector(".diffs > li[data-selected]")?.id);
      await inside(page, (root) => root.querySelector(".chip .name").focus());
      await page.keyboard.press("n");
      const first = await selected();
      assert.ok(first);
      await page.keyboard.press("n");
      assert.notEqual(await selected(), first);
      await page.keyboard.press("p");
      assert.equal(await selected(), first);
      await page.keyboard.press("3");
      assert.equal(
        await inside(page, (root) => root.querySelector(".pick a[aria-current] .s").textContent),
        "C",
      );
      await inside(page, (root) => root.querySelector('.mx td a[tabindex="0"]').focus());
      await page.keyboard.press("ArrowDown");
      assert.equal(
        await inside(
          page,
          (root) =>
            root.activeElement.matches(".mx td a") && root.querySelectorAll('.mx td a[tabindex="0"]').length,
        ),
        1,
      );
      await page.keyboard.press("Enter");
      assert.ok(await inside(page, (root) => root.querySelector(".evrow .ev") !== null));
    });

    test("a picked story is compared, and its address opens it again with its evidence", async () => {
      await page.select("#event-pick", "ferry");
      await page.waitForFunction(() =>
        document.querySelector("cross-read").result?.articles.some((a) => a.id.includes("northline")),
      );
      assert.equal((await names()).length, 5);
      const side = await inside(page, (root) => {
        const place = new URLSearchParams(root.querySelector(".diffs a.say").hash.slice(1));
        const [article, id] = [place.get("article"), place.get("finding")];
        const { values } = root.host.result.findings.find((finding) => finding.id === id);
        return { article, finding: id, places: values.filter((v) => v.article === article).length };
      });
      await page.goto("about:blank");
      await page.goto(`${pageUrl}#event=ferry&view=article&article=${side.article}&finding=${side.finding}`);
      await ready(page);
      const state = await inside(page, (root) => ({
        article: root.querySelector(".pick a[aria-current]").dataset.source,
        evidence: root.querySelectorAll("#article .ev").length,
        marked: new Set([...root.querySelectorAll(".art a.m.open")].map((a) => a.dataset.at)).size,
      }));
      assert.deepEqual(state, { article: side.article, evidence: 1, marked: side.places });
      assert.ok(await page.evaluate(() => scrollY > 300), "scrolled to the article");
    });

    test("long work shows progress and can be cancelled; the page can be used at once", async () => {
      await page.evaluate(() => {
        const element = document.querySelector("cross-read");
        const sentence = (i) =>
          `On day ${i} the ship number ${i * 7} left port ${i % 97} with ${i % 1000} tonnes of grain, Captain Holm said in harbour ${i}. `;
        const long = (seed) => Array.from({ length: 5000 }, (_, i) => sentence(i + seed)).join("\n");
        globalThis.progress = [];
        element.addEventListener("cross-read-progress", (event) =>
          globalThis.progress.push(event.detail.done),
        );
        element.articles = [1, 2, 3, 4].map((n) => ({ id: `long-${n}`, text: long(n * 1000) }));
      });
      const button = await page.waitForFunction(() =>
        document.querySelector("cross-read").shadowRoot.querySelector(".work .btn"),
      );
      await page.waitForFunction(() => globalThis.progress.length > 0);
      await button.evaluate((b) => b.click());
      const said = () => inside(page, (root) => root.querySelector(".state h2")?.textContent);
      assert.equal(await said(), "Cancelled.");
      const progress = await page.evaluate(() => globalThis.progress.splice(0));
      assert.ok(progress.length > 0);
      assert.ok(
        progress.every((x, i, all) => i === 0 || x >= all[i - 1]),
        "progress never falls",
      );
      await page.select("#event-pick", "study");
      await comparing("Aalmere");
      assert.equal(await said(), undefined);
    });

    test("dropped files are compared; the bad ones are listed with their reason and the rest is kept", async () => {
      await page.evaluate(() => {
        const data = new DataTransfer();
        const file = (name, content) => data.items.add(new File([content], name));
        file(
          "a.txt",
          "Storm hits Port Alder\n\nAt least 12 people died when a storm hit Port Alder on Monday, the mayor, Ana Holm, said.",
        );
        file(
          "b.html",
          "<!doctype html><html><body><article><h1>Storm in Port Alder</h1><p>At least 15 people died when a storm hit Port Alder on Monday, the mayor, Ana Holm, said.</p></article></body></html>",
        );
        file("empty.txt", "");
        file("scan.pdf", new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 3, 0xff, 0xfe, 0]));
        file("broken.json", '{"text": ');
        file("large.txt", new Uint8Array(32_000_001));
        dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
      });
      await comparing("Port Alder");
      assert.equal(await page.evaluate(() => document.querySelector("cross-read").result.articles.length), 2);
      const bad = await page.evaluate(() =>
        [...document.querySelectorAll(".ownbad li")].map((li) => li.textContent),
      );
      assert.ok(bad.includes("large.txt is larger than 32 MB and was not opened."), bad.join(" / "));
      for (const file of ["empty.txt", "scan.pdf", "broken.json"])
        assert.ok(
          bad.some((line) => line.includes(file) && line.length > file.length + 8),
          `${file}: ${bad.join(" / ")}`,
        );
      assert.deepEqual(await page.violations(), []);
    });

    test("pasted text and a pasted list join the others; one can be taken out again", async () => {
      const paste = (text) =>
        page.evaluate((t) => {
          document.querySelector("#own-text").value = t;
          document.querySelector("#own-text").parentElement.querySelector("button").click();
        }, text);
      const articles = (n) =>
        page.waitForFunction(
          (count) =>
            document.querySelectorAll(".ownlist li").length === count &&
            document.querySelector("cross-read").result?.articles.length === count,
          {},
          n,
        );
      const unread = await page.evaluate(() => document.querySelectorAll(".ownbad li").length);
      await paste("The bridge at Norwick fell on Friday, killing 3 people, police said. — 😀");
      await articles(3);
      await paste(
        JSON.stringify([
          { source: "B", text: "The bridge at Norwick fell on Friday, killing 4 people, police said." },
          { nothing: 1 },
        ]),
      );
      await articles(4);
      assert.equal(
        await page.evaluate(() => document.querySelectorAll(".ownbad li").length),
        unread + 1,
        "the item without a text is listed",
      );
      await page.evaluate(() => document.querySelector(".ownlist button").click());
      await articles(3);
    });
  });
}
