import { categoryId, type DimensionLayout, type LayoutSpec } from "../../dataset/index.ts";
import { cellAt, cellText, createGlob } from "../../tables/index.ts";
import type { TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";

type Except = NonNullable<NonNullable<LayoutSpec["rows"]>["except"]>;

/**
 * The id of the category that each row names, by what a definition reads it from: one column, or a pattern of several, `{Area} ({Code})`. Undefined where it is
 * read in another way.
 */
export function idOfRows(
  { sheet, columns }: TableSurvey,
  read: DimensionLayout,
): ((row: number) => string) | undefined {
  const textAt = (row: number, ref: string): string =>
    cellText(cellAt(sheet, row, columns.find((column) => column.ref === ref)?.index ?? -1)).trim();
  if (typeof read === "string") return (row) => categoryId(textAt(row, read));
  if (!("joined" in read)) return undefined;
  const { joined } = read;
  return (row) => categoryId(joined.replaceAll(/\{(?<ref>[^{}]+)\}/gu, (_, ref: string) => textAt(row, ref)));
}

/** The ids of categories all of whose rows are left out, by whichever of their cells: a name, or the code beside it. */
export function idsLeftOut(survey: TableSurvey, read: DimensionLayout, except: Except): ReadonlySet<string> {
  const idOf = idOfRows(survey, read);
  const left = survey.columns.flatMap(({ ref, index }) => {
    const texts = Object.hasOwn(except, ref) ? [except[ref] ?? []].flat() : [];
    const globs = texts.filter((text) => text.includes("*")).map((text) => createGlob(text, (own) => own));
    return texts.length === 0 ? [] : [{ index, texts: new Set(texts), globs }];
  });
  if (!idOf || left.length === 0) return new Set();
  const isLeft = (row: number): boolean =>
    left.some(({ index, texts, globs }) => {
      const text = textIn(survey.sheet, row, index);
      return texts.has(text) || globs.some((fits) => fits(text));
    });
  const [gone, kept] = [new Set<string>(), new Set<string>()];
  for (const row of survey.rows) (isLeft(row) ? gone : kept).add(idOf(row));
  return new Set([...gone].filter((id) => !kept.has(id)));
}
