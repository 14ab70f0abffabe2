import type { GridFlow } from "../css/computed-style.ts";
import { mostTracks } from "../css/track-list.ts";
import { greatest } from "../geometry/extremes.ts";
import type { AxisSpan } from "./grid-lines.ts";

/** What an item asks for on both axes. */
export interface AskedArea {
  readonly row: AxisSpan;
  readonly column: AxisSpan;
}

/** Tracks that an item takes, from 0; the first may be implicit. */
export interface GridArea {
  readonly row: number;
  readonly rowSpan: number;
  readonly column: number;
  readonly columnSpan: number;
}

export interface PlacedGrid {
  /** In the order of the items. */
  readonly areas: readonly GridArea[];
  /** Implicit tracks before the explicit ones, and all together. */
  readonly rowsBefore: number;
  readonly rowCount: number;
  readonly columnsBefore: number;
  readonly columnCount: number;
}

interface PlaceOptions {
  readonly rows: number;
  readonly columns: number;
  readonly flow: GridFlow;
}

/** Places items in the cells of a grid (CSS Grid 2, 8.5). With `column` flow, the axes change their parts. */
export function placeItems(items: readonly AskedArea[], { rows, columns, flow }: PlaceOptions): PlacedGrid {
  const isColumns = flow.axis === "column";
  const asked = items.map(({ row, column }) => ({
    major: within(isColumns ? column : row),
    minor: within(isColumns ? row : column),
  }));
  const sizes = isColumns ? { major: columns, minor: rows } : { major: rows, minor: columns };
  const { spots, before, count } = placeAlong(asked, sizes, flow.isDense);
  const areas = spots.map(({ major, minor, majorSpan, minorSpan }) =>
    isColumns
      ? { row: minor, rowSpan: minorSpan, column: major, columnSpan: majorSpan }
      : { row: major, rowSpan: majorSpan, column: minor, columnSpan: minorSpan },
  );
  const [rowAxis, columnAxis] = isColumns ? (["minor", "major"] as const) : (["major", "minor"] as const);
  return {
    areas,
    rowsBefore: before[rowAxis],
    rowCount: count[rowAxis],
    columnsBefore: before[columnAxis],
    columnCount: count[columnAxis],
  };
}

/** Beyond all use, lines are the last (CSS Grid 2, 6.4). */
function within({ start, span }: AxisSpan): AxisSpan {
  const length = Math.min(span, mostTracks);
  if (start === undefined) return { start, span: length };
  return { start: Math.max(-mostTracks, Math.min(mostTracks, start)), span: length };
}

interface Spot {
  major: number;
  minor: number;
  readonly majorSpan: number;
  readonly minorSpan: number;
}

type Asked = { readonly major: AxisSpan; readonly minor: AxisSpan };
type Sizes = { readonly major: number; readonly minor: number };

/** Rows are filled one after the other: `major` is the axis of rows, `minor` the one along a row. */
function placeAlong(asked: readonly Asked[], explicit: Sizes, isDense: boolean) {
  const before = {
    major: greatest(
      asked.map(({ major: { start = 0 } }) => -start),
      0,
    ),
    minor: greatest(
      asked.map(({ minor: { start = 0 } }) => -start),
      0,
    ),
  };
  const width = greatest(
    asked.map(({ minor: { start, span } }) => (start === undefined ? span : start + before.minor + span)),
    Math.max(explicit.minor + before.minor, 1),
  );
  const cells = createCells(width);
  const spots: Spot[] = [];
  const wanted = asked.map(({ major, minor }, index) => ({
    index,
    major: major.start === undefined ? undefined : major.start + before.major,
    minor: minor.start === undefined ? undefined : minor.start + before.minor,
    majorSpan: major.span,
    minorSpan: minor.span,
  }));
  const take = ({ index, majorSpan, minorSpan }: Wanted, major: number, minor: number) => {
    const spot = { major, minor, majorSpan, minorSpan };
    cells.take(spot);
    spots[index] = spot;
  };
  // Those that say both, then those that say their row, then the rest in order.
  for (const item of wanted)
    if (item.major !== undefined && item.minor !== undefined) take(item, item.major, item.minor);
  const cursors = new Map<number, number>();
  for (const item of wanted) {
    const { major, minor, minorSpan } = item;
    if (major === undefined || minor !== undefined) continue;
    let at = isDense ? 0 : (cursors.get(major) ?? 0);
    while (!cells.isFree({ ...item, major, minor: at })) at += 1;
    take(item, major, at);
    cursors.set(major, at + minorSpan);
  }
  let cursor = { major: 0, minor: 0 };
  for (const item of wanted) {
    if (item.major !== undefined) continue;
    cursor = nextFree(item, isDense ? { major: cells.firstOpenRow(), minor: item.minor ?? 0 } : cursor, cells);
    take(item, cursor.major, cursor.minor);
  }
  const ends = spots.map(({ major, majorSpan }) => major + majorSpan);
  return {
    spots,
    before,
    count: { major: greatest(ends, explicit.major + before.major), minor: cells.width },
  };
}

interface Wanted extends Pick<Spot, "majorSpan" | "minorSpan"> {
  readonly index: number;
  readonly major: number | undefined;
  readonly minor: number | undefined;
}

type Cells = ReturnType<typeof createCells>;

/** The first place from the cursor on where the item fits, in its column if it says one. */
function nextFree(item: Wanted, cursor: { readonly major: number; readonly minor: number }, cells: Cells) {
  let { major, minor } = cursor;
  if (item.minor !== undefined) {
    if (item.minor < minor) major += 1;
    while (!cells.isFree({ ...item, major, minor: item.minor })) major += 1;
    return { major, minor: item.minor };
  }
  while (minor + item.minorSpan > cells.width || !cells.isFree({ ...item, major, minor })) {
    minor += 1;
    if (minor + item.minorSpan <= cells.width) continue;
    major += 1;
    minor = 0;
  }
  return { major, minor };
}

const isFull = (row: Uint8Array, width: number) => row.length >= width && !row.subarray(0, width).includes(0);

/** The cells that are taken, row by row. */
function createCells(least: number) {
  const rows = new Map<number, Uint8Array>();
  let width = least;
  let firstOpen = 0;
  function rowOf(index: number, length: number): Uint8Array {
    const known = rows.get(index);
    if (known && known.length >= length) return known;
    const row = new Uint8Array(Math.max(length, width, 2 * (known?.length ?? 0)));
    if (known) row.set(known);
    rows.set(index, row);
    return row;
  }
  return {
    get width() {
      return width;
    },
    /** All before it are full, so that nobody need look there for each item. */
    firstOpenRow(): number {
      for (let row = rows.get(firstOpen); row && isFull(row, width); row = rows.get(firstOpen)) firstOpen += 1;
      return firstOpen;
    },
    isFree({ major, minor, majorSpan, minorSpan }: Spot): boolean {
      for (let row = major; row < major + majorSpan; row += 1)
        if (
          rows
            .get(row)
            ?.subarray(minor, minor + minorSpan)
            .includes(1)
        )
          return false;
      return true;
    },
    take({ major, minor, majorSpan, minorSpan }: Spot): void {
      width = Math.max(width, minor + minorSpan);
      for (let row = major; row < major + majorSpan; row += 1)
        rowOf(row, minor + minorSpan).fill(1, minor, minor + minorSpan);
    },
  };
}
