import { isObject, type JsonObject } from "../json.ts";
import { featuresOf } from "../spec/features-of.ts";
import { type Position, positionsOf, rewound, withProperties } from "./ring-winding.ts";
import { linePx, partEnd } from "./room-for-names.ts";
import { widthEm } from "./text-width.ts";
import { type MetShape, waysOut } from "./ways-out.ts";

/** Properties of a shape: where its name stands, and where what is shorter does. */
export const placeFields = { name: "placeOfName", twoLines: "placeOfTwoLines", mark: "placeOfMark" } as const;

/** Rows that a shape is looked at in, from its south to its north. */
const rowCount = 30;
/** Of the names, px. */
const textSize = 12;
/** How much wider than high a number is, or a marker. */
const markAspect = 1.4;
const mostAspect = 8;
/** Of two lines, which may be higher than wide. */
const leastAspect = 0.6;

interface LabelPlacesOptions {
  readonly feature: string | undefined;
  /** The properties that hold the name of a shape, and a short one. */
  readonly key: string;
  readonly shortName: string | undefined;
  readonly isOfDegrees: boolean;
}

/** What was found of a map, with what it was found from. */
interface FoundPlaces {
  readonly from: readonly unknown[];
  readonly ofShapes: readonly JsonObject[];
}

/** By the map that was given, and by what is asked of it: the charts of a batch draw the same shapes. */
const knownPlaces = new WeakMap<object, Map<string, FoundPlaces>>();

/**
 * Shapes with the places where texts have most room on them, in the coordinates of the file, and what lines from these to the sides of the map meet.
 * @param geometry as it was given; what is found of it is kept as long as it is, and found again where its texts or its positions are others.
 */
export function withLabelPlaces(geometry: object, options: LabelPlacesOptions): object {
  const { feature, key, shortName, isOfDegrees } = options;
  const asked = JSON.stringify([feature, key, shortName, isOfDegrees]);
  const ofMap = knownPlaces.get(geometry) ?? new Map<string, FoundPlaces>();
  // What is no map is Vega's to say.
  if (isObject(geometry)) knownPlaces.set(geometry, ofMap);
  const from = [positionsDigest(geometry, feature), ...textsOf(geometry, options)];
  const known = ofMap.get(asked);
  const isKnown = known?.from.length === from.length && from.every((part, index) => part === known.from[index]);
  const shapes = rewound(geometry, feature);
  const found = isKnown ? known : { from, ofShapes: placesOfShapes(shapes, options) };
  ofMap.set(asked, found);
  const ofShapes = found.ofShapes.values();
  return withProperties(shapes, feature, () => ofShapes.next().value ?? {});
}

/** A number that changes with any of the positions, and with their order. */
const positionsDigest = (geometry: object, feature: string | undefined): number =>
  positionsOf(geometry, feature).reduce((sum, [x = 0, y = 0]) => (sum * 31 + x * 7 + y) % 1e9, 0);

/** The names of the shapes, and their short ones, in their order. */
function textsOf(geometry: object, { feature, key, shortName }: LabelPlacesOptions): readonly unknown[] {
  return featuresOf(geometry, { feature }).flatMap((shape) => {
    const properties = isObject(shape) && isObject(shape.properties) ? shape.properties : {};
    return [properties[key], properties[shortName ?? ""]];
  });
}

/** The properties that each shape has besides its own. */
function placesOfShapes(shapes: object, options: LabelPlacesOptions): readonly JsonObject[] {
  const found: ReturnType<typeof placesOf>[] = [];
  withProperties(shapes, options.feature, (properties, polygons) => {
    found.push(placesOf(properties, polygons(), options));
    return {};
  });
  const ways = waysOut(found.flatMap((own) => (own ? [own.shape] : []))).values();
  return found.map((own) => (own ? { ...own.places, ...ways.next().value } : {}));
}

