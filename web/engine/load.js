// load.js — where the engine runs. In this order: a worker at an URL the page gives, a worker made
// of the engine's own text (Blob), this thread in slices. A page may forbid any of the first two
// (Content-Security-Policy, Trusted Types, a sandbox); that is no failure, only the next in line.

import engineScope from "#engine-scope";
import { EngineError } from "./wire.js";

const START_MS = 10_000; // a worker that says nothing for so long is not coming
const CANCEL_MS = 400; // a worker that does not hear a cancel for so long is deep in one step: end it

class WorkerBackend {
  thread = "worker";
  version = "";
  heapBytes = 0;
  #worker = null;
  #make;
  #jobs = new Map();
  #lastId = 0;

  constructor(make) {
    this.#make = make;
  }

  async open() {
    this.#worker = this.#make();
    this.#worker.onmessage = ({ data }) => this.#receive(data);
    let timer;
    const failed = new Promise((_, reject) => {
      this.#worker.onerror = (event) => {
        event.preventDefault?.();
        reject(new EngineError("crashed", event.message || "The worker could not be started."));
        this.#restart("crashed", event.message || "The worker stopped.");
      };
      timer = setTimeout(() => reject(new EngineError("crashed", "The worker did not start.")), START_MS);
    });
    try {
      this.version = (await Promise.race([this.#post("open", {}), failed])).version;
    } catch (error) {
      this.close();
      throw error;
    } finally {
      clearTimeout(timer);
    }
    return this;
  }

  async run(op, args, { signal, onProgress } = {}) {
    if (!this.#worker) await this.open();
    return this.#post(op, args, signal, onProgress);
  }

  #post(op, args, signal, onProgress) {
    const id = ++this.#lastId;
    const job = new Promise((resolve, reject) => this.#jobs.set(id, { resolve, reject, onProgress }));
    const onAbort = () => {
      this.#worker?.postMessage({ id, op: "cancel" });
      setTimeout(
        () => this.#jobs.has(id) && this.#restart("aborted", "The comparison was cancelled."),
        CANCEL_MS,
      );
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    this.#worker.postMessage({ id, op, args });
    return job.finally(() => signal?.removeEventListener("abort", onAbort));
  }

  #receive({ id, kind, out, progress, heapBytes, code, message }) {
    const job = this.#jobs.get(id);
    if (!job) return;
    if (kind === "progress") return void job.onProgress?.(progress);
    this.#jobs.delete(id);
    if (heapBytes) this.heapBytes = heapBytes;
    if (kind === "done") job.resolve(out);
    else job.reject(new EngineError(code, message));
  }

  #restart(code, message) {
    this.close();
    for (const job of this.#jobs.values()) job.reject(new EngineError(code, message));
    this.#jobs.clear();
  }

  close() {
    this.#worker?.terminate();
    this.#worker = null;
    this.heapBytes = 0;
  }
}

class LocalBackend {
  thread = "main";
  version = "";
  #engine = engineScope().createLocal();

  async open() {
    this.version = await this.#engine.open();
    return this;
  }
  get heapBytes() {
    return 0; // the local engine recycles its own instance
  }
  run(op, args, options) {
    return this.#engine.run(op, args, options);
  }
  close() {
    this.#engine = engineScope().createLocal();
  }
}

function blobWorker() {
  const source = `(${engineScope})().serve(self)`;
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  try {
    return new Worker(url);
  } finally {
    setTimeout(() => URL.revokeObjectURL(url), START_MS);
  }
}

export async function startBackend({ workerUrl, thread = "auto" } = {}) {
  const ways = [];
  if (thread !== "main" && typeof Worker === "function" && typeof Blob === "function") {
    if (workerUrl) ways.push(() => new Worker(workerUrl));
    if (typeof URL.createObjectURL === "function") ways.push(blobWorker);
  }
  for (const make of ways) {
    try {
      return await new WorkerBackend(make).open();
    } catch {
      // not allowed here, or not available: the next way
    }
  }
  return new LocalBackend().open();
}
