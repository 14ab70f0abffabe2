import type { CssNode, FunctionNode } from "css-tree";
import { type Color, parseLength, parseValue, type ValueNodes } from "../stylesheet/index.ts";

/** What is done to the colours of an element and all that it holds, when they are drawn as one. */
export type ColorEffect =
  | { readonly kind: "opacity"; readonly opacity: number }
  | { readonly kind: "filter"; readonly filtered: (color: Color) => Color }
  | { readonly kind: "blend"; readonly blended: Blend }
  /** Drawn over it, one colour or another. */
  | { readonly kind: "veil"; readonly colors: readonly Color[] };

/** A colour drawn onto another one, which is opaque. */
export type Blend = (color: Color, below: Color) => Color;

type Matrix = readonly (readonly [number, number, number])[];

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

const channels =
  (change: (value: number) => number) =>
  ({ red, green, blue, alpha }: Color): Color => ({
    red: clamp(change(red)),
    green: clamp(change(green)),
    blue: clamp(change(blue)),
    alpha,
  });

const multiplied =
  (rows: Matrix) =>
  ({ red, green, blue, alpha }: Color): Color => {
    const [r = 0, g = 0, b = 0] = rows.map(([x, y, z]) => clamp(x * red + y * green + z * blue));
    return { red: r, green: g, blue: b, alpha };
  };

/** Filter Effects 1, 9: a matrix that keeps the lightness of colours, with so much of their hue. */
const saturated = (amount: number): Matrix => {
  const [r, g, b] = [0.213, 0.715, 0.072];
  const rest = 1 - amount;
  return [
    [r * rest + amount, g * rest, b * rest],
    [r * rest, g * rest + amount, b * rest],
    [r * rest, g * rest, b * rest + amount],
  ];
};

const toned = (amount: number): Matrix => {
  const rest = 1 - clamp(amount);
  const mixed = (own: number, sepia: number) => sepia + (own - sepia) * rest;
  return [
    [mixed(1, 0.393), mixed(0, 0.769), mixed(0, 0.189)],
    [mixed(0, 0.349), mixed(1, 0.686), mixed(0, 0.168)],
    [mixed(0, 0.272), mixed(0, 0.534), mixed(1, 0.131)],
  ];
};

const turned = (radians: number): Matrix => {
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return [
    [0.213 + cos * 0.787 - sin * 0.213, 0.715 - cos * 0.715 - sin * 0.715, 0.072 - cos * 0.072 + sin * 0.928],
    [0.213 - cos * 0.213 + sin * 0.143, 0.715 + cos * 0.285 + sin * 0.14, 0.072 - cos * 0.072 - sin * 0.283],
    [0.213 - cos * 0.213 - sin * 0.787, 0.715 - cos * 0.715 + sin * 0.715, 0.072 + cos * 0.928 + sin * 0.072],
  ];
};

const colorFilters: Readonly<Record<string, (amount: number) => (color: Color) => Color>> = {
  brightness: (amount) => channels((value) => value * amount),
  contrast: (amount) => channels((value) => (value - 0.5) * amount + 0.5),
  invert: (amount) => channels((value) => value * (1 - 2 * clamp(amount)) + clamp(amount)),
  grayscale: (amount) => multiplied(saturated(1 - clamp(amount))),
  saturate: (amount) => multiplied(saturated(amount)),
  sepia: (amount) => multiplied(toned(amount)),
};

/** In px: a text that is blurred more is a shade. */
const leastBlur = 1;

/** The effects of `filter` or `backdrop-filter`, in their order; undefined where one of them is not known, or leaves no letters. */
export function readFilters(text: string): readonly ColorEffect[] | undefined {
  const effects = parseValue(text).map((node) => (node.type === "Function" ? effectOf(node) : undefined));
  if (/^(?:none|inherit|initial|unset|revert)$/i.test(text)) return [];
  return effects.every((each) => each !== undefined) ? effects.flat() : undefined;
}

