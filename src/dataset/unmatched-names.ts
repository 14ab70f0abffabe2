import { type PartialLocation, type Problems, quote } from "../diagnostics/index.ts";
import type { CategoryRegistry } from "./category-registry.ts";
import { nearestCategory } from "./nearest-category.ts";

/** Names that no declared category has, of all files: one error a dimension, with what may be meant. */
export interface UnmatchedNames {
  /** A cell with such a name. `field` of its location is the column. */
  note(dimension: string, name: string, source: PartialLocation): void;
  report(): void;
}

interface UnmatchedInput {
  readonly categories: CategoryRegistry;
  readonly problems: Problems;
}

/** Names that are listed; the others are counted. */
const listedNames = 20;

export function createUnmatchedNames({ categories, problems }: UnmatchedInput): UnmatchedNames {
  const found = new Map<string, Map<string, { count: number; readonly source: PartialLocation }>>();
  return {
    note(dimension, name, source) {
      const names = found.get(dimension) ?? new Map<string, { count: number; readonly source: PartialLocation }>();
      found.set(dimension, names);
      const known = names.get(name.trim());
      if (known) known.count += 1;
      else names.set(name.trim(), { count: 1, source });
    },
    report() {
      for (const [dimension, names] of found) {
        const list = categories.list(dimension);
        const matched = [...names]
          .sort(([, a], [, b]) => b.count - a.count)
          .slice(0, listedNames)
          .map(([name, { count }]) => ({ name, count, nearest: nearestCategory(name, list) }));
        const told = matched.map(({ name, count, nearest }) => {
          const rows = count > 1 ? `, ${count.toLocaleString("en-GB")} rows` : "";
          return `${quote(name)} (${nearest ? `nearest: ${quote(nearest.label)}` : "none is near"}${rows})`;
        });
        const more = names.size - told.length;
        const pasted = matched.flatMap(({ name, nearest }) =>
          nearest ? `${JSON.stringify(name)}: ${JSON.stringify(nearest.id)}` : [],
        );
        const far = matched.find(({ nearest }) => !nearest);
        const [first] = [...names.values()];
        const hints = [
          pasted.length > 0
            ? `Paste what is right into dimensions.${dimension}: aliases: { ${pasted.join(", ")} }.`
            : "",
          far
            ? `If such rows are no data: layout: { rows: { except: { ${quote(first?.source.field ?? dimension)}: ${quote(far.name)} } } }.`
            : "",
        ];
        problems.error(`unmatched ${dimension}`, {
          code: "unknown-category",
          message: `${names.size === 1 ? `A name of ${dimension} is` : `${names.size.toLocaleString("en-GB")} names of ${dimension} are`} no declared category: ${told.join(", ")}${more > 0 ? ` and ${more.toLocaleString("en-GB")} more` : ""}.`,
          hint: hints.filter(Boolean).join(" "),
          source: { ...first?.source },
          count: [...names.values()].reduce((sum, { count }) => sum + count, 0),
        });
      }
    },
  };
}
