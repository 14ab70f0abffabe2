import type { CssNode } from "css-tree";
import {
  black,
  keywordOf,
  keywordsOf,
  type LengthPercentage,
  numberOf,
  parseColor,
  parseLengthPercentage,
  resolveLength,
  type ValueNodes,
} from "../../../stylesheet/index.ts";
import type { Compute, PropertyRecord, PropertyRecords } from "../property.ts";
import { fixed, keywordProperty, parseShare, same } from "../property-kinds.ts";
import type { SvgBaseline, SvgPaint, SvgReference } from "../svg-style.ts";
import { ownColor } from "./box.ts";

const ptPerPx = 0.75;

/** A length as SVG writes it: a number alone is px. */
function parseSvgLength(node: CssNode | undefined): Compute<LengthPercentage> | undefined {
  if (node?.type !== "Number") return parseLengthPercentage(node);
  const value = Number(node.value) * ptPerPx;
  return () => value;
}

const isNegative = (value: LengthPercentage) => (typeof value === "number" ? value : value.percent) < 0;

function svgLength({
  initial,
  negative = false,
}: {
  readonly initial: number;
  readonly negative?: boolean;
}): PropertyRecord<LengthPercentage> {
  return {
    inherited: true,
    initial,
    values: "number \\| length \\| percentage",
    parse(nodes) {
      const value = nodes.length === 1 ? parseSvgLength(nodes[0]) : undefined;
      return value && ((context) => (isNegative(value(context)) && !negative ? initial : value(context)));
    },
  };
}

function share(inherited: boolean): PropertyRecord<number> {
  return {
    inherited,
    initial: 1,
    values: "number \\| percentage",
    parse: fixed(parseShare),
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

const paint = (initial: SvgPaint): PropertyRecord<SvgPaint> => ({
  inherited: true,
  initial,
  values: "none \\| color \\| `url(#…)`, with a fallback",
  parse: fixed(parsePaint),
});

function reference(inherited: boolean): PropertyRecord<SvgReference> {
  return {
    inherited,
    initial: "none",
    values: "none \\| `url(#…)`",
    parse: fixed((nodes) => {
      const [node] = nodes;
      if (keywordOf(nodes) === "none") return "none";
      return nodes.length === 1 && node?.type === "Url" ? { href: node.value } : undefined;
    }),
  };
}

const rule: PropertyRecord<"nonzero" | "evenodd"> = keywordProperty({
  inherited: true,
  initial: "nonzero",
  keywords: same("nonzero", "evenodd"),
});

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

export const svgProperties = {
  fill: paint({ kind: "color", color: black }),
  fillOpacity: share(true),
  fillRule: rule,
  stroke: paint({ kind: "none" }),
  strokeOpacity: share(true),
  strokeWidth: svgLength({ initial: ptPerPx }),
  strokeLinecap: keywordProperty({
    inherited: true,
    initial: "butt",
    keywords: same("butt", "round", "square"),
  }),
  strokeLinejoin: keywordProperty({
    inherited: true,
    initial: "miter",
    keywords: { ...same("miter", "round", "bevel"), "miter-clip": "miter", arcs: "miter" },
  }),
  strokeMiterlimit: {
    inherited: true,
    initial: 4,
    values: "number",
    parse: fixed((nodes) => {
      const value = numberOf(nodes) ?? 0;
      return value >= 1 ? value : undefined;
    }),
  },
  strokeDasharray: {
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
  strokeDashoffset: svgLength({ initial: 0, negative: true }),
  vectorEffect: keywordProperty({ initial: "none", keywords: same("none", "non-scaling-stroke") }),
  paintOrder: {
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
  markerStart: reference(true),
  markerMid: reference(true),
  markerEnd: reference(true),
  clipPath: reference(false),
  clipRule: rule,
  mask: reference(false),
  maskType: keywordProperty({ initial: "luminance", keywords: same("luminance", "alpha") }),
  stopColor: ownColor(black),
  stopOpacity: share(false),
  textAnchor: keywordProperty({
    inherited: true,
    initial: "start",
    keywords: same("start", "middle", "end"),
  }),
  dominantBaseline: keywordProperty({ inherited: true, initial: "auto", keywords: baselines }),
  alignmentBaseline: keywordProperty({ initial: "auto", keywords: baselines }),
  baselineShift: {
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
} satisfies PropertyRecords;
