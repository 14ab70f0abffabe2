import type { ColumnSurvey, TableSurvey } from "../survey/index.ts";
import type { ExitCode } from "./command-context.ts";
import { type Inspected, inspectFile, inspectModule } from "./inspected.ts";
import { isModule } from "./load-module.ts";
import type { SurveyOptions } from "./read-survey.ts";
import { reportAll } from "./report.ts";
import type { Terminal } from "./terminal.ts";

export interface InspectOptions extends SurveyOptions {
  readonly showSmall?: true;
  readonly format: "table" | "json";
}

/** Prints what `briefwright inspect` was asked for. Throws an `InputError`. */
export async function inspectData(file: string, options: InspectOptions, { out, err }: Terminal): Promise<ExitCode> {
  const ofModule = isModule(file);
  const inspected = ofModule ? await inspectModule(file, options) : [await inspectFile(file, options)];
  const isSmallShown = options.showSmall === true;
  if (options.format === "json") {
    const [only] = inspected;
    const all = inspected.map((one) => [one.id, toJson(one, isSmallShown)]);
    const found = ofModule ? { datasets: Object.fromEntries(all) } : only && toJson(only, isSmallShown);
    out.write(`${JSON.stringify({ file, ...found }, null, 2)}\n`);
  } else {
    for (const [index, one] of inspected.entries()) {
      if (index > 0) out.write("\n");
      if (hasSurvey(one)) out.write(`${headline(one.name, one.survey)}\n\n${asTable(columnsOf(one, isSmallShown))}\n`);
      else out.write(`${one.name}\n`);
      out.write(readAs(one));
    }
    reportAll(
      err,
      inspected.flatMap(({ diagnostics }) => diagnostics),
    );
  }
  const isRead = inspected.every(({ dataset }) => dataset !== undefined);
  return ofModule && !isRead ? 2 : 0;
}

function readAs({ spec: { dimensions, measures, sums = [] }, dataset, remarks }: Inspected): string {
  const periods = dataset?.periods() ?? [];
  const lines: (readonly [what: string, text: string])[] = [
    ["dimensions", list(Object.entries(dimensions).map(([id, { role }]) => `${id} (${role})`))],
    ["measures", list(Object.entries(measures).map(([id, { statType }]) => `${id} (${statType})`))],
  ];
  if (periods.length > 0)
    lines.push(["periods", `${periods[0]?.label} to ${periods.at(-1)?.label}, ${periods.length} of them`]);
  for (const [id, own] of Object.entries(dimensions))
    if (own.role !== "time" && own.total !== undefined) lines.push(["total", `"${own.total}" of ${id}`]);
  for (const { whole, parts } of sums) lines.push(["sum", `${whole} = ${parts.join(" + ")}`]);
  lines.push(...remarks);
  return `\nRead as\n${lines.map(([what, text]) => `  ${what.padEnd(10)}  ${text}\n`).join("")}`;
}

const toJson = (one: Inspected, isSmallShown: boolean) => ({
  ...(hasSurvey(one) && { ...tableExtent(one.survey), columns: columnsOf(one, isSmallShown) }),
  definition: one.spec,
  diagnostics: one.diagnostics,
});

const hasSurvey = (one: Inspected): one is Inspected & { readonly survey: TableSurvey } => one.survey !== undefined;

/** What is protected when it is read is not told unless asked for: the largest count may be one that is rounded, or hidden. */
const columnsOf = (
  { survey, spec }: Inspected & { readonly survey: TableSurvey },
  isSmallShown: boolean,
): readonly ColumnRow[] =>
  survey.columns.map((column) =>
    describeColumn(column, { isSmallShown, isLargestShown: isSmallShown || !spec.disclosure }),
  );

const tableExtent = ({ headerRow, rows, above, below, sheet }: TableSurvey) => ({
  sheet: sheet.name,
  headerRow,
  rows: rows.length,
  rowsAbove: above,
  notesBelow: below,
});

function headline(file: string, survey: TableSurvey): string {
  const { headerRow, rows, above, below, sheet } = survey;
  const where =
    headerRow === "none"
      ? "no row"
      : typeof headerRow === "number"
        ? `row ${headerRow}`
        : `rows ${headerRow[0]} and ${headerRow[1]}`;
  const others = [above > 0 ? `${above} above them` : "", below > 0 ? `${below} of notes below` : ""].filter(Boolean);
  return `${file}${sheet.name === undefined ? "" : `, sheet "${sheet.name}"`}: ${rows.length.toLocaleString("en-GB")} rows, headings in ${where}${others.length > 0 ? ` (rows: ${others.join(", ")})` : ""}`;
}

interface ColumnRow {
  readonly column: string;
  readonly holds: string;
  readonly what: string;
}

const kinds = {
  period: "periods",
  label: "names",
  code: "codes",
  note: "words",
  vintage: "dates of publication",
  blank: "nothing",
  apart: "another table",
  section: "headings",
  block: "titles of blocks",
  level: "areas of one level",
  flag: "whether something is so",
  figure: "numbers",
} as const satisfies Readonly<Record<ColumnSurvey["kind"], string>>;

interface Shown {
  readonly isSmallShown: boolean;
  readonly isLargestShown: boolean;
}

function describeColumn({ name, kind, texts, filled, figures }: ColumnSurvey, shown: Shown): ColumnRow {
  const column =
    kind === "section" || kind === "block" ? "(headings between rows)" : name === "" ? "(no heading)" : name;
  if (!figures || kind !== "figure") {
    const sorted = [...texts].sort();
    const examples =
      kind === "label" || kind === "period"
        ? `: ${list(sorted.slice(0, 3).map(shorten))}${texts.length > 3 ? ", …" : ""}`
        : "";
    return {
      column,
      holds: kinds[kind],
      what: `${texts.length.toLocaleString("en-GB")} different${examples}`,
    };
  }
  const parts = [`${filled.toLocaleString("en-GB")} cells`];
  if (shown.isLargestShown && figures.largest > 9) parts.push(`up to ${figures.largest.toLocaleString("en-GB")}`);
  if (figures.gaps > 0) parts.push(`${figures.gaps.toLocaleString("en-GB")} empty or marked`);
  if (figures.unknown.size > 0)
    parts.push(
      `unknown: ${list([...figures.unknown].slice(0, 5).map(([text, count]) => `"${shorten(text)}" × ${count}`))}`,
    );
  if (shown.isSmallShown && figures.small > 0) parts.push(`${figures.small.toLocaleString("en-GB")} from 1 to 9`);
  const holds = figures.hasPercent
    ? "percentages"
    : figures.isWhole && !figures.hasNegative
      ? "whole numbers"
      : "numbers";
  return { column, holds, what: parts.join(", ") };
}

const longest = 24;
const shorten = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);
const list = (items: readonly string[]): string => (items.length === 0 ? "none" : items.join(", "));

function asTable(rows: readonly ColumnRow[]): string {
  const all = [{ column: "column", holds: "holds", what: "what" }, ...rows];
  const width = (key: keyof ColumnRow) => Math.max(...all.map((row) => shortenCell(row[key]).length));
  const [first, second] = [width("column"), width("holds")];
  return all
    .map((row) => `  ${shortenCell(row.column).padEnd(first)}  ${row.holds.padEnd(second)}  ${row.what}`.trimEnd())
    .join("\n");
}

const shortenCell = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
