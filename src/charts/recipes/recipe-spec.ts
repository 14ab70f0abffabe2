import type { TopLevelSpec } from "vega-lite";
import { emphasisConfig } from "./emphasis.ts";
import { legendsAtEdge } from "./name-key.ts";
import { type RecipeNotesOptions, recipeNotes } from "./recipe-notes.ts";
import { ownTransforms, replacedDigest, transformsDigest, wholeDigest } from "./transforms-digest.ts";

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

/** The same without the types: for a way to draw that is kept in the notes of another. */
export const withNotes = ({ otherwise = [], ...notes }: RecipeNotesOptions, spec: object): object => {
  const others = otherwise.map((each) => differing(each, spec));
  return {
    ...spec,
    ...recipeNotes({
      ...notes,
      otherwise: others,
      made: wholeDigest(spec),
      replaced: others.map((each) => replacedDigest(spec, each)),
      transforms: {
        ...ownTransforms(spec),
        all: [spec, ...others.map((other) => ({ ...spec, ...other }))].map(transformsDigest),
      },
    }),
  };
};

/** A way to draw without what it has in common with the spec, which then keeps what a user has added there. Its notes are its own, also where they are alike. */
function differing(other: object, spec: object): object {
  const own = new Map<string, unknown>(Object.entries(spec));
  return Object.fromEntries(
    Object.entries(other).filter(
      ([key, part]) => key === "usermeta" || JSON.stringify(part) !== JSON.stringify(own.get(key)),
    ),
  );
}
