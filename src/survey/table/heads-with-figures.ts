import { periodReadings } from "../../dataset/index.ts";
import type { Sheet } from "../../tables/index.ts";
import { textIn } from "../text-in.ts";
import type { ColumnSurvey } from "./column-survey.ts";
import type { FoundSections } from "./sections.ts";

/**
 * Rows that head those below them and have figures of their own: `Men`, and below it `16-24`, `25-34`; `Women`, and below it the same again. Each is called as no
 * other row is, and all rows between them are called as others below another heading are.
 */
export function findHeadsWithFigures(
  sheet: Sheet,
  columns: readonly ColumnSurvey[],
  rows: Uint32Array,
): FoundSections | undefined {
  const [label, second] = columns.filter(({ kind }) => kind !== "figure" && kind !== "blank" && kind !== "note");
  const figures = columns.filter(({ kind }) => kind === "figure");
  const cells = sheet.columns[label?.index ?? -1];
  if (label?.kind !== "label" || second || !cells || figures.length === 0) return undefined;
  const names = Array.from(rows, (row) => textIn(sheet, row, label.index));
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const isHead = (name: string) => counts.get(name) === 1;
  const heads = names.filter(isHead);
  if (heads.length < fewestHeads || names.includes("") || !isHead(names[0] ?? "")) return undefined;
  const starts = Array.from(names.keys()).filter((at) => isHead(names[at] ?? ""));
  const blocks = starts.map((start, at) => names.slice(start + 1, starts[at + 1]));
  const areBlocks = blocks.every((own) => own.length >= fewestInBlock && new Set(own).size === own.length);
  const areYears = names.every((name) => isHead(name) || periodReadings(name).length > 0);
  const haveFigures = Array.from(rows).every((row) =>
    figures.some(({ index }) => sheet.columns[index]?.codes[row] !== 0),
  );
  if (!areBlocks || areYears || !haveFigures) return undefined;
  const codes = new Uint32Array(cells.codes.length);
  let current = 0;
  for (const [at, row] of rows.entries()) {
    if (isHead(names[at] ?? "")) current = cells.codes[row] ?? 0;
    codes[row] = current;
  }
  return {
    again: new Set(),
    rows: new Set(),
    heads: { label: label.index, names: heads },
    column: {
      index: sheet.columns.length,
      name: "",
      ref: label.ref,
      kind: "section",
      texts: heads,
      filled: rows.length,
      figures: undefined,
      heads,
    },
    cells: { column: sheet.columns.length + 1, values: cells.values, codes },
    unnamed: undefined,
  };
}

/** So few headings, and so few rows below each, are no chance. */
const [fewestHeads, fewestInBlock] = [2, 2];
