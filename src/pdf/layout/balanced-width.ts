import { greatest } from "../geometry/extremes.ts";
import { type BreakLinesOptions, breakLines } from "./break-lines.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { PreparedInline } from "./prepared-inline.ts";

/** As browsers do, longer texts are left as they are: balance is for headings and captions. */
const mostLines = 10;
/** pt: no eye sees less. */
const precision = 0.5;

/** The least width in which a text takes no more lines (CSS Text 4, 6.4.2): its lines are then about equally long. */
export function balancedWidth(
  prepared: PreparedInline,
  { width, indent }: BreakLinesOptions,
  context: LayoutContext,
): number {
  const countIn = (room: number) => breakLines(prepared, { width: room, indent }, context).length;
  const count = countIn(width);
  if (count < 2 || count > mostLines) return width;
  let low = greatest(
    prepared.units.map((unit) => unit.width),
    0,
  );
  let high = width;
  while (high - low > precision) {
    const middle = (low + high) / 2;
    if (countIn(middle) <= count) high = middle;
    else low = middle;
  }
  return high;
}