/** The places of one shape, and what others meet of it; undefined where it covers no ground. */
function placesOf(
  properties: JsonObject,
  polygons: MetShape["polygons"],
  { key, shortName, isOfDegrees }: LabelPlacesOptions,
): { readonly places: JsonObject; readonly shape: MetShape } | undefined {
  const rows = rowsOf(largestOf(polygons), isOfDegrees);
  if (!rows) return undefined;
  const textPx = (property: string | undefined) => textSize * widthEm(String(properties[property ?? ""] ?? ""));
  const namePx = textPx(key);
  const placeOf = (px: number, lines: number) =>
    placeIn(rows, Math.min(mostAspect, Math.max(lines > 1 ? leastAspect : markAspect, px / (lines * linePx))));
  const twoLines = inTwoLines(String(properties[key] ?? ""));
  const [name, mark] = [placeOf(namePx, 1), placeIn(rows, markAspect)];
  const ofTwoLines = twoLines && placeOf(twoLines.textPx, 2);
  const texts = [name, mark, ...(ofTwoLines ? [ofTwoLines] : [])].map(textPlace);
  return {
    places: {
      [placeFields.name]: { ...name, textPx: namePx },
      ...(twoLines && { [placeFields.twoLines]: { ...ofTwoLines, ...twoLines } }),
      [placeFields.mark]: { ...mark, textPx: textPx(shortName) },
    },
    shape: { polygons, mark: textPlace(mark), texts, narrowing: rows.narrowing },
  };
}

const textPlace = ({ at, across, down }: Place): MetShape["mark"] => {
  const [[west = 0] = [], [east = 0] = []] = across.coordinates;
  const [[, south = 0] = [], [, north = 0] = []] = down.coordinates;
  return { at: at.coordinates, across: east - west, down: north - south };
};

/** Where a name may be divided: at spaces, and where a line may end within it. */
const divisions = new RegExp(`\\s+|${partEnd}`, "g");

/** A name in two lines that are about as long as each other; undefined where it has no such place. */
function inTwoLines(name: string): { readonly text: string; readonly textPx: number } | undefined {
  const ways = [...name.matchAll(divisions)].map(({ index, 0: space }) => {
    const lines = [name.slice(0, index), name.slice(index + space.length)];
    return { text: lines.join("\n"), textPx: textSize * Math.max(...lines.map(widthEm)) };
  });
  return ways.toSorted((a, b) => a.textPx - b.textPx)[0];
}

type Ring = readonly Position[];
type Stretch = readonly [from: number, to: number];

/** Of a shape of several islands the largest, with what is cut out of it. */
const largestOf = (polygons: readonly (readonly Ring[])[]): readonly Ring[] =>
  polygons.reduce<readonly Ring[]>((best, each) => (areaOf(each[0]) > areaOf(best[0]) ? each : best), []);

const middleOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const areaOf = (ring: Ring = []): number =>
  Math.abs(
    ring.reduce((sum, [x = 0, y = 0], index) => {
      const [x0 = 0, y0 = 0] = ring.at(index - 1) ?? [];
      return sum + (x0 * y - x * y0) / 2;
    }, 0),
  );

interface Rows {
  /** From west to east, the stretches of each row that are inside. */
  readonly stretches: readonly (readonly Stretch[])[];
  /** What several rows have in common, whatever is to stand there. */
  readonly rooms: readonly Room[];
  readonly south: number;
  readonly stepUp: number;
  /** What a degree of longitude is shorter than one of latitude here. */
  readonly narrowing: number;
}

function rowsOf(rings: readonly Ring[], isOfDegrees: boolean): Rows | undefined {
  const [outer = []] = rings;
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x = 0, y = 0] of outer) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  // What lies on both sides of the 180th meridian has its middle elsewhere.
  if (!(east > west && north > south) || (isOfDegrees && east - west > 180)) return undefined;
  const stepUp = (north - south) / rowCount;
  const crossings: number[][] = Array.from({ length: rowCount }, () => []);
  const rowAt = (y: number) => (y - south) / stepUp - 0.5;
  for (const ring of rings) {
    let [x0 = 0, y0 = 0] = ring.at(-1) ?? [];
    for (const [x = 0, y = 0] of ring) {
      const [low, high] = y0 < y ? [y0, y] : [y, y0];
      const last = Math.min(rowCount - 1, Math.ceil(rowAt(high)) - 1);
      for (let row = Math.max(0, Math.ceil(rowAt(low))); row <= last; row++) {
        const at = south + (row + 0.5) * stepUp;
        crossings[row]?.push(x0 + ((at - y0) / (y - y0)) * (x - x0));
      }
      [x0, y0] = [x, y];
    }
  }
  const stretches = crossings.map((all) => {
    const sorted = all.toSorted((a, b) => a - b);
    return sorted.flatMap((from, index): Stretch[] => (index % 2 === 0 ? [[from, sorted[index + 1] ?? from]] : []));
  });
  const narrowing = isOfDegrees ? Math.cos((((south + north) / 2) * Math.PI) / 180) : 1;
  return { stretches, rooms: roomsIn(stretches), south, stepUp, narrowing };
}

