import type { BlockLevelBox } from "../box/box.ts";
import type { FloatMove } from "./break-point.ts";
import type { PageSlice } from "./paginate.ts";

/** How far below its natural position each float stands because a page ends there. */
export interface FloatDelays {
  of(box: BlockLevelBox): number;
  /**
   * Takes note of the floats that the first page with such floats would cut: they move down, and what is below moves
   * along. Gives false when no float needs to move, so that the layout is final.
   */
  update(slices: readonly PageSlice[]): boolean;
}

/** Two moves set a float on the next page; one that goes back and forth is left where its page divides it. */
const mostMoves = 4;

export function createFloatDelays(): FloatDelays {
  const delays = new Map<BlockLevelBox, { readonly by: number; readonly count: number }>();

  const isFree = ({ box }: FloatMove) => (delays.get(box)?.count ?? 0) < mostMoves;

  return {
    of: (box) => delays.get(box)?.by ?? 0,
    update(slices) {
      const moves = slices.map(({ floatMoves = [] }) => floatMoves.filter(isFree)).find((found) => found.length > 0);
      for (const { box, by } of moves ?? []) {
        const known = delays.get(box) ?? { by: 0, count: 0 };
        delays.set(box, { by: Math.max(0, known.by + by), count: known.count + 1 });
      }
      return moves !== undefined;
    },
  };
}
