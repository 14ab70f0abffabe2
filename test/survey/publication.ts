import fc from "fast-check";
import {
  breakdowns,
  frames,
  type headingStyles,
  noteMarks,
  placeLists,
  subjects,
  timeStyles,
  titled,
} from "./published-tables.ts";

/**
 * What stands across the top: measures (a row for each place, part and period), periods, parts; parts below each period, periods below
 * each measure, or measures below each period; or nothing, where a column names the measure of each row.
 */
export type Layout = "rows" | "times" | "parts" | "both" | "blocks" | "pairs" | "long";

/**
 * A table as offices publish it, made of what it says: places, a breakdown, periods, a count and its rate, laid out and headed in ways
 * that are met, between titles and notes.
 */
export interface Publication {
  readonly subject: (typeof subjects)[number];
  readonly placeList: (typeof placeLists)[number];
  readonly placeCount: number;
  readonly hasCodes: boolean;
  readonly hasRegions: boolean;
  readonly whole: "none" | "first" | "last";
  readonly wholeAt: number;
  readonly breakdown: (typeof breakdowns)[number] | undefined;
  readonly hasPartsWhole: boolean;
  readonly timeStyle: (typeof timeStyles)[number];
  readonly firstYear: number;
  readonly timeCount: number;
  readonly layout: Layout;
  readonly hasRate: boolean;
  /** How a percentage is written: `12.3`, `12.3%` or `0.123`. */
  readonly percentages: "plain" | "signs" | "fractions";
  /** A second count, of some of those that the first one counts. */
  readonly hasSome: boolean;
  readonly frame: (typeof frames)[number];
  readonly hasCommas: boolean;
  /** Rows of the regions among those of the places, with their sums; also with the names of places set in. */
  readonly regionRows: "none" | "sums" | "indents";
  /** Names that stand once, above blank cells, where further rows are of the same. */
  readonly isNamedOnce: boolean;
  /** Where the whole of the groups stands among them. */
  readonly partsWholeAt: "first" | "middle" | "last";
  /** An empty row behind each place that has several, or behind each third. */
  readonly hasGaps: boolean;
  /** An empty column between names and figures. */
  readonly hasEmptyColumn: boolean;
  /** What stands for a figure here and there. */
  readonly marker: string | undefined;
  /** What refers to a note, behind every third name of one kind. */
  readonly noteMark: (typeof noteMarks)[number] | undefined;
  readonly notesBehind: "places" | "parts" | "times" | "headings";
  readonly headingStyle: keyof typeof headingStyles;
  readonly seed: number;
}

/** What may stand in each field. */
export const anyField = {
  subject: fc.constantFrom(...subjects),
  placeList: fc.constantFrom(...placeLists),
  placeCount: fc.integer({ min: 4, max: 12 }),
  hasCodes: fc.boolean(),
  hasRegions: fc.boolean(),
  whole: fc.constantFrom("none", "first", "last"),
  wholeAt: fc.nat(9),
  breakdown: fc.option(fc.constantFrom(...breakdowns), { nil: undefined }),
  hasPartsWhole: fc.boolean(),
  timeStyle: fc.constantFrom(...timeStyles),
  firstYear: fc.integer({ min: 2003, max: 2018 }),
  timeCount: fc.integer({ min: 1, max: 6 }),
  layout: fc.constantFrom("rows", "rows", "times", "parts", "both", "blocks", "pairs", "long"),
  hasRate: fc.boolean(),
  percentages: fc.constantFrom("plain", "signs", "fractions"),
  hasSome: fc.integer({ min: 0, max: 4 }).map((drawn) => drawn === 0),
  frame: fc.constantFrom(...frames),
  hasCommas: fc.boolean(),
  // Of names alone, headings between rows, the guess makes a dimension where they hold what stands below them.
  regionRows: fc.constantFrom("none", "none", "sums", "indents"),
  isNamedOnce: fc.integer({ min: 0, max: 3 }).map((drawn) => drawn === 0),
  partsWholeAt: fc.constantFrom("last", "last", "first", "middle"),
  hasGaps: fc.integer({ min: 0, max: 5 }).map((drawn) => drawn === 0),
  hasEmptyColumn: fc.integer({ min: 0, max: 7 }).map((drawn) => drawn === 0),
  marker: fc.constantFrom(undefined, undefined, "[x]", "..", "[c]", ":", "-", "*"),
  noteMark: fc.option(fc.constantFrom(...noteMarks), { nil: undefined, freq: 1 }),
  notesBehind: fc.constantFrom("places", "parts", "times", "headings"),
  headingStyle: fc.constantFrom("plain", "plain", "plain", "caps", "snake"),
  seed: fc.nat(10_000),
} as const satisfies { readonly [K in keyof Publication]: fc.Arbitrary<Publication[K]> };

