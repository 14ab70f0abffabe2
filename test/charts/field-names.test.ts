import { expect, test } from "vitest";
import { choroplethSpec, compileChart, renderSpec, tileMapSpec } from "../../src/charts/index.ts";
import { readRecipeNotes } from "../../src/charts/recipes/recipe-notes.ts";
import { madeFields } from "../../src/charts/spec/made-fields.ts";
import { squares } from "./awkward-cases.ts";
import { fonts } from "./chart-fonts.ts";
import { recipeSamples } from "./recipe-samples.ts";

const tiles = {
  Kent: { column: 0, row: 0, label: "KEN" },
  Essex: { column: 1, row: 0, label: "ESS" },
  Surrey: { column: 0, row: 1, label: "SUR" },
};

test.each(["area", "state"])("an area without a row is counted where the field of areas is called %s", async (area) => {
  const chart = await compileChart({ id: "tiles", spec: tileMapSpec({ area, value: "rate", tiles }), fonts });
  const { alt, untraced } = await chart.render([
    { [area]: "Kent", rate: 1 },
    { [area]: "Essex", rate: 2 },
  ]);
  expect(untraced).toEqual([]);
  expect(alt).toContain("Areas of the map that are not in the data: 1.");
});

test("a field called state that says what rows are of is a column of the data behind a chart", async () => {
  const rows = ["Ohio", "Iowa", "Utah"].map((state, index) => ({ state, n: index + 1, highlight: index === 0 }));
  const encoding = { x: { aggregate: "mean", field: "n" }, y: { field: "state" } };
  const { table } = await renderSpec({ data: { values: rows }, mark: "bar", encoding }, { fonts, trusted: true });
  expect(table.columns.map(({ id }) => id)).toContain("state");
  expect(table.columns.map(({ id }) => id)).not.toContain("highlight");
});

test.each(recipeSamples.map(({ name, ...sample }) => [name, sample] as const))(
  "fields that a recipe makes are called by several words, as a column of data seldom is: %s",
  (_, { spec, rows }) => {
    const own = new Set(rows.flatMap((row) => Object.keys(row)));
    const specs = [spec, ...(readRecipeNotes({ ...spec })?.otherwise ?? [])];
    const made = specs.flatMap((each) => {
      const fields = madeFields({ ...each });
      return fields === "open" ? [] : [...fields];
    });
    expect(made.filter((field) => !own.has(field) && !/^[a-z0-9]+[A-Z]/.test(field))).toEqual([]);
  },
);

test.each(["place", "tile", "pair", "track"])(
  "a field of areas called %s is drawn as one called area",
  async (area) => {
    const draw = async (field: string) => {
      const chart = await compileChart({
        id: "tiles",
        spec: tileMapSpec({ area: field, value: "rate", tiles }),
        fonts,
      });
      return (
        await chart.render([
          { [field]: "Kent", rate: 1 },
          { [field]: "Essex", rate: 2 },
          { [field]: "Surrey", rate: null },
        ])
      ).texts;
    };
    expect(await draw(area)).toEqual(await draw("area"));
  },
);

test("a field of the areas of a map called areaShape is drawn as one called area", async () => {
  const names = ["Kent", "Essex", "Surrey"];
  const draw = async (area: string) => {
    const spec = choroplethSpec({ area, value: "rate", geometry: squares(names), key: "name" });
    const rows = names.map((name, index) => ({ [area]: name, rate: index + 1 }));
    return (await (await compileChart({ id: "map", spec, fonts })).render(rows)).texts;
  };
  expect(await draw("areaShape")).toEqual(await draw("area"));
});
