import type { Dataset } from "../../dataset/index.ts";
import { figuresOf } from "./figures-beside.ts";
import { roundingBase, roundingSlack } from "./rounding-base.ts";

/** How far from chance it is that all others come to a total, as a power of two. */
const enoughBits = 10;
/** So many of the figures of a part are larger than what rounding may be off by. */
const mostlyAbove = 0.5;

/**
 * The categories that a total counts once each beside all others, as far as rounding lets anybody tell: none of them is the sum of others, whatever it is
 * called, or these would be counted twice. `Total positive decisions` beside `Rejected`, below `Total`.
 */
export function countedInTotal(dataset: Dataset, dimension: string, total: string): ReadonlySet<string> {
  const whole = dataset.category(dimension, total)?.id ?? total;
  const { ids, columns } = figuresOf(dataset, dimension);
  const parts = ids.filter((id) => id !== whole);
  const known = columns.filter((column) => ids.every((id) => column.get(id)?.isShown));
  const valueIn = (column: (typeof known)[number], id: string) => column.get(id)?.low ?? 0;
  const base = roundingBase(known.flatMap((column) => ids.map((id) => valueIn(column, id))));
  const slack = roundingSlack(base, parts.length);
  let bits = 0;
  for (const column of known) {
    const own = valueIn(column, whole);
    if (Math.abs(own - parts.reduce((sum, id) => sum + valueIn(column, id), 0)) > slack) return new Set();
    bits += Math.max(0, Math.log2((1 + own) / (1 + 2 * slack)));
  }
  const isAbove = (id: string) =>
    known.filter((column) => valueIn(column, id) > slack).length >= known.length * mostlyAbove;
  return new Set(bits < enoughBits || parts.length < 2 ? [] : parts.filter(isAbove));
}
