import { isOfChange } from "../measures/measure-kind.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";
import { type CombinedHeadings, guessCombined } from "./combined-headings.ts";
import type { WideGuess } from "./wide-guess.ts";

interface SeriesInput extends CombinedHeadings {
  /** What stands beside the periods of all headings, and the columns of each. */
  readonly groups: ReadonlyMap<string, readonly number[]>;
  /** The period of each of these columns. */
  readonly read: readonly { readonly index: number; readonly found: string }[];
  readonly figures: readonly ColumnSurvey[];
}

/**
 * Headings of a period and a measure, with measures of one period beside those of several where they look alike: `Deaths 2022` beside `Waits 2021` and
 * `Waits 2022`. Of one series, none without such.
 */
export function guessSeries(given: SeriesInput): WideGuess | undefined {
  const combined = given.all.length > 1 ? guessCombined(given) : undefined;
  const once = ofOnePeriod(given);
  if (once.length === 0 || (given.all.length > 1 && !combined)) return combined;
  const indices = [...given.indices, ...once.flatMap(([, own]) => own)];
  const all = guessCombined({ ...given, all: [...given.all, ...once], indices });
  const isOfMeasures = all?.tells.join() === "period";
  return isOfMeasures && (!combined || looksOf(all) === looksOf(combined)) ? all : combined;
}

const looksOf = ({ columns }: WideGuess): string => [columns].flat().join("\n");

/** Measures of one period that a series has too. */
function ofOnePeriod({ all, figures, groups, isMost, read }: SeriesInput): CombinedHeadings["all"] {
  if (!isMost) return [];
  const periodOf = new Map(read.map(({ index, found }) => [index, found]));
  const known = new Set(all.flatMap(([, own]) => own.map((index) => periodOf.get(index))));
  const isMeasure = (index: number) =>
    known.has(periodOf.get(index)) &&
    figures.some((own) => own.index === index && own.kind === "figure" && !isOfChange(own.name));
  return [...groups].filter(
    ([rest, own]) => rest !== "{}" && !rest.includes("*") && own.length === 1 && own.every(isMeasure),
  );
}
