import { type Atrule, type CssNode, type Declaration, generate } from "css-tree";
import type { SourceLocation } from "../../diagnostics/index.ts";
import type { CodePointRange, FontStyle } from "../../fonts/index.ts";
import { familyName, keywordOf, locationOf, splitAtCommas, type ValueNodes } from "../../stylesheet/index.ts";
import type { DeclarationReport } from "./parse-declarations.ts";
import { parseFeatureSettings } from "./properties/fonts.ts";

/** Where an `@font-face` rule finds its file: an address, or a face of the font set by its full or PostScript name. */
export type FontSource =
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "local"; readonly name: string };

/** An `@font-face` rule (CSS Fonts 4, 4). */
export interface FontFaceRule {
  readonly family: string;
  /** In the order in which they are tried, those in formats that PDF cannot hold left out. */
  readonly sources: readonly FontSource[];
  readonly weights: readonly [first: number, last: number];
  readonly style: FontStyle;
  readonly unicodeRange: readonly CodePointRange[] | undefined;
  readonly features: readonly string[];
  readonly location: SourceLocation;
}

interface Descriptors {
  family: string | undefined;
  sources: readonly FontSource[] | undefined;
  weights: FontFaceRule["weights"];
  style: FontStyle;
  unicodeRange: FontFaceRule["unicodeRange"];
  features: readonly string[];
}

/** Each descriptor: takes a value, or says false of one that it does not know. */
const descriptors: Readonly<Record<string, (nodes: ValueNodes, into: Descriptors) => boolean>> = {
  "font-family"(nodes, into) {
    into.family = familyName(nodes);
    return into.family !== undefined;
  },
  src(nodes, into) {
    into.sources = parseSources(nodes);
    return into.sources !== undefined;
  },
  "font-weight"(nodes, into) {
    const weights = nodes.map(parseWeight);
    const [first, last = first] = weights;
    if (first === undefined || last === undefined || weights.includes(undefined) || nodes.length > 2) return false;
    into.weights = [Math.min(first, last), Math.max(first, last)];
    return true;
  },
  "font-style"([first], into) {
    const keyword = keywordOf(first ? [first] : []) ?? "";
    into.style = ["italic", "oblique"].includes(keyword) ? "italic" : "normal";
    return ["normal", "italic", "oblique", "auto"].includes(keyword);
  },
  "unicode-range"(nodes, into) {
    into.unicodeRange = parseRanges(nodes);
    return into.unicodeRange !== undefined;
  },
  "font-feature-settings"(nodes, into) {
    const features = parseFeatureSettings(nodes);
    into.features = features ?? [];
    return features !== undefined;
  },
  // How a font is waited for means nothing on paper.
  "font-display": () => true,
  "font-stretch": (nodes) => ["normal", "auto"].includes(keywordOf(nodes) ?? "") || generateAll(nodes) === "100%",
};

const generateAll = (nodes: ValueNodes) => nodes.map((node) => generate(node)).join(" ");

/** Undefined, with a warning, for a rule without a family or a file: it has no effect (CSS Fonts 4, 4.1). */
export function parseFontFaceRule(rule: Atrule, report: DeclarationReport): FontFaceRule | undefined {
  const found: Descriptors = {
    family: undefined,
    sources: undefined,
    weights: [400, 400],
    style: "normal",
    unicodeRange: undefined,
    features: [],
  };
  for (const node of rule.block?.children.toArray() ?? []) {
    if (node.type === "Declaration") readDescriptor(node, found, { report, location: locationOf(node, report.file) });
  }
  const { family, sources, ...others } = found;
  if (family !== undefined && sources) return { family, sources, ...others, location: locationOf(rule, report.file) };
  report.diagnostics.warn({
    code: "unsupported-css-rule",
    message: `This @font-face rule has no ${family === undefined ? "font-family" : "src"} that can be read.`,
    hint: "It is left out.",
    source: locationOf(rule, report.file),
  });
  return undefined;
}

interface DescriptorReport {
  readonly report: DeclarationReport;
  readonly location: SourceLocation;
}

function readDescriptor(node: Declaration, into: Descriptors, { report, location }: DescriptorReport): void {
  const name = node.property.toLowerCase();
  const nodes = node.value.type === "Value" ? node.value.children.toArray() : [];
  const read = descriptors[name];
  if (read?.(nodes, into)) return;
  report.diagnostics.warn({
    code: read ? "unsupported-css-value" : "unsupported-css-property",
    message: read
      ? `The value "${generate(node.value)}" of the descriptor "${name}" is not supported in PDF.`
      : `The descriptor "${name}" of @font-face is not supported in PDF.`,
    hint: "It is left out.",
    source: { ...location, field: name },
  });
}

function parseWeight(node: CssNode): number | undefined {
  const named: Readonly<Record<string, number>> = { normal: 400, bold: 700, auto: 400 };
  const weight = node.type === "Number" ? Number(node.value) : named[keywordOf([node]) ?? ""];
  return weight !== undefined && weight >= 1 && weight <= 1000 ? weight : undefined;
}

/** Formats that the formatter reads; a list says which file is which so that nobody has to look into all of them. */
const readableFormats = new Set(["truetype", "opentype", "woff", "woff2", "truetype-variations", "woff2-variations"]);

function parseSources(nodes: ValueNodes): readonly FontSource[] | undefined {
  const sources = splitAtCommas(nodes).map(parseSource);
  return sources.includes(undefined) ? undefined : (sources as (FontSource | "unreadable")[]).filter(isReadable);
}

const isReadable = (source: FontSource | "unreadable"): source is FontSource => source !== "unreadable";

function parseSource([first, ...rest]: ValueNodes): FontSource | "unreadable" | undefined {
  const argumentOf = (node: CssNode) => (node.type === "Function" ? node.children.toArray() : []);
  if (first?.type === "Url") {
    const [format] = rest.flatMap((node) => (isFunction(node, "format") ? argumentOf(node) : []));
    const name = format?.type === "String" ? format.value : (keywordOf(format ? [format] : []) ?? "");
    return name === "" || readableFormats.has(name.toLowerCase()) ? { kind: "url", url: first.value } : "unreadable";
  }
  if (!first || !isFunction(first, "local") || rest.length > 0) return undefined;
  const name = familyName(argumentOf(first));
  return name === undefined ? undefined : { kind: "local", name };
}

const isFunction = (node: CssNode, name: string) => node.type === "Function" && node.name.toLowerCase() === name;

/** `U+26`, `U+0-7F`, `U+4??` (CSS Fonts 4, 4.5). */
function parseRanges(nodes: ValueNodes): readonly CodePointRange[] | undefined {
  const ranges = splitAtCommas(nodes).map(([node, ...rest]) =>
    node?.type === "UnicodeRange" && rest.length === 0 ? parseRange(node.value) : undefined,
  );
  return ranges.includes(undefined) ? undefined : (ranges as CodePointRange[]);
}

function parseRange(text: string): CodePointRange | undefined {
  const [, first = "", last = first] = /^U\+([0-9A-F?]+)(?:-([0-9A-F]+))?$/i.exec(text) ?? [];
  const range = [first.replaceAll("?", "0"), last.replaceAll("?", "F")].map((hex) => Number.parseInt(hex, 16));
  return range.every((code) => code <= 0x10ffff) ? (range as [number, number]) : undefined;
}
