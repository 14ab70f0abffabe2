import { groupBy } from "../../dataset/index.ts";
import { cellAt } from "../../tables/index.ts";
import { lastHeading } from "../naming.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { isTotal } from "../table/survey-column.ts";
import { textIn } from "../text-in.ts";

/** So many totals of so many sizes beside dashes are the sums of the rest by no chance; so many rows are looked at. */
const [fewestTotals, fewestDifferent, mostRows] = [4, 3, 5000];
/** What arithmetic leaves of sums, as a part of them. */
const nearness = 1e-9;

const dashes = ["-", "–", "—"] as const;

/**
 * The dashes that stand for none, as totals tell: beside each of them, in its row or in its column, the total is the sum of all others without it. One that
 * stood for a figure that is hidden, or not known, would leave a rest.
 */
export function dashesInSums(survey: TableSurvey): readonly string[] {
  const columns = survey.columns.filter(({ kind }) => kind === "figure");
  const found = dashes.filter((dash) => columns.some(({ texts }) => texts.includes(dash)));
  if (found.length === 0 || survey.rows.length > mostRows) return [];
  const lists = [...sumsInRows(survey, columns), ...sumsInColumns(survey, columns)];
  return found.filter((dash) => {
    const beside = lists.filter(({ total, parts }) => parts.includes(dash) && numberOf(total) > 0);
    return (
      beside.length >= fewestTotals &&
      new Set(beside.map(({ total }) => total)).size >= fewestDifferent &&
      beside.every(isSum)
    );
  });
}

/**
 * Whether empty cells stand for none, as totals tell: each total is the sum of what stands beside it, wherever some of that is empty. Not where others are empty
 * of which no total tells.
 */
export function areGapsNone(survey: TableSurvey): boolean {
  const columns = survey.columns.filter(({ kind }) => kind === "figure");
  const isEmptyIn = (column: ColumnSurvey) => survey.rows.some((row) => textAt(survey, row, column) === "");
  const empty = columns.filter(isEmptyIn);
  if (empty.length === 0 || survey.rows.length > mostRows) return false;
  const told = sumsInRows(survey, columns);
  const inSums = told.filter(({ total, parts }) => parts.includes("") && numberOf(total) > 0);
  const several = inSums.filter(({ parts }) => parts.filter((part) => numberOf(part) > 0).length > 1);
  return (
    several.length >= fewestTotals &&
    new Set(several.map(({ total }) => total)).size >= fewestDifferent &&
    inSums.every(({ total, parts }) => isSum({ total, parts: parts.map((part) => (part === "" ? "-" : part)) })) &&
    empty.every((column) => !isTotal(lastHeading(column.name)) && isInSums(column, columns))
  );
}

/** Whether a total stands beside a column, below the same heading. */
const isInSums = (column: ColumnSurvey, columns: readonly ColumnSurvey[]): boolean =>
  columns.filter((other) => aboveOf(other) === aboveOf(column) && isTotal(lastHeading(other.name))).length === 1;

/** A total and the cells that it may be the sum of. */
interface Listed {
  readonly total: string;
  readonly parts: readonly string[];
}

function isSum({ total, parts }: Listed): boolean {
  const [whole, sum] = [numberOf(total), parts.reduce((all, part) => all + numberOf(part), 0)];
  return Math.abs(whole - sum) <= Math.abs(whole) * nearness;
}

/** A number as it stands; a dash is none, and any other text no number. */
const numberOf = (text: string): number =>
  dashes.some((dash) => dash === text)
    ? 0
    : text === ""
      ? Number.NaN
      : Number(text.replaceAll(/,(?=\d{3}(?!\d))/gu, ""));

/** What a cell says; of a number that is shown as a dash, the number. */
function textAt({ sheet }: TableSurvey, row: number, { index }: ColumnSurvey): string {
  const text = textIn(sheet, row, index);
  const cell = dashes.some((dash) => dash === text) ? cellAt(sheet, row, index) : null;
  return typeof cell === "object" && cell?.kind === "number" ? String(cell.value) : text;
}

