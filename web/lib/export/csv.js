// csv.js — findings as a table, one row a piece of evidence, as `crossread compare --format csv`.

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

/** A spreadsheet runs a cell that begins like a formula; an apostrophe in front makes it text. */
export function cell(value) {
  const raw = String(value ?? "");
  const flat = raw.replace(/[\u0000-\u001f\u007f\s]+/g, " ");
  const text = /^[=+\-@\t\r]/.test(raw) || /^ *[=+\-@]/.test(flat) ? `'${flat}` : flat;
  return /[",;]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

export function csv(result) {
  const articles = new Map(result.articles.map((a) => [a.id, a]));
  const rows = [HEAD];
  for (const f of result.findings ?? []) {
    for (const e of f.values?.length > 0 ? f.values : f.evidence) {
      const a = articles.get(e.article);
      const tail = [e.start, e.end, e.value, e.unit, a?.text.slice(e.start, e.end)];
      const head = [f.id, f.kind, f.verdict, f.confidence, f.rule, f.why];
      rows.push([...head, e.article, a?.source, a?.published, ...tail]);
    }
  }
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}
