// axe-core finds nothing to object to: every state, light and dark, from the left and from the right, at
// three widths. Two combinations meet both of each, narrow and wide, and share the states between them;
// CROSSREAD_AXE=all takes every state in all of the twelve. The page is a report with a comparison made by
// hand, so no state waits for an engine. The page is checked whole as it opens, then in each state the
// sections that are no longer what they were.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { reportOf } from "../../web/lib/export.js";
import { filled } from "../../web/page/template.js";
import { build, inside, launch, newPage, ready, skipped } from "./browsers.mjs";
import { comparison } from "./fixture.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const TWO = [
  ["en", 320, "light"],
  ["ar", 1400, "dark"],
];
const ALL = ["en", "ar"].flatMap((language) =>
  [320, 800, 1400].flatMap((width) => ["light", "dark"].map((scheme) => [language, width, scheme])),
);

/** What is done to come from one state to the next; each begins from a page with nothing opened. */
const STATES = {
  opened: () => {},
  "less certain findings shown": (root) => root.host.go({ all: "1" }),
  "a difference with its words": (root) => root.host.go({ view: "differences", finding: "d0" }),
  "evidence in the article": (root) => root.querySelector(".art a.m.differs").click(),
  "a fact in the article": (root) => root.querySelector(".art a.m.same").click(),
  "a place in the article": (root) => root.querySelector(".tl a").click(),
  "evidence in the grid": (root) => root.querySelector(".mx td a").click(),
  "one article against all": (root) => root.host.go({ view: "pair", pair: "a~*" }),
  "everything unfolded": (root) => {
    for (const d of root.querySelectorAll("details")) {
      d.open = true;
      d.dispatchEvent(new Event("toggle"));
    }
    root.querySelectorAll("button.more:not(.saves *)").forEach((b) => b.click());
  },
  "corrections made": (root) => root.querySelector("#differences .words .btn").click(),
  "one article alone": (root, result) => {
    const [first] = result.articles;
    const mine = (list) => list.filter((x) => x.article === first.id);
    root.host.result = {
      ...result,
      articles: [first],
      events: [],
      entities: result.entities.map((e) => ({
        ...e,
        mentions: mine(e.mentions),
        roles: mine(e.roles),
      })),
    };
  },
  "two events": (root, result) => {
    root.host.result = {
      ...result,
      events: [
        { id: "v0", articles: ["a", "b"] },
        { id: "v1", articles: ["c", "d"] },
      ],
    };
  },
  "inputs that failed": (root, result) => {
    root.host.result = {
      ...result,
      problems: [{ code: "empty", where: "a.txt", message: "is empty" }],
    };
  },
  cancelled: (root) => root.host.cancel(),
  "own articles open": () => document.querySelector("#tools .btn").click(),
};

describe("chromium", { skip: skipped("chromium") }, () => {
  const folder = mkdtempSync(join(tmpdir(), "crossread-"));
  let browser;
  let page;
  before(async () => {
    const file = join(folder, "report.html");
    const application = readFileSync(join(build, "crossread.html"), "utf8");
    writeFileSync(file, filled(application, reportOf(comparison(), [], "")));
    browser = await launch("chromium");
    page = await newPage(browser, pathToFileURL(file).href);
    await ready(page);
    await page.evaluate(axe);
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What each section of the page is made of. */
  const sections = () =>
    inside(page, (root) =>
      [...root.querySelectorAll("section[id]")].map((section) => [
        section.id,
        new XMLSerializer().serializeToString(section),
      ]),
    );

  /** @param {string[] | null} changed the sections to look at, by id; null for the whole page */
  const violations = (changed) =>
    page.evaluate(async (changed) => {
      const of = (id) => ({ fromShadowDom: ["cross-read", `#${id}`] });
      const found = await globalThis.axe.run(changed ? { include: changed.map(of) } : document, {
        resultTypes: ["violations"],
        preload: false,
      });
      const wide = document.documentElement.scrollWidth - innerWidth;
      return [
        ...(wide > 0 ? [`wider than the page by ${wide}`] : []),
        ...found.violations.map(
          (v) =>
            `${v.id}: ${v.help}: ${v.nodes
              .slice(0, 4)
              .map((n) => `${n.target.flat().join(" ")} ${n.failureSummary ?? ""}`)
              .join(" | ")}`,
        ),
      ];
    }, changed);

  const all = process.env.CROSSREAD_AXE === "all";
  for (const [turn, [language, width, scheme]] of (all ? ALL : TWO).entries()) {
    const states = Object.entries(STATES).filter((_, i) => i === 0 || all || i % TWO.length === turn);
    test(`no violation: ${language}, ${width} wide, ${scheme}, ${states.length} states`, async () => {
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await page.select("#language", language);
      const bad = {};
      let opened = null;
      for (const [state, act] of states) {
        await page.evaluate((result) => {
          const element = document.querySelector("cross-read");
          element.corrections = [];
          element.result = result;
          element.go({ all: "" });
          document.getElementById("own").hidden = true;
        }, comparison());
        await inside(page, act, comparison());
        const now = await sections();
        const other = opened && now.filter(([id, made]) => opened.get(id) !== made).map(([id]) => id);
        opened ??= new Map(now);
        const list = await violations(other?.length ? other : null);
        if (list.length > 0) bad[state] = list;
      }
      assert.deepEqual(bad, {});
    });
  }
});
