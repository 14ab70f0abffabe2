import type { Dataset } from "../dataset.ts";
import type { Category } from "../observation.ts";
import { type UndeclaredSums, undeclaredSums } from "./undeclared-sums.ts";

/** The sums that the figures of a dataset tell and its definition does not: what a definition should declare. */
export function findUndeclaredSums({ definition, columns, categories, category }: Dataset): UndeclaredSums {
  const { spec } = definition;
  // Reading has put categories below the sums that it found; those are what is asked for.
  const declared = (own: Category): Category => {
    const dimension = spec.dimensions[own.dimension];
    if (!dimension || dimension.role === "time" || own.parent === undefined) return own;
    const isHeld = dimension.categories?.some(({ id, parent }) => id === own.id && parent !== undefined);
    if (isHeld || dimension.holds) return own;
    const { parent: _, ...alone } = own;
    return alone;
  };
  return undeclaredSums({
    spec,
    columns,
    categories: {
      list: (dimension) => categories(dimension).map(declared),
      find(dimension, name) {
        const found = category(dimension, name);
        return found && declared(found);
      },
    },
  });
}
