// Types of the entries "." and "./define": the element, and all of engine.d.ts.

import type {
  ArticleInput,
  Comparison,
  ComparisonResult,
  Engine,
  FindingKind,
  Place,
  Progress,
} from "./engine.js";

export * from "./engine.js";

/** The views in the order of the page. */
export type View =
  | "event"
  | "differences"
  | "brief"
  | "article"
  | "pair"
  | "alone"
  | "facts"
  | "figures"
  | "time"
  | "people"
  | "quotes"
  | "wording"
  | "copies"
  | "lineage"
  | "damage"
  | "keep";

/** Where a reader is. */
export interface Address {
  view?: View;
  article?: string;
  finding?: string;
  fact?: string;
  /** "a~b": article b beside a; "a~*": all the others. */
  pair?: string;
  /** An offset in the article: the paragraph that is meant. */
  at?: string;
  /** Less certain findings are shown as well. */
  all?: "1" | "";
  /** Which event of several, the largest being "0". */
  pile?: string;
}

/** What a reader has put right, named by the words it is about. */
export type Correction =
  | { kind: "reject"; finding: { kind: FindingKind; places: Place[] } }
  | { kind: "merge"; a: Place; b: Place }
  | { kind: "split"; mentions: Place[] };

export interface GoOptions {
  /** A selector to focus there instead of what was opened. */
  focus?: string | null;
}

/** What a report file carries. */
export interface Report {
  report: 1;
  label: string;
  corrections: Correction[];
  result: Comparison;
}

export interface CrossReadEventMap extends HTMLElementEventMap {
  "cross-read-ready": CustomEvent<null>;
  "cross-read-progress": CustomEvent<Progress>;
  "cross-read-result": CustomEvent<{ result: Comparison }>;
  "cross-read-select": CustomEvent<Address>;
  "cross-read-correct": CustomEvent<{ corrections: Correction[] }>;
  "cross-read-error": CustomEvent<{ code: string; message: string }>;
}

/** Its attributes, slots, parts and custom properties: web/custom-elements.json. */
export class CrossReadElement extends HTMLElement {
  /** Articles given by script; null: the ones in the element or at `src`. */
  get articles(): ArticleInput[] | null;
  set articles(list: Iterable<ArticleInput> | null);
  /** The finished comparison. Setting one shows it without an engine. */
  result: Comparison | null;
  src: string;
  view: string;
  base: string;
  locale: string;
  loading: "lazy" | "eager";
  label: string;
  /** An engine of the page's own; without one, all elements of the page share one. */
  get engine(): Engine | Promise<Engine> | null;
  set engine(engine: Engine | Promise<Engine> | null | undefined);
  corrections: Correction[];
  /** Given by a page that can write itself with a report in it; then export("html") works. */
  makePage: ((report: Report) => string) | null;
  export(
    format: "html" | "json" | "csv" | "markdown" | "annotations",
  ): { name: string; type: string; text: string } | null;
  readonly place: Address;
  /** Compares what there is to compare now; null if it was cancelled or failed. */
  compare(): Promise<ComparisonResult | null>;
  cancel(): void;
  /** The engine this element uses. */
  openEngine(): Promise<Engine>;
  go(place: Address, options?: GoOptions): void;
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
