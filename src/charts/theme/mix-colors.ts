import { black, type Color, contrast, formatHex, mixColors, readColor, white } from "../../stylesheet/index.ts";

/** `count` classes of a ramp, as Vega takes them: evenly between its first colour and its last, which are none of them. */
export function classesOf(ramp: readonly Color[], count: number): readonly Color[] {
  return Array.from({ length: count }, (_, index) => {
    const at = ((index + 1) / (count + 1)) * (ramp.length - 1);
    const left = Math.min(Math.floor(at), Math.max(0, ramp.length - 2));
    const [from = black, to = from] = ramp.slice(left, left + 2);
    return mixColors(from, to, at - left);
  });
}

/**
 * Contrast with white at the ends of a ramp, of which no class is: up to six classes of one hue then have 1.5:1 to their
 * neighbours or more, and the first of five 1.4:1 to the page.
 */
const rampEnds = { lightest: 0.88, darkest: 16 };
/** No colour has less than 1:1; the end of a scale without classes is to be seen. */
const leastContrast = 1.05;
/** Colours that a ramp is made of: what Vega mixes between two of them keeps the distance. */
const rampStops = 9;
/** Halvings that find a contrast to less than any eye sees. */
const halvings = 20;

/** From a tint of one colour over the colour itself to a shade of it, each as much darker than the one before. */
export const rampOf = (color: string): readonly string[] => rampThrough([color]);

/** The same through several colours of one hue, which are put in the order of their lightness. */
export function rampThrough(colors: readonly string[]): readonly string[] {
  const own = colors.map((color) => readColor(color) ?? black);
  const path = [white, ...own.toSorted((a, b) => contrast(a, white) - contrast(b, white)), black];
  const { lightest, darkest } = rampEnds;
  return Array.from({ length: rampStops }, (_, index) => {
    const wanted = lightest * (darkest / lightest) ** (index / (rampStops - 1));
    return formatHex(withContrast(path, Math.max(leastContrast, wanted)));
  });
}

/** The colour on the way from white to black that has so much contrast with white: a tint or a shade of those between. */
function withContrast(path: readonly Color[], wanted: number): Color {
  const darker = Math.max(
    1,
    path.findIndex((color) => contrast(color, white) >= wanted),
  );
  const [light = white, dark = black] = path.slice(darker - 1, darker + 1);
  let [low, high] = [0, 1];
  for (let step = 0; step < halvings; step += 1) {
    const middle = (low + high) / 2;
    if (contrast(mixColors(light, dark, middle), white) < wanted) low = middle;
    else high = middle;
  }
  return mixColors(light, dark, (low + high) / 2);
}
