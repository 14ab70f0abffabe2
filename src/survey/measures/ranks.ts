import type { MeasureSpec } from "../../dataset/index.ts";
import { guessedFrom, type Remarks } from "../remarks.ts";

/** What ranks are told in: nobody counts any. */
export const places = { one: "(rank)", other: "(rank)" } as const satisfies MeasureSpec["unit"];

/** What the numbers of tenths and fifths are told in, of which nobody counts any. */
export const numbersOfGroups = {
  one: "(number of a group)",
  other: "(number of a group)",
} as const satisfies MeasureSpec["unit"];

/** Whether a measure is the rank of each among others, or the number of its tenth: nothing is worked out of it, and nothing is ranked by it once more. */
export const isRank = ({ unit }: Pick<MeasureSpec, "unit">): boolean =>
  unit.other === places.other || unit.other === numbersOfGroups.other;

const whichEnd =
  "nothing is added up, compared in percent or ranked by them, and a first briefing is of another measure where there is one. Say which end of them is which.";

export const ranksByFigures = guessedFrom(
  "its figures",
  `Each number from 1 on stands there once, so these are ranks: ${whichEnd}`,
);
const ranksByName = guessedFrom("its name", `Ranks: ${whichEnd}`);

/** Says of measures that are called ranks that they are no amounts. */
export function remarkOnRanks(specs: Readonly<Record<string, MeasureSpec>>, remarks: Remarks): void {
  for (const [id, spec] of Object.entries(specs)) {
    const field = `measures.${id}.statType`;
    if (isRank(spec) && !remarks.all.get(field)?.includes(whichEnd)) remarks.also(field, ranksByName);
  }
}
