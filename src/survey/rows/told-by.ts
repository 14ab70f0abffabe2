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
  const codes = (index: number) => sheet.columns[index]?.codes ?? new Uint32Array();
  return others.find((other) => {
    if (other === column || other.texts.length < column.texts.length) return false;
    // Of two that tell each other, the first is the name.
    if (order === "first" && other.texts.length === column.texts.length && other.index > column.index) return false;
    const [own, known] = [codes(column.index), codes(other.index)];
    const told = new Map<number, number>();
    let isRepeated = false;
    for (const row of rows) {
      const before = told.get(known[row] as number);
      if (before !== undefined && before !== own[row]) return false;
      isRepeated ||= before !== undefined;
      told.set(known[row] as number, own[row] as number);
    }
    return isRepeated;
  });
}