/** A stretch of a row that as many rows above it have as below it, and how many these are together. */
interface Room {
  readonly row: number;
  readonly rows: number;
  readonly stretch: Stretch;
}

/** In every row, with as many rows around it. */
function roomsIn(stretches: Rows["stretches"]): readonly Room[] {
  const rooms: Room[] = [];
  for (let row = 0; row < rowCount; row++) {
    let inside: readonly Stretch[] = stretches[row] ?? [];
    for (let beyond = 0; inside.length > 0; beyond++) {
      for (const stretch of inside) rooms.push({ row, rows: 2 * beyond + 1, stretch });
      const [below, above] = [row - beyond - 1, row + beyond + 1];
      if (below < 0 || above >= rowCount) break;
      inside = common(common(inside, stretches[below] ?? []), stretches[above] ?? []);
    }
  }
  return rooms;
}

/** What two rows have in common. There are hundreds of them for a shape. */
function common(one: readonly Stretch[], other: readonly Stretch[]): readonly Stretch[] {
  const both: Stretch[] = [];
  for (const own of one) {
    for (const its of other) {
      const [from, to] = [Math.max(own[0], its[0]), Math.min(own[1], its[1])];
      if (to > from) both.push([from, to]);
    }
  }
  return both;
}

interface Line extends JsonObject {
  readonly coordinates: readonly Position[];
}

/** The middle of a text, and lines through it as long as it has room. */
interface Place extends JsonObject {
  readonly at: { readonly type: "Point"; readonly coordinates: Position };
  readonly across: Line;
  readonly down: Line;
}

/** Of the most room that there is, what a place nearer to the middle has at least. */
const nearlyMost = 0.94;

/** Where a text of this shape has most room, or nearly, and is nearest to the middle: as lines through it, that a projection can measure. */
function placeIn({ south, stepUp, stretches, rooms, narrowing }: Rows, aspect: number): Place {
  /** How high the largest text of this shape is there. */
  const heightIn = ({ rows, stretch }: Room) =>
    Math.min(((stretch[1] - stretch[0]) * narrowing) / aspect, rows * stepUp);
  const most = rooms.reduce((highest, room) => Math.max(highest, heightIn(room)), 0);
  const [left, right] = [0, 1].map((end) => middleOf(stretches.flatMap((row) => row.map((own) => own[end] ?? 0))));
  const centre = ((left ?? 0) + (right ?? 0)) / 2;
  const away = ({ row, stretch }: Room) =>
    Math.hypot((row + 0.5 - rowCount / 2) * stepUp, ((stretch[0] + stretch[1]) / 2 - centre) * narrowing);
  // Of places that are as near, the one with most rows around it.
  const isBetter = (own: Room, other: Room) =>
    away(own) < away(other) - 1e-9 || (away(own) <= away(other) + 1e-9 && own.rows > other.rows);
  let found: Room | undefined;
  for (const room of rooms)
    if (heightIn(room) >= nearlyMost * most && (found === undefined || isBetter(room, found))) found = room;
  const best = found ?? { row: rowCount / 2, rows: 1, stretch: [centre, centre] };
  const [from, to] = best.stretch;
  const x = (from + to) / 2;
  const y = south + (best.row + 0.5) * stepUp;
  const half = (best.rows * stepUp) / 2;
  const line = (...coordinates: readonly Position[]) => ({ type: "LineString", coordinates });
  return {
    at: { type: "Point", coordinates: [x, y] },
    across: line([from, y], [to, y]),
    down: line([x, y - half], [x, y + half]),
  };
}
