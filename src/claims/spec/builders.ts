import {
  type AnyDatasetDefinition,
  type Category,
  type CategoryId,
  type Dataset,
  type DimensionId,
  type PeriodChoice,
  type PlainSelector,
  plainChoice,
  type Selector,
  type TimelessSelector,
  type TypedDataset,
  toPlainSelector,
} from "../../dataset/index.ts";
import { defined } from "../../diagnostics/index.ts";
import type {
  AmongSpec,
  ChangeSpec,
  ComparisonSpec,
  CountSpec,
  DirectionSpec,
  MedianSpec,
  RankSpec,
  RateSpec,
  RecordSpec,
  ShareSpec,
  StandingSpec,
  StatedSpec,
  StatementSpec,
  TrendSpec,
} from "./claim-spec.ts";

/** What any claim may carry besides what it computes. With `stated`, it is somebody's claim, to be checked. */
export interface ClaimDetails {
  readonly text?: string;
  readonly attribution?: { readonly who: string; readonly role?: string };
  readonly caveats?: readonly string[];
  readonly stated?: StatedSpec;
}

type Any = AnyDatasetDefinition;

interface FromTo {
  /** A period, or `previous`: the one of the same length just before `to`. */
  readonly from: PeriodChoice;
  readonly to: PeriodChoice;
}

/** The dimension whose categories are compared, and optionally which of them; else all that are nobody's parent. */
interface AmongChoice<D extends Any, K extends DimensionId<D> = DimensionId<D>> {
  readonly among: K | { readonly dimension: K; readonly categories: readonly (CategoryId<D, K> | Category)[] };
}

/** A number of cases: `274 offences`; with `uncertainty: true`, the 95% confidence interval too. */
export function count<D extends Any>(
  dataset: TypedDataset<D>,
  of: Selector<D>,
  details: ClaimDetails & Pick<CountSpec, "uncertainty"> = {},
): CountSpec {
  return { kind: "count", dataset: idOf(dataset), of: plain(of), ...details };
}

/**
 * A published rate, mean or share: `15.0 women per 100,000`; with `per: "day"`, a count over time: `12.0 offences a day`;
 * with a `population`, a count per so many of it: `52.7 offences per 100,000 children`.
 */
export function rate<D extends Any>(
  dataset: TypedDataset<D>,
  of: Selector<D>,
  details: ClaimDetails &
    Pick<RateSpec, "per" | "uncertainty"> & {
      readonly population?: Selector<D> | PlainSelector;
      readonly overall?: {
        readonly of: Selector<D> | PlainSelector;
        readonly population: Selector<D> | PlainSelector;
      };
    } = {},
): RateSpec {
  const { population, overall, ...rest } = details;
  return defined({
    kind: "rate",
    dataset: idOf(dataset),
    of: plain(of),
    population: population && plainSelector<D>(population),
    overall: overall && { of: plainSelector<D>(overall.of), population: plainSelector<D>(overall.population) },
    ...rest,
  });
}

/**
 * From one period to another: `a 140% rise on the previous year`. With `whole`, of the share that the cells are of it:
 * `a 14 percentage point rise on the previous year`.
 */
export function change<D extends Any>(
  dataset: TypedDataset<D>,
  of: TimelessSelector<D> & FromTo,
  details: ClaimDetails & Pick<ChangeSpec, "mode" | "uncertainty"> & { readonly whole?: TimelessSelector<D> } = {},
): ChangeSpec {
  const { whole, ...rest } = details;
  return defined({
    kind: "change",
    dataset: idOf(dataset),
    ...splitSpan<D>(of),
    whole: whole && toPlainSelector(whole),
    ...rest,
  });
}

/** One number of cases out of another: `21% of offences`. */
export function share<D extends Any>(
  dataset: TypedDataset<D>,
  of: { readonly part: Selector<D>; readonly whole: Selector<D>; readonly otherWhole?: Selector<D> | PlainSelector },
  details: ClaimDetails & Pick<ShareSpec, "condition"> = {},
): ShareSpec {
  return defined({
    kind: "share",
    dataset: idOf(dataset),
    part: plain(of?.part),
    whole: plain(of?.whole),
    otherWhole: of?.otherWhole && plainSelector<D>(of.otherWhole),
    ...details,
  });
}

/** One figure beside another, or beside the median of many: `higher than the median of 42 police forces`. */
export function comparison<D extends Any>(
  dataset: TypedDataset<D>,
  of: { readonly left: Selector<D>; readonly right: Selector<D> | ({ readonly median: Selector<D> } & AmongChoice<D>) },
  details: ClaimDetails & Pick<ComparisonSpec, "relation"> = {},
): ComparisonSpec {
  const right = of?.right as Selector<D> | ({ readonly median: Selector<D> } & AmongChoice<D>);
  return {
    kind: "comparison",
    dataset: idOf(dataset),
    left: plain(of?.left),
    right:
      typeof right === "object" && "median" in right
        ? { median: plain(right.median as Selector<D>), among: plainAmong(right as AmongChoice<D>) }
        : plain(right as Selector<D>),
    ...details,
  };
}

/** The middle of the categories of a dimension. */
export function median<D extends Any>(
  dataset: TypedDataset<D>,
  of: Selector<D> & AmongChoice<D>,
  details: ClaimDetails = {},
): MedianSpec {
  const { among, ...selector } = of;
  return {
    kind: "median",
    dataset: idOf(dataset),
    of: plain(selector),
    among: plainAmong<D>({ among }),
    ...details,
  };
}

