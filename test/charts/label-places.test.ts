import { describe, expect, it } from "vitest";
import { placeFields, withLabelPlaces } from "../../src/charts/recipes/label-places.ts";

const options = { feature: undefined, key: "name", shortName: "short", isOfDegrees: false };
type Named = { name: string; short?: string };

const square = (name: string, west: number) => ({
  type: "Feature",
  properties: { name } as Named,
  geometry: { type: "Polygon", coordinates: [[0, 4, 4, 0, 0].map((x, index) => [west + x, index % 4 < 2 ? 0 : 4])] },
});
const makeMap = () => ({ type: "FeatureCollection", features: [square("Aldmoor", 0), square("Birch Fen", 4)] });
const propertiesOf = (geometry: object, asked = options) =>
  (withLabelPlaces(geometry, asked) as ReturnType<typeof makeMap>).features.map(
    ({ properties }) => properties as unknown as Readonly<Record<string, unknown>>,
  );

describe("the places of texts on the shapes of a map", () => {
  it("are found once, for all charts of it", () => {
    const map = makeMap();
    const [first, again] = [propertiesOf(map), propertiesOf(map)];
    expect(first[0]?.[placeFields.name]).toBeDefined();
    for (const [index, shape] of first.entries())
      expect(again[index]?.[placeFields.name]).toBe(shape[placeFields.name]);
  });

  it.each<[string, (map: ReturnType<typeof makeMap>) => void]>([
    [
      "a shape has another name",
      ({ features: [own] }) => own && Object.assign(own.properties, { name: "Cold Aldmoor" }),
    ],
    ["a shape has a short name", ({ features: [own] }) => own && Object.assign(own.properties, { short: "Ald" })],
    ["a shape has other corners", ({ features: [own] }) => own?.geometry.coordinates[0]?.splice(2, 1, [4, 9])],
    ["the shapes have another order", ({ features }) => features.reverse()],
    ["there is another shape", ({ features }) => features.push(square("Cray", 8))],
    ["there is a shape less", ({ features }) => features.pop()],
  ])("are found again where %s", (_, change) => {
    const map = makeMap();
    propertiesOf(map);
    change(map);
    expect(propertiesOf(map)).toEqual(propertiesOf(structuredClone(map)));
  });

  it("are those of the names that are asked for", () => {
    const map = makeMap();
    for (const { properties } of map.features) properties.short = properties.name.slice(0, 3);
    propertiesOf(map);
    const asked = { ...options, key: "short" };
    expect(propertiesOf(map, asked)).toEqual(propertiesOf(structuredClone(map), asked));
  });

  it("leave the map that was given as it is", () => {
    const map = makeMap();
    propertiesOf(map);
    expect(map).toEqual(makeMap());
  });
});
