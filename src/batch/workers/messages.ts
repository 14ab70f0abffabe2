import type { RenderedBriefing, RenderRequest } from "../../briefing/index.ts";
import type { SharedDataset } from "../../dataset/index.ts";
import type { Diagnostic } from "../../diagnostics/index.ts";

/** `import`: Node's own; `jiti`: as the command line loads modules, TypeScript too, their `import "briefwright"` being this package. */
export type ModuleLoader = "import" | "jiti";

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
}

/** Said for each briefing, when the one before is made. */
export interface MakeMessage {
  readonly kind: "make";
  readonly parameters: Readonly<Record<string, string>>;
}

export type ToWorker = LoadMessage | PrepareMessage | MakeMessage;

/** What a worker answers: once to `prepare` (`ready` or `refused`), and to each `make`. */
export type FromWorker =
  | { readonly kind: "ready" }
  | { readonly kind: "refused"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "made"; readonly briefing: RenderedBriefing }
  | { readonly kind: "failed"; readonly diagnostics: readonly Diagnostic[] };
