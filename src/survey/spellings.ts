import { categoryId, groupBy } from "../dataset/index.ts";
import { cellAt, cellText } from "../tables/index.ts";
import type { ColumnSurvey, TableSurvey } from "./column-survey.ts";

/** The names of a column, with their codes where these tell them apart: `Bangor (W07)`. */
export function namesOf({ sheet, rows }: TableSurvey, column: ColumnSurvey, code?: ColumnSurvey): readonly string[] {
  if (!code) return column.texts;
  const textAt = (row: number, { index }: ColumnSurvey) => cellText(cellAt(sheet, row, index)).trim();
  return [...new Set(Array.from(rows, (row) => `${textAt(row, column)} (${textAt(row, code)})`))];
}

/** The id that each spelling of a name stands for, where a name is spelled in several ways. The data decides which is its label. */
export function aliasesOf(names: readonly string[]): Readonly<Record<string, string>> | undefined {
  const labels = new Map(names.map((name) => [name.replaceAll(/\s+/gu, " ").trim().toLowerCase(), name]));
  const byId = groupBy([...labels.values()].sort(), categoryId);
  const found = [...byId].filter(([, own]) => isOneSpelledOtherwise(own));
  return found.length === 0
    ? undefined
    : Object.fromEntries(found.flatMap(([id, own]) => own.map((name) => [name.trim().replaceAll(/\s+/gu, " "), id])));
}

/** Whether several names are one, spelled in several ways. `A` and `A-`, or `1.2` and `1-2`, are not. */
export function isOneSpelledOtherwise(names: readonly string[]): boolean {
  return names.length > 1 && new Set(names.map(plainSpelling)).size === 1;
}

const plainSpelling = (name: string): string =>
  name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/\s*&\s*/gu, " and ")
    .replaceAll(/(?<=\p{L})[\s().,'’/‐-―-]+(?=\p{L})/gu, " ")
    .replaceAll(/(?<=\p{L}{2})[.,](?=\)?$)/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim();
