#!/usr/bin/env node
// bundle.mjs — the WebAssembly engine and the page's sources → what is given away:
//
//     build/crossread.html     the whole application in one file; opens by double click, no network
//     build/crossread.js       one classic script for other pages: element, engine, worker, tables
//     build/crossread-worker.js   the worker as a file, for a policy that allows no Blob worker
//     build/npm/*.js           ES modules: crossread-element.js, define.js, engine.js
//
//     node tools/bundle.mjs [--wasm build/wasm] [--out build]
//
// The engine (glue, gzipped bytes, worker code) is in each file once, as one function: called, it is
// the engine of this thread; its source text in a Blob is the worker. crossread.html carries a
// Content-Security-Policy with the hash of its one script and one sheet, and connect-src 'none'.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { inert } from "../web/page/template.js";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const { values: args } = parseArgs({ options: { wasm: { type: "string" }, out: { type: "string" } } });
const wasmDir = resolve(args.wasm ?? join(root, "build/wasm"));
const outDir = resolve(args.out ?? join(root, "build"));
const target = ["es2022"];

const read = (path) => readFileSync(path, "utf8");

function findWasm() {
  for (const dir of [join(wasmDir, "wasm"), wasmDir]) {
    if (existsSync(join(dir, "crossread-wasm.wasm"))) return dir;
  }
  console.error(`bundle: no crossread-wasm.wasm under ${wasmDir}. Build the preset wasm first.`);
  process.exit(1);
}

/** Modules that are made, not written: #name → source text. */
const made = (sources) => ({
  name: "made",
  setup(b) {
    b.onResolve({ filter: /^#/ }, ({ path }) => (path in sources ? { path, namespace: "made" } : null));
    b.onLoad({ filter: /.*/, namespace: "made" }, ({ path }) => ({ contents: sources[path], loader: "js" }));
  },
});

async function bundle(entry, sources, options) {
  const out = await build({
    entryPoints: [join(root, "web", entry)],
    bundle: true,
    write: false,
    minify: true,
    target,
    charset: "utf8",
    legalComments: "none",
    logLevel: "error",
    plugins: [made(sources)],
    ...options,
  });
  return out.outputFiles[0].text;
}

async function engineScope(dir) {
  const glue = `${read(join(dir, "crossread-wasm.js"))}\nexport default crossreadWasm;`;
  const packed = gzipSync(readFileSync(join(dir, "crossread-wasm.wasm")), { level: 9 }).toString("base64");
  const scope = await bundle(
    "engine/scope.js",
    {
      "#wasm-glue": glue.replace(/if \(typeof exports === 'object'[\s\S]*?(?=export default)/, "\n"),
      "#wasm-bytes": `export default ${JSON.stringify(packed)};`,
    },
    { format: "iife", globalName: "scope" },
  );
  return `export default function engineScope() { ${scope}\n return scope; }`;
}

const web = (name) => read(join(root, "web", name));
const minifyCss = async (text) =>
  (
    await build({
      stdin: { contents: text, loader: "css" },
      write: false,
      minify: true,
      charset: "utf8",
      target: [],
    })
  ).outputFiles[0].text;

/** The sample events: a folder in seeds/ each, its manifest in either form. */
function samples() {
  return JSON.parse(web("page/samples.json")).map(({ folder, label, kind }) => {
    const dir = join(root, "seeds", folder);
    const manifest = JSON.parse(read(join(dir, "manifest.json")));
    const list = Array.isArray(manifest) ? manifest : manifest.articles;
    const articles = list.map(({ id, outlet, published, title, file }) => ({
      id,
      source: outlet ?? "",
      title: title ?? "",
      published: published ?? "",
      text: read(join(dir, file ?? `${id}.txt`)),
    }));
    return { id: folder, kind, title: label ?? manifest.title, label: label ? "" : manifest.title, articles };
  });
}

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

function page(script, style) {
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval' blob:`,
    "worker-src blob:",
    `style-src ${hash(style)}`,
    "img-src data: blob:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const parts = {
    csp: `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    style: `<style>${style}</style>`,
    script: `<script type="application/json" id="report">null</script>\n<script type="application/json" id="events">${inert(samples())}</script>\n<script>${script}</script>`,
  };
  return web("index.html").replace(/<!--(csp|style|script)-->/g, (_, name) => parts[name]);
}

const wasm = findWasm();
mkdirSync(join(outDir, "npm"), { recursive: true });
const sheet = await minifyCss(web("crossread.css"));
const sources = {
  "#engine-scope": await engineScope(wasm),
  "#css": `export default ${JSON.stringify(sheet)};`,
};
const safe = (script) => script.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");

const element = await bundle("define.js", sources, { format: "iife", globalName: "crossread" });
const application = safe(await bundle("page/app.js", sources, { format: "iife" }));
const files = {
  "crossread.js": element,
  "crossread-worker.js": await bundle("engine/worker.js", sources, { format: "iife" }),
  "crossread.html": page(application, await minifyCss(web("crossread.css") + web("page.css"))),
  "npm/crossread-element.js": await bundle("crossread-element.js", sources, { format: "esm" }),
  "npm/define.js": await bundle("define.js", sources, { format: "esm" }),
  "npm/engine.js": await bundle("engine/client.js", sources, { format: "esm" }),
};
for (const [name, text] of Object.entries(files)) {
  writeFileSync(join(outDir, name), text);
  const kb = (n) => `${Math.round(n / 1000)} kB`;
  console.log(
    `${join(outDir, name).replace(`${root}/`, "").padEnd(32)} ${kb(text.length).padStart(8)}  ${kb(gzipSync(text).length).padStart(8)} gzipped`,
  );
}
