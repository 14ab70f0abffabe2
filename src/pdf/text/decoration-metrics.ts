import type { ComputedStyle } from "../css/computed-style.ts";

type DecorationLine = ComputedStyle["textDecorationLine"][number];

/** Where an underline and its kin lie, from the baseline downwards: the usual design of text faces. Units of `fontSize`. */
export function decorationMetrics(kind: DecorationLine, fontSize: number) {
  const offsetEm = { underline: 0.11, "line-through": -0.27, overline: -0.8 };
  return { offset: offsetEm[kind] * fontSize, thickness: Math.max(0.4, fontSize * 0.055) };
}
