import type { FontStyle } from "../../fonts/index.ts";
import type { Color, LengthPercentage } from "../../stylesheet/index.ts";
import type {
  BackgroundArea,
  BackgroundAttachment,
  BackgroundClip,
  BackgroundImage,
  BackgroundRepeat,
  BackgroundSize,
} from "./background-layers.ts";
import type { ContentPart, CounterChange, QuotePair } from "./content.ts";
import type { CornerRadius } from "./corner-radius.ts";
import type { Position } from "./css-position.ts";
import type { SvgStyle } from "./svg-style.ts";
import type { TransformList } from "./transform-list.ts";

export type Overflow = "visible" | "clip" | "hidden" | "auto" | "scroll";

export type Display =
  | "block"
  | "inline"
  | "inline-block"
  | "inline-flex"
  | "inline-grid"
  | "inline-table"
  | "list-item"
  | "inline-list-item"
  | "inline-block-list-item"
  | "flow-root-list-item"
  | "flow-root"
  | "flex"
  | "grid"
  | "table"
  | "table-caption"
  | "table-column"
  | "table-column-group"
  | "table-header-group"
  | "table-row-group"
  | "table-footer-group"
  | "table-row"
  | "table-cell"
  | "contents"
  | "none";

export type Direction = "ltr" | "rtl";
export type BorderStyle =
  | "none"
  | "hidden"
  | "solid"
  | "dashed"
  | "dotted"
  | "double"
  | "groove"
  | "ridge"
  | "inset"
  | "outset";
export type BreakBetween = "auto" | "avoid" | "column" | "page" | PageSide;
/** A break to a left-hand or a right-hand page. */
export type PageSide = "left" | "right";
/** A multiple of the font size, pt, or as the font asks for. */
export type LineHeight = { readonly kind: "factor" | "length"; readonly value: number } | { readonly kind: "normal" };
export type FontVariantCaps =
  | "normal"
  | "small-caps"
  | "all-small-caps"
  | "petite-caps"
  | "all-petite-caps"
  | "unicase"
  | "titling-caps";
/** Lengths in pt, to the right and downwards. */
export interface Shadow {
  readonly x: number;
  readonly y: number;
  readonly blur: number;
  readonly color: Color;
}
export interface BoxShadow extends Shadow {
  readonly spread: number;
  readonly isInset: boolean;
}
/** A width that its content says (CSS Sizing 3, 3.2). */
export type IntrinsicSize = "min-content" | "max-content" | "fit-content";
/** Width by height; `hasOwn`: a picture keeps its own (CSS Sizing 4, 5.1). */
export type AspectRatio = "auto" | { readonly ratio: number; readonly hasOwn: boolean };
/** CSS Box Alignment 3, 4: where a box stands in the room that it has, or what fills the room. */
export type AlignKeyword =
  | "normal"
  | "stretch"
  | "baseline"
  | "last baseline"
  | "center"
  | "start"
  | "end"
  | "self-start"
  | "self-end"
  | "flex-start"
  | "flex-end"
  | "left"
  | "right";
/** CSS Box Alignment 3, 5: where tracks, lines or items stand in the room that they have together. */
export type DistributionKeyword =
  | Exclude<AlignKeyword, "self-start" | "self-end">
  | "space-between"
  | "space-around"
  | "space-evenly";
/** `isSafe`: what has no room stands at the start. */
export interface Align {
  readonly keyword: AlignKeyword;
  readonly isSafe: boolean;
}
export interface Distribution {
  readonly keyword: DistributionKeyword;
  readonly isSafe: boolean;
}
/** Where a float stands; the logical ones ask for the direction of the block around it. */
export type FloatSide = "left" | "right" | "inline-start" | "inline-end";
/** One side of a track's size: pt, a share of what is left, or what its content asks for. */
export type TrackBreadth = LengthPercentage | { readonly fraction: number } | "auto" | "min-content" | "max-content";
/** Row or column of a grid (CSS Grid 2, 7.2). `limit`: of `fit-content()`. */
export interface TrackSize {
  readonly min: TrackBreadth;
  readonly max: TrackBreadth;
  readonly limit?: LengthPercentage;
}
export type TrackPart =
  | { readonly kind: "names"; readonly names: readonly string[] }
  | { readonly kind: "track"; readonly size: TrackSize }
  /** As often as there is room; `auto-fit`: those without items take none. */
  | { readonly kind: "repeat"; readonly mode: "auto-fill" | "auto-fit"; readonly parts: readonly TrackPart[] };
