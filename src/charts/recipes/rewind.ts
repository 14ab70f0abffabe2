type Ring = readonly (readonly number[])[];

/** Twice the area of a ring in the plane: positive where it runs counterclockwise, north up. */
const turn = (ring: Ring): number =>
  ring.reduce((sum, [x = 0, y = 0], index) => {
    const [x0 = 0, y0 = 0] = ring[index === 0 ? ring.length - 1 : index - 1] as readonly number[];
    return sum + (x0 * y - x * y0);
  }, 0);

const wound = (rings: readonly Ring[]): readonly Ring[] =>
  rings.map((ring, index) => (turn(ring) > 0 === (index === 0) ? ring.toReversed() : ring));

/**
 * GeoJSON with its outer rings clockwise, its holes counterclockwise. RFC 7946 has them the other way round, and d3-geo,
 * which draws, would take such an area for the rest of the world.
 */
export function rewind(geojson: object): object {
  const { type } = geojson as { readonly type?: string };
  if (type === "FeatureCollection") {
    const { features } = geojson as { readonly features: readonly object[] };
    return { ...geojson, features: features.map(rewind) };
  }
  if (type === "Feature") {
    const { geometry } = geojson as { readonly geometry: object | null };
    return geometry === null ? geojson : { ...geojson, geometry: rewind(geometry) };
  }
  if (type === "GeometryCollection") {
    const { geometries } = geojson as { readonly geometries: readonly object[] };
    return { ...geojson, geometries: geometries.map(rewind) };
  }
  const { coordinates } = geojson as { readonly coordinates: unknown };
  if (type === "Polygon") return { ...geojson, coordinates: wound(coordinates as readonly Ring[]) };
  if (type === "MultiPolygon")
    return { ...geojson, coordinates: (coordinates as readonly (readonly Ring[])[]).map(wound) };
  return geojson;
}
