// strings.js — the page's words for a language: a table of strings/ with plurals, numbers, lists and
// dates as that language writes them. What a table lacks is said in English.

import ar from "../strings/ar.js";
import de from "../strings/de.js";
import en from "../strings/en.js";

export const tables = { en, de, ar };
const FROM_THE_RIGHT = new Set(["ar"]);
// 14 May 2024; A, B and C; and figures as the articles write them
const CODES = { en: "en-GB", de: "de", ar: "ar-u-nu-latn" };

/** A table of words for a locale; falls back to English, word by word. */
export function strings(locale = "en") {
  const language = locale.toLowerCase().split("-")[0];
  const table = tables[language] ?? en;
  const said = tables[language] ? language : "en";
  const code = locale === said || said === "ar" || !tables[language] ? CODES[said] : locale;
  const small = table["number.words"]?.split(" ") ?? [];
  const plural = new Intl.PluralRules(code);
  const number = new Intl.NumberFormat(code);
  const percent = new Intl.NumberFormat(code, { style: "percent" });
  const list = new Intl.ListFormat(code, { type: "conjunction" });
  const day = new Intl.DateTimeFormat(code, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });

  const month = new Intl.DateTimeFormat(code, { month: "long", year: "numeric", timeZone: "UTC" });

  /** Labels of an axis: days where it is short, months where it is long. */
  function tick([from, to]) {
    const days = (to - from) / 86_400_000;
    const look = days < 120 ? { day: "numeric", month: "short" } : { month: "short", year: "numeric" };
    const format = new Intl.DateTimeFormat(code, { ...look, timeZone: "UTC" });
    return (date) => format.format(date);
  }

  /** Days from one to another, as short as they can be said: a year, a month, "13–19 May 2024". */
  function range(from, to) {
    const [year, rest] = [from.slice(0, 4), from.slice(4)];
    if (rest === "-01-01" && to === `${year}-12-31`) return year;
    const last = new Date(Date.UTC(+year, +from.slice(5, 7), 0)).toISOString().slice(0, 10);
    if (from.endsWith("-01") && to === last) return month.format(Date.parse(from));
    return day.formatRange(Date.parse(from), Date.parse(to)).replace(/^(\d+)\s*–\s*(?=\d)/, "$1–"); // ICU versions differ
  }

  const collator = new Intl.Collator(code);
  const word = (n) => small[n] ?? number.format(n);
  const capital = (text) => text.charAt(0).toLocaleUpperCase(code) + text.slice(1);

  function t(key, values = {}) {
    let entry = table[key] ?? en[key];
    if (entry === undefined) return null;
    if (typeof entry === "object") {
      entry = (values.n === 0 && entry.zero) || entry[plural.select(values.n ?? 0)] || entry.other;
    }
    const all = { N: capital(word(values.n ?? 0)), W: word(values.n ?? 0), ...values };
    return entry.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = all[name];
      if (value === undefined) return whole;
      return typeof value === "number" ? number.format(value) : value;
    });
  }
  return {
    t,
    language: said,
    dir: FROM_THE_RIGHT.has(said) ? "rtl" : "ltr",
    word,
    capital,
    compare: (a, b) => collator.compare(a, b),
    list: (items) => list.format(items),
    percent: (share) => percent.format(share),
    number: (n) => number.format(n),
    week: (monday) => t("time.week", { day: day.format(Date.parse(monday)) }),
    month: (iso) => month.format(Date.parse(`${iso}-01`)),
    range,
    tick,
    /** A sentence of the engine, its dates as the page says them; what it quotes stays as it is. */
    said: (text) =>
      text.replace(
        /“[^”]*”|(?<![\w-])(\d{4}-\d{2}-\d{2})(?: to (\d{4}-\d{2}-\d{2}))?(?![\w-])/g,
        (whole, from, to) => {
          if (!from || Number.isNaN(Date.parse(from)) || (to && !(Date.parse(to) >= Date.parse(from))))
            return whole;
          return to ? range(from, to) : day.format(Date.parse(from));
        },
      ),
    date(iso) {
      const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "");
      return match ? day.format(Date.UTC(+match[1], match[2] - 1, +match[3])) : null;
    },
  };
}
