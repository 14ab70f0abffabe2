import type { TracedRun } from "../template/index.ts";

/**
 * What the elements of a tree were traced to. Between the stages that read the marks and those that identify what they
 * marked, an element carries the number of its run (`data-trace`). Runs that trace to the same have the same number, so
 * that notes which say the same are still the same.
 */
export interface TraceList {
  numberOf(run: TracedRun): number;
  /** The run of an element's `dataTrace`; undefined where that is none. */
  runOf(trace: unknown): TracedRun | undefined;
}

export function createTraceList(): TraceList {
  const runs: TracedRun[] = [];
  const numbers = new Map<string, number>();
  const origins = new Map<object, number>();
  const originNumber = (origin: object): number => {
    const number = origins.get(origin) ?? origins.size;
    origins.set(origin, number);
    return number;
  };
  const keyOf = (run: TracedRun): string => {
    if (run.kind === "cell") return JSON.stringify([run.kind, run.id, run.origin && originNumber(run.origin)]);
    if (run.kind === "literal") return JSON.stringify([run.kind, run.about]);
    return JSON.stringify([run.kind, "id" in run ? run.id : undefined]);
  };
  return {
    numberOf(run) {
      const key = keyOf(run);
      const number = numbers.get(key) ?? runs.push(run) - 1;
      numbers.set(key, number);
      return number;
    },
    runOf: (trace) => (typeof trace === "number" ? runs[trace] : undefined),
  };
}
