// The page's own small algorithms, without a browser.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { MAX_ARTICLE_BYTES } from "../../web/engine/wire.js";
import { align, sentences } from "../../web/lib/align.js";
import { formatAddress, parseAddress } from "../../web/lib/address.js";
import { diffWords, stretches } from "../../web/lib/diff.js";
import { filesOf } from "../../web/lib/files.js";
import { paragraphs, sentenceAround, windowAround } from "../../web/lib/highlight.js";
import { letterOf } from "../../web/lib/sources.js";
import { strings, tables } from "../../web/lib/strings.js";
import { covered, Model, openingOf } from "../../web/lib/model.js";
import { readDate } from "../../web/views/time.js";
import { comparison } from "./fixture.mjs";

/** The page's sources, the tables of words left out. */
const readAll = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".js") && !name.startsWith("strings/"))
    .map((name) => readFileSync(new URL(name, folder), "utf8"));

const differing = (a, b) => {
  const { gone, put } = diffWords(a, b);
  return [
    stretches(gone, a).map((s) => a.slice(s.start, s.end)),
    stretches(put, b).map((s) => b.slice(s.start, s.end)),
  ];
};

for (const [a, b, gone, put] of [
  ["a fourth term", "a fifth term", ["fourth"], ["fifth"]],
  ["the same words", "the same words", [], []],
  ["The same, words", "the same words", [], []],
  ["greatest threat to the nation-state", "greatest nation-state threat", ["threat to the"], ["threat"]],
  ["", "all new words", [], ["all new words"]],
  ["up 26% on 2022", "up 26.3% on 2022", ["26"], ["26.3"]],
])
  test(`diff: “${a}” → “${b}”`, () => assert.deepEqual(differing(a, b), [gone, put]));

test("a diff beyond its cap still keeps the common ends", () => {
  const middle = (c) => Array.from({ length: 700 }, (_, i) => c + i).join(" ");
  const { kept } = diffWords(`head ${middle("a")} tail`, `head ${middle("b")} tail`);
  assert.equal(kept.length, 2);
});

test("addresses come back as they went, whatever is in them", () => {
  const place = { event: "own", view: "article", article: "a & b#=?é😀", finding: "d1" };
  assert.deepEqual(parseAddress(formatAddress(place)), place);
  assert.deepEqual(parseAddress("#<script>&x=1&view=facts"), { view: "facts" });
});

test("paragraphs tile the words of a text", () => {
  const text = " one \r\n\r\n  two two\n\nthree";
  assert.deepEqual(
    paragraphs(text).map((p) => text.slice(p.start, p.end)),
    ["one", "two two", "three"],
  );
});

test("a sentence is found around its words, and never leaves its paragraph", () => {
  const text = "First one. The trade hit $240.1 billion in 2023. Last one.\nOther paragraph.";
  const at = text.indexOf("$240.1");
  const { start, end } = sentenceAround(text, at, at + 6);
  assert.equal(text.slice(start, end), "The trade hit $240.1 billion in 2023.");
});

test("a window holds its words, cuts at spaces and stays in its frame", () => {
  const text = "one two three four five six seven eight nine ten eleven twelve";
  for (const word of text.split(" ")) {
    const at = text.indexOf(word);
    const { start, end } = windowAround(text, { start: 0, end: text.length }, at, at + word.length, 24);
    assert.ok(start <= at && end >= at + word.length, word);
    assert.match(text.slice(start, end), /^\S.*\S$/);
    assert.ok(start === 0 || text[start - 1] === " ");
    assert.ok(end === text.length || /^(?: |$)/.test(text.slice(end)));
  }
});

test("sources are lettered A to Z and on", () =>
  assert.deepEqual([0, 25, 26, 51, 52].map(letterOf), ["A", "Z", "AA", "AZ", "BA"]));

test("covered counts overlaps once", () =>
  assert.equal(
    covered([
      { start: 0, end: 5 },
      { start: 3, end: 8 },
      { start: 4, end: 6 },
      { start: 10, end: 11 },
    ]),
    9,
  ));

