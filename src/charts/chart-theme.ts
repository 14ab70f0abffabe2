/** The look of charts. Colours are CSS colours; sizes are CSS px. */
export interface ChartTheme {
  /** A CSS font stack. The first family that the `FontSet` has is what measures. */
  readonly fontFamily: string;
  readonly fontSizePx: number;
  readonly textColor: string;
  /** Axis labels and titles. */
  readonly mutedColor: string;
  readonly gridColor: string;
  /** Colours of categories, in order. */
  readonly palette: readonly string[];
  /** What the chart is about: a lone series, the highlighted bar, the first line. */
  readonly highlightColor: string;
  /** What it is compared with. */
  readonly contextColor: string;
  /** Absent: the page shows through. */
  readonly background?: string;
}

/**
 * The house look. On white every palette colour has a contrast of 3:1 or more (WCAG 2.2, 1.4.11) and texts 4.5:1
 * (1.4.3); any two palette colours are 30 or more apart (CIELAB) to an eye without red, green or blue cones.
 */
export const defaultTheme: ChartTheme = {
  fontFamily: "Inter, Helvetica, Arial, sans-serif",
  fontSizePx: 12,
  textColor: "#1b2733",
  mutedColor: "#4d5b69",
  gridColor: "#dfe4e9",
  palette: ["#12436d", "#c2570c", "#2a9d8f", "#4f321f", "#8e7bcf"],
  highlightColor: "#12436d",
  contextColor: "#8091a3",
};
