import { parseValue } from "../../stylesheet/index.ts";
import type { ComputeContext } from "../css/property.ts";
import { matrixOf, parseTransform } from "../css/transform.ts";
import { identity, type Matrix } from "../geometry/matrix.ts";
import type { InheritedAttributes } from "./inherited-attributes.ts";
import type { Building } from "./svg-context.ts";

/** `gradientTransform` or `patternTransform`. */
export function transformOf(attributes: InheritedAttributes, name: string, { context, builder }: Building): Matrix {
  const text = attributes.text(name);
  if (text === undefined || text === "" || text === "none") return identity;
  const { fontSize } = context.styled.style;
  const transform = parseTransform(parseValue(text.replaceAll(/([a-z])\s+\(/gi, "$1(")));
  if (transform) return matrixOf(transform({ fontSize, rootFontSize: fontSize } as ComputeContext), context.viewport);
  const [owner] = attributes.chain;
  if (owner) builder.report.badValue(owner, name);
  return identity;
}
