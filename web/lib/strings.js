// strings.js — every word the page itself says, in one table. `{name}` is filled in; an entry with
// forms is chosen by Intl.PluralRules on `n`.

const en = {
  "nav.event": "Event",
  "nav.differences": "Differences",
  "nav.article": "Article",
  "nav.alone": "One source alone",
  "nav.facts": "Facts",
  "nav.figures": "Figures",
  "nav.people": "People",
  "nav.quotes": "Quotes",
  "nav.copies": "Copies",
  "nav.time": "Time",
  "nav.label": "Views of this comparison",

  "event.who": "Who",
  "event.where": "Where",
  "event.when": "When",
  "event.org": "Organisations",
  "event.articles": { one: "{N} article.", other: "{N} articles." },
  "event.lines": {
    one: "{N} articles, one independent line.",
    other: "{N} articles, {L} independent lines.",
  },
  "event.lines.sub": "Copies of one text count as one witness.",
  "event.nolines": "No two of them share a longer passage.",
  "event.shared": {
    one: "{list} share a passage word for word.",
    other: "{list} share {n} passages word for word.",
  },
  "event.sources": "Sources",
  "event.glance": "In short",
  "glance.differ": "{list}",
  "glance.nodiff": "No figure, date, name or quote differs",
  "glance.shared": { one: "{N} fact told by two or more", other: "{N} facts told by two or more" },
  "glance.alone": { one: "{N} thing only one of them tells", other: "{N} things only one of them tells" },
  "glance.fits": {
    one: "{N} pair that looks different and is not",
    other: "{N} pairs that look different and are not",
  },
  "glance.quotes": {
    one: "{N} utterance quoted by more than one",
    other: "{N} utterances quoted by more than one",
  },
  "event.several": "These articles do not report one event but {W}. Each is compared on its own.",
  "event.pile": "Event {n} of {of}",
  "event.single": "One article alone has nothing to be compared with.",
  "event.single.do":
    "Its names, quotes and figures are listed below. Add a second article on the same event to see where they differ.",
  "source.words": { one: "{n} word", other: "{n} words" },
  "source.undated": "no date given",
  "source.borrowed": "{date}, borrowed from the others",
  "source.shares": { one: "shares a passage with {list}", other: "shares {n} passages with {list}" },
  "source.credits": "credits {list}",
  "source.stub": "cut short: nothing is said to be missing from it",
  "source.read": "Read {name}",
  "source.original": "original",
  "source.language": "not English: compared for shared passages, names, figures and dates only",

  "diff.title": "Where they differ",
  "diff.none": "No figure, date, name or quote differs.",
  "diff.none.sub": {
    one: "One fact told by two or more articles was held against each other.",
    other:
      "{n} facts told by two or more articles were held against each other. What only one tells is listed below.",
  },
  "diff.none.thin": "No fact is told by two of them in words close enough to be set side by side.",
  "diff.yellow": "Yellow marks the words that differ, here and in every view.",
  "diff.conflicts": { one: "{N} conflict", other: "{N} conflicts" },
  "diff.smaller": { one: "{N} smaller difference", other: "{N} smaller differences" },
  "diff.see": "See the words",
  "diff.hide": "Hide the words",
  "diff.look": "Looks different, is not",
  "diff.look.sub": "Held against each other, and found to fit.",
  "diff.more": "{n} more",

  "verdict.same": "Same.",
  "verdict.compatible": "Fits.",
  "verdict.update": "Later state.",
  "verdict.attributed_differently": "Who said it.",
  "verdict.worded_differently": "Other words.",
  "verdict.differs": "Different.",
  "verdict.conflict": "Conflict.",
  "verdict.only": "One source.",

  "ask.number": "How many?",
  "ask.number.of": "How many {of}?",
  "ask.money": "How much money?",
  "ask.percent": "How many per cent?",
  "ask.measure": "How much?",
  "ask.date": "When?",
  "ask.time": "At what time?",
  "ask.duration": "How long?",
  "ask.ordinal": "Which one in order?",
  "ask.ordinal.of": "Which {of} is it?",
  "ask.age": "How old?",
  "ask.place": "Where?",
  "ask.name": "What is the name?",
  "ask.speaker": "Who said it?",
  "ask.cause": "Why?",
  "ask.claim": "What is said?",
  "ask.worded_differently": "How is it put?",
  "ask.attributed_differently": "Who said it?",
  "ask.headline_body": "Does the headline fit its text?",

  "ev.title": "The words side by side",
  "ev.close": "Close",
  "ev.copy": "Copy link",
  "ev.copied": "Link copied",
  "ev.read": "Read it in place",
  "ev.also": "also",
  "ev.sentence": "{name}",

  "art.title": "Read one article",
  "art.sub":
    "Underlined words are told by others as well. The margin says what they add and what is missing here.",
  "art.pick": "Article",
  "art.same": "also told by others",
  "art.differs": "words that differ",
  "art.only": "only here",
  "art.damaged": "damaged text",
  "art.also": "Also in",
  "art.onlyhere": "Only here.",
  "art.nothere": "Not found here",
  "art.in": "in",
  "art.more": { one: "One more told by others", other: "{n} more told by others" },
  "art.damage": "Read as “{as}”.",
  "art.damage.open": "“{was}” is damaged and left as it is.",
  "art.map": "Where this article is shared",
  "art.desc.same": "also in {list}",
  "art.desc.differs": "differs: {list}",
  "art.desc.only": "only in this article",
  "art.summary": {
    one: "{shared} of its text is told by others; words differ in one place.",
    other: "{shared} of its text is told by others; words differ in {n} places.",
  },
  "art.summary.0": "{shared} of its text is told by others; no words differ.",

  "alone.title": "What only one tells, and what one lacks",
  "alone.sub":
    "“Not found here” means just that: the words were looked for and not found. It does not say why.",
  "alone.only": { one: "One thing only {name} tells", other: "{n} things only {name} tells" },
  "alone.only.0": "Nothing that only {name} tells",
  "alone.missing": {
    one: "Not found in {name}, told by others",
    other: "{n} not found in {name}, told by others",
  },
  "alone.missing.0": "Nothing missing that two others tell",
  "alone.stub": "Cut short by its publisher, so nothing is said to be missing.",

  "facts.title": "Who says what",
  "facts.sub":
    "One row a fact, one column a source. A number on yellow says which side a source takes. Every mark opens the words behind it.",
  "facts.fact": "Fact",
  "facts.differ": "They differ",
  "facts.agree": "They agree",
  "facts.one": "Told by one",
  "facts.same": "in the same words as another",
  "facts.own": "in its own words",
  "facts.side": "differs, with its side",
  "facts.no": "not found",
  "facts.none": "No fact is told by two of these articles.",
  "facts.cell.same": "{name}: same words",
  "facts.cell.own": "{name}: its own words",
  "facts.cell.side": "{name}: side {n}",
  "facts.cell.no": "{name}: not found",
  "facts.more": { one: "Show one more fact", other: "Show {n} more facts" },

  "fig.title": "Figures and dates",
  "fig.sub": "What is counted, who gives which value, and why the values do or do not agree.",
  "fig.what": "What is counted",
  "fig.given": "As given",
  "fig.reading": "Reading",
  "fig.rest": "Other figures",
  "fig.rest.sub": "Not set beside a figure of another article.",
  "fig.agreed": "Given alike",
  "fig.more": { one: "Show one more figure", other: "Show {n} more figures" },
  "fig.none": "No figure or date could be set beside another.",

  "people.title": "People and places",
  "people.sub": "The names and roles each source uses. Underwaved: repaired for matching, shown as written.",
  "people.single": "Named by one article",
  "people.name": "Name",
  "people.none": "not named",
  "people.PER": "People",
  "people.ORG": "Organisations",
  "people.LOC": "Places",
  "people.other": "Groups, events and other names",
  "people.more": { one: "Show one more name", other: "Show {n} more names" },
  "people.empty": "No names were found.",

  "quotes.title": "Who is quoted",
  "quotes.sub":
    "One utterance in several articles: the first line is the yardstick. Yellow words were put in, struck words are missing.",
  "quotes.rest": "Quoted by one article",
  "quotes.none": "Nobody is quoted in these articles.",
  "quotes.nogroup": "No utterance appears in two of these articles.",
  "quotes.nobody": "no speaker named",
  "quotes.direct": "in quotation marks",
  "quotes.indirect": "no quotation marks",
  "quotes.more": { one: "Show one more quote", other: "Show {n} more quotes" },

  "copies.title": "The same words",
  "copies.sub": "Passages two articles share word for word. Grey bands join the two places.",
  "copies.none": "No two of these articles share a longer passage word for word.",
  "copies.pair": "Pair",
  "copies.share": {
    one: "{p} of {name} is in one shared passage",
    other: "{p} of {name} is in {n} shared passages",
  },
  "copies.passages": "The passages",
  "copies.shared": { one: "shared passage", other: "shared passages" },
  "copies.pairs": "Pairs that share text",
  "copies.figure": "{a} above, {b} below; bands join passages they share",
  "copies.more": { one: "Show one more passage", other: "Show {n} more passages" },

  "time.title": "In time",
  "time.sub":
    "What happened when, as far as the words allow. Relative dates are read against the day each article gives.",
  "time.more": { one: "Show one more date", other: "Show {n} more dates" },
  "time.none": "No date could be placed.",
  "time.week": "week of {day}",
  "time.open": "Could not be placed",
  "time.open.sub":
    "A weekday that its own sentence contradicts, or one that the article's date does not settle.",

  "state.empty": "Drop two or more articles on one event.",
  "state.empty.sub": "Text, web pages, JSON or a list. They stay on this device; nothing is sent.",
  "state.work": { one: "Reading one article", other: "Comparing {W} articles" },
  "state.cancel": "Cancel",
  "state.cancelled": "Cancelled.",
  "state.cancelled.sub": "The comparison was stopped; nothing was lost.",
  "state.again": "Compare again",
  "state.failed": "This could not be compared.",
  "state.noengine": "The engine could not be started.",
  "state.done": { one: "Done. {N} article read.", other: "Done. {N} articles compared, {d}." },
  "state.done.diff": { zero: "no differences", one: "one difference", other: "{n} differences" },
  "stage.read": "Names, dates, figures and quotes",
  "stage.events": "One event or several",
  "stage.entities": "The same people and places",
  "stage.facts": "The same facts",
  "stage.verdicts": "Where they differ",
  "stage.quotes": "The same quotes",
  "stage.reuse": "The same words",
  "stage.omissions": "What one lacks",

  "problems.title": { one: "One input was not compared", other: "{N} inputs were not compared" },
  "problems.notes": "Notes",
  "problems.kept": { one: "The other article was kept.", other: "The other {n} articles were kept." },

  "list.and": "and",
  "more.less": "Show fewer",
  "keys.title": "By keyboard",
};

