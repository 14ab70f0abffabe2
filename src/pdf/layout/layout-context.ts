import type { Diagnostics } from "../../diagnostics/index.ts";
import type { BlockLevelBox, InlineItem, TableBox, TextItem } from "../box/box.ts";
import type { TableBorders } from "./collapsed-borders.ts";
import type { LaidOut } from "./laid-out.ts";
import type { LineBreakFinder } from "./line-breaks.ts";
import type { PreparedInline } from "./prepare-inline.ts";
import type { WordShaper } from "./word-shaper.ts";

/** The least and the most width that a box can use: broken wherever it may be, and nowhere. Border box, pt. */
export interface IntrinsicWidths {
  readonly min: number;
  readonly max: number;
}

export interface Available {
  /** Content width of the containing block, pt. */
  readonly width: number;
  /** The border-box width to use, whatever the style says: for flex items and cells. */
  readonly exactWidth?: number;
  /** The height that an image may have; a page's without it. */
  readonly maxHeight?: number;
}

/** What every formatting context needs, and how they call each other. One a document. */
export interface LayoutContext {
  readonly shaper: WordShaper;
  readonly lineBreaks: LineBreakFinder;
  readonly diagnostics: Diagnostics;
  /** Height of a page's content area: an image is never taller. */
  readonly pageHeight: number;
  layout(box: BlockLevelBox, available: Available): LaidOut;
  intrinsic(box: BlockLevelBox): IntrinsicWidths;
  prepare(items: readonly InlineItem[]): PreparedInline;
  /** Of a table whose borders collapse. */
  tableBorders(table: TableBox): TableBorders;
  /** Reports a character that no font has. */
  missingGlyph(character: string, item: TextItem): void;
}
