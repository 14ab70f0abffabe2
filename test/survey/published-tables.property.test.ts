import fc from "fast-check";
import { expect, test } from "vitest";
import { nameOf, titleOf } from "../../src/cli/title-of.ts";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import { surveyTable } from "../../src/survey/index.ts";
import { readSheets } from "../../src/tables/index.ts";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";
import { breakdowns, frames, placeLists, subjects, timeStyles, titled } from "./published-tables.ts";

/**
 * A table as offices publish it, made of what it says: places, a breakdown, periods, a count and its rate, laid out and headed in ways
 * that are met, between titles and notes. A first guess says the same of each of them.
 */
interface Publication {
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
  /** What stands across the top; below each period its parts where it is both. */
  readonly across: "measures" | "times" | "parts" | "both";
  readonly hasRate: boolean;
  readonly frame: (typeof frames)[number];
  readonly hasCommas: boolean;
  /** Rows of the regions among those of the places. */
  readonly hasRegionRows: boolean;
  /** What stands for a figure here and there. */
  readonly marker: string | undefined;
  readonly seed: number;
}

const anyPublication: fc.Arbitrary<Publication> = fc.record({
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
  across: fc.constantFrom("measures", "times", "parts", "both"),
  hasRate: fc.boolean(),
  frame: fc.constantFrom(...frames),
  hasCommas: fc.boolean(),
  hasRegionRows: fc.boolean(),
  marker: fc.constantFrom(undefined, undefined, "[x]", "..", "[c]", ":", "-", "*"),
  seed: fc.nat(10_000),
});

interface Place {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly of: readonly number[];
}

/** What a publication says, and how. */
function tellOf(publication: Publication) {
  const { placeList, breakdown, timeStyle, firstYear, subject } = publication;
  const first = placeList.names.slice(0, publication.placeCount);
  // A region of one place has the same figures.
  const listed = publication.hasRegionRows
    ? first.filter(([, , region]) => first.filter(([, , other]) => other === region).length > 1)
    : first;
  // Where some figures are not there, a whole is known by a name that says what it is.
  const wholeAt = publication.marker === undefined ? publication.wholeAt % placeList.whole.length : 0;
  const wholeName = placeList.whole[wholeAt] as string;
  const own = listed.map(([code, name, region], at): Place => ({ code, name, region, of: [at] }));
  const whole: Place = { code: placeList.wholeCode, name: wholeName, region: "", of: listed.map((_, at) => at) };
  const regions = [...new Set(listed.map(([, , region]) => region))].filter((name) => name !== "");
  // Figures that are not there leave open what regions hold.
  const areNested = publication.hasRegionRows && !publication.hasRegions && !publication.marker && regions.length > 1;
  const nested = areNested
    ? regions.flatMap((name, at) => {
        const within = own.filter(({ region }) => region === name);
        return [{ code: `E1200000${at + 1}`, name, region: "", of: within.flatMap(({ of }) => of) }, ...within];
      })
    : own;
  const places = { none: nested, first: [whole, ...nested], last: [...nested, whole] }[publication.whole];
  // Of groups that nobody knows by their names the title says what they are.
  const frame = breakdown?.heading === "Type" && publication.across !== "measures" ? titled : publication.frame;
  const timeCount = Math.max(timeStyle.fewest, publication.timeCount);
  const across = breakdown
    ? publication.across
    : ({ measures: "measures", times: "times", parts: "measures", both: "times" } as const)[publication.across];
  const partAts = breakdown?.parts.map((_, at) => at) ?? [0];
  const parts = breakdown
    ? [
        ...breakdown.parts.map((name, at) => ({ name, of: [at] })),
        ...(publication.hasPartsWhole ? [{ name: breakdown.whole, of: partAts }] : []),
      ]
    : [{ name: "", of: [0] }];
  const times = Array.from({ length: timeCount }, (_, at) => ({
    name: timeStyle.write(firstYear, at),
    start: timeStyle.start(firstYear, at),
    at,
  }));
  const partsWhole = breakdown && publication.hasPartsWhole ? breakdown.whole : undefined;
  // One period is told by the title.
  const isTimeInTitle = timeCount === 1 && frame.hasTitle && (across === "measures" || across === "parts");
  const hasRate = publication.hasRate && across === "measures";
  // Without a title nothing says what figures below periods and parts are.
  const isCountSaid = frame.hasTitle || across === "measures";
  return {
    frame,
    places,
    own,
    regions: areNested ? regions : [],
    partsWhole,
    isCountSaid,
    whole: publication.whole === "none" ? undefined : whole,
    parts,
    times,
    isTimeInTitle,
    hasRate,
    across,
    subject,
  };
}