test("strings: numbers in words, plurals, nothing left unfilled", () => {
  const { t, list, date } = strings("en");
  assert.equal(t("state.work", { n: 5 }), "Comparing five articles");
  assert.equal(t("diff.conflicts", { n: 1 }), "One conflict");
  assert.equal(list(["A", "B", "C"]), "A, B and C");
  assert.equal(date("2024-05-14T10:00:00Z"), "14 May 2024");
  assert.equal(date("soon"), null);
});

for (const [value, said] of [
  ["2024-05-16", "16 May 2024"],
  ["2024-05-16/2024-05-17", "16–17 May 2024"],
  ["2024-W20", "week of 13 May 2024"],
  ["2024-05", "May 2024"],
  ["2023", "2023"],
  ["PRESENT_REF", undefined],
  ["2024-WXX", undefined],
]) {
  test(`date ${value} is said as: ${said}`, () => assert.equal(readDate(strings("en"), value)?.words, said));
}

for (const [text, said] of [
  [
    "“a” is 2024-05-13, “b” is 2024-05-16: no day in common.",
    "“a” is 13 May 2024, “b” is 16 May 2024: no day in common.",
  ],
  ["“the year before” is 2022-01-01 to 2022-12-31.", "“the year before” is 2022."],
  ["“then” is 2024-02-01 to 2024-02-29.", "“then” is February 2024."],
  ["“this week” is 2024-05-13 to 2024-05-19.", "“this week” is 13–19 May 2024."],
  [
    "“2024-05-13” is no day of “2024-05-16 to 2024-05-17”.",
    "“2024-05-13” is no day of “2024-05-16 to 2024-05-17”.",
  ],
  ["99-2024-05-13-7 and 2024-13-45", "99-2024-05-13-7 and 2024-13-45"],
])
  test(`said: ${text}`, () => assert.equal(strings("en").said(text), said));

for (const [text, date, opening, paragraphs] of [
  [
    " date 2024-05-14 The president will pay a visit. Then more.",
    "2024-05-14",
    "The president will pay a visit.",
    2,
  ],
  ["Date: 2024-05-14\n\nThe president will pay a visit.", "2024-05-14", "The president will pay a visit.", 2],
  ["14 May 2024\nThe president will pay a visit.", "14 May 2024", "The president will pay a visit.", 2],
  [
    "14 May 2024 was a day of visits, they said.",
    "14 May 2024",
    "14 May 2024 was a day of visits, they said.",
    1,
  ],
  [
    "On 14 May 2024 The Hague saw the president.",
    "14 May 2024",
    "On 14 May 2024 The Hague saw the president.",
    1,
  ],
])
  test(`a date above an article is none of its words: ${text}`, () => {
    const start = text.indexOf(date);
    const times = [{ start, end: start + date.length, type: "DATE", value: "2024-05-14" }];
    const { sources } = new Model({ articles: [{ id: "a", text, published: "2024-05-14", times }] });
    assert.equal(openingOf(sources[0]), opening);
    assert.equal(sources[0].paragraphs.length, paragraphs);
  });

test("times without a value and articles without a date are read like any other", () => {
  const times = [{ start: 0, end: 3, type: "DATE", value: null }];
  const { sources } = new Model({ articles: [{ id: "a", text: "May came.", published: null, times }] });
  assert.equal(sources[0].bodyStart, 0);
});

test("two articles side by side: what tells the same stands together, the rest where it stands", () => {
  const model = new Model(comparison());
  const [a, b, c] = model.sources;
  const said = (s, span) => (span ? s.text.slice(span.start, span.end) : null);
  const rows = align(model, a, b).map((row) => [said(a, row.a), said(b, row.b)]);
  assert.ok(rows.some(([x, y]) => x?.startsWith("The sea wall may") && y === "The sea wall has failed."));
  assert.ok(rows.some(([x, y]) => x === null && y === "The port stays shut."));
  assert.ok(rows.some(([x, y]) => x?.startsWith("The harbour was closed") && y === null));
  for (const [source, index] of [
    [a, 0],
    [b, 1],
  ]) {
    const told = align(model, a, b).map((row) => row[index === 0 ? "a" : "b"]);
    for (const s of sentences(source))
      assert.ok(
        told.some((t) => t && t.start <= s.start && t.end >= s.end),
        source.text.slice(s.start, s.end),
      );
  }
  assert.equal(align(model, a, c).filter((row) => row.a && row.b).length, 2);
});

