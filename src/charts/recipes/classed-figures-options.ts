/** What the legend of a map calls the outlines of areas without a figure. */
export interface GapNames {
  readonly suppressed: string;
  readonly missing: string;
}

/** A side of the midpoint of figures. */
export type WarmSide = "above" | "below";

/** What recipes take that colour figures by their classes. */
export interface ClassedFiguresOptions {
  /** Field of the figures; in maps rates rather than counts, for a large area looks like much. */
  readonly value: string;
  /** Limits between the classes, rising; up to six classes where absent: of equal width, the first and the last of which have all that lies beyond, or each wider than the one before where these would leave most figures in the lowest. */
  readonly classes?: readonly number[];
  /**
   * A figure to compare with, such as 0 or an average: classes below it have one hue and those above it another, each from light to dark. Where
   * absent it is 0, if figures lie on both sides of it (of temperatures, by their unit in `valueTitle`: a tenth as far as on the other), or the limits that are given do. One of the limits between classes, or inside of one. Where all
   * lie below 0, the lowest class is the darkest.
   */
  readonly midpoint?: number;
  /**
   * Which side of the midpoint has the warm hue: `above` where absent, as in maps of temperature, and of what is no good news where it rises. `below`
   * where a fall is. Two hues that are both warm, or both cold, are as the theme has them.
   */
  readonly warm?: WarmSide;
  /** Field that is true in the rows to stand out, by an outline; `highlight` where absent. */
  readonly highlight?: string;
  readonly valueTitle?: string;
  /** d3 number format of the figures and the legend; `,` where absent. */
  readonly format?: string;
  /** In place of the language's words: what the legend calls the outlines of what has no figure. */
  readonly gapNames?: GapNames;
}