type Tell = ReturnType<typeof tellOf>;

/** A count of a place, a part and a period: no round one, and none that is small. */
function countOf(seed: number, place: number, part: number, time: number): number {
  const mixed = [place + 1, part + 1, time + 1].reduce((hash, one) => Math.imul(hash ^ one, 0x9e3779b1), seed + 7);
  return 137 + 61 * ((place * 5) % 13) + ((mixed >>> 8) % 997);
}

/** Whether something else stands where a figure would: of one place in five, at one time. */
const isMarked = (
  { marker, seed }: Publication,
  { of }: Place,
  part: { readonly of: readonly number[] },
  time: number,
) =>
  marker !== undefined &&
  of.length === 1 &&
  part.of.length === 1 &&
  (seed + (of[0] ?? 0) * 7 + (part.of[0] ?? 0) * 3 + time) % 11 === 0;

const sumOf = (seed: number, place: Place, part: { readonly of: readonly number[] }, time: number) =>
  place.of.flatMap((p) => part.of.map((b) => countOf(seed, p, b, time))).reduce((sum, one) => sum + one, 0);

const rateOf = (count: number, place: Place, base: number) =>
  ((count * base) / place.of.reduce((sum, at) => sum + 90_000 + 1000 * ((at * 37) % 61), 0)).toFixed(1);

function csvOf(publication: Publication, tell: Tell): string {
  const { placeList, breakdown, timeStyle, subject, seed, hasCodes, hasRegions, hasCommas } = publication;
  const { frame, places, parts, times, across, isTimeInTitle, hasRate } = tell;
  const write = (count: number) => (hasCommas ? count.toLocaleString("en-GB") : `${count}`);
  const region = hasRegions && placeList.regionHeading !== undefined;
  const placeHeads = [
    ...(region ? [placeList.regionHeading as string] : []),
    ...(hasCodes ? [placeList.codeHeading] : []),
    placeList.heading,
  ];
  const placeCells = ({ code, name, region: of }: Place) => [
    ...(region ? [of] : []),
    ...(hasCodes ? [code] : []),
    name,
  ];
  const partHead = breakdown ? [breakdown.heading] : [];
  const partCell = (name: string) => (breakdown ? [name] : []);
  const timeHead = isTimeInTitle ? [] : [timeStyle.heading];
  const timeCell = (name: string) => (isTimeInTitle ? [] : [name]);
  const cell = (place: Place, part: (typeof parts)[number], time: number) =>
    isMarked(publication, place, part, time) ? (publication.marker as string) : write(sumOf(seed, place, part, time));
  const rate = (place: Place, part: (typeof parts)[number], time: number) =>
    isMarked(publication, place, part, time)
      ? (publication.marker as string)
      : rateOf(sumOf(seed, place, part, time), place, subject.rate.per ?? 100);
  const rows = {
    measures: () => [
      [...placeHeads, ...partHead, ...timeHead, subject.heading, ...(hasRate ? [subject.rate.heading] : [])],
      ...places.flatMap((place) =>
        parts.flatMap((part) =>
          times.map(({ name, at }) => [
            ...placeCells(place),
            ...partCell(part.name),
            ...timeCell(name),
            cell(place, part, at),
            ...(hasRate ? [rate(place, part, at)] : []),
          ]),
        ),
      ),
    ],
    times: () => [
      [...placeHeads, ...partHead, ...times.map(({ name }) => name)],
      ...places.flatMap((place) =>
        parts.map((part) => [
          ...placeCells(place),
          ...partCell(part.name),
          ...times.map(({ at }) => cell(place, part, at)),
        ]),
      ),
    ],
    parts: () => [
      [...placeHeads, ...timeHead, ...parts.map(({ name }) => name)],
      ...places.flatMap((place) =>
        times.map(({ name, at }) => [
          ...placeCells(place),
          ...timeCell(name),
          ...parts.map((part) => cell(place, part, at)),
        ]),
      ),
    ],
    both: () => [
      [...placeHeads.map(() => ""), ...times.flatMap(({ name }) => parts.map((_, at) => (at === 0 ? name : "")))],
      [...placeHeads, ...times.flatMap(() => parts.map(({ name }) => name))],
      ...places.map((place) => [
        ...placeCells(place),
        ...times.flatMap(({ at }) => parts.map((part) => cell(place, part, at))),
      ]),
    ],
  }[across]();
  const width = Math.max(...rows.map((row) => row.length));
  const by = breakdown
    ? ` by ${breakdown.heading.toLowerCase()} and ${placeList.heading.toLowerCase()}`
    : ` by ${placeList.heading.toLowerCase()}`;
  const span = isTimeInTitle ? `, ${timeStyle.inTitle(times[0]?.name ?? "")}` : "";
  const lone = (text: string) => [text, ...Array.from({ length: width - 1 }, () => "")];
  const all = [
    ...(frame.hasTitle ? [lone(`${frame.number}${subject.title}${by}${span}`)] : []),
    ...(frame.note === undefined ? [] : [lone(frame.note)]),
    ...Array.from({ length: frame.blankRows }, () => lone("")),
    ...rows,
    ...(frame.foot.length > 0 ? [lone("")] : []),
    ...frame.foot.map(lone),
  ];
  return `${all.map((row) => row.map((text) => (/[",]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(",")).join("\n")}\n`;
}

