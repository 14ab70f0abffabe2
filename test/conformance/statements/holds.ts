import { numberIn } from "./cell-names.ts";
import { type Column, columnOf, type DrawnRow, type DrawnTable } from "./drawn-table.ts";
import { areWrittenAlike, isPrintedAs, type Printed, readPrinted, writeFigure } from "./printed-figures.ts";
import type { At, Held, LargestStatement, LineStatement, MovesStatement, Rank, Statement } from "./statement.ts";

/** A row with the figure that it is read by; NaN where it has none. */
export interface FigureRow extends DrawnRow {
  readonly figure: number;
}

/** By which fields a chart may be read, and its rows so read. */
export interface Reading {
  readonly table: DrawnTable;
  readonly rows: readonly FigureRow[];
  /** Rows that are not drawn, as they have no figure. */
  readonly gaps: readonly DrawnRow[];
  readonly category: Column | undefined;
  readonly series: Column | undefined;
  readonly panels: readonly Column[];
  /** Whether points stand by two figures. */
  readonly isOfPoints: boolean;
  /** Whether a category has two figures, told as its two ends. */
  readonly isOfPairs: boolean;
  /** Whether cells have two names. */
  readonly isOfCells: boolean;
  /** How many may be left of what sentences tell one by one. */
  readonly left: readonly number[];
}

type Check<Kind extends Statement["kind"]> = (
  statement: Extract<Statement, { kind: Kind }>,
  reading: Reading,
) => boolean;

/** Whether a statement is true of the rows of a chart, so read. */
export function holds(statement: Statement, reading: Reading): boolean {
  const check = checks[statement.kind] as Check<Statement["kind"]>;
  return check(statement as never, reading);
}

export const shown = (rows: readonly FigureRow[]): FigureRow[] => rows.filter(({ figure }) => Number.isFinite(figure));
const figures = (rows: readonly FigureRow[]): number[] => rows.map(({ figure }) => figure);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const closeTo = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
const inOrder = (rows: readonly FigureRow[], { category }: Reading): readonly FigureRow[] =>
  category
    ? rows
        .filter((row) => !Number.isNaN(category.placeOf(row)))
        .toSorted((a, b) => category.placeOf(a) - category.placeOf(b))
    : rows;
/** The figure of a point along its other scale. */
const alongOf = (category: Column, { cells }: DrawnRow): number => numberIn(cells[category.fields[0]]);
const isCalled = (column: Column | undefined, row: DrawnRow, name: string): boolean =>
  column?.namesOf(row).has(name) ?? false;
const isHeld = (row: DrawnRow, printed: Printed): boolean =>
  Object.values(row.cells).some((cell) => typeof cell === "number" && isPrintedAs(cell, printed));

/** Whether a text is the names of some of the columns of a row, in any order: `Kent, 2019`. */
function isOf(text: string, row: DrawnRow, columns: readonly Column[]): boolean {
  return columns.some((column, index) => {
    const others = columns.filter((_, other) => other !== index);
    return [...column.namesOf(row)].some(
      (name) =>
        name !== "" &&
        (text === name || (text.startsWith(`${name}, `) && isOf(text.slice(name.length + 2), row, others))),
    );
  });
}

/** The rows that a sentence begins with: those of a small chart, a series, or both. */
function selected(of: string, { rows, panels, series }: Reading): readonly FigureRow[] {
  if (of === "") return rows;
  const columns = [...panels, ...(series ? [series] : [])];
  const known = new Map<string, boolean>();
  return rows.filter((row) => {
    const key = columns.map((column) => column.keyOf(row)).join(" ");
    const isOne = known.get(key) ?? isOf(of, row, columns);
    known.set(key, isOne);
    return isOne;
  });
}

/** What rows are called where a figure is held by them: by their category, of cells by both of their names. */
function heldNames(
  rows: readonly FigureRow[],
  { category, series, isOfCells }: Reading,
): readonly ReadonlySet<string>[] {
  const columns = [category, isOfCells ? series : undefined].filter((column) => column !== undefined);
  const byKey = new Map<string, ReadonlySet<string>>();
  for (const row of rows) {
    const key = columns.map((column) => column.keyOf(row)).join(" ");
    if (byKey.has(key)) continue;
    const [first = new Set([""]), second] = columns.map((column) => column.namesOf(row));
    byKey.set(key, second ? bothNames(first, second) : first);
  }
  return [...byKey.values()];
}

