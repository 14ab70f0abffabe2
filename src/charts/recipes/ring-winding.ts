import { isObject, type JsonObject } from "../json.ts";

export type Position = readonly number[];
/** A ring as GeoJSON has it: positions; or as TopoJSON has it: arcs by number, `~n` where one is run backwards. */
type Ring<Part> = readonly Part[];

/** How rings are read and turned in one format. */
interface Rings<Part> {
  /** Where a geometry keeps them. */
  readonly key: "coordinates" | "arcs";
  readonly positions: (ring: Ring<Part>) => readonly Position[];
  readonly reversed: (ring: Ring<Part>) => Ring<Part>;
}

/**
 * Shapes with their outer rings clockwise, north up, and their holes counterclockwise, as d3-geo wants them, which draws. It would take any
 * other area for the rest of the world: RFC 7946 has GeoJSON the other way round, and files have both.
 *
 * No area of a map is larger than half the world: that tells which way a ring runs, also round a pole and across the 180th meridian.
 * @param feature of a TopoJSON `Topology`, the object that holds the shapes; a `geometry` without it is GeoJSON.
 */
export function rewound(geometry: object, feature: string | undefined): object {
  const given = geometry as JsonObject;
  if (feature === undefined) return rewind(given, geojsonRings);
  const { objects } = given;
  const shapes = isObject(objects) ? objects[feature] : undefined;
  // What is missing is Vega's to say.
  if (!isObject(objects) || !isObject(shapes)) return geometry;
  return { ...given, objects: { ...objects, [feature]: rewind(shapes, topojsonRings(given)) } };
}

const geojsonRings: Rings<Position> = {
  key: "coordinates",
  positions: (ring) => ring,
  reversed: (ring) => ring.toReversed(),
};

function topojsonRings({ arcs, transform }: JsonObject): Rings<number> {
  const { scale, translate } = (isObject(transform) ? transform : {}) as Readonly<Record<string, Position | undefined>>;
  const decode = (arc: readonly Position[]): readonly Position[] => {
    if (!scale || !translate) return arc;
    // Each position is the difference to the one before.
    let [x, y] = [0, 0];
    return arc.map(([dx = 0, dy = 0]) => {
      x += dx;
      y += dy;
      return [x * (scale[0] ?? 1) + (translate[0] ?? 0), y * (scale[1] ?? 1) + (translate[1] ?? 0)];
    });
  };
  const known = new Map<number, readonly Position[]>();
  const arcAt = (index: number): readonly Position[] => {
    const own = index < 0 ? ~index : index;
    const decoded = known.get(own) ?? decode((arcs as readonly (readonly Position[])[])[own] ?? []);
    known.set(own, decoded);
    return index < 0 ? decoded.toReversed() : decoded;
  };
  return {
    key: "arcs",
    positions: (ring) => ring.flatMap(arcAt),
    reversed: (ring) => ring.toReversed().map((index) => ~index),
  };
}

function rewind<Part>(shape: JsonObject, rings: Rings<Part>): JsonObject {
  const { type, features, geometry, geometries } = shape;
  const each = (shapes: unknown) => (shapes as readonly JsonObject[]).map((own) => rewind(own, rings));
  if (type === "FeatureCollection") return { ...shape, features: each(features) };
  if (type === "Feature") return isObject(geometry) ? { ...shape, geometry: rewind(geometry, rings) } : shape;
  if (type === "GeometryCollection") return { ...shape, geometries: each(geometries) };
  const polygon = (own: unknown) => wound(own as readonly Ring<Part>[], rings);
  if (type === "Polygon") return { ...shape, [rings.key]: polygon(shape[rings.key]) };
  if (type === "MultiPolygon") return { ...shape, [rings.key]: (shape[rings.key] as readonly unknown[]).map(polygon) };
  return shape;
}

