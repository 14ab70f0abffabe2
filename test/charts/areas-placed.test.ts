import { describe, expect, test } from "vitest";
import { choroplethSpec, compileChart, tileMapSpec, tileMapsSpec } from "../../src/charts/index.ts";
import { tileKey } from "../../src/charts/spec/tile-key.ts";
import { laterErrorsOf } from "../support/diagnostics-of.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { textBoxes } from "./text-boxes.ts";

const names = ["Ash and Birch", "King's Cross", "Stoke-on-Tern", "Metropolitan Police", "North Fen", "South Fen"];
const tiles = Object.fromEntries(names.map((name, column) => [name, { column, row: 0, label: name.slice(0, 3) }]));
const geometry = {
  type: "FeatureCollection",
  features: names.map((name, index) => ({
    type: "Feature",
    properties: { name },
    geometry: {
      type: "Polygon",
      coordinates: [[0, 1, 2, 3, 0].map((corner) => [index + (corner > 1 ? 1 : 0), corner % 3 === 0 ? 0 : 1])],
    },
  })),
};
const own = { area: "area", value: "n" };
const maps = {
  tileMapSpec: tileMapSpec({ ...own, tiles }),
  tileMapsSpec: tileMapsSpec({ ...own, by: "period", tiles }),
  choroplethSpec: choroplethSpec({ ...own, geometry, key: "name" }),
};
const render = async (spec: object, areas: readonly string[]) =>
  (await compileChart({ id: "map", spec, fonts, widthPx: 640 })).render(
    areas.map((area, index) => ({ area, period: "2021", n: 10 + index, state: "value" })),
  );

test.each(["tileMapSpec", "tileMapsSpec"] as const)(
  "names of %s are the same with & and and, with any apostrophe or hyphen",
  async (name) => {
    const areas = ["Ash & Birch", "Kings Cross", "Stoke on Tern", "METROPOLITAN POLICE", "North Fen", "South Fen"];
    const { texts, alt, longDescription, untraced, diagnostics } = await render(maps[name], areas);
    expect([...untraced, ...diagnostics]).toEqual([]);
    expect(`${alt} ${longDescription}`).not.toContain("no figure");
    for (const [index, area] of areas.entries()) expect(texts.join("|")).not.toContain(`${area} ${10 + index}`);
    expect(areas.map(tileKey)).toEqual(names.map(tileKey));
  },
);

describe.each(Object.entries(maps))("%s", (_, spec) => {
  test("names rows without a place beside the places that they may be of", async () => {
    const { diagnostics } = await render(spec, ["Metropolitan", "Fen", "Elsewhere", ...names.slice(0, 3)]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["chart-area-unplaced"]);
    const [{ message } = { message: "" }] = diagnostics;
    expect(message).toContain('"Metropolitan" (the map: "Metropolitan Police")');
    // Of two places it may be of either; of none there is nothing to say.
    expect(message).not.toMatch(/Fen|Elsewhere/);
  });

  test("says nothing of rows that have no place while all places have a row", async () => {
    expect((await render(spec, [...names, "Metropolitan"])).diagnostics).toEqual([]);
  });
});

test("areas without a place stand in as many columns below a map as the longest leaves room for", async () => {
  const elsewhere = ["Westmorland and Furness", "Elsewhere", "Farland", "Outland", "Overseas", "Afloat"];
  const chart = await render(maps.tileMapSpec, [...names, ...elsewhere]);
  const places = textBoxes(chart).filter(({ text }) => elsewhere.some((name) => text.startsWith(name)));
  expect(places).toHaveLength(elsewhere.length);
  expect(new Set(places.map(({ left }) => Math.round(left))).size).toBe(3);
});

describe("a map without room to list what it has no place for", () => {
  const strangers = Array.from({ length: 90 }, (_, index) => `Elsewhere and Farthermost Land ${index}`);
  const refusals = (areas: readonly string[], widthPx = 340) =>
    laterErrorsOf(async () =>
      (await compileChart({ id: "map", spec: maps.choroplethSpec, fonts, widthPx })).render(
        areas.map((area, index) => ({ area, period: "2021", n: 10 + index, state: "value" })),
      ),
    );

  test("is refused for their names, those that the map nearly has first, and not for its height", async () => {
    const [refusal, ...others] = await refusals([...names.slice(1), ...strangers, "Ash, Birch"]);
    expect(others).toEqual([]);
    expect(refusal?.code).toBe("chart-area-unplaced");
    expect(refusal?.message).toMatch(/no place for 91 areas .*: "Ash, Birch" \(the map: "Ash and Birch"\), "Elsewhere/);
    expect(refusal?.message).toContain("and 86 more");
    expect(refusal?.hint).toContain("leave out the rows");
  });

  test("is drawn without those rows, as it advises", async () => {
    expect(await refusals(names)).toEqual([]);
  });

  test("is refused for its height as well where nothing is left of its rows", async () => {
    expect((await refusals(strangers)).map(({ code }) => code)).toEqual(["chart-area-unplaced", "chart-crowded"]);
  });
});
