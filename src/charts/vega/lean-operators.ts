import type { StepMethod } from "./asked-once.ts";

/** A step of a dataflow, as far as it is wired here. */
export interface VegaOperator {
  _argval?: VegaParameters;
  _argops?: OperatorArguments | null;
  _targets?: Targets;
  source?: unknown;
  value?: unknown;
  targets(): Targets;
  parameters(params: Readonly<Record<string, unknown>>, react?: boolean, initOnly?: boolean): VegaOperator[];
}

/** What it is kept under which of them are new: a number other than 0 for each that is. */
const modifications = "_:mod:_";

/** What an operator is given: values by name, and which of them are new. */
export interface VegaParameters {
  [name: string]: unknown;
  readonly [modifications]: Record<string, number>;
  /** None of them is new any more. */
  clear(): this;
}

interface OperatorArgument {
  readonly op: VegaOperator;
  readonly name: string;
  readonly index: number;
}

/** Arguments that come from other operators. */
type OperatorArguments = OperatorArgument[] & { initonly?: boolean };

const noSources: readonly VegaOperator[] = [];

/** Past it a list is asked by a set. */
const shortList = 32;

/** The operators that one tells of its changes, each once. Vega gives each such list functions and a table of its own, larger than what it holds. */
export class Targets extends Array<VegaOperator> {
  #known: Set<VegaOperator> | undefined;

  /** What is made of it is a plain list. */
  static override get [Symbol.species]() {
    return Array;
  }

  add(operator: VegaOperator): this {
    if (this.#has(operator)) return this;
    this.#known?.add(operator);
    this.push(operator);
    return this;
  }

  remove(operator: VegaOperator): this {
    const at = this.indexOf(operator);
    if (at >= 0) this.splice(at, 1);
    this.#known?.delete(operator);
    return this;
  }

  #has(operator: VegaOperator): boolean {
    if (this.length <= shortList) return this.includes(operator);
    this.#known ??= new Set(this);
    return this.#known.has(operator);
  }
}

/** Methods of Vega's operators that do the same and make less: a view makes some hundreds, with lists that have room for 17. */
export type OperatorWiring = Pick<VegaOperator, "targets" | "parameters">;

/** What Vega makes operators with. */
export interface OperatorClasses {
  /** Any step of a dataflow. */
  readonly Operator: {
    readonly prototype: OperatorWiring & { readonly evaluate: StepMethod };
  } & (new () => VegaOperator);
  readonly Parameters: { readonly prototype: Pick<VegaParameters, "clear"> } & (new () => VegaParameters);
}

/** Vega makes an object to keep what is new in each time that an operator has run. */
export const leanParameters: Pick<VegaParameters, "clear"> & ThisType<VegaParameters> = {
  clear() {
    const modified = this[modifications];
    for (const name in modified) modified[name] = 0;
    return this;
  },
};

export function createLeanOperators({ Operator, Parameters }: OperatorClasses): OperatorWiring {
  const isOperator = (value: unknown): value is VegaOperator => value instanceof Operator;
  /** As Vega has it, for what is wired a second time. */
  const { parameters: again } = Operator.prototype;
  return {
    targets(this: VegaOperator) {
      this._targets ??= new Targets();
      return this._targets;
    },
    parameters(this: VegaOperator, params, react = true, initOnly = false) {
      const { pulse = noSources } = params;
      const sources: readonly unknown[] = Array.isArray(pulse) ? pulse : [pulse];
      if (this._argval || !sources.every(isOperator)) return again.call(this, params, react, initOnly);
      const values = new Parameters();
      const given = takeValues(params, values, isOperator);
      setCurrent(values, given);
      if (initOnly) given.initonly = true;
      if (pulse !== noSources) this.source = pulse;
      this._argval = values;
      this._argops = given;
      const upstream: VegaOperator[] = new Array(sources.length + given.length);
      let count = 0;
      for (const source of sources) if (source !== this) upstream[count++] = tell(source, this);
      for (const { op } of given) if (op !== this) upstream[count++] = react ? tell(op, this) : op;
      upstream.length = count;
      return upstream;
    },
  };
}

/** A list that is made with what it holds has no room for more: most have one. */
function tell(source: VegaOperator, target: VegaOperator): VegaOperator {
  if (source._targets) source._targets.add(target);
  else source._targets = new Targets(target);
  return source;
}

/** Last, as Vega has it: scales take what they are given in the order in which it was set. */
function setCurrent(values: VegaParameters, given: OperatorArguments): void {
  for (const { op, name, index } of given) {
    if (op.value === undefined) continue;
    if (index < 0) values[name] = op.value;
    else (values[name] as unknown[])[index] = op.value;
  }
}

function countOperators(params: Readonly<Record<string, unknown>>, isOperator: (value: unknown) => boolean): number {
  let count = 0;
  for (const name in params) {
    const value = params[name];
    if (name === "pulse") continue;
    if (isOperator(value)) count += 1;
    else if (Array.isArray(value)) for (const each of value) if (isOperator(each)) count += 1;
  }
  return count;
}

/** Sets the values that are there already, and gives those that come from operators. */
function takeValues(
  params: Readonly<Record<string, unknown>>,
  values: VegaParameters,
  isOperator: (value: unknown) => value is VegaOperator,
): OperatorArguments {
  // Of its length: one that is pushed into has room for 17.
  const given: OperatorArguments = new Array(countOperators(params, isOperator));
  let count = 0;
  for (const name in params) {
    const value = params[name];
    if (name === "pulse") continue;
    if (isOperator(value)) given[count++] = { op: value, name, index: -1 };
    else if (!Array.isArray(value)) {
      if (value !== undefined) values[name] = value;
    } else {
      const list: unknown[] = new Array(value.length);
      values[name] = list;
      for (let index = 0; index < value.length; index += 1) {
        const each: unknown = value[index];
        if (isOperator(each)) given[count++] = { op: each, name, index };
        else if (each !== undefined) list[index] = each;
      }
    }
  }
  return given;
}