function wound<Part>(polygon: readonly Ring<Part>[], { positions, reversed }: Rings<Part>): readonly Ring<Part>[] {
  return polygon.map((ring, index) => {
    const share = shareOfWorld(positions(ring));
    // What has no area runs neither way.
    const isEmpty = share < leastShare || share > 1 - leastShare;
    return isEmpty || share > 0.5 === index > 0 ? ring : reversed(ring);
  });
}

/** The shapes of a map with further properties, made of their own and of their rings. */
export function withProperties(
  geometry: object,
  feature: string | undefined,
  made: (properties: JsonObject, polygons: () => readonly (readonly (readonly Position[])[])[]) => JsonObject,
): object {
  const given = geometry as JsonObject;
  const added = <Part>(shape: JsonObject, own: unknown, rings: Rings<Part>): JsonObject => {
    const properties = isObject(shape.properties) ? shape.properties : {};
    return { ...shape, properties: { ...properties, ...made(properties, () => polygonsIn(own, rings)) } };
  };
  if (feature === undefined) {
    const { features } = given;
    if (!Array.isArray(features)) return geometry;
    return { ...given, features: features.map((each) => added(each, each.geometry, geojsonRings)) };
  }
  const { objects } = given;
  const shapes = isObject(objects) ? objects[feature] : undefined;
  if (!isObject(objects) || !isObject(shapes) || !Array.isArray(shapes.geometries)) return geometry;
  const rings = topojsonRings(given);
  const geometries = shapes.geometries.map((each) => added(each, each, rings));
  return { ...given, objects: { ...objects, [feature]: { ...shapes, geometries } } };
}

function polygonsIn<Part>(shape: unknown, rings: Rings<Part>): readonly (readonly (readonly Position[])[])[] {
  if (!isObject(shape)) return [];
  const polygon = (own: unknown) => (own as readonly Ring<Part>[]).map(rings.positions);
  if (shape.type === "Polygon") return [polygon(shape[rings.key])];
  return shape.type === "MultiPolygon" ? (shape[rings.key] as readonly unknown[]).map(polygon) : [];
}

/** The positions of all rings of the shapes that a map has. */
export function positionsOf(geometry: object, feature: string | undefined): readonly Position[] {
  const given = geometry as JsonObject;
  if (feature === undefined) return positionsIn(given, geojsonRings);
  const { objects } = given;
  const shapes = isObject(objects) ? objects[feature] : undefined;
  return isObject(shapes) ? positionsIn(shapes, topojsonRings(given)) : [];
}

function positionsIn<Part>(shape: JsonObject, rings: Rings<Part>): readonly Position[] {
  const { type, features = [], geometry, geometries = [] } = shape;
  const each = (shapes: unknown) => (shapes as readonly JsonObject[]).flatMap((own) => positionsIn(own, rings));
  const polygon = (own: unknown) => (own as readonly Ring<Part>[]).flatMap(rings.positions);
  if (type === "Feature") return isObject(geometry) ? positionsIn(geometry, rings) : [];
  if (type === "Polygon") return polygon(shape[rings.key]);
  if (type === "MultiPolygon") return (shape[rings.key] as readonly unknown[]).flatMap(polygon);
  return [...each(features), ...each(geometries)];
}

const leastShare = 1e-14;
const halfTurn = Math.PI;
const radians = (degrees: number) => (degrees * halfTurn) / 180;

/** The share of the world at the right of a ring, 0 to 1: what lies between it and the south pole, taken off where it runs westwards. */
function shareOfWorld(ring: readonly Position[]): number {
  const sum = ring.reduce((area, [lon = 0, lat = 0], index) => {
    const [lon0 = 0, lat0 = 0] = ring[index === 0 ? ring.length - 1 : index - 1] as Position;
    const turn = radians(lon - lon0);
    // The shorter way round.
    const across = turn - 2 * halfTurn * Math.round(turn / (2 * halfTurn));
    return area + across * (1 + (Math.sin(radians(lat)) + Math.sin(radians(lat0))) / 2);
  }, 0);
  const share = sum / (4 * halfTurn);
  return share < 0 ? share + 1 : share;
}
