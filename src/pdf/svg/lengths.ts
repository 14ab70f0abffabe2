import { parseLengthPercentage, parseValue, resolveLength } from "../../stylesheet/index.ts";
import type { ComputeContext } from "../css/property.ts";
import type { DomElement } from "../dom/dom-node.ts";
import type { SvgReport } from "./report.ts";
import type { Size, SvgContext } from "./svg-context.ts";

export const ptPerPx = 0.75;

/** What a percentage is of (SVG 2, 8.9). */
export type Axis = "x" | "y" | "both";

export function alongAxis({ width, height }: Size, axis: Axis): number {
  if (axis === "both") return Math.sqrt((width * width + height * height) / 2);
  return axis === "x" ? width : height;
}

const plainNumber = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** Farther than any paper: numbers beyond it stay there, so that arithmetic stays finite. */
const farthest = 1e9;

const near = (value: number) => Math.min(farthest, Math.max(-farthest, value));

/** A number; undefined if the text is none. */
export function parseNumber(text: string): number | undefined {
  const trimmed = text.trim();
  return plainNumber.test(trimmed) ? near(Number(trimmed)) : undefined;
}

/** Numbers with commas or white space between them; undefined if anything else is among them. */
export function parseNumbers(text: string): number[] | undefined {
  const parts = text.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? [];
  const rest = text.replaceAll(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi, "");
  return /^[\s,]*$/.test(rest) ? parts.map((part) => near(Number(part))) : undefined;
}

export interface Lengths {
  /** In px; `fallback` where the attribute is not there or makes no sense, which is reported. */
  get(attribute: string, axis: Axis, fallback: number): number;
  /** Undefined where it is not there, makes no sense, or says "auto". */
  maybe(attribute: string, axis: Axis): number | undefined;
  /** A list of lengths; empty where there is none. */
  list(attribute: string, axis: Axis): readonly number[];
}

/** The lengths that an element's attributes say. */
export function lengthsOf(element: DomElement, { styled, viewport }: SvgContext, report: SvgReport): Lengths {
  const { fontSize } = styled.style;
  const context = { fontSize, rootFontSize: styled.rootFontSize ?? fontSize } as ComputeContext;

  function parse(text: string, axis: Axis): number | undefined {
    const number = parseNumber(text);
    if (number !== undefined) return number;
    const [node, ...rest] = parseValue(text);
    const length = rest.length === 0 ? parseLengthPercentage(node) : undefined;
    if (!length) return undefined;
    const px = resolveLength(length(context), alongAxis(viewport, axis) * ptPerPx) / ptPerPx;
    return Number.isFinite(px) ? near(px) : undefined;
  }

  function maybe(attribute: string, axis: Axis): number | undefined {
    const text = element.attributes[attribute]?.trim();
    if (text === undefined || text === "auto") return undefined;
    const value = parse(text, axis);
    if (value === undefined) report.badValue(element, attribute);
    return value;
  }

  return {
    maybe,
    get: (attribute, axis, fallback) => maybe(attribute, axis) ?? fallback,
    list(attribute, axis) {
      const text = element.attributes[attribute]?.trim() ?? "";
      if (text === "") return [];
      const values = text.split(/[\s,]+/).map((part) => parse(part, axis));
      if (!values.includes(undefined)) return values as number[];
      report.badValue(element, attribute);
      return [];
    },
  };
}
