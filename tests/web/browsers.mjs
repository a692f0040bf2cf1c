// browsers.mjs — starts Debian's Chromium and Firefox for the page tests, and serves a folder.
//
// A process starts each browser once, at the first launch, and closes it after its last test; who
// launches gets a context of its own, which shares neither storage nor pages with any other.
// CROSSREAD_BROWSER names the one browser that a process is for (all.mjs); otherwise it is for both.
//
// A browser that is missing is a failed test, unless CROSSREAD_SKIP_BROWSERS gives the reason why
// it may be left out ("no display driver on this board"); the reason is printed with each skip.

import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join, resolve } from "node:path";
import { after } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const build = process.env.CROSSREAD_BUILD ?? join(root, "build");
// Firefox spends most of its start on making a profile. The first one that is closed is kept for all
// that follow, each of which has a copy of its own.
const profile = join(build, "firefox-profile");
export const pageUrl = pathToFileURL(join(build, "crossread.html")).href;

const KINDS = {
  chromium: {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // A page lives for seconds here: V8's optimising compiler would take longer than what it saves.
      // The tests under Node (tests/wasm) run what it makes.
      "--js-flags=--liftoff-only",
    ],
  },
  firefox: {
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    extraPrefsFirefox: {
      "security.fileuri.strict_origin_policy": true,
      "app.update.enabled": false,
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      "javascript.options.wasm_optimizingjit": false, // as above
    },
  },
};
export const WAIT_MS = 120_000; // for a condition to come true: a slow machine is no fault of the page

const only = process.env.CROSSREAD_BROWSER;
if (only && !(only in KINDS)) throw new Error(`CROSSREAD_BROWSER: ${only} is none of ${Object.keys(KINDS)}`);
export const browsers = only ? [only] : Object.keys(KINDS);

/** Why this browser is not tested, or false. */
export function skipped(name) {
  if (existsSync(KINDS[name].executablePath)) return false;
  const reason = process.env.CROSSREAD_SKIP_BROWSERS;
  return reason ? `${name} skipped: ${reason}` : false;
}

const started = new Map();
const running = [];
after(() => Promise.all(running.map((browser) => browser.close())));

/** A context of the browser: `newPage()`, and `close()`, which closes its pages. */
export async function launch(name) {
  if (!started.has(name)) started.set(name, start(name));
  return (await started.get(name)).createBrowserContext();
}

async function start(name) {
  const { executablePath } = KINDS[name];
  if (!existsSync(executablePath)) {
    throw new Error(
      `${name} is not at ${executablePath}. Install it (apt install chromium firefox-esr), or give the reason to leave it out in CROSSREAD_SKIP_BROWSERS.`,
    );
  }
  const userDataDir = mkdtempSync(join(build, `${name}-`));
  let browser = null;
  process.once("exit", () => {
    browser?.process().kill("SIGKILL"); // it runs on only where the tests were broken off
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 20 });
  });
  if (name === "firefox" && existsSync(profile)) cpSync(profile, userDataDir, { recursive: true });
  const options = { headless: true, timeout: WAIT_MS, protocolTimeout: 5 * WAIT_MS, userDataDir };
  browser = await puppeteer.launch({ ...options, ...KINDS[name] });
  running.push({
    close: async () => {
      await browser.close();
      if (name === "firefox" && !existsSync(profile)) renameSync(userDataDir, profile);
    },
  });
  return browser;
}

/** A page that remembers what it must not do: requests, policy violations, errors, dialogs. */
export async function newPage(browser, url, { width = 1200, height = 900, media = [] } = {}) {
  const page = await browser.newPage();
  const seen = { requests: [], violations: [], errors: [], dialogs: [] };
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") seen.errors.push(message.text());
  });
  page.on("dialog", (dialog) => {
    seen.dialogs.push(dialog.message());
    dialog.dismiss();
  });
  page.setDefaultTimeout(WAIT_MS);
  page.setDefaultNavigationTimeout(WAIT_MS);
  await page.setViewport({ width, height });
  if (media.length > 0) await page.emulateMediaFeatures(media);
  await page.evaluateOnNewDocument(() => {
    globalThis.violations = [];
    document.addEventListener("securitypolicyviolation", (event) =>
      globalThis.violations.push(`${event.effectiveDirective} ${event.blockedURI}`),
    );
  });
  if (url) await page.goto(url);
  page.seen = seen;
  /** Everything that left the page: not the page itself, nothing made inside it. */
  page.outside = () =>
    seen.requests.filter(
      (r) => !r.startsWith("data:") && !r.startsWith("blob:") && r.split("#")[0] !== url?.split("#")[0],
    );
  page.violations = () => page.evaluate(() => globalThis.violations);
  return page;
}

/** Waits until the (first) element shows a comparison, or a failure. */
export async function ready(page, { timeout = WAIT_MS } = {}) {
  await page.waitForFunction(
    () => {
      const element = document.querySelector("cross-read");
      return element?.shadowRoot?.querySelector(".sec, [part=message], .open");
    },
    { timeout },
  );
}

/** Runs a function in the page with the element's shadow root as its first argument. */
export function inside(page, fn, ...args) {
  return page.evaluate(
    `(${fn})(document.querySelector("cross-read").shadowRoot, ...${JSON.stringify(args)})`,
  );
}

/** Serves {path: {body, type, headers}} on a free port of this machine. */
export async function serve(files) {
  const server = createServer((request, response) => {
    const file = files[new URL(request.url, "http://x").pathname];
    if (!file) return void response.writeHead(404).end();
    response
      .writeHead(200, { "content-type": file.type ?? "text/html; charset=utf-8", ...file.headers })
      .end(file.body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
