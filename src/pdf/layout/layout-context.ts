import type { BlockBox, BlockLevelBox, InlineItem, TableBox, TextItem } from "../box/box.ts";
import type { PdfDrawing } from "../canvas/pdf-image.ts";
import type { ComputedStyle, Direction, Display } from "../css/computed-style.ts";
import type { PageArea } from "../css/page-style.ts";
import type { Bidi } from "../text/bidi.ts";
import type { Hyphenation } from "../text/hyphenation.ts";
import type { LineBreakFinder } from "../text/line-breaks.ts";
import type { WordShaper } from "../text/word-shaper.ts";
import type { TableBorders } from "./collapsed-borders.ts";
import type { FloatArea } from "./float-areas.ts";
import type { Fragment } from "./fragment.ts";
import type { LaidOut } from "./laid-out.ts";
import type { PreparedInline } from "./prepared-inline.ts";

/** The least and the most width that a box can use: broken wherever it may be, and nowhere. Border box, pt. */
export interface IntrinsicWidths {
  readonly min: number;
  readonly max: number;
}

export type BlockAlign = Extract<ComputedStyle["textAlign"], "left-all" | "right-all" | "center-all">;

export interface Available {
  /** Content width of the containing block, pt. */
  readonly width: number;
  /** Of the containing block: a box that does not fill it stands at its start. Absent: the box's own. */
  readonly direction?: Direction;
  /** The border-box width to use, whatever the style says: for flex items and cells. */
  readonly exactWidth?: number | undefined;
  /** Where the block around puts one that is narrower than it, as the attribute `align` says; absent: where margins put it. */
  readonly blockAlign?: BlockAlign | undefined;
  /** The border-box height to use, for items of a flex or grid container; the box is taller where words would hang out. */
  readonly exactHeight?: number | undefined;
  /** Content height of the containing block, where it is known before the content: what percentages are of. */
  readonly height?: number | undefined;
  /**
   * What there is on the page beside the containing block, at the end of its lines, pt: words that may not be broken reach into
   * it. Absent: something else may stand there.
   */
  readonly overhang?: number | undefined;
  /** In the flow of the pages, block in block from the root: only there a box can ask for pages of another name. */
  readonly isInFlow?: boolean;
  /** Floats that it stands beside, from the top left of its border box; a formatting root has no use for them. */
  readonly floats?: readonly FloatArea[];
  /** The height that an image may have; a page's without it. */
  readonly maxHeight?: number;
}

/** Of a block, pt. */
export interface ContentSize {
  readonly width: number;
  /** Where it is known before the content. */
  readonly height: number | undefined;
}

/** What a column asks for (CSS 2.2, 17.5.2.2), pt. */
export interface ColumnWish {
  readonly min: number;
  readonly max: number;
  /** Of `min`, what its figures need and what a style asks for by `min-width`: words give way before these do. */
  readonly asked: number;
  /** Of the table's width; it goes before `max`. */
  readonly percent: number | undefined;
  /** Asked for in a length: it takes no part in sharing what is left over. */
  readonly isFixed: boolean;
  /** A cell begins in it. What cells only reach over has no space before it. */
  readonly isStart: boolean;
}

/** Minimum widths of a table's columns, and the room that there is for them, pt. */
export interface WideTable {
  readonly minimums: readonly number[];
  /** There is not even room for its figures. */
  readonly breaksFigures: boolean;
  readonly room: number;
}

/** Content with rows of columns in it. */
interface ColumnsFlow {
  readonly children: readonly Fragment[];
}

/** What every formatting context needs, and how they call each other. One a document. */
export interface LayoutContext {
  readonly shaper: WordShaper;
  readonly lineBreaks: LineBreakFinder;
  readonly hyphenation: Hyphenation;
  readonly bidi: Bidi;
  /** Content area of the pages of a name: an image is never taller, a block as wide as the page it is on. */
  page(name: string): PageArea;
  layout(box: BlockLevelBox, available: Available): LaidOut;
  /** The same, remembered: for what will be asked again with the same sizes, beside the same floats. */
  layoutOnce(box: BlockLevelBox, available: Available): LaidOut;
  intrinsic(box: BlockLevelBox): IntrinsicWidths;
  /** The same, not remembered: of a cell, which nobody asks but the columns of its table. */
  intrinsicOnce(box: BlockLevelBox): IntrinsicWidths;
  /** What the columns of a table ask for. */
  tableColumns(table: TableBox): readonly ColumnWish[];
  /** Inline content measured, to be laid out next in a block of this direction, whose content box has this size, as far as it is known. */
  prepare(items: readonly InlineItem[], direction: Direction, containing: ContentSize): PreparedInline;
  /** The same for widths alone: what was measured is kept until `prepare` asks for it, and no longer. */
  measure(items: readonly InlineItem[], direction: Direction, height?: number): PreparedInline;
  /** Of a table whose borders collapse. */
  tableBorders(table: TableBox): TableBorders;
  /** Warns of a table whose words do not fit side by side, once. */
  wideTable(table: TableBox, wide: WideTable): void;
  /** How high a row of columns of this container may be, by the room that its page has for it, pt. */
  columnRoom(box: BlockBox, row: number): number;
  /** Lays out what stands in columns: rows of columns within it have this room, not that of the page. */
  inColumns<T>(room: LayoutContext["columnRoom"], run: () => T): T;
  /**
   * What a container of columns holds, remembered: for a row that a page would cut all is laid out again, and the other containers have the
   * rooms that they had.
   * @param given what it stands in, in a text.
   */
  columnsOnce<Flow extends ColumnsFlow>(box: BlockBox, given: string, layOut: () => Flow): Flow;
  /** Whether so many fragments may be laid out once more for columns in columns: each try makes many others. */
  mayTryColumns(cost: number): boolean;
  /** Of a box that no element made. */
  anonymousStyle(parent: ComputedStyle, display?: Display): ComputedStyle;
  /** How far below its natural position a float stands, because the page ends there, pt. */
  floatDelay(box: BlockLevelBox): number;
  /** Who looks at the layout tells one line from another, and not only by what is in it: each has to be one object. */
  readonly tellsLinesApart: boolean;
  /** Of a line that holds no text of the block itself, the block's line height is not the least (Quirks Mode, 3.3). */
  readonly hasLineQuirk: boolean;
  /** Pictures are as large as they ask to be, whatever their page has room for: how far they would reach. */
  readonly keepsPictures: boolean;
  /** The same layout with pictures as large as they ask to be, for widths of content alone. */
  keepingPictures(): LayoutContext;
  /** A drawing as it is made for a place of this width, px, as far as it has been made. */
  drawingFor(drawing: PdfDrawing, widthPx: number): PdfDrawing | undefined;
  /** Reports a character that no font has. */
  privateUse(item: TextItem): void;
  missingGlyph(character: string, item: TextItem): void;
}