export type TrackList = readonly TrackPart[];
/** An edge of a grid item (CSS Grid 2, 8.3); lines count from 1, from the end if negative. */
export type GridLine =
  | "auto"
  | { readonly kind: "line"; readonly index: number; readonly name?: string | undefined }
  | { readonly kind: "span"; readonly count: number; readonly name?: string | undefined }
  | { readonly kind: "area"; readonly name: string };
export interface GridFlow {
  readonly axis: "row" | "column";
  readonly isDense: boolean;
}

/** Every property of a box, computed: lengths in pt, keywords as they are. Boxes of the same style share one immutable object. */
export interface ComputedStyle extends SvgStyle {
  readonly color: Color;
  readonly fontSize: number;
  readonly fontFamily: readonly string[];
  readonly fontStyle: FontStyle;
  readonly fontWeight: number;
  /** Tags of OpenType features that are on; off, with a hyphen before them. */
  readonly fontVariantNumeric: readonly string[];
  readonly fontVariantLigatures: readonly string[];
  readonly fontVariantEastAsian: readonly string[];
  readonly fontVariantPosition: readonly string[];
  readonly fontKerning: readonly string[];
  readonly fontFeatureSettings: readonly string[];
  readonly fontVariantCaps: FontVariantCaps;
  readonly lineHeight: LineHeight;
  readonly letterSpacing: number;
  readonly wordSpacing: number;
  readonly direction: Direction;
  /** Those that end in `-all` place blocks, too: what the attribute `align` says (HTML 15.3.3). */
  readonly textAlign:
    | "start"
    | "end"
    | "left"
    | "right"
    | "center"
    | "justify"
    | "left-all"
    | "right-all"
    | "center-all";
  readonly textIndent: LengthPercentage;
  readonly textTransform: "none" | "uppercase" | "lowercase" | "capitalize";
  readonly textDecorationLine: readonly ("underline" | "line-through" | "overline")[];
  readonly textDecorationColor: Color | "currentcolor";
  readonly textDecorationStyle: "solid" | "double" | "dotted" | "dashed" | "wavy";
  /** pt. */
  readonly textDecorationThickness: number | "auto";
  /** From the baseline downwards, pt. */
  readonly textUnderlineOffset: number | "auto";
  /** The first lies on top. */
  readonly textShadow: readonly Shadow[];
  readonly whiteSpace: "normal" | "nowrap" | "pre" | "pre-wrap" | "pre-line" | "break-spaces";
  readonly hyphens: "none" | "manual" | "auto";
  readonly wordBreak: "normal" | "break-all" | "keep-all" | "break-word";
  readonly overflowWrap: "normal" | "break-word" | "anywhere";
  readonly textWrap: "wrap" | "nowrap" | "balance" | "pretty";
  /** In spaces. */
  readonly tabSize: number;
  /** A length, pt; a percentage is of the line height. */
  readonly verticalAlign:
    | "baseline"
    | "sub"
    | "super"
    | "top"
    | "text-top"
    | "middle"
    | "bottom"
    | "text-bottom"
    | LengthPercentage;

  readonly display: Display;
  readonly visibility: "visible" | "hidden";
  readonly boxSizing: "content-box" | "border-box";
  readonly width: LengthPercentage | "auto" | IntrinsicSize;
  readonly minWidth: LengthPercentage | "auto" | IntrinsicSize;
  readonly maxWidth: LengthPercentage | "none" | IntrinsicSize;
  readonly height: LengthPercentage | "auto";
  readonly minHeight: LengthPercentage | "auto";
  readonly maxHeight: LengthPercentage | "none";
  readonly aspectRatio: AspectRatio;
  readonly objectFit: "fill" | "contain" | "cover" | "none" | "scale-down";
  readonly objectPosition: Position;
  readonly marginTop: LengthPercentage | "auto";
  readonly marginRight: LengthPercentage | "auto";
  readonly marginBottom: LengthPercentage | "auto";
  readonly marginLeft: LengthPercentage | "auto";
  readonly paddingTop: LengthPercentage;
  readonly paddingRight: LengthPercentage;
  readonly paddingBottom: LengthPercentage;
  readonly paddingLeft: LengthPercentage;
  readonly borderTopWidth: number;
  readonly borderRightWidth: number;
  readonly borderBottomWidth: number;
  readonly borderLeftWidth: number;
  readonly borderTopStyle: BorderStyle;
  readonly borderRightStyle: BorderStyle;
  readonly borderBottomStyle: BorderStyle;
  readonly borderLeftStyle: BorderStyle;
  readonly borderTopColor: Color;
  readonly borderRightColor: Color;
  readonly borderBottomColor: Color;
  readonly borderLeftColor: Color;
  readonly borderTopLeftRadius: CornerRadius;
  readonly borderTopRightRadius: CornerRadius;
  readonly borderBottomRightRadius: CornerRadius;
  readonly borderBottomLeftRadius: CornerRadius;
  readonly backgroundColor: Color;
  /** Images, the first on top; of the others as many values count as there are images, over and over (CSS Backgrounds 3, 2.1). */
  readonly backgroundImage: readonly BackgroundImage[];
  readonly backgroundPosition: readonly Position[];
  readonly backgroundSize: readonly BackgroundSize[];
  readonly backgroundRepeat: readonly BackgroundRepeat[];
  readonly backgroundOrigin: readonly BackgroundArea[];
  readonly backgroundClip: readonly BackgroundClip[];
  readonly backgroundAttachment: readonly BackgroundAttachment[];
  /** The first lies on top. */
  readonly boxShadow: readonly BoxShadow[];
  /** Of the element and all around it together, 0 to 1. */
  readonly opacity: number;

