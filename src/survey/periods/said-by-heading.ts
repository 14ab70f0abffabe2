import { wordsOf } from "../words.ts";
import type { PeriodGuess } from "./period-guess.ts";

/**
 * The heading of periods that says in brackets from when to when they are, in full: `Year (13 periods to June)` over `2019/20`, which is no calendar or financial year then.
 * Undefined where it says no more than that they are periods, or how they are written: `Date (dd/mm/yyyy)`.
 */
export function extentByHeading({ columns: [column, other], joined }: PeriodGuess): string | undefined {
  if (!column || other || joined !== undefined) return undefined;
  const said = /^(?<word>[^()]+)\((?<more>[^()]{4,80})\)$/u.exec(column.name.trim())?.groups;
  return said && ofPeriods.test(wordsOf(said.word ?? "")) && ofExtent.test(said.more ?? "")
    ? column.name.trim()
    : undefined;
}

const ofPeriods = /\b(?:years?|periods?|quarters?|months?|weeks?|time)\s*$/iu;
const ofExtent =
  /(?:^|[^\p{L}])(?:to|from|up to|until|ending|ended|ends?|starting|begins?|beginning|commencing)\s+(?:\p{L}|\d)|\p{L}{3,9}\.? ?[-–] ?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)/iu;
