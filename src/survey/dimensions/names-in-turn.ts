import { type CategorySpec, categoryId, groupBy } from "../../dataset/index.ts";
import { guessedFrom } from "../remarks.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";

/** A code of the Office for National Statistics, but for those of several nations together, whose names say what is in them. */
const ofOneArea = /^[A-JL-Z]\d{8}$/u;
/** So many codes are those of a list of areas, most of which have one name. */
const [fewestCodes, mostlyOne] = [3, 0.5];

/** An area that had other names before, which are aliases of its last one. */
export type Renamed = CategorySpec & { readonly label: string; readonly aliases: readonly string[] };

/**
 * The areas of a column that one official code beside them calls by several names, each in years of its own: `Scotland` to 2014, and `Scotland (all meters)`
 * from 2015 on. They are called as they were last.
 */
export function namesInTurn({ sheet, rows, columns }: TableSurvey, names: ColumnSurvey): readonly Renamed[] {
  const time = columns.find(({ kind, texts }) => kind === "period" && texts.length > 1);
  const code = columns.find(
    (column) => column !== names && column.texts.filter((text) => ofOneArea.test(text)).length >= fewestCodes,
  );
  if (!time || !code) return [];
  const textAt = (row: number, { index }: ColumnSurvey) => textIn(sheet, row, index);
  const cells = Array.from(rows, (row) => ({
    name: textAt(row, names),
    code: textAt(row, code),
    year: Number(/(?:19|20)\d{2}/u.exec(textAt(row, time))?.[0] ?? Number.NaN),
  }));
  const ofCodes = groupBy(cells, (cell) => cell.code);
  const several = [...ofCodes].filter(([, own]) => new Set(own.map(({ name }) => name)).size > 1);
  if (several.length > ofCodes.size * mostlyOne) return [];
  const codesOf = groupBy(cells, ({ name }) => name);
  return several.flatMap(([own, all]) => {
    const spans = [...groupBy(all, ({ name }) => name)]
      .map(([name, at]) => ({ name, years: at.map(({ year }) => year) }))
      .map(({ name, years }) => ({ name, first: Math.min(...years), last: Math.max(...years) }))
      .toSorted((a, b) => a.first - b.first);
    const areInTurn = spans.every(({ first }, at) => at === 0 || (spans[at - 1]?.last ?? Number.NaN) < first);
    const areOwn = spans.every(({ name }) => name !== "" && codesOf.get(name)?.every((cell) => cell.code === own));
    const [label = "", ...aliases] = spans.map(({ name }) => name).reverse();
    return ofOneArea.test(own) && areInTurn && areOwn ? [{ id: categoryId(label), label, aliases }] : [];
  });
}

export const sayRenamed = ({ label, aliases }: Renamed): string =>
  guessedFrom(
    "a code beside it",
    `${aliases.map((text) => `"${text}"`).join(", ")} and "${label}" have one code, and no year has both: taken for one area. Where they are two, say categories with ids of their own.`,
  );
