import { resolveLength } from "../../stylesheet/index.ts";
import type { PageStyle } from "../css/page-style.ts";
import { noteAreaEdges } from "../layout/layout-notes.ts";
import type { NotePiece } from "../layout/note-flow.ts";
import { paintBox } from "./paint-box.ts";
import { type PagePainterOptions, paintPage } from "./paint-page.ts";

/** The footnotes of one page, in their area at its foot. */
export function paintNotes(notes: readonly NotePiece[], page: PageStyle, options: PagePainterOptions): void {
  if (notes.length === 0) return;
  const { footnoteArea: style, margin } = page;
  const edges = noteAreaEdges(style);
  const height = notes.reduce((sum, { start, end }) => sum + end - start, 0);
  const bottom = page.height - margin.bottom;
  const marginSize = (value: typeof style.marginTop) => (value === "auto" ? 0 : resolveLength(value, 0));
  const top = bottom - edges.bottom - height - edges.top + marginSize(style.marginTop);
  const box = {
    x: margin.left + marginSize(style.marginLeft),
    y: top,
    width: page.width - margin.left - margin.right - marginSize(style.marginLeft) - marginSize(style.marginRight),
    height: bottom - marginSize(style.marginBottom) - top,
    hasTop: true,
    hasBottom: true,
  };
  paintBox(box, style, { stream: options.stream, hasBorders: true });
  let y = bottom - edges.bottom - height;
  for (const { fragment, start, end, painted } of notes) {
    const slice = { start, end, repeat: undefined };
    paintPage(fragment, { slice, painted, next: end, left: margin.left + edges.left, top: y }, options);
    y += end - start;
  }
}
