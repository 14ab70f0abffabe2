import type { Diagnostic } from "../diagnostics/index.ts";
import type { Store } from "../store/index.ts";
import type { Metrics } from "./metrics.ts";

export interface Measuring {
  readonly which: "out" | "work";
  readonly metrics: Metrics;
  /** Told when a request takes longer than it should, while it does. */
  readonly onSlow: (diagnostic: Diagnostic) => void;
  /** How long that is, in seconds. Default: 5. */
  readonly slow?: number;
}

/** A store whose requests are counted and timed. */
export function measuredStore(store: Store, { which, metrics, onSlow, slow = 5 }: Measuring): Store {
  const measure = async <T>(operation: string, name: string, ask: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const watch = afterRunning(slow * 1000, () => onSlow(slowStore(store, name, slow)));
    const labels = { store: which, operation };
    let outcome = "error";
    try {
      const answer = await ask();
      outcome = "done";
      return answer;
    } finally {
      watch.end();
      metrics.count("briefwright_store_requests_total", { ...labels, outcome });
      metrics.observe("briefwright_store_seconds", (performance.now() - began) / 1000, labels);
    }
  };
  return {
    ...store,
    head: (name) => measure("head", name, () => store.head(name)),
    read: (name) => measure("read", name, () => store.read(name)),
    write: (name, content, condition) => measure("write", name, () => store.write(name, content, condition)),
    remove: (name) => measure("remove", name, () => store.remove(name)),
  };
}

/** So often it is looked at how long a process has run, while it does. */
const looks = 20;
/** In ms: a look that comes later than this was kept waiting. */
const late = 250;

/**
 * Calls back when this process has run for so many ms: while it is frozen, or at something else, time goes by of which the store knows
 * nothing, and an answer that came meanwhile is not heard yet.
 */
function afterRunning(milliseconds: number, call: () => void): { end(): void } {
  const beat = milliseconds / looks;
  let [left, last] = [milliseconds, performance.now()];
  const timer = setInterval(() => {
    const now = performance.now();
    const gone = now - last;
    last = now;
    // What was kept waiting itself says nothing of the store.
    if (gone < beat + late) left -= gone;
    if (left > 0) return;
    clearInterval(timer);
    call();
  }, beat);
  return { end: () => clearInterval(timer) };
}

const slowStore = (store: Store, name: string, seconds: number): Diagnostic => ({
  code: "store-slow",
  severity: "warning",
  message: `The store has not answered for ${seconds} seconds.`,
  hint: "It is waited for. Look at the store, and at the network between.",
  source: { file: store.describe(name) },
});
