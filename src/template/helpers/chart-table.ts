import {
  type ChartColumn,
  type ChartRow,
  commonPart,
  decimalsShown,
  type FormatValue,
  type RenderedChart,
  shortened,
} from "../../charts/index.ts";
import { groupBy, markerOfRow } from "../../dataset/index.ts";
import { exact, type Words } from "../../language/index.ts";
import { plainText } from "../plain-text.ts";
import type { Rendering } from "../rendering.ts";
import { withoutTracing } from "../traced-text.ts";
import { columnHeading, tableFrame } from "./table-parts.ts";
import { type PaperFit, paperFit } from "./table-width.ts";
import { columnsOf, columnsOfBlock, turnings, type WideRows, wideRows } from "./wide-rows.ts";

/** Past so many rows nobody reads a table from its top: it is told in parts. */
const mostRows = 200;
/** Rows of a part, where nothing sets parts apart. */
const rowsOfPart = 50;
/** More parts than these are no help. */
const mostParts = 100;

/**
 * The figures behind a chart as a table, whose caption names them where none is given: years beside one another where they fit, else the rows as they are. Of more than 200 rows, a
 * disclosure for each block of columns, line, area or stretch of rows, with a table of its own: what a reader goes through by keyboard.
 */
export function chartTable(
  rendering: Rendering,
  chart: RenderedChart,
  { caption: given, regionId }: { readonly caption: string | undefined; readonly regionId?: string },
): string {
  const { id, table } = chart;
  const printer = createPrinter(rendering, chart);
  const caption = given ?? figuresNamed(rendering, table, printer);
  const wide = fittingWideRows(table, printer);
  const { base = 1 } = table;
  const { notes } = rendering.input.words;
  const remarks = base > 1 ? [rendering.trace({ kind: "chart", id }, notes.rounded({ base }))] : [];
  if ((wide?.rows ?? table.rows).length > mostRows)
    return inParts(rendering, { table, printer, given, caption, regionId, remarks });
  const { head, rows } = wide ? wideTable(wide, printer, wide) : longTable(table, printer);
  return tableFrame(rendering, {
    className: "figures chart-figures",
    id: regionId,
    // Each column is headed by a category: what is counted stands above them all, and so does what all of these begin with.
    caption: wide ? wideCaption({ wide, given, caption, printer }) : caption,
    head,
    rows,
    texts: printer.texts,
    remarks,
  });
}

/** Those that paper has room for, without a figure broken. */
function fittingWideRows(table: RenderedChart["table"], printer: Printer): WideRows | undefined {
  const wide = wideRows(table);
  return wide && paperFit(longestOf(wide, printer)) !== "not" ? wide : undefined;
}

/** The longest word of each column, that of the row headings first. */
function longestOf({ headings, rows, figures }: WideRows, { textOf, remark }: Printer): readonly number[] {
  const shared = commonPart(headings).length;
  const remarkOn = (cells: readonly (ChartRow | undefined)[]) => (isAbout(cells) ? remark : "");
  const columns = [
    rows.flatMap(({ heading, cells }) => [heading, remarkOn(cells)]),
    ...headings.map((heading, index) => [
      heading.slice(shared),
      remarkOn(rows.map(({ cells }) => cells[index])),
      ...rows.map(({ cells }) => textOf(cells[index], figures)),
    ]),
  ];
  return columns.map((texts) => texts.reduce((most, text) => Math.max(most, longestWord(text)), 0));
}

/** In letters. */
const longestWord = (text: string): number => Math.max(...text.split(/\s/u).map(({ length }) => length));

interface WideCaptionOptions {
  readonly wide: WideRows;
  readonly given: string | undefined;
  readonly caption: string;
  readonly printer: Printer;
}

function wideCaption({ wide: { across, figures }, given, caption, printer }: WideCaptionOptions): string {
  const common = printer.common(across);
  if (given === undefined) return common === "" ? caption : `${caption}, ${common}`;
  return `${given} (${[printer.label(figures), common].filter(Boolean).join("; ")})`;
}

/** More names than these are no caption. */
const mostNamed = 3;

