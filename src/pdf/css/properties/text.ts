import {
  black,
  familyName,
  keywordOf,
  keywordsOf,
  numberOf,
  parseLengthPercentage,
  resolveLength,
  splitAtCommas,
  type ValueNodes,
} from "../../../stylesheet/index.ts";
import { absoluteSize, mediumPt } from "../absolute-sizes.ts";
import { colorValue } from "../color-value.ts";
import type { ComputedStyle } from "../computed-style.ts";
import type { Compute, PropertyRecord, PropertyRecords } from "../property.ts";
import { keywordProperty, lengthProperty, plainLength, same } from "../property-kinds.ts";
import { parseTextShadows } from "../shadow.ts";
import { ownColor } from "./box.ts";

/** CSS Fonts 4, 2.2.1: what `bolder` and `lighter` mean next to an inherited weight. */
const bolder = (weight: number) => (weight < 350 ? 400 : weight < 550 ? 700 : Math.max(900, weight));
const lighter = (weight: number) => (weight < 550 ? Math.min(100, weight) : weight < 750 ? 400 : 700);
const relativeWeights: Readonly<Record<string, (weight: number) => number>> = { bolder, lighter };
const namedWeights: Readonly<Record<string, number>> = { normal: 400, bold: 700 };

function parseWeight(nodes: ValueNodes): Compute<number> | undefined {
  const keyword = keywordOf(nodes) ?? "";
  const named = namedWeights[keyword] ?? numberOf(nodes);
  if (named !== undefined) return named >= 1 && named <= 1000 ? () => named : undefined;
  const relative = relativeWeights[keyword];
  return relative && (({ parent }) => relative(parent.fontWeight));
}

function parseFontSize(nodes: ValueNodes): Compute<number> | undefined {
  if (nodes.length !== 1) return undefined;
  const keyword = keywordOf(nodes) ?? "";
  if (absoluteSize(keyword, mediumPt) !== undefined)
    return ({ mediumSize }) => absoluteSize(keyword, mediumSize) as number;
  if (keyword === "larger") return ({ fontSize }) => fontSize * 1.2;
  if (keyword === "smaller") return ({ fontSize }) => fontSize / 1.2;
  const length = parseLengthPercentage(nodes[0]);
  return length && ((context) => Math.max(0, resolveLength(length(context), context.fontSize)));
}

function parseFamilies(nodes: ValueNodes): Compute<readonly string[]> | undefined {
  const families = splitAtCommas(nodes).map(familyName);
  return families.includes(undefined) ? undefined : () => families as string[];
}

const normalLineHeight: ComputedStyle["lineHeight"] = { kind: "normal" };

function parseLineHeight(nodes: ValueNodes): Compute<ComputedStyle["lineHeight"]> | undefined {
  if (keywordOf(nodes) === "normal") return () => normalLineHeight;
  const factor = numberOf(nodes);
  if (factor !== undefined) return factor >= 0 ? () => ({ kind: "factor", value: factor }) : undefined;
  const length = nodes.length === 1 ? parseLengthPercentage(nodes[0]) : undefined;
  return (
    length && ((context) => ({ kind: "length", value: Math.max(0, resolveLength(length(context), context.fontSize)) }))
  );
}

/** `auto`, or a length in pt; a percentage is of the font size. */
function ofFontSize(nodes: ValueNodes): Compute<number | "auto"> | undefined {
  if (keywordOf(nodes) === "auto") return () => "auto";
  const length = nodes.length === 1 ? parseLengthPercentage(nodes[0]) : undefined;
  return length && ((context) => resolveLength(length(context), context.fontSize));
}

const spacing: PropertyRecord<number> = {
  inherited: true,
  initial: 0,
  values: "normal \\| length",
  parse: (nodes) => (keywordOf(nodes) === "normal" ? () => 0 : plainLength(nodes)),
};

const textAlignments: Readonly<Record<string, ComputedStyle["textAlign"]>> = same(
  "start",
  "end",
  "left",
  "right",
  "center",
  "justify",
);

/** What the attribute `align` stands for, in the default style alone. */
const attributeAlignments: Readonly<Record<string, ComputedStyle["textAlign"]>> = {
  "-internal-left": "left-all",
  "-internal-right": "right-all",
  "-internal-center": "center-all",
};

