import type { Cell, TableBox } from "../box/box.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { BorderLine, CollapsedBorders } from "./fragment.ts";

type Side = "top" | "right" | "bottom" | "left";

interface BorderFields {
  readonly width: keyof ComputedStyle & `border${string}Width`;
  readonly style: keyof ComputedStyle & `border${string}Style`;
  readonly color: keyof ComputedStyle & `border${string}Color`;
}

const sideFields: Readonly<Record<Side, BorderFields>> = {
  top: { width: "borderTopWidth", style: "borderTopStyle", color: "borderTopColor" },
  right: { width: "borderRightWidth", style: "borderRightStyle", color: "borderRightColor" },
  bottom: { width: "borderBottomWidth", style: "borderBottomStyle", color: "borderBottomColor" },
  left: { width: "borderLeftWidth", style: "borderLeftStyle", color: "borderLeftColor" },
};

export function borderLine(style: ComputedStyle, side: Side): BorderLine | undefined {
  const fields = sideFields[side];
  const lineStyle = style[fields.style] as BorderLine["style"];
  if (lineStyle === "none") return undefined;
  return { width: style[fields.width] as number, style: lineStyle, color: style[fields.color] as BorderLine["color"] };
}

/** CSS 2.2, 17.6.2.1, weakest first; `hidden` beats all. */
const strength = ["none", "dotted", "dashed", "solid", "double", "hidden"];

/** Hidden wins, then the wider, then the stronger style; among equals the first given: cell, row, group, table. */
function winner(lines: readonly (BorderLine | undefined)[]): BorderLine | undefined {
  let best: BorderLine | undefined;
  for (const line of lines) {
    if (!line) continue;
    if (line.style === "hidden") return undefined;
    if (
      !best ||
      line.width > best.width ||
      (line.width === best.width && strength.indexOf(line.style) > strength.indexOf(best.style))
    ) {
      best = line;
    }
  }
  return best && best.width > 0 ? best : undefined;
}

/** Conflict resolution for a whole table: what is drawn on each side of each cell (CSS 2.2, 17.6.2). */
export function collapseBorders(table: TableBox): ReadonlyMap<Cell, CollapsedBorders> {
  const rows = table.groups.flatMap((group) =>
    group.rows.map((row, index) => ({ row, group, isFirst: index === 0, isLast: index === group.rows.length - 1 })),
  );
  const grid: (Cell | undefined)[][] = rows.map(() => []);
  for (const [y, { row }] of rows.entries()) {
    for (const cell of row.cells) {
      for (let dy = 0; dy < cell.rowSpan && y + dy < rows.length; dy += 1) {
        for (let dx = 0; dx < cell.columnSpan; dx += 1) (grid[y + dy] as (Cell | undefined)[])[cell.column + dx] = cell;
      }
    }
  }

  /** All that a row says about a horizontal edge: the row, and its group at the group's own edge. */
  function rowLines(y: number, side: "top" | "bottom"): (BorderLine | undefined)[] {
    const at = rows[y];
    if (!at) return [borderLine(table.style, side)];
    const isEdge = side === "top" ? at.isFirst : at.isLast;
    return [borderLine(at.row.style, side), isEdge ? borderLine(at.group.style, side) : undefined];
  }

  const result = new Map<Cell, CollapsedBorders>();
  for (const [y, { row }] of rows.entries()) {
    for (const cell of row.cells) {
      const bottom = Math.min(rows.length, y + cell.rowSpan);
      const right = cell.column + cell.columnSpan;
      const own = (side: Side) => borderLine(cell.box.style, side);
      const above = y > 0 ? grid[y - 1]?.[cell.column] : undefined;
      const below = grid[bottom]?.[cell.column];
      const before = cell.column > 0 ? grid[y]?.[cell.column - 1] : undefined;
      const after = grid[y]?.[right];
      const of = (other: Cell | undefined, side: Side) => (other ? borderLine(other.box.style, side) : undefined);
      result.set(cell, {
        top: winner([
          own("top"),
          of(above, "bottom"),
          ...rowLines(y, "top"),
          ...rowLines(y - 1, "bottom").map((line) => (y > 0 ? line : borderLine(table.style, "top"))),
        ]),
        bottom: winner([
          own("bottom"),
          of(below, "top"),
          ...rowLines(bottom - 1, "bottom"),
          ...(bottom < rows.length ? rowLines(bottom, "top") : [borderLine(table.style, "bottom")]),
        ]),
        left: winner([
          own("left"),
          of(before, "right"),
          ...(cell.column === 0 ? edgeLines(table, rows[y], "left") : []),
        ]),
        right: winner([
          own("right"),
          of(after, "left"),
          ...(right >= table.columnCount ? edgeLines(table, rows[y], "right") : []),
        ]),
      });
    }
  }
  return result;
}

function edgeLines(
  table: TableBox,
  at:
    | { readonly row: { readonly style: ComputedStyle }; readonly group: { readonly style: ComputedStyle } }
    | undefined,
  side: "left" | "right",
): (BorderLine | undefined)[] {
  return [at && borderLine(at.row.style, side), at && borderLine(at.group.style, side), borderLine(table.style, side)];
}