  readonly listStyleType: string;
  readonly listStylePosition: "outside" | "inside";
  readonly content: readonly ContentPart[] | "normal" | "none";
  /** Opening and closing marks, outermost first; none: no marks. */
  readonly quotes: readonly QuotePair[] | "auto";
  readonly counterReset: readonly CounterChange[];
  readonly counterSet: readonly CounterChange[];
  readonly counterIncrement: readonly CounterChange[];
  readonly stringSet: readonly { readonly name: string; readonly parts: readonly ContentPart[] }[];
  readonly bookmarkLevel: number | "none" | "auto";

  /** The name of the pages that it is on; "" for pages without one. */
  readonly page: string;
  readonly float: FloatSide | "none" | "footnote";
  readonly position: "static" | "relative" | "absolute" | "fixed" | "sticky";
  readonly top: LengthPercentage | "auto";
  readonly right: LengthPercentage | "auto";
  readonly bottom: LengthPercentage | "auto";
  readonly left: LengthPercentage | "auto";
  readonly zIndex: number | "auto";
  /** "empty": it is there for the ear alone. */
  readonly clip: "auto" | "empty";
  readonly clear: FloatSide | "none" | "both";
  readonly transform: TransformList | "none";
  readonly translate: TransformList | "none";
  readonly rotate: TransformList | "none";
  readonly scale: TransformList | "none";
  readonly transformOrigin: Position;
  /** Only an SVG cuts off what is outside; `hidden`, and what scrolls, keeps its floats to itself. */
  readonly overflowX: Overflow;
  readonly overflowY: Overflow;
  readonly breakBefore: BreakBetween;
  readonly breakAfter: BreakBetween;
  readonly breakInside: "auto" | "avoid";
  readonly orphans: number;
  readonly widows: number;

  readonly captionSide: "top" | "bottom";
  readonly borderCollapse: "separate" | "collapse";
  readonly borderSpacing: { readonly horizontal: number; readonly vertical: number };
  readonly tableLayout: "auto" | "fixed";

  readonly flexDirection: "row" | "row-reverse" | "column" | "column-reverse";
  readonly flexWrap: "nowrap" | "wrap" | "wrap-reverse";
  readonly flexGrow: number;
  readonly flexShrink: number;
  readonly flexBasis: LengthPercentage | "auto" | "content";
  readonly order: number;
  readonly justifyContent: Distribution;
  readonly alignContent: Distribution;
  readonly justifyItems: Align;
  readonly alignItems: Align;
  readonly justifySelf: Align | "auto";
  readonly alignSelf: Align | "auto";
  readonly rowGap: LengthPercentage;
  readonly columnGap: LengthPercentage | "normal";

  /** CSS Multi-column Layout 1. */
  readonly columnCount: number | "auto";
  /** pt. */
  readonly columnWidth: number | "auto";
  readonly columnFill: "balance" | "auto";
  readonly columnSpan: "none" | "all";
  readonly columnRuleWidth: number;
  readonly columnRuleStyle: BorderStyle;
  readonly columnRuleColor: Color;

  readonly gridTemplateColumns: TrackList;
  readonly gridTemplateRows: TrackList;
  /** Rows of names; "" for a cell without one. */
  readonly gridTemplateAreas: readonly (readonly string[])[];
  readonly gridAutoColumns: readonly TrackSize[];
  readonly gridAutoRows: readonly TrackSize[];
  readonly gridAutoFlow: GridFlow;
  readonly gridColumnStart: GridLine;
  readonly gridColumnEnd: GridLine;
  readonly gridRowStart: GridLine;
  readonly gridRowEnd: GridLine;
}
