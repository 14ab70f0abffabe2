import { AskedOnce, type RowFunctions, type StepMethod } from "./asked-once.ts";
import { createLeanFlatten, type FlattenStep } from "./lean-flatten.ts";
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
  /** Gives it what draws maps with less, for a chart that has a map. */
  readonly lendShapes?: LendShapes | undefined;
}

/** The function that it gives takes them back. */
export type LendShapes = () => () => void;

/** Any will do, as long as it is the same each time. */
const seed = 0.5;

/** Methods of ours that do what Vega's do, and make less. */
interface LeanMethods {
  readonly operators: OperatorWiring;
  readonly relay: Pick<RelayStep, "transform">;
  readonly flatten: Pick<FlattenStep, "transform">;
  readonly pulses: Pick<VegaPulse, "fork">;
  readonly asked: AskedOnce;
  readonly rowFunctions: RowFunctions;
  readonly encode: StepMethod;
  readonly evaluate: StepMethod;
}

const rowFunctionNames = ["data", "pluck", "join", "extent"] as const satisfies readonly (keyof RowFunctions)[];

const rowFunctions = ({ expressionFunction }: Vega): RowFunctions =>
  Object.fromEntries(rowFunctionNames.map((name) => [name, expressionFunction(name)])) as unknown as RowFunctions;

function putRowFunctions({ expressionFunction }: Vega, functions: RowFunctions): void {
  for (const name of rowFunctionNames) expressionFunction(name, functions[name]);
}

/** What writes the items of a mark. */
const encodeStep = (vega: Vega) =>
  (vega.transforms.encode as { readonly prototype: { transform: StepMethod } }).prototype;

const knownMethods = new WeakMap<Vega, LeanMethods>();

function makeLeanMethods(vega: Vega): LeanMethods {
  const asked = new AskedOnce();
  return {
    operators: createLeanOperators(vega),
    relay: { transform: createLeanRelay(vega) },
    flatten: { transform: createLeanFlatten(vega) },
    pulses: { fork: createLeanFork(vega.Pulse.prototype) },
    asked,
    rowFunctions: asked.functions(rowFunctions(vega)),
    encode: asked.during(encodeStep(vega).transform),
    evaluate: asked.during(vega.Operator.prototype.evaluate),
  };
}

function leanMethods(vega: Vega): LeanMethods {
  const methods = knownMethods.get(vega) ?? makeLeanMethods(vega);
  knownMethods.set(vega, methods);
  return methods;
}

/** Gives them to Vega; the function takes them back. */
function lendMethods(vega: Vega): () => void {
  const { operators, relay, flatten, pulses, asked, rowFunctions: ours, encode, evaluate } = leanMethods(vega);
  const { prototype: operator } = vega.Operator;
  const { prototype: given } = vega.Parameters;
  const { prototype: pulse } = vega.Pulse;
  const { prototype: step } = vega.transforms.relay as { readonly prototype: RelayStep };
  const { targets, parameters } = operator;
  const { transform } = step;
  const { prototype: flattens } = vega.transforms.flatten as { readonly prototype: FlattenStep };
  const { transform: flattened } = flattens;
  const { clear } = given;
  const { fork } = pulse;
  const own = { row: rowFunctions(vega), encode: encodeStep(vega).transform, evaluate: operator.evaluate };
  asked.forget();
  putRowFunctions(vega, ours);
  encodeStep(vega).transform = encode;
  Object.assign(operator, operators, { evaluate });
  Object.assign(given, leanParameters);
  Object.assign(step, relay);
  Object.assign(flattens, flatten);
  Object.assign(pulse, pulses);
  return () => {
    putRowFunctions(vega, own.row);
    encodeStep(vega).transform = own.encode;
    Object.assign(operator, { targets, parameters, evaluate: own.evaluate });
    Object.assign(given, { clear });
    Object.assign(step, { transform });
    Object.assign(flattens, { transform: flattened });
    Object.assign(pulse, { fork });
  };
}

/**
 * Runs synchronous Vega code with our text metrics, with chance that is the same each time, and with a canvas where one is
 * needed; and gives everything back as it was, whatever happens.
 */
export function lendToVega<T>(
  vega: Vega,
  { measure, createCanvas, lendShapes, makesView = false }: VegaLoans,
  run: () => T,
): T {
  const { textMetrics, random } = vega;
  const { width } = textMetrics;
  const page = createCanvas && Object.getOwnPropertyDescriptor(globalThis, "document");
  textMetrics.width = measure;
  const takeBack = makesView ? lendMethods(vega) : undefined;
  const takeShapes = lendShapes?.();
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
    takeShapes?.();
    vega.setRandom(random);
    if (page) Object.defineProperty(globalThis, "document", page);
    else if (createCanvas) Reflect.deleteProperty(globalThis, "document");
  }
}
