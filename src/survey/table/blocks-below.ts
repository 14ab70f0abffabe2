import { columnLetters } from "../../diagnostics/index.ts";
import { cellAt, cellText, rowCells, type Sheet } from "../../tables/index.ts";
import { saysMeasure } from "../measures/says-measure.ts";
import { areSexesAnywhere } from "../said-in-titles.ts";
import { type BlocksBeside, coded } from "./blocks-beside.ts";
import type { TableSurvey } from "./column-survey.ts";
import { cellParser } from "./survey-column.ts";

/** A title stands in so many rows above its headings; more letters are a sentence. */
const [mostAbove, longestTitle] = [4, 60];
/** So many of the names of the shorter of two tables are those of the other too. */
const mostlySame = 0.6;

/**
 * Finds tables one below another, each below a title of its own and the headings of the first once more, with the same names in its rows: `Men`, headings and ages, above
 * `Women`, headings and ages. Undefined where there are none, or where a title may be that of another measure.
 */
export function blocksBelow(
  sheet: Sheet,
  { headerRow, lastRow, notes }: Pick<TableSurvey, "headerRow" | "lastRow" | "notes">,
): (BlocksBeside & { readonly notes: readonly string[] }) | undefined {
  if (headerRow === "none" || lastRow === undefined) return undefined;
  const [top = -1, bottom = -1] = [[headerRow].flat()[0], [headerRow].flat().at(-1)].map((number) =>
    sheet.rowNumbers.indexOf(number as number),
  );
  if (top < 0 || bottom < 0) return undefined;
  const textsOf = (row: number) => rowCells(sheet, row).map((cell) => cellText(cell).trim());
  const heads = Array.from({ length: bottom - top + 1 }, (_, at) => JSON.stringify(textsOf(top + at)));
  const areHeads = (row: number) => heads.every((head, at) => head === JSON.stringify(textsOf(row + at)));
  const tops = Array.from(sheet.rowNumbers.keys()).filter(
    (row) => row >= top && row + heads.length < sheet.rowNumbers.length && areHeads(row),
  );
  if (tops.length < 2) return undefined;
  const titles = tops.map((row) => titleAbove(row));
  const texts = titles.map((title) => title?.text ?? "");
  const areNames = areSexesAnywhere(texts) || !texts.some(saysMeasure);
  const isTitle = (text: string) =>
    /\p{L}/u.test(text) && text.length <= longestTitle && !/^tab(?:le|elle|leau)\b/iu.test(text);
  if (new Set(texts).size < texts.length || !areNames || !texts.every(isTitle)) return undefined;
  const rows = tops.map((row, at) => rowsBelow(row + heads.length, titles[at + 1]?.row ?? sheet.rowNumbers.length));
  const names = rows.map((own) => new Set(own.map(nameOf)));
  const [first = new Set<string>(), ...others] = names;
  const areSame = others.every((own) => {
    const shared = [...own].filter((name) => first.has(name)).length;
    return shared >= Math.min(own.size, first.size) * mostlySame && shared > 1;
  });
  if (!areSame) return undefined;
  const kept = Array.from({ length: bottom + 1 }, (_, row) => row).filter((row) => row !== titles[0]?.row);
  const all = [...kept, ...rows.flat()];
  const width = sheet.columns.findLastIndex(({ codes }) => heads.some((_, at) => codes[top + at] !== 0)) + 1;
  const lettersOf = (index: number) => columnLetters(sheet.columns[index]?.column ?? index + 1);
  const left = sheet.columns.findIndex((_, index) => rows.flat().some((row) => cellAt(sheet, row, index) !== null));
  const ofHeads = new Set(tops.flatMap((row, at) => [texts[at], ...heads.flatMap((_, by) => textsOf(row + by))]));
  return {
    header: sheet.rowNumbers[bottom] as number,
    notes: notes.filter((text) => !ofHeads.has(text)),
    blocks: rows.map((own, at) => ({
      text: texts[at] as string,
      range: `${lettersOf(left)}${sheet.rowNumbers[own[0] as number]}:${lettersOf(width - 1)}${sheet.rowNumbers[own.at(-1) as number]}`,
      rows: own.length,
    })),
    sheet: {
      file: sheet.file,
      name: sheet.name,
      rowNumbers: Uint32Array.from(all, (row) => sheet.rowNumbers[row] as number),
      columns: sheet.columns.map(({ column }, index) => ({
        column,
        ...coded(all.map((row) => cellAt(sheet, row, index))),
      })),
      merges: [],
      notes: [],
      markedTables: [],
    },
  };

  /** The nearest row above that has one text and nothing else. */
  function titleAbove(row: number): { readonly row: number; readonly text: string } | undefined {
    for (let above = row - 1; above >= Math.max(0, row - mostAbove); above -= 1) {
      const [text, other] = new Set(textsOf(above).filter((own) => own !== ""));
      if (text !== undefined) return other === undefined ? { row: above, text } : undefined;
    }
    return undefined;
  }

  /** The rows with figures up to another row, or to the first that has words alone behind them. */
  function rowsBelow(from: number, before: number): readonly number[] {
    const found: number[] = [];
    for (let row = from; row < before; row += 1) {
      const cells = rowCells(sheet, row).filter((cell) => cell !== null);
      const hasFigure =
        cells.length > 1 && cells.some((cell) => cellParser.isFigure(cell) && /\d/u.test(cellText(cell)));
      if (hasFigure) found.push(row);
      else if (found.length > 0 && cells.length > 0) break;
    }
    return found;
  }

  function nameOf(row: number): string {
    return textsOf(row).find((text) => text !== "") ?? "";
  }
}
