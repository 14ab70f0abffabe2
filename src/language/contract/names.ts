import type { Category, Period } from "../../dataset/index.ts";
import type { Group, NamedMeasure } from "./claims.ts";

/** Names of times and categories in running text. */
export interface NameWords {
  /**
   * `2018/19`, `year ending March 2019`: in the language, whatever the data writes. Its label is English where it is a code (`201904`); all
   * languages but English name periods by `createPeriodName`, and take the name for the other phrases here.
   */
  period(period: Period): string;
  /** When something was: `in 2018/19`, `in the year ending March 2019`, `on 5 May 2020`. */
  when(period: Period): string;
  /** From one time to another: `from 2017/18 to 2018/19`. */
  between(first: Period, last: Period): string;
  /** `since 2014`. */
  since(period: Period): string;
  /** Several periods, earliest first: `2017/18 to 2018/19`. */
  range(first: Period, last: Period): string;
  /** Several areas, by name: `Kent and Essex`. */
  areas(areas: readonly Category[]): string;
  /** Whose a figure is, with a preposition that is right before any name: `for Kent`; the area's own where it has one: `in the UK`. */
  about(areas: readonly Category[]): string;
  /** Where something happened, of areas that are places: `in Kent`, `in the UK`. */
  located(areas: readonly Category[]): string;
  /** Whose figure, and which: `Kent's rate`, `the rate for Kent and Essex`, `the rate`. */
  measure(of: NamedMeasure): string;
  /** One cell's coordinates, among whatever dimensions: `Kent (2018/19)`. */
  cell(coordinates: CellCoordinates): string;
}

/** What a cell is of. */
export interface CellCoordinates {
  /** Areas and other categories, in the order of the dataset's dimensions. */
  readonly categories: readonly Category[];
  readonly periods: readonly Period[];
  /** Of many cells, of each of which the same is said: how many, and what they are of; the rest is what all share. */
  readonly each?: Group | undefined;
}
