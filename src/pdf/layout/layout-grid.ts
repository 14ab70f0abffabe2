import { resolveLength } from "../../stylesheet/index.ts";
import type { FlexBox } from "../box/box.ts";
import type { GridColumns, TrackSize } from "../css/computed-style.ts";
import { mostTracks } from "../css/properties/flex.ts";
import { boxGeometry } from "./box-geometry.ts";
import { outerWidths } from "./intrinsic-widths.ts";
import type { LaidOut } from "./laid-out.ts";
import type { Available, LayoutContext } from "./layout-context.ts";
import { layoutRows, type SizedItem } from "./layout-flex.ts";

/** A grid with columns from `grid-template-columns`, filled row by row in document order (CSS Grid 2, 8.5). */
export function layoutGrid(box: FlexBox, available: Available, context: LayoutContext): LaidOut {
  const { style } = box;
  const geometry = boxGeometry(style, available);
  const gap = resolveLength(style.columnGap, geometry.contentWidth);
  const widths = trackWidths(box, { room: geometry.contentWidth, gap, context });
  const rows: SizedItem[][] = [];
  const columnX: number[][] = [];
  let column = widths.length;
  for (const child of box.children) {
    const span =
      child.style.gridColumnSpan === "all" ? widths.length : Math.min(child.style.gridColumnSpan, widths.length);
    if (column + span > widths.length) {
      rows.push([]);
      columnX.push([]);
      column = 0;
    }
    const before = widths.slice(0, column);
    const own = widths.slice(column, column + span);
    rows.at(-1)?.push({
      box: child,
      width: sum(own) + gap * (span - 1) - margins(child.style.marginLeft) - margins(child.style.marginRight),
    });
    columnX.at(-1)?.push(sum(before) + gap * column);
    column += span;
  }
  return layoutRows(box, { rows, geometry, gap, context, columnX });
}

const margins = (value: FlexBox["style"]["marginLeft"]) => (value === "auto" ? 0 : resolveLength(value, 0));

interface TrackOptions {
  readonly room: number;
  readonly gap: number;
  readonly context: LayoutContext;
}

/** Lengths first; `auto` tracks take what their content asks for; `fr` tracks share the rest (CSS Grid 2, 12.7). */
function trackWidths(box: FlexBox, { room, gap, context }: TrackOptions): number[] {
  const tracks = tracksOf(box.style.gridTemplateColumns, { room, gap });
  const widths = tracks.map((track, index) => {
    if (track.kind === "length") return resolveLength(track.value, room);
    if (track.kind === "fr") return 0;
    const inColumn = box.children.filter((_, position) => position % tracks.length === index);
    return Math.max(0, ...inColumn.map((child) => outerWidths(child, context).max));
  });
  const gaps = gap * (tracks.length - 1);
  const shares = tracks.reduce((total, track) => total + (track.kind === "fr" ? track.value : 0), 0);
  const rest = room - gaps - sum(widths);
  if (rest < 0) {
    const scale = Math.max(0, room - gaps) / Math.max(sum(widths), 1);
    return widths.map((width) => width * scale);
  }
  if (shares > 0)
    return tracks.map((track, index) =>
      track.kind === "fr" ? (rest * track.value) / shares : (widths[index] as number),
    );
  const autos = tracks.filter((track) => track.kind === "auto").length;
  return tracks.map((track, index) => (widths[index] as number) + (track.kind === "auto" ? rest / autos : 0));
}

function tracksOf(
  { tracks, autoFitMin }: GridColumns,
  { room, gap }: { readonly room: number; readonly gap: number },
): readonly TrackSize[] {
  if (autoFitMin !== undefined) {
    const count = Math.min(mostTracks, Math.max(1, Math.floor((room + gap) / (autoFitMin + gap)) || 1));
    return Array.from({ length: count }, () => ({ kind: "fr", value: 1 }));
  }
  return tracks.length > 0 ? tracks : [{ kind: "fr", value: 1 }];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
