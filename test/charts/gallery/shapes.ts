/** A made-up map: blocks with a bent edge, exterior rings clockwise as d3 wants them. */
type Ring = readonly (readonly [number, number])[];

const block = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [west, (south + north) / 2],
  [west + (east - west) * 0.15, north],
  [east, north - (north - south) * 0.1],
  [east - (east - west) * 0.1, south],
  [west, south],
];

const feature = (name: string, n: number, ...rings: readonly Ring[]) => ({
  type: "Feature",
  properties: { name, n },
  geometry: { type: "MultiPolygon", coordinates: rings.map((ring) => [ring]) },
});

export const counties = [
  feature("Aber", 12, block(-5, 50, -3, 52)),
  feature("Brin", 35, block(-3, 50, -0.5, 52)),
  feature("Cold", 51, block(-0.5, 50.2, 1.6, 52.4)),
  feature("Dore", 23, block(-5, 52, -3, 54.2), block(-6.2, 53, -5.5, 53.8)),
  feature("Esk", 68, block(-3, 52, -0.5, 54.4)),
  feature("Firth", 44, block(-4, 54.4, -1, 56.6)),
];

export const continents = [
  feature("One", 3, block(-120, 10, -60, 60)),
  feature("Two", 7, block(-75, -50, -40, 5)),
  feature("Three", 5, block(-15, -30, 45, 30), block(0, 40, 50, 65)),
  feature("Four", 9, block(70, 10, 140, 65)),
  feature("Five", 4, block(115, -38, 152, -12)),
];

/** Where the United States are: albersUsa moves two of these beside the others. */
export const states = [
  feature("Left", 8, block(-120, 34, -110, 44)),
  feature("Middle", 21, block(-110, 32, -95, 45)),
  feature("Right", 15, block(-95, 31, -80, 43)),
  feature("Alaska", 4, block(-160, 60, -142, 69)),
  feature("Hawaii", 6, block(-159, 19.2, -155.5, 21.8)),
];

export const towns = [
  { town: "Port", longitude: -4.2, latitude: 50.6, people: 80 },
  { town: "Mill", longitude: -1.5, latitude: 53.2, people: 240 },
  { town: "Ford", longitude: 0.7, latitude: 51.3, people: 150 },
  { town: "Hill", longitude: -2.4, latitude: 55.5, people: 60 },
];
