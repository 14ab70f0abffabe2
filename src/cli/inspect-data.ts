import { basename } from "node:path";
import type { Diagnostic } from "../diagnostics/index.ts";
import {
  type ColumnSurvey,
  type CompleteGuess,
  completeGuess,
  guessDefinition,
  type TableSurvey,
} from "../survey/index.ts";
import type { ExitCode } from "./command-context.ts";
import { readSurvey, type SurveyOptions } from "./read-survey.ts";
import { reportAll } from "./report.ts";
import type { Terminal } from "./terminal.ts";

export interface InspectOptions extends SurveyOptions {
  readonly showSmall?: true;
  readonly format: "table" | "json";
}

/** Prints what `briefwright inspect` was asked for. Throws an `InputError`. */
export async function inspectData(file: string, options: InspectOptions, { out, err }: Terminal): Promise<ExitCode> {
  const { survey, data } = await readSurvey(file, options);
  const guess = await completeGuess(guessDefinition(survey, titleOf(file)), data);
  const rows = survey.columns.map((column) => describeColumn(column, options.showSmall === true));
  if (options.format === "json") {
    out.write(
      `${JSON.stringify({ file, ...placeOf(survey), columns: rows, definition: guess.spec, diagnostics: problemsOf(guess) }, null, 2)}\n`,
    );
    return 0;
  }
  out.write(`${headline(file, survey)}\n\n${asTable(rows)}\n`);
  const { dimensions, measures, sums = [], disclosure } = guess.spec;
  const periods = guess.dataset?.periods() ?? [];
  out.write(
    `\nRead as\n  dimensions  ${list(Object.entries(dimensions).map(([id, { role }]) => `${id} (${role})`))}\n`,
  );
  out.write(`  measures    ${list(Object.entries(measures).map(([id, { statType }]) => `${id} (${statType})`))}\n`);
  if (periods.length > 0)
    out.write(`  periods     ${periods[0]?.label} to ${periods.at(-1)?.label}, ${periods.length} of them\n`);
  for (const [id, own] of Object.entries(dimensions))
    if (own.role !== "time" && own.total !== undefined) out.write(`  total       "${own.total}" of ${id}\n`);
  for (const { whole, parts } of sums) out.write(`  sum         ${whole} = ${parts.join(" + ")}\n`);
  if (disclosure)
    out.write("  small       counts from 1 to 4 are in the data: the definition that init writes hides them\n");
  for (const [field, text] of guess.remarks)
    if (!field.endsWith(".unit")) out.write(`  look at     ${field}: ${text}\n`);
  reportAll(err, problemsOf(guess));
  return 0;
}

const problemsOf = ({ problems, dataset }: CompleteGuess): readonly Diagnostic[] =>
  problems?.diagnostics ?? dataset?.diagnostics ?? [];

/** A title from the name of a file. */
export function titleOf(file: string): string {
  const words = basename(file)
    .replace(/\.[^.]*$/u, "")
    .replaceAll(/[_\-.]+/gu, " ")
    .trim();
  return words === "" ? "Figures" : `${words[0]?.toUpperCase()}${words.slice(1)}`;
}

const placeOf = ({ headerRow, rows, above, below, sheet }: TableSurvey) => ({
  ...(sheet.name !== undefined && { sheet: sheet.name }),
  headerRow,
  rows: rows.length,
  rowsAbove: above,
  notesBelow: below,
});

function headline(file: string, survey: TableSurvey): string {
  const { headerRow, rows, above, below, sheet } = survey;
  const where = typeof headerRow === "number" ? `row ${headerRow}` : `rows ${headerRow[0]} and ${headerRow[1]}`;
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
} as const;

function describeColumn({ name, kind, texts, filled, figures }: ColumnSurvey, showSmall: boolean): ColumnRow {
  const column = name === "" ? "(no heading)" : name;
  if (!figures || kind !== "figure") {
    const sorted = [...texts].sort();
    const examples =
      kind === "label" || kind === "period"
        ? `: ${list(sorted.slice(0, 3).map(shorten))}${texts.length > 3 ? ", …" : ""}`
        : "";
    return {
      column,
      holds: kinds[kind as keyof typeof kinds],
      what: `${texts.length.toLocaleString("en-GB")} different${examples}`,
    };
  }
  const parts = [`${filled.toLocaleString("en-GB")} cells`];
  if (figures.largest > 9) parts.push(`up to ${figures.largest.toLocaleString("en-GB")}`);
  if (figures.gaps > 0) parts.push(`${figures.gaps.toLocaleString("en-GB")} empty or marked`);
  if (figures.unknown.size > 0)
    parts.push(
      `unknown: ${list([...figures.unknown].slice(0, 5).map(([text, count]) => `"${shorten(text)}" × ${count}`))}`,
    );
  if (showSmall && figures.small > 0) parts.push(`${figures.small.toLocaleString("en-GB")} from 1 to 9`);
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
