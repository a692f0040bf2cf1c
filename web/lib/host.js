// host.js — the articles a host page gives: <article> children, a JSON script child, or `src`.

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

function readJson(text, articles, problems) {
  try {
    const data = JSON.parse(text);
    for (const item of Array.isArray(data) ? data : (data.articles ?? [data])) {
      if (item && typeof item.text === "string") articles.push(item);
      else problems.push({ code: "missing", where: `item ${articles.length + 1}`, message: 'has no "text"' });
    }
  } catch (error) {
    problems.push({ code: "syntax", where: "script", message: `is not JSON: ${error.message}` });
  }
}

async function fetchAll(addresses, element, signal) {
  if (location.protocol === "file:")
    throw new Error(
      "The attribute src needs http or https: a page opened from a file may not read other files.",
    );
  const problems = [];
  const lists = await Promise.all(
    addresses.map(async (address) => {
      try {
        const url = new URL(address, element.baseURI);
        if (url.origin !== location.origin)
          throw new Error("is on another site; src reads from this page's own origin only");
        const response = await fetch(url, { signal, credentials: "same-origin", redirect: "error" });
        if (!response.ok) throw new Error(`could not be fetched (${response.status})`);
        return {
          name: url.pathname.split("/").pop() || "article",
          bytes: new Uint8Array(await response.arrayBuffer()),
          url: url.href,
        };
      } catch (error) {
        if (signal?.aborted) throw error;
        problems.push({ code: "unreadable", where: address, message: error.message });
        return null;
      }
    }),
  );
  const engine = await element.openEngine();
  const articles = [];
  for (const file of lists.filter(Boolean)) {
    const read = await engine.ingest(file.name, file.bytes, { signal });
    articles.push(...read.articles.map((a) => ({ url: file.url, ...a })));
    problems.push(...read.errors);
  }
  return { articles, problems };
}
