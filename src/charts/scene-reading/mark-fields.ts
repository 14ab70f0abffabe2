import { isObject, type JsonObject, visitObjects } from "../json.ts";
import { plainFieldName } from "../spec/encoded-field.ts";

/** What one mark of a compiled (Vega) spec is drawn by. */
export interface MarkFields {
  /** `rect`, `symbol`, … */
  readonly type: string;
  /** `bar`, `boxplot-box`, …: what Vega-Lite calls it. */
  readonly styles: readonly string[];
  readonly channels: Readonly<Record<string, MarkChannel | undefined>>;
  /** Fields that split it into small charts, and those that split it into lines. */
  readonly panels: readonly string[];
  readonly lines: readonly string[];
  /** Its points are joined in the order of another channel than their positions. */
  readonly isPath: boolean;
}

interface MarkChannel {
  readonly field: string | undefined;
  /** Where it stands between two fields, the second: of a class, its end. */
  readonly end?: string | undefined;
  readonly scale: string | undefined;
}

/** What readers are told of a scale. */
export interface ScaleGuide {
  readonly title: string;
  /** Of its figures, as D3 has it. */
  readonly format: string | undefined;
}

export interface DrawnBy {
  readonly marks: ReadonlyMap<string, MarkFields>;
  /** By the name of the scale. */
  readonly guides: ReadonlyMap<string, ScaleGuide>;
  /** What stands over rows and columns of small charts, by the field that they are of: `Police force`. */
  readonly headings: ReadonlyMap<string, string>;
  /** Fields that it made of dates, by a unit of time. */
  readonly times: ReadonlySet<string>;
  /** Fields that a recipe makes for its own use: what they hold names nothing to a reader. */
  readonly inner: ReadonlySet<string>;
}

/** Reads what the marks of a compiled spec are drawn by, and how its scales are titled. */
export function readDrawnBy(spec: JsonObject, inner: ReadonlySet<string> = new Set()): DrawnBy {
  const marks = new Map<string, MarkFields>();
  const guides = new Map<string, FoundGuide>();
  const headings = new Map<string, string>();
  const times = new Set<string>();
  const visit = (value: unknown, split: Split): void =>
    visitObjects(value, (object) => {
      for (const guide of [object.axes, object.legends].flat().filter(isObject)) addGuide(guides, guide);
      const { name, type, encode } = object;
      addHeadings(headings, [object.marks].flat().filter(isObject));
      if (type === "timeunit") for (const time of textsIn(object.as)) times.add(time);
      if (type === "group") {
        const { marks: inner, ...own } = object;
        visit(Object.values(own), split);
        visit(inner, splitBy(object, split));
        return false;
      }
      if (typeof name === "string" && typeof type === "string" && isObject(encode))
        marks.set(name, fieldsOf(object, encode, split));
      return true;
    });
  visit(spec, { panels: [], lines: [], around: {} });
  return {
    marks,
    guides: new Map([...guides].map(([scale, guide]) => [scale, guideOf(guide)])),
    headings,
    times,
    inner,
  };
}

/** What the groups around a mark say of it. */
interface Split extends Pick<MarkFields, "panels" | "lines"> {
  /** Where it stands by the group that it is in. */
  readonly around: MarkFields["channels"];
}

/**
 * What the marks within a group are split by. What is stacked with round corners stands in groups that nobody sees, each at
 * the place of its stack.
 */
function splitBy({ name, from, encode }: JsonObject, split: Split): Split {
  const facet = isObject(from) && isObject(from.facet) ? from.facet : {};
  const by = textsIn(facet.groupby).map(plainFieldName);
  if (String(name).endsWith("pathgroup")) return { ...split, lines: by };
  if (String(facet.name).startsWith("stack_group_") && isObject(encode))
    return { ...split, around: channelsIn(encode) };
  return { ...split, panels: [...split.panels, ...by] };
}

function fieldsOf({ type, style, sort }: JsonObject, encode: JsonObject, { around, ...split }: Split): MarkFields {
  const by = isObject(sort) ? textsIn(sort.field) : [];
  const isPath = by.some((field) => field !== "x" && field !== "y");
  const channels = { ...around, ...channelsIn(encode) };
  return { type: String(type), styles: textsIn(style), channels, isPath, ...split };
}