export interface Place {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  /** The places, by number, that it is made of. */
  readonly of: readonly number[];
}

export interface Part {
  readonly name: string;
  /** The parts, by number, that it is made of. */
  readonly of: readonly number[];
}

export interface Time {
  readonly name: string;
  readonly start: string;
  readonly at: number;
}

/** What a publication says, and how. */
export interface Tell {
  readonly title: string | undefined;
  readonly frame: Publication["frame"];
  readonly layout: Layout;
  readonly places: readonly Place[];
  /** Those that are no wholes. */
  readonly own: readonly Place[];
  readonly whole: Place | undefined;
  readonly regions: readonly string[];
  readonly parts: readonly Part[];
  readonly partsWhole: string | undefined;
  readonly times: readonly Time[];
  readonly measures: readonly Measure[];
  readonly isTimeInTitle: boolean;
  /** Whether something says what is counted. */
  readonly isCountSaid: boolean;
}

export type Measure = "count" | "some" | "rate";

export function tellOf(publication: Publication): Tell {
  const { breakdown, placeList, timeStyle } = publication;
  // Of groups that nobody knows by their names the title says what they are.
  const isTitleNeeded = breakdown?.heading === "Type" && publication.layout !== "rows";
  const frame = isTitleNeeded ? titled : publication.frame;
  const layout = layoutOf(publication);
  const times = timesOf(publication);
  // One period is told by the title.
  const isTimeInTitle = times.length === 1 && frame.hasTitle && !["times", "both", "blocks", "pairs"].includes(layout);
  const groups = breakdown ? `${breakdown.heading.toLowerCase()} and ` : "";
  const span = isTimeInTitle ? `, ${timeStyle.inTitle(times[0]?.name ?? "")}` : "";
  return {
    ...placesOf(publication),
    title: frame.hasTitle
      ? `${frame.number}${publication.subject.title} by ${groups}${placeList.heading.toLowerCase()}${span}`
      : undefined,
    frame,
    layout,
    parts: partsOf(publication),
    partsWhole: breakdown && publication.hasPartsWhole ? breakdown.whole : undefined,
    times,
    measures: measuresOf(publication, layout),
    isTimeInTitle,
    // Without a title nothing says what figures below periods and parts are.
    isCountSaid: frame.hasTitle || !["times", "parts", "both"].includes(layout),
  };
}

/** Without a breakdown there are no parts across, and a column that names one measure is none. */
function layoutOf({ breakdown, layout, hasRate, hasSome }: Publication): Layout {
  if (["blocks", "pairs", "long"].includes(layout) && !hasRate && !hasSome) return "rows";
  if (breakdown) return layout;
  return layout === "parts" ? "rows" : layout === "both" ? "times" : layout;
}

const measuresOf = ({ hasRate, hasSome }: Publication, layout: Layout): readonly Measure[] =>
  ["times", "parts", "both"].includes(layout)
    ? ["count"]
    : ["count", ...(hasSome ? (["some"] as const) : []), ...(hasRate ? (["rate"] as const) : [])];

