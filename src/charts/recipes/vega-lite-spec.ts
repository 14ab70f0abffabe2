import type { TopLevelSpec } from "vega-lite";

/**
 * A spec as Vega-Lite has it. Its types are unions of thousands of forms, in which the compiler finds no place for channels that are put
 * together by functions; the tests compile and draw each recipe.
 */
export const vegaLiteSpec = (spec: object): TopLevelSpec => spec as TopLevelSpec;
