// define.js — the only side effect: the name <cross-read>. A page that has it already keeps it.
import { CrossReadElement } from "./crossread-element.js";

if (!customElements.get("cross-read")) customElements.define("cross-read", CrossReadElement);

export { CrossReadElement };
export { createEngine } from "./engine/client.js";
