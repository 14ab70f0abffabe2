import { type CssNode, type FunctionNode, generate } from "css-tree";
import type { SourceLocation } from "../diagnostics/index.ts";
import {
  type Color,
  formatHex,
  mixColors,
  over,
  parseColor,
  parseValue,
  splitAtCommas,
  type ValueNodes,
} from "../stylesheet/index.ts";
import { type Blend, blendsOf } from "./color-effects.ts";

/** Where a value was said, and by which property of `:root` or another element if it came by `var()`. */
export interface Said {
  readonly source: SourceLocation;
  /** Of its stylesheet among all; that of a `style` attribute comes after them. */
  readonly sheet: number;
  readonly property: string;
  /** Of the rule; undefined for a `style` attribute. */
  readonly selector: string | undefined;
}

/** Why what is seen cannot be told from stylesheets alone. */
export interface Unknown {
  readonly what: "an image" | "a picture that it is placed over" | "a colour that is not known" | "a filter or a mask";
  readonly said: Said | undefined;
}

/** What is behind a text. */
export interface TextGround {
  /** Several for a gradient; what it may be where that is not known. Opaque. */
  readonly grounds: readonly Color[];
  readonly groundSaid: Said | undefined;
  readonly unknown: Unknown | undefined;
}

/** What its own background is, where that is drawn in the letters of a text and nowhere else. */
export interface TextPaint {
  readonly colors: readonly Color[];
  readonly said: Said | undefined;
}

/** A declaration of a background, variables replaced. */
export interface SaidBackground {
  readonly property: string;
  readonly text: string;
  readonly said: Said;
}

/** An image of a background: the colours of a gradient, or one that nobody has looked at. */
interface Layer {
  readonly stops: readonly Color[] | undefined;
  readonly size: ValueNodes;
  readonly repeat: readonly string[];
  readonly isAtEdge: boolean;
}

/** What an element lays over what is behind it. */
interface Background {
  readonly color: Color | undefined;
  readonly isUnknown: boolean;
  readonly said: Said | undefined;
  readonly layers: readonly Layer[];
  readonly blends: readonly (Blend | undefined)[];
  readonly isClipped: boolean;
}

const none: Background = {
  color: undefined,
  isUnknown: false,
  said: undefined,
  layers: [],
  blends: [],
  isClipped: false,
};

/** As an image may be: from black to white. How light a colour is, is all that counts. */
const anyGrey: readonly Color[] = Array.from({ length: 9 }, (_, index) => {
  const value = index / 8;
  return { red: value, green: value, blue: value, alpha: 1 };
});

export const unknownGround = (what: Unknown["what"], said: Said | undefined): TextGround => ({
  grounds: anyGrey,
  groundSaid: said,
  unknown: { what, said },
});

/** What is behind the text of an element, by its declarations of backgrounds in the order in which they count. */
export function groundWithin(
  behind: TextGround,
  declarations: readonly SaidBackground[],
  current: Color | undefined,
): TextGround & { readonly paint?: TextPaint } {
  let own = none;
  for (const declaration of declarations) own = withDeclaration(own, declaration, current);
  if (own === none) return behind;
  const laid = layBackground(own, behind);
  if (!own.isClipped) return laid;
  return { ...behind, paint: { colors: laid.grounds, said: laid.groundSaid }, unknown: laid.unknown };
}

function withDeclaration(own: Background, { property, text, said }: SaidBackground, current: Color | undefined) {
  const nodes = parseValue(text);
  switch (property) {
    case "background":
      return { ...none, ...readShorthand(nodes, current), said };
    case "background-color": {
      const color = nodes.length === 1 ? colorOf(nodes[0], current) : undefined;
      return { ...own, color, isUnknown: color === undefined && isUnread(nodes), said };
    }
    case "background-image":
      return { ...own, layers: readShorthand(nodes, current).layers, said };
    case "background-size":
      return { ...own, layers: withLists(own.layers, nodes, (layer, size) => ({ ...layer, size })) };
    case "background-repeat":
      return {
        ...own,
        layers: withLists(own.layers, nodes, (layer, words) => ({ ...layer, repeat: repeatsOf(words) })),
      };
    case "background-position":
      return {
        ...own,
        layers: withLists(own.layers, nodes, (layer, words) => ({ ...layer, isAtEdge: words.some(isEdge) })),
      };
    case "background-blend-mode":
      return { ...own, blends: blendsOf(nodes) };
    case "background-clip":
    case "-webkit-background-clip":
      return { ...own, isClipped: nodes.some(isTextWord) };
    default:
      return own;
  }
}

