import type { MeasureSpec } from "../../dataset/index.ts";
import { meaningOf } from "../meaning-of.ts";
import type { FigureSurvey } from "../table/column-survey.ts";
import { withoutQuoted } from "./guess-unit.ts";
import { ofBase } from "./measure-kind.ts";
import { numbersOfGroups, places } from "./ranks.ts";

/** Nobody is so old. */
export const oldest = 130;

/** What index numbers are told in. */
export const indexPoints = { one: "index point", other: "index points" };

/** What a column of units calls index numbers. */
export const indexUnit = /^ind(?:ex(?:es)?|ices)(?: (?:numbers?|points?))?$/iu;

/** What figures are that a column of units calls ratios: told in nothing, whatever they are of. */
export const ratio = { one: "(ratio)", other: "(ratio)" } as const satisfies MeasureSpec["unit"];
/** Whether a text says of figures that they are ratios, and of what they are told in no more. */
export const isRatio = (said: string): boolean => /^(?:ratios?|multiples?|quotients?)$/iu.test(said.trim());

/** What a column of units says of figures that are told in no unit; undefined where it says a unit, or nothing. */
export const kindAsUnit = (said: string): string | undefined =>
  indexUnit.test(said.trim()) || isRatio(said) ? said : undefined;

/** A unit as a column says it, the same of one and of many. */
export const asUnit = (said: string | undefined): MeasureSpec["unit"] | undefined =>
  said === undefined
    ? undefined
    : indexUnit.test(said.trim())
      ? indexPoints
      : isRatio(said)
        ? ratio
        : { one: said, other: said };

/** How long people live. */
const ofLife = /\b(?:life expectancy|expectation of life)\b/iu;

/** Units of figures that count nothing; money has its own. */
const unitsByName: readonly (readonly [RegExp, one: string, other: string])[] = [
  [/\brank(?:ing|ed)?\d*\b/iu, places.one, places.other],
  [/\b(?:score|points?|rating)\b/iu, "point", "points"],
  [/\bind(?:ex|ices)\b|(?<!\p{L})índices?(?!\p{L})/iu, indexPoints.one, indexPoints.other],
  // Indices of prices that are called by their letters.
  [
    /(?<!\p{L})(?:HPI|CPIH?|RPIX?|HICP|PPI)(?!\p{L})(?!.*(?:%|\b(?:rate|change|inflation)\b))/u,
    indexPoints.one,
    indexPoints.other,
  ],
  [ofBase, indexPoints.one, indexPoints.other],
  [
    /(?<!\b(?:voting|working|school|pension|old|since|over|under|above|below|from|until|by|at|before|after|to|of)(?: the)?[ -])(?<!\p{L})[aâ]ge\b(?!\W*(?:groups?|bands?|class|under|over|adjusted|standardi[sz]ed|specific|weighted|x\b|(?:of )?\d))/iu,
    "year",
    "years",
  ],
  [ofLife, "year", "years"],
  [/\bmileage\b/iu, "mile", "miles"],
  [/\btemperature\b/iu, "degree", "degrees"],
  [
    /\bfull[- ]time equivalents?$|(?<!\bchanges?\b.*)\b(?:ftes?|wtes?)$/iu,
    "full-time equivalent",
    "full-time equivalents",
  ],
];

/** What equal groups are called, each of which has a number: of so many at most. */
const [ofEqualGroups, mostGroups] = [/\b(?:deciles?|quintiles?|quartiles?|vigintiles?|quantiles?)$/iu, 20];

/** The unit that the name of a figure tells, of ages and lives only where the figures may be years. */
export function unitByName(label: string, figures: readonly FigureSurvey[]): MeasureSpec["unit"] | undefined {
  const time = ofMeanTime.exec(meaningOf(label))?.groups?.time?.toLowerCase();
  if (time !== undefined) return { one: time.slice(0, -1), other: time };
  const areNumbers = figures.every(
    ({ isWhole, largest, hasNegative }) => isWhole && !hasNegative && largest <= mostGroups,
  );
  if (areNumbers && ofEqualGroups.test(meaningOf(label).trim())) return numbersOfGroups;
  const [, one, other] = unitsByName.find(([look]) => look.test(withoutQuoted(label))) ?? [];
  const areNoYears =
    other === "years" &&
    (ofRate.test(meaningOf(label)) ||
      // How much longer women live may be less than nothing.
      figures.some(({ largest, hasNegative }) => (hasNegative && !ofLife.test(label)) || largest > oldest));
  return one === undefined || other === undefined || areNoYears ? undefined : { one, other };
}
/** How long something takes or lasts on average, by its first words: `Mean years of schooling`, `Average days to decision`. */
const ofMeanTime =
  /^(?:means?|averages?|avg|medians?|expected) (?:number of )?(?<time>years|months|weeks|days|hours|minutes)(?= (?:of|in|to|from|until|between|since|spent|worked|lost|lived|taken|waited|without|for|per)\b|[,:(]|$)/iu;

/** What is said of deaths and cases that were made alike in age, `Age-adjusted death rate`, or are of some ages: these are told in no years. */
const ofRate =
  /\b(?:rates?|ratios?|incidence|mortality|percent(?:age)?|shares?)\b|\bage(?:s|d)?[ -]?(?:and[ -]sex[ -])?(?:adjusted|standardi[sz]ed|specific|weighted|related)\b/iu;
