import type { TopLevelSpec } from "vega-lite";
import { createListGrid, listGrid } from "./list-grid.ts";
import { createExpressionReader } from "./read-expressions.ts";
import type { Vega, VegaModules } from "./vega-modules.ts";

/** What runs the expressions of a spec that was parsed with `ast`. */
export async function loadInterpreter(): Promise<object> {
  const { expressionInterpreter } = await import("vega-interpreter");
  const interpret = Object.entries(expressionInterpreter as Readonly<Record<string, Interpret>>);
  return Object.fromEntries(
    interpret.map(([name, run]): [string, Interpret] => [
      name,
      (context, expression) =>
        run(Object.create(context, { functions: { value: withDatetime(context.functions) } }), expression),
    ]),
  );
}

type Interpret = (context: { readonly functions: object }, expression: unknown) => unknown;

/** The interpreter takes a single number for a year, where compiled expressions take it for a time in milliseconds. */
const withDatetime = (functions: object): object =>
  Object.create(functions, { datetime: { value: (...parts: []) => new Date(...parts) } }) as object;

/** One for all charts of a process. */
const readers = new WeakMap<Vega, VegaModules["readExpression"]>();

/** Imports Vega and Vega-Lite: a third of a second, so only when a chart is first compiled. */
export async function loadVega(): Promise<VegaModules> {
  const [module, vegaLite, writing] = await Promise.all([
    import("vega"),
    import("vega-lite"),
    import("vega-functions"),
  ]);
  // The one cast that the compiler cannot look into: its types leave out the renderers, the marks, the text metrics and more.
  const vega = module as unknown as Vega;
  vega.transforms[listGrid] ??= createListGrid(vega);
  const readExpression = readers.get(vega) ?? createExpressionReader(vega.parseExpression, writing);
  readers.set(vega, readExpression);
  return {
    vega,
    readExpression,
    compile: (spec: object, { config, logger, fieldTitle }) => {
      const compiled = vegaLite.compile(spec as TopLevelSpec, { config, logger, fieldTitle });
      return { spec: { ...compiled.spec } };
    },
  };
}
