import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../../diagnostics/index.ts";
import { defaultLimits } from "../batch-limits.ts";
import type { WorkerOptions } from "../worker-options.ts";
import { type Crew, createCrew } from "./create-crew.ts";

/** Who makes the briefings of a batch. */
export interface Workforce {
  /** Workers for so many briefings; undefined where they are made in this process. To be ended by who asked. */
  crewFor(briefings: number): Crew | undefined;
  /** Ends workers that were started and not asked for. */
  dismiss(): Promise<void>;
  /** What was asked for and cannot be had. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface WorkforceOptions extends WorkerOptions {
  readonly formats: readonly string[];
  /** How many briefings there will be, where that is known before the data is read. */
  readonly expected: number | undefined;
  /** Whether workers start at once: they load and compile while the data is read. Else when they are asked for. */
  readonly ahead: boolean;
}

/**
 * Below this many briefings a worker, starting another takes longer than it saves: each compiles the program anew while it runs,
 * on the processors that make briefings. Measured with two processors: two workers take as long as none for 43, and a seventh less for 60.
 */
const fewest = 30;

/** Finds out whether workers are wanted and can be had, and may start them. */
export function createWorkforce(options: WorkforceOptions): Workforce {
  const { module, concurrency, isolate, limits, expected, ahead } = options;
  const isBound = limits !== undefined || isolate !== undefined;
  const file = workerFile();
  const missing =
    module === undefined
      ? "no module is given that workers could load it from"
      : file === undefined
        ? "the file worker.js of this package is not beside the code that runs"
        : undefined;
  if (module === undefined || file === undefined) {
    const isWanted = isBound || (concurrency ?? 1) > 1 || module !== undefined;
    return {
      crewFor: () => undefined,
      dismiss: () => Promise.resolve(),
      diagnostics: isWanted ? [oneProcess(missing ?? "")] : [],
    };
  }
  const sizeFor = (briefings: number): number => {
    const most = Math.min(concurrency ?? availableParallelism(), briefings);
    const worthwhile = concurrency === undefined ? Math.min(most, Math.floor(briefings / fewest)) : most;
    return isBound && briefings > 0 ? Math.max(1, worthwhile) : worthwhile > 1 ? worthwhile : 0;
  };
  const start = (size: number): Crew =>
    createCrew({
      file,
      size,
      load: {
        kind: "load",
        module: module.href,
        loader: options.loader ?? (/\.[cm]?ts$/.test(module.pathname) ? "jiti" : "import"),
        formats: options.formats,
      },
      limits: { ...defaultLimits, ...limits },
      isolate: isolate ?? "thread",
    });
  // Where nobody says how many workers there are to be, the number of briefings does.
  const first = sizeFor(expected ?? (concurrency === undefined ? 0 : Number.POSITIVE_INFINITY));
  let started = ahead && first > 0 ? start(first) : undefined;
  const dismiss = async (): Promise<void> => {
    const unused = started;
    started = undefined;
    await unused?.end();
  };
  return {
    crewFor(briefings) {
      const size = sizeFor(briefings);
      if (size === 0) {
        void dismiss();
        return undefined;
      }
      const crew = started ?? start(size);
      started = undefined;
      return crew;
    },
    dismiss,
    diagnostics: [],
  };
}

/** The program of workers, as it is built: beside the code that runs. Undefined where a bundler has put that elsewhere. */
function workerFile(): URL | undefined {
  const file = new URL("./worker.js", import.meta.url);
  return existsSync(fileURLToPath(file)) ? file : undefined;
}

const oneProcess = (reason: string): Diagnostic => ({
  code: "no-workers",
  severity: "warning",
  message: `All briefings are made in this process, one at a time and without limits: ${reason}.`,
  hint: "Give the address of the module that exports the briefing: module: import.meta.url of it, as a URL. Code that is bundled needs dist/worker.js of briefwright beside it.",
});
