import type { ComputedStyle } from "../css/computed-style.ts";
import type { CounterChange } from "../css/content.ts";

/** CSS counters with their nesting (CSS Lists 3, 4). */
export interface Counters {
  /** Applies an element's `counter-reset`, `counter-increment` and `counter-set`, in that order, and what it does to the items of lists. */
  apply(style: ComputedStyle, list?: ListCount): void;
  /** Adds one, as `counter-increment` does. */
  increment(name: string): void;
  /** Runs `body` in a scope of its own: counters that it creates end with it. */
  scope<T>(body: () => T): T;
  value(name: string): number;
  /** Outermost first. */
  values(name: string): readonly number[];
  /** The innermost value of every counter here. */
  snapshot(): ReadonlyMap<string, number>;
  /** Opens or closes a quotation; how many others it is in (CSS Generated Content 3, 3.2). */
  quote(open: boolean): number;
}

/** The counter that numbers the items of lists (CSS Lists 3, 4.6). */
export const listItem = "list-item";

/** What an element does to it, unless its style says something else. */
export interface ListCount {
  readonly reset?: number | undefined;
  readonly increment?: number | undefined;
  readonly set?: number | undefined;
}

export function createCounters(): Counters {
  // Footnotes are counted over the whole document (CSS GCPM 3, 2.5).
  const scopes: Map<string, number>[] = [new Map([["footnote", 0]])];
  /** For each scope, whether the items of a list in it count down. */
  const reversed = new WeakSet<Map<string, number>>();

  function apply({ counterReset, counterIncrement, counterSet }: ComputedStyle, list: ListCount = {}): void {
    const isOwn = (changes: readonly CounterChange[]) => changes.some(({ name }) => name === listItem);
    const scope = scopes.at(-1) as Map<string, number>;
    if (list.reset !== undefined && !isOwn(counterReset)) scope.set(listItem, list.reset);
    for (const { name, value, isReversed } of counterReset) {
      scope.set(name, value);
      if (name === listItem) isReversed ? reversed.add(scope) : reversed.delete(scope);
    }
    if (list.increment !== undefined && !isOwn(counterIncrement))
      add(listItem, reversed.has(ownerOf(listItem)) ? -1 : list.increment);
    for (const { name, value } of counterIncrement) add(name, value);
    if (list.set !== undefined && !isOwn(counterSet)) ownerOf(listItem).set(listItem, list.set);
    for (const { name, value } of counterSet) ownerOf(name).set(name, value);
  }

  /** A counter that nothing has reset begins where it is first named. */
  const ownerOf = (name: string) =>
    scopes.findLast((scope) => scope.has(name)) ?? (scopes.at(-1) as Map<string, number>);

  function add(name: string, value: number): void {
    const owner = ownerOf(name);
    owner.set(name, (owner.get(name) ?? 0) + value);
  }

  let quotations = 0;
  function quote(open: boolean): number {
    if (!open) quotations = Math.max(0, quotations - 1);
    const depth = quotations;
    if (open) quotations += 1;
    return depth;
  }

  function scope<T>(body: () => T): T {
    scopes.push(new Map());
    const result = body();
    scopes.pop();
    return result;
  }

  const values = (name: string) => scopes.flatMap((scope) => scope.get(name) ?? []);
  return {
    apply,
    increment: (name) => add(name, 1),
    scope,
    values,
    value: (name) => values(name).at(-1) ?? 0,
    quote,
    snapshot: () => new Map(scopes.flatMap((scope) => [...scope])),
  };
}
