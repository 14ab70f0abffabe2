import { companions } from "./house-colors.ts";
import { rampOf } from "./mix-colors.ts";

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
  /** From little to much, two colours or more: classes in between are mixed of their neighbours. */
  readonly ramp: readonly string[];
  /** From one extreme over the middle to the other: three colours or more. */
  readonly diverging: readonly string[];
  /** Behind the chart. Absent: the page shows through. */
  readonly background?: string;
  /** The page that shows through. Nothing is painted in it; contrasts are measured against it. */
  readonly paperColor: string;
  readonly lineWidthPx: number;
  /** Around the whole chart. */
  readonly paddingPx: number;
  /** Between bars, as a share of a bar and its gap: 0 to 0.9. */
  readonly barGap: number;
}

/**
 * The house look, which is what `templates/briefing.css` says. `checkTheme` finds nothing in it: on white every palette
 * colour has a contrast of 3:1 or more (WCAG 2.2, 1.4.11) and texts 4.5:1 (1.4.3); any two palette colours are 20 or more
 * apart (CIELAB) to an eye without red, green or blue cones, any two of the first five 30.
 */
export const defaultTheme: ChartTheme = {
  fontFamily: "Inter, 'Helvetica Neue', Arial, sans-serif",
  fontSizePx: 12,
  textColor: "#1b2733",
  mutedColor: "#4d5b69",
  gridColor: "#cfd7df",
  palette: ["#12436d", ...companions.slice(0, 7).map(([onLight]) => onLight)],
  highlightColor: "#12436d",
  contextColor: "#8091a3",
  ramp: rampOf("#12436d"),
  diverging: ["#8a3b06", "#d98c4f", "#efefef", "#6f9cc6", "#12436d"],
  paperColor: "#ffffff",
  lineWidthPx: 2.5,
  paddingPx: 2,
  barGap: 0.25,
};

/** A theme with the house look where nothing is said. */
export const completeTheme = (theme: Partial<ChartTheme> = {}): ChartTheme => ({ ...defaultTheme, ...theme });
