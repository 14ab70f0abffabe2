import type { PdfCanvas } from "../canvas/pdf-canvas.ts";
import type { PdfDrawing } from "../canvas/pdf-image.ts";
import type { ComputedStyle, Display } from "../css/computed-style.ts";
import type { PageStyles } from "../css/page-style.ts";
import { elementName } from "../dom/element-name.ts";
import { insetOf } from "../layout/box-geometry.ts";
import type { Fragment } from "../layout/fragment.ts";
import type { PagedLayout } from "../layout/page-marks.ts";
import { type ShownArea, visitShownAreas } from "../layout/shown-areas.ts";

interface Outline extends Omit<ShownArea, "page"> {
  readonly color: string;
  /** Between the edge and the content: border and padding, pt. Absent: there is none, or a page ends in it. */
  readonly inset: Inset | undefined;
  readonly isDashed: boolean;
  readonly label: string | undefined;
}

type Inset = ReturnType<typeof insetOf>;

const colors = { block: "#0969da", flex: "#1a7f37", table: "#9a6700", line: "#8c959f", image: "#bf3989" } as const;
const labelSize = 4.5;

/**
 * The boxes of each page, by its index, for people who look for the reason of what they see: blocks in blue, flexbox and grid in
 * green, parts of tables in brown, pictures in magenta, lines in dashed grey; the content of a box with padding is dashed;
 * each box of an element with its name. The pages' sizes in pt are those of the drawings in px.
 */
export function createLayoutOverlay(
  layout: PagedLayout,
  pages: PageStyles,
): (page: number, size: { readonly width: number; readonly height: number }) => PdfDrawing {
  const byPage = new Map<number, Outline[]>();
  visitShownAreas({ ...layout, pages }, (fragment, areas) => {
    for (const { page, ...area } of areas) {
      const outlines = byPage.get(page) ?? [];
      outlines.push({ ...area, ...lookOf(fragment, areas.length === 1) });
      byPage.set(page, outlines);
    }
  });
  return (page, { width, height }) => ({
    kind: "drawing",
    widthPx: width,
    heightPx: height,
    draw: (context) => drawOutlines(byPage.get(page) ?? [], context as PdfCanvas),
  });
}

function lookOf(fragment: Fragment, isWhole: boolean): Omit<Outline, keyof Omit<ShownArea, "page">> {
  if (fragment.kind === "line") return { color: colors.line, inset: undefined, isDashed: true, label: undefined };
  const element = fragment.marks?.element;
  const label = element && elementName(element);
  if (fragment.kind === "image") return { color: colors.image, inset: undefined, isDashed: false, label };
  const { style, width } = fragment;
  const inset =
    style && isWhole && fragment.borders === "own" && hasPlainPadding(style) ? insetOf(style, width) : undefined;
  const hasInset = inset && inset.left + inset.right + inset.top + inset.bottom > 0;
  return { color: colorOf(style?.display), inset: hasInset ? inset : undefined, isDashed: false, label };
}

/** Percentages are of a box that is not known any more. */
const hasPlainPadding = ({ paddingTop, paddingRight, paddingBottom, paddingLeft }: ComputedStyle) =>
  [paddingTop, paddingRight, paddingBottom, paddingLeft].every((padding) => typeof padding === "number");

function colorOf(display: Display | undefined): string {
  if (display?.startsWith("table")) return colors.table;
  return display?.endsWith("flex") || display?.endsWith("grid") ? colors.flex : colors.block;
}

function drawOutlines(outlines: readonly Outline[], canvas: PdfCanvas): void {
  canvas.lineWidth = 0.4;
  for (const { x, y, width, height, color, inset, isDashed } of outlines) {
    canvas.strokeStyle = color;
    canvas.setLineDash(isDashed ? [1, 1] : []);
    canvas.strokeRect(x, y, width, height);
    if (!inset) continue;
    canvas.setLineDash([2, 1]);
    const { top, right, bottom, left } = inset;
    canvas.strokeRect(x + left, y + top, width - left - right, height - top - bottom);
  }
  canvas.setLineDash([]);
  drawLabels(outlines, canvas);
}

/** On the upper edge, where they hide little. Boxes that begin at one point have their names side by side, the outermost first. */
function drawLabels(outlines: readonly Outline[], canvas: PdfCanvas): void {
  canvas.font = `${labelSize}px sans-serif`;
  canvas.textBaseline = "top";
  const taken = new Map<string, number>();
  for (const { x, y, color, label } of outlines) {
    if (!label) continue;
    const text = label.replaceAll(/[^\x20-\x7e]+/g, "_");
    const row = `${Math.round(x / 4)}:${Math.round(y / labelSize)}`;
    const left = Math.max(x, taken.get(row) ?? x);
    const { width } = canvas.measureText(text);
    const top = Math.max(0, y - labelSize * 0.6);
    canvas.globalAlpha = 0.8;
    canvas.fillStyle = "#ffffff";
    canvas.fillRect(left, top, width + 2, labelSize);
    canvas.globalAlpha = 1;
    canvas.fillStyle = color;
    canvas.fillText(text, left + 1, top);
    taken.set(row, left + width + 3);
  }
}
