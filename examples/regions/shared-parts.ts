import { type BriefingContext, type Category, change, median, rate } from "briefwright";
import type { imprisonment } from "./dataset.ts";

/** What the claims, tables and charts of these briefings are given, whatever their parameters. */
export type Context = BriefingContext<{ readonly imprisonment: typeof imprisonment }, Record<never, never>>;

interface Words {
  readonly byArea: string;
  readonly area: string;
  readonly change: string;
  readonly medianOfAll: string;
}

/** All areas, the highest first: the first and the latest figure, and how it changed. */
export const changeByArea = (texts: Words, { imprisonment }: Pick<Context, "imprisonment">) => ({
  caption: texts.byArea,
  rowHeader: texts.area,
  rows: imprisonment.categories("area"),
  columns: {
    first: {
      header: firstOf(imprisonment.periods()),
      cell: (area: Category) => rate(imprisonment, { area, period: "first" }),
    },
    latest: {
      header: firstOf(imprisonment.periods().slice(-1)),
      cell: (area: Category) => rate(imprisonment, { area, period: "latest" }),
      bars: true,
    },
    change: {
      header: texts.change,
      cell: (area: Category) => change(imprisonment, { area, from: "first", to: "latest" }),
      show: "signed" as const,
    },
  },
  sort: { by: "latest", order: "descending" } as const,
});

/** The figures of an area, and the median of all beside them, as two series. */
export const besideMedian = (
  texts: Words,
  area: Category | string,
  { imprisonment, figure }: Pick<Context, "imprisonment" | "figure">,
) => [
  ...imprisonment.where({ area }).map((row) => ({ ...row, series: row.area ?? null })),
  ...imprisonment.periods().map((period) => ({
    period: period.label,
    rate: figure(median(imprisonment, { period, among: "area" })),
    series: texts.medianOfAll,
  })),
];

function firstOf<T>(items: readonly T[]): T {
  const [first] = items;
  if (first === undefined) throw new Error("The data holds no period.");
  return first;
}
