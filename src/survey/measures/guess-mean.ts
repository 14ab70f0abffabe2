import type { MeasureSpec } from "../../dataset/index.ts";
import { defined } from "../../diagnostics/index.ts";
import { meaningOf } from "../meaning-of.ts";
import { guessedFrom } from "../remarks.ts";
import { countedBy } from "./guess-unit.ts";
import { areClasses, eachOf, isOfMeans, type MeasureKind, mayBeOfOne, perWhat } from "./measure-kind.ts";
import { notStated, type OneMeasure, shortName } from "./one-measure.ts";
import { thingsElsewhere } from "./things-of-languages.ts";
import { unitByName } from "./units-by-name.ts";

/** A figure that is no count, share or rate: a mean where its label says so, else a quantity, by the unit that it is told in. */
export function guessMean(
  { label, field, figures, remarks, known, mayBePortion }: OneMeasure,
  { isFraction, isAmount }: Extract<MeasureKind, { statType: "quantity" }>,
): Omit<MeasureSpec, "label"> {
  // Whole numbers below zero are no counts, and no decimals.
  const isWhole = figures.length > 0 && figures.every((one) => one.isWhole || one.decimals === 0);
  const mayBeFraction =
    known === undefined &&
    figures.length > 0 &&
    !isWhole &&
    figures.every(
      (one) => one.isMostlyFraction || (mayBePortion && one.largest <= 1 && (!one.hasNegative || one.isMostlySmall)),
    );
  if (isFraction)
    remarks.add(
      `${field}.statType`,
      guessedFrom(
        "its figures",
        "Figures up to 1 may be fractions: of the unit %, they are a share, with fractions: true.",
      ),
    );
  else if (mayBeFraction)
    remarks.add(
      `${field}.statType`,
      guessedFrom(
        "its figures",
        "Figures that nearly all lie between -1 and 1 may be fractions: of the unit %, they are a share, with fractions: true.",
      ),
    );
  if (areClasses(label, figures)) remarks.add(`${field}.statType`, classes);
  if (!isAmount && mayBeOfOne(label)) remarks.also(`${field}.statType`, ofOne);
  // A number of people that a model makes has decimals.
  if (!saysMean(label, known) && !(isAmount && isNumberOf(label)))
    remarks.add(
      `${field}.statType`,
      guessedFrom("its figures", 'No plain counts: say "rate" (with per), "share" or "mean" where they are.'),
    );
  const largest = Math.max(0, ...figures.map((one) => one.largest));
  const areLarge = figures.length > 0 && figures.every((one) => one.isMostlyLarge);
  const decimals = isWhole || areLarge ? 0 : largest <= 1 ? 3 : largest < 10 ? 2 : undefined;
  return defined({
    ...(shortName(label) ?? shortMean(label)),
    // Nobody counts `0.181 north scotlands`.
    unit: known ?? unitByName(label, figures) ?? (isNumberOf(label) ? perEach(countedBy(label), label) : notStated),
    statType: isOfMeans(label) ? "mean" : "quantity",
    decimals,
    additive: isAmount || undefined,
  });
}

const classes = guessedFrom(
  "its name",
  'A few whole numbers, taken for classes: they count nothing, and are never added up. Say "count" where they are numbers of something.',
);
const ofOne = guessedFrom(
  "its name",
  "Taken for what one costs, which makes no sum: say additive: true where it is all that was paid, and in the unit for whom and how long one is: euros per resident per week, say.",
);

/** For each of what a label says that there is so much, where it says nothing else behind that. */
export const eachSaid = (label: string): string | undefined => {
  const each = perWhat(label);
  return eachOf(label) ?? (each !== undefined && label.toLowerCase().endsWith(each.toLowerCase()) ? each : undefined);
};

/** A unit for each of what a label says that there is so much: `pupils per teacher`. */
export function perEach(unit: MeasureSpec["unit"], label: string): MeasureSpec["unit"] {
  const each = /\/|\bper\b|%/u.test(unit.other) ? undefined : eachSaid(label)?.toLowerCase();
  return each === undefined ? unit : { one: `${unit.one} per ${each}`, other: `${unit.other} per ${each}` };
}

/** What a sentence calls a figure where its label says that it is a median, an index or a score; else what its statistic is called. */
function shortMean(label: string): Pick<MeasureSpec, "short"> | undefined {
  const meaning = meaningOf(label);
  if (/\bmedian\b/iu.test(meaning)) return { short: "median" };
  if (isOfMeans(label)) return undefined;
  const { index, own } = /\b(?:(?<index>index|indices)|(?<own>score|rating)s?)\b/iu.exec(meaning)?.groups ?? {};
  return index !== undefined || own !== undefined ? { short: own?.toLowerCase() ?? "index" } : undefined;
}

/** Whether a mean is one of how many: `Average number of rooms`. */
const isNumberOf = (label: string): boolean =>
  /^(?:(?:average|avg|mean|median) (?:number|count)|number) of \p{L}{3}/iu.test(label) ||
  thingsElsewhere(label) !== undefined;

/** Whether a unit that is measured, or a word, says of a figure that it is neither a count nor a share. */
const saysMean = (label: string, known: MeasureSpec["unit"] | undefined): boolean =>
  known !== undefined ||
  /\b(?:averages?|avg|mean|median|ind(?:ex|ices)|scores?|ratings?|ranks?|temperature|life expectancy)\b/iu.test(
    meaningOf(label),
  );
