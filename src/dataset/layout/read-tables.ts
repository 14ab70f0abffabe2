import type { Problems } from "../../diagnostics/index.ts";
import type { Sheet, SheetCell } from "../../tables/index.ts";
import { takeCodes } from "../columns/coded-column.ts";
import type { DatasetSpec } from "../definition.ts";
import type { RawTable, TableColumn } from "../raw-table.ts";
import { measuresInCells } from "./cell-pattern.ts";
import { cellsIn, sharedHeadings } from "./cells-in.ts";
import {
  columnOf,
  dimensionNames,
  headsTogether,
  isPartlyWide,
  measureKey,
  measureNames,
  toldBy,
} from "./column-names.ts";
import { fillColumns } from "./fill-columns.ts";
import { createRowFilter } from "./filter-rows.ts";
import { givenCategories } from "./given-categories.ts";
import type { TableRange } from "./layout-spec.ts";
import { indexHeads, locateTable, type WantedHeads } from "./locate-table.ts";
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
  const ranges: readonly (TableRange | undefined)[] = layout.tables ?? [undefined];
  const shared = sharedHeadings(layout.headerRow);
  const parts = sheets.flatMap((whole) =>
    ranges.map((own) => ({
      whole,
      sheet: own ? cellsIn(whole, own.range, shared) : whole,
      range: own?.range,
      at: own?.at,
    })),
  );
  const tables = parts.flatMap(({ sheet, whole, range, at }): readonly RawTable[] => {
    const { file, name } = sheet;
    const located = locateTable(sheet, wanted, {
      headerRow: layout.headerRow,
      firstRow: layout.firstRow,
      lastRow: layout.lastRow,
    });
    if (!located?.columns.some((column) => column !== "")) {
      const whose = name === undefined ? "The file" : `The sheet "${name}"`;
      const where = range === undefined ? whose : `${whose}, ${range},`;
      problems.error(where, {
        code: "empty-file",
        message: `${where} holds no table.`,
        source: { file, sheet: name },
      });
      return [];
    }
    const headings = { file, sheet: name, headerRow: located.headerRow, columns: located.columns };
    const index = indexHeads(headings.columns);
    for (const names of wanted.names) {
      const [first, second] = index.named(names);
      if (first !== undefined && second !== undefined)
        problems.error(`${first}`, twinColumns(headings, [first, second]));
    }
    const complete = withoutRagged(sheet, { rows: located.rows, reading: layout.raggedRows, headings, problems });
    const all = columnsOf(sheet, complete);
    const own = takeCodes(sheet.rowNumbers, complete);
    const filled = withOnes(fillColumns(all, { headings, rowNumbers: own, spec, problems }), layout.counted);
    const kept = filter.keep(headings, filled.cells, filled.rows);
    const rowNumbers = takeCodes(own, kept);
    const cells = filled.cells.map(({ values, codes }) => ({
      values,
      codes: kept.length === codes.length ? codes : takeCodes(codes, kept),
    }));
    const { [measureKey]: measure, ...given } = { ...givenCategories(whole, spec, problems), ...at };
    const lastRow = sheet.rowNumbers[located.rows.at(-1) ?? -1] ?? 0;
    return [{ ...headings, lastRow, cells, rowNumbers, given, measure, headings: filled.headings }];
  });
  filter.finish();
  return tables;
}

/** A table with one column more, where each row is one of what a measure counts. */
function withOnes(filled: ReturnType<typeof fillColumns>, counted: string | undefined): ReturnType<typeof fillColumns> {
  const [first] = filled.cells;
  if (counted === undefined || !first) return filled;
  const ones: TableColumn = { values: [null, 1], codes: new Uint32Array(first.codes.length).fill(1) };
  return {
    ...filled,
    cells: [...filled.cells, ones],
    headings: { ...filled.headings, [counted]: filled.cells.length },
  };
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
  const { layout = {}, measures } = spec;
  const names: (readonly string[])[] = [...headsOfDimensions(spec, wide)];
  if (layout.long?.value !== undefined) names.push([layout.long.value]);
  else if (!wide) {
    const inCells = measuresInCells(spec);
    const own = Object.keys(measures).filter((measure) => !inCells.has(measure) && measure !== layout.counted);
    names.push(...own.map((measure) => measureNames(spec, measure)));
  }
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

/** The headings of the columns that tell dimensions, and the measure of a row; each by any of its names. */
function headsOfDimensions(spec: DatasetSpec, wide: WideHeads | undefined): readonly (readonly string[])[] {
  const { layout = {}, dimensions } = spec;
  const told = new Map(toldBy(spec));
  const isTold = (dimension: string) => (layout.tables ?? []).some(({ at = {} }) => dimension in at);
  return [...new Set([...Object.keys(dimensions), ...told.keys()])].flatMap((dimension) => {
    const dimensionLayout = told.get(dimension);
    if (isTold(dimension) || (dimensionLayout === undefined && wide?.holes.has(dimension))) return [];
    if (dimensionLayout === undefined) return [dimensionNames(spec, dimension)];
    if (typeof dimensionLayout === "object" && "heading" in dimensionLayout) return [[dimensionLayout.heading]];
    const own = columnOf(dimensionLayout);
    const partly = isPartlyWide(spec, dimension) ? dimension : undefined;
    return [...(own === undefined ? [] : [own]), ...headsTogether(dimensionLayout, partly)].map((head) => [head]);
  });
}
