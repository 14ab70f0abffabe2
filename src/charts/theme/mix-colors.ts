import { black, type Color, formatHex, readColor, white } from "../../stylesheet/index.ts";
import { contrast } from "./color-vision.ts";

/** One colour with a share (0 to 1) of another, channel by channel, as Vega mixes the classes of a scale. */
function mix(from: Color, to: Color, share: number): Color {
  const channel = (name: keyof Color) => from[name] + (to[name] - from[name]) * share;
  return { red: channel("red"), green: channel("green"), blue: channel("blue"), alpha: channel("alpha") };
}

/** `count` classes of a ramp, as Vega takes them: evenly between its first colour and its last, which are none of them. */
export function classesOf(ramp: readonly Color[], count: number): readonly Color[] {
  return Array.from({ length: count }, (_, index) => {
    const at = ((index + 1) / (count + 1)) * (ramp.length - 1);
    const left = Math.min(Math.floor(at), Math.max(0, ramp.length - 2));
    const [from = black, to = from] = ramp.slice(left, left + 2);
    return mix(from, to, at - left);
  });
}

/** Dark enough for the most of a ramp: seven classes of one hue then stay apart. */
const darkestOnWhite = 9;

/** From a tint of one colour to the colour itself, or to a shade of it where it is light. */
export function rampOf(color: string): readonly string[] {
  const full = readColor(color) ?? black;
  const shades = Array.from({ length: 10 }, (_, tenth) => mix(full, black, tenth / 10));
  const dark = shades.find((shade) => contrast(shade, white) >= darkestOnWhite) ?? black;
  return [mix(full, white, 0.8), dark].map(formatHex);
}
