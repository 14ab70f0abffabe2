import fc from "fast-check";

/**
 * `FC_TIME_LIMIT` ends a property after so many milliseconds, for `test:quick` and mutation testing, but not before a case has passed:
 * fast-check's own limit takes it for a failure where the first case is longer than that, as it is on a busy machine. A worker loads
 * this module once, and so installs it once.
 */
const { FC_TIME_LIMIT } = process.env;
if (FC_TIME_LIMIT !== undefined) fc.installGlobalPlugin(withinTime(Number(FC_TIME_LIMIT)));

export function withinTime<Case>(milliseconds: number): fc.Plugin<Case> {
  return () => {
    const end = performance.now() + milliseconds;
    let hasPassed = false;
    let isAsync = false;
    const noted = <Result>(result: Result): Result => {
      hasPassed ||= result === null;
      return result;
    };
    return {
      decorateRun: (run) => (value) => {
        if (hasPassed && performance.now() >= end) {
          const stop = new fc.PreconditionFailure(true);
          return isAsync ? Promise.resolve(stop) : stop;
        }
        const result = run(value);
        isAsync = result instanceof Promise;
        return result instanceof Promise ? result.then(noted) : noted(result);
      },
    };
  };
}
