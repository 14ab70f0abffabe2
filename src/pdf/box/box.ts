import type { Color } from "../../stylesheet/index.ts";
import type { PdfDrawing, PdfRaster } from "../canvas/pdf-image.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { DomElement, DomLocation } from "../dom/dom-node.ts";
import type { Matrix } from "../geometry/matrix.ts";
import type { ContentTag, TagNode } from "../tags/tag-node.ts";

/** A box of the box tree (CSS Display 3): what layout turns into fragments. Immutable. */
export type BlockLevelBox = BlockBox | FlexBox | TableBox | ReplacedBox | StaticPositionBox;

interface BoxCommon {
  readonly style: ComputedStyle;
  /** Its own structure element; undefined if its content belongs to an ancestor's. */
  readonly tag: TagNode | undefined;
  readonly marks: BoxMarks | undefined;
}

/** What a box tells the page and the document around it, where it begins. */
export interface BoxMarks {
  /** `id`s that links may lead to. */
  readonly anchors: readonly string[];
  readonly bookmark: { readonly level: number; readonly title: string } | undefined;
  /** Named strings set here, for running heads. */
  readonly strings: readonly { readonly name: string; readonly value: string }[];
  /** The element whose box it is, where somebody asks for it. */
  readonly element?: DomElement | undefined;
}

export interface BlockBox extends BoxCommon {
  readonly kind: "block";
  readonly content: BlockContent;
  readonly marker: Marker | undefined;
}

/** `hasFloats`: a box at the side of the text is in it, as a child or in a child that does not keep it to itself. */
export type BlockContent = { readonly hasFloats: boolean } & (
  | { readonly kind: "blocks"; readonly children: readonly BlockLevelBox[] }
  | {
      readonly kind: "inline";
      readonly items: readonly InlineItem[];
      /** Documents have these very items in common. Absent: they are one document's. */
      readonly isShared?: true;
    }
);

/** The marker of a list item, outside its content. */
export interface Marker {
  readonly items: readonly InlineItem[];
  readonly style: ComputedStyle;
  readonly tag: TagNode | undefined;
}

/** Items in rows: `display: flex` and `display: grid`. */
export interface FlexBox extends BoxCommon {
  readonly kind: "flex" | "grid";
  readonly children: readonly BlockLevelBox[];
  /** Children out of the flow: they are no items. */
  readonly outOfFlow: readonly StaticPositionBox[];
}

/**
 * Where a box out of the flow would stand (CSS Positioned Layout 3, 4): nothing but a point. Its `tag` is the structure element
 * that the content of the box is in.
 */
export interface StaticPositionBox extends BoxCommon {
  readonly kind: "static-position";
  readonly box: BlockLevelBox;
  /** It would stand in a line: it is a block only as it is out of the flow. */
  readonly isInline: boolean;
  /** How far `position: relative` of the inline boxes around moves the point; the line does not know. */
  readonly shift: Shift | undefined;
}

export interface TableBox extends BoxCommon {
  readonly kind: "table";
  readonly captions: readonly BlockBox[];
  readonly columns: readonly ComputedStyle[];
  /** In document order, except that the header comes first and the footer last. */
  readonly groups: readonly RowGroup[];
  readonly columnCount: number;
  readonly location: DomLocation | undefined;
}

