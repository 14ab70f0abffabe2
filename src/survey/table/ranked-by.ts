import { groupBy } from "../../dataset/index.ts";
import type { Sheet } from "../../tables/index.ts";
import { textIn } from "../text-in.ts";
import { wordsOf } from "../words.ts";
import type { ColumnSurvey } from "./column-survey.ts";

/** Whether a heading says of numbers how each compares with others, and not what it is. */
export const isOfRanks = (name: string): boolean => /\brank(?:ing|ed)?\b/iu.test(wordsOf(name));

/** So many rows show an order, so few may have one, and so many on average stand in a group that has one of its own, of a year say. */
const [fewestRanked, fewestMaybe, fewestInGroup] = [5, 3, 3];

/** A table, as far as its ranks are looked at. */
interface Ranked {
  readonly sheet: Sheet;
  readonly rows: Uint32Array;
  readonly columns: readonly ColumnSurvey[];
}

/** The column of figures by which ranks go up or down in each row: of all, or of those of one year or group. Undefined where no column shows it. */
export const rankedBy = (ranks: ColumnSurvey, table: Ranked): ColumnSurvey | undefined =>
  orderOf(ranks, table, fewestRanked);

/** Whether no figures may be those by which ranks go up or down, in however few rows. */
export const isRankedByNone = (ranks: ColumnSurvey, table: Ranked): boolean =>
  orderOf(ranks, table, fewestMaybe) === undefined;

function orderOf(ranks: ColumnSurvey, { columns, rows, sheet }: Ranked, fewest: number): ColumnSurvey | undefined {
  const groups = columns.filter(
    (column) =>
      column !== ranks &&
      (column.kind === "period" || column.kind === "label") &&
      column.texts.length > 1 &&
      column.texts.length * fewestInGroup <= rows.length,
  );
  const numbersOf = ({ index }: ColumnSurvey) =>
    Array.from(rows, (row) => {
      const text = textIn(sheet, row, index).replaceAll(/[,%£€$]/gu, "");
      return text === "" ? Number.NaN : Number(text);
    });
  const places = numbersOf(ranks);
  const keys = [
    places.map(() => ""),
    turnsOf(places),
    ...groups.map(({ index }) => Array.from(rows, (row) => textIn(sheet, row, index))),
  ];
  return columns.find((figures) => {
    if (figures === ranks || figures.kind !== "figure" || isOfRanks(figures.name)) return false;
    const values = numbersOf(figures);
    const ranked = places.flatMap((place, at) => {
      const value = values[at] ?? Number.NaN;
      return Number.isNaN(place) || Number.isNaN(value) ? [] : [{ at, place, value }];
    });
    return keys.some((own) => areInOrder([...groupBy(ranked, ({ at }) => own[at] ?? "").values()], fewest));
  });
}

/** Which turn each place is of, where rows begin again at 1: girls below boys. */
function turnsOf(places: readonly number[]): readonly string[] {
  let turn = 0;
  return places.map((place, at) => {
    if (place === 1 && places[at - 1] !== 1) turn += 1;
    return String(turn);
  });
}

/** Whether values only rise, or only fall, as the places do, in each of several groups. */
function areInOrder(groups: readonly { readonly place: number; readonly value: number }[][], fewest: number): boolean {
  let [compared, rises, falls] = [0, 0, 0];
  for (const group of groups) {
    const own = group.toSorted((a, b) => a.place - b.place);
    for (const [at, { place, value }] of own.entries()) {
      const before = own[at - 1];
      if (before === undefined) continue;
      // What shares a place has one figure.
      if (place === before.place && value !== before.value) return false;
      compared += 1;
      if (value > before.value) rises += 1;
      if (value < before.value) falls += 1;
    }
  }
  const areEnough = compared + groups.length >= fewest && compared >= groups.length * (fewestInGroup - 1);
  return areEnough && Math.min(rises, falls) === 0 && rises + falls > 0;
}
