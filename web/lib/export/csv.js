// csv.js — findings as a table, one row a piece of evidence: RFC 4180, as `crossread compare --format csv`
// writes it (src/report/csv.cpp), but that offsets are UTF-16.

const HEAD = [
  "finding",
  "kind",
  "verdict",
  "confidence",
  "rule",
  "why",
  "article",
  "source",
  "published",
  "start",
  "end",
  "value",
  "unit",
  "words",
];

// As `printable` of src/report/layout.cpp: what is no character of a text is left out, white space is a space.
const HARMFUL = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const SPACE = /[\t-\r \x85\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]+/g;

/** A spreadsheet runs a cell that begins like a formula; an apostrophe in front makes it text. Of what
 *  RFC 4180 puts into quotation marks, line ends do not come: they are white space. */
export function cell(value) {
  const raw = String(value ?? "");
  const flat = raw.replace(HARMFUL, "").replace(SPACE, " ").trim();
  const text = /^[=+\-@\t\r]/.test(raw) || /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
  return /[",]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** The day of a moment: the program writes no hours. */
const dayOf = (published) => /^\d{4}-\d\d-\d\d/.exec(published ?? "")?.[0] ?? published;

export function csv(result) {
  const articles = new Map(result.articles.map((a) => [a.id, a]));
  const rows = [HEAD];
  for (const f of result.findings ?? []) {
    for (const e of f.values?.length > 0 ? f.values : f.evidence) {
      const a = articles.get(e.article);
      const tail = [e.start, e.end, e.value, e.unit, a?.text.slice(e.start, e.end)];
      const head = [f.id, f.kind, f.verdict, f.confidence, f.rule, f.why];
      rows.push([...head, e.article, a?.source, dayOf(a?.published), ...tail]);
    }
  }
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}
