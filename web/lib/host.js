// host.js — the articles a host page gives: <article> children, a JSON script child, or `src`.

import { strings } from "./strings.js";

const KEYS = ["id", "source", "title", "published", "url"];

/** {articles, problems}. Only `src` fetches, and only from the page's own origin. */
export async function articlesOf(element, signal) {
  if (element.src) return fetchAll(element.src.trim().split(/\s+/), element, signal);
  const problems = [];
  const articles = [];
  for (const child of element.children) {
    if (child.matches('script[type="application/json"]')) readJson(child.textContent, articles, problems);
    else if (child.localName === "article") articles.push(readArticle(child, articles.length));
  }
  return { articles, problems };
}

function readArticle(node, index) {
  const out = { id: node.id || `article-${index + 1}`, text: visibleText(node) };
  for (const key of KEYS) if (node.dataset[key]) out[key] = node.dataset[key];
  const heading = node.querySelector("h1, h2, h3");
  if (!out.title && heading) out.title = heading.textContent.trim();
  return out;
}

/** Text with a line break where a block ends. innerText needs the element to be rendered; this does not. */
const BLOCKS =
  /^(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|table|td|th|tr|ul)$/;
function visibleText(node) {
  let out = "";
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      out += node.localName === "pre" ? child.data : child.data.replace(/\s+/g, " ");
    } else if (
      child.nodeType === Node.ELEMENT_NODE &&
      !/^(?:script|style|template|noscript)$/.test(child.localName)
    ) {
      const inner = visibleText(child);
      out += BLOCKS.test(child.localName) ? `\n${inner}\n` : inner;
    }
  }
  return out
    .replace(/[ \t]*\n[ \t]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
}

const english = strings("en").t;

/** What went wrong, as the engine says it: English for programs; the page has words for the code, and
 *  for `detail` none: it is what the browser said. */
function wrong(code, detail = "") {
  return { code, message: english(`error.${code}`) + (detail ? `: ${detail}` : ""), detail };
}

function readJson(text, articles, problems) {
  try {
    const data = JSON.parse(text);
    const list = [data, data?.articles].find(Array.isArray) ?? [data];
    for (const [i, item] of list.entries()) {
      if (item && typeof item.text === "string") articles.push(item);
      else problems.push({ where: `script[${i}]`, ...wrong("missing") });
    }
  } catch (error) {
    problems.push({ where: "script", ...wrong("syntax", error.message) });
  }
}

/** {name, bytes, url} of an address, or what is wrong with it. */
async function fetchOne(address, base, signal) {
  try {
    const url = new URL(address, base);
    if (url.origin !== location.origin) return wrong("foreign");
    const response = await fetch(url, { signal, credentials: "same-origin", redirect: "error" });
    if (!response.ok) return wrong("unreadable", `HTTP ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { name: url.pathname.split("/").pop() || "article", bytes, url: url.href };
  } catch (error) {
    if (signal?.aborted) throw error;
    return wrong("unreadable", error.message);
  }
}

async function fetchAll(addresses, element, signal) {
  if (location.protocol === "file:") {
    const { message, ...rest } = wrong("file-page");
    throw Object.assign(new Error(message), rest);
  }
  const found = await Promise.all(
    addresses.map(async (where) => ({ where, ...(await fetchOne(where, element.baseURI, signal)) })),
  );
  const problems = found.filter((file) => file.code);
  const engine = await element.openEngine();
  const articles = [];
  for (const { name, bytes, url } of found.filter((file) => !file.code)) {
    const read = await engine.ingest(name, bytes, { signal });
    articles.push(...read.articles.map((a) => ({ url, ...a })));
    problems.push(...read.errors);
  }
  return { articles, problems };
}