test("an article without an outlet is called by its id, or its letter, in the page's language", () => {
  const names = (code) => {
    const articles = [{ id: "x7", text: "One." }, { text: "Two." }];
    return new Model({ articles }, null, { t: strings(code).t }).sources.map((source) => source.name);
  };
  assert.deepEqual(names("en"), ["Article x7", "Article B"]);
  assert.deepEqual(names("ar"), ["المقال x7", "المقال B"]);
});

const holes = (entry) =>
  [...new Set((typeof entry === "string" ? entry : Object.values(entry).join()).match(/\{\w+\}/g) ?? [])]
    .map((hole) => (hole === "{N}" || hole === "{W}" ? "{n}" : hole))
    .sort()
    .join();

for (const language of Object.keys(tables).filter((name) => name !== "en"))
  test(`the table of ${language} says what the English one says, with the same places to fill`, () => {
    const table = { "number.words": tables.en["number.words"], ...tables[language] };
    assert.deepEqual(Object.keys(table).sort(), Object.keys(tables.en).sort());
    for (const key of Object.keys(tables.en)) {
      if (key === "number.words") continue;
      assert.equal(holes(table[key]), holes(tables.en[key]), key);
      if (typeof table[key] === "object") assert.ok(table[key].other, `${key} has a form for any number`);
    }
  });

