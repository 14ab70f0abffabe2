import * as vegaModule from "vega";
import { expect, test } from "vitest";
import type { JsonObject } from "../../src/charts/json.ts";
import { toldWhileLent } from "./lent-transform.ts";

interface Item {
  readonly shape: { context(context: object | null): (item: Item) => string | undefined };
  readonly bounds: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
}

const square = (x: number, y: number, side = 2) => [
  [x, y],
  [x, y + side],
  [x + side, y + side],
  [x + side, y],
  [x, y],
];

/** Two areas, one of them of islands with a lake; and points, which are drawn by a radius. */
const geometries = (): readonly JsonObject[] => [
  { type: "Polygon", coordinates: [square(1, 51)] },
  { type: "MultiPolygon", coordinates: [[square(4, 52, 3), square(5, 53, 1).toReversed()], [square(9, 50)]] },
  {
    type: "MultiPoint",
    coordinates: [
      [2, 50],
      [8, 54],
    ],
  },
];

/** Each shape, which counts how often it is read to be projected. */
function countedShapes() {
  const counted = { reads: 0 };
  const shapes = geometries().map(({ type, coordinates }) => ({
    type: "Feature",
    geometry: {
      type,
      get coordinates() {
        counted.reads += 1;
        return coordinates;
      },
    },
  }));
  return { counted, shapes };
}

/** Filled and outlined, as maps are. */
const spec = {
  $schema: "https://vega.github.io/schema/vega/v6.json",
  width: 200,
  height: 120,
  signals: [{ name: "turn", value: 0 }],
  data: [{ name: "shapes", transform: [{ type: "geojson", signal: "all" }] }],
  projections: [
    {
      name: "places",
      type: "mercator",
      rotate: [{ signal: "turn" }, 0],
      fit: { signal: "all" },
      size: { signal: "[width, height]" },
    },
  ],
  marks: [1, 3].map((strokeWidth, at) => ({
    type: "shape",
    from: { data: "shapes" },
    encode: { update: { stroke: { value: "black" }, strokeWidth: { value: strokeWidth } } },
    transform: [{ type: "geoshape", projection: "places", ...(at === 1 ? { pointRadius: 5 } : {}) }],
  })),
};

/** How often the shapes were read for a map that is drawn, drawn wider, and turned; and what was drawn each time. */
function drawnMap() {
  const { counted, shapes } = countedShapes();
  const view = new vegaModule.View(vegaModule.parse(spec as unknown as vegaModule.Spec), { renderer: "none" });
  view.insert("shapes", shapes);
  const drawn = ["width", "turn"].flatMap((signal, at) => {
    view.signal(signal, at === 0 ? 300 : 40).run();
    const marks = (view.scenegraph() as unknown as { root: { items: { items: { items: Item[] }[] }[] } }).root.items;
    return marks
      .flatMap(({ items }) => items)
      .flatMap(({ items }) => items)
      .map((item) => {
        const steps: unknown[] = [];
        const tell = (name: string) => ({ [name]: (...at: readonly number[]) => void steps.push([name, ...at]) });
        item.shape.context({ ...tell("moveTo"), ...tell("lineTo"), ...tell("closePath"), ...tell("arc") })(item);
        const { x1, y1, x2, y2 } = item.bounds;
        return { steps, bounds: [x1, y1, x2, y2], text: item.shape.context(null)(item) };
      });
  });
  view.finalize();
  return { reads: counted.reads, drawn };
}

test("A map that is drawn with less is the same map, at another width and turned as well", () => {
  const drawn = toldWhileLent("geoshape", () => drawnMap().drawn);
  expect(drawn).toHaveLength(12);
  expect(drawn[0]?.text).toMatch(/^M.*Z$/);
  toldWhileLent("projection", () => drawnMap().drawn);
});

test("Each area is projected once for its outlines and once for its text, whatever marks draw it", () => {
  const reads: number[] = [];
  toldWhileLent("geoshape", () => {
    const map = drawnMap();
    reads.push(map.reads);
    return map.drawn;
  });
  const [lean = 0, own = 0] = reads;
  expect(lean).toBeLessThan(0.75 * own);
});
