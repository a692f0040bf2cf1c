// client.js — the engine as a page or a program sees it: a promise a request, cancel by
// AbortSignal, progress by callback, whichever thread does the work.
//
//     const engine = await createEngine();
//     const result = await engine.compare(articles, { signal, onProgress });
//     result.articles[0].text.slice(start, end)      // offsets are UTF-16: this is the surface
//     engine.dispose();
//
// No DOM: the same file serves page, worker and Node.

import { startBackend } from "./load.js";
import { EngineError, requestOf, toBytes, toText } from "./wire.js";

export { EngineError } from "./wire.js";

const RECYCLE_BYTES = 256 * 2 ** 20;

const disposed = () => new EngineError("closed", "This engine was disposed of.", "");

class Engine {
  #backend;
  #options;
  #waiting = new Set();
  #replacing = null;

  constructor(backend, options) {
    this.#backend = backend;
    this.#options = options;
  }

  get version() {
    return this.#backend?.version ?? "";
  }

  /** Where the work is done: "worker" or "main". */
  get thread() {
    return this.#backend?.thread ?? "closed";
  }

  /**
   * Compares articles, {id?, source?, title?, published?, url?, text}. Resolves with the document
   * of `compare --format json`, offsets in UTF-16, and `problems`: what could not be read, and why.
   */
  async compare(articles, { signal, onProgress } = {}) {
    const request = requestOf(articles);
    const { result, problems } = await this.#run("compare", { request }, { signal, onProgress });
    return Object.assign(JSON.parse(toText(result)), {
      problems: JSON.parse(toText(problems)).map((item) => item.error),
    });
  }

  /** A file's bytes, of any kind the engine reads → {articles, errors}. */
  async ingest(name, bytes, { signal } = {}) {
    const args = { name: toBytes(name), bytes: new Uint8Array(bytes) };
    const { result } = await this.#run("ingest", args, { signal });
    const { articles, errors } = JSON.parse(toText(result));
    return { articles, errors: errors.map((item) => item.error) };
  }

  /** Each article alone, as `extract` gives it, offsets in UTF-16. */
  async extract(articles, { signal } = {}) {
    const { result } = await this.#run("extract", { request: requestOf(articles) }, { signal });
    return toText(result)
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  }

  dispose() {
    this.#backend?.close();
    this.#backend = null;
  }

  async #run(op, args, { signal, onProgress } = {}) {
    if (signal?.aborted) throw new EngineError("aborted", "The comparison was cancelled.");
    if (!this.#backend) throw disposed();
    await this.#recycle();
    if (!this.#backend) throw disposed(); // while the worker was replaced
    const job = this.#backend.run(op, args, { signal, onProgress });
    this.#waiting.add(job);
    try {
      return await job;
    } finally {
      this.#waiting.delete(job);
    }
  }

  /** Memory of WebAssembly never shrinks: a worker that has grown large is replaced when idle. */
  #recycle() {
    if (this.#waiting.size > 0 || this.#backend.heapBytes <= RECYCLE_BYTES) return this.#replacing;
    this.#replacing ??= startBackend(this.#options)
      .then((fresh) => {
        if (!this.#backend) return fresh.close();
        this.#backend.close();
        this.#backend = fresh;
      })
      .finally(() => {
        this.#replacing = null; // one that failed is tried again by the next request
      });
    return this.#replacing;
  }
}

/**
 * @param {{workerUrl?: string, thread?: "auto"|"main"}} options a worker of the page's own (it
 *   loads crossread-worker.js), or the page's own thread
 */
export async function createEngine(options = {}) {
  return new Engine(await startBackend(options), options);
}
