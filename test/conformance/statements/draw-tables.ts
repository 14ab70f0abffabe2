import * as vega from "vega";
import * as vegaLite from "vega-lite";
import { silent } from "../../charts/silent-logger.ts";
import type { Cell } from "./cell-names.ts";
import type { DrawnRow, DrawnTable } from "./drawn-table.ts";

/** What a chart draws, read from Vega's own view without any code of the library. */
export interface Drawing {
  readonly tables: readonly DrawnTable[];
  /** The same where what has no figure is drawn too, by the name of the mark. */
  readonly withGaps: ReadonlyMap<string, DrawnTable>;
  /** Every title that is to be read. */
  readonly titles: ReadonlySet<string>;
}

interface Json {
  readonly [key: string]: unknown;
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Reads files of data, by the name after `data/`. */
type LoadData = (file: string) => string | ArrayBuffer;

/** @param load for specs that name files. */
export async function drawTables(spec: object, load?: LoadData): Promise<Drawing> {
  const drawn = await draw(spec, load);
  const config = isObject((spec as Json).config) ? ((spec as Json).config as Json) : {};
  const mark = isObject(config.mark) ? config.mark : {};
  const all = await draw({ ...spec, config: { ...config, mark: { ...mark, invalid: "show" } } }, load).catch(
    () => undefined,
  );
  return { ...drawn, withGaps: new Map((all ?? drawn).tables.map((table) => [table.name, table])) };
}

/** As the library seeds it. */
const seed = 0.5;
const { setRandom, randomLCG } = vega as unknown as {
  readonly setRandom: (random: () => number) => void;
  readonly randomLCG: (seed: number) => () => number;
};

async function draw(spec: object, load?: LoadData): Promise<Omit<Drawing, "withGaps">> {
  const compiled = vegaLite.compile(structuredClone(spec) as never, { logger: silent as never })
    .spec as unknown as Json;
  const loader = {
    ...vega.loader(),
    load: async (uri: string) => load?.(uri.replace(/^.*?data\//, "")) ?? "",
    sanitize: async (uri: string) => ({ href: uri }),
  };
  const options = { renderer: "none", loader, logger: silent } as never;
  // As the library draws what is made at random.
  setRandom(randomLCG(seed));
  const view = new vega.View(vega.parse(compiled as never), options);
  await view.runAsync();
  const guides = titlesByScale(compiled);
  const marks = new Map<string, { readonly rows: DrawnRow[]; readonly panels: Set<string> }>();
  const titles = new Set([...guides.values()].flatMap((own) => [...own]));
  const facets = facetsIn(compiled);
  visit((view.scenegraph() as unknown as { readonly root: Json }).root, {}, { marks, titles, facets });
  view.finalize();
  const encodings = new Map<string, Json>();
  collectEncodings(compiled, encodings);
  const scaleTypes = scaleTypesIn(compiled);
  const tables = [...marks].flatMap(([name, { rows, panels }]) => {
    const encoding = encodings.get(name);
    return encoding && rows.length > 0 && !/brush/.test(name)
      ? [tableOf(name, rows, { encoding, guides, scaleTypes, panels: [...panels] })]
      : [];
  });
  return { tables, titles };
}

/** Titles of axes and legends, by the scale that they are of. */
function titlesByScale(spec: Json): Map<string, Set<string>> {
  const titles = new Map<string, Set<string>>();
  const add = (scale: unknown, title: unknown) => {
    if (typeof scale !== "string" || title === undefined || title === null) return;
    const text = [title]
      .flat()
      .map((line) => (isObject(line) ? line.signal : line))
      .join(" ");
    titles.set(scale, (titles.get(scale) ?? new Set()).add(text));
  };
  const see = (group: Json) => {
    for (const axis of list(group.axes)) if (isObject(axis)) add(axis.scale, axis.title);
    for (const legend of list(group.legends)) {
      if (!isObject(legend)) continue;
      for (const channel of ["fill", "stroke", "size", "shape", "opacity", "strokeDash", "strokeWidth"])
        add(legend[channel], legend.title);
    }
    for (const mark of list(group.marks)) if (isObject(mark)) see(mark);
  };
  see(spec);
  return titles;
}

/** Every object within a compiled spec. */
function* objectsIn(value: unknown): Generator<Json> {
  if (isObject(value)) yield value;
  for (const own of Array.isArray(value) ? value : isObject(value) ? Object.values(value) : []) yield* objectsIn(own);
}

/** By the name of the scale. */
function scaleTypesIn(spec: Json): ReadonlyMap<string, string> {
  const all = [...objectsIn(spec)].flatMap(({ scales }) => list(scales).filter(isObject));
  return new Map(all.map(({ name, type }) => [String(name), String(type)]));
}

/** The fields that small charts are of, by the name of their groups: what Vega-Lite counts to lay them out is none. */
function facetsIn(spec: Json): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = [...objectsIn(spec)].flatMap(({ name, from }) => {
    const facet = isObject(from) ? from.facet : undefined;
    return typeof name === "string" && isObject(facet)
      ? [[name, new Set([facet.groupby].flat().map((field) => String(field).replaceAll("\\", "")))] as const]
      : [];
  });
  return new Map(groups);
}

function collectEncodings(group: Json, into: Map<string, Json>): void {
  for (const mark of list(group.marks)) {
    if (!isObject(mark)) continue;
    const encode = isObject(mark.encode) ? mark.encode : {};
    if (typeof mark.name === "string" && isObject(encode.update)) into.set(mark.name, encode.update);
    collectEncodings(mark, into);
  }
}

interface Seen {
  readonly marks: Map<string, { readonly rows: DrawnRow[]; readonly panels: Set<string> }>;
  readonly titles: Set<string>;
  readonly facets: ReadonlyMap<string, ReadonlySet<string>>;
}

function visit(node: Json, panel: Json, seen: Seen): void {
  const { role, marktype, name, items } = node;
  for (const item of list(items)) {
    if (!isObject(item)) continue;
    if (marktype === "group") {
      const inner = role === "scope" ? { ...panel, ...facetOf(item, seen.facets) } : panel;
      for (const child of list(item.items)) if (isObject(child)) visit(child, inner, seen);
    } else if (marktype === "text" && /title/.test(String(role))) seen.titles.add([item.text].flat().join(" "));
    else if (role === "mark" && typeof name === "string") addRow(name, item, { panel, seen });
  }
}

/** What a small chart is of. */
function facetOf({ mark, datum }: Json, facets: Seen["facets"]): Json {
  const name = isObject(mark) ? String(mark.name ?? "") : "";
  const isFacet = /cell|facet|child/.test(name) && !/pathgroup|stack_group/.test(name);
  if (!isFacet || !isObject(datum)) return {};
  const fields = facets.get(name);
  return Object.fromEntries(Object.entries(datum).filter(([field]) => fields === undefined || fields.has(field)));
}

function addRow(name: string, item: Json, { panel, seen }: { readonly panel: Json; readonly seen: Seen }): void {
  const own = seen.marks.get(name) ?? { rows: [], panels: new Set() };
  seen.marks.set(name, own);
  const { count: _, ...names } = panel;
  const headings = Object.entries(names).map(([key, cell]) => [`panel ${key}`, cell] as const);
  for (const [key] of headings) own.panels.add(key);
  const cells = { ...flat(item.datum), ...Object.fromEntries(headings) };
  own.rows.push({ cells, x: Number(item.x ?? 0), y: Number(item.y ?? 0), isLeftOut: item.defined === false });
}

/** The fields of a datum, and those within these by their path. */
function flat(datum: unknown, path = "", depth = 0): Readonly<Record<string, Cell>> {
  if (!isObject(datum)) return {};
  return Object.fromEntries(
    Object.entries(datum).flatMap(([key, cell]) => [
      [`${path}${key}`, cell],
      ...(isObject(cell) && !(cell instanceof Date) && depth < 2
        ? Object.entries(flat(cell, `${path}${key}.`, depth + 1))
        : []),
      ...(Array.isArray(cell) && cell.length < 20
        ? cell.map((one, index) => [`${path}${key}.${index}`, one] as const)
        : []),
    ]),
  );
}

interface Drawn {
  readonly encoding: Json;
  readonly guides: ReadonlyMap<string, ReadonlySet<string>>;
  readonly scaleTypes: ReadonlyMap<string, string>;
  readonly panels: readonly string[];
}

const read =
  /^(?:x|y|x2|y2|xc|yc|startAngle|endAngle|outerRadius|innerRadius|fill|stroke|size|opacity|fillOpacity|strokeOpacity|shape|strokeDash|strokeWidth|width|height|angle|text)$/;

function tableOf(name: string, rows: readonly DrawnRow[], { encoding, guides, scaleTypes, panels }: Drawn): DrawnTable {
  const fields = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))].filter((field) => field !== "");
  const channels = new Map<string, { readonly channel: string; readonly scale: string | undefined }[]>();
  for (const [channel, definition] of Object.entries(encoding)) {
    if (!read.test(channel)) continue;
    const text = JSON.stringify(definition);
    const scale = /"scale":"([^"]+)"/.exec(text)?.[1] ?? /scale\(\\"([^"\\]+)\\"/.exec(text)?.[1];
    for (const field of fields)
      if (isNamedIn(text, field)) channels.set(field, [...(channels.get(field) ?? []), { channel, scale }]);
  }
  const channelsOf = (field: string) =>
    ["", "_end", "_start", "_range"].map((end) => channels.get(`${field}${end}`)).find(Boolean) ?? [];
  const titles = new Map(
    fields.map((field) => {
      const scales = channelsOf(field).map(({ scale }) => guides.get(scale ?? ""));
      const own = scales.length === 0 ? [undefined] : scales;
      return [field, [...new Set(own.flatMap((guide) => titlesOf(field, guide)))]];
    }),
  );
  return {
    name,
    rows,
    fields,
    panels,
    channelOf: (field) => channelsOf(field)[0],
    scaleTypeOf: (field) => scaleTypes.get(channelsOf(field)[0]?.scale ?? ""),
    titlesOf: (field) => titles.get(field) ?? [],
  };
}

