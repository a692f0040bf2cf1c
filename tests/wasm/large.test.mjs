// Large articles: 2 MB of ordinary sentences, read to the end, and one word of 10 MB beside a good article.
// Each is one line; where a bound bites a note says so in the line of its article; nothing else changes.
// The engine here is optimised, as it is in no native build of the tests. 10 MB of sentences, of which the
// last words are left out with a note, take a minute: CROSSREAD_TEST_LARGE=10000000 asks for them.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const build =
  process.env.CROSSREAD_BUILD ??
  join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../../build");
const { createEngine } = await import(pathToFileURL(join(build, "npm/engine.js")));

const BYTES = Number(process.env.CROSSREAD_TEST_LARGE ?? 2_000_000);
const GIANT = 10_000_000;
const WORDS = 2_000_000; // max_tokens of TextOptions, in src/text/document.h

test("megabytes of sentences are read up to the bound on words, which is said", async () => {
  const paragraphs = [];
  for (let i = 0, bytes = 0; bytes < BYTES; ++i) {
    paragraphs.push(`In village ${i} the fire service counted ${i % 97} houses, said Ana Holm.\n\n`);
    bytes += paragraphs.at(-1).length;
  }
  const text = paragraphs.join("").slice(0, BYTES);
  const engine = await createEngine();
  const lines = await engine.extract([{ id: "long", text }]);
  engine.dispose();

  assert.equal(lines.length, 1);
  const [{ id, notes, quantities, mentions }] = lines;
  assert.equal(id, "long");
  // Fourteen tokens a paragraph; a figure and a name in each.
  const cut = 14 * paragraphs.length > WORDS;
  const note = { from: "text", code: "too_many_tokens", text: `Only the first ${WORDS} words were read.` };
  assert.deepEqual(notes, cut ? [note] : []);
  const read = cut ? Math.floor(WORDS / 14) : paragraphs.length;
  const houses = quantities.filter((q) => q.of === "houses");
  assert.ok(houses.length >= read - 1 && houses.length <= read + 1, `${houses.length} figures`);
  houses.forEach((q, i) => {
    if (q.value !== i % 97 || text.slice(q.start, q.end) !== String(i % 97)) {
      assert.fail(`figure ${i}: ${q.value} at “${text.slice(q.start, q.end)}”`);
    }
  });
  const names = mentions.filter((m) => text.slice(m.start, m.end) === "Ana Holm");
  assert.ok(names.length >= read - 1 && names.length <= read + 1, `${names.length} names`);
});

test("one word of ten megabytes is cut, which is said, and the article beside it is whole", async () => {
  const good = {
    id: "good",
    text: "Heavy rain flooded 40 houses in Norwick on Tuesday, Ana Holm of the fire service said.",
  };
  const engine = await createEngine();
  const [alone] = await engine.extract([good]);
  const lines = await engine.extract([good, { id: "giant", text: "A".repeat(GIANT) }]);
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
