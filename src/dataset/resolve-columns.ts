import type { Problems } from "../diagnostics/index.ts";
import { cellText, type SheetCell } from "../tables/index.ts";
import type { BuildInput } from "./build-input.ts";
import { findDimension } from "./find-dimension.ts";
import { cellPatterns, measuresInCells } from "./layout/cell-pattern.ts";
import {
  createMeasureFinder,
  dimensionNames,
  headsTogether,
  isPartlyWide,
  measureKey,
  measureNames,
  parentLayouts,
  purposeOf,
} from "./layout/column-names.ts";
import { createPartReader } from "./layout/hole-pattern.ts";
import type { DimensionLayout } from "./layout/layout-spec.ts";
import { indexHeads } from "./layout/locate-table.ts";
import { headingLocation, missingColumn, takenForHeadings } from "./layout/missing-column.ts";
import { createNameTest, plainName } from "./layout/names.ts";
import type { WideHeads } from "./layout/wide-heads.ts";
import type { RawTable } from "./raw-table.ts";
import type { DimensionColumn, MeasureColumn, ResolvedColumns } from "./resolved-columns.ts";

/**
 * Matches the columns of a table to the definition, ignoring case. Reports every column missing, and those that are not
 * used.
 */
export function resolveColumns(table: RawTable, input: BuildInput): ResolvedColumns {
  const { spec, problems } = input;
  const { layout = {} } = spec;
  const finder = createColumnFinder(table, problems);
  const all = dimensionColumns(table, input, finder);
  const [dimensions, partlyWide] = [false, true].map((isPartly) =>
    all.filter(({ dimension }) => isPartlyWide(spec, dimension) === isPartly),
  ) as [DimensionColumn[], DimensionColumn[]];
  const parents = Object.keys(layout.parents ?? {}).map((dimension) => ({
    dimension,
    levels: parentLayouts(spec, dimension).flatMap(([key, dimensionLayout]) =>
      columnsTelling({ dimension: key, label: key, dimensionLayout }, { table, spec, finder }),
    ),
  }));
  const source =
    layout.source && "column" in layout.source ? finder.need("sources", [layout.source.column]) : undefined;
  const vintage = layout.vintage && finder.need("vintages", [layout.vintage.column]);
  const note = layout.note && finder.need("notes", [layout.note.column]);
  const filters = [...Object.keys(layout.rows?.only ?? {}), ...Object.keys(layout.rows?.except ?? {})];
  for (const name of filters) finder.findFilter(name);
  const told = new Set([...finder.used, ...finder.between]);
  const isIgnored = createNameTest(layout.ignore ?? []);
  const lettered = (layout.ignore ?? []).filter((name) => name.startsWith("#"));
  const ignored = new Set([
    ...table.columns.flatMap((name, index) => (isIgnored(name) ? [index] : [])),
    ...lettered.flatMap((name) => finder.find([name]) ?? []),
  ]);
  for (const index of ignored) finder.used.add(index);
  const { measures: columns, long } = measureColumns(table, input, finder);
  const measures = withFiguresInCells(columns, input);
  const unused = table.columns.filter(
    (name, index) => !finder.used.has(index) && !finder.between.has(index) && name !== "",
  );
  if (unused.length > 0)
    problems.warn(unused.join("|"), { ...unusedColumns(unused), source: headingLocation(table, unused[0]) });
  const telling = long ? new Set([...told, long.index]) : told;
  return { dimensions, partlyWide, parents, measures, long, source, vintage, note, telling, ignored };
}

const shownNames = 12;

