import type { MeasureText } from "./text-metrics.ts";
import type { Vega } from "./vega-modules.ts";

/** What Vega takes from its surroundings, and is given by us for as long as a call lasts. */
export interface VegaLoans {
  readonly measure: MeasureText;
  /** Makes canvases, for a chart that has transforms which read pixels. */
  readonly createCanvas?: (() => object) | undefined;
}

/** Any will do, as long as it is the same each time. */
const seed = 0.5;

/**
 * Runs synchronous Vega code with our text metrics, with chance that is the same each time, and with a canvas where one is
 * needed; and gives everything back as it was, whatever happens.
 */
export function lendToVega<T>(vega: Vega, { measure, createCanvas }: VegaLoans, run: () => T): T {
  const { textMetrics, random } = vega;
  const { width } = textMetrics;
  const page = createCanvas && Object.getOwnPropertyDescriptor(globalThis, "document");
  textMetrics.width = measure;
  vega.setRandom(vega.randomLCG(seed));
  if (createCanvas) {
    const document = { createElement: (name: string) => (name === "canvas" ? createCanvas() : null) };
    Object.defineProperty(globalThis, "document", { value: document, configurable: true });
  }
  try {
    return run();
  } finally {
    textMetrics.width = width;
    vega.setRandom(random);
    if (page) Object.defineProperty(globalThis, "document", page);
    else if (createCanvas) Reflect.deleteProperty(globalThis, "document");
  }
}
