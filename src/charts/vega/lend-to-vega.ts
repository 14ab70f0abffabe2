import { createLeanOperators, leanParameters, type OperatorWiring } from "./lean-operators.ts";
import { createLeanFork, type VegaPulse } from "./lean-pulse.ts";
import { createLeanRelay, type RelayStep } from "./lean-relay.ts";
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

/** Methods of ours that do what Vega's do, and make less. */
interface LeanMethods {
  readonly operators: OperatorWiring;
  readonly relay: Pick<RelayStep, "transform">;
  readonly pulses: Pick<VegaPulse, "fork">;
}

const knownMethods = new WeakMap<Vega, LeanMethods>();

function leanMethods(vega: Vega): LeanMethods {
  const methods = knownMethods.get(vega) ?? {
    operators: createLeanOperators(vega),
    relay: { transform: createLeanRelay(vega) },
    pulses: { fork: createLeanFork(vega.Pulse.prototype) },
  };
  knownMethods.set(vega, methods);
  return methods;
}

/** Gives them to Vega; the function takes them back. */
function lendMethods(vega: Vega): () => void {
  const { operators, relay, pulses } = leanMethods(vega);
  const { prototype: operator } = vega.Operator;
  const { prototype: given } = vega.Parameters;
  const { prototype: pulse } = vega.Pulse;
  const { prototype: step } = vega.transforms.relay as { readonly prototype: RelayStep };
  const { targets, parameters } = operator;
  const { transform } = step;
  const { clear } = given;
  const { fork } = pulse;
  Object.assign(operator, operators);
  Object.assign(given, leanParameters);
  Object.assign(step, relay);
  Object.assign(pulse, pulses);
  return () => {
    Object.assign(operator, { targets, parameters });
    Object.assign(given, { clear });
    Object.assign(step, { transform });
    Object.assign(pulse, { fork });
  };
}

/**
 * Runs synchronous Vega code with our text metrics, with chance that is the same each time, and with a canvas where one is
 * needed; and gives everything back as it was, whatever happens.
 */
export function lendToVega<T>(vega: Vega, { measure, createCanvas, makesView = false }: VegaLoans, run: () => T): T {
  const { textMetrics, random } = vega;
  const { width } = textMetrics;
  const page = createCanvas && Object.getOwnPropertyDescriptor(globalThis, "document");
  textMetrics.width = measure;
  const takeBack = makesView ? lendMethods(vega) : undefined;
  vega.setRandom(vega.randomLCG(seed));
  if (createCanvas) {
    const document = { createElement: (name: string) => (name === "canvas" ? createCanvas() : null) };
    Object.defineProperty(globalThis, "document", { value: document, configurable: true });
  }
  try {
    return run();
  } finally {
    textMetrics.width = width;
    takeBack?.();
    vega.setRandom(random);
    if (page) Object.defineProperty(globalThis, "document", page);
    else if (createCanvas) Reflect.deleteProperty(globalThis, "document");
  }
}
