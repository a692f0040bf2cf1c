// What is taken along: files of a comparison, the reader's corrections, the report page; without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  applyCorrections,
  merging,
  readCorrections,
  rejection,
  splitting,
} from "../../web/lib/corrections.js";
import { exported, reportOf } from "../../web/lib/export.js";
import { cell } from "../../web/lib/export/csv.js";
import { plain } from "../../web/lib/export/markdown.js";
import { Model } from "../../web/lib/model.js";
import { strings } from "../../web/lib/strings.js";
import { filled, readReport, reportIn } from "../../web/page/template.js";
import { at, comparison } from "./fixture.mjs";

const words = strings("en");
const PAGE = '<!doctype html>\n<script type="application/json" id="report">null</script>\n';

for (const [value, written] of [
  ["=1+1", "'=1+1"],
  ["@cmd", "'@cmd"],
  ["-3", "'-3"],
  ["+49", "'+49"],
  ["\t=1", "'=1"],
  ["\tone", "'one"],
  ["  =HYPERLINK(1)", "'=HYPERLINK(1)"],
  ["\u202e\u0000=1", "'=1"],
  ["=a,b", '"\'=a,b"'],
  ['say "so"', '"say ""so"""'],
  ["two\nlines ", "two lines"],
  ["a; b", "a; b"],
  [null, ""],
  [12, "12"],
])
  test(`csv: ${JSON.stringify(value)} is written ${written}`, () => assert.equal(cell(value), written));

test("csv has one row a place of a finding, each with its words", () => {
  const { text, name } = exported("csv", { result: comparison(), words });
  const rows = text.trim().split("\r\n");
  assert.equal(name, "crossread.csv");
  assert.equal(rows.length, 1 + 4 + 2);
  assert.match(rows[1], /^d0,number,conflict,0\.9,.*,12,.*,12$/);
});

for (const [text, written] of [
  ["# no heading", "\\# no heading"],
  ["1. no list", "1\\. no list"],
  ["[a](javascript:b)", "\\[a\\](javascript:b)"],
  ["<img src=x>", "\\<img src=x\\>"],
  ["a | b\nc", "a \\| b c"],
])
  test(`markdown: ${JSON.stringify(text)} stays text`, () => assert.equal(plain(text), written));

test("markdown names sources, differences, brief and wording", () => {
  const { text } = exported("markdown", { result: comparison(), label: "Storm *", words });
  assert.match(text, /^# Storm \\\*\n/);
  for (const part of [
    "| A | Northline |",
    "**Conflict.**",
    "“Fifteen”",
    "## In brief",
    "the storm: “a storm” (A)",
  ])
    assert.ok(text.includes(part), `${part} in\n${text}`);
});

test("annotations point at words that stand where they say", () => {
  const result = comparison();
  const page = JSON.parse(exported("annotations", { result, words }).text);
  assert.equal(page.type, "AnnotationPage");
  assert.equal(page.items.length, 2);
  const [position, quote] = page.items[0].target[0].selector;
  assert.equal(result.articles[0].text.slice(position.start, position.end), quote.exact);
  assert.ok(result.articles[0].text.includes(quote.prefix + quote.exact + quote.suffix));
  assert.equal(page.items[0].target[0].source, "https://northline.example/storm");
});

test("json is the engine's own document, with the corrections where there are any", () => {
  const result = comparison();
  const document = JSON.parse(exported("json", { result, words }).text);
  assert.deepEqual(
    Object.keys(document),
    Object.keys(result).filter((key) => key !== "problems"),
  );
  const corrections = [rejection(result.findings[0])];
  assert.deepEqual(
    JSON.parse(exported("json", { result, corrections, words }).text).corrections,
    corrections,
  );
});

test("a rejected finding is gone, and stays gone in a comparison with other ids", () => {
  const result = comparison();
  const corrections = [rejection(result.findings[0])];
  const again = comparison();
  again.findings[0].id = "d7";
  assert.deepEqual(
    applyCorrections(again, corrections).findings.map((f) => f.id),
    ["d1"],
  );
  assert.equal(result.findings.length, 2, "what came in stays as it is");
});

test("two names are made one, and one is made two again", () => {
  const result = comparison();
  const [ana, anna] = result.entities;
  const one = applyCorrections(result, [merging(ana, anna)]).entities;
  assert.equal(one.length, 2);
  assert.equal(one[0].mentions.length, 3);
  const two = applyCorrections(result, [merging(ana, anna), splitting([at("d", "Anna Holm")])]).entities;
  assert.deepEqual(
    two.map((e) => [e.name, e.mentions.length]),
    [
      ["Ana Holm", 2],
      ["Anna Holm", 1],
      ["Port Alder", 3],
    ],
  );
});

test("corrections of a file are taken only in their own form", () => {
  const good = [merging(...comparison().entities), rejection(comparison().findings[0])];
  const bad = [
    null,
    1,
    {},
    { kind: "merge" },
    { kind: "split", mentions: 1 },
    { kind: "reject", finding: {} },
  ];
  assert.deepEqual(readCorrections([...bad, ...good]), good);
  assert.deepEqual(readCorrections("merge"), []);
});

test("a report is found again in its page, whatever stands in it", () => {
  const result = comparison();
  result.articles[0].text = "</script><script>alert(1)</script><!-- \u2028 $& $1";
  const report = reportOf(result, [], "a </script> b");
  const page = filled(PAGE, report);
  assert.equal(page.match(/<\/script/g).length, 1);
  assert.ok(!page.includes("<!--"));
  assert.deepEqual(reportIn(page), JSON.parse(JSON.stringify(report)));
  assert.equal(reportIn(PAGE), null);
  assert.equal(readReport('{"report":2}'), null);
  assert.equal(readReport("<"), null);
});

test("sure only leaves out what is less certain and counts it", () => {
  const sure = new Model(comparison(), null, { sure: true });
  assert.deepEqual(sure.hidden, { differences: 1, omissions: 1 });
  assert.equal(sure.differing.length, 1);
  const all = new Model(comparison());
  assert.deepEqual(all.hidden, { differences: 0, omissions: 0 });
});

test("what an engine does not say is null, what it looked for and did not find is empty", () => {
  const { brief, wording, lineage, ...older } = comparison();
  const model = new Model(older);
  assert.deepEqual([model.brief, model.wording, model.edges], [null, null, null]);
  assert.equal(new Model({ ...older, brief: [] }).brief.length, 0);
  assert.ok(brief && wording && lineage);
});
