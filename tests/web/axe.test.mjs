// axe-core finds nothing to object to, in several states, light and dark, wide and narrow.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { inside, launch, newPage, pageUrl, ready, skipped } from "./browsers.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const STATES = {
  opened: () => {},
  "evidence in the article": (root) => root.querySelector(".art a.m.differs, .art a.m.same").click(),
  "evidence in the grid": (root) => root.querySelector(".mx td a").click(),
  "words of a difference": (root) =>
    root.querySelectorAll("details").forEach((d) => {
      d.open = true;
    }),
  "everything unfolded": (root) => root.querySelectorAll("button.more").forEach((b) => b.click()),
  "another pair of copies": (root) => [...root.querySelectorAll(".pairs a")].at(-1)?.click(),
  "own articles open": () => document.querySelector("#tools .btn").click(),
};

describe("chromium", { skip: skipped("chromium") }, () => {
  let browser;
  before(async () => {
    browser = await launch("chromium");
  });
  after(() => browser?.close());

  for (const theme of ["light", "dark"]) {
    for (const width of [360, 1200]) {
      test(`no violation, ${theme}, ${width} wide`, async () => {
        const page = await newPage(browser, pageUrl, {
          width,
          media: [{ name: "prefers-color-scheme", value: theme }],
        });
        await ready(page);
        await page.evaluate(axe);
        for (const [state, act] of Object.entries(STATES)) {
          await inside(page, act);
          const found = await page.evaluate(async () =>
            (await globalThis.axe.run({ resultTypes: ["violations"] })).violations.map(
              (v) =>
                `${v.id}: ${v.help}: ${v.nodes
                  .slice(0, 4)
                  .map((n) => `${n.target.flat().join(" ")} ${n.failureSummary ?? ""}`)
                  .join(" | ")}`,
            ),
          );
          assert.deepEqual(found, [], state);
        }
        await page.close();
      });
    }
  }
});
