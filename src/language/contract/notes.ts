import type { Category, Period } from "../../dataset/index.ts";
import type { Group } from "./claims.ts";
import type { CellCoordinates } from "./names.ts";

/** How many of those asked gave figures for some periods. */
export interface Coverage {
  readonly responded: number;
  readonly asked: number;
  readonly periods: readonly Period[];
}

/** What notes say to readers besides the author's own words: whole sentences. */
export interface NoteWords {
  /** `38 of 43 responded`, without a stop: how many of those asked gave figures. */
  coverage(responded: number, asked: number): string;
  conflict: string;
  /** `38 of 43 responded for 2017/18, and 40 of 43 for 2018/19: a part of the change may come of that.` */
  coverageDiffers(before: Coverage, after: Coverage): string;
  /** A change over some of the areas only: those that have a whole figure in both periods. */
  leftOut(of: { readonly kept: number; readonly of: Group; readonly left: readonly Category[] }): string;
  /** Of those ranked, or in a median, `held` have a figure for these periods, and the others have none. */
  withoutFigure(of: { readonly held: number; readonly of: Group; readonly periods: readonly Period[] }): string;
  /** A rate or a share whose base is of another time than its cases. */
  periodsDiffer(of: { readonly cases: readonly Period[]; readonly base: readonly Period[] }): string;
  lowerBound(coordinates: CellCoordinates): string;
  partialPeriod(coordinates: CellCoordinates): string;
  notComparable(coordinates: CellCoordinates): string;
  provisional(coordinates: CellCoordinates): string;
  estimated(coordinates: CellCoordinates): string;
  revised(coordinates: CellCoordinates): string;
  /** It is what was expected. Also the reason why nothing is said of how figures came to it. */
  forecast(coordinates: CellCoordinates): string;
  /** The publisher marks the figure of these coordinates as counted in another way than those before. */
  breakAt(coordinates: CellCoordinates): string;
  /** A break of the series that the dataset declares, with its note. `at` is the first period after it. */
  brokenSeries(at: Period, note: string): string;
  overlapping(dimension: string): string;
  /** Of a measure whose figures are all up to the end of each period. */
  runningTotal(measure: string): string;
  /** A rate of so few cases that chance moves it much: of fewer than `limit`. */
  fewCases(limit: number): string;
  /** `and 38 more`, of the cells that a figure was computed from. */
  moreCells(count: number): string;
  /** The counts were rounded; `madeOf` names a measure that is worked out from them, `of` one that was rounded itself. */
  rounded(of: { readonly base: number; readonly madeOf?: string; readonly of?: string }): string;
}
