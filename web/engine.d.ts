// Types of the entry "./engine": the engine, and all of comparison.d.ts.

import type { ArticleInput, ComparisonResult, ExtractLine, IngestedArticle, Problem } from "./comparison.js";

export * from "./comparison.js";

export interface Progress {
  stage: "read" | "events" | "entities" | "facts" | "verdicts" | "done";
  /** 0 to 1; never falls. */
  done: number;
}
export interface RunOptions {
  signal?: AbortSignal;
}
export interface CompareOptions extends RunOptions {
  onProgress?: (progress: Progress) => void;
}
export interface EngineOptions {
  /** Address of crossread-worker.js, where a policy allows no Blob worker. */
  workerUrl?: string;
  thread?: "auto" | "main";
}

/** What an engine refuses or cannot do; one that was cancelled has the name AbortError. */
export class EngineError extends Error {
  constructor(code: EngineError["code"], message: string, detail?: string);
  code: "aborted" | "wasm-blocked" | "crashed" | "closed";
  /** The part of the message that the code does not say: what the browser said. */
  detail: string;
}

export interface Engine {
  readonly version: string;
  readonly thread: "worker" | "main" | "closed";
  compare(articles: Iterable<ArticleInput>, options?: CompareOptions): Promise<ComparisonResult>;
  extract(articles: Iterable<ArticleInput>, options?: RunOptions): Promise<ExtractLine[]>;
  ingest(
    name: string,
    bytes: ArrayBuffer | Uint8Array,
    options?: RunOptions,
  ): Promise<{ articles: IngestedArticle[]; errors: Problem[] }>;
  dispose(): void;
}
export function createEngine(options?: EngineOptions): Promise<Engine>;
