// axe-core finds nothing to object to, in several states, light and dark, wide and narrow, and from
// right to left. One page is opened and led from state to state; what only colours or the width can
// change is looked at again in the last states alone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { inside, launch, newPage, pageUrl, ready, skipped } from "./browsers.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const STATES = {
  opened: () => {},
  "evidence in the grid": (root) => root.querySelector(".mx td a").click(),
  "evidence in the article, another pair of copies": (root) => {
    root.querySelector(".art a.m.differs, .art a.m.same").click();
    [...root.querySelectorAll(".pairs a")].at(-1)?.click();
  },
  "everything unfolded, own articles open": (root) => {
    root.querySelectorAll("details").forEach((d) => {
      d.open = true;
    });
    root.querySelectorAll("button.more").forEach((b) => b.click());
    root.querySelector(".art a.m.differs, .art a.m.same").click();
    document.querySelector("#tools .btn").click();
  },
};

const COLOURS = ["color-contrast", "link-in-text-block"];
const WIDTHS = ["target-size", "scrollable-region-focusable", "meta-viewport", "color-contrast"];

describe("chromium", { skip: skipped("chromium") }, () => {
  let browser;
  let page;
  before(async () => {
    browser = await launch("chromium");
    page = await newPage(browser, `${pageUrl}#event=study`, {
      media: [{ name: "prefers-color-scheme", value: "light" }],
    });
    await ready(page);
    await page.evaluate(axe);
  });
  after(() => browser?.close());

  async function clean(only) {
    const found = await page.evaluate(async (rules) => {
      const options = { resultTypes: ["violations"], ...(rules ? { runOnly: rules } : {}) };
      return (await globalThis.axe.run(document, options)).violations.map(
        (v) =>
          `${v.id}: ${v.help}: ${v.nodes
            .slice(0, 4)
            .map((n) => `${n.target.flat().join(" ")} ${n.failureSummary ?? ""}`)
            .join(" | ")}`,
      );
    }, only ?? null);
    assert.deepEqual(found, []);
  }

  for (const [state, act] of Object.entries(STATES))
    test(`no violation: ${state}`, async () => {
      await inside(page, act);
      await clean();
    });

  test("no violation of colour: dark", async () => {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    await clean(COLOURS);
  });

  test("no violation of size or colour: 320 wide", async () => {
    await page.setViewport({ width: 320, height: 800 });
    await clean(WIDTHS);
    assert.ok(
      await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
      "nothing is wider than the page",
    );
  });

  test("no violation of size or colour: right to left", async () => {
    await page.evaluate(() => {
      document.documentElement.dir = "rtl";
    });
    await clean(WIDTHS);
    assert.ok(
      await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
      "nothing is wider than the page",
    );
  });
});
