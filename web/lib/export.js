// export.js — a comparison as a file to take along. Offsets are UTF-16, as everywhere in the page.
//
//     exported("csv", {result, corrections, label, words}) → {name, type, text}

import { annotations } from "./export/annotations.js";
import { csv } from "./export/csv.js";
import { markdown } from "./export/markdown.js";
import { applyCorrections } from "./corrections.js";

export const FORMATS = ["html", "json", "csv", "markdown", "annotations"];

const KINDS = {
  json: { ending: "json", type: "application/json" },
  csv: { ending: "csv", type: "text/csv;charset=utf-8" },
  markdown: { ending: "md", type: "text/markdown;charset=utf-8" },
  annotations: { ending: "jsonld", type: "application/ld+json" },
  html: { ending: "html", type: "text/html;charset=utf-8" },
};

export function exported(format, { result, corrections = [], label = "", words, makePage = null }) {
  const kind = KINDS[format];
  if (!kind || !result) return null;
  const seen = applyCorrections(result, corrections);
  const make = {
    json: () =>
      `${JSON.stringify({ ...documentOf(result), ...(corrections.length > 0 ? { corrections } : {}) })}\n`,
    csv: () => csv(seen),
    markdown: () => markdown(seen, label, words),
    annotations: () => `${JSON.stringify(annotations(seen), null, 1)}\n`,
    html: () => makePage?.(reportOf(result, corrections, label)) ?? null,
  };
  const text = make[format]();
  return text === null ? null : { name: `crossread.${kind.ending}`, type: kind.type, text };
}

/** The engine's own document, without what the page has added to it. */
function documentOf(result) {
  const { problems, corrections, ...document } = result;
  return document;
}

/** What a report file carries. `crossread compare --format html` writes the same. */
export const reportOf = (result, corrections, label) => ({
  report: 1,
  label,
  corrections,
  result: documentOf(result),
});
