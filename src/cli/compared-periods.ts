import {
  type Dataset,
  type DatasetSpec,
  findDimension,
  lengthOf,
  type Period,
  previousPeriod,
} from "../dataset/index.ts";
import { unfinishedLast } from "../survey/index.ts";

/** Which periods a first briefing holds against each other. */
export interface ComparedPeriods {
  /** The period to compare the latest with, where it is not the one right before. */
  readonly from?: string | undefined;
  /** The period from which the page tells what became of figures, where it is not the first. */
  readonly since?: string | undefined;
  /** Whether the measure has a period to compare the latest with: windows of several years overlap, and one may be in the last alone, of which not all may be there. */
  readonly isComparable: boolean;
  /** Whether months or quarters are compared with the same ones of other years. */
  readonly isYearOnYear?: boolean | undefined;
}

/**
 * The last period but one with figures; of months and quarters that nothing says to be adjusted for seasons, the same one a year before: every shop sells less in
 * January than in December.
 */
export function comparedPeriods(
  dataset: Dataset,
  {
    spec,
    measure,
    told,
    names,
    date,
  }: {
    readonly spec: DatasetSpec;
    readonly measure: string;
    readonly told: readonly Period[];
    /** Of the categories that the page is about. */
    readonly names: readonly string[];
    /** The day on which the page is begun: what is not over then is held against nothing. */
    readonly date: string | undefined;
  },
): ComparedPeriods {
  const time = findDimension(dataset.definition, "time") ?? "";
  const held = new Set(
    dataset.observations.flatMap(({ measure: own, at, cell }) =>
      own === measure && cell.state !== "missing" ? [at[time]] : [],
    ),
  );
  const periods = told.filter(({ id }) => held.has(id));
  const latest = periods.at(-1);
  if (!latest || unfinishedLast(dataset, date)?.period.id === latest.id) return { isComparable: false };
  const alike = periods.filter((period) => lengthOf(period) === lengthOf(latest));
  const before = alike.at(-2);
  const hasSeasons =
    ofSeasons.has(lengthOf(latest)) && !isAdjusted([spec.title, spec.measures[measure]?.label, ...names]);
  const [since] = alike.filter(({ start }) => start.slice(4) === latest.start.slice(4));
  if (hasSeasons && before && since) {
    const from = alike.find(({ start }) => start === yearBefore(latest.start));
    return from
      ? {
          from: from.label,
          since: since.id === alike[0]?.id ? undefined : since.label,
          isComparable: true,
          isYearOnYear: true,
        }
      : { isComparable: false };
  }
  const doOverlap = before !== undefined && before.endExclusive > latest.start;
  const apart = doOverlap ? alike.findLast((period) => period.endExclusive <= latest.start) : before;
  return {
    from: apart && previousPeriod(latest).id !== apart.id ? apart.label : undefined,
    isComparable: apart !== undefined,
  };
}

const ofSeasons: ReadonlySet<string> = new Set(["monthly", "quarterly", "half-yearly"]);

const yearBefore = (start: string): string => `${Number(start.slice(0, 4)) - 1}${start.slice(4)}`;

const isAdjusted = (texts: readonly (string | undefined)[]): boolean =>
  texts.some((text = "") =>
    /(?<!\b(?:non|not|un)[ -]?)(?:season(?:al(?:ly)?)?[ -]?adjust|deseasonali[sz]|saisonbereinigt|désaisonnalis|corrigé des variations saisonnières|desestacionali[sz]ad|destagionalizz|seizoengecorrigeerd|säsongsjuster|sesongjuster|sæsonkorriger)/iu.test(
      text,
    ),
  );
