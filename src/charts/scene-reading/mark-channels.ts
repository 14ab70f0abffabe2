import { isObject, type JsonObject, visitObjects } from "../json.ts";

/** Which scales a mark's geometry is read by. */
export interface MarkChannels {
  /** Names of scales by direction. */
  readonly x: readonly string[];
  readonly y: readonly string[];
  readonly radius: readonly string[];
  readonly size: readonly string[];
  readonly color: readonly string[];
  /** Channels whose bars have their middle where their figure is, and a breadth of their own. */
  readonly centered: { readonly x: boolean; readonly y: boolean };
  /** Colours that no scale gives: of what is highlighted, or hidden. */
  readonly constants: ReadonlySet<unknown>;
  /** It has an angle from the data. */
  readonly hasAngle: boolean;
  /** It stands where a field of its data says in pixels: a layout put it there, and no scale. */
  readonly isLaidOut: boolean;
}

const channelsOf: Readonly<Record<string, keyof Pick<MarkChannels, "x" | "y" | "radius" | "size" | "color">>> = {
  x: "x",
  x2: "x",
  xc: "x",
  width: "x",
  y: "y",
  y2: "y",
  yc: "y",
  height: "y",
  outerRadius: "radius",
  innerRadius: "radius",
  size: "size",
  fill: "color",
  stroke: "color",
};

/** The channels of each mark of a compiled (Vega) spec, by its name. */
export function readMarkChannels(spec: JsonObject): ReadonlyMap<string, MarkChannels> {
  const found = new Map<string, MarkChannels>();
  const onMap = positionsOnMaps(spec);
  visitObjects(spec, (object) => {
    const { name, type, encode, transform } = object;
    if (typeof type !== "string" || !isObject(encode) || typeof name !== "string") return true;
    found.set(name, channelsOfMark(encode, [transform].flat().filter(isObject), onMap));
    return true;
  });
  return found;
}

const kinds = ["x", "y", "radius", "size", "color"] as const;

/** Transforms of marks that move nothing that is read by a scale. */
const harmless: readonly unknown[] = ["geoshape", "label"];

/** Fields that say in pixels where a longitude and a latitude are on a map: no figure is read off that. */
function positionsOnMaps(spec: JsonObject): ReadonlySet<unknown> {
  const fields = new Set<unknown>();
  visitObjects(spec, ({ type, as = ["x", "y"] }) => {
    if (type === "geopoint" && Array.isArray(as)) for (const field of as) fields.add(field);
    return true;
  });
  return fields;
}

function channelsOfMark(
  { enter, update }: JsonObject,
  transforms: readonly JsonObject[],
  onMap: ReadonlySet<unknown>,
): MarkChannels {
  const entries = [enter, update]
    .filter(isObject)
    .flatMap((set) =>
      Object.entries(set).flatMap(([channel, definition]) =>
        [definition]
          .flat()
          .flatMap((entry) => (isObject(entry) ? [{ channel, kind: channelsOf[channel], entry }] : [])),
      ),
    );
  const scales = kinds.map((kind) => {
    const names = entries.filter((each) => each.kind === kind).flatMap(({ entry }) => scalesOf(entry));
    return [kind, [...new Set(names)]] as const;
  });
  const constants = entries.flatMap(({ kind, entry }) => (kind === "color" && "value" in entry ? [entry.value] : []));
  const inPx = entries.some(
    ({ kind, entry: { field, scale } }) =>
      (kind === "x" || kind === "y") && typeof field === "string" && scale === undefined && !onMap.has(field),
  );
  return {
    ...(Object.fromEntries(scales) as Record<(typeof kinds)[number], string[]>),
    constants: new Set(constants),
    centered: {
      x: entries.some(({ channel }) => channel === "xc"),
      y: entries.some(({ channel }) => channel === "yc"),
    },
    hasAngle: entries.some(({ channel }) => channel === "startAngle" || channel === "endAngle"),
    isLaidOut: inPx || transforms.some(({ type }) => type !== undefined && !harmless.includes(type)),
  };
}

/** Named, or called in an expression: `scale("x", datum.n)`. */
function scalesOf({ scale, signal }: JsonObject): readonly string[] {
  if (typeof scale === "string") return [scale];
  if (typeof signal !== "string") return [];
  return [...signal.matchAll(/\bscale\(\s*["']([^"']+)["']/g)].map(([, name]) => name as string);
}
