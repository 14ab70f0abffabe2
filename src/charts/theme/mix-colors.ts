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
export function rampOf(color: string): readonly string[] {
  const full = readColor(color) ?? black;
  const { lightest, darkest } = rampEnds;
  return Array.from({ length: rampStops }, (_, index) => {
    const wanted = lightest * (darkest / lightest) ** (index / (rampStops - 1));
    return formatHex(withContrast(full, Math.max(leastContrast, wanted)));
  });
}

/** A tint or a shade of a colour that has so much contrast with white. */
function withContrast(color: Color, wanted: number): Color {
  const end = contrast(color, white) > wanted ? white : black;
  let [low, high] = [0, 1];
  for (let step = 0; step < halvings; step += 1) {
    const middle = (low + high) / 2;
    const found = contrast(mixColors(color, end, middle), white);
    if (found > wanted === (end === white)) low = middle;
    else high = middle;
  }
  return mixColors(color, end, (low + high) / 2);
}
