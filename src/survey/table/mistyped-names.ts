import { distance } from "fastest-levenshtein";
import { textIn } from "../text-in.ts";
import type { ColumnSurvey, TableSurvey } from "./column-survey.ts";

/** A word that is shorter is another one where a letter differs: `Bolton`, `Boston`. */
const shortestWord = 9;
/** Of more names than these, some differ by a letter by chance. */
const mostNames = 200;

/**
 * Names that differ by a letter of one long word, and of which none is there in a period of the other: one, as different people typed it, `Specialised
 * Independant` up to 2020 and `Specialised Independent` from 2021 on.
 */
export function mistypedNames(
  survey: TableSurvey,
  { index, texts }: ColumnSurvey,
): readonly (readonly [string, string])[] {
  const time = survey.columns.find(({ kind, texts: periods }) => kind === "period" && periods.length > 1);
  if (!time || texts.length > mostNames) return [];
  const pairs = texts.flatMap((one, at) =>
    texts.slice(at + 1).flatMap((other) => (differByLetter(one, other) ? [[one, other] as const] : [])),
  );
  if (pairs.length === 0) return [];
  const periodsOf = new Map<string, Set<string>>();
  for (const row of survey.rows) {
    const [name, period] = [index, time.index].map((column) => textIn(survey.sheet, row, column));
    if (name !== undefined && period !== undefined)
      periodsOf.set(name, (periodsOf.get(name) ?? new Set<string>()).add(period));
  }
  return pairs.filter(([one, other]) => ![...(periodsOf.get(one) ?? [])].some((own) => periodsOf.get(other)?.has(own)));
}

/** Whether two names have the same words but for one long one, of which a letter is another, too many or missing. */
function differByLetter(one: string, other: string): boolean {
  const [own, its] = [one, other].map((name) => name.toLowerCase().split(/\s+/u)) as [string[], string[]];
  if (own.length !== its.length) return false;
  const [at, further] = own.flatMap((word, index) => (word === its[index] ? [] : [index]));
  if (at === undefined || further !== undefined) return false;
  const [first, second] = [own[at] ?? "", its[at] ?? ""];
  if (Math.min(first.length, second.length) < shortestWord || !/^\p{L}+$/u.test(first + second)) return false;
  return distance(first, second) === 1;
}