interface Share {
  readonly name: string;
  /** What the column is called that it is a share of, or that is nothing with it. */
  readonly of: string;
}

/** So many dashes stand beside a zero, and so many figures beside none. */
const [fewestBeside, fewestOthers] = [4, 4];

/**
 * The dashes that stand in shares alone, and beside each of which one column, the same for all of a share, is zero or a dash, while it is more than that
 * beside each figure: there is nothing to take a share of. By dash, a share that has many, and what it is of.
 */
export function dashesOfNothing(survey: TableSurvey): ReadonlyMap<string, Share> {
  const figures = survey.columns.filter(({ kind }) => kind === "figure");
  const shares = figures.filter(({ figures: own }) => own?.hasPercent);
  const bases = figures.filter((column) => !shares.includes(column));
  if (shares.length === 0 || bases.length === 0 || survey.rows.length > mostRows) return new Map();
  const rows = Array.from(survey.rows);
  const found = dashes.flatMap((dash): (readonly [string, Share])[] => {
    const timesIn = (texts: readonly string[]) => texts.filter((text) => text === dash).length;
    const textsOf = (column: ColumnSurvey) => ({
      name: column.name,
      texts: rows.map((row) => textAt(survey, row, column)),
    });
    const own = shares
      .map(textsOf)
      .filter(({ texts }) => timesIn(texts) > 0)
      .sort((a, b) => timesIn(b.texts) - timesIn(a.texts));
    const others = bases.map(textsOf);
    const [first] = own;
    if (!first || timesIn(first.texts) < fewestBeside || others.some(({ texts }) => timesIn(texts) > 0)) return [];
    const under = own.map(({ texts }) => others.find((base) => isBaseOf(base.texts, texts, dash))?.name);
    const [of] = under;
    return of !== undefined && !under.includes(undefined) ? [[dash, { name: first.name, of }]] : [];
  });
  return new Map(found);
}

/** Whether a column is zero beside each dash, and more beside each share. */
function isBaseOf(base: readonly string[], shares: readonly string[], dash: string): boolean {
  const told = shares.flatMap((share, row) =>
    share === "" || base[row] === "" ? [] : [{ isDash: share === dash, number: numberOf(base[row] as string) }],
  );
  return (
    told.filter(({ isDash }) => !isDash).length >= fewestOthers &&
    told.every(({ isDash, number }) => (isDash ? number === 0 : number > 0))
  );
}

const aboveOf = ({ name }: ColumnSurvey): string => name.split(" | ").slice(0, -1).join(" | ");

/** `Available | Total` beside all other columns below `Available`. */
function sumsInRows(survey: TableSurvey, columns: readonly ColumnSurvey[]): readonly Listed[] {
  return [...groupBy(columns, aboveOf).values()].flatMap((group) => {
    const [total, other] = group.filter(({ name }) => isTotal(lastHeading(name)));
    const parts = group.filter((column) => column !== total);
    if (!total || other || parts.length < 2) return [];
    return Array.from(survey.rows, (row) => ({
      total: textAt(survey, row, total),
      parts: parts.map((part) => textAt(survey, row, part)),
    }));
  });
}

/** The one row that is called as a total, beside all others. */
function sumsInColumns(survey: TableSurvey, columns: readonly ColumnSurvey[]): readonly Listed[] {
  const names = survey.columns.find(({ kind, texts }) => kind === "label" && texts.some(isTotal));
  const totals = names ? survey.rows.filter((row) => isTotal(textAt(survey, row, names))) : [];
  const [total] = totals;
  if (total === undefined || totals.length > 1) return [];
  const others = Array.from(survey.rows).filter((row) => row !== total);
  return columns.map((column) => ({
    total: textAt(survey, total, column),
    parts: others.map((row) => textAt(survey, row, column)),
  }));
}
