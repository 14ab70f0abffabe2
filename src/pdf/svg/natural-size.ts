import { parseLength, parseValue } from "../../stylesheet/index.ts";
import type { ComputeContext } from "../css/property.ts";
import type { Styled } from "../css/style-engine.ts";
import type { DomElement } from "../dom/dom-node.ts";
import { parseNumber, ptPerPx } from "./lengths.ts";
import type { SvgReport } from "./report.ts";
import type { NaturalSize, Size } from "./svg-context.ts";
import { fitOf, viewBoxOf } from "./view-box.ts";

/** What an `svg` says of its own size: `width` and `height` that are no percentages, and the ratio of its `viewBox`. */
export function naturalSize(element: DomElement, { style }: Styled, report: SvgReport): NaturalSize {
  const context = { fontSize: style.fontSize, rootFontSize: style.fontSize } as ComputeContext;
  const side = (text: string | undefined) => {
    const number = parseNumber(text ?? "");
    if (number !== undefined) return Math.max(0, number);
    const [node, ...rest] = parseValue(text ?? "");
    const length = rest.length === 0 ? parseLength(node) : undefined;
    return length && Math.max(0, length(context) / ptPerPx);
  };
  const [width, height] = [side(element.attributes.width), side(element.attributes.height)];
  const viewBox = viewBoxOf(element, report);
  if (viewBox && viewBox.width > 0 && viewBox.height > 0 && fitOf(element, report).kind !== "none") {
    return { width, height, ratio: viewBox.width / viewBox.height };
  }
  return { width, height, ratio: width && height ? width / height : undefined };
}

/** Where nothing else says how large a picture is (CSS 2.2, 10.3.2): 300 by 150 px, or what its ratio makes of one side. */
export function usedSize({ width, height, ratio }: NaturalSize): Size {
  if (width !== undefined && height !== undefined) return { width, height };
  if (width !== undefined) return { width, height: ratio === undefined ? 150 : width / ratio };
  if (height !== undefined) return { width: ratio === undefined ? 300 : height * ratio, height };
  return { width: 300, height: ratio === undefined ? 150 : 300 / ratio };
}