const tables = { en };
const WORDS = {
  en: [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
  ],
};

/** A table of words for a locale; falls back to English, word by word. */
export function strings(locale = "en") {
  const language = locale.toLowerCase().split("-")[0];
  const table = tables[language] ?? en;
  const code = !tables[language] || locale === "en" ? "en-GB" : locale; // 14 May 2024; A, B and C
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

  /** Days from one to another, as short as they can be said: a year, a month, "13–19 May 2024". */
  function range(from, to) {
    const [year, rest] = [from.slice(0, 4), from.slice(4)];
    if (rest === "-01-01" && to === `${year}-12-31`) return year;
    const last = new Date(Date.UTC(+year, +from.slice(5, 7), 0)).toISOString().slice(0, 10);
    if (from.endsWith("-01") && to === last) return month.format(Date.parse(from));
    return day.formatRange(Date.parse(from), Date.parse(to)).replace(/^(\d+)\s*–\s*(?=\d)/, "$1–"); // ICU versions differ
  }

  const word = (n) => WORDS[language]?.[n] ?? number.format(n);
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
    word,
    capital,
    list: (items) => list.format(items),
    percent: (share) => percent.format(share),
    number: (n) => number.format(n),
    week: (monday) => t("time.week", { day: day.format(Date.parse(monday)) }),
    month: (iso) => month.format(Date.parse(`${iso}-01`)),
    range,
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
