import type { Store } from "../store/index.ts";
import type { Metrics } from "./metrics.ts";

/** A store whose requests are counted and timed. */
export function measuredStore(store: Store, which: "out" | "work", metrics: Metrics): Store {
  const measure = async <T>(operation: string, ask: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const labels = { store: which, operation };
    let outcome = "error";
    try {
      const answer = await ask();
      outcome = "done";
      return answer;
    } finally {
      metrics.count("briefwright_store_requests_total", { ...labels, outcome });
      metrics.observe("briefwright_store_seconds", (performance.now() - began) / 1000, labels);
    }
  };
  return {
    ...store,
    head: (name) => measure("head", () => store.head(name)),
    read: (name) => measure("read", () => store.read(name)),
    write: (name, content, condition) => measure("write", () => store.write(name, content, condition)),
    remove: (name) => measure("remove", () => store.remove(name)),
  };
}
