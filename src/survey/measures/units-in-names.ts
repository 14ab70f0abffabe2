import { isNotStated, type MeasureSpec, unitInNames } from "../../dataset/index.ts";
import { type Remarks, someOf } from "../remarks.ts";
import type { Roles } from "../rows/column-roles.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";
import { unitOfText } from "./guess-unit.ts";
import { saysPercent } from "./measure-kind.ts";

/**
 * Measures whose rows are told in several units, which stand in brackets at the end of the rows' names: `GDP (current US$)`, `Exports (% of GDP)`. A page prints
 * beside such a figure that its name says the unit.
 */
export function withUnitsInNames(
  specs: Readonly<Record<string, MeasureSpec>>,
  { naming, area, long }: Pick<Roles, "naming" | "area" | "long">,
  { remarks, idOf }: { readonly remarks: Remarks; readonly idOf: (column: ColumnSurvey) => string | undefined },
): Readonly<Record<string, MeasureSpec>> {
  const named = long ? undefined : naming.find((column) => column !== area && tellUnits(column.texts));
  const id = named && idOf(named);
  if (!named || id === undefined) return specs;
  remarks.keepApart(
    `dimensions.${id}`,
    "unlike figures",
    "Told in several units, by the names: none stands beside another.",
  );
  const open = Object.entries(specs).filter(([, { unit }]) => isNotStated(unit));
  for (const [id] of open) remarks.replace(`measures.${id}.unit`, inNames(named.name, named.texts));
  return { ...specs, ...Object.fromEntries(open.map(([id, own]) => [id, { ...own, unit: unitInNames }])) };
}

/** So many names that end with a unit, in several units, are no chance; of all names they are so many at least. */
const [fewestUnits, leastOfAll] = [4, 0.25];

function tellUnits(texts: readonly string[]): boolean {
  const units = texts.flatMap(unitAtEnd);
  return units.length >= Math.max(fewestUnits, texts.length * leastOfAll) && new Set(units).size > 1;
}

/** What stands in brackets at the end of a name, as far as it reads like a unit; what it was estimated by may stand behind. */
function unitAtEnd(text: string): readonly string[] {
  const said = [...text.matchAll(/\((?<inside>[^()]+)\)(?=[\s,]*(?:\([^()]*\)\s*)*$)/gu)].map(
    ({ groups }) => groups?.inside?.trim() ?? "",
  );
  return said
    .filter((inside) => saysPercent(inside, []) || unitOfText(inside, "not") !== undefined || likeUnit.test(inside))
    .slice(0, 1);
}
const likeUnit =
  /^(?:(?:current|constant|nominal|real) .*(?:\$|LCU|euros?|pounds?|dollars?)|numbers? of \p{L}+|per \p{L}.*|years?|days|index\b.*|ratio|persons?|people)$|\bper (?:[\d,]{3,}|\p{L}+)$/iu;

/** What is asked: the units with the most names first, and how each becomes a measure. */
function inNames(heading: string, texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const unit of texts.flatMap(unitAtEnd)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const units = [...counts].toSorted((one, other) => other[1] - one[1]).map(([unit]) => unit);
  const first = texts.find((text) => unitAtEnd(text)[0] === units[0]) ?? "";
  return `Its rows are told in several units, which stand in brackets at the end of their names in "${heading}": ${someOf(units, mostShown)}. For a briefing of some of them, make a measure of each, with its unit: layout.long: { measure: "${heading}" }, its name in layout.measures ("${first}"), and the same names in layout.rows: { only: { "${heading}": […] } }.`;
}
const mostShown = 4;
