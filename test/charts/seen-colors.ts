/** Colours as readers see them, by culori, so that the library's own sums are held against somebody else's. */
import {
  converter,
  differenceEuclidean,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  wcagContrast,
} from "culori";

type LinearColor = Readonly<Record<"r" | "g" | "b", number>>;

/** What is left of light, red, green and blue, for eyes that lack one kind of cone, or none (Machado, Oliveira and Fernandes 2009). */
const filters = {
  trichromacy: (light: LinearColor): LinearColor => light,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
} as const;
type Eye = keyof typeof filters;

export const eyes = Object.keys(filters) as readonly Eye[];

/** WCAG 2.2; of colours as `#rrggbb` or `rgb(…)`. */
export const contrastOf = (a: string, b: string): number => wcagContrast(a, b);

/** The smallest distance (CIELAB) between any two of some colours, to one eye. */
export function leastDistanceOf(colors: readonly string[], eye: Eye): number {
  const seen = colors.map((color) => seenBy(eye, color));
  const distances = seen.flatMap((color, index) => seen.slice(index + 1).map((other) => distance(color, other)));
  return Math.min(...distances);
}

const toLinear = converter("lrgb");
const distance = differenceEuclidean("lab65");
const within = (share: number) => Math.min(1, Math.max(0, share));

/** The study's matrices are of linear light. culori applies them to the channels that it is given, whatever these are. */
function seenBy(eye: Eye, color: string) {
  const light = toLinear(color);
  if (!light) throw new Error(`"${color}" is no colour.`);
  const { r, g, b } = filters[eye]({ ...light, mode: "rgb" });
  return { mode: "lrgb" as const, r: within(r), g: within(g), b: within(b) };
}
