// The report file and the engine in WebKitGTK, from file://, through WebDriver: puppeteer does not drive
// it. Where the driver or a display is missing the test fails, unless CROSSREAD_SKIP_BROWSERS says why.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { reportOf } from "../../web/lib/export.js";
import { filled } from "../../web/page/template.js";
import { build, WAIT_MS } from "./browsers.mjs";
import { comparison } from "./fixture.mjs";

const DRIVER = "/usr/bin/WebKitWebDriver";
const SERVER = "/usr/bin/Xvfb";
const TRIPLETS = { x64: "x86_64-linux-gnu", arm64: "aarch64-linux-gnu" };
const LIBRARIES = `/usr/lib/${TRIPLETS[process.arch] ?? process.arch}`;

const browser = existsSync(LIBRARIES)
  ? readdirSync(LIBRARIES)
      .filter((name) => name.startsWith("webkit2gtk-4"))
      .map((name) => join(LIBRARIES, name, "MiniBrowser"))
      .find((path) => existsSync(path))
  : undefined;
const reason = process.env.CROSSREAD_SKIP_BROWSERS;
const missing = [
  !existsSync(DRIVER) && "webkit2gtk-driver",
  !browser && "MiniBrowser",
  !existsSync(SERVER) && "xvfb",
].filter(Boolean);

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** The few words of WebDriver that are needed here. */
class Session {
  #base;
  #id = null;

  constructor(port) {
    this.#base = `http://127.0.0.1:${port}/session`;
  }
  async #ask(method, path, body) {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { "content-type": "application/json" } } : {}),
    });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }
  async open() {
    const options = { binary: browser, args: ["--automation"] };
    const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": options } };
    for (let left = WAIT_MS; ; left -= 500) {
      try {
        this.#id = (await this.#ask("POST", "", { capabilities })).sessionId;
        return this;
      } catch (error) {
        if (left <= 0 || error.message.startsWith("session not")) throw error;
        await pause(500); // the driver is still starting
      }
    }
  }
  go(url) {
    return this.#ask("POST", `/${this.#id}/url`, { url });
  }
  run(script) {
    return this.#ask("POST", `/${this.#id}/execute/sync`, { script: `return (${script})()`, args: [] });
  }
  async until(script) {
    for (let left = WAIT_MS; left > 0; left -= 250) {
      const value = await this.run(script);
      if (value) return value;
      await pause(250);
    }
    throw new Error(`this did not come true: ${script}`);
  }
  close() {
    return this.#id && this.#ask("DELETE", `/${this.#id}`);
  }
}

describe("webkit", { skip: missing.length > 0 && reason ? `webkit skipped: ${reason}` : false }, () => {
  const folder = mkdtempSync(join(tmpdir(), "crossread-"));
  const file = join(folder, "report.html");
  const display = `:${200 + (process.pid % 500)}`;
  const port = 20_000 + (process.pid % 20_000);
  const started = [];
  let page;
  before(async () => {
    assert.deepEqual(
      missing,
      [],
      "not installed; give the reason in CROSSREAD_SKIP_BROWSERS to leave it out",
    );
    const application = readFileSync(join(build, "crossread.html"), "utf8");
    writeFileSync(file, filled(application, reportOf(comparison(), [], "")));
    started.push(spawn(SERVER, [display, "-screen", "0", "1280x1000x24"], { stdio: "ignore" }));
    const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_COMPOSITING_MODE: "1" };
    started.push(spawn(DRIVER, [`--port=${port}`], { stdio: "ignore", env }));
    page = await new Session(port).open();
    await page.go(pathToFileURL(file).href);
  });
  after(async () => {
    await page?.close().catch(() => {});
    for (const child of started) child.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  test("a report opens from file:// with every view", async () => {
    await page.until(
      `() => document.querySelector("cross-read")?.shadowRoot?.querySelector(".sec") !== null`,
    );
    const views = await page.run(
      `() => [...document.querySelector("cross-read").shadowRoot.querySelectorAll(".toc a")].map((a) => a.dataset.view)`,
    );
    assert.equal(views.length, 16);
    assert.equal(views[0], "event");
  });

  test("kept again it is the same file", async () => {
    const text = await page.run(`() => document.querySelector("cross-read").export("html").text`);
    assert.ok(text === readFileSync(file, "utf8"));
  });

  test("the engine works there", async (t) => {
    const said = "people died when a storm hit Port Alder on Monday, the mayor, Ana Holm, said.";
    await page.run(`() => {
      document.querySelector("cross-read").articles = [12, 15].map((n) => ({ id: "n" + n, text: "At least " + n + " ${said}" }));
    }`);
    await page.until(`() => document.querySelector("cross-read").result?.articles.length === 2`);
    await page.run(
      `() => void document.querySelector("cross-read").engine.then((e) => { globalThis.thread = e.thread; })`,
    );
    // A worker that does not start in time, on a slow machine, is no failure: the page does the work.
    t.diagnostic(`done on: ${await page.until(`() => globalThis.thread`)}`);
  });
});
