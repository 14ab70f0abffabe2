import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mapOf, namesIn } from "../../examples/charts/boundaries.ts";
import { type ChartRow, choroplethSpec, compileChart, tileMapSpec } from "../../src/charts/index.ts";
import { inPart, trials } from "../support/trials.ts";
import { fonts } from "./chart-fonts.ts";

const folder = new URL("../../examples/charts/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
const draw = async (spec: object, rows: readonly ChartRow[], widthPx = 640) =>
  (await compileChart({ id: "map", spec, fonts, widthPx })).render(rows);

/** Two squares that share a border, as TopoJSON writes them. */
const topology = {
  type: "Topology",
  arcs: [
    [
      [2, 50],
      [2, 52],
    ],
    [
      [2, 52],
      [0, 52],
      [0, 50],
      [2, 50],
    ],
    [
      [2, 50],
      [4, 50],
      [4, 52],
      [2, 52],
    ],
  ],
  objects: {
    countries: {
      type: "GeometryCollection",
      geometries: [
        { type: "Polygon", id: "840", properties: { name: "United States of America" }, arcs: [[0, 1]] },
        { type: "Polygon", id: "484", properties: { name: "Mexico" }, arcs: [[-1, 2]] },
      ],
    },
  },
};

describe("the guide to boundaries", () => {
  test("shows the code that is here", () => {
    const [, shown] = /```ts\n(.*?)```/s.exec(read("BOUNDARIES.md")) ?? [];
    expect(shown).toBe(read("boundaries.ts"));
  });

  test("draws shapes by the names of the data, and says what is left on either side", async () => {
    expect(namesIn(topology, "countries")).toEqual(["United States", "Mexico"]);
    const rows = [
      { area: "United States", rate: 12 },
      { area: "Canada", rate: 7 },
    ];
    const { alt, texts, untraced } = await draw(mapOf(topology, "countries"), rows);
    expect(untraced).toEqual([]);
    expect(texts).toContain("Canada 7");
    expect(texts).not.toContain("[x] not available");
    expect(alt).toContain("Areas of the map that are not in the data: 1.");
  });
});

describe("what has no place on a map", () => {
  const tiles = {
    Mexico: { column: 0, row: 0, label: "MEX" },
    "United States of America": { column: 1, row: 0, label: "USA" },
  };
  const specs = {
    tiles: tileMapSpec({ area: "area", value: "n", tiles }),
    shapes: choroplethSpec({ area: "area", value: "n", geometry: topology, feature: "countries", key: "name" }),
  };
  const names = [
    "Mexico",
    "United States of America",
    ...Array.from(
      { length: 40 },
      (_, index) => `Unknown Area ${"ABCDEFGHIJ"[index % 10]}${"abcd"[Math.floor(index / 10)]}`,
    ),
  ];

  test.each(Object.entries(specs))(
    "is written below it one by one, and traced, however much it is: %s",
    async (_, spec) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 3, maxLength: 42 }),
          async (figures) => {
            const rows = figures.map((n, index) => ({ area: names[index]!, n }));
            const { texts, untraced } = await draw(spec, rows);
            expect(untraced).toEqual([]);
            for (const { area, n } of rows.slice(2)) expect(texts).toContain(`${area} ${n}`);
          },
        ),
        { numRuns: inPart(15, 6) },
      );
    },
  );
});

/** How wide and high the shapes of a map are drawn, px. */
function shapesSize(svg: string): readonly number[] {
  const points = [...svg.matchAll(/ d="(M[^"]{30,})"/g)].flatMap(([, path = ""]) => [
    ...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g),
  ]);
  return [1, 2].map((at) => {
    const places = points.map((point) => Number(point[at]));
    return Math.round(Math.max(...places) - Math.min(...places));
  });
}

