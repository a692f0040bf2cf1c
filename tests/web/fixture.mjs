// fixture.mjs — a comparison made by hand, with every part that interfaces name filled: what the views
// show can be tested without an engine, and before an engine fills it.
//
// A place is written as words of an article: at("a", "at least 12") is where they stand first.

const texts = {
  a: "Storm hits Port Alder\n\nAt least 12 people died when a storm hit Port Alder on Monday, the mayor, Ana Holm, said. The sea wall may have failed, according to engineers. “We will rebuild the wall,” Holm said.\n\nThe harbour was closed on 14 May 2024 and opens again within two weeks.",
  b: "At least 12 people died when a storm hit Port Alder on Monday, the mayor, Ana Holm, said. The sea wall has failed. “We will rebuild,” Holm said.\n\nThe port stays shut.",
  c: "Fifteen people were killed by the hurricane that struck PortAlder on Tuesday, officials said. The sea wall failed, the engineers said. Shops reopened in April.",
  d: "A tempest took 15 lives in Port Alder. Mayor Anna Holm blamed the sea wall.",
};
const sources = { a: "Northline", b: "The Herald", c: "DailyScope", d: "The Meridian" };

export const at = (article, words) => {
  const start = texts[article].indexOf(words);
  if (start < 0) throw new Error(`“${words}” does not stand in ${article}`);
  return { article, start, end: start + words.length };
};
const span = (article, words) => {
  const { start, end } = at(article, words);
  return [start, end];
};
const quote = (article, content, source, cue) => ({
  content: [span(article, content)],
  source: [span(article, source)],
  cue: [span(article, cue)],
  direct: true,
  speaker: null,
});
const time = (article, words, value, more = {}) => {
  const { start, end } = at(article, words);
  return { start, end, type: "DATE", value, ...more };
};

const times = {
  a: [
    time("a", "Monday", "2024-05-13"),
    time("a", "14 May 2024", "2024-05-14"),
    time("a", "within two weeks", null, { low: "2024-05-14", high: "2024-05-28", vague: true }),
  ],
  b: [time("b", "Monday", "2024-05-13")],
  c: [time("c", "Tuesday", "2024-05-14"), time("c", "April", "2024-04")],
  d: [],
};
const quotes = {
  a: [quote("a", "We will rebuild the wall,", "Holm", "said")],
  b: [quote("b", "We will rebuild,", "Holm", "said")],
  c: [],
  d: [],
};

const findings = [
  {
    id: "d0",
    kind: "number",
    verdict: "conflict",
    rule: "count",
    why: "“At least 12” begins at 12, “Fifteen” is 15.",
    confidence: 0.9,
    values: [
      { ...at("a", "12"), value: "12", unit: null },
      { ...at("b", "12"), value: "12", unit: null },
      { ...at("c", "Fifteen"), value: "15", unit: null },
      { ...at("d", "15"), value: "15", unit: null },
    ],
    evidence: [at("a", "At least 12 people died"), at("c", "Fifteen people were killed")],
    fact: "f0",
  },
  {
    id: "d1",
    kind: "date",
    verdict: "differs",
    rule: "day",
    why: "“Monday” is 2024-05-13, “Tuesday” is 2024-05-14: no day in common.",
    confidence: 0.55,
    values: [
      { ...at("a", "Monday"), value: "2024-05-13", unit: null },
      { ...at("c", "Tuesday"), value: "2024-05-14", unit: null },
    ],
    evidence: [at("a", "on Monday"), at("c", "on Tuesday")],
    fact: "f0",
  },
];

