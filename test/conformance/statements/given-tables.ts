import type { Drawing } from "./draw-tables.ts";
import type { DrawnTable } from "./drawn-table.ts";

interface Json {
  readonly [key: string]: unknown;
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The rows that a recipe's chart is given: what it draws are these, each figure with its names; and of maps, how many areas have none. */
export function givenTables(spec: object, given: readonly Json[]): Drawing {
  const titles = new Set<string>();
  const areas = new Set<string>();
  collect(spec, { titles, areas });
  const known = new Set(given.map(({ area }) => area));
  const fields = [...new Set(given.flatMap((row) => Object.keys(row)))];
  const byField = new Map(fields.map((field) => [field, [field, ...titles]]));
  const table: DrawnTable = {
    name: "rows",
    rows: given.map((cells, index) => ({ cells, x: index, y: index })),
    fields,
    panels: [],
    channelOf: () => ({ channel: "x", scale: undefined }),
    scaleTypeOf: () => undefined,
    titlesOf: (field) => byField.get(field) ?? [],
    intervalLevel: intervalLevelIn(spec),
    comparedWith: comparedWithIn(spec),
    areasNotInData: [...areas].filter((area) => !known.has(area)).length,
  };
  return { tables: [table], withGaps: new Map(), titles };
}

/** The level of confidence intervals that a spec says its ends are of. */
function intervalLevelIn(value: unknown): number | undefined {
  if (Array.isArray(value)) return value.map(intervalLevelIn).find((level) => level !== undefined);
  if (!isObject(value)) return undefined;
  const { low, high, is } = value;
  if (typeof low === "string" && typeof high === "string" && typeof is === "number") return is;
  return intervalLevelIn(Object.values(value));
}

/** The title and the field that a spec writes at the mark which all bars are compared with. */
function comparedWithIn(value: unknown): DrawnTable["comparedWith"] {
  if (Array.isArray(value)) return value.map(comparedWithIn).find((one) => one !== undefined);
  if (!isObject(value)) return undefined;
  if (value.as !== "comparatorLabel") return comparedWithIn(Object.values(value));
  const { title, field } =
    /^"(?<title>.*?) " \+ .*?datum\[['"](?<field>.*?)['"]\]/.exec(String(value.calculate))?.groups ?? {};
  return title !== undefined && field !== undefined ? { title, field } : undefined;
}

interface Collected {
  /** Every text that a spec writes somewhere. */
  readonly titles: Set<string>;
  /** The areas of its tiles or shapes. */
  readonly areas: Set<string>;
}

function collect(value: unknown, into: Collected): void {
  for (const each of Array.isArray(value) ? value : []) collect(each, into);
  if (!isObject(value)) return;
  const { properties, areaTile } = value;
  const [place] = [properties, areaTile].filter(isObject);
  const area = place?.name ?? value.area;
  if (typeof area === "string") into.areas.add(area);
  for (const own of Object.values(value)) {
    const texts = [own].flat().filter((text) => typeof text === "string");
    for (const text of texts) into.titles.add(text);
    // Expressions hold words between quotes.
    for (const text of texts) for (const [, words = ""] of text.matchAll(/"([^"]+)"/g)) into.titles.add(words.trim());
    collect(own, into);
  }
}
