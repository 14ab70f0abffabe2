import { type Color, formatHex } from "../../stylesheet/index.ts";
import type { ComputedStyle } from "./computed-style.ts";
import { type Field, fields, initialStyle, properties } from "./properties/index.ts";

/** Whether its numbers are pt: those of properties that take no length are counts and shares. */
const takesLength = (field: Field) => /\blength/.test(properties[field].values);

/** Properties of four sides, written as one where the sides are alike. */
const sides = ["margin-*", "padding-*", "border-*-width", "border-*-style", "border-*-color"].map((pattern) => ({
  shorthand: pattern.replace("-*", ""),
  longhands: ["top", "right", "bottom", "left"].map((side) => pattern.replace("*", side)),
}));

/** A computed style as CSS: the properties that are not what they are at the start, with lengths in pt. */
export function styleText(style: ComputedStyle): ReadonlyMap<string, string> {
  // Colours that nobody gave are those of the text.
  const isChanged = (field: Field) =>
    valueText(field, style[field]) !== valueText(field, initialStyle[field]) &&
    (field === "color" || style[field] !== style.color);
  const changed = fields.filter(isChanged);
  const values = new Map(changed.map((field) => [properties[field].name, valueText(field, style[field])]));
  const alike = sides.filter(({ longhands }) => new Set(longhands.map((name) => values.get(name))).size === 1);
  const shorthandOf = new Map(alike.flatMap(({ shorthand, longhands }) => longhands.map((name) => [name, shorthand])));
  return new Map(Array.from(values, ([name, value]) => [shorthandOf.get(name) ?? name, value]));
}

function valueText(field: Field, value: unknown): string {
  if (typeof value === "string") return value === "" ? "auto" : value;
  if (typeof value === "number") return takesLength(field) ? points(value) : round(value);
  if (Array.isArray(value)) {
    const parts = value.map((part) => valueText(field, part));
    return parts.length === 0 ? "none" : parts.join(field === "fontFamily" || field === "textShadow" ? ", " : " ");
  }
  return typeof value === "object" && value !== null ? partsText(field, value as Parts) : String(value);
}

type Parts = Readonly<Record<string, unknown>>;

const isColor = (value: Parts): value is Parts & Color => "red" in value;

const round = (value: number) => String(Math.round(value * 1000) / 1000);
const points = (value: number) => (value === 0 ? "0" : `${round(value)}pt`);

/** Values of more than one part, by the shape that the properties give them. */
function partsText(field: Field, value: Parts): string {
  const text = (part: unknown) => valueText(field, part);
  if (isColor(value)) return formatHex(value);
  if ("percent" in value) return percentText(value as { percent: number; plus: number });
  if ("keyword" in value) return value.isSafe === true ? `safe ${value.keyword}` : String(value.keyword);
  if ("fraction" in value) return `${round(value.fraction as number)}fr`;
  if ("min" in value && "max" in value) return trackText(value, text);
  if ("ratio" in value) return `${value.hasOwn === true ? "auto " : ""}${round(value.ratio as number)}`;
  const ofKind = typeof value.kind === "string" ? kinds[value.kind] : undefined;
  return ofKind
    ? ofKind(value, text)
    : Object.entries(value)
        .flatMap(([name, part]) =>
          part === undefined || part === false || name === "kind" ? [] : [plainText(part, text)],
        )
        .join(" ");
}

/** A count or a name as it stands. */
const plainText = (part: unknown, text: (part: unknown) => string) =>
  typeof part === "object" ? text(part) : String(typeof part === "number" ? round(part) : part);

const quoted = (value: unknown) => JSON.stringify(value);

const kinds: Readonly<Record<string, (value: Parts, text: (part: unknown) => string) => string>> = {
  normal: () => "normal",
  factor: ({ value }) => round(value as number),
  length: ({ value }) => points(value as number),
  track: ({ size }, text) => text(size),
  names: ({ names }) => `[${(names as readonly string[]).join(" ")}]`,
  repeat: ({ mode, parts }, text) => `repeat(${mode}, ${text(parts)})`,
  line: ({ index, name }) => [index, name].filter((part) => part !== undefined).join(" "),
  span: ({ count, name }) => ["span", count, name].filter((part) => part !== undefined).join(" "),
  text: ({ text }) => quoted(text),
  attribute: ({ name }) => `attr(${name})`,
  counter: ({ name, style }) => `counter(${name}, ${style})`,
  counters: ({ name, separator, style }) => `counters(${name}, ${quoted(separator)}, ${style})`,
  "element-text": () => "content()",
  leader: ({ text }) => `leader(${quoted(text)})`,
};

function percentText({ percent, plus }: { readonly percent: number; readonly plus: number }): string {
  if (plus === 0) return `${round(percent)}%`;
  return `calc(${round(percent)}% ${plus < 0 ? "-" : "+"} ${points(Math.abs(plus))})`;
}

function trackText({ min, max, limit }: Parts, text: (part: unknown) => string): string {
  if (limit !== undefined) return `fit-content(${text(limit)})`;
  const [least, most] = [text(min), text(max)];
  return least === most ? least : `minmax(${least}, ${most})`;
}
