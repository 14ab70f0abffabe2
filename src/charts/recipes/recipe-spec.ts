import type { TopLevelSpec } from "vega-lite";
import { emphasisConfig } from "./emphasis.ts";
import { legendsAtEdge } from "./name-key.ts";
import { type RecipeNotesOptions, recipeNotes } from "./recipe-notes.ts";

/** What the specs of all recipes that are one plot have in common. */
export const onePlot = {
  config: { ...emphasisConfig(), ...legendsAtEdge },
  data: { name: "data" },
  autosize: { type: "fit-x", contains: "padding" },
};

/**
 * A spec as Vega-Lite has it, with the recipe's notes. Its types are unions of thousands of forms, in which the compiler finds no place for
 * channels that are put together by functions; the tests compile and draw each recipe.
 */
export const recipeSpec = (notes: RecipeNotesOptions, spec: object): TopLevelSpec =>
  withNotes(notes, spec) as TopLevelSpec;

const withNotes = (notes: RecipeNotesOptions, spec: object): object => ({ ...spec, ...recipeNotes(notes) });
