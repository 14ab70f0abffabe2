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

export const createCounters = (): Counters => new CounterScopes();

const noList: ListCount = {};

class CounterScopes implements Counters {
  // Footnotes are counted over the whole document (CSS GCPM 3, 2.5).
  /** Most elements create none, and have no scope of their own to look at. */
  readonly #scopes: (Map<string, number> | undefined)[] = [new Map([["footnote", 0]])];
  /** For each scope, whether the items of a list in it count down. */
  readonly #reversed = new WeakSet<Map<string, number>>();
  #quotations = 0;

  apply({ counterReset, counterIncrement, counterSet }: ComputedStyle, list = noList): void {
    if (list.reset !== undefined && !isOwn(counterReset)) this.#open().set(listItem, list.reset);
    for (const { name, value, isReversed } of counterReset) {
      const scope = this.#open();
      scope.set(name, value);
      if (name === listItem) isReversed ? this.#reversed.add(scope) : this.#reversed.delete(scope);
    }
    if (list.increment !== undefined && !isOwn(counterIncrement))
      this.#add(listItem, this.#reversed.has(this.#ownerOf(listItem)) ? -1 : list.increment);
    for (const { name, value } of counterIncrement) this.#add(name, value);
    if (list.set !== undefined && !isOwn(counterSet)) this.#ownerOf(listItem).set(listItem, list.set);
    for (const { name, value } of counterSet) this.#ownerOf(name).set(name, value);
  }

  increment(name: string): void {
    this.#add(name, 1);
  }

  scope<T>(body: () => T): T {
    this.#scopes.push(undefined);
    const result = body();
    this.#scopes.pop();
    return result;
  }

  values(name: string): readonly number[] {
    return this.#scopes.flatMap((scope) => scope?.get(name) ?? []);
  }

  value(name: string): number {
    return this.values(name).at(-1) ?? 0;
  }

  quote(open: boolean): number {
    if (!open) this.#quotations = Math.max(0, this.#quotations - 1);
    const depth = this.#quotations;
    if (open) this.#quotations += 1;
    return depth;
  }

  snapshot(): ReadonlyMap<string, number> {
    return new Map(this.#scopes.flatMap((scope) => [...(scope ?? [])]));
  }

  /** A counter that nothing has reset begins where it is first named. */
  #ownerOf(name: string): Map<string, number> {
    return this.#scopes.findLast((scope) => scope?.has(name)) ?? this.#open();
  }

  /** The scope of what is counted now. */
  #open(): Map<string, number> {
    const last = this.#scopes.length - 1;
    const scope = this.#scopes[last] ?? new Map<string, number>();
    this.#scopes[last] = scope;
    return scope;
  }

  #add(name: string, value: number): void {
    const owner = this.#ownerOf(name);
    owner.set(name, (owner.get(name) ?? 0) + value);
  }
}

const isOwn = (changes: readonly CounterChange[]): boolean => changes.some(({ name }) => name === listItem);
