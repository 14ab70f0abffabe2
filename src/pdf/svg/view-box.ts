import type { DomElement } from "../dom/dom-node.ts";
import type { Matrix } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { parseNumbers } from "./lengths.ts";
import type { SvgReport } from "./report.ts";

/** The `viewBox` of an element; undefined if it has none that makes sense. Its sides may be 0: nothing is shown then. */
export function viewBoxOf(element: DomElement, report: SvgReport): Rectangle | undefined {
  const text = element.attributes.viewbox;
  if (text === undefined) return undefined;
  const [x, y, width, height, ...rest] = parseNumbers(text) ?? [];
  if (
    x === undefined ||
    y === undefined ||
    width === undefined ||
    height === undefined ||
    rest.length > 0 ||
    width < 0 ||
    height < 0
  ) {
    report.badValue(element, "viewbox");
    return undefined;
  }
  return { x, y, width, height };
}

/** How a picture lies in its viewport: shares of the room that is left, 0 to 1. */
export interface Fit {
  readonly x: number;
  readonly y: number;
  readonly kind: "meet" | "slice" | "none";
}

const shares: Readonly<Record<string, number>> = { Min: 0, Mid: 0.5, Max: 1 };

/** `preserveAspectRatio` (SVG 2, 8.7). */
export function fitOf(element: DomElement, report: SvgReport): Fit {
  const text = element.attributes.preserveaspectratio?.trim();
  const middle: Fit = { x: 0.5, y: 0.5, kind: "meet" };
  if (text === undefined || text === "") return middle;
  const match = /^(?:defer\s+)?(?:none|x(Min|Mid|Max)Y(Min|Mid|Max))(?:\s+(meet|slice))?$/.exec(text);
  if (!match) {
    report.badValue(element, "preserveaspectratio");
    return middle;
  }
  const [, x, y, kind] = match;
  if (x === undefined || y === undefined) return { ...middle, kind: "none" };
  return { x: shares[x] as number, y: shares[y] as number, kind: kind === "slice" ? "slice" : "meet" };
}

/** From a view box to the viewport that it fits; both with sides above 0. */
export function fitted(from: Rectangle, into: Rectangle, fit: Fit): Matrix {
  const [scaleX, scaleY] = [into.width / from.width, into.height / from.height];
  const one = fit.kind === "slice" ? Math.max(scaleX, scaleY) : Math.min(scaleX, scaleY);
  const [a, d] = fit.kind === "none" ? [scaleX, scaleY] : [one, one];
  const x = into.x + fit.x * (into.width - from.width * a) - from.x * a;
  const y = into.y + fit.y * (into.height - from.height * d) - from.y * d;
  return [a, 0, 0, d, x, y];
}
