import { BriefingError, defined } from "../diagnostics/index.ts";
import type {
  AnyDatasetDefinition,
  CategoryId,
  DimensionId,
  MeasureId,
  SourceId,
  TimeDimensionId,
} from "./definition.ts";
import type { Category } from "./observation.ts";
import type { Period } from "./period.ts";
import type { latestAvailable, RelativePeriod } from "./relative-periods.ts";

/**
 * A point in time: a period's label (`2018/19`), or a word. `latest` and `first` are the last and first period for which
 * any cell of the measure has a figure, also a hidden one: one period for all areas, whatever is selected or pinned.
 * `previous` is the period of the same length just before the latest, or, in a change, just before its `to`.
 * `latest-available` is the last period for which the selected cells of one area have a figure; it is printed beside that.
 */
export type PeriodChoice = RelativePeriod | typeof latestAvailable | (string & {}) | Period;

export type CategoryChoice<D extends AnyDatasetDefinition, K extends DimensionId<D>> =
  K extends TimeDimensionId<D>
    ? PeriodChoice | readonly PeriodChoice[]
    : CategoryId<D, K> | Category | readonly (CategoryId<D, K> | Category)[];

/** The measure may be left out where the dataset has one only. */
type MeasureChoice<D extends AnyDatasetDefinition> =
  IsUnion<MeasureId<D>> extends true ? { readonly measure: MeasureId<D> } : { readonly measure?: MeasureId<D> };

type IsUnion<T, U = T> = T extends unknown ? ([U] extends [T] ? false : true) : never;

type VintageChoice<D extends AnyDatasetDefinition> = {
  /** Pins one vintage where several disagree: a vintage as the data names it, or `latest`. */
  readonly vintage?: string;
  /** Pins one source. */
  readonly source?: SourceId<D> | (string & {});
};

/** Picks cells: a measure, and categories by dimension. Several categories are added up, where that is sound. */
export type Selector<D extends AnyDatasetDefinition> = MeasureChoice<D> &
  VintageChoice<D> & { readonly [K in DimensionId<D>]?: CategoryChoice<D, K> };

/** A selector without its time dimension: the period is said by `from` and `to`, or is all of them. */
export type TimelessSelector<D extends AnyDatasetDefinition> = MeasureChoice<D> &
  VintageChoice<D> & { readonly [K in Exclude<DimensionId<D>, TimeDimensionId<D>>]?: CategoryChoice<D, K> };

/** A selector as plain data: ids only. What claim specs and claims.json hold. */
export interface PlainSelector {
  /** Where the cells are in another dataset than the claim's. */
  readonly dataset?: string;
  readonly measure?: string;
  readonly vintage?: string;
  readonly source?: string;
  /** Category ids or labels by dimension id. */
  readonly at: Readonly<Record<string, string | readonly string[]>>;
}

const notDimensions: ReadonlySet<string> = new Set(["measure", "vintage", "source"]);

/** A selector with its categories and periods reduced to their ids. */
export function toPlainSelector(selector: object): PlainSelector {
  const choices = selector as Readonly<Record<string, unknown>>;
  const { measure, vintage, source } = choices;
  const at: Record<string, string | readonly string[]> = {};
  // Without a list of them: each cell of a table has a selector of its own.
  for (const dimension in choices)
    if (Object.hasOwn(choices, dimension) && !notDimensions.has(dimension))
      at[dimension] = plainChoice(choices[dimension], dimension);
  return defined({
    measure: words(measure),
    vintage: words(vintage),
    source: words(source),
    at,
  });
}

const words = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** A category is named by its id, a period by its label, so that plain selectors stay readable. */
export function plainChoice(choice: unknown, dimension: string): string | readonly string[] {
  if (Array.isArray(choice)) return choice.map((item) => plainChoice(item, dimension) as string);
  if (choice === undefined || choice === null) {
    // Leaving it out would mean the total: a figure for everyone, said of someone.
    throw new BriefingError([
      {
        code: "undefined-category",
        severity: "error",
        message: `The selector's ${dimension} is ${choice}.`,
        hint: "Look up a category that exists, or leave the dimension out.",
        source: { field: dimension },
      },
    ]);
  }
  if (typeof choice !== "object") return String(choice);
  const { id, label } = choice as Partial<Category & Period>;
  const name = "start" in choice ? label : id;
  if (typeof name === "string") return name;
  throw new BriefingError([
    {
      code: "undefined-category",
      severity: "error",
      message: `The selector's ${dimension} is ${choice instanceof Date ? "a Date" : "an object"}, which is neither a category nor a period.`,
      hint: "Give its label or its id.",
      source: { field: dimension },
    },
  ]);
}
