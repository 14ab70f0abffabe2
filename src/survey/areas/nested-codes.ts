import { categoryId, createCellParser } from "../../dataset/index.ts";
import { cellAt } from "../../tables/index.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";

/** The part of wholes that has to be the sum of what their codes hold. */
const mostlySums = 0.8;

/** So many wholes make a tree of a list of codes. */
const fewestWholes = 2;

const parse = createCellParser();
const anyAmount = { label: "", unit: { one: "", other: "" }, statType: "quantity" } as const;

/** What categories hold by the codes beside them, by their ids. */
export interface HeldByCodes {
  /** The one that holds all others. */
  readonly total: string | undefined;
  /** What each of the others holds. */
  readonly holds: Readonly<Record<string, readonly string[]>>;
}

/**
 * What categories hold by the codes beside them: `10 Current assets` holds `100 Cash` and `101 Claims`, as budgets and balance sheets have it,
 * and `091 Oberbayern` holds `09161 Ingolstadt`. Undefined where codes are not nested so, or the figures are no sums of each other.
 * @param named the column of codes that is part of the name of each: `Coburg (09463)`.
 */
export function heldByCodes(
  { sheet, columns, rows }: TableSurvey,
  names: ColumnSurvey,
  named?: ColumnSurvey,
): HeldByCodes | undefined {
  const code = (named ? [named] : [names.index - 1, names.index + 1].flatMap((index) => columns[index] ?? [])).find(
    ({ kind, texts }) => kind === "code" && texts.every((text) => /^\d+(?:\.\d+)*\.?$/u.test(text)),
  );
  const textAt = (row: number, { index }: ColumnSurvey) => textIn(sheet, row, index);
  if (!code) return undefined;
  const rowOf = new Map(Array.from(rows, (row) => [textAt(row, code), row] as const));
  const idAt = (row: number) =>
    categoryId(named ? `${textAt(row, names)} (${textAt(row, named)})` : textAt(row, names));
  const ids = new Set(Array.from(rows, idAt));
  rowOf.delete("");
  if (ids.has("") || ids.size < rows.length) return undefined;
  const parts = new Map<string, string[]>();
  for (const own of rowOf.keys()) {
    const whole = wholeOf(own, rowOf);
    if (whole !== undefined) parts.set(whole, [...(parts.get(whole) ?? []), own]);
  }
  const figures = columns.filter(({ kind }) => kind === "figure");
  const valueAt = (own: string, { index }: ColumnSurvey): number | undefined => {
    const read = parse(cellAt(sheet, rowOf.get(own) ?? -1, index), anyAmount);
    return typeof read !== "string" && read.cell.state === "value" ? read.cell.value : undefined;
  };
  const isSum = (whole: string, of: readonly string[], column: ColumnSurvey): boolean => {
    const value = valueAt(whole, column) ?? 0;
    const sum = of.reduce((total, own) => total + (valueAt(own, column) ?? 0), 0);
    return Math.abs(sum - value) <= Math.max(1, of.length / 2, Math.abs(value) * 1e-6);
  };
  const checks = [...parts].flatMap(([whole, of]) =>
    figures
      .filter((column) => valueAt(whole, column) !== undefined && of.some((own) => valueAt(own, column) !== undefined))
      .map((column) => isSum(whole, of, column)),
  );
  const sums = checks.filter(Boolean).length;
  if (parts.size < fewestWholes || checks.length === 0 || sums < checks.length * mostlySums) return undefined;
  const idOf = (own: string) => idAt(rowOf.get(own) ?? -1);
  const inside = new Set([...parts.values()].flat());
  const [top, ...others] = [...rowOf.keys()].filter((own) => !inside.has(own));
  const total = others.length === 0 ? top : undefined;
  return {
    total: total === undefined ? undefined : idOf(total),
    holds: Object.fromEntries(
      [...parts].flatMap(([whole, of]) => (whole === total ? [] : [[idOf(whole), of.map(idOf)] as const])),
    ),
  };
}

/** The longest other code that a code begins with. */
function wholeOf(code: string, known: ReadonlyMap<string, unknown>): string | undefined {
  for (let length = code.length - 1; length > 0; length -= 1) {
    const start = code.slice(0, length);
    if (known.has(start)) return start;
  }
  return undefined;
}
