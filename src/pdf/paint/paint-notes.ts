import { resolveLength } from "../../stylesheet/index.ts";
import type { PageStyle } from "../css/page-style.ts";
import { noteAreaEdges, placeNotes } from "../layout/layout-notes.ts";
import type { NotePiece } from "../layout/note-flow.ts";
import { paintBox } from "./paint-box.ts";
import { type PagePainterOptions, paintPage } from "./paint-page.ts";

/** The footnotes of one page, in their area at its foot. */
export function paintNotes(notes: readonly NotePiece[], page: PageStyle, options: PagePainterOptions): void {
  const placed = placeNotes(notes, page);
  const [first] = placed;
  if (!first) return;
  const { footnoteArea: style, margin } = page;
  const edges = noteAreaEdges(style);
  const bottom = page.height - margin.bottom;
  const marginSize = (value: typeof style.marginTop) => (value === "auto" ? 0 : resolveLength(value, 0));
  const top = first.y - edges.top + marginSize(style.marginTop);
  const box = {
    x: margin.left + marginSize(style.marginLeft),
    y: top,
    width: page.width - margin.left - margin.right - marginSize(style.marginLeft) - marginSize(style.marginRight),
    height: bottom - marginSize(style.marginBottom) - top,
    hasTop: true,
    hasBottom: true,
  };
  paintBox(box, style, { stream: options.stream, images: options.images, hasBorders: true });
  for (const { note, x, y } of placed) {
    const { fragment, start, end, painted } = note;
    const slice = { start, end, repeat: undefined };
    paintPage(fragment, { slice, painted, next: end, left: x, top: y }, options);
  }
}
