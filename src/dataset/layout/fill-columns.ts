import type { Problems } from "../../diagnostics/index.ts";
import { cellText } from "../../tables/index.ts";
import { allRows } from "../columns/observation-columns.ts";
import type { DatasetSpec } from "../definition.ts";
import type { TableColumn } from "../raw-table.ts";
import { createHeadReader } from "./hole-pattern.ts";
import { findColumn } from "./locate-table.ts";
import { type Headings, missingColumn } from "./missing-column.ts";

interface Filling {
  readonly headings: Headings;
  readonly spec: DatasetSpec;
  readonly problems: Problems;
}

interface Filled {
  /** The columns of the table, then one a dimension that stands in headings between the rows. */
  readonly cells: readonly TableColumn[];
  /** Indices of the rows that are no such headings. */
  readonly rows: Uint32Array;
  readonly headings: Readonly<Record<string, number>>;
}

/** Gives each row what stands above it: labels that are not repeated, and headings between rows. */
export function fillColumns(cells: readonly TableColumn[], { headings, spec, problems }: Filling): Filled {
  const { layout = {} } = spec;
  const filled = [...cells];
  for (const name of layout.fillDown ?? []) {
    const index = findColumn(headings.columns, [name]);
    const column = index === undefined ? undefined : cells[index];
    if (index === undefined || !column)
      problems.error(`fill ${name}`, missingColumn(headings, name, "layout.fillDown"));
    else filled[index] = { values: column.values, codes: fillDown(column.codes) };
  }
  const places = Object.entries(layout.dimensions ?? {}).flatMap(([dimension, place]) => {
    if (typeof place !== "object" || !("heading" in place)) return [];
    const index = findColumn(headings.columns, [place.heading]);
    const column = index === undefined ? undefined : cells[index];
    if (column) return { dimension, column, isHeading: createHeadReader(place.pattern) };
    problems.error(`heading ${place.heading}`, missingColumn(headings, place.heading, `dimension ${dimension}`));
    return [];
  });
  const height = cells[0]?.codes.length ?? 0;
  const all = allRows({ length: height });
  if (places.length === 0) return { cells: filled, rows: all, headings: {} };
  const values = places.map((): (string | null)[] => [null]);
  const codes = places.map(() => new Uint32Array(height));
  const current = places.map(() => 0);
  const rows = all.filter((row) => {
    const isAlone = cells.filter((column) => column.codes[row] !== 0).length === 1;
    for (const [index, { column, isHeading }] of isAlone ? [...places.entries()] : []) {
      const text =
        column.codes[row] === 0 ? undefined : isHeading(cellText(column.values[column.codes[row] as number] ?? null));
      if (text === undefined) continue;
      current[index] = (values[index] as (string | null)[]).push(text) - 1;
      return false;
    }
    for (const [index, own] of codes.entries()) own[row] = current[index] as number;
    return true;
  });
  return {
    cells: [
      ...filled,
      ...places.map((_, index) => ({ values: values[index] ?? [], codes: codes[index] as Uint32Array })),
    ],
    rows,
    headings: Object.fromEntries(places.map(({ dimension }, index) => [dimension, cells.length + index])),
  };
}

function fillDown(codes: Uint32Array): Uint32Array {
  const filled = codes.slice();
  for (let row = 1; row < filled.length; row += 1) if (filled[row] === 0) filled[row] = filled[row - 1] as number;
  return filled;
}
