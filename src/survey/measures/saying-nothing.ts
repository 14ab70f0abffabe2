import { meaningOf } from "../meaning-of.ts";
import { lastHeading } from "../naming.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";
import { wordsOf } from "../words.ts";

/** Whether the lowest headings below another say nothing without it: `Total`, `Percent` below `Residents of age`. */
export function saysNothingBelow({ name }: ColumnSurvey, figures: readonly ColumnSurvey[]): boolean {
  const above = name.split(" | ").slice(0, -1).join(" | ");
  const below = figures.filter((other) => above !== "" && other.name.startsWith(`${above} | `));
  const own = wordsOf(lastHeading(name));
  return (
    below.length > 0 &&
    (genericName.test(own) || below.every((other) => genericName.test(wordsOf(other.name.split(" | ").at(-1) ?? ""))))
  );
}

/** What says nothing without the heading above it: `Total`, and the ages or years `15`, `10 - 14`, `17+`. */
export const genericName =
  /^(?:totals?|numbers?|counts?|values?|%|per ?cent(?:age)?|shares?|rates?|\d{1,4}(?: ?(?:[-–]|to) ?\d{1,4}| ?\+)?)$/iu;

/** Whether a heading says nothing in words: `B03002001`, `HC01_EST`, `C`, `lpi`. */
export const isCode = (heading: string): boolean => {
  const words = wordsOf(heading)
    .split(/[\s,;:()]+/u)
    .filter(Boolean);
  return (
    words.length <= 3 &&
    // Other letters have other vowels.
    !/(?!\p{Script=Latin})\p{L}/u.test(heading) &&
    words.every((word) => /\d{3}/u.test(word) || word.length < 3 || !/[aeiouyäöüéèáíóú]/iu.test(word))
  );
};

/** Whether a heading is the short form of the one above it: `q(x)`. */
export const isForm = (heading: string): boolean => /^\p{L}{1,2}\s?\(\p{L}{1,2}\)$/u.test(heading.trim());

/** What figures are, and of nothing. */
export const bareStatistic = /^(?:rates?|numbers?|counts?|values?|estimates?|percent(?:age)?s?|%|means?|averages?)$/iu;

/** Words around the holes of headings that name no figures. */
export const sayingNothing = /^(?:total|number|count|value|estimates?|yr|year|\p{L})?$/iu;

/** What says of figures when they are, and not what. */
export const ofTimeAlone =
  /^(?:(?:calendar|financial|fiscal|academic|school|reporting|reference|survey|crop|marketing) )?(?:years?|months?|quarters?|periods?|weeks?|dates?|days?|time|time periods?|seasons?|situation|position)(?: (?:end|ending|ended|of|beginning))?$/iu;

/** Whether a heading names two ways in which figures are divided, time first, and none of them: `Ano x Produto das lavouras`. */
export const isOfAxes = (heading: string): boolean => {
  const { first } = /^(?<first>\p{L}+) [x×] \p{L}/iu.exec(heading)?.groups ?? {};
  return first !== undefined && ofTimeAlone.test(meaningOf(first));
};
