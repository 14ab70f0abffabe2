import { forbid } from "./branch-and-cut.ts";
import type { Cuts } from "./cuts.ts";
import type { MasterProgram } from "./master-program.ts";

/** Rows that a choice may break at most, so that it is worth seeing what little it lacks. */
const fewRows = 8;

interface Searching {
  /** The cells to choose among, all or those that look promising: more of them may come as choices are found. */
  readonly among: ReadonlySet<number>;
  /** What a choice has to cost less than: it may fall as choices are found. */
  readonly below: () => number;
  /** Told of each choice that hardly an attack in fractions defeats. Where it does not do, the search goes on without it. */
  readonly found: (cells: readonly number[]) => void;
  /** Whether one programme more may be solved. */
  readonly isLeft: () => boolean;
  /** Nodes of the search for whole cells in one programme. */
  readonly nodes: number;
  /** Rows that are looked for at a time. */
  readonly most?: number;
}

/**
 * Looks for the cheapest choice of whole cells among some: the cheapest that keeps to what attacks have taught is attacked itself, until
 * no attack succeeds, or nothing is left that costs less than the best. It ends soon where few cells do for many counts.
 * @returns whether nothing is left.
 */
export function searchWhole(
  { master, cuts }: { readonly master: MasterProgram; readonly cuts: Cuts },
  { among, below, found, isLeft, nodes, most }: Searching,
): boolean {
  while (isLeft()) {
    const selection = master.solveWhole({ among, below: below(), nodes });
    if (!selection) return true;
    const cells = master.cells.filter((cell) => (selection.shares.get(cell) as number) > 0.5);
    const rows = selection.broken + cuts.add(selection, most);
    if (rows <= fewRows) found(cells);
    if (rows === 0 && selection.cost < below()) forbid(master, cells);
  }
  return false;
}
