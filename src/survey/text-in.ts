import { cellAt, cellText, type Sheet } from "../tables/index.ts";

/** What a cell says, without the space around it; nothing where there is no cell. */
export const textIn = (sheet: Sheet, row: number, column: number): string =>
  cellText(cellAt(sheet, row, column)).trim();