function effectOf({ name, children }: FunctionNode): readonly ColorEffect[] | undefined {
  const word = name.toLowerCase();
  const [given] = children.toArray();
  if (word === "drop-shadow") return [];
  if (word === "blur") {
    const size = given && parseLength(given)?.({ fontSize: 12, rootFontSize: 12 });
    return size !== undefined && size > leastBlur * 0.75 ? undefined : [];
  }
  if (word === "hue-rotate") {
    const matrix = turned(radiansOf(given));
    return [{ kind: "filter", filtered: multiplied(matrix) }];
  }
  const amount = given ? shareOf(given) : 1;
  if (amount === undefined) return undefined;
  if (word === "opacity") return [{ kind: "opacity", opacity: clamp(amount) }];
  const filter = colorFilters[word];
  return filter && [{ kind: "filter", filtered: filter(amount) }];
}

const turns: Readonly<Record<string, number>> = { deg: 360, grad: 400, rad: 2 * Math.PI, turn: 1 };
const radiansOf = (node: CssNode | undefined): number =>
  node?.type === "Dimension" ? (Number(node.value) / (turns[node.unit.toLowerCase()] ?? 360)) * 2 * Math.PI : 0;

/** A number or a percentage, as a share of 1. */
export function shareOf(node: CssNode): number | undefined {
  if (node.type === "Number") return Number(node.value);
  return node.type === "Percentage" ? Number(node.value) / 100 : undefined;
}

const brightest = ({ red, green, blue }: Color): number => 0.3 * red + 0.59 * green + 0.11 * blue;

/** Compositing 1, 10: by channel. */
const separable: Readonly<Record<string, (below: number, own: number) => number>> = {
  multiply: (below, own) => below * own,
  screen: (below, own) => below + own - below * own,
  overlay: (below, own) => hardLight(own, below),
  darken: Math.min,
  lighten: Math.max,
  "color-dodge": (below, own) => (below === 0 ? 0 : own >= 1 ? 1 : Math.min(1, below / (1 - own))),
  "color-burn": (below, own) => (below >= 1 ? 1 : own <= 0 ? 0 : 1 - Math.min(1, (1 - below) / own)),
  "hard-light": hardLight,
  "soft-light": (below, own) => {
    if (own <= 0.5) return below - (1 - 2 * own) * below * (1 - below);
    const curve = below <= 0.25 ? ((16 * below - 12) * below + 4) * below : Math.sqrt(below);
    return below + (2 * own - 1) * (curve - below);
  },
  difference: (below, own) => Math.abs(below - own),
  exclusion: (below, own) => below + own - 2 * below * own,
  "plus-lighter": (below, own) => below + own,
};

function hardLight(below: number, own: number): number {
  return own <= 0.5 ? below * 2 * own : below + (2 * own - 1) - below * (2 * own - 1);
}

/** The lightness of one colour with the hue of another: exact enough for how light the result is. */
const ofLightness = (color: Color, target: number): Color => {
  const offset = target - brightest(color);
  return channels((value) => value + offset)(color);
};

const inseparable: Readonly<Record<string, (below: Color, own: Color) => Color>> = {
  hue: (below, own) => ofLightness(own, brightest(below)),
  saturation: (below) => below,
  color: (below, own) => ofLightness(own, brightest(below)),
  luminosity: (below, own) => ofLightness(below, brightest(own)),
};

/** How a mode of `mix-blend-mode` or `background-blend-mode` draws one colour onto another; undefined for `normal` and what is none. */
export function readBlend(mode: string): Blend | undefined {
  const word = mode.toLowerCase();
  const byChannel = separable[word];
  const whole = inseparable[word];
  if (!byChannel && !whole) return undefined;
  return (color, below) => {
    const mixed = whole
      ? whole(below, color)
      : {
          red: clamp(byChannel?.(below.red, color.red) ?? 0),
          green: clamp(byChannel?.(below.green, color.green) ?? 0),
          blue: clamp(byChannel?.(below.blue, color.blue) ?? 0),
        };
    const laid = (own: number, under: number) => own * color.alpha + under * (1 - color.alpha);
    return {
      red: laid(mixed.red, below.red),
      green: laid(mixed.green, below.green),
      blue: laid(mixed.blue, below.blue),
      alpha: 1,
    };
  };
}

/** The modes of a list, one for each layer. */
export const blendsOf = (nodes: ValueNodes): readonly (Blend | undefined)[] =>
  nodes.flatMap((node) => (node.type === "Identifier" ? [readBlend(node.name)] : []));