const bothNames = (first: ReadonlySet<string>, second: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...first].flatMap((a) => [...second].map((b) => (a && b ? `${a} (${b})` : a || b))));

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Whether a text names all of these, each once: `Kent, Essex and 3 more`. */
function namesAll(text: string, all: readonly ReadonlySet<string>[]): boolean {
  const left = /(?: and (?<en>[\d,]+) more| \((?<cy>[\d,]+) yn rhagor\))$/;
  const { en, cy = "0" } = left.exec(text)?.groups ?? {};
  let rest = text.replace(left, "");
  const named = all.map((names) => [...names].filter(Boolean).toSorted((a, b) => b.length - a.length));
  const blanks = named.filter((names) => names.length === 0).length;
  let found = 0;
  for (const names of named.toSorted(([a = ""], [b = ""]) => b.length - a.length)) {
    const pattern = names
      .map((name) => new RegExp(`(?<=^|, | and |\\uE000)${literally(name)}(?=$|, | and |\\uE000)`))
      .find((one) => one.test(rest));
    if (pattern) found += 1;
    if (pattern) rest = rest.replace(pattern, "\uE000");
  }
  const others = Number((en ?? cy).replaceAll(",", ""));
  const isRead = /^(?:, | and |,|\s|\uE000)*$/.test(rest);
  return (
    isRead &&
    found + others >= all.length - blanks &&
    found + others <= all.length &&
    (found > 0 || all.length === blanks)
  );
}

/** Whether a figure is the most or the least of some, and held by all that have it and by no others. */
function isEnd(
  held: Held,
  end: number,
  rows: readonly FigureRow[],
  reading: Reading & { readonly within: number },
): boolean {
  if (!isPrintedAs(end, held.figure)) return false;
  const tied = rows.filter(({ figure }) => areWrittenAlike(figure, end, held.figure));
  const exact = rows.filter(({ figure }) => closeTo(figure, end));
  const printed = rows.filter(({ figure }) => isPrintedAs(figure, held.figure));
  // What a chart prints with fewer decimals ties more; each is what a reader may see.
  const isNear = (figure: number) => Math.abs(figure - end) <= reading.within && isPrintedAs(figure, held.figure);
  const near = rows.filter(({ figure }) => isNear(figure));
  const asWritten = rows.filter(({ figure }) => writeFigure(figure) === writeFigure(end));
  return [tied, exact, printed, near, asWritten].some((all) => isHeldBy(held, all, reading));
}

function isHeldBy(held: Held, rows: readonly FigureRow[], reading: Reading): boolean {
  const names = heldNames(rows, reading);
  if (held.names !== "" && !namesAll(held.names, names)) return false;
  const areSame = rows.every(({ figure }) => closeTo(figure, rows[0]?.figure ?? 0));
  if (rows.length > 1 && held.isAbout === areSame) return false;
  return rows.some((row) => standsBeside(held, row));
}

/** Whether what stands beside a figure is in its row. */
function standsBeside({ ends, other }: Held, row: DrawnRow): boolean {
  return [...(ends ?? []), ...(other ? [other[1]] : [])].every((printed) => isHeld(row, printed));
}

function holdsExtremes(
  { of, shown: count, highest, lowest }: Extract<Statement, { kind: "extremes" }>,
  reading: Reading,
): boolean {
  const rows = shown(selected(of, reading));
  if (rows.length === 0 || (count !== undefined && count !== rows.length)) return false;
  const all = figures(rows);
  // All figures of a chart are printed with as many decimals: a 0 stands for what has as few as the other end.
  const within = least([highest, lowest].map((held) => held?.figure.within ?? Infinity));
  const asPrinted = { ...reading, within };
  return (
    (highest === undefined || isEnd(highest, most(all), rows, asPrinted)) &&
    (lowest === undefined || isEnd(lowest, least(all), rows, asPrinted))
  );
}

