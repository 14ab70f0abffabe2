import {
  isMarked,
  type Measure,
  type Part,
  type Place,
  type Publication,
  sumOf,
  type Tell,
  type Time,
} from "./publication.ts";
import { headingStyles } from "./published-tables.ts";

/** What rows or columns are told apart by: what stands above it where it has columns of its own, and each of its names. */
interface Axis {
  readonly heads: readonly string[];
  readonly entries: readonly Entry[];
}

interface Entry {
  readonly cells: readonly string[];
  readonly is: At;
}

/** What a row, a column or a cell is of. */
interface At {
  readonly place?: Place;
  readonly part?: Part;
  readonly time?: Time;
  readonly measure?: Measure;
}

type Row = readonly string[];

/** A publication as its file. */
export function csvOf(publication: Publication, tell: Tell): string {
  const rows = tableOf(publication, tell);
  const width = Math.max(...rows.map((row) => row.length));
  const lone = (text: string) => [text, ...Array.from({ length: width - 1 }, () => "")];
  const { title, frame } = tell;
  const all = [
    ...(title === undefined ? [] : [lone(title)]),
    ...(frame.note === undefined ? [] : [lone(frame.note)]),
    ...Array.from({ length: frame.blankRows }, () => lone("")),
    ...rows,
    ...(frame.foot.length > 0 ? [lone("")] : []),
    ...frame.foot.map(lone),
  ];
  const field = (text: string) => (/[",]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${all.map((row) => row.map(field).join(",")).join("\n")}\n`;
}

/** The headings of a table, and its rows. */
function tableOf(publication: Publication, tell: Tell): readonly Row[] {
  const { place, part, time, measure } = axesOf(publication, tell);
  const { down, across } = {
    rows: { down: [place, part, time], across: [measure] },
    times: { down: [place, part], across: [time] },
    parts: { down: [place, time], across: [part] },
    both: { down: [place], across: [time, part] },
    blocks: { down: [place, part], across: [measure, time] },
    pairs: { down: [place, part], across: [time, measure] },
    long: { down: [place, part, time, measure], across: [] },
  }[tell.layout];
  const columns = productOf(across);
  const keys = down.flatMap(({ heads }) => heads);
  const empty = publication.hasEmptyColumn ? [""] : [];
  const above = across.map((_, level) => {
    const isLast = level === across.length - 1;
    const texts = columns.map(({ cells }) => cells[level] as string);
    // What stands over several columns stands over the first of them.
    const shown = isLast ? texts : texts.map((text, at) => (at > 0 && texts[at - 1] === text ? "" : text));
    return [...keys.map((head) => (isLast ? head : "")), ...empty, ...shown];
  });
  const headings = above.length > 0 ? above : [[...keys, ...empty, headingStyles[publication.headingStyle]("Value")]];
  const rows = productOf(down);
  const named = rows.map(({ cells }, at) =>
    publication.isNamedOnce ? unlessAbove(cells, rows[at - 1]?.cells) : cells,
  );
  const figures = rows.map(({ is }) => columns.map((column) => cellOf(publication, tell, { ...is, ...column.is })));
  const body = rows.map((_, at) => [...(named[at] as Row), ...empty, ...(figures[at] as Row)]);
  const width = headings[0]?.length ?? 0;
  return [
    ...headings,
    ...body.flatMap((row, at) => {
      const { place: own } = (rows[at] as Entry).is;
      const next = rows[at + 1]?.is.place;
      const isGap = publication.hasGaps && next !== undefined && next !== own && tell.places.indexOf(next) % 3 === 0;
      return [row, ...(isGap ? [Array.from({ length: width }, () => "")] : [])];
    }),
  ];
}

/** The names of a row, from the first on that is another one than above; the last one always. */
function unlessAbove(cells: Row, above: Row | undefined): Row {
  const first = cells.findIndex((text, at) => at === cells.length - 1 || text !== above?.[at]);
  return cells.map((text, at) => (at < first ? "" : text));
}

function axesOf(publication: Publication, tell: Tell): Readonly<Record<"place" | "part" | "time" | "measure", Axis>> {
  const { placeList, breakdown, timeStyle, hasCodes, subject } = publication;
  const { places, parts, times, isTimeInTitle } = tell;
  const region = publication.hasRegions ? placeList.regionHeading : undefined;
  const marked = markerOf(publication);
  const heading = (text: string, at: number) => marked("headings", headingStyles[publication.headingStyle](text), at);
  const heads = (texts: Row) => texts.map(heading);
  const isSetIn = publication.regionRows === "indents" && tell.regions.length > 0;
  const headingsOf = { count: subject.heading, some: subject.among, rate: subject.rate.heading };
  return {
    place: {
      heads: heads([
        ...(region === undefined ? [] : [region]),
        ...(hasCodes ? [placeList.codeHeading] : []),
        placeList.heading,
      ]),
      entries: places.map((place, at) => ({
        cells: [
          ...(region === undefined ? [] : [place.region]),
          ...(hasCodes ? [place.code] : []),
          `${isSetIn && tell.own.includes(place) ? "   " : ""}${marked("places", place.name, at)}`,
        ],
        is: { place },
      })),
    },
    part: {
      heads: breakdown ? heads([breakdown.heading]) : [],
      entries: parts.map((part, at) => ({ cells: breakdown ? [marked("parts", part.name, at)] : [], is: { part } })),
    },
    time: {
      heads: isTimeInTitle ? [] : heads([timeStyle.heading]),
      entries: times.map((time, at) => ({
        cells: isTimeInTitle ? [] : [marked("times", time.name, at)],
        is: { time },
      })),
    },
    measure: {
      heads: heads(["Measure"]),
      entries: tell.measures.map((measure, at) => ({
        cells: [tell.layout === "long" ? headingsOf[measure] : heading(headingsOf[measure], at)],
        is: { measure },
      })),
    },
  };
}

/** Puts what refers to a note behind every third of the names that have it. */
const markerOf =
  ({ noteMark, notesBehind }: Publication) =>
  (kind: Publication["notesBehind"], text: string, at: number): string =>
    noteMark !== undefined && kind === notesBehind && at % 3 === 0 ? `${text}${noteMark}` : text;

/** Each entry of the first axis with each of the others, the last of them first. */
const productOf = (axes: readonly Axis[]): readonly Entry[] =>
  axes.reduce<readonly Entry[]>(
    (all, { entries }) =>
      all.flatMap(({ cells, is }) =>
        entries.map((own) => ({ cells: [...cells, ...own.cells], is: { ...is, ...own.is } })),
      ),
    [{ cells: [], is: {} }],
  );

function cellOf(publication: Publication, tell: Tell, at: At): string {
  const { place = tell.places[0] as Place, part = tell.parts[0] as Part, time = tell.times[0] as Time } = at;
  if (isMarked(publication, place, part, time)) return publication.marker as string;
  if (at.measure === "rate") return rateOf(publication, place, part, sumOf(publication, place, part, time));
  const count = sumOf(publication, place, part, time, at.measure);
  return publication.hasCommas ? count.toLocaleString("en-GB") : `${count}`;
}

/** A count by those who live in a place, or of the few of a part of them whom a percentage is of. */
function rateOf({ subject, percentages }: Publication, place: Place, part: Part, count: number): string {
  const people = place.of.reduce((sum, at) => sum + 90_000 + 1000 * ((at * 37) % 61), 0);
  const { per } = subject.rate;
  if (per !== undefined) return ((count * per) / people).toFixed(1);
  const share = count / ((people / 48) * part.of.length);
  return { plain: (share * 100).toFixed(1), signs: `${(share * 100).toFixed(1)}%`, fractions: share.toFixed(3) }[
    percentages
  ];
}
