import { positionsOf } from "./ring-winding.ts";

/** Of the United States with Alaska and Hawaii below them. */
const albersUsa = 0.62;

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const mercator = (lat: number) => Math.log(Math.tan(Math.PI / 4 + radians(Math.max(-85, Math.min(85, lat))) / 2));

interface MapAspectOptions {
  readonly geometry: object;
  /** Of a TopoJSON `Topology`, the object that holds the shapes. */
  readonly feature: string | undefined;
  /** Of the projection, as Vega names it. */
  readonly projection: unknown;
}

/** About how high a map is, as a share of its width; undefined where that cannot be told from its corners. */
export function mapAspect({ geometry, feature, projection }: MapAspectOptions): number | undefined {
  if (projection === "albersUsa") return albersUsa;
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x = 0, y = 0] of positionsOf(geometry, feature)) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  const [across, up] = [east - west, north - south];
  if (!(across > 0 && up > 0)) return undefined;
  if (projection === "identity") return up / across;
  if (projection === "mercator") return (mercator(north) - mercator(south)) / radians(across);
  return up / (across * Math.cos(radians((north + south) / 2)));
}