function placesOf({
  placeList,
  placeCount,
  regionRows,
  hasRegions,
  marker,
  whole: wholeAt,
  wholeAt: nameAt,
}: Publication) {
  const first = placeList.names.slice(0, placeCount);
  // A region of one place has the same figures.
  const listed =
    regionRows === "none"
      ? first
      : first.filter(([, , region]) => first.filter(([, , other]) => other === region).length > 1);
  // Where some figures are not there, a whole is known by a name that says what it is.
  const wholeName = placeList.whole[marker === undefined ? nameAt % placeList.whole.length : 0] as string;
  const own = listed.map(([code, name, region], at): Place => ({ code, name, region, of: [at] }));
  const whole: Place = { code: placeList.wholeCode, name: wholeName, region: "", of: listed.map((_, at) => at) };
  const regions = [...new Set(listed.map(([, , region]) => region))].filter((name) => name !== "");
  // Figures that are not there leave open what regions hold.
  const areNested = regionRows !== "none" && !hasRegions && !marker && regions.length > 1;
  const nested = areNested
    ? regions.flatMap((name, at) => {
        const within = own.filter(({ region }) => region === name);
        return [{ code: `E1200000${at + 1}`, name, region: "", of: within.flatMap(({ of }) => of) }, ...within];
      })
    : own;
  return {
    own,
    regions: areNested ? regions : [],
    whole: wholeAt === "none" ? undefined : whole,
    places: { none: nested, first: [whole, ...nested], last: [...nested, whole] }[wholeAt],
  };
}

function partsOf({ breakdown, hasPartsWhole, partsWholeAt }: Publication): readonly Part[] {
  if (!breakdown) return [{ name: "", of: [0] }];
  const parts = breakdown.parts.map((name, at) => ({ name, of: [at] }));
  const whole = hasPartsWhole ? [{ name: breakdown.whole, of: parts.flatMap(({ of }) => of) }] : [];
  const before = { first: 0, middle: 1, last: parts.length }[partsWholeAt];
  return [...parts.slice(0, before), ...whole, ...parts.slice(before)];
}

/** Of periods that may be something else there are some at least, and so there are below each measure. */
const timesOf = ({ timeStyle, firstYear, timeCount, layout }: Publication): readonly Time[] =>
  Array.from({ length: Math.max(timeStyle.fewest, timeCount, layout === "blocks" ? 2 : 1) }, (_, at) => ({
    name: timeStyle.write(firstYear, at),
    start: timeStyle.start(firstYear, at),
    at,
  }));

/** A count of a place, a part and a period: no round one, and none that is small. */
function countOf(seed: number, place: number, part: number, time: number): number {
  const mixed = [place + 1, part + 1, time + 1].reduce((hash, one) => Math.imul(hash ^ one, 0x9e3779b1), seed + 7);
  return 137 + 61 * ((place * 5) % 13) + ((mixed >>> 8) % 997);
}

/** The count of a place, a part and a period; also of some of them, about a third. */
export const sumOf = (
  { seed }: Publication,
  place: Place,
  part: Part,
  time: Time,
  measure: "count" | "some" = "count",
): number => {
  const of = (count: number) => (measure === "count" ? count : Math.floor((count * (2 + (count % 3))) / 9));
  return place.of
    .flatMap((p) => part.of.map((b) => of(countOf(seed, p, b, time.at))))
    .reduce((sum, one) => sum + one, 0);
};

/** Whether something else stands where a figure would: of one place in five, at one time. */
export const isMarked = ({ marker, seed }: Publication, { of }: Place, part: Part, time: Time): boolean =>
  marker !== undefined &&
  of.length === 1 &&
  part.of.length === 1 &&
  (seed + (of[0] ?? 0) * 7 + (part.of[0] ?? 0) * 3 + time.at) % 11 === 0;
