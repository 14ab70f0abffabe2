import { isPossible } from "./alternative.ts";
import type { Alternative, Attack } from "./attack.ts";

/** Tables that were found to keep all relations, to be looked at again when other cells are hidden. */
export interface KnownAlternatives {
  /** Takes a table, and the one that differs from the truth by as much the other way. */
  add(alternative: Alternative): void;
  /** One that leaves all that is published as it is, in which a count has a value; undefined where none is known. */
  find(count: number, value: number): Alternative | undefined;
}

/** Tables that are kept for one value of one count: those of last. */
const keptForValue = 12;

/** @param counts those that are asked about: a table is found again by what it makes of them. */
export function createKnownAlternatives(
  attack: Pick<Attack, "table" | "relations" | "publication">,
  counts: ReadonlySet<number>,
): KnownAlternatives {
  const { values } = attack.table;
  const byValue = new Map<string, Alternative[]>();
  const keep = (alternative: Alternative) => {
    for (const [count, value] of alternative) {
      if (!counts.has(count)) continue;
      const id = `${count} ${value}`;
      const known = byValue.get(id);
      if (!known) byValue.set(id, [alternative]);
      else {
        known.unshift(alternative);
        if (known.length > keptForValue) known.pop();
      }
    }
  };
  return {
    add(alternative) {
      const mirrored = new Map(
        [...alternative].map(([count, value]) => [count, 2 * (values[count] as number) - value]),
      );
      if ([...mirrored.values()].every((value) => value >= 0)) keep(mirrored);
      keep(alternative);
    },
    find: (count, value) => byValue.get(`${count} ${value}`)?.find((alternative) => isPossible(attack, alternative)),
  };
}
