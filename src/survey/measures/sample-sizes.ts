import { meaningOf } from "../meaning-of.ts";

/**
 * Whether a heading is of how many were asked or looked at, which other figures are of: `Unweighted sample size`, `Bases (weighted)`, `Unweighted n`. It
 * names no rows, and nothing is ranked by it.
 */
export const isSampleSize = (heading: string): boolean => sampleSize.test(meaningOf(heading).trim());

const weighted = "(?:un-?)?weighted";
const base = `(?:sample(?: sizes?)?|bases?|n|totals?|counts?|respondents|number of respondents)`;
const sampleSize = new RegExp(
  `^(?:sample (?:sizes?|n)|n of respondents|bases?(?: sizes?)?|${weighted} ${base}|${base}[ ,:-]*\\(?${weighted}\\)?)$`,
  "iu",
);

export const ofSample =
  "How many were asked or looked at, by its name: the base of the other figures, by which nothing is ranked.";
