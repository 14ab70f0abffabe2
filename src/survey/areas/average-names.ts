import { meaningOf } from "../meaning-of.ts";

/**
 * Whether a row of this name is the mean of others, not one beside them: `Average`, `Kent average`, `England (mean)`, `Mean of all areas`.
 * What stands before is a place's or a group's name, of a few words.
 */
export const isNameOfAverage = (name: string): boolean => averageName.test(name.trim());

const averageName = /^(?:[\p{L}.&'’-]+ ){0,4}\(?(?:averages?|avg|means?|medians?)\.?\)?(?: (?:of|for|per) .+)?$/iu;

/** Whether a row of this name is an average of something else than the rows beside it count: `Median age`, `Average household size`, `平均年齢`. */
export const isNameOfMeasuredAverage = (name: string): boolean =>
  !beginsWithMiddle.test(name.trim()) && measuredAverage.test(meaningOf(name).trim());

/** A German name of something in the middle, `Mittelsachsen`: of rows, only a word for the mean itself is one. */
const beginsWithMiddle = /^mittel(?!werte?\b)\p{L}/iu;

const measuredAverage =
  /^(?:averages?|avg|means?|medians?)(?: (?:\p{L}+ ){0,2}(?:ages?|sizes?|duration|length|income|price|rent|earnings|pay|score|weight|height|distance|time|wait)(?: \(.*\))?)?$/iu;