/** The document as `engine.compare` gives it. */
export const comparison = () =>
  structuredClone({
    crossread: { version: "0.0.0", schema: 1, offsets: "utf16", options: {}, sha256: "0".repeat(64) },
    articles: Object.keys(texts).map((id) => ({
      id,
      source: sources[id],
      title: id === "d" ? "A tempest in Port Alder" : null,
      published: { a: "2024-05-14", b: "2024-05-14", c: "2024-05-15", d: null }[id],
      published_from: id === "d" ? "none" : "given",
      url: id === "a" ? "https://northline.example/storm" : null,
      language: "en",
      stub: false,
      agencies: [],
      notes: [],
      text_made: false,
      text: texts[id],
      mentions: [],
      entities: [],
      times: times[id],
      quantities: [],
      quotes: quotes[id],
    })),
    events: [{ id: "v0", articles: Object.keys(texts) }],
    entities: [
      {
        id: "x0",
        type: "PER",
        name: "Ana Holm",
        mentions: [at("a", "Ana Holm"), at("b", "Ana Holm")],
        roles: [at("a", "the mayor")],
        merges: [],
      },
      {
        id: "x1",
        type: "PER",
        name: "Anna Holm",
        mentions: [at("d", "Anna Holm")],
        roles: [at("d", "Mayor")],
        merges: [],
      },
      {
        id: "x2",
        type: "LOC",
        name: "Port Alder",
        mentions: ["a", "b", "d"].map((a) => at(a, "Port Alder")),
        roles: [],
        merges: [],
      },
    ],
    facts: [
      {
        id: "f0",
        verdict: "conflict",
        members: [
          at("a", "At least 12 people died when a storm hit Port Alder on Monday"),
          at("b", "At least 12 people died when a storm hit Port Alder on Monday"),
          at("c", "Fifteen people were killed by the hurricane that struck PortAlder on Tuesday"),
          at("d", "A tempest took 15 lives in Port Alder"),
        ],
        origins: 3,
        importance: 2,
      },
      {
        id: "f1",
        verdict: "same",
        members: [
          at("a", "The sea wall may have failed, according to engineers"),
          at("b", "The sea wall has failed"),
          at("c", "The sea wall failed, the engineers said"),
        ],
        origins: 2,
        importance: 1,
      },
      {
        id: "f2",
        verdict: "only",
        members: [at("c", "Shops reopened in April")],
        origins: 1,
        importance: 0.2,
      },
    ],
    findings,
    quotes: [
      {
        id: "q0",
        members: [
          { article: "a", quote: 0, change: "verbatim" },
          { article: "b", quote: 0, change: "cut" },
        ],
      },
    ],
    timeline: [
      { value: "2024-04", low: "2024-04-01", high: "2024-04-30", members: [at("c", "April")] },
      {
        value: "2024-05-13",
        low: "2024-05-13",
        high: "2024-05-13",
        members: [at("a", "Monday"), at("b", "Monday")],
      },
      {
        value: "2024-05-14",
        low: "2024-05-14",
        high: "2024-05-14",
        members: [at("a", "14 May 2024"), at("c", "Tuesday")],
      },
      {
        value: "2024-05-14/2024-05-28",
        low: "2024-05-14",
        high: "2024-05-28",
        members: [at("a", "within two weeks")],
      },
    ],
    omissions: [
      {
        fact: "f1",
        kind: "fact",
        told: at("c", "The sea wall failed, the engineers said"),
        missing_in: "d",
        at: null,
        confidence: 0.9,
      },
      {
        fact: "f1",
        kind: "hedge",
        told: at("a", "may have failed"),
        missing_in: "b",
        at: at("b", "has failed"),
        confidence: 0.8,
      },
      {
        fact: "f1",
        kind: "attribution",
        told: at("a", "according to engineers"),
        missing_in: "b",
        at: at("b", "The sea wall has failed"),
        confidence: 0.7,
      },
      {
        fact: null,
        kind: "clause",
        told: at("a", "and opens again within two weeks"),
        missing_in: "b",
        at: null,
        confidence: 0.3,
      },
    ],
    reuse: [
      {
        a: at(
          "a",
          "At least 12 people died when a storm hit Port Alder on Monday, the mayor, Ana Holm, said.",
        ),
        b: at(
          "b",
          "At least 12 people died when a storm hit Port Alder on Monday, the mayor, Ana Holm, said.",
        ),
        level: "verbatim",
      },
      {
        a: at("a", "The sea wall may have failed, according to engineers."),
        b: at("c", "The sea wall failed, the engineers said."),
        level: "edited",
      },
    ],
    lineage: {
      origins: [["a", "b"], ["c"], ["d"]],
      hidden: [{ id: "h0", kind: "unseen", name: "Coast Wire" }],
      edges: [
        {
          from: "a",
          to: "b",
          confidence: 0.9,
          evidence: [
            {
              rule: "copied",
              why: "A whole sentence stands in both.",
              places: [at("a", "At least 12 people died"), at("b", "At least 12 people died")],
            },
          ],
        },
        { from: "h0", to: "c", confidence: 0.8, evidence: [] },
        { from: "c", to: "d", confidence: 0.4, evidence: [] },
      ],
    },
    wording: [
      {
        referent: "the storm",
        terms: [at("a", "a storm"), at("b", "a storm"), at("c", "the hurricane"), at("d", "A tempest")],
      },
    ],
    reporting: [
      {
        article: "a",
        verbs: [{ strength: "neutral", places: [at("a", "said")] }],
        hedges: [at("a", "may have")],
        agentless: [],
      },
      {
        article: "d",
        verbs: [{ strength: "accuse", places: [at("d", "blamed")] }],
        hedges: [],
        agentless: [],
      },
    ],
    damage: [{ ...at("c", "PortAlder"), kind: "glued", repair: "Port Alder" }],
    brief: [
      {
        ...at(
          "a",
          "At least 12 people died when a storm hit Port Alder on Monday, the mayor, Ana Holm, said.",
        ),
        facts: [
          {
            fact: "f0",
            supporters: ["a", "b"],
            dissenters: ["c", "d"],
            clause: at("a", "At least 12 people died"),
            values: [
              { ...at("a", "12"), value: "12", unit: null },
              { ...at("c", "Fifteen"), value: "15", unit: null },
            ],
          },
        ],
      },
      {
        ...at("c", "The sea wall failed, the engineers said."),
        facts: [{ fact: "f1", supporters: ["a", "b", "c"], dissenters: [] }],
      },
    ],
    notes: [],
    problems: [],
  });
