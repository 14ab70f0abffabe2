import { black, type Color, white } from "./color.ts";

/** Without the transfer curve of sRGB (IEC 61966-2-1): red, green, blue, each 0 to 1. */
export function linearRgb({ red, green, blue }: Color): readonly [number, number, number] {
  const share = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
  return [share(red), share(green), share(blue)];
}

/** Relative luminance: 0 to 1 (WCAG 2.2). */
function luminance(color: Color): number {
  const [red, green, blue] = linearRgb(color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two opaque colours: 1 to 21 (WCAG 2.2). */
export function contrast(a: Color, b: Color): number {
  const [first, second] = [luminance(a), luminance(b)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** What is seen of a colour on another: one that is not opaque lets it through. */
export function over({ red, green, blue, alpha }: Color, below: Color): Color {
  const channel = (own: number, under: number) => own * alpha + under * (1 - alpha);
  return {
    red: channel(red, below.red),
    green: channel(green, below.green),
    blue: channel(blue, below.blue),
    alpha: 1,
  };
}

/** One colour with a share (0 to 1) of another, channel by channel. */
export function mixColors(from: Color, to: Color, share: number): Color {
  const channel = (name: keyof Color) => from[name] + (to[name] - from[name]) * share;
  return { red: channel("red"), green: channel("green"), blue: channel("blue"), alpha: channel("alpha") };
}

/** Halvings that find a contrast to less than any eye sees. */
const halvings = 20;

/**
 * The nearest tint or shade of a colour that has at least so much contrast with each of some grounds; undefined where no tint and no
 * shade has.
 */
export function readableColor(color: Color, grounds: readonly Color[], least: number): Color | undefined {
  const reaches = (candidate: Color) => grounds.every((ground) => contrast(candidate, ground) >= least);
  const found = [black, white].flatMap((end) => {
    if (!reaches(end)) return [];
    let [low, high] = [0, 1];
    for (let step = 0; step < halvings; step += 1) {
      const middle = (low + high) / 2;
      if (reaches(rounded(mixColors(color, end, middle)))) high = middle;
      else low = middle;
    }
    return [{ share: high, color: rounded(mixColors(color, end, high)) }];
  });
  return found.toSorted((a, b) => a.share - b.share)[0]?.color;
}

/** As it is written in eight bits a channel. */
const rounded = ({ red, green, blue, alpha }: Color): Color => {
  const channel = (value: number) => Math.round(value * 255) / 255;
  return { red: channel(red), green: channel(green), blue: channel(blue), alpha };
};