/** A caption where the chart has none: what its figures are of. */
function figuresNamed(rendering: Rendering, { columns }: RenderedChart["table"], { label }: Printer): string {
  const labels = columns.filter(({ numeric }) => numeric).map(label);
  return labels.length === 0 || labels.length > mostNamed ? rendering.phrase("chart-figures") : labels.join(", ");
}

interface InPartsOptions {
  readonly table: RenderedChart["table"];
  readonly printer: Printer;
  readonly given: string | undefined;
  readonly caption: string;
  readonly regionId: string | undefined;
  readonly remarks: readonly string[];
}

function inParts(rendering: Rendering, { table, given, caption, printer, regionId, remarks }: InPartsOptions): string {
  const blocks = blocksOf(table, printer);
  const parts: readonly PrintedPart[] = blocks
    ? blocks.map(({ block, whole }) => ({
        names: endsOf(block.headings),
        caption: wideCaption({ wide: whole, given, caption, printer }),
        print: () => wideTable(block, printer, whole),
      }))
    : partsOf(table).map(({ names, rows, columns }) => ({
        names,
        caption,
        print: () => longTable({ ...table, columns, rows }, printer),
      }));
  const tables = parts.map((part, index) => {
    const name = part.names.map((each) => printer.name(each)).join(" – ");
    const { head, rows: cells } = part.print();
    const frame = tableFrame(rendering, {
      className: "figures chart-figures",
      caption: `${part.caption}: ${name}`,
      head,
      rows: cells,
      // Markers and rounding are explained once, below the last.
      texts: index === parts.length - 1 ? printer.texts : [],
      remarks: index === parts.length - 1 ? remarks : [],
    });
    const note = frame.indexOf('<p class="table-note">');
    const [held, below] = note < 0 ? [frame, ""] : [frame.slice(0, note), frame.slice(note)];
    return `<details class="chart-part"><summary>${name}</summary>${held}</details>${below}`;
  });
  return `<div class="chart-parts"${regionId === undefined ? "" : ` id="${regionId}"`}>${tables.join("")}</div>`;
}

interface PrintedPart {
  readonly names: readonly string[];
  readonly caption: string;
  print(): TableParts;
}

interface ColumnBlock {
  readonly block: WideRows;
  /** What it is a block of. */
  readonly whole: WideRows;
}

/** About how many rows the headings of a part are as high as. */
const rowsOfHeadings = 6;
/** In the type of other tables: blocks of one table in two sizes would look like two. */
const blockFits: ReadonlySet<PaperFit> = new Set(["well", "close"]);

/**
 * Of two categories and one figure: blocks of as many columns as paper has room for, each with all rows, the way round that takes fewest lines.
 * Undefined where a cell would be empty: a chart may leave rows out, which are not "not available".
 */
function blocksOf(table: RenderedChart["table"], printer: Printer): readonly ColumnBlock[] | undefined {
  const [best] = turnings(table)
    .filter(({ headings, rows }) => headings.length * rows.length === table.rows.length)
    .flatMap((whole) => {
      const [stub = 0, ...longest] = longestOf(whole, printer);
      const size = columnsOfBlock(longest.length, (from, to) =>
        blockFits.has(paperFit([stub, ...longest.slice(from, to)])),
      );
      return size === undefined || size === 1 ? [] : [{ whole, size, count: Math.ceil(longest.length / size) }];
    })
    .filter(({ count }) => count <= mostParts)
    .toSorted((a, b) => linesOf(a) - linesOf(b));
  if (!best) return undefined;
  const { whole, size, count } = best;
  return Array.from({ length: count }, (_, index) => ({
    block: columnsOf(whole, index * size, (index + 1) * size),
    whole,
  }));
}

const linesOf = ({ whole, count }: { readonly whole: WideRows; readonly count: number }): number =>
  count * (whole.rows.length + rowsOfHeadings);

const endsOf = (names: readonly string[]): readonly string[] => [
  ...new Set([...names.slice(0, 1), ...names.slice(-1)]),
];

