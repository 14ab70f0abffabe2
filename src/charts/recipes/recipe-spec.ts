import type { TopLevelSpec } from "vega-lite";
import { emphasisConfig } from "./emphasis.ts";
import { lateList } from "./late-list.ts";
import { legendsAtEdge } from "./name-key.ts";
import { type RecipeNotesOptions, recipeNotes } from "./recipe-notes.ts";
import { ownTransforms, readParts, type SpecParts } from "./transforms-digest.ts";

/** The dataset that the rows of every recipe go into, by the name that parts of its spec know it by. */
export const recipeDataset = { name: "data" };

/** What the specs of all recipes that are one plot have in common. */
export const onePlot = {
  config: { ...emphasisConfig(), ...legendsAtEdge },
  data: recipeDataset,
  autosize: { type: "fit-x", contains: "padding" },
};

/**
 * A spec as Vega-Lite has it, with the recipe's notes. Its types are unions of thousands of forms, in which the compiler finds no place for
 * channels that are put together by functions; the tests compile and draw each recipe.
 */
export const recipeSpec = (notes: RecipeNotesOptions, spec: object): TopLevelSpec =>
  withNotes(notes, spec) as TopLevelSpec;

/** The same without the types: for a way to draw that is kept in the notes of another. */
export const withNotes = (notes: RecipeNotesOptions, spec: object): object => {
  const { otherwise = [] } = notes;
  // What is made later is of the spec as it is now, whatever becomes of it.
  const read = readParts(spec);
  const ways = lateList(otherwise.map((draw) => () => differing(draw(), read)));
  return {
    ...withOwnDataset(spec),
    ...recipeNotes(notes, {
      made: read.whole,
      otherwise: ways,
      replaced: lateList(otherwise.map((_, index) => () => read.digestOf(Object.keys(ways[index] ?? {})))),
      transforms: {
        ...ownTransforms(spec),
        all: lateList([
          () => read.digestOf(),
          ...otherwise.map((_, index) => () => read.digestWith(ways[index] ?? {})),
        ]),
      },
    }),
  };
};

/** A way to draw without what it has in common with the spec, which then keeps what a user has added there. Its notes are its own, also where they are alike. */
const differing = (way: object, { has }: SpecParts): object =>
  Object.fromEntries(Object.entries(way).filter(([key, part]) => key === "usermeta" || !has(key, part)));

/** Rows that a user writes into one spec (`spec.data.values = rows`) are in no other. */
const withOwnDataset = (spec: object): object =>
  "data" in spec && spec.data === recipeDataset ? { ...spec, data: { ...recipeDataset } } : spec;