function withLists(layers: readonly Layer[], nodes: ValueNodes, change: (layer: Layer, own: ValueNodes) => Layer) {
  const lists = splitAtCommas(nodes);
  return layers.map((layer, index) => change(layer, lists[index % lists.length] ?? []));
}

/** Colour, then images, the last of them first. */
function layBackground(own: Background, behind: TextGround): TextGround {
  let { grounds, groundSaid, unknown } = behind;
  const { color, said, isUnknown } = own;
  if (isUnknown) ({ grounds, groundSaid, unknown } = unknownGround("a colour that is not known", said));
  if (color && color.alpha > 0) {
    grounds = lay([color], grounds);
    groundSaid = said;
    if (color.alpha === 1) unknown = undefined;
  }
  for (const [index, layer] of [...own.layers.entries()].reverse()) {
    const { stops } = layer;
    if (isPatch(layer) || stops?.length === 0) continue;
    groundSaid = said;
    if (!stops) ({ grounds, unknown } = unknownGround("an image", said));
    else grounds = lay(stops, grounds, own.blends[index % Math.max(1, own.blends.length)]);
    if (stops?.every(({ alpha }) => alpha === 1)) unknown = undefined;
  }
  return { grounds, groundSaid, unknown };
}

/** More colours than gradients over gradients have; of more the first are looked at. */
const mostGrounds = 96;

/** Each of some colours over each of those below. */
export function lay(colors: readonly Color[], below: readonly Color[], blend: Blend = over): readonly Color[] {
  const found = new Map<string, Color>();
  for (const color of colors)
    for (const under of blend === over && color.alpha === 1 ? below.slice(0, 1) : below) {
      const laid = blend(color, under);
      found.set(formatHex(laid), laid);
    }
  return [...found.values()].slice(0, mostGrounds);
}

function readShorthand(
  nodes: ValueNodes,
  current: Color | undefined,
): Pick<Background, "color" | "isUnknown" | "layers" | "isClipped"> {
  let color: Color | undefined;
  const layers: Layer[] = [];
  for (const part of splitAtCommas(nodes)) {
    const slash = part.findIndex((node) => node.type === "Operator" && node.value === "/");
    const size = slash < 0 ? [] : part.slice(slash + 1).filter(isSize);
    color = part.map((node) => colorOf(node, current)).find((each) => each !== undefined) ?? color;
    const stops = part.map((node) => gradientStops(node, current)).find((each) => each !== undefined);
    if (!stops && !part.some(isImage)) continue;
    const isAtEdge = (slash < 0 ? part : part.slice(0, slash)).some(isEdge);
    layers.push({ stops, size, repeat: repeatsOf(part), isAtEdge });
  }
  const isUnknown = !color && layers.length === 0 && isUnread(nodes);
  return { color, isUnknown, layers, isClipped: nodes.some(isTextWord) };
}

/** One value that is none of a background's: a colour that is not known. */
const isUnread = (nodes: ValueNodes): boolean => nodes.length === 1 && nodes[0]?.type === "Function";
const isTextWord = (node: CssNode): boolean => node.type === "Identifier" && node.name.toLowerCase() === "text";
const isEdge = (node: CssNode): boolean =>
  (node.type === "Identifier" && /^(?:left|right)$/i.test(node.name)) ||
  (node.type === "Percentage" && Number(node.value) === 100);
const isSize = (node: CssNode): boolean =>
  node.type === "Dimension" ||
  node.type === "Percentage" ||
  (node.type === "Number" && Number(node.value) === 0) ||
  (node.type === "Identifier" && /^(?:auto|cover|contain)$/i.test(node.name));

const isImage = (node: CssNode): boolean =>
  node.type === "Url" ||
  (node.type === "Function" && /^(?:-webkit-)?(?:image|image-set|cross-fade|element|paint)$/i.test(node.name));