function unusedColumns(names: readonly string[]) {
  const shown = names.slice(0, shownNames).map((name) => `"${name}"`);
  const rest = names.length - shown.length;
  const listed = `${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
  return {
    code: "unused-column",
    message:
      names.length === 1 ? `The column ${listed} is not used.` : `${names.length} columns are not used: ${listed}.`,
    hint: `Name them in the layout, or leave them out: layout: { ignore: [${shown.join(", ")}${rest > 0 ? ", …" : ""}] }.`,
  } as const;
}

function dimensionColumns(
  table: RawTable,
  { spec, wide }: BuildInput,
  finder: ColumnFinder,
): readonly DimensionColumn[] {
  return Object.entries(spec.dimensions).flatMap(([dimension, { label }]): readonly DimensionColumn[] => {
    const dimensionLayout = spec.layout?.dimensions?.[dimension];
    const isWide = wide?.holes.has(dimension) === true && dimensionLayout === undefined;
    return isWide ? [] : columnsTelling({ dimension, label, dimensionLayout }, { table, spec, finder });
  });
}

interface Told {
  readonly dimension: string;
  readonly label: string;
  readonly dimensionLayout: DimensionLayout | undefined;
}

interface TellingInput {
  readonly table: RawTable;
  readonly spec: BuildInput["spec"];
  readonly finder: ColumnFinder;
}

/** The column that tells a dimension of each row, or its measure; none where the table or its headings do. */
function columnsTelling(
  { dimension, label, dimensionLayout }: Told,
  { table, spec, finder }: TellingInput,
): readonly DimensionColumn[] {
  const heading = table.headings[dimension];
  const partly = isPartlyWide(spec, dimension) ? dimension : undefined;
  if (typeof dimensionLayout === "object" && "heading" in dimensionLayout) finder.findBetween(dimensionLayout.heading);
  for (const head of headsTogether(dimensionLayout, partly)) finder.find([head]);
  if (dimension in table.given) return [];
  if (heading !== undefined)
    return [{ dimension, index: heading, name: partOf(dimensionLayout, partly) ?? label, nameIn: asItIs }];
  if (isElsewhere(dimensionLayout)) return [];
  const names =
    dimensionLayout === undefined
      ? dimensionNames(spec, dimension)
      : [
          typeof dimensionLayout === "string"
            ? dimensionLayout
            : "column" in dimensionLayout
              ? dimensionLayout.column
              : "",
        ];
  const index = finder.need(purposeOf(dimension), names);
  if (index === undefined) return [];
  const { pattern, blank } = typeof dimensionLayout === "object" && "column" in dimensionLayout ? dimensionLayout : {};
  const part = pattern === undefined ? asItIs : createPartReader(pattern);
  const nameIn = blank === undefined ? part : (text: string) => (text === "" ? blank : part(text));
  return [{ dimension, index, name: table.columns[index] ?? dimension, nameIn }];
}

/** Of a dimension that several columns tell, the one of the smallest part. */
const partOf = (dimensionLayout: DimensionLayout | undefined, wide: string | undefined): string | undefined =>
  headsTogether(dimensionLayout, wide).at(-1);

const asItIs = (text: string): string => text;

/** Whether a dimension, or the measure, is told by no column: what is wrong with its layout is said already. */
const isElsewhere = (dimensionLayout: DimensionLayout | undefined): boolean =>
  typeof dimensionLayout === "object" && !("column" in dimensionLayout);

interface ColumnFinder {
  readonly used: Set<number>;
  /** Those with headings between the rows, which may have figures in the others. */
  readonly between: ReadonlySet<number>;
  /** Those that say which rows are read, and nothing else. */
  readonly filters: ReadonlySet<number>;
  findBetween(name: string): void;
  findFilter(name: string): void;
  find(names: readonly string[]): number | undefined;
  /** As `find`; reports a column that is not there. */
  need(purpose: string, names: readonly string[]): number | undefined;
}

function createColumnFinder(table: RawTable, problems: Problems): ColumnFinder {
  const used = new Set<number>();
  const heads = indexHeads(table.columns);
  const find = (names: readonly string[]): number | undefined => {
    const index = heads.find(names);
    if (index !== undefined) used.add(index);
    return index;
  };
  const need = (purpose: string, names: readonly string[]): number | undefined => {
    const index = find(names);
    if (index === undefined) problems.error(`${purpose} ${names[0]}`, missingColumn(table, names[0] ?? "", purpose));
    return index;
  };
  const between = new Set<number>();
  const findBetween = (name: string): void => {
    const index = heads.find([name]);
    if (index !== undefined) between.add(index);
  };
  const filters = new Set<number>();
  const findFilter = (name: string): void => {
    const index = heads.find([name]);
    if (index === undefined) return;
    if (!used.has(index)) filters.add(index);
    used.add(index);
  };
  return { used, between, filters, find, findBetween, findFilter, need };
}

function measureColumns(
  table: RawTable,
  input: BuildInput,
  finder: ColumnFinder,
): Pick<ResolvedColumns, "measures" | "long"> {
  const { spec } = input;
  const { layout = {} } = spec;
  const findMeasure = createMeasureFinder(spec, plainName);
  const inCells = measuresInCells(spec);
  const named = Object.entries(spec.measures).filter(([id]) => !inCells.has(id));
  const told = layout.long && measureTelling(layout.long.measure, { table, spec, finder });
  const long = told && {
    index: told.index,
    name: told.name,
    measureIn: (text: string) => findMeasure(told.nameIn(text) ?? ""),
  };
  const ofTable = table.measure === undefined ? undefined : findMeasure(table.measure);
  if (table.measure !== undefined && ofTable === undefined) {
    input.problems.error(`measure ${table.measure}`, unknownMeasure(table, table.measure));
    for (const index of table.columns.keys()) finder.used.add(index);
    return { measures: [], long: undefined };
  }
  /** A column of figures, for each measure that its rows may be of. */
  const spread = ({ index, name, measure, at }: FigureColumn): readonly MeasureColumn[] =>
    named.flatMap(([id, own]) =>
      (measure ?? ofTable ?? id) === id ? [{ index, name, measure: id, spec: own, told: at }] : [],
    );
  if (input.wide) return { measures: wideColumns(table, input.wide, { input, finder }).flatMap(spread), long };
  if (layout.long?.value !== undefined) {
    const index = finder.need("values", [layout.long.value]);
    if (index === undefined || (layout.long && !long && ofTable === undefined))
      return { measures: [], long: undefined };
    return { measures: spread({ index, name: table.columns[index] ?? "", measure: undefined, at: {} }), long };
  }
  const measures = named.flatMap(([measure, own]): readonly MeasureColumn[] => {
    const index =
      measure === layout.counted
        ? table.headings[measure]
        : finder.need(`measure ${measure}`, measureNames(spec, measure));
    return index === undefined ? [] : [{ index, name: table.columns[index] ?? measure, measure, spec: own, told: {} }];
  });
  return { measures, long: undefined };
}

/** The columns of figures, those of cells with several figures once for each of their measures. */
function withFiguresInCells(
  columns: readonly MeasureColumn[],
  { spec, parseCell }: BuildInput,
): readonly MeasureColumn[] {
  const patterns = cellPatterns(spec);
  if (patterns.size === 0) return columns;
  return columns.flatMap((column): readonly MeasureColumn[] => {
    const pattern = patterns.get(column.measure);
    if (!pattern) return [column];
    return pattern.measures.flatMap((measure): readonly MeasureColumn[] => {
      const own = spec.measures[measure];
      const isFirst = measure === column.measure;
      const partOf = (cell: SheetCell): SheetCell => {
        const parts = pattern.match(cell);
        if (parts) return parts[measure] ?? null;
        // One number alone is the figure itself, and says nothing of its bounds; a marker is of all.
        const isOne = !isFirst && parseCell.isFigure(cell) && /\d/u.test(cellText(cell));
        return isOne ? null : cell;
      };
      return own ? [{ ...column, measure, spec: own, within: { measure: column.measure, partOf } }] : [];
    });
  });
}

/** The column that tells the measure of each row; undefined where the table as a whole does. */
const measureTelling = (dimensionLayout: DimensionLayout, input: TellingInput): DimensionColumn | undefined =>
  input.table.measure === undefined
    ? columnsTelling({ dimension: measureKey, label: "Measure", dimensionLayout }, input)[0]
    : undefined;

const unknownMeasure = (table: RawTable, name: string) =>
  ({
    code: "unknown-name",
    message: `No measure is called "${name}", as the table is.`,
    hint: "Say in layout.measures which one it is, or leave the table out.",
    source: headingLocation(table),
  }) as const;

/** A column of figures, whose heading may tell its measure, and categories. */
interface FigureColumn {
  readonly index: number;
  readonly name: string;
  readonly measure: string | undefined;
  readonly at: Readonly<Record<string, string>>;
}

interface WideInput {
  readonly input: BuildInput;
  readonly finder: ColumnFinder;
}

function wideColumns(table: RawTable, wide: WideHeads, { input, finder }: WideInput): readonly FigureColumn[] {
  const { problems } = input;
  const { used, between, filters } = finder;
  const time = findDimension(input, "time") ?? "";
  const columns: FigureColumn[] = [];
  const hasFigures = (index: number) => {
    const { values, codes } = table.cells[index] ?? { values: [], codes: new Uint32Array() };
    return codes.some((code) => code !== 0 && input.parseCell.isFigure(values[code] ?? null));
  };
  for (const [index, name] of table.columns.entries()) {
    // `Men` stands between the rows in the first column of figures.
    const isFilter = filters.has(index);
    const isTaken = (used.has(index) && !isFilter) || ((between.has(index) || isFilter) && !hasFigures(index));
    const found = isTaken || name === "" ? undefined : wide.match(name);
    // What rows are read by is a period all the same, and no area or measure that happens to be called so.
    if (!found || (isFilter && !(time in found.at))) continue;
    used.add(index);
    columns.push({ index, name, ...found });
  }
  if (columns.length === 0) {
    problems.error("wide", {
      code: "missing-column",
      message: `No heading looks like ${wide.patterns.map((pattern) => `"${pattern}"`).join(" or ")}.`,
      hint: `The headings are ${table.columns
        .slice(0, shownNames)
        .map((name) => `"${name}"`)
        .join(", ")}. ${takenForHeadings(table)}`,
      source: headingLocation(table),
    });
  }
  return columns;
}