/** What `init` guesses of a file. */
async function guessAsInit(csv: string) {
  const file = "figures.csv";
  const [sheet] = await readSheets(csv, { file, diagnostics: createDiagnostics() });
  const survey = sheet && surveyTable(sheet);
  if (!survey) throw new Error("There is no table.");
  return guessOf(csv, { title: titleOf(file, survey), called: nameOf(file), file });
}

type Guess = Awaited<ReturnType<typeof guessAsInit>>;

/** The dimensions of a guess by what they are: those that are neither of places nor of time are of parts. */
function dimensionsOf({ spec }: Guess) {
  const ids = Object.keys(spec.dimensions);
  const of = (role: string) => ids.filter((id) => spec.dimensions[id]?.role === role);
  const [area] = of("area");
  const [time] = of("time");
  return { area, time, others: ids.filter((id) => id !== area && id !== time) };
}

/** What the measures of a guess are otherwise. */
function faultsOfMeasures({ spec }: Guess, { subject, hasRate, isCountSaid }: Tell): readonly string[] {
  const measures = Object.values(spec.measures);
  // A rate that would say small counts is left out.
  if (measures.length === 0 || measures.length > (hasRate ? 2 : 1))
    return [`measures: ${measures.map(({ label }) => label).join(" | ")}`];
  const count = measures.find(({ statType }) => statType === "count");
  const rate = measures.find((own) => own !== count);
  if (!count) return [`no count: ${measures.map(({ statType }) => statType).join()}`];
  const { per, heading } = subject.rate;
  const isRate =
    !rate ||
    (per === undefined
      ? rate.unit.other === "%"
      : rate.statType === "rate" && rate.per === per && subject.one.test(rate.unit.one));
  return [
    ...(isCountSaid && !subject.one.test(count.unit.one) ? [`unit: ${count.unit.one} of ${subject.heading}`] : []),
    ...(isRate ? [] : [`unit: ${rate.unit.other} of ${heading}`]),
  ];
}

