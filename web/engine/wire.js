// wire.js — what both ends of the engine agree on: text as bytes, how much of it, errors with a code.

/** The engine's own limit, src/engine.h: what is larger need not be read at all. */
export const MAX_ARTICLE_BYTES = 32_000_000;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Half a surrogate pair is no character: it becomes U+FFFD, one unit for one unit. */
export function wellFormed(text) {
  return String(text).replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g, (unit) =>
    unit.length === 2 ? unit : "\uFFFD",
  );
}

export const toBytes = (text) => encoder.encode(wellFormed(text));
export const toText = (bytes) => decoder.decode(bytes);

/** The request of a comparison. Only what the engine reads is sent, each field a string. */
export function requestOf(articles) {
  const list = Array.from(articles, (article) => {
    const out = {};
    for (const key of ["id", "source", "title", "published", "url", "text"]) {
      if (article?.[key] != null) out[key] = wellFormed(article[key]);
    }
    if (article?.text_made) {
      out.text_made = true; // the text is ingest's, and so are these notes
      out.notes = Array.from(article.notes ?? [], (note) => ({
        from: "ingest",
        code: wellFormed(note?.code ?? ""),
        text: wellFormed(note?.text ?? ""),
      }));
    }
    return out;
  });
  return toBytes(JSON.stringify({ articles: list }));
}

/** An error with a stable `code`: aborted, wasm-blocked, crashed, closed. A message is English and says
 *  all; `detail` is what the code does not: the browser's part of it. */
export class EngineError extends Error {
  constructor(code, message, detail = message) {
    super(message);
    this.name = code === "aborted" ? "AbortError" : "EngineError";
    this.code = code;
    this.detail = detail;
  }
}
