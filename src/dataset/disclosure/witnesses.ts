import { tolerance } from "./solver.ts";

/** How far each count of an attack changes, by column: one table that would have been published just the same. */
export type Change = Float64Array;

/** What an attack asks: whether a column can change by so much. */
export interface Asked {
  readonly column: number;
  readonly sign: 1 | -1;
  readonly by: number;
}

/**
 * Changes that attacks found. Most questions are answered by what an earlier one found: of the same choice, or of one before it where what was
 * found is still within its bounds.
 */
export interface Witnesses {
  /** Whether one that is known shows that a column can go so far. */
  answer(asked: Asked, isAllowed: (change: Change) => boolean): boolean;
  /** Takes what was found where `asked` was asked of a choice. */
  add(change: Change, asked: Asked): void;
  /** Another choice is attacked from now on. */
  renew(): void;
}

/** Changes that are kept for one question, those of last. */
const keptForOne = 4;

const isReached = (change: Change, { column, sign, by }: Asked, part = 1): boolean =>
  sign * (change[column] as number) * part >= by - tolerance;

export function createWitnesses(): Witnesses {
  let ofChoice: { readonly change: Change; readonly by: number }[] = [];
  const earlier = new Map<string, readonly Change[]>();
  const idOf = ({ column, sign, by }: Asked) => `${column} ${sign} ${by}`;
  return {
    answer(asked, isAllowed) {
      // Who has less far to go has less room where cells are hidden in part: so much of a change is within it.
      if (ofChoice.some(({ change, by }) => isReached(change, asked, Math.min(1, asked.by / by)))) return true;
      const found = earlier.get(idOf(asked))?.find(isAllowed);
      if (found) ofChoice.push({ change: found, by: asked.by });
      return found !== undefined;
    },
    add(change, asked) {
      ofChoice.push({ change, by: asked.by });
      if (!isReached(change, asked)) return;
      const id = idOf(asked);
      earlier.set(id, [change, ...(earlier.get(id) ?? [])].slice(0, keptForOne));
    },
    renew() {
      ofChoice = [];
    },
  };
}
