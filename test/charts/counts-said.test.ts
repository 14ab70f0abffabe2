import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileChart } from "../../src/charts/index.ts";
import { type AwkwardData, awkwardData, awkwardRecipes } from "./awkward-cases.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { areas } from "./sample-rows.ts";

const inWords: Readonly<Record<string, number>> = { eight: 8 };
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const table = [...read("README.md").matchAll(/^\| `(\w+)Spec` +\|[^|]*\| \d+ to (\d+) (\w+)/gm)].map(
  ([, name = "", most, noun = ""]) => ({ name, most: Number(most), noun }),
);

/** How many names a recipe's description says it is for, and how many of them if they are long. */
function describedAs(name: string) {
  const file = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const source = read(`src/charts/recipes/${file}-spec.ts`);
  const [, most = "", long] =
    /up to (\w+)(?: (?:areas|names|rows|questions|periods|of)\b| bars|[,:])[^.]*?(?:(\d+) where names are long|[.;:,])/.exec(
      source.replaceAll(/\n *\*? */g, " "),
    ) ?? [];
  return { most: Number(inWords[most] ?? most), long: long === undefined ? undefined : Number(long) };
}

/** Of a chart over time the table says the periods, and descriptions the lines; of some recipes, nothing else bounds them. */
const ofNames = table.filter(
  ({ noun, name }) => noun !== "periods" && !["histogram", "slope", "tileMap"].includes(name),
);

test("the table of recipes is found", () => {
  expect(table.length).toBeGreaterThan(15);
  expect(ofNames.length).toBeGreaterThan(10);
});

test.each(ofNames)("$name Spec is described for as many $noun as the table of recipes says", ({ name, most }) => {
  expect(describedAs(name).most).toBe(most);
});

const recipeOf: Readonly<Record<string, string>> = { smallMultiples: "multiples" };
const usual = awkwardData.find(({ name }) => name === "155 names") as AwkwardData;
const longNames = Array.from(
  { length: 58 },
  (_, index) => `${areas[index % 43]} and ${areas[(index * 5 + 3 + Math.floor(index / 43)) % 43]} East`,
);

describe.each(["dumbbell", "interval", "pyramid", "heat", "likert", "sparklines", "smallMultiples", "bullet", "bump"])(
  "%sSpec",
  (name) => {
    const recipe = awkwardRecipes.find(
      (each) => each.name === (recipeOf[name] ?? name),
    ) as (typeof awkwardRecipes)[number];
    const { most, long } = describedAs(name);
    const drawn = async (names: readonly string[]) => {
      const data = { ...usual, names };
      const chart = await compileChart({ id: "chart", spec: recipe.spec(data, 640), fonts, widthPx: 640 });
      return chart.render(recipe.rows(data));
    };

    test("draws as many as it is described for", async () => {
      await expect(drawn(usual.names.slice(0, most))).resolves.toMatchObject({ untraced: [] });
      if (long !== undefined) await expect(drawn(longNames.slice(0, long))).resolves.toMatchObject({ untraced: [] });
    });
  },
);