/** Across and down: whether it is drawn again and again. */
function repeatsOf(nodes: ValueNodes): readonly string[] {
  const words = nodes.flatMap((node) => (node.type === "Identifier" ? [node.name.toLowerCase()] : []));
  const told = words.filter((word) => /^(?:no-repeat|repeat|repeat-x|repeat-y|space|round)$/.test(word));
  if (told.includes("repeat-x")) return ["repeat", "no-repeat"];
  if (told.includes("repeat-y")) return ["no-repeat", "repeat"];
  const [across = "repeat", down = across] = told;
  return [across, down];
}

/** A line or a mark with the text beside it: smaller than its box, and not drawn again in that direction. */
function isPatch({ size, repeat, isAtEdge, stops }: Layer): boolean {
  const isOnce = (axis: number) => repeat[axis] === "no-repeat";
  if (size.length === 0) return !stops && isAtEdge && isOnce(0);
  const isSmall = (node: CssNode | undefined): boolean =>
    node?.type === "Dimension" || (node?.type === "Percentage" && Number(node.value) < 100);
  return [0, 1].some((axis) => isOnce(axis) && isSmall(size[axis]));
}

interface Stop {
  readonly color: Color;
  /** As it is written; undefined: evenly between the others. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Between two stops a text is seen on what lies between their colours. */
const between = [1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6];

function gradientStops(node: CssNode, current: Color | undefined): readonly Color[] | undefined {
  if (node.type !== "Function" || !/gradient$/i.test(node.name)) return undefined;
  const stops = stopsOf(node, current);
  const isRepeated = /^(?:-webkit-)?repeating-/i.test(node.name);
  return stops.flatMap((stop, index) => {
    const [before, next] = [stops[index - 1], stops[index + 1]];
    const isHardAfter = !next || isHard(stop, next);
    const isHardBefore = !before || isHard(before, stop);
    if (!isRepeated && isHardAfter && isHardBefore && isNarrow(stop, { before, next })) return [];
    return [stop.color, ...(next && !isHardAfter ? between.map((share) => mixed(stop.color, next.color, share)) : [])];
  });
}

const stopsOf = ({ children }: FunctionNode, current: Color | undefined): readonly Stop[] =>
  splitAtCommas(children.toArray()).flatMap((part): readonly Stop[] => {
    const color = part.map((each) => colorOf(each, current)).find((each) => each !== undefined);
    if (!color) return [];
    const places = part.filter((each) => colorOf(each, current) === undefined).map((each) => generate(each));
    return [{ color, from: places[0], to: places.at(-1) }];
  });

const isHard = ({ to }: Stop, { from }: Stop): boolean =>
  to !== undefined &&
  from !== undefined &&
  (to === from || (Number.parseFloat(from) <= Number.parseFloat(to) && !/calc/i.test(`${from}${to}`)));

/** A stripe along an edge, px: narrower than a letter, with room for it beside the text. */
const mostOfStripe = 16;
const pxOf = (place: string | undefined): number | undefined => {
  const [, size] = /^(\d+(?:\.\d+)?)(?:px)?$/.exec(place ?? "") ?? [];
  return size === undefined ? undefined : Number(size);
};

function isNarrow(
  { from, to }: Stop,
  { before, next }: { readonly before: Stop | undefined; readonly next: Stop | undefined },
): boolean {
  if (next === undefined) {
    const [, rest] = /^calc\(100% - (\d+(?:\.\d+)?)px\)$/.exec(from ?? "") ?? [];
    return rest !== undefined && Number(rest) <= mostOfStripe;
  }
  const start = before === undefined ? 0 : pxOf(from);
  const end = pxOf(to);
  return start !== undefined && end !== undefined && end > 0 && end - start <= mostOfStripe;
}

/** Premultiplied (CSS Images 4, 3.5.2): what is transparent has no colour of its own. */
function mixed(a: Color, b: Color, share: number): Color {
  const alpha = a.alpha + (b.alpha - a.alpha) * share;
  if (a.alpha === 0) return { ...b, alpha };
  return b.alpha === 0 ? { ...a, alpha } : mixColors(a, b, share);
}

/** A colour by itself, `currentcolor` among them. */
export function colorOf(node: CssNode | undefined, current: Color | undefined): Color | undefined {
  if (node?.type === "Identifier" && node.name.toLowerCase() === "currentcolor") return current;
  return parseColor(node, current);
}