/** The figures of a guess, by place, part and the start of the period, by their labels. */
function figuresOf(guess: Guess): ReadonlyMap<string, number> {
  const { spec, dataset } = guess;
  const { area, time, others } = dimensionsOf(guess);
  const count = Object.keys(spec.measures).find((id) => spec.measures[id]?.statType === "count");
  const starts = new Map(dataset?.periods().map(({ id, start }) => [id, start]));
  const labelOf = (id: string | undefined, at: Readonly<Record<string, string>>) =>
    id === undefined ? "" : (dataset?.category(id, at[id] ?? "")?.label ?? "");
  return new Map(
    dataset?.observations.flatMap(({ measure, at, cell }) =>
      cell.state === "value" && measure === count
        ? [[[labelOf(area, at), labelOf(others[0], at), starts.get(at[time ?? ""] ?? "")].join("|"), cell.value]]
        : [],
    ),
  );
}

/** What a first guess says otherwise than the publication. */
async function faultsOf(publication: Publication): Promise<readonly string[]> {
  const tell = tellOf(publication);
  const guess = await guessAsInit(csvOf(publication, tell));
  if (!guess.dataset) return ["not read"];
  const { area, time, others } = dimensionsOf(guess);
  const wantedOthers = publication.breakdown ? 1 : 0;
  const starts = guess.dataset.periods().map(({ start }) => start);
  const wantedStarts = tell.times.map(({ start }) => start);
  const faults = [
    ...faultsOfMeasures(guess, tell),
    ...(area === undefined ? ["no places"] : []),
    ...(time === undefined
      ? ["no periods"]
      : starts.join() === wantedStarts.join()
        ? []
        : [`periods: ${starts.join()}`]),
    ...(others.length === wantedOthers ? [] : [`dimensions: ${others.join()}`]),
  ];
  return faults.length > 0
    ? faults
    : [...faultsOfFigures(publication, tell, figuresOf(guess)), ...faultsOfWholes(guess, tell)];
}

/** Figures that are others than the publication has, or are left out: those of wholes may be. */
function faultsOfFigures(
  publication: Publication,
  tell: Tell,
  figures: ReadonlyMap<string, number>,
): readonly string[] {
  const all = tell.places.flatMap((place) =>
    tell.parts.flatMap((part) => tell.times.map((time) => ({ place, part, time }))),
  );
  const wrong = all.filter(({ place, part, time }) => {
    const found = figures.get([place.name, part.name, time.start].join("|"));
    if (isMarked(publication, place, part, time.at)) return found !== undefined;
    const mayBeLeftOut = !tell.own.includes(place) || part.name === tell.partsWhole;
    return found === undefined ? !mayBeLeftOut : found !== sumOf(publication.seed, place, part, time.at);
  });
  return wrong.length > 0 ? [`${wrong.length} of ${all.length} figures, ${wrong[0]?.place.name} first`] : [];
}

/** Wholes that a guess has among their parts. */
function faultsOfWholes(guess: Guess, { whole, partsWhole, regions }: Tell): readonly string[] {
  const { area = "", others } = dimensionsOf(guess);
  const among = (dimension: string, name: string): boolean => {
    const spec = guess.spec.dimensions[dimension];
    if (!spec || spec.role === "time") return false;
    const own = guess.dataset?.categories(dimension).find(({ label }) => label === name)?.id;
    return own !== undefined && spec.total !== own && spec.holds?.[own] === undefined;
  };
  return [
    ...[whole?.name, ...regions].filter((name) => name !== undefined).filter((name) => among(area, name)),
    ...[partsWhole].filter((name) => name !== undefined).filter((name) => among(others[0] ?? "", name)),
  ].map((name) => `${name} among its parts`);
}

test("a first guess of a table as offices publish it says what the table says", async () => {
  await fc.assert(
    fc.asyncProperty(anyPublication, async (publication) => {
      expect(await faultsOf(publication), csvOf(publication, tellOf(publication))).toEqual([]);
    }),
    { numRuns: trials(600, 120) },
  );
});
