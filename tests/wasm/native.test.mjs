// The WebAssembly engine gives the very bytes of the native program, on every event in seeds/; its
// memory does not grow; its files hold no way to make code of text, and are not stale.
//
// CROSSREAD_BIN names the native program (build/*/crossread is looked for).

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { gzipSync } from "node:zlib";
import { csv } from "../../web/lib/export/csv.js";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const build = process.env.CROSSREAD_BUILD ?? join(root, "build");
const wasmDir = join(build, "wasm/wasm");
const glue = readFileSync(join(wasmDir, "crossread-wasm.js"), "utf8");
const bytes = readFileSync(join(wasmDir, "crossread-wasm.wasm"));
const program =
  process.env.CROSSREAD_BIN ??
  ["release", "dev", "asan", ...(existsSync(build) ? readdirSync(build) : [])]
    .map((preset) => join(build, preset, "crossread"))
    .find((path) => existsSync(path));

const encode = (value) => new TextEncoder().encode(JSON.stringify(value));
const decode = (value) => new TextDecoder().decode(value);

async function instance() {
  const module = await WebAssembly.compile(bytes);
  const factory = vm.runInThisContext(`${glue}\n;crossreadWasm`);
  return factory({
    instantiateWasm(imports, receive) {
      WebAssembly.instantiate(module, imports).then((made) => receive(made, module));
      return {};
    },
  });
}

function events() {
  return readdirSync(join(root, "seeds"), { withFileTypes: true })
    .filter((e) => e.isDirectory())
    .map(({ name }) => {
      const dir = join(root, "seeds", name);
      const manifest = JSON.parse(readFileSync(join(dir, "manifest.json"), "utf8"));
      const articles = (Array.isArray(manifest) ? manifest : manifest.articles).map((entry) => ({
        id: entry.id,
        source: entry.outlet ?? "",
        title: entry.title ?? "",
        published: entry.published ?? "",
        text: readFileSync(join(dir, entry.file ?? `${entry.id}.txt`), "utf8"),
      }));
      return { name, articles };
    });
}

/** What the program writes of an event in a format. */
function written(articles, ...options) {
  assert.ok(program, "no native program found: build one (cmake --preset release), or set CROSSREAD_BIN");
  const file = join(mkdtempSync(join(tmpdir(), "crossread-")), "articles.json");
  writeFileSync(file, JSON.stringify({ articles }));
  const out = execFileSync(program, ["compare", ...options, file], { encoding: "utf8", maxBuffer: 2 ** 28 });
  rmSync(dirname(file), { recursive: true });
  return out;
}

function compare(engine, articles, utf16 = true) {
  engine.begin(encode({ articles }));
  while (engine.step(50_000));
  return decode(engine.take(utf16));
}

/** Two long texts are the same; where not, a short look at the first place. */
function assertSame(actual, expected, what) {
  if (actual === expected) return;
  let at = 0;
  while (actual[at] === expected[at]) ++at;
  const near = (text) => JSON.stringify(text.slice(Math.max(0, at - 80), at + 80));
  assert.fail(
    `${what}: wasm and native part at ${at}:\n  wasm   ${near(actual)}\n  native ${near(expected)}`,
  );
}

describe("the same bytes as the native program", () => {
  for (const { name, articles } of events()) {
    test(name, async () => {
      const engine = await instance();
      for (const [unit, utf16] of [
        ["utf8", false],
        ["utf16", true],
      ]) {
        const native = written(articles, "--format", "json", "--offsets", unit);
        assertSame(compare(engine, articles, utf16), native.trimEnd(), unit);
      }
    });
  }

  test("and the steps may be of any size", async () => {
    const { articles } = events()[0];
    const engine = await instance();
    const whole = compare(engine, articles);
    for (const work of [1, 7, 1e9]) {
      engine.begin(encode({ articles }));
      let last = 0;
      while (engine.step(work)) {
        assert.ok(engine.progress() >= last && engine.progress() <= 1, "progress never falls");
        last = engine.progress();
      }
      assert.equal(decode(engine.take(true)), whole);
    }
  });
});

test("the page's CSV has the very cells of the program's, but for the unit of the offsets", () => {
  const { articles } = events().find(({ name }) => name === "ferry");
  const document = JSON.parse(written(articles, "--format", "json", "--offsets", "utf16"));
  const texts = new Map(document.articles.map(({ id, text }) => [id, text]));
  const cellsOf = (table) =>
    table.match(/(?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r\n)/g).map((cell) => cell.replace(/,$/, ""));
  const mine = cellsOf(csv(document));
  const columns = mine.findIndex((cell) => cell.endsWith("\r\n")) + 1;
  const [article, start, end] = ["article", "start", "end"].map((name) => mine.indexOf(name));
  let wide = 0;
  for (let row = columns; row < mine.length; row += columns) {
    for (const at of [start, end]) {
      const bytes = Buffer.byteLength(texts.get(mine[row + article]).slice(0, mine[row + at]));
      wide += bytes !== Number(mine[row + at]);
      mine[row + at] = String(bytes);
    }
  }
  assert.ok(mine.some((cell) => cell.includes(";")) && wide > 0, "the event shows what it is taken for");
  assert.deepEqual(mine, cellsOf(written(articles, "--format", "csv")));
});

