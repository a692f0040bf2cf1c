// scope.js — everything that runs beside the WebAssembly instance. tools/bundle.mjs makes one
// function of it, glue and bytes inside: called in a page or in Node it gives a LocalEngine; its
// own source text, in a Blob, is the worker. So the engine is in the file once.

import crossreadWasm from "#wasm-glue";
import packed from "#wasm-bytes";
import { LocalEngine } from "./local.js";
import { EngineError } from "./wire.js";

let compiled = null;

/** base64 of gzip of the module → compiled module. */
async function compile() {
  const text = atob(packed);
  const zipped = new Uint8Array(text.length);
  for (let i = 0; i < text.length; ++i) zipped[i] = text.charCodeAt(i);
  const stream = new Blob([zipped]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

async function instantiate() {
  let module;
  try {
    module = await (compiled ??= compile());
  } catch (error) {
    compiled = null;
    throw new EngineError(
      "wasm-blocked",
      `This page does not allow WebAssembly ('wasm-unsafe-eval' in its script-src would): ${error.message}`,
      error.message,
    );
  }
  // The module is handed to the glue, which then neither fetches nor decodes anything.
  // The glue does not learn that it failed (no memory left, say) and would wait for ever.
  return new Promise((resolve, reject) => {
    const instantiateWasm = (imports, receive) => {
      WebAssembly.instantiate(module, imports)
        .then((instance) => receive(instance, module))
        .catch(reject);
      return {};
    };
    crossreadWasm({ instantiateWasm, print: () => {}, printErr: () => {} }).then(resolve, reject);
  });
}

export function createLocal(options) {
  return new LocalEngine(instantiate, options);
}

/** The worker's half: {id, op, args} in; {id, kind: progress|done|failed, …} out. */
export function serve(port) {
  const engine = createLocal({ sliceMs: 40, recycleBytes: Infinity }); // the page recycles workers
  const cancels = new Map();
  port.onmessage = async ({ data: { id, op, args } }) => {
    if (op === "cancel") return void cancels.get(id)?.abort();
    const cancel = new AbortController();
    cancels.set(id, cancel);
    try {
      const onProgress = (progress) => port.postMessage({ id, kind: "progress", progress });
      const out =
        op === "open"
          ? { version: await engine.open() }
          : await engine.run(op, args, { signal: cancel.signal, onProgress });
      const transfer = Object.values(out)
        .filter((v) => v instanceof Uint8Array)
        .map((v) => v.buffer);
      port.postMessage({ id, kind: "done", out, heapBytes: engine.heapBytes }, transfer);
    } catch (error) {
      port.postMessage({
        id,
        kind: "failed",
        code: error.code ?? "crashed",
        message: String(error.message ?? error),
        detail: error.detail,
      });
    }
    cancels.delete(id);
  };
}
