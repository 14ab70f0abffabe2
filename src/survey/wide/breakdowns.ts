import { meaningOf } from "../meaning-of.ts";
import { saysPercent, saysRate } from "../measures/measure-kind.ts";
import { saysMeasure } from "../measures/says-measure.ts";
import { lastHeading } from "../naming.ts";
import { foreignMonth } from "../periods/period-in-text.ts";
import { areSexes } from "../said-in-titles.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";
import { isTotal } from "../table/survey-column.ts";
import { wordsOf } from "../words.ts";
import type { WideGuess } from "./wide-guess.ts";

/** Whether all headings but totals are parts of a whole. */
export function areParts(figures: readonly Pick<ColumnSurvey, "name">[]): boolean {
  const isWhole = (text: string) => isTotal(text) || /^all\b/iu.test(text);
  const parts = figures.filter(({ name }) => !saidIn(name).some(isWhole));
  // `0`, the first of several ages.
  const hasSpans =
    parts.filter(({ name }) => /^\d{1,3} ?(?:[-–]|to) ?\d{1,3}$/u.test(name.trim())).length >= fewestTops;
  const isPart = (text: string) =>
    partName.test(text) || foreignMonth.test(text) || (hasSpans && /^\d{1,2}$/u.test(text));
  return parts.length > 1 && parts.every(({ name }) => saidIn(name).some(isPart));
}

/** Whether names are the parts of one whole: by what they say, or since the title says what stands across the top, and none of them is of what is measured. */
export function areBreakdown(names: readonly string[], across: string | undefined): boolean {
  const figures = names.map((name) => ({ name }));
  if (names.length < 2) return false;
  if (areSexes(names) || areParts(figures)) return true;
  return across !== undefined && !areMeasures(figures) && !names.some((name) => !isTotal(name) && saysMeasure(name));
}

/** Whether the lower of two rows of headings has men, women and perhaps both, below each of several groups. */
export function areSexesOfGroups({
  categories,
  subgroups,
}: Pick<WideGuess, "categories"> & Required<Pick<WideGuess, "subgroups">>): boolean {
  const sexOf = (name: string) =>
    saidIn(name)
      .map(meaningOf)
      .find((text) => /^(?:(?:fe)?males?|(?:wo)?men|boys|girls)$/iu.test(text));
  const others = subgroups.filter((name) => sexOf(name) === undefined);
  return (
    categories.length >= fewestTops &&
    subgroups.length - others.length === 2 &&
    others.every((name) => saidIn(name).some(isTotal))
  );
}

/** Below so many groups sexes are a breakdown, and no names of what is counted. */
export const fewestTops = 3;

/** A heading, and each half of one that says the same in two languages: `Kadın-Female`, `Erkek / Male`. */
const saidIn = (name: string): readonly string[] => {
  const words = wordsOf(name);
  const halves = words.split(/\s*[-–/]\s*/u);
  return halves.length === 2 && halves.every((half) => /^\p{L}{2,}$/u.test(half)) ? [words, ...halves] : [words];
};

/** Whether some heading is of what is measured: `Rank` beside `Count` are two measures, whatever stands above them, and so is a percentage beside what is none. */
export const areMeasures = (figures: readonly Pick<ColumnSurvey, "name">[]): boolean => {
  const lasts = figures.map(({ name }) => lastHeading(name));
  const percents = lasts.filter((name) => saysPercent(name, []));
  return (
    (percents.length > 0 && percents.length < lasts.length) ||
    lasts.some((name) => saysRate(name) || measureWord.test(meaningOf(name).replace(/\s*\(.*\)$/u, "")))
  );
};

/** What is measured, and no group of it. */
const measureWord =
  /^(?:ranks?|ranking|counts?|number|rates?|percent(?:age)?|per cent|%|share|average|mean|median|scores?|index|amount|value|change|difference|ratio|n|s\.?e\.?|c\.?v\.?|moe|ci|std|margin of error|standard errors?|(?:lower|upper)(?: (?:limit|bound|ci))?)$/iu;

/** A heading that is a part of a whole, and so no measure: `16 to 24`, `65+`, `A`, `Year group 3`, `Yes`. */
const partName =
  /^(?:(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?|(?:(?:1[6-9]|20)\d{2}|0) ?(?:-|–|to) ?(?:1[6-9]|20)\d{2}|(?:pre|post|before|after)[ -]?\d{4}|unknown|not (?:stated|known)|\d{1,2}:\d{2}(?: ?(?:-|–|to) ?\d{1,2}:\d{2})?|\d{1,2} ?(?:am|pm)|\p{Lu}[+*]?|\p{Lu} ?(?:to|-|–) ?\p{Lu}|true|false|yes|no|reception|(?:grade|band|class|rating|cat(?:egory)?|type) \p{Lu}|(?:less|more) than [£$€][\d,.]+[km]?|[£$€][\d,.]+[km]? (?:to|-|–) [£$€][\d,.]+[km]?|[£$€][\d,.]+[km]? (?:and|or) (?:more|over|above)|(?:(?:non[- ]?hispanic )?(?:asian|black|white|hispanic|latino|mixed|other|native|pacific islander|african american|multiracial|unknown)(?: |$|\b(?:or|and|\/)? ?))+|(?:year(?: group)?|nursery|grade|band|decile|quintile|level|stage|tier|class|week|wk)[ .]?\d{1,2}\.?|(?:ages? )?(?:\d+ ?(?:-|–|to) ?\d+|\d+ ?(?:\+|(?:and|or) (?:over|above|more|older|under))|(?:under|over|below|less than|more than) \d+)(?: years?)?)$/iu;

/** What the figures of a column look like. */
export const kindOfFigures = ({ figures }: ColumnSurvey): string =>
  figures?.hasPercent ? "percent" : figures?.hasNegative ? "signed" : figures?.isWhole ? "whole" : "decimal";