/** Whether an encoding reads a field. */
function isNamedIn(text: string, field: string): boolean {
  const escaped = field.replaceAll(/[.[\]]/g, (sign) => `\\${sign}`);
  const names = [field, escaped].map((own) => JSON.stringify(own));
  return (
    names.some((own) => text.includes(`"field":${own}`)) ||
    text.includes(`datum[${JSON.stringify(JSON.stringify(field)).slice(1, -1)}]`) ||
    text.includes(`datum['${field}']`)
  );
}

const operations =
  "average|mean|sum|median|min|max|distinct|count|q1|q3|stdev|variance|valid|missing|product|ci0|ci1|stderr|values";
const units = "year|quarter|month|week|dayofyear|date|day|hours|minutes|seconds|milliseconds";
const welshOperations: Readonly<Record<string, string>> = {
  sum: "Cyfanswm",
  mean: "Cymedr",
  average: "Cymedr",
  median: "Canolrif",
  min: "Isafswm",
  max: "Uchafswm",
  distinct: "Nifer gwahanol",
  q1: "Chwartel isaf",
  q3: "Chwartel uchaf",
};
const capital = (word: string): string => word.replace(/^./, (letter) => letter.toUpperCase());

/** What a field is called: as its axis or legend is, and by itself where that has no title. */
function titlesOf(field: string, guide: ReadonlySet<string> | undefined): readonly string[] {
  const plain = field
    .replace(/^panel /, "")
    .replaceAll(/\.(\d+)\.?/g, "[$1]")
    .replace(/_(?:end|start|range|mid)$/, "");
  const [, operation, own] = new RegExp(`^(${operations})_(.*)$`).exec(plain) ?? [];
  const [, times, dated] = new RegExp(`^(?:utc)?((?:${units})+)(?:_step_\\d+)?_(.*)$`).exec(plain) ?? [];
  const [, , binned] =
    /^bin_(.*?)(?:maxbins_\d+|step_[\d.]+|extent_.*?|steps_.*?|base_\d+|nice_\w+)?_(.*)$/.exec(plain) ?? [];
  const made = (name: string): readonly string[] => [
    ...(operation ? [`${capital(operation)} of ${name}`] : []),
    ...(binned === undefined ? [] : [`${name} (binned)`]),
    ...(times === undefined ? [] : [`${name} (${[...times.matchAll(new RegExp(units, "g"))].join("-")})`]),
  ];
  const base = own ?? dated ?? binned ?? plain;
  const byItself = plain === "__count" ? ["Count of Records"] : [plain, base, ...made(base)];
  if (guide === undefined) return withWelsh(byItself);
  const written = [...guide]
    .flatMap((title) => [title, ...title.split(", ")])
    .map((title) => title.replaceAll(/\\(.)/g, "$1"));
  // An axis of a figure and of its mean is called by what both are of.
  const isOfBoth = written.includes(base) || plain === "__count";
  return withWelsh([...written, ...(isOfBoth ? byItself : []), ...written.flatMap(made)]);
}

/** Titles, and what those that nobody has given are in Welsh. */
const withWelsh = (titles: readonly string[]): readonly string[] => [
  ...new Set(titles.flatMap((title) => [title, title.split(", ").map(inWelsh).join(", ")])),
];

function inWelsh(title: string): string {
  if (title === "Count of Records") return "Nifer y rhesi";
  const [, operation = "", of = ""] = /^(\w+) of (.*)$/.exec(title) ?? [];
  const welsh = welshOperations[operation.toLowerCase()];
  if (welsh !== undefined) return `${welsh}: ${of}`;
  return title.replace(/ \(binned\)$/, " (dosbarthiadau)").replace(new RegExp(` \\((?:${units}|-)+\\)$`), "");
}
