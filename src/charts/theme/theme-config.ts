import { contrast, over, readColor, white } from "../../stylesheet/index.ts";
import type { ChartTheme } from "./chart-theme.ts";
import { sideRanges } from "./side-ranges.ts";

/** Of an outline, half of it is outside of the letters. */
const outlinePx = 4;

/** What is behind a chart: its own background, or the page's. */
export const behind = ({ background, paperColor }: ChartTheme): string => background ?? paperColor;

/** A text of it is read where this ratio is reached (WCAG 2.2, 1.4.3). */
const readableRatio = 4.5;

/** The colour of texts that name what the chart is about: that of its marks, where it is read as a text, else that of texts. */
export function subjectTextColor(theme: ChartTheme): string {
  const page = readColor(theme.paperColor) ?? white;
  const own = readColor(behind(theme));
  const subject = readColor(theme.highlightColor);
  const isRead = subject !== undefined && contrast(subject, own ? over(own, page) : page) >= readableRatio;
  return isRead ? theme.highlightColor : theme.textColor;
}

/**
 * A theme as a Vega-Lite config (a Vega config is the same but for the properties that Vega ignores).
 *
 * Besides the ranges that Vega-Lite knows (`category`, `ordinal`, `ramp`, `heatmap`, `diverging`), it names the colour range
 * `emphasis`: the highlight colour, then the context colour; and `lines`: with that of what it is compared with between them.
 */
export function themeConfig(theme: ChartTheme): object {
  const { fontFamily, fontSizePx, textColor, mutedColor, gridColor, highlightColor, contextColor } = theme;
  const labels = { labelFont: fontFamily, labelFontSize: fontSizePx, labelColor: mutedColor };
  const titles = {
    titleFont: fontFamily,
    titleFontSize: fontSizePx,
    titleColor: mutedColor,
    titleFontWeight: "normal",
  };
  // Vega mixes as many classes of a scheme as a scale has.
  const ramp = { scheme: [...theme.ramp] };
  return {
    // The chart has one label, on its svg element; Vega would label every mark.
    aria: false,
    background: theme.background ?? null,
    padding: theme.paddingPx,
    font: fontFamily,
    view: { stroke: null, continuousWidth: 400, continuousHeight: 260, step: fontSizePx * 1.75 },
    // A gap is a gap: not a zero, and its category keeps its place.
    mark: { color: highlightColor, invalid: "break-paths-show-domains", tooltip: null },
    text: { font: fontFamily, fontSize: fontSizePx, color: textColor },
    line: { strokeWidth: theme.lineWidthPx, strokeCap: "round", strokeJoin: "round" },
    point: { filled: true, size: 40, opacity: 1 },
    rule: { color: mutedColor },
    // The lightest class of a map is told from the page by its outline.
    geoshape: { stroke: mutedColor, strokeWidth: 0.5 },
    scale: { bandPaddingInner: theme.barGap, bandPaddingOuter: theme.barGap * 0.4 },
    axis: {
      ...labels,
      ...titles,
      labelLimit: 220,
      labelPadding: 6,
      titlePadding: 8,
      domain: false,
      ticks: false,
      grid: false,
      gridColor,
      domainColor: mutedColor,
      tickColor: mutedColor,
    },
    axisQuantitative: { grid: true, tickCount: 5 },
    axisTemporal: { grid: false, ticks: true, domain: true },
    axisX: { titleAnchor: "end" },
    axisBand: { grid: false },
    // A value axis is titled along its top, to be read without turning the head.
    axisYQuantitative: {
      titleAngle: 0,
      titleAnchor: "end",
      titleAlign: "left",
      titleBaseline: "bottom",
      titleX: 0,
      titleY: -fontSizePx * 0.75,
      labelAlign: "right",
    },
    legend: {
      ...labels,
      ...titles,
      labelColor: textColor,
      labelLimit: 260,
      orient: "top",
      symbolType: "square",
      // Above the title of the value axis, which Vega leaves out where it measures what axes take.
      layout: { top: { offset: fontSizePx * 2.25 } },
    },
    header: {
      ...labels,
      ...titles,
      labelColor: textColor,
      labelFontWeight: "bold",
      labelAnchor: "start",
      labelPadding: fontSizePx * 2,
      title: null,
    },
    title: {
      font: fontFamily,
      fontSize: fontSizePx * 1.25,
      color: textColor,
      subtitleFont: fontFamily,
      subtitleFontSize: fontSizePx,
      subtitleColor: mutedColor,
      anchor: "start",
      frame: "group",
      offset: fontSizePx,
    },
    style: {
      "over-marks": { stroke: behind(theme), strokeWidth: outlinePx, strokeJoin: "round" },
      "names-subject": { color: subjectTextColor(theme) },
      "subject-rule": { color: textColor },
    },
    range: {
      category: [...theme.palette],
      emphasis: [highlightColor, contextColor],
      lines: [highlightColor, mutedColor, contextColor],
      ordinal: ramp,
      ramp,
      heatmap: ramp,
      diverging: { scheme: [...theme.diverging] },
      ...sideRanges(theme.diverging),
    },
  };
}
