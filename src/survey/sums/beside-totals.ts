import type { DimensionSpec } from "../../dataset/index.ts";
import { type Column, figuresOf } from "./figures-beside.ts";
import type { Totals } from "./totals-by-figures.ts";

/** How far from chance it has to be, as a power of two, that all others but these come to a total. */
const enoughBits = 10;
/** So many are left out of a total at most: of more, any set may come to what is over. */
const mostBeside = 3;

/**
 * Tells totals of all others from those of all but a few, as the figures show in every column: `All local authorities`, and `Grant aided` below it. Areas that
 * it holds are said to lie in it; nothing says whether the others are further ones or parts of these.
 */
export function placeOthersBeside(
  dimensions: Record<string, DimensionSpec>,
  { dataset, proven, remarks }: Totals,
): void {
  for (const [id, own] of Object.entries(dimensions)) {
    if (own.role === "time" || own.total === undefined || own.holds || proven.includes(id)) continue;
    const whole = dataset.category(id, own.total)?.id ?? own.total;
    const { ids, columns } = figuresOf(dataset, id);
    const parts = ids.filter((part) => part !== whole);
    const beside = overIn(parts, whole, columns);
    if (beside.length === 0 || beside.length > parts.length - fewestHeld) continue;
    const labelOf = (one: string) => dataset.category(id, one)?.label ?? one;
    const names = beside.map((one) => `"${labelOf(one)}"`).join(", ");
    const said = `"${labelOf(whole)}" is the sum of all others but ${names}, which may lie in one of those, or be more than it.`;
    if (own.role === "category") {
      remarks.replace(`dimensions.${id}.total`, said);
      continue;
    }
    const { total, ...rest } = own;
    dimensions[id] = { ...rest, holds: { [whole]: parts.filter((part) => !beside.includes(part)) } };
    remarks.remove(`dimensions.${id}.total`);
    remarks.add(`dimensions.${id}.holds`, said);
  }
}
const fewestHeld = 2;

/** The last or the first few of a list that are what others come to over their total, in all columns. */
function overIn(parts: readonly string[], whole: string, columns: readonly Column[]): readonly string[] {
  const figure = (column: Column, id: string) => column.get(id)?.low ?? 0;
  const sum = (column: Column, ids: readonly string[]) => ids.reduce((all, id) => all + figure(column, id), 0);
  const known = columns.filter((column) => [whole, ...parts].every((id) => column.get(id)?.isShown));
  const over = known.map((column) => [column, sum(column, parts) - figure(column, whole)] as const);
  const bits = over.reduce((all, [, own]) => all + Math.log2(Math.max(1, own)), -Math.log2(Math.max(1, parts.length)));
  if (bits < enoughBits || over.some(([, own]) => own <= 0)) return [];
  const few = Array.from({ length: mostBeside }, (_, at) => [parts.slice(-1 - at), parts.slice(0, at + 1)]).flat();
  const tried = [...few, ...parts.map((id) => [id])];
  return tried.find((ids) => over.every(([column, own]) => sum(column, ids) === own)) ?? [];
}
