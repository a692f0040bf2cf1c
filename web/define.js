// define.js — the only side effect: the name <cross-read>. A page that has it already keeps it.
import { CrossReadElement } from "./crossread-element.js";

const registry = globalThis.customElements; // none where there is no page
if (registry && !registry.get("cross-read")) registry.define("cross-read", CrossReadElement);

export { CrossReadElement };
export { createEngine, EngineError } from "./engine/client.js";
