// The report file: the page writes itself with the comparison in it, byte for byte what the program
// would write; opened again from file:// it shows everything, corrections made, nothing asked of the
// network; and its articles can be compared anew.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { merging } from "../../web/lib/corrections.js";
import { reportOf } from "../../web/lib/export.js";
import { filled } from "../../web/page/template.js";
import { browsers, build, inside, launch, newPage, ready, skipped } from "./browsers.mjs";
import { comparison } from "./fixture.mjs";

const application = readFileSync(join(build, "crossread.html"), "utf8");

for (const name of browsers) {
  describe(name, { skip: skipped(name) }, () => {
    const folder = mkdtempSync(join(tmpdir(), "crossread-"));
    const file = join(folder, "report.html");
    const result = comparison();
    const corrections = [merging(result.entities[0], result.entities[1])];
    let browser;
    let page;
    before(async () => {
      browser = await launch(name);
      writeFileSync(file, filled(application, reportOf(result, corrections, "Storm </script> & Co")));
      page = await newPage(browser, pathToFileURL(file).href);
      await ready(page);
    });
    after(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    test("opens with its comparison and its corrections, offline", async () => {
      const shown = await inside(page, (root) => ({
        title: root.querySelector("h1").textContent.length > 0,
        differences: root.querySelectorAll(".diffs > li").length,
        corrected: root.querySelectorAll("#corrections li").length,
        picked: document.querySelector("#event-pick").value,
        name: document.title,
      }));
      assert.deepEqual(shown, {
        title: true,
        differences: 1,
        corrected: 1,
        picked: "report",
        name: "Storm </script> & Co – Crossread",
      });
      assert.deepEqual(page.outside(), []);
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(page.seen.errors, []);
    });

    test("kept again from there it is the same file, to the byte", async () => {
      const text = await page.evaluate(() => document.querySelector("cross-read").export("html").text);
      assert.ok(text === readFileSync(file, "utf8"), `${text.length} characters`);
    });

    test("dropped onto the page it gives its articles and its corrections; one can be taken out", async () => {
      await page.evaluate(
        (content) => {
          const data = new DataTransfer();
          data.items.add(new File([content], "kept.html"));
          dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        },
        readFileSync(file, "utf8"),
      );
      await page.waitForFunction(
        () =>
          document.querySelectorAll(".ownlist li").length === 4 &&
          document.querySelector("cross-read").result.crossread.version !== "0.0.0", // compared anew
      );
      assert.equal(await page.evaluate(() => document.querySelector("cross-read").corrections.length), 1);
      await page.evaluate(() => document.querySelector(".ownlist button").click());
      await page.waitForFunction(() => document.querySelector("cross-read").result?.articles.length === 3);
    });

    test("the page speaks the language that is chosen, and keeps it in its address", async () => {
      await page.select("#language", "ar");
      const look = await page.evaluate(() => ({
        dir: document.documentElement.dir,
        button: document.querySelector("#tools .btn").textContent,
        inside: getComputedStyle(document.querySelector("cross-read").shadowRoot.querySelector(".cr"))
          .direction,
        kept: /lang=ar/.test(location.hash),
        wide: document.documentElement.scrollWidth <= innerWidth,
      }));
      assert.deepEqual(look, { dir: "rtl", button: "مقالاتك", inside: "rtl", kept: true, wide: true });
    });
  });
}
