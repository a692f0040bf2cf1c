// local.js — one engine in this thread, whichever it is: a worker, a page, Node. Runs in slices, so
// that the thread can hear a cancel or paint between two of them.
//
// A trap or an overflowing stack leaves a WebAssembly instance in no known state. It is thrown away
// and the job done again on a new one, once; the second time it is an error. Memory of an instance
// never shrinks, so one that has grown over `recycleBytes` is not kept for the next job.

import { EngineError, toText } from "./wire.js";

const SLICE_MS = 12; // shorter than a frame: a page that must do the work itself still scrolls
const STEP_WORK = 20_000; // clause pairs a step, well under a slice

/** A turn of the event loop, without the 4 ms that nested timers cost. */
export function nextTurn() {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") return void setImmediate(resolve);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}

export class LocalEngine {
  #instantiate;
  #instance = null;
  #queue = Promise.resolve();
  #recycleBytes;
  #sliceMs;

  /** @param {() => Promise<object>} instantiate makes a fresh module instance */
  constructor(instantiate, { recycleBytes = 256 * 2 ** 20, sliceMs = SLICE_MS } = {}) {
    this.#instantiate = instantiate;
    this.#recycleBytes = recycleBytes;
    this.#sliceMs = sliceMs;
  }

  async open() {
    this.#instance ??= await this.#instantiate();
    return toText(this.#instance.version());
  }

  get heapBytes() {
    return this.#instance?.heapBytes() ?? 0;
  }

  /** One job after the other; `signal` is looked at between two slices. */
  run(op, args, { signal, onProgress } = {}) {
    const job = this.#queue.then(() => {
      if (signal?.aborted) throw new EngineError("aborted", "The comparison was cancelled.");
      return this.#withRetry(op, args, signal, onProgress);
    });
    this.#queue = job.catch(() => {});
    return job;
  }

  async #withRetry(op, args, signal, onProgress) {
    for (let attempt = 1; ; ++attempt) {
      try {
        await this.open();
        const result = await this[`_${op}`](args, signal, onProgress);
        if (this.heapBytes > this.#recycleBytes) this.#instance = null;
        return result;
      } catch (error) {
        if (error instanceof EngineError) throw error;
        this.#instance = null;
        if (attempt === 2) {
          throw new EngineError("crashed", `The engine stopped twice on this input (${error}).`);
        }
      }
    }
  }

  async _compare({ request }, signal, onProgress) {
    const instance = this.#instance;
    instance.begin(request);
    let sliceEnd = performance.now() + this.#sliceMs;
    while (instance.step(STEP_WORK)) {
      if (performance.now() < sliceEnd) continue;
      onProgress?.({ stage: toText(instance.stage()), done: instance.progress() });
      await nextTurn();
      if (signal?.aborted) throw new EngineError("aborted", "The comparison was cancelled.");
      sliceEnd = performance.now() + this.#sliceMs;
    }
    return { result: instance.take(true), problems: instance.problems() };
  }

  async _ingest({ name, bytes }) {
    return { result: this.#instance.ingest(name, bytes) };
  }

  async _extract({ request }) {
    return { result: this.#instance.extract(request, true) };
  }
}