test.each([340, 640])("a map keeps its size above what has no place on it, at %i px", async (widthPx) => {
  const square = (name: string, x: number) => ({
    type: "Feature",
    properties: { name },
    geometry: {
      type: "Polygon",
      coordinates: [[0, 2, 2, 0, 0].map((right, index) => [x + right, [50, 50, 52, 52, 50][index]])],
    },
  });
  const geometry = {
    type: "FeatureCollection",
    features: [square("Mexico", 2), square("United States of America", 0)],
  };
  const spec = choroplethSpec({ area: "area", value: "n", geometry, key: "name" });
  const rowsOf = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      area: ["Mexico", "United States of America"][index] ?? `Unknown Area ${"ABCDEFGHIJ"[index % 10]}${index % 4}`,
      n: 100 + index,
    }));
  const alone = await draw(spec, rowsOf(2), widthPx);
  expect(Math.max(...shapesSize(alone.svg))).toBeGreaterThan(300);
  let heightPx = alone.heightPx;
  for (const count of [8, 20, 42]) {
    const chart = await draw(spec, rowsOf(count), widthPx);
    expect(shapesSize(chart.svg)).toEqual(shapesSize(alone.svg));
    // What has no place fits at first into the room that is kept for one line and a key.
    expect(chart.heightPx).toBeGreaterThanOrEqual(heightPx);
    heightPx = chart.heightPx;
  }
  expect(heightPx).toBeGreaterThan(alone.heightPx);
});

test("classes of a map have bounds that differ, in words of the figures' own size", async () => {
  const tiles = Object.fromEntries("ABCDEFGH".split("").map((name, column) => [name, { column, row: 0, label: name }]));
  await fc.assert(
    fc.asyncProperty(fc.double({ min: 0.0005, max: 0.9, noNaN: true }), async (highest) => {
      const rows = Object.keys(tiles).map((area, index) => ({ area, n: (highest * (index + 1)) / 8 }));
      const { texts } = await draw(tileMapSpec({ area: "area", value: "n", tiles, format: ".2%" }), rows);
      const classes = texts.filter((text) => /\bunder | or more$|^\S+ to \S+$/.test(text));
      expect(classes.length).toBeGreaterThan(1);
      expect(new Set(classes).size).toBe(classes.length);
      for (const [, low, high] of classes.join("|").matchAll(/([\d.]+)% to under ([\d.]+)%/g))
        expect(Number(low)).toBeLessThan(Number(high));
    }),
    { numRuns: inPart(15, 6) },
  );
});

describe("property: whichever way rings run, a map is the same", () => {
  /** A square with a hole, anywhere on the globe, in two arcs. */
  const square = fc.record({
    lon: fc.integer({ min: -179, max: 150 }),
    lat: fc.integer({ min: -80, max: 60 }),
    isTurned: fc.boolean(),
    isHoleTurned: fc.boolean(),
  });
  const ring = (x: number, y: number, size: number) => [
    [x, y],
    [x, y + size],
    [x + size, y + size],
    [x + size, y],
    [x, y],
  ];
  const turned = <Part>(own: readonly Part[], isTurned: boolean): readonly Part[] =>
    isTurned ? own.toReversed() : own;
  const rows = [{ area: "Kent", n: 7 }];
  const drawn = async (geometry: object, feature?: string) => {
    const projection = { type: "equalEarth" };
    const spec = choroplethSpec({
      area: "area",
      value: "n",
      key: "name",
      geometry,
      projection,
      ...(feature && { feature }),
    });
    return (await draw(spec, rows)).svg;
  };

  test("of GeoJSON, and of TopoJSON", async () => {
    await fc.assert(
      fc.asyncProperty(square, async ({ lon, lat, isTurned, isHoleTurned }) => {
        const rings = [ring(lon, lat, 20), turned(ring(lon + 5, lat + 5, 8), true)];
        const geojson = (coordinates: unknown) => ({
          type: "FeatureCollection",
          features: [{ type: "Feature", properties: { name: "Kent" }, geometry: { type: "Polygon", coordinates } }],
        });
        const topojson = (arcs: unknown) => ({
          type: "Topology",
          arcs: rings,
          objects: {
            areas: {
              type: "GeometryCollection",
              geometries: [{ type: "Polygon", properties: { name: "Kent" }, arcs }],
            },
          },
        });
        const right = await drawn(geojson(rings));
        const other = [turned(rings[0] ?? [], isTurned), turned(rings[1] ?? [], isHoleTurned)];
        expect(await drawn(geojson(other))).toBe(right);
        expect(await drawn(topojson([[isTurned ? ~0 : 0], [isHoleTurned ? ~1 : 1]]), "areas")).toBe(right);
      }),
      { numRuns: trials(40, 6) },
    );
  });
});
