import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";
import { type DimensionsInput, dimensionOf, type Guess } from "./dimensions-guess.ts";

/** Says of two columns of the same names that the rows of a pair stand once from each of both: what moves between them is counted by both, perhaps. */
export function remarkOnPairs(
  guess: Guess,
  { survey, roles, naming }: Pick<DimensionsInput, "survey" | "roles" | "naming">,
): void {
  for (const [at, first] of roles.naming.entries())
    for (const second of roles.naming.slice(at + 1)) {
      const pair = haveSharedNames(first, second) ? pairTwice(survey, first, second) : undefined;
      const id = dimensionOf(second, guess);
      if (pair === undefined || id === undefined) continue;
      naming.remarks.also(`dimensions.${id}`, standTwice(first, second, pair));
    }
}

/** So many of the names of the shorter of two columns are among those of the other, and so many rows of pairs are no chance. */
const [mostlyShared, fewestPairs, mostlyPairs] = [0.5, 3, 0.25];

function haveSharedNames(first: ColumnSurvey, second: ColumnSurvey): boolean {
  const [shorter, longer] = [first, second].toSorted((a, b) => a.texts.length - b.texts.length) as [
    ColumnSurvey,
    ColumnSurvey,
  ];
  const known = new Set(longer.texts);
  const shared = shorter.texts.filter((text) => known.has(text)).length;
  return shared >= fewestPairs && shared >= shorter.texts.length * mostlyShared;
}

/** The names of a pair that stands both ways, the first by the alphabet, where a good part of all pairs do. */
function pairTwice(
  { sheet, rows }: TableSurvey,
  first: ColumnSurvey,
  second: ColumnSurvey,
): readonly string[] | undefined {
  const textAt = (row: number, { index }: ColumnSurvey) => textIn(sheet, row, index);
  const pairs = new Map(
    Array.from(rows, (row) => [textAt(row, first), textAt(row, second)] as const).map((pair) => [
      JSON.stringify(pair),
      pair,
    ]),
  );
  const twice = [...pairs.values()].filter(([a, b]) => a !== b && pairs.has(JSON.stringify([b, a])));
  return twice.length >= fewestPairs * 2 && twice.length >= pairs.size * mostlyPairs
    ? twice.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))[0]
    : undefined;
}

const standTwice = (first: ColumnSurvey, second: ColumnSurvey, [a, b]: readonly string[]): string =>
  `Pairs stand twice, "${a}" with "${b}" and "${b}" with "${a}": where both rows count the same, as each end of a route may, a sum of all counts it twice. Then add up the figures of one "${first.name}" alone, and rank no "${second.name}" beside it.`;
