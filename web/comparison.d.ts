// The shapes of what goes in and comes out. src/json/schema.json describes the same; tests/web/types.test.mjs
// holds both to each other and to what the engine writes.

export interface Span {
  start: number;
  end: number;
}
/** Words of one article; `article` is its id. */
export interface Place extends Span {
  article: string;
}
export type Pair = [start: number, end: number];

/** What goes in. Only `text` is needed. What `ingest` gives fits as it is. */
export interface ArticleInput {
  id?: string | number | null;
  source?: string | null;
  title?: string | null;
  /** ISO date, or date-time with its zone. */
  published?: string | null;
  url?: string | null;
  text: string;
  /** The text was made from a file; then `notes` says how. */
  text_made?: boolean;
  notes?: Note[];
}

/** An article read from a file, as `compare` takes it. */
export interface IngestedArticle {
  id: string;
  source: string | null;
  title: string | null;
  published: string | null;
  url: string | null;
  text_made: boolean;
  notes: Note[];
  text: string;
}

export interface Note {
  /** How the text was made (ingest) or read (text); absent for the comparison itself. */
  from?: "ingest" | "text";
  code: string;
  text: string;
}

export type ProblemCode =
  "empty" | "binary" | "encoding" | "too_large" | "syntax" | "missing" | "duplicate" | "unreadable" | "usage";

export interface Problem {
  /** "foreign": an address in `src` on another site. */
  code: ProblemCode | "foreign";
  where: string;
  /** English. */
  message: string;
  /** Of an address in `src`: what the browser said, where it said something. */
  detail?: string;
}

export type NameType = "PER" | "ORG" | "LOC" | "NORP" | "EVENT" | "FAC" | "WORK" | "LAW" | "PRODUCT";
export type DateSource = "none" | "given" | "text" | "siblings";
export type TimeType = "DATE" | "TIME" | "DURATION" | "SET";
export type QuantityKind =
  "MONEY" | "PERCENT" | "POINTS" | "COUNT" | "MEASURE" | "AGE" | "ORDINAL" | "SCORE" | "RATE";
export type Hedge = "about" | "nearly" | "just_over" | "more_than" | "at_least" | "less_than" | "up_to";
/** Of a verb of saying. */
export type Strength = "neutral" | "claim" | "deny" | "admit" | "accuse" | "promise" | "ask";

// ---- one article alone --------------------------------------------------------------------------

export interface Mention extends Span {
  type: NameType;
  /** "e0": into the article's entities. */
  entity: string | null;
}

export interface Entity {
  id: string;
  type: NameType;
  name: string;
  aliases: string[];
  roles: string[];
}

export interface Time extends Span {
  type: TimeType;
  /** TIMEX3; null where it must stay open. */
  value: string | null;
  /** First and last day, "2024-05-14", where they are known. */
  low?: string;
  high?: string;
  /** Of a duration. */
  low_days?: number | null;
  high_days?: number | null;
  /** Needed the day of publication. */
  relative?: true;
  vague?: true;
  /** A weekday that cannot be meant by this dateline. */
  stale?: true;
}

export interface Quantity extends Span {
  kind: QuantityKind;
  /** null for a range and for words without a number. */
  value: number | null;
  unit: string | null;
  /** What the words allow, hedge and rounding applied; null where there is no bound. */
  low: number | null;
  high: number | null;
  /** What is counted, as written. */
  of: string | null;
  hedge?: Hedge;
}

export interface Quote {
  content: Pair[];
  source: Pair[];
  cue: Pair[];
  /** Who passed it on: "told Reuters". */
  via?: Pair[];
  direct: boolean;
  speaker: string | null;
  strength: Strength;
  /** Goes on from the quotation before it. */
  carried_over?: true;
}

export interface ArticleLayers {
  id: string;
  source: string | null;
  title: string | null;
  published: string | null;
  published_from: DateSource;
  url: string | null;
  /** ISO 639-1; "und" where there is too little to tell. */
  language: string;
  /** Cut off: never said to leave anything out. */
  stub: boolean;
  agencies: string[];
  notes: Note[];
  mentions: Mention[];
  entities: Entity[];
  times: Time[];
  quantities: Quantity[];
  quotes: Quote[];
}

/** An article of a comparison. */
export interface Article extends ArticleLayers {
  /** The text is not the file's own bytes. */
  text_made: boolean;
  text: string;
}

/** One article of `extract`. Its text is there only where ingest made it. */
export interface ExtractedArticle extends ArticleLayers {
  text_made?: boolean;
  text?: string;
  error?: undefined;
}

/** An article that could not be read. */
export interface ExtractError {
  id?: string;
  error: Problem;
}

export type ExtractLine = ExtractedArticle | ExtractError;

// ---- the comparison -----------------------------------------------------------------------------

export type Verdict =
  | "same"
  | "compatible"
  | "update"
  | "attributed_differently"
  | "worded_differently"
  | "differs"
  | "conflict"
  | "only";

