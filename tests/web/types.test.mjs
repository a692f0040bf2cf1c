// The package's types against what the engine writes: the golden files as fresh object literals, in which
// a key that the types do not know is an error as much as one that is missing; each union against the
// list in the schema; and what the types promise of an entry is there when it is imported.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build, root } from "./browsers.mjs";
import { VIEWS } from "./made.mjs";

const require = createRequire(import.meta.url);
const tsc = join(require.resolve("typescript/package.json"), "../bin/tsc");
const read = (path) => readFileSync(join(root, path), "utf8");

/** Programs that use the package as anybody would, by name; tsc reads all of them at once. */
const programs = {};

/** What tsc says of each program; under "" what it says of the types themselves. */
async function check() {
  const folder = mkdtempSync(join(tmpdir(), "crossread-types-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules/crossread"));
  for (const [name, text] of Object.entries(programs)) writeFileSync(join(folder, `${name}.mts`), text);
  const files = Object.keys(programs).map((name) => `${name}.mts`);
  const options =
    "--noEmit --strict --target es2022 --module node16 --skipDefaultLibCheck --pretty false".split(" ");
  let said = "";
  try {
    await promisify(execFile)(process.execPath, [tsc, ...options, ...files], { cwd: folder });
  } catch (error) {
    said = error.stdout || String(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const complaints = { "": "" };
  for (const complaint of said.split(/\n(?=\S)/).filter((line) => line.trim())) {
    const name = /^(\w+)\.mts\(/.exec(complaint)?.[1] ?? "";
    complaints[name] = `${complaints[name] ?? ""}${complaint}\n`;
  }
  return complaints;
}
let checked = null;
const complaints = async (name) => (await (checked ??= check()))[name] ?? "";

const linesOf = (event) => read(`tests/golden/${event}-extract.ndjson`).trim().split("\n");

/** The document that a golden file was laid out of; its articles are those of the extract. */
function documentOf(event) {
  const document = {};
  for (const line of read(`tests/golden/${event}.json`).trim().split("\n")) {
    const [, key, value] = /^(\w+): (.*)$/.exec(line);
    if (key === "crossread" || key === "lineage") document[key] = JSON.parse(value);
    else (document[key] ??= []).push(...(value === "none" ? [] : [JSON.parse(value)]));
  }
  document.articles = linesOf(event).map((line) => ({ text_made: false, ...JSON.parse(line), text: "…" }));
  return document;
}

for (const event of ["ferry", "putin-xi-2024", "study"]) {
  const name = event.replace(/\W/g, "_");
  const lines = linesOf(event).map((line, i) => `export const line${i}: ExtractLine = ${line};`);
  programs[name] = `import type { Comparison, ExtractLine } from "crossread";
export const document: Comparison = ${JSON.stringify(documentOf(event))};
${lines.join("\n")}
`;
  test(`what the engine writes of ${event} fits the types, key by key`, async () => {
    assert.equal(await complaints(name), "");
  });
}

const { $defs } = JSON.parse(read("src/json/schema.json"));
const { findings, quotes, omissions, reuse, damage, lineage, crossread } = $defs.comparison.properties;
const kindsIn = (list) => list.items.allOf.flatMap((part) => part.properties?.kind?.enum ?? []);
const UNIONS = {
  NameType: $defs.name_type.enum,
  DateSource: $defs.extract.properties.published_from.enum,
  TimeType: $defs.times.items.properties.type.enum,
  QuantityKind: $defs.quantities.items.properties.kind.enum,
  Hedge: $defs.quantities.items.properties.hedge.enum,
  Strength: $defs.article_quotes.items.properties.strength.enum,
  ProblemCode: $defs.error_record.properties.error.properties.code.enum,
  Verdict: $defs.verdict.enum,
  FindingKind: findings.items.properties.kind.enum,
  QuoteChange: quotes.items.properties.members.items.properties.change.enum,
  OmissionKind: omissions.items.properties.kind.enum,
  ReuseLevel: reuse.items.properties.level.enum,
  EditKind: reuse.items.properties.edits.items.properties.kind.enum,
  HiddenKind: lineage.properties.hidden.items.properties.kind.enum,
  DamageKind: kindsIn(damage),
  'Comparison["crossread"]["offsets"]': crossread.properties.offsets.enum,
  View: VIEWS,
};

const names = Object.keys(UNIONS).map((type) => type.split("[")[0]);
const records = Object.entries(UNIONS).map(([type, words], i) => {
  const all = words.map((word) => `${JSON.stringify(word)}: true`).join(", ");
  return `export const all${i}: Record<${type}, true> = { ${all} };`;
});
programs.unions = `import type { ${names.join(", ")} } from "crossread";\n${records.join("\n")}\n`;

test("each union has the words of the schema, no more and no fewer", async () => {
  assert.ok(Object.values(UNIONS).every((words) => words.length > 1));
  assert.equal(await complaints("unions"), "");
});

programs.use = `
import { createEngine, CrossReadElement, EngineError } from "crossread";
import "crossread/define";
import { createEngine as alone, type ExtractLine, type Place, type Verdict } from "crossread/engine";
// @ts-expect-error the element is no part of this entry
import { CrossReadElement as none } from "crossread/engine";
// @ts-expect-error no verdict
export const verdict: Verdict = "maybe";
// @ts-expect-error a key that no place has
export const place: Place = { article: "a", start: 0, end: 1, score: 1 };
// @ts-expect-error neither an article nor an error
export const line: ExtractLine = { id: "a" };

export async function use(element: CrossReadElement, file: Uint8Array) {
  const engine = await alone({ thread: "main" });
  const { articles, errors } = await engine.ingest("a.html", file);
  const result = await engine.compare(articles, { onProgress: ({ stage, done }) => [stage, done] });
  for (const item of [...errors, ...result.problems]) console.log(item.code, item.where);
  for (const one of await engine.extract(articles))
    console.log(one.error ? one.error.message : one.quotes[0]?.strength);
  for (const edge of result.lineage.edges) console.log(edge.evidence[0]?.places[0]?.start);
  element.engine = createEngine();
  element.articles = result.articles;
  element.result = result;
  element.addEventListener("cross-read-result", (event) => console.log(event.detail.result.coverage.length));
  element.go({ view: "article", article: "a", pile: "1" }, { focus: "a" });
  console.log(document.querySelector("cross-read")?.place.view, new EngineError("closed", "").code);
}
`;

test("what does not fit is refused, and a program as in the README is not", async () => {
  assert.equal(await complaints("use"), "");
});

const { declarations } = JSON.parse(read("web/custom-elements.json")).modules[0];
const named = (list) => list.map((item) => item.name);
const members = named(declarations[0].members).map((name) => `${name}: true`);
programs.manifest = `import type { CrossReadElement } from "crossread";
export const all: Record<Exclude<keyof CrossReadElement, keyof HTMLElement>, true> = { ${members.join(", ")} };
`;

test("custom-elements.json names the members that the types have", async () => {
  assert.equal(await complaints("manifest"), "");
});

test("custom-elements.json names attributes, events, slots, parts and properties as the sources have them", () => {
  const [element] = declarations;
  const script = read("web/crossread-element.js");
  const sources = ["lib/stage.js", ...readdirSync(join(root, "web/views")).map((name) => `views/${name}`)];
  const all = [script, ...sources.map((path) => read(`web/${path}`))].join("\n");
  const found = (text, pattern) => [...new Set([...text.matchAll(pattern)].map((match) => match[1]))].sort();
  const observed = JSON.parse(/observedAttributes = (\[.*\]);/.exec(script)[1]);
  const asked = found(script, /(?:get|has)Attribute\("(\w+)"/g);
  assert.deepEqual(named(element.attributes).sort(), [...new Set([...observed, ...asked])].sort());
  assert.deepEqual(
    named(element.events).sort(),
    found(all, /emit\("(\w+)"/g).map((name) => `cross-read-${name}`),
  );
  const slots = found(script, /h\("slot", \{ name: "(\w+)"/g);
  assert.deepEqual(named(element.slots).sort(), ["", ...slots]);
  assert.deepEqual(named(element.cssParts).sort(), found(all, /part: ["`](\w+)/g));
  const properties = found(read("web/crossread.css"), /var\((--cross-read-\w+)/g);
  assert.deepEqual(named(element.cssProperties).sort(), properties);
  const view = element.attributes.find((attribute) => attribute.name === "view");
  assert.ok(view.description.includes(VIEWS.join(", ")));
});

test("the types themselves stand", async () => assert.equal(await complaints(""), ""));

/** The names with a value that a file of types exports, those of the files it passes on included. */
function valuesOf(path) {
  const text = read(path);
  const own = [...text.matchAll(/^export (?:class|function|const) (\w+)/gm)].map((match) => match[1]);
  const passed = [...text.matchAll(/^export \* from "\.\/(\w+)\.js"/gm)].map((match) => match[1]);
  return [...own, ...passed.flatMap((name) => valuesOf(`web/${name}.d.ts`))];
}

for (const [entry, { types, default: file }] of Object.entries(JSON.parse(read("package.json")).exports))
  test(`${entry} exports what its types say`, async () => {
    const given = await import(pathToFileURL(join(build, file.replace("./build/", ""))));
    assert.deepEqual(Object.keys(given).sort(), valuesOf(types).sort());
    assert.ok("createEngine" in given && "EngineError" in given);
  });
