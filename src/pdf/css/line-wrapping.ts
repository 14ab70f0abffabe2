import type { ComputedStyle } from "./computed-style.ts";

/** Whether lines may end where text allows it, and not at line feeds alone (CSS Text 4, 6.4). */
export const isWrapped = ({ whiteSpace, textWrap }: ComputedStyle): boolean =>
  whiteSpace !== "nowrap" && whiteSpace !== "pre" && textWrap !== "nowrap";
