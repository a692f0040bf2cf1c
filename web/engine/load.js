// load.js — where the engine runs. In this order: a worker at an URL the page gives, a worker made
// of the engine's own text (Blob), this thread in slices. A page may forbid any of the first two
// (Content-Security-Policy, Trusted Types, a sandbox); that is no failure, only the next in line.

import engineScope from "#engine-scope";
import { EngineError } from "./wire.js";

const START_MS = 20_000; // a worker that says nothing for so long is not coming
const CANCEL_MS = 400; // a worker that does not hear a cancel for so long is deep in one step: end it

const aborted = () => new EngineError("aborted", "The comparison was cancelled.");

/**
 * A worker does one job at a time; the others wait here. So a cancel takes out a job that waits
 * without a word to the worker, and a worker that has to be ended takes no other job with it.
 */
class WorkerBackend {
  thread = "worker";
  version = "";
  heapBytes = 0;
  #worker = null;
  #make;
  #waiting = [];
  #current = null;
  #lastId = 0;

  constructor(make) {
    this.#make = make;
  }

  /** Starts the worker. A worker that cannot start is no worker. */
  async open() {
    const worker = (this.#worker = this.#make());
    let timer;
    try {
      this.version = await new Promise((resolve, reject) => {
        timer = setTimeout(() => reject(new EngineError("crashed", "The worker did not start.")), START_MS);
        worker.onerror = (event) => {
          event.preventDefault?.();
          reject(new EngineError("crashed", event.message || "The worker could not be started."));
        };
        worker.onmessage = ({ data }) => {
          if (data.kind === "done") resolve(data.out.version);
          else reject(new EngineError(data.code, data.message, data.detail));
        };
        worker.postMessage({ id: 0, op: "open", args: {} });
      });
    } catch (error) {
      worker.terminate();
      if (this.#worker === worker) this.#worker = null;
      throw error;
    } finally {
      clearTimeout(timer);
    }
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.#end();
      this.#settle(new EngineError("crashed", event.message || "The worker stopped."));
    };
    return this;
  }

  run(op, args, { signal, onProgress } = {}) {
    return new Promise((resolve, reject) => {
      const job = {
        id: ++this.#lastId,
        op,
        args,
        signal,
        onProgress,
        resolve,
        reject,
        sent: false,
        timer: null,
      };
      job.onAbort = () => this.#cancel(job);
      signal?.addEventListener("abort", job.onAbort, { once: true });
      this.#waiting.push(job);
      this.#next();
    });
  }

  async #next() {
    if (this.#current || this.#waiting.length === 0) return;
    const job = (this.#current = this.#waiting.shift());
    try {
      if (!this.#worker) await this.open();
    } catch (error) {
      return void this.#settle(error);
    }
    if (job !== this.#current) return;
    if (job.signal?.aborted) return void this.#settle(aborted());
    this.#worker.postMessage({ id: job.id, op: job.op, args: job.args });
    job.sent = true;
  }

  #cancel(job) {
    job.reject(aborted());
    if (job !== this.#current) {
      this.#waiting = this.#waiting.filter((other) => other !== job);
      return;
    }
    if (!job.sent) return; // the worker is starting: #next looks again when it stands
    this.#worker?.postMessage({ id: job.id, op: "cancel" });
    job.timer = setTimeout(() => {
      this.#end();
      this.#settle(aborted());
    }, CANCEL_MS);
  }

  #receive({ id, kind, out, progress, heapBytes, code, message, detail }) {
    const job = this.#current;
    if (job?.id !== id) return;
    if (kind === "progress") return void (job.signal?.aborted || job.onProgress?.(progress));
    if (heapBytes) this.heapBytes = heapBytes;
    if (kind === "done") this.#settle(null, out);
    else this.#settle(new EngineError(code, message, detail));
  }

  /** The current job is over, the next one's turn. */
  #settle(error, out) {
    const job = this.#current;
    if (!job) return;
    this.#current = null;
    clearTimeout(job.timer);
    job.signal?.removeEventListener("abort", job.onAbort);
    if (error) job.reject(error);
    else job.resolve(out);
    this.#next();
  }

  #end() {
    this.#worker?.terminate();
    this.#worker = null;
    this.heapBytes = 0;
  }

  close() {
    this.#end();
    const jobs = [this.#current, ...this.#waiting].filter(Boolean);
    this.#current = null;
    this.#waiting = [];
    for (const job of jobs) {
      clearTimeout(job.timer);
      job.reject(new EngineError("closed", "This engine was disposed of.", ""));
    }
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
