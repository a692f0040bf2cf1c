#!/usr/bin/env node
// shots.mjs — pictures of the built page, each view at 360, 800 and 1400 pixels, light and dark, into
// build/shots. For looking at, not for comparing: fonts differ from machine to machine.
//
//     node tools/shots.mjs [--page build/crossread.html] [--event ferry] [--only article] [--widths 360,1400]
//     node tools/shots.mjs --readme      the one picture of the README, web/screenshot.png

import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import puppeteer from "puppeteer-core";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const { values: args } = parseArgs({
  options: {
    page: { type: "string", default: join(root, "build/crossread.html") },
    event: { type: "string" },
    out: { type: "string", default: join(root, "build/shots") },
    only: { type: "string" },
    widths: { type: "string", default: "360,800,1400" },
    themes: { type: "string", default: "light,dark" },
    readme: { type: "boolean", default: false },
  },
});
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--hide-scrollbars",
];
if (args.readme)
  Object.assign(args, { out: join(root, "web"), only: "readme", widths: "1200", themes: "light" });
const MAX_HEIGHT = 2400; // a taller view is cut: the eye wants the beginning

mkdirSync(args.out, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: FLAGS,
});
const page = await browser.newPage();
page.on("pageerror", (error) => console.error("page error:", error.message));
const address = pathToFileURL(resolve(args.page)).href + (args.event ? `#event=${args.event}` : "");

for (const width of args.widths.split(",").map(Number)) {
  for (const theme of args.themes.split(",")) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
    await page.setViewport({ width, height: 900 });
    await page.goto("about:blank");
    await page.goto(address);
    await page.waitForFunction(() => document.querySelector("cross-read")?.shadowRoot.querySelector(".sec"), {
      timeout: 180_000,
    });
    const views = await page.evaluate(() =>
      [...document.querySelector("cross-read").shadowRoot.querySelectorAll(".open, .sec")].map((e) => e.id),
    );
    for (const view of ["top", "readme", ...views, "evidence"].filter((v) =>
      args.only ? v === args.only : v !== "readme",
    )) {
      const clip = await page.evaluate((name) => {
        const root = document.querySelector("cross-read").shadowRoot;
        scrollTo(0, 0);
        if (name === "top") return { x: 0, y: 0, width: innerWidth, height: 1000 };
        if (name === "readme") {
          const first = root.querySelector(".diffs > li") ?? root.querySelector(".open");
          return { x: 0, y: 0, width: innerWidth, height: first.getBoundingClientRect().bottom };
        }
        if (name === "evidence")
          (root.querySelector("a.m.differs") ?? root.querySelector("a.m.same"))?.click();
        const target = root.getElementById(name === "evidence" ? "article" : name);
        if (!target) return null;
        const sheet = name === "evidence" && target.querySelector(".ev");
        const box = (sheet || target).getBoundingClientRect();
        const top = scrollY + box.top - (sheet ? 400 : 0);
        return {
          x: 0,
          y: Math.max(0, top),
          width: innerWidth,
          height: sheet ? box.height + 600 : box.height,
        };
      }, view);
      if (!clip) continue;
      clip.height = Math.min(clip.height, MAX_HEIGHT);
      await page.screenshot({
        path: join(args.out, args.readme ? "screenshot.png" : `${view}-${width}-${theme}.png`),
        clip,
        captureBeyondViewport: true,
      });
    }
  }
}
await browser.close();
console.log(args.out);