function channelsIn({ enter, update }: JsonObject): MarkFields["channels"] {
  const channels: Record<string, MarkChannel> = {};
  for (const set of [enter, update].filter(isObject)) {
    for (const [channel, definition] of Object.entries(set)) {
      const entries = [definition].flat().filter(isObject);
      const entry = entries.findLast(({ field }) => typeof field === "string") ?? entries.at(-1);
      if (entry) channels[channel] = channelOf(entry);
    }
  }
  return channels;
}

/** By a field, or by an expression of one or two: `scale("x", 0.5 * datum["bin"] + 0.5 * datum["bin_end"])`. */
function channelOf({ field, scale, signal }: JsonObject): MarkChannel {
  if (typeof field === "string")
    return { field: withoutOffset(plainFieldName(field)), scale: typeof scale === "string" ? scale : undefined };
  if (typeof signal !== "string") return { field: undefined, scale: typeof scale === "string" ? scale : undefined };
  const fields = [...new Set([...signal.matchAll(/datum\[(["'])(.+?)\1\]/g)].map(([, , name]) => name as string))];
  const [first, second] = fields;
  const scales = [...signal.matchAll(/\bscale\(\s*(["'])(.+?)\1/g)].map(([, , name]) => name as string);
  const isRead = fields.length === 1 || (fields.length === 2 && second === `${first}_end`);
  return { field: isRead ? first : undefined, end: isRead ? second : undefined, scale: scales[0] };
}

/** Bars of a month may be drawn around its beginning, by fields that Vega-Lite moves there: they are of that month all the same. */
const withoutOffset = (field: string): string =>
  field.replace(/_offsetted_rect_(start|end)$/, (_, end: string) => (end === "end" ? "_end" : ""));

interface FoundGuide extends Pick<ScaleGuide, "format"> {
  /** The title of the first axis that has one. */
  readonly ofAxis: string;
  /** The titles of legends. */
  readonly ofLegends: ReadonlySet<string>;
}

function addGuide(guides: Map<string, FoundGuide>, guide: JsonObject): void {
  const { title, format } = guide;
  const text = textsIn(title).join(" ");
  for (const channel of ["scale", "fill", "stroke", "size", "shape", "opacity"]) {
    const scale = guide[channel];
    if (typeof scale !== "string") continue;
    const known = guides.get(scale);
    const isAxis = channel === "scale";
    guides.set(scale, {
      ofAxis: known?.ofAxis || (isAxis ? text : ""),
      ofLegends: new Set([...(known?.ofLegends ?? []), ...(isAxis || text === "" ? [] : [text])]),
      format: known?.format ?? (typeof format === "string" ? format : undefined),
    });
  }
}

/** Where two layers share a scale and each titles a legend of its own, no title is that of the scale. */
const guideOf = ({ ofAxis, ofLegends, format }: FoundGuide): ScaleGuide => ({
  title: ofAxis || (ofLegends.size === 1 ? ([...ofLegends][0] as string) : ""),
  format,
});

/**
 * Of the marks of a chart, those that head its small charts: one says what the rows or the columns are of; what names each of them,
 * on its edge or, where they are wrapped, over each, is made of a field of it.
 */
function addHeadings(headings: Map<string, string>, marks: readonly JsonObject[]): void {
  const named = (role: string) => marks.filter((mark) => mark.role === role).map(titleTextOf);
  const wrapped = marks.filter(({ from }) => isObject(from) && isObject(from.facet)).map(titleTextOf);
  for (const direction of ["row", "column"]) {
    const title = named(`${direction}-title`).flatMap(textsIn).join(" ");
    const names = [...named(`${direction}-header`), ...(direction === "column" ? wrapped : [])];
    for (const name of names.filter(isObject)) {
      const [, , field] = /\bparent\[(["'])(.+?)\1\]/.exec(String(name.signal)) ?? [];
      if (field !== undefined && title !== "") headings.set(field, title);
    }
  }
}

const titleTextOf = ({ title }: JsonObject): unknown => (isObject(title) ? title.text : title);

const textsIn = (value: unknown): readonly string[] => [value].flat().filter((each) => typeof each === "string");