const isAt = ({ figure, names }: At, row: FigureRow, { category }: Reading): boolean =>
  (figure === undefined || isPrintedAs(row.figure, figure)) && isCalled(category, row, names);

function holdsLine(statement: LineStatement, reading: Reading): boolean {
  const rows = inOrder(shown(selected(statement.of, reading)), reading);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || !isAt(statement.first, first, reading)) return false;
  if (!statement.last) return rows.length === 1;
  if (!isAt(statement.last, last, reading)) return false;
  const { way } = statement;
  if (way === "rising" ? last.figure <= first.figure : way === "falling" && last.figure >= first.figure) return false;
  const printed = statement.first.figure as Printed;
  const areAlike = areWrittenAlike(first.figure, last.figure, printed);
  if (way === "same" || way === "about the same") {
    if (!areAlike || (way === "about the same") === closeTo(first.figure, last.figure)) return false;
  }
  return (["highest", "lowest"] as const).every((end) => holdsTurn(statement, end, rows, reading));
}

/** Whether a peak is told where a line passes both of its ends, as printed, and is told right. */
function holdsTurn(
  { first, last, ...statement }: LineStatement,
  end: "highest" | "lowest",
  rows: readonly FigureRow[],
  reading: Reading,
): boolean {
  const told = statement[end];
  const figure = (end === "highest" ? most : least)(figures(rows));
  const ends = [first.figure, last?.figure ?? first.figure];
  const isOfEnds = ends.some(
    (printed) => printed && [rows[0], rows.at(-1)].some((row) => row && areWrittenAlike(row.figure, figure, printed)),
  );
  if (!told)
    return (
      isOfEnds ||
      ends.some(
        (printed) => printed !== undefined && isPrintedAs(figure, printed) && (printed.isShare || printed.decimals > 0),
      )
    );
  if (isOfEnds || !told.figure || !isPrintedAs(figure, told.figure)) return false;
  const printed = told.figure;
  const tied = rows.filter((row) => areWrittenAlike(row.figure, figure, printed));
  const exact = rows.filter((row) => closeTo(row.figure, figure));
  const asWritten = rows.filter((row) => writeFigure(row.figure) === writeFigure(figure));
  return [tied, exact, asWritten].some((all) => namesAll(told.names, heldNames(all, { ...reading, isOfCells: false })));
}