const alignments = same("baseline", "sub", "super", "top", "text-top", "middle", "bottom", "text-bottom");

export const textProperties = {
  // Before the size: that of a monospaced text is its own.
  fontFamily: { inherited: true, initial: [], values: "names", parse: parseFamilies },
  color: {
    inherited: true,
    initial: black,
    values: "color",
    parse(nodes) {
      return nodes.length === 1 ? colorValue(nodes[0]) : undefined;
    },
  },
  fontSize: {
    inherited: true,
    initial: 12,
    computeInitial: ({ mediumSize }) => mediumSize,
    values: "length \\| percentage \\| xx-small … xxx-large \\| larger \\| smaller",
    parse: parseFontSize,
  },
  fontStyle: keywordProperty({
    inherited: true,
    initial: "normal",
    keywords: { normal: "normal", italic: "italic", oblique: "italic" },
  }),
  fontWeight: {
    inherited: true,
    initial: 400,
    values: "1 to 1000 \\| normal \\| bold \\| bolder \\| lighter",
    parse: parseWeight,
  },
  lineHeight: {
    inherited: true,
    initial: normalLineHeight,
    values: "normal \\| number \\| length \\| percentage",
    parse: parseLineHeight,
  },
  letterSpacing: spacing,
  wordSpacing: spacing,
  direction: keywordProperty({ inherited: true, initial: "ltr", keywords: same("ltr", "rtl") }),
  textAlign: {
    inherited: true,
    initial: "start",
    values: Object.keys(textAlignments).join(" \\| "),
    parse(nodes) {
      const keyword = keywordOf(nodes) ?? "";
      // A header cell is centred where nothing has been said of the text around it (HTML 15.3.8).
      if (keyword === "-internal-heading")
        return ({ parent }) => (parent.textAlign === "start" ? "center" : parent.textAlign);
      const value = textAlignments[keyword] ?? attributeAlignments[keyword];
      return value && (() => value);
    },
  },
  textIndent: lengthProperty<never>({ inherited: true, initial: 0, negative: true }),
  textTransform: keywordProperty({
    inherited: true,
    initial: "none",
    keywords: same("none", "uppercase", "lowercase", "capitalize"),
  }),
  textDecorationLine: {
    initial: [],
    values: "none \\| underline \\| line-through \\| overline",
    parse(nodes) {
      const keywords = keywordsOf(nodes);
      if (keywords?.length === 1 && keywords[0] === "none") return () => [];
      const lines = (["underline", "line-through", "overline"] as const).filter((line) => keywords?.includes(line));
      return keywords && keywords.length > 0 && lines.length === keywords.length ? () => lines : undefined;
    },
  },
  textDecorationColor: ownColor("currentcolor"),
  textDecorationStyle: keywordProperty({
    initial: "solid",
    keywords: same("solid", "double", "dotted", "dashed", "wavy"),
  }),
  textDecorationThickness: {
    initial: "auto",
    values: "auto \\| from-font \\| length \\| percentage",
    parse: (nodes) => (keywordOf(nodes) === "from-font" ? () => "auto" : ofFontSize(nodes)),
  },
  textUnderlineOffset: {
    inherited: true,
    initial: "auto",
    values: "auto \\| length \\| percentage",
    parse: ofFontSize,
  },
  textShadow: {
    inherited: true,
    initial: [],
    values: "none \\| (length{2,3} color?)#",
    parse: parseTextShadows,
  },
  whiteSpace: keywordProperty({
    inherited: true,
    initial: "normal",
    keywords: same("normal", "nowrap", "pre", "pre-wrap", "pre-line", "break-spaces"),
  }),
  verticalAlign: {
    initial: "baseline",
    values: `${Object.keys(alignments).join(" \\| ")} \\| length \\| percentage`,
    parse(nodes) {
      const keyword = keywordOf(nodes);
      if (keyword !== undefined && Object.hasOwn(alignments, keyword)) {
        const value = alignments[keyword as keyof typeof alignments];
        return () => value;
      }
      return nodes.length === 1 ? parseLengthPercentage(nodes[0]) : undefined;
    },
  },
} satisfies PropertyRecords;
