import type { ComputedStyle } from "../css/computed-style.ts";

/** CSS counters with their nesting (CSS Lists 3, 4). */
export interface Counters {
  /** Applies an element's `counter-reset` and `counter-increment`, in that order. */
  apply(style: ComputedStyle): void;
  /** Runs `body` in a scope of its own: counters that it creates end with it. */
  scope(body: () => void): void;
  value(name: string): number;
  /** Outermost first. */
  values(name: string): readonly number[];
}

export function createCounters(): Counters {
  const scopes: Map<string, number>[] = [new Map()];

  function apply({ counterReset, counterIncrement }: ComputedStyle): void {
    for (const { name, value } of counterReset) scopes.at(-1)?.set(name, value);
    for (const { name, value } of counterIncrement) {
      const owner = scopes.findLast((scope) => scope.has(name)) ?? (scopes.at(-1) as Map<string, number>);
      owner.set(name, (owner.get(name) ?? 0) + value);
    }
  }

  function scope(body: () => void): void {
    scopes.push(new Map());
    body();
    scopes.pop();
  }

  const values = (name: string) => scopes.flatMap((scope) => scope.get(name) ?? []);
  return { apply, scope, values, value: (name) => values(name).at(-1) ?? 0 };
}