/** The two figures of each thing, at the first and at the last name; and of how many one is missing. */
function pairsIn(of: string, reading: Reading, isOfPanels: boolean) {
  const { category, series, panels, isOfPairs } = reading;
  const rows = selected(of, reading);
  const things = isOfPairs ? [category] : isOfPanels ? panels : [...panels, series];
  const along = isOfPairs ? series : category;
  if (!along) return undefined;
  const ordered = isOfPairs ? rows : inOrder(rows, reading);
  const ends = [ordered[0], ordered.at(-1)].map((row) => row && along.keyOf(row));
  if (isOfPairs) ends[1] = [...new Set(rows.map((row) => along.keyOf(row)))][1];
  const groups = new Map<string, FigureRow[]>();
  for (const row of rows) {
    const key = things.map((column) => column?.keyOf(row) ?? "").join(" ");
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const pairs = [...groups.values()].flatMap((own) => {
    const [from, to] = ends.map((end) => shown(own).find((row) => along.keyOf(row) === end));
    return from && to ? [{ from, to }] : [];
  });
  return { pairs, along, things, count: groups.size };
}

type Pairs = NonNullable<ReturnType<typeof pairsIn>>;

const eitherWay = (of: string, reading: Reading, check: (pairs: Pairs) => boolean): boolean =>
  [false, true].some((isOfPanels) => {
    const found = pairsIn(of, reading, isOfPanels);
    return found !== undefined && found.pairs.length > 0 && check(found);
  });

/** Counts by what is printed: two decimals of a share and one of a figure are enough to tell the two apart. */
const holdsMoves = ({ of, from, to, counts, shown: count, isAbout }: MovesStatement, reading: Reading): boolean =>
  eitherWay(of, reading, ({ pairs, along, count: all }) => {
    const [first] = pairs;
    if (!first || !isCalled(along, first.from, from) || !isCalled(along, first.to, to)) return false;
    if (count === undefined ? pairs.length !== all : count !== pairs.length) return false;
    const [up, down, flat] = counts;
    const moves = pairs.map((pair) => pair.to.figure - pair.from.figure);
    const ups = moves.filter((move) => move > 0).length;
    const downs = moves.filter((move) => move < 0).length;
    const level = moves.length - ups - downs;
    // Those that are the same as printed alone are told as about the same, and are neither up nor down.
    if (!isAbout) return up === ups && down === downs && flat === level;
    return up <= ups && down <= downs && flat > level && up + down + flat === moves.length;
  });

/** Whether differences are in a unit: that is a title of the chart, or where it says per cent, percentage points. */
function isMeasuredIn(unit: string | undefined, { fields, titlesOf }: DrawnTable): boolean {
  const titles = fields.flatMap((field) => titlesOf(field));
  if (unit === "%") return titles.some((title) => /%|per ?cent|canran/i.test(title));
  return unit === undefined || titles.some((title) => title.toLowerCase() === unit.toLowerCase());
}

function holdsLargest({ of, sign, isOnly, unit, moves: told }: LargestStatement, reading: Reading): boolean {
  if (!isMeasuredIn(unit, reading.table)) return false;
  return eitherWay(of, reading, ({ pairs, things }) => {
    const moves = pairs.map(({ from, to }) => ({ from, to, size: sign * (to.figure - from.figure) }));
    const columns = things.filter((column) => column !== undefined);
    const own = told.map(({ name, from, to }) =>
      moves.find(
        (move) =>
          isOf(name, move.from, columns) &&
          (from === undefined || isPrintedAs(move.from.figure, from)) &&
          (to === undefined || isPrintedAs(move.to.figure, to)),
      ),
    );
    const others = moves.filter((move) => !own.includes(move));
    const leastTold = least(own.map((move) => move?.size ?? -Infinity));
    return (
      own.every(Boolean) &&
      (!isOnly || moves.filter(({ size }) => size > 0).length === 1) &&
      leastTold > 0 &&
      others.every(({ size }) => size <= leastTold + Math.abs(leastTold) * 1e-9)
    );
  });
}

const holdsLargestPart = ({ parts }: Extract<Statement, { kind: "largestPart" }>, reading: Reading): boolean =>
  parts.every(({ at, names }) => {
    const { category, series } = reading;
    const rows = shown(reading.rows).filter((row) => isCalled(category, row, at));
    const end = most(figures(rows));
    // Exactly, or as shares are printed in whole per cent.
    const tied = [closeTo, (a: number, b: number) => Math.round(a * 100) === Math.round(b * 100)].map((isSame) =>
      rows.filter(({ figure }) => isSame(figure, end)),
    );
    return (
      series !== undefined &&
      tied.some(
        (all) =>
          all.length > 0 &&
          namesAll(
            names,
            all.map((row) => series.namesOf(row)),
          ),
      )
    );
  });

function holdsTurns({ of, points }: Extract<Statement, { kind: "turns" }>, reading: Reading): boolean {
  const rows = inOrder(selected(of, reading), reading);
  const at = (row: FigureRow | undefined) => (row && Number.isFinite(row.figure) ? writeFigure(row.figure) : undefined);
  // Where a line stays level, as it is written, it turns once.
  const runs: FigureRow[][] = [];
  for (const row of rows) {
    if (at(row) !== undefined && at(row) === at(runs.at(-1)?.[0])) runs.at(-1)?.push(row);
    else runs.push([row]);
  }
  const turns = runs.filter((run, index) => {
    const [before, own, after] = [runs[index - 1]?.[0], run[0], runs[index + 1]?.[0]];
    if (!before || !own || !after || shown([before, own, after]).length < 3) return false;
    return (before.figure - own.figure) * (after.figure - own.figure) > 0;
  });
  return (
    turns.length === points.length &&
    points.every((point, index) => turns[index]?.some((row) => isAt(point, row, reading)))
  );
}

/** Points by two figures are there where both are. */
const pointsIn = (of: string, reading: Reading): number =>
  shown(selected(of, reading)).filter(
    (row) => !reading.isOfPoints || !reading.category || Number.isFinite(alongOf(reading.category, row)),
  ).length;

function holdsSpan({ title, ends: [low, high] }: Extract<Statement, { kind: "span" }>, reading: Reading): boolean {
  const { table, category, rows } = reading;
  const isBetween = (values: readonly number[]) => {
    const known = values.filter(Number.isFinite);
    return known.length > 0 && isPrintedAs(least(known), low) && isPrintedAs(most(known), high);
  };
  const isNamed = (field: string) => isTitle(title, field, table, reading);
  const placed = shown(rows).filter(
    (row) => !reading.isOfPoints || !category || Number.isFinite(alongOf(category, row)),
  );
  if (category && isNamed(category.fields[0]) && isBetween(placed.map((row) => alongOf(category, row)))) return true;
  if (isBetween(placed.map(({ figure }) => figure))) return true;
  // A stretch of a row, or how far all stretches reach.
  const own = rows.filter((row) => title === "" || isOf(title, row, columnsOf(reading)));
  const numeric = table.fields.filter((field) => rows.some(({ cells }) => typeof cells[field] === "number"));
  if (own.some((row) => isHeld(row, low) && isHeld(row, high))) return true;
  return numeric.some((a) =>
    numeric.some((b) => isBetween(rows.flatMap(({ cells }) => [numberIn(cells[a]), numberIn(cells[b])]))),
  );
}

const columnsOf = ({ panels, series, category }: Reading): readonly Column[] =>
  [...panels, series, category].filter((column) => column !== undefined);

/** Whether readers may know a field by a title, in a small chart behind its name. */
const isTitle = (title: string, field: string, table: DrawnTable, { panels }: Pick<Reading, "panels">): boolean => {
  const titles = table.titlesOf(field);
  return (
    title === field || titles.includes(title) || (panels.length > 0 && titles.some((own) => title.endsWith(`, ${own}`)))
  );
};

function holdsHeld({ of, held }: Extract<Statement, { kind: "held" }>, reading: Reading): boolean {
  const { table, category } = reading;
  const all = selected(of, reading);
  if (all.length === 0) return false;
  const isNamed = (row: FigureRow) =>
    isOf(held.names, row, columnsOf(reading)) ||
    (reading.isOfCells && heldNames([row], reading).some((names) => names.has(held.names)));
  const named = held.names === "" ? all : all.filter(isNamed);
  const isOfAll = named.length === 0 && isTitle(held.names, category?.fields[0] ?? "", table, reading);
  const isOfValue = named.length === 0 && table.fields.some((field) => isTitle(held.names, field, table, reading));
  const rows = shown(isOfAll || isOfValue ? all : named);
  const [first] = rows;
  // One figure, or one that all have.
  return (
    first !== undefined &&
    rows.every(({ figure }) => closeTo(figure, first.figure)) &&
    isPrintedAs(first.figure, held.figure) &&
    rows.some((row) => standsBeside(held, row))
  );
}

const isNowhere = (field: string, { rows }: DrawnTable): boolean =>
  rows.every(({ cells }) => !Number.isFinite(numberIn(cells[field])));

function holdsGaps({ all }: Extract<Statement, { kind: "gaps" }>, reading: Reading): boolean {
  const { gaps, rows, category, series, panels, table } = reading;
  const stateOf = ({ cells: { state } }: DrawnRow) =>
    state === "suppressed" || state === "conflict" ? state : "missing";
  const isSaid = ({ cells: { state } }: DrawnRow) => typeof state === "string" && state !== "value";
  return all.every(({ count, state, names = "" }) => {
    // What no row has is one figure that all are compared with, and is missing as one that is shown says.
    const isOfAll = table.comparedWith?.title === names && isNowhere(table.comparedWith.field, table);
    if (isOfAll && count === 1 && shown(rows).some((row) => stateOf(row) === state)) return true;
    // What stands beside a figure may be hidden too: then the row says so.
    const candidates = [gaps, [...rows, ...gaps].filter(isSaid)].map((some) => [
      ...new Map(some.filter((row) => stateOf(row) === state).map((row) => [row.cells, row])).values(),
    ]);
    return candidates.some((own) => {
      if (own.length !== count) return false;
      if (names === "") return true;
      const columns = [...panels, category, series].filter((column) => column !== undefined);
      const isNamed = (row: DrawnRow) =>
        columns.some((column) => [...column.namesOf(row)].some((name) => name && names.includes(name)));
      const isOfGap = (period: string) => own.some((row) => columns.some((column) => column.namesOf(row).has(period)));
      return (
        own.every(isNamed) &&
        [...names.matchAll(/\b\d{4}(?:\/\d\d)?\b/g)].every(([period]) => isOfGap(period) || / to | – /.test(names))
      );
    });
  });
}

export const isMarked = ({ cells }: DrawnRow): boolean => cells.highlight === true;

function holdsHighlighted({ held, rank }: Extract<Statement, { kind: "highlighted" }>, reading: Reading): boolean {
  const own = shown(reading.rows).filter(
    (row) =>
      isMarked(row) &&
      isPrintedAs(row.figure, held.figure) &&
      (held.names === "" || isOf(held.names, row, columnsOf(reading))),
  );
  const [first] = own;
  if (!first || !own.some((row) => standsBeside(held, row))) return false;
  if (!rank) return true;
  return [...peersOf(first, reading)].some((all) => holdsRank(rank, { first, all, held }));
}

/** Those that a figure may be ranked among, each thing once: where things have several figures, these are of its own series. */
function* peersOf(first: FigureRow, { rows, category, series, panels }: Reading): Generator<readonly FigureRow[]> {
  const own = rows.filter((row) => panels.every((panel) => panel.keyOf(row) === panel.keyOf(first)));
  for (const along of [category, series]) {
    const columns = [category, series].filter((column) => column !== undefined && column !== along);
    const alike = own.filter((row) => columns.every((column) => column?.keyOf(row) === column?.keyOf(first)));
    for (const some of [own, alike])
      if (along === undefined || new Set(some.map(along.keyOf)).size === some.length) yield shown(some);
  }
}

interface Ranked {
  readonly first: FigureRow;
  readonly all: readonly FigureRow[];
  readonly held: Held;
}

function holdsRank(rank: Rank, { first, all, held }: Ranked): boolean {
  // As figures are written by themselves, or all with as many decimals as this one.
  const alike = [
    (figure: number) => areWrittenAlike(figure, first.figure, held.figure),
    (figure: number) => isPrintedAs(figure, held.figure),
  ];
  return alike.some((isAlike) => {
    const apart = all.filter(({ figure }) => !isAlike(figure));
    const isBeyond = (figure: number) => (rank.order === "highest" ? figure > first.figure : figure < first.figure);
    const position = apart.filter(({ figure }) => isBeyond(figure)).length + 1;
    return rank.of === all.length && rank.position === position && rank.isJoint === all.length - apart.length > 1;
  });
}

const gapIn = ({ cells: { state } }: DrawnRow): string =>
  ({ suppressed: "suppressed", conflict: "publications disagree" })[String(state)] ?? "missing";

const figureOf = (row: FigureRow | DrawnRow): number => ("figure" in row ? row.figure : Number.NaN);

const checks: { readonly [Kind in Statement["kind"]]: Check<Kind> } = {
  unread: () => false,
  medians: () => true,
  intervals: ({ percent }, { table: { intervalLevel } }) =>
    intervalLevel !== undefined && closeTo(percent, 100 * intervalLevel),
  atZero: (_, { gaps }) => gaps.some(({ cells }) => cells._impute === true),
  panels: ({ count }, { rows, gaps, panels, series, category }) =>
    // A recipe's rows tell no panels: its small charts are of one of its names.
    (panels.length > 0 ? [panels] : [[series], [category]]).some(
      (columns) =>
        count === new Set([...rows, ...gaps].map((row) => columns.map((column) => column?.keyOf(row)).join(" "))).size,
    ),
  points: ({ of, count }, reading) => count === pointsIn(of, reading),
  rows: ({ count }, { rows }) => count === rows.length,
  spread: ({ count }, { rows }) => count === rows.length,
  areasNotInData: ({ count }, { table }) => count === table.areasNotInData,
  noData: ({ of }, reading) => shown(selected(of, reading)).length === 0,
  gaps: holdsGaps,
  extremes: holdsExtremes,
  same: ({ of, count, figure, isAbout }, reading) => {
    const all = figures(shown(selected(of, reading)));
    const areSame = all.every((own) => closeTo(own, all[0] ?? 0));
    return all.length === count && all.every((own) => isPrintedAs(own, figure)) && areSame !== isAbout;
  },
  line: (statement, reading) => {
    const { category, series } = reading;
    // Cells and small maps of periods tell the way of a name along their columns.
    const turned = { ...reading, category: series, series: category };
    return holdsLine(statement, reading) || (series !== undefined && holdsLine(statement, turned));
  },
  turns: holdsTurns,
  moves: holdsMoves,
  pairs: holdsMoves,
  largest: holdsLargest,
  largestPart: holdsLargestPart,
  several: ({ of, points }, reading) =>
    points.every(({ figure, names, gap }) =>
      [...reading.rows, ...reading.gaps].some(
        (row) =>
          (figure ? isPrintedAs(figureOf(row), figure) : Number.isNaN(figureOf(row)) && gap === gapIn(row)) &&
          (of === "" || isOf(of, row, columnsOf(reading))) &&
          columnsOf(reading).some((column) => isCalled(column, row, names)),
      ),
    ),
  highlighted: holdsHighlighted,
  highlightedGap: ({ name, state }, reading) =>
    [...reading.gaps, ...reading.rows].some(
      (row) => isMarked(row) && (name === "" || isOf(name, row, columnsOf(reading))) && gapIn(row) === state,
    ),
  against: ({ title, counts: [up, down, flat] }, { table, rows }) =>
    table.fields.some((field) => {
      const isTitled = [field, ...table.titlesOf(field)].some((own) => title === own || title.startsWith(`${own}, `));
      if (!isTitled) return false;
      const apart = shown(rows)
        .map((row) => row.figure - numberIn(row.cells[field]))
        .filter(Number.isFinite);
      const higher = apart.filter((own) => own > 0).length;
      const lower = apart.filter((own) => own < 0).length;
      return apart.length === up + down + flat && up <= higher && down <= lower && (flat > 0 || up === higher);
    }),
  span: holdsSpan,
  held: holdsHeld,
  times: ({ of, names, ends }, reading) =>
    reading.rows.some(
      (row) =>
        (names === "" || isOf([of, names].filter(Boolean).join(", "), row, columnsOf(reading))) &&
        ends.every((end) => reading.table.fields.some((field) => columnOf(reading.table, field).namesOf(row).has(end))),
    ),
  places: ({ of, points }, reading) => {
    const rows = inOrder(shown(selected(of, reading)), reading);
    const ends = [rows[0], rows.at(-1)];
    return points.every((point, index) => {
      const row = ends[index];
      return row !== undefined && isAt(point, row, reading);
    });
  },
  leaders: ({ all }, { rows, category, series }) =>
    all.every(({ at, names }) => {
      const first = rows.filter((row) => isCalled(category, row, at) && row.figure === 1);
      return (
        series !== undefined &&
        namesAll(
          names,
          first.map((row) => series.namesOf(row)),
        )
      );
    }),
  annotation: ({ label, figure, places }, { table, rows, category, series }) =>
    isKnown(label, table, rows) &&
    (figure === undefined || rows.some((row) => isHeld(row, figure))) &&
    (places === undefined || (isPlace(places, { rows, category, series }) && isGiven(places, table))),
  outside: ({ side, names }, reading) => {
    const out = beyondFurthest(reading).filter(({ at }) => at === side);
    const column = reading.series ?? reading.category;
    return out.length === 0
      ? names === "none"
      : column !== undefined &&
          namesAll(
            names,
            out.map(({ row }) => column.namesOf(row)),
          );
  },
  innerAlone: (told, reading) => {
    const furthest = new Set(beyondFurthest(reading).flatMap(({ row, at }) => (at === "within" ? [] : [row])));
    const alone = beyondLimits(reading).filter(({ row }) => !furthest.has(row));
    return (["above", "below"] as const).every((side) => told[side] === alone.filter(({ at }) => at === side).length);
  },
  within: ({ count }, reading) => count === beyondLimits(reading).filter(({ at }) => at === "within").length,
  limits: ({ name, figure, side, ends }, reading) =>
    [...beyondLimits(reading), ...beyondFurthest(reading)].some(
      ({ row, at }) =>
        at === side &&
        isMarked(row) &&
        isOf(name, row, columnsOf(reading)) &&
        isPrintedAs(row.figure, figure) &&
        ends.every((end) => isHeld(row, end)),
    ),
  more: ({ count }, { left }) => left.includes(count),
  // What has one figure is no line; which of them were told is not known.
  moreLines: ({ count }, { left, rows, series }) => {
    const figuresOf = new Map<string, number>();
    for (const row of shown(rows)) {
      const key = series?.keyOf(row) ?? "";
      figuresOf.set(key, (figuresOf.get(key) ?? 0) + 1);
    }
    const lone = [...figuresOf.values()].filter((own) => own === 1).length;
    return count <= figuresOf.size - lone && left.some((most) => count <= most && count >= most - lone);
  },
  // Of the whole chart, and of none of its plots.
  alikeCharts: () => false,
};

const whyNone =
  / (?:suppressed|missing|publications disagree|gwerth a ataliwyd|gwerth sydd ar goll|cyhoeddiadau'n anghytuno)$/;

/** Whether a text, with or without a figure behind it, is one that the chart is given. */
const isKnown = (whole: string, { fields, titlesOf }: DrawnTable, rows: readonly DrawnRow[]): boolean => {
  const titles = fields.flatMap((field) => [field, ...titlesOf(field)]);
  // Where there is no figure behind it, it says why.
  const label = whole.replace(whyNone, "");
  const figure = readPrinted(label.slice(label.lastIndexOf(" ") + 1));
  const text = figure === undefined ? label : label.slice(0, -figure.text.length - 1);
  const isTitled = [label, text].some(
    (own) => titles.includes(own) || titles.some((title) => title.startsWith(`${own}, `)),
  );
  return isTitled && (figure === undefined || titles.includes(label) || rows.some((row) => isHeld(row, figure)));
};

/** Whether the spec says so: it names each period that something stands at. */
const isGiven = (places: string, { fields, titlesOf }: DrawnTable): boolean => {
  const known = new Set(fields.flatMap((field) => titlesOf(field)));
  return [...places.matchAll(/\b\d{4}(?:\/\d\d)?\b/g)].every(([period]) =>
    [...known].some((text) => text === period || text.endsWith(` ${period}`)),
  );
};

/** Whether something stands at names that rows have, or from one of them to another. */
const isPlace = (text: string, { rows, category, series }: Pick<Reading, "rows" | "category" | "series">): boolean => {
  const columns = [category, series].filter((column) => column !== undefined);
  const isOne = (name: string) => rows.some((row) => isOf(name, row, columns));
  const [from = "", ...others] = text.split(/ to | – /);
  return isOne(text) || (others.length === 1 && isOne(from) && isOne(others[0] ?? ""));
};

/** On which side of its two limits each point is. */
const beyondLimits = (reading: Reading) => beyond(reading, "low", "high");

/** The same of the outer ones; of those that there are where these are the only ones. */
function beyondFurthest(reading: Reading) {
  const outer = beyond(reading, "outerLow", "outerHigh");
  return outer.length > 0 ? outer : beyondLimits(reading);
}

function beyond({ rows }: Reading, lowField: string, highField: string) {
  return shown(rows).flatMap((row) => {
    const [low, high] = [numberIn(row.cells[lowField]), numberIn(row.cells[highField])];
    if (!Number.isFinite(low) || !Number.isFinite(high)) return [];
    return [{ row, at: row.figure > high ? "above" : row.figure < low ? "below" : "within" }];
  });
}
