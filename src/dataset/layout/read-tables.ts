import type { Problems } from "../../diagnostics/index.ts";
import type { Sheet, SheetCell } from "../../tables/index.ts";
import { takeCodes } from "../columns/coded-column.ts";
import type { DatasetSpec } from "../definition.ts";
import type { RawTable, TableColumn } from "../raw-table.ts";
import { dimensionNames, headsTogether, measureNames } from "./column-names.ts";
import { fillColumns } from "./fill-columns.ts";
import { createRowFilter } from "./filter-rows.ts";
import { givenCategories } from "./given-categories.ts";
import { columnsNamed, locateTable, type WantedHeads } from "./locate-table.ts";
import { twinColumns } from "./missing-column.ts";
import { headBreak } from "./names.ts";
import { withoutRagged } from "./ragged-rows.ts";
import type { WideHeads } from "./wide-heads.ts";

interface TablesInput {
  readonly spec: DatasetSpec;
  readonly sheets: readonly Sheet[];
  /** Of a wide table. */
  readonly wide: WideHeads | undefined;
  readonly isFigure: (cell: SheetCell) => boolean;
  readonly problems: Problems;
}

/** Finds the table of each sheet by the layout of the definition: its headings, and the rows that are asked for. */
export function readTables({ spec, sheets, wide, isFigure, problems }: TablesInput): readonly RawTable[] {
  const { layout = {} } = spec;
  const wanted = { ...wantedHeads(spec, wide), isFigure };
  const filter = createRowFilter(spec, problems);
  const tables = sheets.flatMap((sheet): readonly RawTable[] => {
    const { file, name } = sheet;
    const located = locateTable(sheet, wanted, { headerRow: layout.headerRow, lastRow: layout.lastRow });
    if (!located?.columns.some((column) => column !== "")) {
      const where = name === undefined ? "The file" : `The sheet "${name}"`;
      problems.error(where, {
        code: "empty-file",
        message: `${where} holds no table.`,
        source: { file, sheet: name },
      });
      return [];
    }
    const headings = { file, sheet: name, headerRow: located.headerRow, columns: located.columns };
    for (const names of wanted.names) {
      const [first, second] = columnsNamed(headings.columns, names);
      if (first !== undefined && second !== undefined)
        problems.error(`${first}`, twinColumns(headings, [first, second]));
    }
    const complete = withoutRagged(sheet, { rows: located.rows, reading: layout.raggedRows, headings, problems });
    const all = columnsOf(sheet, complete);
    const own = takeCodes(sheet.rowNumbers, complete);
    const filled = fillColumns(all, { headings, rowNumbers: own, spec, problems });
    const kept = filter.keep(headings, filled.cells, filled.rows);
    const rowNumbers = takeCodes(own, kept);
    const cells = filled.cells.map(({ values, codes }) => ({
      values,
      codes: kept.length === codes.length ? codes : takeCodes(codes, kept),
    }));
    return [
      { ...headings, cells, rowNumbers, given: givenCategories(sheet, spec, problems), headings: filled.headings },
    ];
  });
  filter.finish();
  return tables;
}

/** The cells of some rows. A cell that is merged over rows stands in each of them. */
function columnsOf({ columns, merges }: Sheet, rows: Uint32Array): readonly TableColumn[] {
  return columns.map(({ values, codes }, column) => {
    const own = merges.filter(({ left, top, bottom }) => left === column && bottom > top);
    const spread = own.length === 0 ? codes : codes.slice();
    for (const { top, bottom } of own) spread.fill(codes[top] as number, top, bottom + 1);
    return { values, codes: takeCodes(spread, rows) };
  });
}

/** The headings that a layout asks for, and in how many rows they stand. */
function wantedHeads(spec: DatasetSpec, wide: WideHeads | undefined): Omit<WantedHeads, "isFigure"> {
  const { layout = {}, dimensions, measures } = spec;
  const names: (readonly string[])[] = [];
  for (const dimension of Object.keys(dimensions)) {
    if (wide?.holes.has(dimension)) continue;
    const dimensionLayout = layout.dimensions?.[dimension];
    const isHeading = typeof dimensionLayout === "object" && "heading" in dimensionLayout;
    if (isHeading) names.push([dimensionLayout.heading]);
    else {
      const own = dimensionNames(spec, dimension);
      if (own.length > 0) names.push(own);
      names.push(...headsTogether(dimensionLayout).map((head) => [head]));
    }
  }
  if (layout.long) names.push([layout.long.measure], [layout.long.value]);
  else if (!wide) names.push(...Object.keys(measures).map((measure) => measureNames(spec, measure)));
  for (const part of [layout.source, layout.vintage, layout.note])
    if (part && "column" in part) names.push([part.column]);
  const { headerRow } = layout;
  const written = [...names.flat(), ...(wide?.patterns ?? [])];
  const levels =
    typeof headerRow === "object"
      ? headerRow[1] - headerRow[0] + 1
      : Math.max(1, ...written.map((name) => name.split(headBreak).length));
  return { names, levels, isWide: wide?.isLikely };
}
