// save.js — hands a file to the reader: a link that is followed once.

import { h } from "./dom.js";

const KEEP_MS = 60_000; // some browsers read the address only when the reader has chosen a folder

/** content: text or a Blob */
export function save(name, type, content) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const a = h("a", { href: url, download: name, hidden: true });
  document.body.append(a); // Firefox follows only what stands in the page
  a.click();
  a.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
