import type { Sheet } from "../../tables/index.ts";

/** A column, as far as it is compared with others. */
interface Told {
  readonly index: number;
  readonly texts: readonly string[];
}

/**
 * The column of names that tells another: each police force has one type, so that the type is no dimension. Undefined where none
 * does.
 * @param order whether one of two that tell each other has to be the first of them.
 */
export function toldBy<C extends Told>(
  column: C,
  others: readonly C[],
  { sheet, rows }: { readonly sheet: Sheet; readonly rows: Uint32Array },
  order: "first" | "either" = "first",
): C | undefined {
  return others.find((other) => {
    if (other === column || other.texts.length < column.texts.length) return false;
    // Of two that tell each other, the first is the name.
    if (order === "first" && other.texts.length === column.texts.length && other.index > column.index) return false;
    const known = textsBeside([other], column, { sheet, rows });
    return known !== undefined && known < rows.length;
  });
}

/** Whether columns tell another together: no two of its texts stand in rows that are the same by them. */
export const tells = (
  by: readonly Told[],
  column: Told,
  survey: { readonly sheet: Sheet; readonly rows: Uint32Array },
) => textsBeside(by, column, survey) !== undefined;

/** How many different rows there are by some columns, where these tell another; else undefined. */
function textsBeside(
  by: readonly Told[],
  column: Told,
  { sheet, rows }: { readonly sheet: Sheet; readonly rows: Uint32Array },
): number | undefined {
  const codesOf = ({ index }: Told) => sheet.columns[index]?.codes ?? new Uint32Array();
  const own = codesOf(column);
  const [first, ...others] = by.map(codesOf);
  const told = new Map<number | string, number>();
  for (const row of rows) {
    const code = first?.[row] ?? 0;
    const key = others.length === 0 ? code : [code, ...others.map((codes) => codes[row])].join(" ");
    const before = told.get(key);
    if (before !== undefined && before !== own[row]) return undefined;
    told.set(key, own[row] as number);
  }
  return told.size;
}