/** Where one category stands among the others: `the third highest of 42 police forces`. */
export function rank<D extends Any>(
  dataset: TypedDataset<D>,
  of: Selector<D> & AmongChoice<D>,
  details: ClaimDetails & Pick<RankSpec, "order"> = {},
): RankSpec {
  const { among, ...selector } = of;
  return {
    kind: "rank",
    dataset: idOf(dataset),
    of: plain(selector),
    among: plainAmong<D>({ among }),
    ...details,
  };
}

/** Whether one period is the highest or lowest of a series: `the highest since 2014`. */
export function record<D extends Any>(
  dataset: TypedDataset<D>,
  of: Selector<D>,
  details: ClaimDetails &
    Pick<RecordSpec, "since" | "includesSince" | "surpassing"> & { readonly extreme?: RecordSpec["extreme"] } = {},
): RecordSpec {
  return { kind: "record", dataset: idOf(dataset), of: plain(of), extreme: "highest", ...details };
}

/** Which way a figure goes: `rose`; with `degree: "significantly"`, whether more than chance would have it. */
export function direction<D extends Any>(
  dataset: TypedDataset<D>,
  of: TimelessSelector<D> & FromTo,
  details: ClaimDetails & Pick<DirectionSpec, "direction" | "degree"> = {},
): DirectionSpec {
  return { kind: "direction", dataset: idOf(dataset), ...splitSpan<D>(of), ...details };
}

/**
 * How a figure went, in sentences: `Kent's rate fell by 30%, from 29.3 in 2014 to 20.4 in 2022. It has risen by 17% since its
 * low of 17.4 in 2020`. What is said is what the figures between show; with one of them hidden, missing or disputed, or a
 * break in the series, it is the change alone. With `among`, what sets it apart from the others is said too: `a smaller fall
 * than in two thirds of the 42 areas`; and what more than a third of them would say alike is left out.
 */
export function trend<D extends Any>(
  dataset: TypedDataset<D>,
  of: TimelessSelector<D> & FromTo & Partial<AmongChoice<D>>,
  details: Pick<ClaimDetails, "caveats"> = {},
): TrendSpec {
  const { among, ...span } = of ?? {};
  return defined({
    kind: "trend",
    dataset: idOf(dataset),
    ...splitSpan<D>(span as TimelessSelector<D> & FromTo),
    among: among === undefined ? undefined : plainAmong<D>({ among }),
    ...details,
  });
}

/**
 * Where one category stands among the others, in sentences: `Kent's rate was 23% above the median of 16.6 in 2022, the 10th
 * highest of 42 police forces`; with `since`, and how that has changed.
 */
export function standing<D extends Any>(
  dataset: TypedDataset<D>,
  of: Selector<D> & AmongChoice<D>,
  details: Pick<ClaimDetails, "caveats"> & { readonly since?: PeriodChoice } = {},
): StandingSpec {
  const { among, ...selector } = of;
  const { since, ...rest } = details;
  return defined({
    kind: "standing",
    dataset: idOf(dataset),
    of: plain(selector),
    among: plainAmong<D>({ among }),
    since: since === undefined ? undefined : plainPeriod(since, "since"),
    ...rest,
  });
}

/** Somebody's words that no dataset decides. */
export function statement(
  text: string,
  details: Omit<ClaimDetails, "text" | "stated"> & Pick<StatementSpec, "form" | "contains"> = {},
): StatementSpec {
  return { kind: "statement", text, ...details };
}

/**
 * Modules are run without a compiler's check. What is not there though its type says so stays away, and whoever evaluates the
 * claim says that it is missing, and in which claim.
 */
const idOf = (dataset: Pick<Dataset, "id"> | undefined): string => dataset?.id as string;

const plain = (selector: object | undefined): PlainSelector =>
  typeof selector === "object" ? toPlainSelector(selector) : (selector as never);

const plainPeriod = (period: PeriodChoice | undefined, field: string): string =>
  period === undefined ? (period as never) : (plainChoice(period, field) as string);

function splitSpan<D extends Any>(of: TimelessSelector<D> & FromTo): Pick<ChangeSpec, "of" | "from" | "to"> {
  const { from, to, ...selector } = of ?? {};
  return { of: plain(selector), from: plainPeriod(from, "from"), to: plainPeriod(to, "to") };
}

function plainAmong<D extends Any>({ among }: AmongChoice<D>): AmongSpec {
  if (typeof among === "string") return { dimension: among };
  if (typeof among !== "object") return among as never;
  const { dimension, categories } = among;
  return defined({
    dimension: dimension as string,
    categories: categories?.map((category) => plainChoice(category, "among") as string),
  });
}

const plainSelector = <D extends Any>(selector: Selector<D> | PlainSelector): PlainSelector =>
  "at" in selector && typeof selector.at === "object" && !Array.isArray(selector.at)
    ? (selector as PlainSelector)
    : toPlainSelector(selector as Selector<D>);

/** Picks cells of another dataset than the claim's own, where a builder takes a selector of it. */
export function inDataset<D extends Any>(dataset: TypedDataset<D>, selector: Selector<D>): PlainSelector {
  return { dataset: idOf(dataset), ...plain(selector) };
}
