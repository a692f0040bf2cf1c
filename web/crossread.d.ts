// Types of the three entry points: ".", "./define" and "./engine".

export interface Span {
  start: number;
  end: number;
}
export interface Place extends Span {
  article: string;
}

/** What goes in. Only `text` is needed. */
export interface ArticleInput {
  id?: string;
  source?: string;
  title?: string;
  published?: string | null;
  url?: string;
  text: string;
}

export interface Note {
  code: string;
  text: string;
}
export interface Problem {
  code: string;
  where: string;
  message: string;
}

export type Verdict =
  | "same"
  | "compatible"
  | "update"
  | "attributed_differently"
  | "worded_differently"
  | "differs"
  | "conflict"
  | "only";

export interface Article {
  id: string;
  source: string | null;
  title: string | null;
  published: string | null;
  published_from: "given" | "text" | "siblings" | "none";
  language: string;
  url: string | null;
  text: string;
  notes: Note[];
  mentions: (Span & { type: string; entity: string | null })[];
  entities: { id: string; type: string; name: string; aliases: string[]; roles: string[] }[];
  times: (Span & { type: "DATE" | "TIME" | "DURATION" | "SET"; value: string | null })[];
  quantities: (Span & {
    kind: string;
    value: number | null;
    unit: string | null;
    low: number | null;
    high: number | null;
    of: string | null;
  })[];
  quotes: {
    content: [number, number][];
    source: [number, number][];
    cue: [number, number][];
    direct: boolean;
    speaker: string | null;
  }[];
}

export interface Finding {
  id: string;
  kind: string;
  verdict: Verdict;
  rule: string;
  why: string;
  confidence: number;
  values: (Place & { value: string | null; unit: string | null })[];
  evidence: Place[];
  fact: string | null;
}

/** The document of `crossread compare --format json`; every offset in UTF-16: `text.slice(start, end)`. */
export interface Comparison {
  crossread: { version: string; schema: number; options: Record<string, number>; sha256: string };
  articles: Article[];
  events: { id: string; articles: string[] }[];
  entities: {
    id: string;
    type: string;
    name: string;
    mentions: Place[];
    roles: Place[];
    merges: { rule: string; a: Place; b: Place }[];
  }[];
  facts: { id: string; verdict: Verdict; members: Place[]; origins: number; importance: number }[];
  findings: Finding[];
  quotes: { id: string; members: { article: string; quote: number; change?: string }[] }[];
  timeline: { value: string | null; low: string | null; high: string | null; members: Place[] }[];
  omissions: {
    fact: string | null;
    kind: string;
    told: Place;
    missing_in: string;
    at: Place | null;
    confidence: number;
  }[];
  reuse: { a: Place; b: Place; level: string }[];
  damage: (Place & { kind: string; repair: string | null })[];
  lineage?: {
    origins: string[][];
    hidden: { id: string }[];
    edges: { from: string; to: string; confidence: number; evidence: Place[] }[];
  };
  wording?: { referent: string; terms: Place[] }[];
  brief?: (Place & { facts: { fact: string; supporters: string[]; dissenters: string[] }[] })[];
  notes: Note[];
  /** What could not be read, and why; the rest was compared. */
  problems: Problem[];
}

export interface Progress {
  stage: string;
  done: number;
}
export interface RunOptions {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}
export interface EngineOptions {
  workerUrl?: string;
  thread?: "auto" | "main";
}

export class EngineError extends Error {
  code: "aborted" | "wasm-blocked" | "crashed" | "closed";
}

export interface Engine {
  readonly version: string;
  readonly thread: "worker" | "main" | "closed";
  compare(articles: Iterable<ArticleInput>, options?: RunOptions): Promise<Comparison>;
  extract(articles: Iterable<ArticleInput>, options?: RunOptions): Promise<Article[]>;
  ingest(
    name: string,
    bytes: ArrayBuffer | Uint8Array,
    options?: RunOptions,
  ): Promise<{ articles: ArticleInput[]; errors: Problem[] }>;
  dispose(): void;
}
export function createEngine(options?: EngineOptions): Promise<Engine>;

export interface Address {
  view?: string;
  article?: string;
  finding?: string;
  fact?: string;
  /** "a~b": article b beside a; "a~*": all the others. */
  pair?: string;
  /** An offset in the article: the paragraph that is meant. */
  at?: string;
  /** Less certain findings are shown as well. */
  all?: string;
}

/** What a reader has put right, named by the words it is about. */
export type Correction =
  | { kind: "reject"; finding: { kind: string; places: Place[] } }
  | { kind: "merge"; a: Place; b: Place }
  | { kind: "split"; mentions: Place[] };

export interface Report {
  report: 1;
  label: string;
  corrections: Correction[];
  result: Comparison;
}

export interface CrossReadEventMap extends HTMLElementEventMap {
  "cross-read-ready": CustomEvent<void>;
  "cross-read-progress": CustomEvent<Progress>;
  "cross-read-result": CustomEvent<{ result: Comparison }>;
  "cross-read-select": CustomEvent<Address>;
  "cross-read-correct": CustomEvent<{ corrections: Correction[] }>;
  "cross-read-error": CustomEvent<{ code: string; message: string }>;
}

export class CrossReadElement extends HTMLElement {
  articles: ArticleInput[] | null;
  result: Comparison | null;
  src: string;
  view: string;
  base: string;
  locale: string;
  loading: "lazy" | "eager";
  label: string;
  engine?: Engine | Promise<Engine>;
  corrections: Correction[];
  /** Given by a page that can write itself with a report in it; then export("html") works. */
  makePage: ((report: Report) => string) | null;
  export(
    format: "html" | "json" | "csv" | "markdown" | "annotations",
  ): { name: string; type: string; text: string } | null;
  readonly place: Address;
  compare(): Promise<Comparison | null>;
  cancel(): void;
  go(place: Address): void;
  addEventListener<K extends keyof CrossReadEventMap>(
    type: K,
    listener: (event: CrossReadEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "cross-read": CrossReadElement;
  }
}
