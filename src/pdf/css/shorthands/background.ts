import type { CssNode, Operator } from "css-tree";
import { parseLengthPercentage, splitAtCommas, type ValueNodes } from "../../../stylesheet/index.ts";
import { colorValue } from "../color-value.ts";
import { backgroundAreas, isImage, isRepeat } from "../properties/background.ts";
import { namedLonghands, type Shorthand } from "../property.ts";

const parts = ["image", "position", "size", "repeat", "attachment", "origin", "clip"] as const;
type Layer = Record<(typeof parts)[number] | "color", CssNode[]>;

/** What stands for a part that a layer leaves out. */
const initialWords: Readonly<Record<(typeof parts)[number], readonly string[]>> = {
  image: ["none"],
  position: ["left", "top"],
  size: ["auto"],
  repeat: ["repeat"],
  attachment: ["scroll"],
  origin: ["padding-box"],
  clip: ["border-box"],
};

const identifier = (name: string): CssNode => ({ type: "Identifier", name });
const comma: Operator = { type: "Operator", value: "," };
const positions = new Set(["left", "right", "top", "bottom", "center"]);

/** Layers, the last with a colour (CSS Backgrounds 3, 2.10). */
export const background: Shorthand = {
  name: "background",
  longhands: ["background-color", ...parts.map((part) => `background-${part}`)],
  values: "layers of image, position / size, repeat, attachment, areas, the last with a color",
  expand(nodes) {
    const layers = splitAtCommas(nodes).map(readLayer);
    if (layers.some((layer, index) => !layer || (layer.color.length > 0 && index < layers.length - 1)))
      return undefined;
    const read = layers as Layer[];
    const listed = (part: (typeof parts)[number]) =>
      read.some((layer) => layer[part].length > 0)
        ? read.flatMap((layer, index) => [
            ...(index > 0 ? [comma] : []),
            ...(layer[part].length > 0 ? layer[part] : initialWords[part].map(identifier)),
          ])
        : [];
    return namedLonghands({
      "background-color": read.at(-1)?.color ?? [],
      ...Object.fromEntries(parts.map((part) => [`background-${part}`, listed(part)])),
    });
  },
};

function readLayer(nodes: ValueNodes): Layer | undefined {
  const layer: Layer = {
    image: [],
    position: [],
    size: [],
    repeat: [],
    attachment: [],
    origin: [],
    clip: [],
    color: [],
  };
  let isSize = false;
  for (const node of nodes) {
    const part = partOf(node);
    if (part === "slash") {
      if (layer.position.length === 0) return undefined;
      isSize = true;
      continue;
    }
    const isOfSize = isSize && (part === "position" || part === "size") && layer.size.length < 2;
    if (!isOfSize && part !== "position") isSize = false;
    if (!addPart(layer, node, isOfSize ? "size after position" : part)) return undefined;
  }
  return nodes.length === 0 ? undefined : layer;
}

/** False where it has no place in a layer. */
function addPart(layer: Layer, node: CssNode, part: ReturnType<typeof partOf> | "size after position"): boolean {
  if (part === "size after position") layer.size.push(node);
  else if (part === "area") {
    // One area is both; of two the first is where images begin.
    if (layer.clip.length > 0 && layer.origin[0] !== layer.clip[0]) return false;
    if (layer.origin.length === 0) layer.origin.push(node);
    layer.clip = [node];
  } else if (part === undefined || part === "size" || part === "slash") return false;
  else {
    if (layer[part].length > 0 && part !== "position" && part !== "repeat") return false;
    layer[part].push(node);
  }
  return true;
}

function partOf(node: CssNode): keyof Layer | "area" | "slash" | undefined {
  if (node.type === "Operator") return node.value.trim() === "/" ? "slash" : undefined;
  if (isImage(node)) return "image";
  if (parseLengthPercentage(node)) return "position";
  const word = node.type === "Identifier" ? node.name.toLowerCase() : "";
  if (word === "none") return "image";
  if (positions.has(word)) return "position";
  if (word === "auto" || word === "cover" || word === "contain") return "size";
  if (isRepeat(word)) return "repeat";
  if (word === "scroll" || word === "local" || word === "fixed") return "attachment";
  if (backgroundAreas.some((area) => area === word)) return "area";
  if (word === "text") return "clip";
  return colorValue(node) ? "color" : undefined;
}
