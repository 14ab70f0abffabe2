/** What a view's expressions may call: Vega's functions, with the signals and scales of that view. */
interface ExpressionContext {
  readonly functions: object;
}

/** Makes a function of an expression. Without a context, it is not yet bound to one. */
type MakeFunction = (context: ExpressionContext | undefined, expression: object) => CompiledFunction;

type CompiledFunction = (...values: readonly unknown[]) => unknown;

type Getter = CompiledFunction & { readonly path: string };

/** What Vega makes functions with, from expressions that are JavaScript. */
export interface ExpressionCompiler extends Readonly<Record<ExpressionKind, MakeFunction>> {
  readonly codegen: { get(path: readonly string[]): Getter; readonly comparator: unknown };
}

const kinds = ["operator", "parameter", "event", "handler", "encode"] as const;
type ExpressionKind = (typeof kinds)[number];

/** The context that a view's operators are made in. It comes with what makes functions of expressions. */
export type RuntimeContext = (dataflow: object, transforms: object) => { readonly expr: ExpressionCompiler };

/**
 * Vega writes and compiles the JavaScript of each expression anew for each view. Here one function is kept for each expression of a spec, and
 * bound to the view that asks: V8 then knows it from the views before, and runs it as fast as our own.
 */
export function keptExpressions(runtimeContext: RuntimeContext): ExpressionCompiler {
  const { expr } = runtimeContext({ events: () => undefined }, {});
  const kept = (make: MakeFunction): MakeFunction => {
    const known = new WeakMap<object, CompiledFunction>();
    return (context, expression) => {
      const compiled = known.get(expression) ?? make(undefined, expression);
      known.set(expression, compiled);
      return compiled.bind(context?.functions);
    };
  };
  const getters = new Map<string, Getter>();
  const get = (path: readonly string[]): Getter => {
    const key = JSON.stringify(path);
    const compiled = getters.get(key) ?? expr.codegen.get(path);
    getters.set(key, compiled);
    // Vega gives each a name of its own.
    return Object.assign(compiled.bind(undefined), { path: compiled.path });
  };
  const made = Object.fromEntries(kinds.map((kind) => [kind, kept(expr[kind])])) as Record<
    ExpressionKind,
    MakeFunction
  >;
  return { ...made, codegen: { ...expr.codegen, get } };
}
