import { describe, expect, test } from "vitest";
import { choroplethSpec, compileChart, tileMapSpec, tileMapsSpec } from "../../src/charts/index.ts";
import { tileKey } from "../../src/charts/spec/tile-key.ts";
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
