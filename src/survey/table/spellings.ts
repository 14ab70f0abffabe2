import { categoryId, groupBy } from "../../dataset/index.ts";
import { textIn } from "../text-in.ts";
import type { ColumnSurvey, TableSurvey } from "./column-survey.ts";

/** The names of a column, with their codes where these tell them apart: `Bangor (W07)`. */
export function namesOf({ sheet, rows }: TableSurvey, column: ColumnSurvey, code?: ColumnSurvey): readonly string[] {
  if (!code) return column.texts;
  const textAt = (row: number, { index }: ColumnSurvey) => textIn(sheet, row, index);
  return [...new Set(Array.from(rows, (row) => `${textAt(row, column)} (${textAt(row, code)})`))];
}

/** So many of the codes beside names have a digit. */
const mostlyCoded = 0.9;

/**
 * Names that would be one by their spelling alone, and are several by the codes beside them: `Dandenong North` and `Dandenong - North`, which have a code
 * each; or since the data has other figures for both where all else is the same.
 */
export function namesOfSeveral(survey: TableSurvey, column: ColumnSurvey): ReadonlySet<string> {
  const { sheet, rows, columns } = survey;
  const alike = [...groupBy(column.texts, categoryId).values()].filter(isOneSpelledOtherwise);
  if (alike.length === 0) return new Set();
  const [named = column.ref] = column.firstOf ?? [];
  const at = columns.find(({ ref }) => ref === named)?.index ?? column.index;
  const codes = columns.filter(
    ({ index, kind, texts }) =>
      Math.abs(index - at) === 1 &&
      (kind === "code" || kind === "level") &&
      texts.filter((text) => /\d/u.test(text)).length >= texts.length * mostlyCoded &&
      // Numbers in turn are of rows.
      texts.some((text) => !/^\d+$/u.test(text) || Number(text) > rows.length),
  );
  const textAt = (row: number, index: number) => textIn(sheet, row, index);
  return new Set(
    alike
      .filter(
        (names) =>
          standBeside(survey, column, names) ||
          codes.some(({ index }) => {
            const codesOf = names.map((name) => [
              ...new Set(
                [...rows].filter((row) => textAt(row, column.index) === name).map((row) => textAt(row, index)),
              ),
            ]);
            return codesOf.every(({ length }) => length === 1) && new Set(codesOf.flat()).size === names.length;
          }),
      )
      .flat(),
  );
}

/** Whether two of several spellings stand in rows that say the same besides, and have other figures: as one name these would contradict each other. */
function standBeside({ sheet, rows, columns }: TableSurvey, column: ColumnSurvey, names: readonly string[]): boolean {
  const areTold = ({ kind }: ColumnSurvey) => kind !== "figure" && kind !== "blank";
  const textsAt = (row: number, of: readonly ColumnSurvey[]) =>
    JSON.stringify(of.map(({ index }) => textIn(sheet, row, index)));
  const others = columns.filter((own) => own !== column && areTold(own));
  const figures = columns.filter(({ kind }) => kind === "figure");
  const known = new Map<string, { name: string; figures: string }>();
  return [...rows].some((row) => {
    const name = textIn(sheet, row, column.index);
    if (!names.includes(name)) return false;
    const key = textsAt(row, others);
    const own = { name, figures: textsAt(row, figures) };
    const first = known.get(key) ?? own;
    known.set(key, first);
    return first.name !== name && first.figures !== own.figures;
  });
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
