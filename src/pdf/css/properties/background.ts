import type { CssNode } from "css-tree";
import {
  keywordOf,
  keywordsOf,
  parseLengthPercentage,
  splitAtCommas,
  transparent,
  type ValueNodes,
} from "../../../stylesheet/index.ts";
import type {
  BackgroundArea,
  BackgroundAttachment,
  BackgroundClip,
  BackgroundImage,
  BackgroundRepeat,
  BackgroundSize,
  RepeatStyle,
} from "../background-layers.ts";
import { parsePosition } from "../css-position.ts";
import { parseGradient } from "../gradient.ts";
import type { Compute, PropertyRecord, PropertyRecords } from "../property.ts";
import { parseBoxShadows } from "../shadow.ts";
import { colorProperty } from "./box.ts";

/** A value for each layer. */
function layered<T>({
  initial,
  values,
  parse,
}: {
  readonly initial: T;
  readonly values: string;
  parse(nodes: ValueNodes): Compute<T> | undefined;
}): PropertyRecord<readonly T[]> {
  return {
    initial: [initial],
    values: `(${values})#`,
    parse(nodes) {
      const layers = splitAtCommas(nodes).map(parse);
      return layers.includes(undefined)
        ? undefined
        : (context) => (layers as Compute<T>[]).map((layer) => layer(context));
    },
  };
}

/** A gradient, or an address with the file that names it. */
function parseImage(nodes: ValueNodes): Compute<BackgroundImage> | undefined {
  if (keywordOf(nodes) === "none") return () => "none";
  const [node, ...others] = nodes;
  if (!node || others.length > 0) return undefined;
  if (node.type !== "Url") return parseGradient(node);
  const address = { kind: "url", url: node.value, from: node.loc?.source || undefined } as const;
  return () => address;
}

/** Whether a value of a shorthand is an image. */
export const isImage = (node: CssNode): boolean => node.type === "Url" || parseGradient(node) !== undefined;

function parseSize(nodes: ValueNodes): Compute<BackgroundSize> | undefined {
  const keyword = keywordOf(nodes);
  if (keyword === "cover" || keyword === "contain") return () => keyword;
  if (nodes.length === 0 || nodes.length > 2) return undefined;
  const [width, height = () => "auto" as const] = nodes.map((node) =>
    keywordOf([node]) === "auto" ? () => "auto" as const : parseLengthPercentage(node),
  );
  return width && height && ((context) => ({ width: width(context), height: height(context) }));
}

const repeatPairs: Readonly<Record<string, BackgroundRepeat>> = {
  "repeat-x": { x: "repeat", y: "no-repeat" },
  "repeat-y": { x: "no-repeat", y: "repeat" },
};
const repeatStyles: readonly string[] = ["repeat", "no-repeat", "space", "round"] satisfies RepeatStyle[];

function parseRepeat(nodes: ValueNodes): Compute<BackgroundRepeat> | undefined {
  const words = keywordsOf(nodes) ?? [];
  const pair = words.length === 1 ? repeatPairs[words[0] as string] : undefined;
  if (pair) return () => pair;
  const [x, y = x, ...others] = words;
  const isStyle = (word: string | undefined): word is RepeatStyle => word !== undefined && repeatStyles.includes(word);
  return isStyle(x) && isStyle(y) && others.length === 0 ? () => ({ x, y }) : undefined;
}

export const isRepeat = (word: string): boolean => repeatPairs[word] !== undefined || repeatStyles.includes(word);

export const backgroundAreas: readonly BackgroundArea[] = ["border-box", "padding-box", "content-box"];

const words = <T extends string>(initial: T, all: readonly T[]) =>
  layered<T>({
    initial,
    values: all.join(" \\| "),
    parse(nodes) {
      const keyword = keywordOf(nodes);
      const found = all.find((word) => word === keyword);
      return found === undefined ? undefined : () => found;
    },
  });

/** CSS Backgrounds 3. */
export const backgroundProperties = {
  backgroundColor: colorProperty(transparent),
  backgroundImage: {
    ...layered<BackgroundImage>({
      initial: "none",
      values: "none \\| url() \\| (repeating-)?linear-gradient() \\| radial-gradient() \\| conic-gradient()",
      parse: parseImage,
    }),
    initial: [],
  },
  backgroundPosition: layered({
    initial: { x: { percent: 0, plus: 0 }, y: { percent: 0, plus: 0 } },
    values: "one to four of left \\| right \\| top \\| bottom \\| center \\| length \\| percentage",
    parse: parsePosition,
  }),
  backgroundSize: layered<BackgroundSize>({
    initial: { width: "auto", height: "auto" },
    values: "cover \\| contain \\| one or two of auto \\| length \\| percentage",
    parse: parseSize,
  }),
  backgroundRepeat: layered<BackgroundRepeat>({
    initial: { x: "repeat", y: "repeat" },
    values: "repeat-x \\| repeat-y \\| one or two of repeat \\| no-repeat \\| space \\| round",
    parse: parseRepeat,
  }),
  backgroundOrigin: words("padding-box", backgroundAreas),
  // That of letters: CSS Backgrounds 4, 2.2.
  backgroundClip: words<BackgroundClip>("border-box", [...backgroundAreas, "text"]),
  // Nothing scrolls: `local` is `scroll`.
  backgroundAttachment: layered<BackgroundAttachment>({
    initial: "scroll",
    values: "scroll \\| local \\| fixed",
    parse(nodes) {
      const keyword = keywordOf(nodes);
      if (keyword === "fixed") return () => keyword;
      return keyword === "scroll" || keyword === "local" ? () => "scroll" : undefined;
    },
  }),
  boxShadow: {
    initial: [],
    values: "none \\| (inset? two to four lengths, a color)#",
    parse: parseBoxShadows,
  },
} satisfies PropertyRecords;