test("every key of the table is used by the page, and every key the page uses stands in it", () => {
  const sources = readAll(new URL("../../web/", import.meta.url)).join("\n");
  const families = [...sources.matchAll(/`([a-z]+)\.\$\{/g)].map((match) => match[1]);
  const anchors = [...sources.matchAll(/section\(\s*ctx,\s*"([a-z]+)"/g)].map((match) => match[1]);
  const isUsed = (key) =>
    sources.includes(`"${key}"`) ||
    families.includes(key.split(".")[0]) ||
    anchors.some((name) => key === `${name}.title` || key === `${name}.sub`) ||
    (key.endsWith(".sub") && sources.includes(`"${key.slice(0, -4)}"`));
  assert.deepEqual(
    Object.keys(tables.en).filter((key) => !isUsed(key)),
    [],
  );
  const asked = [...sources.matchAll(/\bt\(\s*"([a-z0-9.]+)"/g)].map((match) => match[1]);
  assert.deepEqual(
    asked.filter((key) => !(key in tables.en)),
    [],
  );
});

const source = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const schema = JSON.parse(source("src/json/schema.json")).$defs;
const { findings, quotes, omissions, reuse, damage, reporting } = schema.comparison.properties;

/** What the engine can say of a kind, and what the table has under it besides or has no need to say. */
for (const [family, said, { besides = [], silent = [] }] of [
  [
    "stage",
    [
      ...source("src/compare/compare.cpp").matchAll(/return \{"(\w+)", state_->done_share/g),
      ...source("wasm/session.cpp").matchAll(/waiting_\.size\(\)[^\n]*return "(\w+)"/g),
    ].map((match) => match[1]),
    { silent: ["done"] },
  ],
  ["verdict", schema.verdict.enum, {}],
  [
    "ask",
    findings.items.properties.kind.enum,
    { besides: ["number.of", "ordinal.of", "worded_differently", "attributed_differently"] },
  ],
  [
    "change",
    quotes.items.properties.members.items.properties.change.enum,
    { silent: ["verbatim"] }, // the yardstick itself
  ],
  ["level", reuse.items.properties.level.enum, { silent: ["verbatim"] }], // drawn, not said
  ["omit", omissions.items.properties.kind.enum, { besides: ["here"], silent: ["fact"] }],
  ["strength", reporting.items.properties.verbs.items.properties.strength.enum, {}],
  [
    "error",
    [
      ...schema.error_record.properties.error.properties.code.enum,
      ...source("web/engine.d.ts")
        .match(/code: ("aborted".*);/)[1]
        .match(/[\w-]+/g),
    ],
    { besides: ["foreign", "file-page"], silent: ["aborted"] }, // who cancels knows
  ],
  [
    "damage",
    damage.items.allOf.flatMap((part) => part.properties?.kind?.enum ?? []),
    { besides: ["title", "sub", "more"] },
  ],
])
  test(`the table has a word for each ${family} that the engine knows, and for no other`, () => {
    const wanted = [...said.filter((name) => !silent.includes(name)), ...besides];
    assert.ok(said.length > 2, `read off the sources: ${said}`);
    assert.deepEqual(
      Object.keys(tables.en)
        .filter((key) => key.startsWith(`${family}.`))
        .map((key) => key.slice(family.length + 1))
        .sort(),
      wanted.sort(),
    );
  });

test("the page opens no file that the engine would refuse as too large", () => {
  const [, bytes] = /max_article_bytes = ([\d']+);/.exec(source("src/engine.h"));
  assert.equal(MAX_ARTICLE_BYTES, Number(bytes.replaceAll("'", "")));
});

// What a browser hands over of a drop: entries, each with callbacks for what is in it.
const fileEntry = (fullPath) => ({ isFile: true, fullPath, file: (give) => give(new File([], fullPath)) });
const unreadable = (fullPath) => ({ isFile: true, fullPath, file: (_, fail) => fail(new Error("gone")) });
const folderEntry = (fullPath, ...batches) => ({
  isDirectory: true,
  fullPath,
  createReader: () => ({
    readEntries: (give, fail) => (batches[0] === null ? fail(new Error("no")) : give(batches.shift() ?? [])),
  }),
});
const drop = (...entries) => ({
  items: entries.map((entry) => ({ kind: "file", webkitGetAsEntry: () => entry })),
  files: [],
});

test("a drop: folders are opened; what cannot be read is named, file or folder, and the rest is kept", async () => {
  const { t } = strings("en");
  const { files, bad } = await filesOf(
    drop(
      fileEntry("/a.txt"),
      unreadable("/gone.txt"),
      folderEntry("/news", [fileEntry("/news/b.txt"), unreadable("/news/c.txt")], [fileEntry("/news/d.txt")]),
      folderEntry("/shut", null),
      folderEntry("/half", [fileEntry("/half/e.txt")], null),
    ),
    t,
  );
  assert.deepEqual(
    files.map((file) => file.name),
    ["/a.txt", "/news/b.txt", "/news/d.txt", "/half/e.txt"],
  );
  assert.deepEqual(
    bad,
    ["gone.txt", "news/c.txt", "shut", "half"].map((where) => ({ where, message: "could not be opened" })),
  );
});

test("a drop of too many files: those beyond the limit are named, a folder among them as one", async () => {
  const many = Array.from({ length: 2001 }, (_, i) => fileEntry(`/n/${i}.txt`));
  const dropped = drop(folderEntry("/n", many), folderEntry("/m", many), fileEntry("/z.txt"));
  const { files, bad } = await filesOf(dropped, strings("en").t);
  assert.equal(files.length, 2000);
  assert.deepEqual(
    bad.map((item) => item.where),
    ["n/2000.txt", "m", "z.txt"],
  );
  assert.match(bad[0].message, /2,000 files/);
});

test("the words of a language carry its direction, its plurals and its own figures", () => {
  assert.equal(strings("ar").dir, "rtl");
  assert.equal(strings("de-AT").t("diff.conflicts", { n: 2 }), "Zwei Widersprüche");
  assert.equal(strings("ar").t("event.articles", { n: 2 }), "مقالان.");
  assert.equal(strings("ar").t("event.articles", { n: 5 }), "عدد المقالات: 5.");
  assert.equal(strings("xx").t("diff.conflicts", { n: 1 }), "One conflict");
});

test("the views can be imported where there is no page", async () => {
  assert.equal(globalThis.HTMLElement, undefined);
  for (const file of ["lib/stage.js", "views/comparison.js", "lib/drawing.js", "lib/export.js"])
    await import(new URL(`../../web/${file}`, import.meta.url));
});
