import { choroplethSpec } from "briefwright/charts";

interface Topology {
  readonly objects: Readonly<Record<string, { readonly geometries: readonly Shape[] }>>;
}
interface Shape {
  readonly id?: string | number;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** What the boundaries call an area, by what the data call it: the two have to agree letter by letter. */
const names: Readonly<Record<string, string>> = { "United States of America": "United States" };

/** The names of all shapes, in the data's words; write them down once, and look for areas of the data that are not among them. */
export const namesIn = (topology: Topology, object: string): readonly string[] =>
  renamed(topology, object).objects[object]?.geometries.map(({ properties }) => String(properties?.name)) ?? [];

function renamed(topology: Topology, object: string): Topology {
  const geometries = (topology.objects[object]?.geometries ?? []).map((shape) => {
    const name = String(shape.properties?.name ?? shape.id);
    return { ...shape, properties: { name: names[name] ?? name } };
  });
  return { ...topology, objects: { [object]: { ...topology.objects[object], geometries } } };
}

/** A map of the shapes in one object of a TopoJSON file. */
export const mapOf = (topology: Topology, object: string) =>
  choroplethSpec({
    area: "area",
    value: "rate",
    geometry: renamed(topology, object),
    feature: object,
    key: "name",
    projection: { type: "equalEarth" },
    valueTitle: "Rate",
  });