test("a span is the same words in UTF-8 and in UTF-16, beside é, —, 😀 and right-to-left text", async () => {
  const text =
    "Café Óbidos — 😀😀 said Ana Holm in שלום Berlin on 14 May 2024: “It cost $240.1 billion 😀,” up 26.3%.";
  const engine = await instance();
  const articles = [
    { id: "a", text },
    { id: "b", text: `😀 ${text.replace("26.3%", "27%")}` },
  ];
  const [narrow, wide] = [false, true].map((utf16) => JSON.parse(compare(engine, articles, utf16)));
  let spans = 0;
  for (const [i, article] of narrow.articles.entries()) {
    const raw = new TextEncoder().encode(article.text);
    for (const layer of ["mentions", "times", "quantities"]) {
      for (const [j, span] of article[layer].entries()) {
        const other = wide.articles[i][layer][j];
        assert.equal(decode(raw.slice(span.start, span.end)), article.text.slice(other.start, other.end));
        ++spans;
      }
    }
  }
  assert.ok(spans >= 8, `${spans} spans`);
});

test("problems are named and the rest is compared", async () => {
  const engine = await instance();
  engine.begin(
    encode({
      articles: [
        { id: "a", text: "Ana Holm said 12 people died." },
        { id: "empty", text: "  " },
        { id: "none" },
        { id: "a2", text: "Ana Holm said 12 people died." },
        { id: "b", text: "Ana Holm said 15 people died." },
      ],
    }),
  );
  while (engine.step(50_000));
  assert.deepEqual(
    JSON.parse(decode(engine.take(true))).articles.map((a) => a.id),
    ["a", "b"],
  );
  assert.deepEqual(
    JSON.parse(decode(engine.problems()))
      .map((p) => p.error.code)
      .sort(),
    ["duplicate", "empty", "missing"],
  );
});

test("a broken request is an error, not an end", async () => {
  const engine = await instance();
  for (const broken of ["", "{", "[".repeat(20_000), '{"articles":1}', "\u0000"]) {
    engine.begin(new TextEncoder().encode(broken));
    while (engine.step(1000));
    engine.take(true);
    assert.ok(JSON.parse(decode(engine.problems())).length > 0, JSON.stringify(broken.slice(0, 20)));
  }
  assert.ok(
    compare(engine, [{ id: "a", text: "It rained in Norwick." }]).includes("Norwick"),
    "the engine still works",
  );
});

test("files are read by the engine's own ingest", async () => {
  const engine = await instance();
  const read = (name, content) =>
    JSON.parse(
      decode(
        engine.ingest(
          new TextEncoder().encode(name),
          typeof content === "string" ? new TextEncoder().encode(content) : content,
        ),
      ),
    );
  assert.match(
    read(
      "a.html",
      "<html><body><article><h1>T</h1><p>It rained all night in the town of Norwick.</p><script>x()</script></article></body></html>",
    ).articles[0].text,
    /rained/,
  );
  assert.equal(read("l.ndjson", '{"text":"one"}\n{"text":"two"}\n{bad\n').articles.length, 2);
  assert.equal(
    read(
      "latin.txt",
      new Uint8Array([...Buffer.from("Caf"), 0xe9, ...Buffer.from(" society met in town on Monday.")]),
    ).articles[0].text.slice(0, 4),
    "Café",
  );
  assert.equal(read("x.bin", new Uint8Array([0, 1, 2, 3, 0, 0, 255])).errors[0].error.code, "binary");
});

test("three hundred comparisons on one instance: the heap stays as it is", async () => {
  const engine = await instance();
  const articles = [
    { id: "a", text: "At least 12 people died when a storm hit Port Alder on Monday, Ana Holm said." },
    { id: "b", text: "At least 15 people died when a storm hit Port Alder on Monday, Ana Holm said." },
  ];
  for (let i = 0; i < 100; ++i) compare(engine, articles);
  const before = engine.heapBytes();
  for (let i = 0; i < 200; ++i) compare(engine, articles);
  assert.equal(engine.heapBytes(), before);
});

describe("the files given away", () => {
  const given = [
    "crossread.js",
    "crossread-worker.js",
    "crossread.html",
    "npm/define.js",
    "npm/crossread-element.js",
    "npm/engine.js",
  ];
  for (const name of given) {
    test(`${name} makes no code of text`, () => {
      const text = readFileSync(join(build, name), "utf8");
      assert.doesNotMatch(text, /new Function\b/);
      assert.doesNotMatch(text, /[^\w$.]eval\(/);
      assert.doesNotMatch(text, /\.(?:innerHTML|outerHTML|srcdoc)\s*=|insertAdjacentHTML|document\.write/);
    });
    test(`${name} holds the engine that was built last`, () => {
      const packed = gzipSync(bytes, { level: 9 }).toString("base64");
      assert.ok(readFileSync(join(build, name), "utf8").includes(packed), "stale: run node tools/bundle.mjs");
    });
  }
});
