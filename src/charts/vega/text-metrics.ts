import { type FontSet, fontFamilies } from "../../fonts/index.ts";
import type { TextItem } from "./vega-modules.ts";

export type MeasureText = (item: TextItem, text: string) => number;

/** Some thousands of labels; past it the memory starts afresh. */
const widthLimit = 20_000;

/**
 * Measures Vega's text items with a font set, in px.
 *
 * Vega truncates by asking for the widths of ever shorter pieces of the same item, and asks for bounds with the whole
 * text: an answer that is never more than the item's limit serves both.
 * @param setLine what a text becomes before it is drawn; as it is where absent.
 */
export function createMeasure(fonts: FontSet, setLine: (line: string) => string = (line) => line): MeasureText {
  const faces = new Map<string, Map<string, number>>();
  let known = 0;
  let last: KnownWidths | undefined;
  /** The widths of one face at a size of one pixel. Most texts are of the same one as the text before. */
  const widthsOf = ({ font, fontWeight, fontStyle }: TextItem): Map<string, number> => {
    if (last && last.font === font && last.fontWeight === fontWeight && last.fontStyle === fontStyle)
      return last.widths;
    const key = `${fontWeight ?? ""}|${fontStyle ?? ""}|${font ?? ""}`;
    const widths = faces.get(key) ?? new Map<string, number>();
    faces.set(key, widths);
    last = { font, fontWeight, fontStyle, widths };
    return widths;
  };
  const startAfresh = () => {
    faces.clear();
    known = 0;
    last = undefined;
  };

  return (item, text) => {
    const shown = String(text ?? "").trim();
    if (!shown) return 0;
    let width = widthsOf(item).get(shown);
    if (width === undefined) {
      width = fonts.measure(setLine(shown), { ...fontQuery(item), size: 1 });
      if (known >= widthLimit) startAfresh();
      widthsOf(item).set(shown, width);
      known += 1;
    }
    const full = width * (item.fontSize ?? 11);
    return item.limit !== undefined && item.limit > 0 ? Math.min(full, item.limit) : full;
  };
}

interface KnownWidths {
  readonly font: TextItem["font"] | undefined;
  readonly fontWeight: TextItem["fontWeight"] | undefined;
  readonly fontStyle: TextItem["fontStyle"] | undefined;
  readonly widths: Map<string, number>;
}

/** The face that an item's CSS font properties ask for. */
export function fontQuery(item: TextItem) {
  return {
    families: fontFamilies(item.font ?? "sans-serif"),
    weight: fontWeight(item.fontWeight),
    style: fontStyle(item),
  };
}

function fontWeight(weight: TextItem["fontWeight"]): number {
  if (weight === "bold" || weight === "bolder") return 700;
  if (weight === "lighter") return 300;
  return Number(weight) || 400;
}

function fontStyle({ fontStyle: style }: TextItem): "normal" | "italic" {
  return style === "italic" || style === "oblique" ? "italic" : "normal";
}