export interface RowGroup {
  readonly kind: "header" | "body" | "footer";
  readonly tag: TagNode | undefined;
  readonly style: ComputedStyle;
  readonly marks: BoxMarks | undefined;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly tag: TagNode | undefined;
  readonly style: ComputedStyle;
  readonly marks: BoxMarks | undefined;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly box: BlockBox;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

export interface ReplacedBox extends BoxCommon {
  readonly kind: "replaced";
  readonly image: PdfDrawing | PdfRaster;
  /** "artifact": a decorative image. */
  readonly content: ContentTag;
  /** Natural size, pt. */
  readonly naturalWidth: number;
  readonly naturalHeight: number;
  /** Size of the picture, whatever attributes say of that of its box, pt: what `object-fit` fits. */
  readonly picture: { readonly width: number; readonly height: number };
  /** It has a shape and no size: it takes the width that there is (CSS 2.2, 10.3.2). */
  readonly fillsWidth: boolean;
  /** It stands in for one that could not be had. */
  readonly isPlaceholder: boolean;
  /** It was not found, and is no reason to draw anything smaller. */
  readonly givesWay: boolean;
  readonly link: LinkTarget | undefined;
  /** HTML that stands in a picture of this size, px. Absent: there is none. */
  readonly html?: ((size: { readonly width: number; readonly height: number }) => readonly HtmlInPicture[]) | undefined;
}

/** HTML in a picture, laid out in an area of its own. */
export interface HtmlInPicture {
  readonly box: BlockBox;
  /** Sides of the area, px of its own coordinates. */
  readonly width: number;
  readonly height: number;
  /** From these, which begin at its corner, to those of the picture, px. */
  readonly matrix: Matrix;
}

export interface LinkTarget {
  readonly href: string;
  readonly tag: ContentTag;
  /** What a screen reader says of the annotation. */
  readonly label: string;
}

/** Background, border and padding of an inline box; boxes nest. */
export interface InlineDecoration {
  readonly style: ComputedStyle;
  readonly parent: InlineDecoration | undefined;
}

/** Where the box of a decoration starts or ends. */
export interface InlineEdge {
  readonly of: InlineDecoration;
  readonly isLeft: boolean;
  /** What of the room is margin, outside the box, pt. */
  readonly margin: number;
  /** Of its text. */
  readonly rise: number;
}

export interface TextLine {
  readonly kind: "underline" | "line-through" | "overline";
  readonly color: Color;
  readonly style: ComputedStyle["textDecorationStyle"];
  /** pt; absent: what suits the size of the text. */
  readonly thickness?: number | undefined;
  /** From the baseline downwards, pt; absent: the same. */
  readonly offset?: number | undefined;
}

export interface TextItem {
  readonly kind: "text";
  /** White space already collapsed, case already changed. */
  readonly text: string;
  readonly style: ComputedStyle;
  readonly tag: ContentTag;
  readonly link: LinkTarget | undefined;
  readonly decoration: InlineDecoration | undefined;
  readonly lines: readonly TextLine[];
  /** How far above the line's baseline its own lies, pt. */
  readonly rise: number;
  /** It is aligned with the top or the bottom of its line; `rise` is then from the baseline of what is. */
  readonly edge?: LineEdge | undefined;
  /** How far `position: relative` moves it, pt; the line does not know. Absent: not at all. */
  readonly shift?: Shift | undefined;
  readonly location: DomLocation | undefined;
  /** BCP 47. */
  readonly lang: string;
  /** What its letters stand for, where they are drawn as others: made small capitals. Absent: themselves. */
  readonly reads?: string | undefined;
  /** The footnote that it calls. */
  readonly note?: Footnote | undefined;
}

/** One inline box whose content is aligned with its line as a whole (CSS 2.2, 10.8.1). */
export interface LineEdge {
  readonly side: "top" | "bottom";
}

/** To the right and downwards, pt. */
export interface Shift {
  readonly x: number;
  readonly y: number;
}

/** A footnote: what stands at the foot of the page that calls it (CSS GCPM 3, 2). */
export interface Footnote {
  readonly box: BlockBox;
  readonly tag: TagNode | undefined;
}

export type InlineItem =
  | TextItem
  | { readonly kind: "break"; readonly style: ComputedStyle; readonly tag: ContentTag }
  /** Horizontal room: margin, border and padding where an inline box starts or ends, pt. */
  | {
      readonly kind: "space";
      readonly width: number;
      readonly decoration: InlineDecoration | undefined;
      /** The box ends here: no line ends between what is in it and its edge. */
      readonly isEnd: boolean;
      /** Absent: of a box that shows neither background nor border. */
      readonly edge?: InlineEdge | undefined;
    }
  /** `rise`, `edge` and the style are those of the text around. */
  | {
      readonly kind: "atom";
      readonly box: BlockLevelBox;
      readonly rise: number;
      readonly edge: LineEdge | undefined;
      readonly around: ComputedStyle;
      readonly decoration: InlineDecoration | undefined;
    }
  | { readonly kind: "marks"; readonly marks: BoxMarks }
  /** Its text is repeated over what is left of the line. */
  | { readonly kind: "leader"; readonly item: TextItem }
  /** A box at the side of the text, anchored here. */
  | { readonly kind: "float"; readonly box: BlockLevelBox }
  /** A box out of the flow, which would stand here. */
  | { readonly kind: "static-position"; readonly box: StaticPositionBox }
  /** Text between two of these is set in a direction of its own: an isolate control of UAX 9, 2.4. */
  | { readonly kind: "isolate"; readonly control: string };
