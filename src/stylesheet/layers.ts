import { type Atrule, generate } from "css-tree";

/** Names from the outermost layer to the innermost; empty: none. */
export type LayerPath = readonly string[];

/** Reads the layers of one stylesheet; those without a name are told apart by their number. */
export function createLayerReader() {
  const anonymous = new Map<Atrule, string>();

  function pathsOf(rule: Atrule): readonly LayerPath[] {
    const text = rule.prelude ? generate(rule.prelude).trim() : "";
    if (text !== "") return text.split(",").map((name) => name.trim().split("."));
    const known = anonymous.get(rule) ?? `(${anonymous.size})`;
    anonymous.set(rule, known);
    return [[known]];
  }

  return {
    /** The layer of what is in these at-rules, the outermost first. */
    around: (atRules: readonly Atrule[]): LayerPath =>
      atRules.filter(isLayer).flatMap((rule) => pathsOf(rule)[0] ?? []),
    /** The layers that a rule like `@layer base, theme;` names. */
    named: (rule: Atrule): readonly LayerPath[] => pathsOf(rule),
  };
}

/** Layers of one name are one, in whatever sheet; those without a name are told apart by the number of theirs. */
export const layerInSheet = (sheet: number, path: LayerPath): LayerPath =>
  path.map((name) => (name.startsWith("(") ? `${sheet}${name}` : name));

export const isLayer = ({ name }: Atrule) => name.toLowerCase() === "layer";

interface Layer {
  readonly inside: Map<string, Layer>;
  rank: number;
}

/** How strong each layer is: later ones are stronger, and what is in none is the strongest (CSS Cascade 5, 6.4.3). */
export function rankLayers(paths: Iterable<LayerPath>): (path: LayerPath) => number {
  const root: Layer = { inside: new Map(), rank: 0 };
  for (const path of paths) {
    let layer = root;
    for (const name of path) {
      const inner: Layer = layer.inside.get(name) ?? { inside: new Map(), rank: 0 };
      layer.inside.set(name, inner);
      layer = inner;
    }
  }
  let count = 0;
  const number = (layer: Layer): void => {
    for (const inner of layer.inside.values()) number(inner);
    count += 1;
    layer.rank = count;
  };
  number(root);
  return (path) => path.reduce<Layer>((layer, name) => layer.inside.get(name) ?? layer, root).rank;
}
