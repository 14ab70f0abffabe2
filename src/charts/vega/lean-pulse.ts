/** What goes from step to step of Vega's dataflow: rows that are new, gone and changed. */
export interface VegaPulse {
  fork(flags?: number): VegaPulse;
  init(source: VegaPulse, flags?: number): VegaPulse;
  readonly dataflow: unknown;
}

const noRows: readonly never[] = [];

/**
 * The same with less: Vega makes three lists for each pulse, and then those that it has. A view makes some hundreds.
 * @param pulse what has the methods of pulses.
 */
export function createLeanFork(pulse: object): VegaPulse["fork"] {
  return function fork(this: VegaPulse, flags) {
    // With all fields, so that it does not grow; `init` gives it lists of its own.
    const forked = {
      dataflow: this.dataflow,
      stamp: -1,
      add: noRows,
      rem: noRows,
      mod: noRows,
      fields: null,
      encode: null,
      addF: null,
      remF: null,
      modF: null,
      srcF: null,
      source: null,
    };
    return (Object.setPrototypeOf(forked, pulse) as VegaPulse).init(this, flags);
  };
}
