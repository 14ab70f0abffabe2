import type { RenderRequest } from "../../briefing/index.ts";
import type { SharedDataset } from "../../dataset/index.ts";
import type { Diagnostic } from "../../diagnostics/index.ts";
import type { BriefingFiles, PackedBriefing, Wanted } from "../made-briefing.ts";
import type { Manifest } from "../manifest.ts";
import type { ModuleLoader } from "../worker-options.ts";

/** Said first, as soon as a worker starts: what it can load and compile while the data is read. */
export interface LoadMessage {
  readonly kind: "load";
  /** The address of the briefing's module. */
  readonly module: string;
  readonly loader: ModuleLoader;
  readonly formats: readonly string[];
}

/** Said once the data is read. */
export interface PrepareMessage {
  readonly kind: "prepare";
  /** What the briefing of the module has to be. */
  readonly identity: string;
  readonly datasets: readonly SharedDataset[];
  /** Warnings about the data. */
  readonly diagnostics: readonly Diagnostic[];
  readonly request: Omit<RenderRequest, "parameters">;
  readonly wanted: Wanted;
  /** What the code of the briefing is, for content keys. Absent: nobody asks for them. */
  readonly code?: string | undefined;
  /** What its templates, stylesheets, fonts and images have to be, where they might be others: see `CompiledBriefing`. */
  readonly digest?: string | undefined;
}

/** Said for each briefing, when the one before is made. */
export interface MakeMessage {
  readonly kind: "make";
  readonly parameters: Readonly<Record<string, string>>;
}

/** Asks what would tell whether one briefing comes out as it did, and whether it would have a figure, without making it. */
export interface LookMessage {
  readonly kind: "look";
  readonly parameters: Readonly<Record<string, string>>;
}

/** Asks for the page that leads to the briefings of a manifest. */
export interface IndexMessage {
  readonly kind: "index";
  readonly manifest: Manifest;
}

/** Said when all is made: errors in callbacks that are due by then come before the answer. */
export interface RestMessage {
  readonly kind: "rest";
}

export type ToWorker = LoadMessage | PrepareMessage | MakeMessage | LookMessage | IndexMessage | RestMessage;

/** What was wanted of a briefing, as it goes from a worker to who asked. */
export type SentBriefing = BriefingFiles | PackedBriefing;

/** What `look` finds. */
export interface Looked {
  readonly kind: "looked";
  /** Its content key; undefined where it cannot be evaluated, and where no key can cover it. */
  readonly key: string | undefined;
  readonly onlyGaps: boolean;
}

/** What a worker answers: once to `prepare` (`ready` or `refused`), to each `make`, `look` and `index`, and to `rest`. */
export type FromWorker =
  | { readonly kind: "ready" }
  | { readonly kind: "rested" }
  | { readonly kind: "refused"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "made"; readonly briefing: SentBriefing }
  | Looked
  | { readonly kind: "indexed"; readonly page: string }
  | { readonly kind: "failed"; readonly diagnostics: readonly Diagnostic[] };
