import type { Diagnostics } from "../../diagnostics/index.ts";
import type { CategoryRegistry } from "../category-registry.ts";
import type { DatasetSpec } from "../definition.ts";
import { type CountTable, coordinatesOf, measureOf } from "./count-table.ts";
import type { DisclosureSpec } from "./disclosure-spec.ts";

interface Names {
  readonly spec: DatasetSpec;
  readonly categories: Pick<CategoryRegistry, "find" | "period">;
}

/** The name of a cell of a table. */
export const cellLabel = (names: Names, table: CountTable, cell: number): string =>
  labelOf(names, measureOf(table, cell), coordinatesOf(table, cell));

/** `Offences for Kent, 2018/19`. */
export function labelOf({ spec, categories }: Names, measure: string, at: Readonly<Record<string, string>>): string {
  const labels = Object.entries(at).map(([dimension, id]) =>
    spec.dimensions[dimension]?.role === "time"
      ? (categories.period(id)?.label ?? id)
      : (categories.find(dimension, id)?.label ?? id),
  );
  return `${spec.measures[measure]?.label ?? measure} for ${labels.join(", ")}`;
}

interface CellNames extends Names {
  /** Cells of earlier editions: their categories may be named by id, also where they are gone. */
  readonly earlier?: { readonly cells: readonly { readonly at: Readonly<Record<string, string>> }[] } | undefined;
  readonly diagnostics: Diagnostics;
}

/** Whether a list of a definition names a cell, by category and `measure`. Reports names that do not exist. */
export function namedCells(
  { spec, categories, earlier, diagnostics }: CellNames,
  listedCells: NonNullable<DisclosureSpec["known"]>,
  field: string,
): (coordinates: Readonly<Record<string, string>>) => boolean {
  const patterns = listedCells.map((coordinates) =>
    Object.entries(coordinates).map(([name, choice]) => {
      const names = typeof choice === "string" ? [choice] : choice;
      if (name === "measure") {
        for (const id of names) {
          if (Object.hasOwn(spec.measures, id)) continue;
          const message = `The dataset has no measure "${id}".`;
          diagnostics.error({
            code: "unknown-measure",
            message,
            source: { id: spec.title, field: `disclosure.${field}` },
          });
        }
        return { name, ids: new Set(names) };
      }
      const ids = names.flatMap((label) => {
        const found = categories.find(name, label);
        if (!found && earlier?.cells.some(({ at }) => at[name] === label)) return label;
        if (!found) {
          const message = `There is no ${name} "${label}" in the data.`;
          const source = { id: spec.title, field: `disclosure.${field}` };
          diagnostics.error({ code: "unknown-category", message, source });
        }
        return found?.id ?? [];
      });
      return { name, ids: new Set(ids) };
    }),
  );
  return (coordinates) =>
    patterns.some((pattern) => pattern.every(({ name, ids }) => ids.has(coordinates[name] ?? "")));
}

const namesShown = 5;

/** The first of many names, and how many more there are. */
export function firstNames(names: readonly string[]): string {
  const more = names.length - namesShown;
  return `${names.slice(0, namesShown).join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}

/** `A cell has`, `3 cells have`. */
export const cellCount = (count: number, one: string, other: string): string =>
  count === 1 ? `A cell ${one}` : `${count} cells ${other}`;
