import { type BreakLinesOptions, contentStart, fillLine, type Line, type LineStart } from "./break-lines.ts";
import type { LayoutContext } from "./layout-context.ts";
import type { PreparedInline } from "./prepared-inline.ts";

/** How many lines at the end of a text are set again. */
const lastLines = 4;
/** Of a line: a last line that is shorter looks forgotten. */
const shortest = 0.25;
const steps = 12;

/** Lines of which the last is no single short word, if the three before it can give it some (CSS Text 4, 6.4.3). */
export function prettyLines(
  prepared: PreparedInline,
  { width, indent, overhang }: BreakLinesOptions,
  context: LayoutContext,
): Line[] {
  const fill = (from: LineStart, first: boolean, room: number) =>
    fillLine(prepared, from, { room: room - (first ? indent : 0), width: room, overhang }, context);
  const lines: Line[] = [];
  const starts: LineStart[] = [];
  for (let start = contentStart; ; ) {
    const filled = fill(start, lines.length === 0, width);
    if (!filled) break;
    starts.push(start);
    lines.push(filled.line);
    start = filled.next;
  }
  const kept = Math.max(0, lines.length - lastLines);
  const from = starts[kept];
  if (lines.length < 2 || !from || isLong(lines, width)) return lines;
  for (let step = 1; step <= steps; step += 1) {
    const again = linesFrom(from, kept === 0, width * (1 - step / (4 * steps)));
    if (again.length > lines.length - kept) break;
    if (isLong(again, width)) return [...lines.slice(0, kept), ...again];
  }
  return lines;

  function linesFrom(first: LineStart, isFirst: boolean, room: number): Line[] {
    const found: Line[] = [];
    for (let filled = fill(first, isFirst, room); filled; filled = fill(filled.next, false, room))
      found.push(filled.line);
    return found;
  }
}

const isLong = (lines: readonly Line[], width: number) => (lines.at(-1)?.width ?? 0) >= width * shortest;