interface TablePart {
  /** What it is of: its name, or the names of its first and last row. */
  readonly names: readonly string[];
  readonly rows: readonly ChartRow[];
  readonly columns: readonly ChartColumn[];
}

/** By the names that set most rows apart, such as the lines of a chart; else by stretches of rows. */
function partsOf({ columns, rows }: RenderedChart["table"]): readonly TablePart[] {
  const named = columns.filter(({ numeric }) => !numeric);
  const textOf = (row: ChartRow | undefined, column: ChartColumn | undefined) =>
    String((column && row?.[column.id]) ?? markerOfRow(row));
  const candidates = named.map((column) => ({ column, groups: groupBy(rows, (row) => textOf(row, column)) }));
  // The most names that still have several rows each: areas rather than years.
  const [by] = candidates
    .filter(({ groups }) => groups.size > 1 && groups.size <= mostParts && groups.size * 2 <= rows.length)
    .toSorted((a, b) => b.groups.size - a.groups.size);
  if (by && columns.length > 1) {
    const others = columns.filter((column) => column !== by.column);
    return [...by.groups].map(([name, own]) => ({ names: [name], rows: own, columns: others }));
  }
  const [most] = candidates.toSorted((a, b) => b.groups.size - a.groups.size);
  const first = most?.column;
  const count = Math.ceil(rows.length / rowsOfPart);
  return Array.from({ length: count }, (_, index) => {
    const own = rows.slice(index * rowsOfPart, (index + 1) * rowsOfPart);
    return { names: [textOf(own[0], first), textOf(own.at(-1), first)], rows: own, columns };
  });
}

/** Writes what goes into cells, and remembers its texts. */
interface Printer {
  readonly texts: readonly string[];
  label(column: ChartColumn): string;
  /** What the names of a column's periods begin with, and is said once; empty where that is nothing. */
  common(column: ChartColumn): string;
  /** Of a column whose periods begin alike, without that. */
  name(text: string, column?: ChartColumn): string;
  cell(row: ChartRow | undefined, column: ChartColumn): string;
  /** Of a cell with a figure, as it reads. */
  textOf(row: ChartRow | undefined, column: ChartColumn): string;
  /** What stands beside the name of what is highlighted: as HTML, and as it reads. */
  highlighted(): string;
  readonly remark: string;
}

function createPrinter(rendering: Rendering, { id, table }: RenderedChart): Printer {
  const format = rendering.input.chartFormats?.get(id) ?? formatInFull(table, rendering.input.words);
  const texts: string[] = [];
  const written = (text: string): string => {
    texts.push(text);
    return text;
  };
  const origins = rendering.input.chartOrigins?.get(id);
  const originOf = (row: ChartRow | undefined, { id: field }: ChartColumn) =>
    (row && origins?.get(row)?.get(field)?.origin) ?? null;
  const parts = new Map(table.columns.map((column) => [column.id, commonOf(column, table)]));
  const name = (text: string, column?: ChartColumn) =>
    rendering.trace({ kind: "metadata" }, written(shortened(text, parts.get(column?.id ?? "") ?? "")));
  const textOf = (row: ChartRow | undefined, { id: field }: ChartColumn) => {
    const value = row?.[field] ?? null;
    if (value === null) return markerOfRow(row);
    return typeof value === "number" ? format(value, field) : String(value);
  };
  return {
    texts,
    name,
    label: ({ label }) => rendering.trace({ kind: "chart", id }, label),
    common: (column) => rendering.trace({ kind: "chart", id }, (parts.get(column.id) ?? "").trim()),
    highlighted: () => ` <span class="this-row">(${rendering.phrase("highlighted")})</span>`,
    remark: `(${plainText(withoutTracing(rendering.phrase("highlighted")))})`,
    cell(row, column) {
      const value = row?.[column.id] ?? null;
      if (!column.numeric) return name(value === null ? markerOfRow(row) : String(value), column);
      const figure = (number: number | null, text: string) =>
        rendering.trace({ kind: "cell", id, value: number, origin: originOf(row, column) }, written(text));
      return figure(typeof value === "number" ? value : null, textOf(row, column));
    },
    textOf,
  };
}

