import type { CssNode } from "css-tree";
import {
  black,
  keywordOf,
  keywordsOf,
  type LengthPercentage,
  parseColor,
  parseLengthPercentage,
  resolveLength,
  type ValueNodes,
} from "../../../stylesheet/index.ts";
import type { Compute, Property } from "../property.ts";
import { keywordProperty, type PropertiesOf, same } from "../property-kinds.ts";
import type { SvgBaseline, SvgPaint, SvgReference, SvgStyle } from "../svg-style.ts";

const ptPerPx = 0.75;

/** A length as SVG writes it: a number alone is px. */
function parseSvgLength(node: CssNode | undefined): Compute<LengthPercentage> | undefined {
  if (node?.type !== "Number") return parseLengthPercentage(node);
  const value = Number(node.value) * ptPerPx;
  return () => value;
}

const isNegative = (value: LengthPercentage) => (typeof value === "number" ? value : value.percent) < 0;

function svgLength(
  name: string,
  { initial, negative = false }: { readonly initial: number; readonly negative?: boolean },
): Property<LengthPercentage> {
  return {
    name,
    inherited: true,
    initial,
    values: "number \\| length \\| percentage",
    parse(nodes) {
      const value = nodes.length === 1 ? parseSvgLength(nodes[0]) : undefined;
      return value && ((context) => (isNegative(value(context)) && !negative ? initial : value(context)));
    },
  };
}

function share(name: string, inherited: boolean): Property<number> {
  return {
    name,
    inherited,
    initial: 1,
    values: "number \\| percentage",
    parse([node, ...rest]) {
      const value =
        node?.type === "Percentage"
          ? Number(node.value) / 100
          : node?.type === "Number"
            ? Number(node.value)
            : undefined;
      if (value === undefined || rest.length > 0) return undefined;
      return () => Math.min(1, Math.max(0, value));
    },
  };
}

function parsePaint([node, ...rest]: ValueNodes): SvgPaint | undefined {
  if (node?.type === "Url") {
    const fallback = rest.length > 0 ? parsePaint(rest) : undefined;
    return rest.length > 0 && !fallback ? undefined : { kind: "server", href: node.value, fallback };
  }
  if (rest.length > 0) return undefined;
  const keyword = node && keywordOf([node]);
  if (keyword === "none") return { kind: "none" };
  if (keyword === "currentcolor") return { kind: "currentcolor" };
  const color = parseColor(node);
  return color && { kind: "color", color };
}

function paint(name: string, initial: SvgPaint): Property<SvgPaint> {
  return {
    name,
    inherited: true,
    initial,
    values: "none \\| color \\| `url(#…)`, with a fallback",
    parse(nodes) {
      const value = parsePaint(nodes);
      return value && (() => value);
    },
  };
}

function reference(name: string, inherited: boolean): Property<SvgReference> {
  return {
    name,
    inherited,
    initial: "none",
    values: "none \\| `url(#…)`",
    parse(nodes) {
      const [node] = nodes;
      if (keywordOf(nodes) === "none") return () => "none";
      if (nodes.length !== 1 || node?.type !== "Url") return undefined;
      const href = node.value;
      return () => ({ href });
    },
  };
}

const rule = (name: string): Property<"nonzero" | "evenodd"> =>
  keywordProperty(name, { inherited: true, initial: "nonzero", keywords: same("nonzero", "evenodd") });

const baselines: Readonly<Record<string, SvgBaseline>> = {
  ...same("auto", "alphabetic", "middle", "central", "mathematical", "hanging"),
  baseline: "auto",
  ideographic: "bottom",
  "text-before-edge": "top",
  "text-top": "top",
  "before-edge": "top",
  "text-after-edge": "bottom",
  "text-bottom": "bottom",
  "after-edge": "bottom",
};

const order = ["fill", "stroke", "markers"] as const;

