// Bytes of every table and all weights, as they are and after brotli, largest first.
//
//     node tools/table_sizes.mjs [LIMIT]      with a limit in kB: fails where all together need more
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const folder = fileURLToPath(new URL("../src/tables/", import.meta.url));
const limit = Number(process.argv[2] ?? Infinity);
// One below the best: not two parts in a hundred more, in less than half of the time.
const packing = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };
const kB = (bytes) => (bytes / 1000).toFixed(1).padStart(7);

const sizes = readdirSync(folder)
  .filter((name) => /\.(tsv|bin)$/.test(name))
  .map((name) => {
    const bytes = readFileSync(folder + name);
    return { name, raw: bytes.length, packed: brotliCompressSync(bytes, packing).length };
  })
  .sort((a, b) => b.packed - a.packed);
const sum = (key) => sizes.reduce((all, size) => all + size[key], 0);

console.log(" brotli      raw");
for (const { name, raw, packed } of sizes) console.log(`${kB(packed)}  ${kB(raw)}  ${name}`);
console.log(`${kB(sum("packed"))}  ${kB(sum("raw"))}  all ${sizes.length}, in kB`);
if (sum("packed") > limit * 1000) {
  console.error(`more than ${limit} kB`);
  process.exit(1);
}
