import { describe, expect, test } from "vitest";
import { compileChart } from "../../src/charts/index.ts";
import { BriefingError } from "../../src/diagnostics/index.ts";
import { someAtTurn } from "../support/trials.ts";
import { type AwkwardData, type AwkwardRecipe, awkwardData, awkwardRecipes } from "./awkward-cases.ts";
import { faultsOf } from "./awkward-faults.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { recipesNamedIn, sampleOf } from "./recipes-named-in.ts";

const widthsPx = [640, 340] as const;

/** A chart as a page has it at a width: for a telephone a picture beside the wide one. Where there is none, the hint of its refusal. */
async function drawnAt({ spec, rows }: AwkwardRecipe, data: AwkwardData, widthPx: number) {
  try {
    const chart = await compileChart({ id: "chart", spec: spec(data, 640), fonts, widthPx: 640 });
    const rendered = await chart.render(rows(data), widthPx < 640 ? { narrowPx: widthPx } : {});
    const picture = widthPx < 640 ? rendered.narrow : rendered;
    const refusal = rendered.diagnostics.find(({ code }) => code === "chart-not-narrow");
    return picture ? { picture: { ...rendered, ...picture } } : { refusal };
  } catch (error) {
    if (!(error instanceof BriefingError)) throw error;
    return { refusal: error.diagnostics.find(({ code }) => code === "chart-crowded") };
  }
}

const data = ["one name of 80", "a subject of 80", "25 names, one of 80", "a title of 60"];
const cases = data.flatMap((each) => widthsPx.map((widthPx) => ({ data: each, widthPx })));

describe.each(awkwardRecipes.map((recipe, index) => ({ ...recipe, index })))("$name", (recipe) => {
  test.each(someAtTurn(cases, cases.length, recipe.index))(
    "bears $data at $widthPx px, or its refusal names what does",
    async ({ data: name, widthPx }) => {
      const given = awkwardData.find((each) => each.name === name) as AwkwardData;
      const { picture, refusal } = await drawnAt(recipe, given, widthPx);
      if (picture) {
        const { names, writesOnShapes = false } = recipe;
        expect(faultsOf(picture, { widthPx, rows: recipe.rows(given), names, writesOnShapes })).toEqual([]);
        return;
      }
      const named = recipesNamedIn(refusal?.hint ?? "").filter(
        ({ least, most }) => least < given.names.length && most >= given.names.length,
      );
      expect(named.length).toBeGreaterThan(0);
      for (const { name: other } of named) {
        const sample = awkwardRecipes.find((each) => each.name === sampleOf[other]) as AwkwardRecipe;
        expect((await drawnAt(sample, given, widthPx)).picture, `${refusal?.message} ${other}`).toBeDefined();
      }
    },
  );
});
