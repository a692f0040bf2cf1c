// template.js — this page as the text it was read from, to make a report file of it: the same page, the
// comparison put into the script element "report". A page opened from a file may not read itself, so
// the text is written anew from the elements, before anything has changed them. Nothing here goes back
// to a parser in this page.

const RAW = new Set(["script", "style", "noscript"]);
const VOID = new Set(["meta", "link", "input", "br", "img", "hr"]);
const SLOT = '<script type="application/json" id="report">null</script>';

const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const quote = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;");

function written(node) {
  if (node.nodeType === 3) return RAW.has(node.parentNode.localName) ? node.data : escape(node.data);
  if (node.nodeType !== 1) return "";
  const name = node.localName;
  const attributes = [...node.attributes].map((a) =>
    a.value ? ` ${a.name}="${quote(a.value)}"` : ` ${a.name}`,
  );
  const open = `<${name}${attributes.join("")}>`;
  if (VOID.has(name)) return open;
  return `${open}${[...node.childNodes].map(written).join("")}${name === "body" || name === "html" ? "\n" : ""}</${name}>`;
}

/** To be called by the last script of the page, while the page is still being read. */
export function pageText(document) {
  const report = document.getElementById("report");
  const held = report.textContent;
  report.textContent = "null"; // a report makes a report as the page does
  const text = `<!doctype html>\n${written(document.documentElement).replace("<head>", "\n<head>")}\n`;
  report.textContent = held;
  return text;
}

/** Data in a page can be no markup: "<" is written as its escape. */
export const inert = (value) =>
  JSON.stringify(value)
    .replace(/</g, "\\u003c")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");

export const filled = (page, report) => page.replace(SLOT, () => SLOT.replace("null", () => inert(report)));

/** The report in a page's own text, or in that of a file that was dropped; null where there is none. */
export function reportIn(text) {
  const [open, close] = SLOT.split("null");
  const start = text.indexOf(open);
  if (start < 0) return null;
  return readReport(text.slice(start + open.length, text.indexOf(close, start)));
}

export function readReport(json) {
  try {
    const report = JSON.parse(json);
    return report?.report === 1 && Array.isArray(report.result?.articles) ? report : null;
  } catch {
    return null;
  }
}
