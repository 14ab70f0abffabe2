import type { ChartTheme } from "./chart-theme.ts";
import { sideRanges } from "./side-ranges.ts";

/**
 * A theme as a Vega-Lite config (a Vega config is the same but for the properties that Vega ignores).
 *
 * Besides the ranges that Vega-Lite knows (`category`, `ordinal`, `ramp`, `heatmap`, `diverging`), it names the colour range
 * `emphasis`: the highlight colour, then the context colour.
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
    range: {
      category: [...theme.palette],
      emphasis: [highlightColor, contextColor],
      ordinal: ramp,
      ramp,
      heatmap: ramp,
      diverging: { scheme: [...theme.diverging] },
      ...sideRanges(theme.diverging),
    },
  };
}
