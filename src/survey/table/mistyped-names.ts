import { distance } from "fastest-levenshtein";
import { textIn } from "../text-in.ts";
import type { ColumnSurvey, TableSurvey } from "./column-survey.ts";

/** A word that is shorter is another one where a letter differs: `Bolton`, `Boston`. */
const shortestWord = 9;
/** Of more names than these, some differ by a letter by chance. */
const mostNames = 200;

/** A kind of something is there for nearly all names beside it, a town for one: so are two names of one kind together. */
const nearlyAll = 0.8;

/** Two names, and the heading of what none of has both; absent: no period has. */
export type MistypedPair = readonly [one: string, other: string, beside?: string];

/**
 * Names that differ by a letter of one long word, and of which none is there in a period of the other: one, as different people typed it, `Specialised
 * Independant` up to 2020 and `Specialised Independent` from 2021 on. Where no column has periods, none is there for a name beside it that has the other, and together they are for nearly all:
 * `workplaces` of one country, and `workplace` of the others.
 */
export function mistypedNames(survey: TableSurvey, { index, texts }: ColumnSurvey): readonly MistypedPair[] {
  const { columns } = survey;
  const time = columns.find(({ kind, texts: periods }) => kind === "period" && periods.length > 1);
  const beside = time
    ? [time]
    : columns.filter((own) => own.kind === "label" && own.index !== index && own.texts.length > 1);
  if (beside.length === 0 || texts.length > mostNames) return [];
  const pairs = texts.flatMap((one, at) =>
    texts.slice(at + 1).flatMap((other) => (differByLetter(one, other) ? [[one, other] as const] : [])),
  );
  if (pairs.length === 0) return [];
  const namesIn = beside.map((column) => ({ column, ofNames: textsBeside(survey, { index, beside: column.index }) }));
  return pairs.flatMap(([one, other]): MistypedPair[] => {
    const found = namesIn.find(({ column, ofNames }) => {
      const [first, second] = [ofNames.get(one) ?? none, ofNames.get(other) ?? none];
      const areApart = ![...first].some((own) => second.has(own));
      return areApart && (time !== undefined || first.size + second.size >= column.texts.length * nearlyAll);
    });
    return found ? [time ? [one, other] : [one, other, found.column.name]] : [];
  });
}

const none: ReadonlySet<string> = new Set();

/** What stands in another column, by the name in this one. */
function textsBeside(
  { sheet, rows }: TableSurvey,
  { index, beside }: { readonly index: number; readonly beside: number },
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const row of rows) {
    const [name, own] = [index, beside].map((column) => textIn(sheet, row, column));
    if (name !== undefined && own !== undefined) found.set(name, (found.get(name) ?? new Set<string>()).add(own));
  }
  return found;
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
