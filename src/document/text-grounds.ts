import type { CssNode } from "css-tree";
import type { SourceLocation } from "../diagnostics/index.ts";
import { type Color, over, parseColor, parseValue, splitAtCommas, type ValueNodes } from "../stylesheet/index.ts";

/** Where a value was said, and by which property of `:root` or another element if it came by `var()`. */
export interface Said {
  readonly source: SourceLocation;
  /** Of its stylesheet among all; that of a `style` attribute comes after them. */
  readonly sheet: number;
  readonly property: string;
}

/** What is behind a text. */
export interface TextGround {
  /** Several for a gradient, none where they are not known, as with an image. Opaque. */
  readonly grounds: readonly Color[];
  readonly groundSaid: Said | undefined;
}

/** A declaration of a background, variables replaced. */
export interface SaidBackground {
  readonly property: string;
  readonly text: string;
  readonly said: Said;
}

/** What an element lays over what is behind it. */
interface Layers {
  readonly color: Color | undefined;
  readonly said: Said | undefined;
  /** Of gradients over the whole of it. */
  readonly stops: readonly Color[];
  /** An image, or a colour that cannot be read. */
  readonly isUnknown: boolean;
  /** Its images have a size of their own: lines and marks, with the text beside them. */
  readonly isPatch: boolean;
}

const none: Layers = { color: undefined, said: undefined, stops: [], isUnknown: false, isPatch: false };

/** What is behind the text of an element, by its declarations of backgrounds in the order in which they count. */
export function groundWithin(
  { grounds: behind, groundSaid: behindSaid }: TextGround,
  declarations: readonly SaidBackground[],
  current: Color | undefined,
): TextGround {
  let layers = none;
  for (const { property, text, said } of declarations) {
    const own = readLayers(text, current);
    if (property === "background") layers = { ...own, said };
    else if (property === "background-color") layers = { ...layers, color: own.color, isUnknown: own.isUnknown, said };
    else if (property === "background-size") layers = { ...layers, isPatch: isOwnSize(parseValue(text)) };
    else layers = { ...layers, stops: own.stops, isUnknown: own.isUnknown };
  }
  if (layers === none) return { grounds: behind, groundSaid: behindSaid };
  const { color, said, isPatch } = layers;
  if (layers.isUnknown) return { grounds: [], groundSaid: said };
  const stops = isPatch ? [] : layers.stops;
  const laid = color && color.alpha > 0 ? lay(color, behind) : behind;
  const isSeen = stops.length > 0 || (color !== undefined && color.alpha > 0);
  return {
    grounds: stops.length > 0 ? stops.flatMap((stop) => lay(stop, laid)) : laid,
    groundSaid: isSeen ? said : behindSaid,
  };
}

const lay = (layer: Color, below: readonly Color[]): readonly Color[] =>
  layer.alpha === 1 ? [layer] : below.map((each) => over(layer, each));

function readLayers(text: string, current: Color | undefined): Layers {
  let read = none;
  for (const nodes of splitAtCommas(parseValue(text))) {
    const slash = nodes.findIndex((node) => node.type === "Operator" && node.value === "/");
    const size = slash < 0 ? [] : nodes.slice(slash + 1);
    for (const node of nodes) {
      const stops = gradientStops(node, current);
      const color = colorOf(node, current);
      if (color) read = { ...read, color };
      else if (stops && isOwnSize(size)) continue;
      else if (stops && stops.length > 0) read = { ...read, stops: [...read.stops, ...stops] };
      else if (stops || isImage(node)) read = { ...read, isUnknown: true };
    }
  }
  // One value that is none of these: a colour that is not known.
  const [only, ...more] = parseValue(text);
  const isOther = only?.type === "Function" && more.length === 0 && !read.color && read.stops.length === 0;
  return isOther ? { ...read, isUnknown: true } : read;
}

const isImage = (node: CssNode): boolean =>
  node.type === "Url" || (node.type === "Function" && /^(?:image|image-set|cross-fade|element)$/i.test(node.name));

/** Neither all of the box nor more of it. */
const isOwnSize = (size: ValueNodes): boolean =>
  size.some((node) => node.type === "Dimension" || (node.type === "Percentage" && Number(node.value) < 100));

const gradientStops = (node: CssNode, current: Color | undefined): readonly Color[] | undefined =>
  node.type === "Function" && /gradient$/i.test(node.name)
    ? node.children.toArray().flatMap((part) => colorOf(part, current) ?? [])
    : undefined;

/** A colour by itself, `currentcolor` among them. */
export function colorOf(node: CssNode | undefined, current: Color | undefined): Color | undefined {
  if (node?.type === "Identifier" && node.name.toLowerCase() === "currentcolor") return current;
  return parseColor(node, current);
}