export type FindingKind =
  | "number"
  | "money"
  | "percent"
  | "measure"
  | "date"
  | "time"
  | "duration"
  | "ordinal"
  | "age"
  | "place"
  | "name"
  | "speaker"
  | "cause"
  | "claim"
  | "headline_body";

/** Against the fullest rendering of the group, which is verbatim itself. */
export type QuoteChange =
  | "verbatim"
  | "cut"
  | "clause_deleted"
  | "hedge_deleted"
  | "edited"
  | "paraphrase"
  | "marks_lost"
  | "to_indirect"
  | "speaker_swapped";

export type OmissionKind = "fact" | "clause" | "hedge" | "attribution" | "voice";
/** The same words in the same order; most words kept; the same content in other words. */
export type ReuseLevel = "verbatim" | "edited" | "paraphrase";
export type EditKind = "insert" | "delete" | "replace";
/** Shown to be missing, or named in a credit; nothing tells which of two texts came first. */
export type HiddenKind = "unseen" | "undecided";

export type DamageKind =
  | "glued"
  | "misspelt"
  | "stray_mark"
  | "lost_quote"
  | "odd_character"
  | "lost_stop"
  | "lost_word"
  | "odd_word"
  | "mistranslated"
  | "altered_name";

/** What one side says, and the words that say it. */
export interface SideValue extends Place {
  value: string | null;
  unit: string | null;
}

/** A name across articles. */
export interface SharedEntity {
  id: string;
  type: NameType;
  name: string;
  mentions: Place[];
  roles: Place[];
  merges: { rule: string; a: Place; b: Place }[];
}

/** Clauses that tell the same thing. */
export interface Fact {
  id: string;
  verdict: Verdict;
  members: Place[];
  /** Independent lines that tell it; copies count once. */
  origins: number;
  importance: number;
}

export interface Finding {
  id: string;
  kind: FindingKind;
  verdict: Verdict;
  rule: string;
  why: string;
  confidence: number;
  values: SideValue[];
  evidence: Place[];
  fact: string | null;
}

/** Renderings of one utterance; `quote` is an index into the quotes of that article. */
export interface QuoteGroup {
  id: string;
  members: { article: string; quote: number; change: QuoteChange }[];
}

export interface TimelineEntry {
  value: string | null;
  low: string | null;
  high: string | null;
  members: Place[];
}

export interface Omission {
  fact: string | null;
  kind: OmissionKind;
  told: Place;
  missing_in: string;
  /** What stands there instead. */
  at: Place | null;
  confidence: number;
}

export interface Reuse {
  a: Place;
  b: Place;
  level: ReuseLevel;
  /** The same for every pair that renders the same passage. */
  passage: string;
  /** Of an edited passage, in order; an empty span is the place where nothing stands. */
  edits: { kind: EditKind; a: Pair; b: Pair }[];
}

/** Share of the words of `of`, outside quotation marks, that stand in `in`. */
export interface Coverage {
  of: string;
  in: string;
  verbatim: number;
  edited: number;
  paraphrase: number;
}

export interface LineageEdge {
  /** The source and what was made from it; ids of articles or of hidden sources. */
  from: string;
  to: string;
  confidence: number;
  evidence: { rule: string; why: string; places: Place[] }[];
}

export interface Lineage {
  /** Families: articles of one descent. Every article is in exactly one. */
  origins: string[][];
  hidden: { id: string; kind: HiddenKind; name: string | null }[];
  edges: LineageEdge[];
}

/** How one article reports. */
export interface Reporting {
  article: string;
  verbs: { strength: Strength; places: Place[] }[];
  hedges: Place[];
  agentless: Place[];
}

/** A sentence of an article, and who tells what it says. */
export interface BriefSentence extends Place {
  facts: {
    fact: string | null;
    supporters: string[];
    dissenters: string[];
    clause: Place;
    values: SideValue[];
  }[];
}

/** The document of `crossread compare --format json`. From this engine its offsets are UTF-16: `text.slice(start, end)`. */
export interface Comparison {
  /** Of the event, in a batch. */
  id?: string;
  crossread: {
    version: string;
    schema: 1;
    offsets: "utf8" | "utf16";
    options: Record<string, number>;
    /** Of the input. */
    sha256: string;
  };
  articles: Article[];
  events: { id: string; articles: string[] }[];
  entities: SharedEntity[];
  facts: Fact[];
  findings: Finding[];
  quotes: QuoteGroup[];
  timeline: TimelineEntry[];
  omissions: Omission[];
  reuse: Reuse[];
  coverage: Coverage[];
  lineage: Lineage;
  wording: { referent: string; terms: Place[] }[];
  reporting: Reporting[];
  damage: (Place & { kind: DamageKind; repair: string | null })[];
  brief: BriefSentence[];
  notes: Note[];
  /** What could not be read, and why; the rest was compared. The program says it on its standard error. */
  problems?: Problem[];
}

/** What `compare` gives. */
export interface ComparisonResult extends Comparison {
  problems: Problem[];
}
