// all.mjs — every test of the page in one process, which starts its browser once: Firefox alone takes
// 10 to 20 seconds of work to start and to close. CROSSREAD_BROWSER says which browser: all_chromium.mjs
// and all_firefox.mjs. The files are those of the folder, so none is forgotten.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";

/** What asks for one browser or for none, and which process takes it; the rest goes through both. */
const ONCE = {
  "axe.test.mjs": "chromium",
  "export.test.mjs": "firefox",
  "lib.test.mjs": "firefox",
  "types.test.mjs": "firefox",
  "webkit.test.mjs": "firefox",
};

const files = readdirSync(new URL(".", import.meta.url)).filter((name) => name.endsWith(".test.mjs"));
const here = process.env.CROSSREAD_BROWSER;

async function read() {
  const broken = Object.keys(ONCE)
    .filter((name) => !files.includes(name))
    .map((name) => `${name}: not there`);
  for (const name of files.filter((file) => (ONCE[file] ?? here) === here)) {
    try {
      await import(new URL(name, import.meta.url));
    } catch (error) {
      broken.push(`${name}: ${error.stack}`);
    }
  }
  return broken;
}

// The others wait for this one: if they ended sooner than a file was read, the browser would be closed
// before that file's tests.
const reading = read();
test("every file of tests is read", async () => assert.deepEqual(await reading, []));
