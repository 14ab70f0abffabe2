import { cellText, type Sheet } from "../tables/index.ts";
import { roundingBase } from "./sums/rounding-base.ts";
import type { ColumnSurvey, TableSurvey } from "./table/column-survey.ts";

/** What stands in the place of counts, in whose columns no small ones are: so that these are what it stands for. */
export interface HiddenCounts {
  /** As it stands in the data; `""` is an empty cell. */
  readonly text: string;
  /** The greatest of the counts that never stand beside it. */
  readonly to: number;
  /** How many cells hold a count that is hardly larger, and how many hold 0. */
  readonly near: number;
  readonly zeros: number;
  /** Whether these are so many that small ones would be there, if they were shown. */
  readonly isKnown: boolean;
  /** Whether all counts beside it are rounded to 5, so that small ones would not be there anyway. */
  readonly isRounded: boolean;
}

/** In so many rows something has to stand for counts that are hidden, and so many cells have to hold one that is hardly larger: more where no 0 stands beside them. */
const [fewestHiding, fewestNear, fewestNearAlone] = [3, 3, 5];
/** So many zeros say that counts begin at none, and leave out what is next to it. */
const fewestZeros = 3;
/** Where no 0 does, counts that were cut off are nearly as many right above as further up, and lie as near to it as not. */
const [mostFurther, mostlyNext] = [3, 0.4];
/** Where counts become fewer towards none, no more than so many times as many are hidden as there are right above. */
const mostHiddenByNear = 20;
/** What publishers hide lies below one of these: a count of so many is shown somewhere. */
const [leastShown, mostShown] = [5, 12];
/** So many different counts are multiples of 5 by no chance. */
const fewestRounded = 12;
/** So much of what stands in a place is of columns without small counts. */
const mostlyHiding = 0.5;

/** How many cells of one column hold each number, and in which rows each text stands that is none. */
interface CellsOfColumn {
  readonly numbers: ReadonlyMap<number, number>;
  readonly texts: ReadonlyMap<string, readonly number[]>;
}

/**
 * Finds what stands for counts that are hidden, of some texts, by the counts beside it: none from 1 to 5, say, while some are 6 and more, or 0. Where counts are rounded to 5 there
 * would be none of these anyway, and where all are large as well: then the next ones are far more than those that are hardly larger.
 */
export function hiddenCounts(
  { sheet, rows }: Pick<TableSurvey, "sheet" | "rows">,
  counts: readonly ColumnSurvey[],
  { texts, isHidden }: { readonly texts: readonly string[]; readonly isHidden: (text: string) => boolean },
): readonly HiddenCounts[] {
  // Where a sign is known to stand for small counts, that these are not there says nothing of another one.
  const columns = counts
    .map(({ index }) => cellsOf(sheet, rows, index))
    .filter((own) => ![...own.texts.keys()].some(isHidden));
  return texts.flatMap((text) => hiddenBehind(text, columns) ?? []);
}

function hiddenBehind(text: string, columns: readonly CellsOfColumn[]): HiddenCounts | undefined {
  const rowsOf = (own: readonly CellsOfColumn[]) => own.flatMap(({ texts }) => texts.get(text) ?? []);
  const beside = columns.filter(({ texts }) => texts.has(text));
  const hiding = beside.filter(({ numbers }) => cellsWithin(numbers, 1, leastShown) === 0);
  const rows = rowsOf(hiding);
  // All cells of one row are blank for another reason.
  if (new Set(rows).size < fewestHiding || rows.length < rowsOf(beside).length * mostlyHiding) return undefined;
  const numbers = new Map<number, number>();
  for (const own of hiding)
    for (const [number, cells] of own.numbers) numbers.set(number, (numbers.get(number) ?? 0) + cells);
  const least = [...numbers.keys()].filter((number) => number > 0).reduce((a, b) => Math.min(a, b), mostShown + 1);
  if (least > mostShown) return undefined;
  const isRounded = roundingBase(numbers.keys(), fewestRounded) > 1;
  const [near, next] = [cellsWithin(numbers, least, least * 2), cellsWithin(numbers, least * 2, least * 4)];
  const zeros = numbers.get(0) ?? 0;
  const isCutOff = near * mostFurther >= next && cellsWithin(numbers, least, least * 1.5) >= near * mostlyNext;
  const areThere = zeros >= fewestZeros ? near >= fewestNear : near >= fewestNearAlone && isCutOff;
  const isOfRows =
    zeros < fewestZeros &&
    next >= near &&
    rows.length > near * mostHiddenByNear &&
    areBlankWithLarge(rows, text, columns);
  if (isOfRows) return undefined;
  const areOfFive = [...numbers.keys()].every((number) => number % 5 === 0);
  return { text, to: least - 1, near, zeros, isKnown: areThere && !areOfFive, isRounded };
}

/** Whether the same cells of another column hold nothing either, in which no figure is small: whole rows were not told, for another reason. */
function areBlankWithLarge(rows: readonly number[], text: string, columns: readonly CellsOfColumn[]): boolean {
  const blank = new Set(rows);
  return columns.some(({ numbers, texts }) => {
    const own = texts.get(text) ?? [];
    return (
      own.length === blank.size && own.every((row) => blank.has(row)) && cellsWithin(numbers, 1, mostShown + 1) === 0
    );
  });
}

/** In how many cells a number stands from one on, and below another. */
function cellsWithin(numbers: ReadonlyMap<number, number>, from: number, below: number): number {
  let sum = 0;
  for (const [number, cells] of numbers) if (number >= from && number < below) sum += cells;
  return sum;
}

function cellsOf({ columns }: Sheet, rows: TableSurvey["rows"], index: number): CellsOfColumn {
  const { values = [], codes = new Uint32Array(0) } = columns[index] ?? {};
  const texts = values.map((value) => (value === null ? "" : cellText(value).trim()));
  const numberOf = texts.map((text) => (/^\d[\d,]*$/u.test(text) ? Number(text.replaceAll(",", "")) : undefined));
  const numbers = new Map<number, number>();
  const rowsOf = new Map<string, number[]>();
  for (const row of rows) {
    const code = codes[row] ?? 0;
    const [number, text = ""] = [numberOf[code], texts[code]];
    if (number !== undefined) numbers.set(number, (numbers.get(number) ?? 0) + 1);
    else {
      const own = rowsOf.get(text);
      if (own) own.push(row);
      else rowsOf.set(text, [row]);
    }
  }
  return { numbers, texts: rowsOf };
}
