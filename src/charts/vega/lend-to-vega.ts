import { createLeanOperators, type OperatorWiring } from "./lean-operators.ts";
import type { MeasureText } from "./text-metrics.ts";
import type { Vega } from "./vega-modules.ts";

/** What Vega takes from its surroundings, and is given by us for as long as a call lasts. */
export interface VegaLoans {
  readonly measure: MeasureText;
  /** It makes a view: operators are wired with less. Default false: what draws has none. */
  readonly makesView?: boolean;
  /** Makes canvases, for a chart that has transforms which read pixels. */
  readonly createCanvas?: (() => object) | undefined;
}

/** Any will do, as long as it is the same each time. */
const seed = 0.5;

const knownOperators = new WeakMap<Vega, OperatorWiring>();

function leanOperators(vega: Vega): OperatorWiring {
  const wiring = knownOperators.get(vega) ?? createLeanOperators(vega);
  knownOperators.set(vega, wiring);
  return wiring;
}

/**
 * Runs synchronous Vega code with our text metrics, with chance that is the same each time, and with a canvas where one is
 * needed; and gives everything back as it was, whatever happens.
 */
export function lendToVega<T>(vega: Vega, { measure, createCanvas, makesView = false }: VegaLoans, run: () => T): T {
  const { textMetrics, random, Operator } = vega;
  const { width } = textMetrics;
  const { targets, parameters } = Operator.prototype;
  const page = createCanvas && Object.getOwnPropertyDescriptor(globalThis, "document");
  textMetrics.width = measure;
  if (makesView) Object.assign(Operator.prototype, leanOperators(vega));
  vega.setRandom(vega.randomLCG(seed));
  if (createCanvas) {
    const document = { createElement: (name: string) => (name === "canvas" ? createCanvas() : null) };
    Object.defineProperty(globalThis, "document", { value: document, configurable: true });
  }
  try {
    return run();
  } finally {
    textMetrics.width = width;
    if (makesView) Object.assign(Operator.prototype, { targets, parameters });
    vega.setRandom(random);
    if (page) Object.defineProperty(globalThis, "document", page);
    else if (createCanvas) Reflect.deleteProperty(globalThis, "document");
  }
}
