import type { Bounds, SceneNode, Vega } from "./vega-modules.ts";

/** The name of the transform. */
export const listGrid = "listgrid";

interface GridParams {
  readonly columns: number;
  readonly columnPadding: number;
  readonly rowPadding: number;
  /** Where a text begins, and has its middle, in its cell, px. */
  readonly left: number;
  readonly middle: number;
}

type Placed = { -readonly [Name in keyof SceneNode]: SceneNode[Name] };

/** The part of Vega's pulses that a transform of marks needs. */
export interface MarkPulse {
  readonly SOURCE: number;
  /** `source` is undefined as long as there are no items. */
  materialize(flag: number): { readonly source: readonly Placed[] | undefined };
  reflow(fork: boolean): { modifies(fields: readonly string[]): object };
}

/**
 * Makes a transform of Vega that sets the texts of a mark in rows of so many columns, each as wide as its longest text, as Vega's own layout sets the
 * entries of a legend.
 */
export function createListGrid({ Transform, Bounds, Marks }: Pick<Vega, "Transform" | "Bounds" | "Marks">): object {
  class ListGrid extends Transform {
    static Definition = {
      type: "ListGrid",
      metadata: { modifies: true },
      params: ["columns", "columnPadding", "rowPadding", "left", "middle"].map((name) => ({ name, type: "number" })),
    };

    transform(params: GridParams, pulse: MarkPulse): object {
      const { source = [] } = pulse.materialize(pulse.SOURCE);
      setInGrid(source, params, (item) => Marks.text?.bound(new Bounds(), item) ?? new Bounds());
      return pulse.reflow(true).modifies(["x", "y"]);
    }
  }
  return ListGrid;
}

function setInGrid(
  items: readonly Placed[],
  { columns, columnPadding, rowPadding, left, middle }: GridParams,
  boundsOf: (item: Placed) => Bounds,
): void {
  const rows = Math.ceil(items.length / columns);
  const above = new Array<number>(rows).fill(0);
  const below = new Array<number>(rows).fill(0);
  const before = new Array<number>(columns).fill(0);
  const across = new Array<number>(columns).fill(0);
  const all = items.map((item, index) => {
    item.x = left;
    item.y = middle;
    const bounds = boundsOf(item);
    const row = Math.floor(index / columns);
    const column = index % columns;
    above[row] = Math.max(above[row] ?? 0, rowPadding + wholePx(-bounds.y1));
    below[row] = Math.max(below[row] ?? 0, Math.ceil(bounds.y2));
    before[column] = Math.max(before[column] ?? 0, columnPadding + wholePx(-bounds.x1));
    across[column] = Math.max(across[column] ?? 0, Math.ceil(bounds.x2));
    return { item, bounds, row, column };
  });
  const starts = startsOf(before, across);
  const tops = startsOf(above, below);
  for (const { item, bounds, row, column } of all) {
    // Vega's layout centres the texts of the first row only.
    const spare = row === 0 && columns > 1 ? Math.max(0, (below[0] ?? 0) - bounds.y2) / 2 : 0;
    item.x = left + (starts[column] ?? 0);
    item.y = middle + (tops[row] ?? 0) + spare;
  }
}

const wholePx = (px: number): number => (px > 0 ? Math.ceil(px) : 0);

/** Where each of several cells begins: the first at 0, each after the one before and what keeps them apart. */
function startsOf(before: readonly number[], extents: readonly number[]): readonly number[] {
  let at = 0;
  return extents.map((_, index) => {
    if (index > 0) at += (extents[index - 1] ?? 0) + (before[index] ?? 0);
    return at;
  });
}