export const svgProperties: PropertiesOf<keyof SvgStyle> = {
  fill: paint("fill", { kind: "color", color: black }),
  fillOpacity: share("fill-opacity", true),
  fillRule: rule("fill-rule"),
  stroke: paint("stroke", { kind: "none" }),
  strokeOpacity: share("stroke-opacity", true),
  strokeWidth: svgLength("stroke-width", { initial: ptPerPx }),
  strokeLinecap: keywordProperty("stroke-linecap", {
    inherited: true,
    initial: "butt",
    keywords: same("butt", "round", "square"),
  }),
  strokeLinejoin: keywordProperty("stroke-linejoin", {
    inherited: true,
    initial: "miter",
    keywords: { ...same("miter", "round", "bevel"), "miter-clip": "miter", arcs: "miter" },
  }),
  strokeMiterlimit: {
    name: "stroke-miterlimit",
    inherited: true,
    initial: 4,
    values: "number",
    parse([node, ...rest]) {
      const value = node?.type === "Number" && rest.length === 0 ? Number(node.value) : 0;
      return value >= 1 ? () => value : undefined;
    },
  },
  strokeDasharray: {
    name: "stroke-dasharray",
    inherited: true,
    initial: [],
    values: "none \\| numbers, lengths or percentages",
    parse(nodes) {
      if (keywordOf(nodes) === "none") return () => [];
      const parts = nodes.filter((node) => node.type !== "Operator").map(parseSvgLength);
      if (parts.length === 0 || parts.includes(undefined)) return undefined;
      return (context) => {
        const lengths = (parts as Compute<LengthPercentage>[]).map((part) => part(context));
        return lengths.some(isNegative) ? [] : lengths;
      };
    },
  },
  strokeDashoffset: svgLength("stroke-dashoffset", { initial: 0, negative: true }),
  vectorEffect: keywordProperty("vector-effect", { initial: "none", keywords: same("none", "non-scaling-stroke") }),
  paintOrder: {
    name: "paint-order",
    inherited: true,
    initial: order,
    values: "normal \\| fill \\| stroke \\| markers",
    parse(nodes) {
      if (keywordOf(nodes) === "normal") return () => order;
      const first = keywordsOf(nodes);
      const named = order.filter((part) => first?.includes(part));
      if (!first || named.length === 0 || named.length !== first.length) return undefined;
      const value = [...(first as (typeof order)[number][]), ...order.filter((part) => !first.includes(part))];
      return () => value;
    },
  },
  markerStart: reference("marker-start", true),
  markerMid: reference("marker-mid", true),
  markerEnd: reference("marker-end", true),
  clipPath: reference("clip-path", false),
  clipRule: rule("clip-rule"),
  mask: reference("mask", false),
  maskType: keywordProperty("mask-type", { initial: "luminance", keywords: same("luminance", "alpha") }),
  stopColor: {
    name: "stop-color",
    inherited: false,
    initial: black,
    values: "color",
    parse(nodes) {
      if (keywordOf(nodes) === "currentcolor") return () => "currentcolor";
      const color = nodes.length === 1 ? parseColor(nodes[0]) : undefined;
      return color && (() => color);
    },
  },
  stopOpacity: share("stop-opacity", false),
  textAnchor: keywordProperty("text-anchor", {
    inherited: true,
    initial: "start",
    keywords: same("start", "middle", "end"),
  }),
  dominantBaseline: keywordProperty("dominant-baseline", { inherited: true, initial: "auto", keywords: baselines }),
  alignmentBaseline: keywordProperty("alignment-baseline", { initial: "auto", keywords: baselines }),
  baselineShift: {
    name: "baseline-shift",
    inherited: false,
    initial: 0,
    values: "baseline \\| sub \\| super \\| number \\| length \\| percentage",
    parse(nodes) {
      const keyword = keywordOf(nodes);
      if (keyword === "sub" || keyword === "super") return () => keyword;
      if (keyword === "baseline") return () => 0;
      const length = nodes.length === 1 ? parseSvgLength(nodes[0]) : undefined;
      return length && ((context) => resolveLength(length(context), context.fontSize));
    },
  },
};
