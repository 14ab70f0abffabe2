import { cellAt, cellText, type Sheet } from "../../tables/index.ts";

/** The number in a cell, with or without commas between thousands; none where it is empty, or a sign stands there. */
export const numberAt = (sheet: Sheet, row: number, column: number): number =>
  Number(
    cellText(cellAt(sheet, row, column))
      .trim()
      .replaceAll(",", "") || Number.NaN,
  );
