import { type Problems, quote } from "../diagnostics/index.ts";
import type { CategoryRegistry } from "./category-registry.ts";
import type { RowLocation } from "./merge-rows.ts";

/** What rows say of what holds their categories, by the ids of these. */
export interface ToldParents {
  note(dimension: string, held: { readonly part: string; readonly whole: string }, location: RowLocation): void;
  /** What holds each category of which rows say it. */
  wholes(dimension: string): ReadonlyMap<string, string>;
  /** Categories of which rows say that they hold themselves. */
  ownHolders(dimension: string): ReadonlySet<string>;
}

interface Told {
  readonly wholes: Map<string, string>;
  readonly ownHolders: Set<string>;
  /** The row that says first what holds a category. */
  readonly rows: Map<string, number>;
}

/** @param problems told of a category that rows put into two others. */
export function createToldParents(problems: Problems, { find }: Pick<CategoryRegistry, "find">): ToldParents {
  const byDimension = new Map<string, Told>();
  const toldOf = (dimension: string): Told => {
    const told = byDimension.get(dimension) ?? { wholes: new Map(), ownHolders: new Set(), rows: new Map() };
    byDimension.set(dimension, told);
    return told;
  };
  return {
    wholes: (dimension) => toldOf(dimension).wholes,
    ownHolders: (dimension) => toldOf(dimension).ownHolders,
    note(dimension, { part, whole }, location) {
      const { wholes, ownHolders, rows } = toldOf(dimension);
      const known = wholes.get(part);
      if (known === whole) return;
      if (part === whole) ownHolders.add(part);
      else if (known === undefined) {
        wholes.set(part, whole);
        rows.set(part, location.row);
      } else {
        const [name, first, second] = [part, known, whole].map((id) => quote(find(dimension, id)?.label ?? id));
        problems.error(`parents ${dimension} ${part}`, {
          code: "two-parents",
          message: `${name} is held by ${first}, as row ${rows.get(part)} says, and by ${second}.`,
          hint: `If they are two of one name, tell them apart by { joined: "{…} ({…})" } in layout.dimensions; if it came to another holder, leave ${dimension} out of layout.parents.`,
          source: location,
        });
      }
    },
  };
}