const commonOf = ({ id, numeric }: ChartColumn, { rows }: RenderedChart["table"]): string =>
  numeric ? "" : commonPart(rows.flatMap((row) => (typeof row[id] === "string" ? [row[id]] : [])));

/** With the decimals that a column's figures have, where the briefing does not say how they are written. */
function formatInFull({ columns, rows }: RenderedChart["table"], words: Words): FormatValue {
  const byField = new Map(
    columns.map(({ id }) => [
      id,
      formatColumn(
        rows.map((row) => row[id]),
        words,
      ),
    ]),
  );
  return (value, field) => byField.get(field)?.(value) ?? String(value);
}

interface TableParts {
  readonly head: readonly string[];
  readonly rows: readonly string[];
}

/** The rows as the chart has them; the first column heads them. */
function longTable(
  { columns, rows }: RenderedChart["table"],
  { label, common, cell, highlighted }: Printer,
): TableParts {
  const heading = (column: ChartColumn) => [label(column), common(column)].filter(Boolean).join(": ");
  return {
    head: columns.map((column) => columnHeading(heading(column), column.numeric)),
    rows: rows.map((row) => {
      const isHighlighted = row.highlight === true;
      const cells = columns.map((column, index) => {
        const html = cell(row, column);
        return index > 0 ? figureCell(html, column.numeric) : rowHeading(html, isHighlighted ? highlighted() : "");
      });
      return tableRow(cells, isHighlighted);
    }),
  };
}

/** @param whole what it is a block of: a row is about the highlighted one where it is so in all blocks. */
function wideTable({ down, across, figures, headings, rows }: WideRows, printer: Printer, whole: WideRows): TableParts {
  const columns = headings.map((heading, index) => ({
    heading,
    isAbout: isAbout(rows.map(({ cells }) => cells[index])),
  }));
  // Where every row is highlighted, that sets none apart.
  const rowsAbout = whole.rows.map(({ cells }) => isAbout(cells));
  const marksRows = rowsAbout.includes(false);
  const marksColumns = whole.headings.some((_, index) => !isAbout(whole.rows.map(({ cells }) => cells[index])));
  return {
    head: [
      columnHeading([printer.label(down), printer.common(down)].filter(Boolean).join(": "), false),
      ...columns.map((column) =>
        columnHeading(
          `${printer.name(column.heading, across)}${column.isAbout && marksColumns ? printer.highlighted() : ""}`,
          true,
        ),
      ),
    ],
    rows: rows.map(({ heading, cells }, index) => {
      const isHighlighted = marksRows && rowsAbout[index] === true;
      return tableRow(
        [
          rowHeading(printer.name(heading, down), isHighlighted ? printer.highlighted() : ""),
          ...cells.map((row) => figureCell(printer.cell(row, figures), true)),
        ],
        isHighlighted,
      );
    }),
  };
}

/** Whether all that there are are highlighted. */
function isAbout(cells: readonly (ChartRow | undefined)[]): boolean {
  const given = cells.filter((row) => row !== undefined);
  return given.length > 0 && given.every(({ highlight }) => highlight === true);
}

const tableRow = (cells: readonly string[], isHighlighted: boolean): string =>
  `<tr${isHighlighted ? ' class="highlight"' : ""}>${cells.join("")}</tr>`;

const rowHeading = (html: string, remark: string): string => `<th scope="row">${html}${remark}</th>`;

const figureCell = (html: string, isNumeric: boolean): string =>
  `<td${isNumeric ? ' class="numeric"' : ""}>${html}</td>`;

/** Of the figures behind a chart, where the template places them. */
export const dataId = ({ attribute }: Rendering, { id }: RenderedChart): string => `chart-${attribute(id)}-data`;

/**
 * How numbers of one column are printed where the chart does not say: with thousands separators, and all with as many
 * decimals as the one that needs most, which is three unless they are small.
 */
function formatColumn(values: readonly unknown[], { numbers }: Words): (value: number) => string {
  const decimals = Math.max(0, ...values.map((value) => (typeof value === "number" ? decimalsShown(value) : 0)));
  return (value) => numbers.decimal(exact(value), decimals);
}
