// Large articles: half a megabyte of ordinary sentences, read to the end; 10 MB of sentences beside good
// articles, of which the first 2,000 statements are compared; and one word of 2 MB. Where a bound bites a note
// says so; nothing else changes. The engine here is optimised, as it is in no native build of the tests.
//
// The 10 MB are long words, so that they are read in seconds: ordinary ones would take a minute.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const build =
  process.env.CROSSREAD_BUILD ??
  join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../../build");
const { createEngine } = await import(pathToFileURL(join(build, "npm/engine.js")));

const BYTES = 500_000;
const GIANT = 10_000_000;
const GIANT_WORD = 2_000_000;

// Paragraphs of `write(0)`, `write(1)` … up to `bytes`.
function filled(bytes, write) {
  const paragraphs = [];
  for (let i = 0, length = 0; length < bytes; ++i) {
    paragraphs.push(`${write(i)}\n\n`);
    length += paragraphs.at(-1).length;
  }
  return { text: paragraphs.join("").slice(0, bytes), count: paragraphs.length };
}

test("half a megabyte of sentences are read to the end", async () => {
  const { text, count } = filled(
    BYTES,
    (i) => `In village ${i} the fire service counted ${i % 97} houses, said Ana Holm.`,
  );
  const engine = await createEngine();
  const lines = await engine.extract([{ id: "long", text }]);
  engine.dispose();

  assert.equal(lines.length, 1);
  const [{ id, notes, quantities, mentions }] = lines;
  assert.equal(id, "long");
  assert.deepEqual(notes, []);
  // A figure and a name in each paragraph; the last one is cut anywhere.
  const houses = quantities.filter((q) => q.of === "houses");
  assert.ok(houses.length >= count - 1 && houses.length <= count, `${houses.length} of ${count} figures`);
  houses.forEach((q, i) => {
    if (q.value !== i % 97 || text.slice(q.start, q.end) !== String(i % 97)) {
      assert.fail(`figure ${i}: ${q.value} at “${text.slice(q.start, q.end)}”`);
    }
  });
  const names = mentions.filter((m) => text.slice(m.start, m.end) === "Ana Holm");
  assert.ok(names.length >= count - 1 && names.length <= count, `${names.length} of ${count} names`);
});

test("ten megabytes of sentences are read to the end, and their neighbours are whole", async () => {
  const long = [
    "counterrevolutionaries",
    "electroencephalographs",
    "incomprehensibilities",
    "straightforwardnesses",
  ];
  const { text } = filled(GIANT, (i) => {
    const word = (j) =>
      Array.from({ length: 12 }, (_, k) => long[(i + j * k + (i >> k)) % long.length]).join("");
    return `The ${i} ${Array.from({ length: 8 }, (_, j) => word(j)).join(" ")} stood still.`;
  });
  const good = [
    {
      id: "one",
      text: "Heavy rain flooded 40 houses in Norwick on Tuesday, Ana Holm of the fire service said.",
    },
    { id: "two", text: "Heavy rain flooded 42 houses in Norwick on Tuesday, the fire service said." },
  ];
  const engine = await createEngine();
  const alone = await engine.compare(good);
  const result = await engine.compare([...good, { id: "ten", text }]);
  engine.dispose();

  assert.deepEqual(result.problems, []);
  const [one, ten, two] = result.articles;
  assert.deepEqual([one.id, ten.id, two.id], ["one", "ten", "two"]);
  assert.deepEqual(ten.notes, []);
  assert.match(
    result.notes.find((note) => note.code === "statements_left_out")?.text ?? "",
    /^Of ten the first 2000 of \d{4} statements are compared\.$/,
  );
  assert.equal(ten.text.length, GIANT);
  // What is said of the two is what is said where they stand alone, and it is something.
  assert.deepEqual([one, two], alone.articles);
  assert.deepEqual(result.findings, alone.findings);
  assert.deepEqual(
    alone.findings.map((finding) => [finding.verdict, finding.values.map((side) => side.value)]),
    [["conflict", ["40", "42"]]],
  );
});

test("one word of two megabytes is cut, which is said, and the article beside it is whole", async () => {
  const good = {
    id: "good",
    text: "Heavy rain flooded 40 houses in Norwick on Tuesday, Ana Holm of the fire service said.",
  };
  const engine = await createEngine();
  const [alone] = await engine.extract([good]);
  const lines = await engine.extract([good, { id: "giant", text: "A".repeat(GIANT_WORD) }]);
  engine.dispose();

  assert.deepEqual(
    lines.map((line) => [line.id, line.notes.map((note) => note.code)]),
    [
      ["good", []],
      ["giant", ["long_word", "long_sentence"]],
    ],
  );
  assert.deepEqual(lines[0], alone);
  assert.equal(alone.quantities[0]?.value, 40);
});
