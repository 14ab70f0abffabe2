import { createContext, Script } from "node:vm";

/** Runs synchronous code, and stops it when its time is up: then `stopped` is true. What it throws passes through. */
export type RunWithin = <T>(milliseconds: number, run: () => T) => { readonly stopped: boolean; readonly result?: T };

/**
 * A spec can ask for work without end, and JavaScript has no way to interrupt itself but this one of Node's: what a script
 * calls ends with it. A `finally` of what was stopped does not run.
 */
export function createRunWithin(): RunWithin {
  const inside: { run: () => unknown } = { run: () => undefined };
  let watch: ((timeout: number) => unknown) | undefined;
  return <T>(milliseconds: number, run: () => T) => {
    if (!Number.isFinite(milliseconds)) return { stopped: false, result: run() };
    watch ??= createWatch(inside);
    inside.run = run;
    try {
      return {
        stopped: false,
        result: watch(Math.max(1, Math.ceil(milliseconds))) as T,
      };
    } catch (thrown) {
      if ((thrown as { readonly code?: unknown } | null)?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
        return { stopped: true };
      throw thrown;
    } finally {
      inside.run = () => undefined;
    }
  };
}

function createWatch(inside: { readonly run: () => unknown }): (timeout: number) => unknown {
  const context = createContext(inside);
  const script = new Script("run()");
  return (timeout) => script.runInContext(context, { timeout }) as unknown;
}
