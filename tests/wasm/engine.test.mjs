// The engine of the npm package under Node: promises, cancel, recovery; no DOM anywhere.

import assert from "node:assert/strict";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { LocalEngine } from "../../web/engine/local.js";
import { EngineError, requestOf, wellFormed } from "../../web/engine/wire.js";

const build =
  process.env.CROSSREAD_BUILD ??
  join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../../build");
const { createEngine } = await import(pathToFileURL(join(build, "npm/engine.js")));

const STORM = [12, 15].map((n, i) => ({
  id: "ab"[i],
  source: "XY"[i],
  text: `At least ${n} people died when a storm hit Port Alder on Monday, the mayor, Ana Holm, said.`,
}));

test("compares under Node, with offsets that slice", async () => {
  const engine = await createEngine();
  assert.equal(engine.thread, "main");
  const result = await engine.compare(STORM);
  assert.deepEqual(
    result.articles.map((a) => a.id),
    ["a", "b"],
  );
  const [{ text, mentions }] = result.articles;
  assert.ok(mentions.map((m) => text.slice(m.start, m.end)).includes("Ana Holm"));
  assert.deepEqual(result.problems, []);
  engine.dispose();
  await assert.rejects(engine.compare(STORM), { code: "closed" });
});

test("two requests at once do not mix", async () => {
  const engine = await createEngine();
  const [one, two] = await Promise.all([
    engine.compare(STORM),
    engine.compare([{ id: "z", text: "It rained in Norwick." }]),
  ]);
  assert.equal(one.articles.length, 2);
  assert.equal(two.articles.length, 1);
});

test("a signal cancels before and during the work, and the engine goes on", async () => {
  const engine = await createEngine();
  await assert.rejects(engine.compare(STORM, { signal: AbortSignal.abort() }), { name: "AbortError" });
  const long = Array.from({ length: 6 }, (_, k) => ({
    id: `l${k}`,
    text: Array.from(
      { length: 1500 },
      (_, i) => `On day ${i + k} the ship left port ${i % 97} with ${i} tonnes of grain, Captain Holm said.`,
    ).join("\n"),
  }));
  const cancel = new AbortController();
  await assert.rejects(engine.compare(long, { signal: cancel.signal, onProgress: () => cancel.abort() }), {
    name: "AbortError",
  });
  assert.equal((await engine.compare(STORM)).articles.length, 2);
});

test("extract gives each article alone", async () => {
  const engine = await createEngine();
  const lines = await engine.extract(STORM);
  assert.deepEqual(
    lines.map((l) => l.id),
    ["a", "b"],
  );
});

test("half a surrogate pair costs one character and nothing else", async () => {
  assert.equal(wellFormed("a\ud83d b 😀"), "a\ufffd b 😀");
  const engine = await createEngine();
  const { articles } = await engine.compare([{ id: "a", text: "It rained \ud83d in Norwick." }]);
  assert.equal(articles[0].text, "It rained \ufffd in Norwick.");
});

/** A module instance that fails as told. */
const fake = (fail) => ({
  version: () => new TextEncoder().encode("0"),
  heapBytes: () => fail.heap ?? 0,
  problems: () => new Uint8Array(),
  begin() {},
  progress: () => 0,
  stage: () => new Uint8Array(),
  step() {
    if (fail.times-- > 0) throw new WebAssembly.RuntimeError("unreachable");
    return false;
  },
  take: () => new TextEncoder().encode("{}"),
});

test("after a trap the instance is thrown away and the job done again, once", async () => {
  let made = 0;
  const fail = { times: 1 };
  const engine = new LocalEngine(async () => {
    ++made;
    return fake(fail);
  });
  await engine.run("compare", { request: requestOf([]) });
  assert.equal(made, 2);
  fail.times = 2;
  await assert.rejects(
    engine.run("compare", { request: requestOf([]) }),
    (error) => error instanceof EngineError && error.code === "crashed",
  );
  await engine.run("compare", { request: requestOf([]) });
});

test("an instance that cannot be made is an error and no wait for ever; the next is made", async () => {
  const real = WebAssembly.instantiate;
  WebAssembly.instantiate = () => Promise.reject(new RangeError("Out of memory"));
  try {
    await assert.rejects(createEngine(), /Out of memory/);
  } finally {
    WebAssembly.instantiate = real;
  }
  const engine = await createEngine();
  assert.equal((await engine.compare(STORM)).articles.length, 2);
});

describe("a worker that has grown large is replaced before the next request", () => {
  const made = [];
  /** Answers each request at once; `hold`, set, keeps a worker from starting until it is called. */
  class FakeWorker {
    static hold = null;
    closed = false;
    constructor() {
      made.push(this);
    }
    async postMessage({ id, op }) {
      if (op === "open" && FakeWorker.hold) await new Promise((start) => (FakeWorker.hold = start));
      const bytes = (text) => new TextEncoder().encode(text);
      const out = op === "open" ? { version: "0" } : { result: bytes("{}"), problems: bytes("[]") };
      this.onmessage({ data: { id, kind: "done", out, heapBytes: 300 * 2 ** 20 } });
    }
    terminate() {
      this.closed = true;
    }
  }
  const closed = () => made.map((worker) => worker.closed);
  beforeEach(() => {
    made.length = 0;
    FakeWorker.hold = null;
    globalThis.Worker = FakeWorker;
  });
  afterEach(() => delete globalThis.Worker);

  test("once, whoever asks", async () => {
    const engine = await createEngine();
    await engine.compare([]);
    await Promise.all([engine.compare([]), engine.compare([])]);
    assert.deepEqual(closed(), [true, false]);
    engine.dispose();
  });

  test("where none can be had the request fails, and the next one tries again", async () => {
    const engine = await createEngine();
    await engine.compare([]);
    const { compile } = WebAssembly;
    globalThis.Worker = class {
      constructor() {
        throw new Error("no more workers");
      }
    };
    WebAssembly.compile = () => Promise.reject(new Error("no memory"));
    try {
      await assert.rejects(engine.compare([]), { code: "wasm-blocked" });
    } finally {
      WebAssembly.compile = compile;
    }
    globalThis.Worker = FakeWorker;
    await engine.compare([]);
    assert.deepEqual(closed(), [true, false]);
    engine.dispose();
  });

  test("an engine disposed of in the meantime stays so, and leaves no worker", async () => {
    const engine = await createEngine();
    await engine.compare([]);
    FakeWorker.hold = () => {};
    const waiting = assert.rejects(engine.compare([]), { code: "closed" });
    engine.dispose();
    FakeWorker.hold();
    await waiting;
    assert.equal(engine.thread, "closed");
    assert.deepEqual(closed(), [true, true]);
    await assert.rejects(engine.compare([]), { code: "closed" });
  });
});

test("an instance that has grown is not kept", async () => {
  let made = 0;
  const engine = new LocalEngine(async () => {
    ++made;
    return fake({ times: 0, heap: 300 * 2 ** 20 });
  });
  await engine.run("compare", { request: requestOf([]) });
  await engine.run("compare", { request: requestOf([]) });
  assert.equal(made, 2);
});

test("a table is read row by row: each an article, a bad row named", async () => {
  const engine = await createEngine();
  const table = 'source,published,text\nHerald,2024-05-14,"It rained, all day."\nPost,2024-05-15,\n';
  const { articles, errors } = await engine.ingest("list.csv", new TextEncoder().encode(table));
  assert.deepEqual(
    articles.map((a) => [a.source, a.published, a.text]),
    [["Herald", "2024-05-14", "It rained, all day."]],
  );
  assert.equal(errors.length, 1);
  engine.dispose();
});
