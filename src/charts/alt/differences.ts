import { type ChartGap, exact, type Words } from "../../language/index.ts";
import { leastAndMost } from "./least-and-most.ts";
import { arePeriods, namesOnAxis } from "./order.ts";
import {
  allSeries,
  boundedIn,
  bySeries,
  type Describe,
  figuresOf,
  gapOf,
  labelled,
  labelsOf,
  type Reading,
  type Told,
} from "./reading.ts";
import { areAboutSame, type Bounded, beforePrint, isAlikeAsWritten, isRounded } from "./rounding.ts";

/** Two figures of one thing. */
interface Pair {
  readonly name: string;
  readonly isHighlighted: boolean;
  /** Undefined where it is hidden or missing. */
  readonly from: Bounded | undefined;
  readonly to: Bounded | undefined;
  /** Why. */
  readonly gaps: readonly [from: ChartGap, to: ChartGap];
}

interface Pairs {
  readonly from: string;
  readonly to: string;
  readonly pairs: readonly Pair[];
  readonly format: (value: number) => string;
  /** What the figures are of, by its title; undefined where it has none. */
  readonly unit: string | undefined;
}

/** How many moved which way; then which moved furthest. */
export type Moves = Required<Pick<Told, "lead" | "second">>;

const nothing: Moves = { lead: [], second: [] };

/** Two periods, and more lines than can be told one by one. */
export const isMoves = (reading: Reading): boolean =>
  namesOnAxis(reading).length === 2 && bySeries(reading).length > 2 && arePeriods(namesOnAxis(reading));

/** How many lines rose and fell from the first period to the last, and which moved furthest. */
export function describeMoves(reading: Reading): Moves {
  const names = namesOnAxis(reading);
  const [from, to] = [names[0], names.at(-1)];
  if (from === undefined || to === undefined || from === to) return nothing;
  const pairs = allSeries(reading).map(([name, group]): Pair => {
    const at = (period: string) => figuresOf(group).find((figure) => figure.name === period);
    const isHighlighted = reading.marksSubject && group.rows.some(({ highlight }) => highlight === true);
    return { name, isHighlighted, from: at(from), to: at(to), gaps: ["missing", "missing"] };
  });
  return tellPairs({ from, to, pairs, format: reading.format, unit: unitOf(reading) }, reading.words);
}

/** Each category's two points: how many are higher at the one or the other end, which are furthest apart, and each pair. */
export const describePairs: Describe = (reading) => {
  const { words, panel } = reading;
  const all = pairsOf(reading);
  if (!all) return { lead: [words.charts.rows(reading.rows.length)] };
  const whole = all.pairs.filter((pair) => pair.from !== undefined && pair.to !== undefined);
  const tell = ({ name, from, to, gaps, isHighlighted }: Pair) => {
    const ends = [
      { name: all.from, at: from, gap: gaps[0] },
      { name: all.to, at: to, gap: gaps[1] },
    ];
    // Of whom the chart is about, what is not shown is told too.
    const points = ends.flatMap(({ name: end, at, gap }) => {
      if (at !== undefined) return [{ name: end, figure: all.format(at.value) }];
      return isHighlighted ? [{ name: end, figure: words.charts.gapReasons[gap] }] : [];
    });
    const figure = words.charts.several(points);
    return `${words.charts.only({ names: [labelled(panel, name)].filter(Boolean), figure })}.`;
  };
  const shown = all.pairs.filter(({ from, to }) => from !== undefined || to !== undefined);
  const sorted = [
    ...shown.filter(({ isHighlighted }) => isHighlighted),
    ...shown.filter(({ isHighlighted }) => !isHighlighted),
  ];
  const hidden = all.pairs.flatMap(({ name, isHighlighted, from, to }) => {
    const row = reading.rows.find((one) => labelsOf(one, reading).name === name);
    const isHidden = row && isHighlighted && from === undefined && to === undefined;
    return isHidden ? [words.charts.highlightedGap(labelled(panel, name), gapOf(row))] : [];
  });
  const marked = shown.filter(({ isHighlighted }) => isHighlighted).length;
  return {
    ...(whole.length > 1 ? tellPairs(all, words) : nothing),
    marked: marked + hidden.length,
    items: [...hidden, ...sorted.map(tell)],
    most: hidden.length + (shown.length <= 3 ? 3 : Math.max(1, marked)),
    more: words.charts.more,
  };
};

function pairsOf(reading: Reading): Pairs | undefined {
  const { low, high, series, rows, nameOf, category } = reading;
  if (low && high) {
    const pairs = rows.map(
      (row): Pair => ({
        name: labelsOf(row, reading).name,
        isHighlighted: row.highlight === true,
        from: boundedIn(row, low, reading),
        to: boundedIn(row, high, reading),
        gaps: [gapOf(row), gapOf(row)],
      }),
    );
    return { from: low.title, to: high.title, pairs, format: (value) => reading.format(value, low), unit: undefined };
  }
  if (!series || !category) return undefined;
  const ends = [...new Set(rows.map((row) => nameOf(row, series)))];
  const [from, to] = ends;
  if (from === undefined || to === undefined || ends.length > 2) return undefined;
  const names = [...new Set(rows.map((row) => nameOf(row, category)))];
  const pairs = names.map((name): Pair => {
    const own = figuresOf(reading).filter((figure) => figure.name === name);
    const at = (end: string) => own.find((figure) => figure.series === end);
    const isHighlighted = rows.some((row) => row.highlight === true && nameOf(row, category) === name);
    const gapAt = (end: string) => {
      const row = rows.find((one) => nameOf(one, category) === name && nameOf(one, series) === end);
      return row === undefined ? "missing" : gapOf(row);
    };
    return { name, isHighlighted, from: at(from), to: at(to), gaps: [gapAt(from), gapAt(to)] };
  });
  return { from, to, pairs, format: reading.format, unit: unitOf(reading) };
}

/** More that tie than so many are not named. */
const mostTied = 3;

/** A field is no title. */
const unitOf = ({ value: { field, title } }: Reading): string | undefined => (title === field ? undefined : title);

function tellPairs({ from, to, pairs, format, unit }: Pairs, words: Words): Moves {
  const whole = pairs.flatMap(({ name, isHighlighted, from: begin, to: end }) =>
    begin === undefined || end === undefined
      ? []
      : [
          {
            name,
            isHighlighted,
            from: begin.value,
            to: end.value,
            isSame: areAboutSame(begin, end, format),
            about: isAlikeAsWritten(begin, end),
            // What it may have moved by before rounding.
            value: beforePrint(end) - beforePrint(begin),
            low: end.low - begin.high,
            high: end.high - begin.low,
          },
        ],
  );
  // Of one alone its own sentence tells the way.
  if (whole.length < 2) return nothing;
  const written = readWritten(
    whole.flatMap((pair) => [pair.from, pair.to]),
    format,
    words,
  );
  const moves = whole.map((pair) => {
    return { ...pair, size: pair.isSame ? 0 : difference(written(pair.to), written(pair.from)) };
  });
  const partial = whole.length < pairs.length;
  const ups = moves.filter((move) => move.from < move.to && move.size !== 0);
  const downs = moves.filter((move) => move.from > move.to && move.size !== 0);
  const counts = {
    from,
    to,
    up: ups.length,
    down: downs.length,
    flat: moves.length - ups.length - downs.length,
    about: moves.some(({ about, size }) => about && size === 0),
    partial,
  };
  if (!arePeriods([from, to])) return { lead: [words.charts.pairs(counts)], second: [] };
  // Of the only one that the chart is about, a sentence of its own comes first.
  const isSubject = ({ isHighlighted }: { readonly isHighlighted: boolean }) =>
    isHighlighted && pairs.filter((pair) => pair.isHighlighted).length === 1;
  const furthest = (all: typeof moves, direction: "up" | "down", measuredIn: string | undefined) => {
    const most = furthestOf(all);
    if (most.length === 0 || most.length > mostTied || most.some((move) => isOvertaken(move, direction, moves)))
      return [];
    // One that is the same as written alone may have gone that way too.
    const isOnly = all.length === 1 && !counts.about;
    // That it went this way alone of all, its own sentence and their number tell.
    if (isOnly && most.every(isSubject)) return [];
    const isTold = most.length === 1 && most.every(isSubject);
    const told = most.map((move) => ({
      name: move.name,
      figures: isTold ? undefined : ([format(move.from), format(move.to)] as const),
    }));
    return [words.charts.largest({ direction, moves: told, isOnly, partial, unit: measuredIn })];
  };
  // What most did comes first, and says what both are measured in.
  const ways = { up: ups, down: downs };
  const inOrder = ups.length < downs.length ? (["down", "up"] as const) : (["up", "down"] as const);
  const measured = inOrder.find((direction) => ways[direction].length > 1);
  const second = inOrder.flatMap((direction) =>
    furthest(ways[direction], direction, direction === measured ? unit : undefined),
  );
  return { lead: [words.charts.moves(counts)], second };
}

/**
 * Those that moved furthest, both as their figures are written and as they are: all others moved less by either. More than one where
 * these tie, or where rounding turns their order round.
 */
function furthestOf<Move extends { readonly size: number; readonly value: number }>(
  moves: readonly Move[],
): readonly Move[] {
  const measures = [({ size }: Move) => Math.abs(size), ({ value }: Move) => Math.abs(difference(value, 0))];
  let told: readonly Move[] = [];
  let least = measures.map((measure) => leastAndMost(moves.map(measure))[1]);
  for (;;) {
    const most = moves.filter((move) => measures.some((measure, index) => measure(move) >= (least[index] ?? Infinity)));
    if (most.length === told.length) return told;
    told = most;
    least = measures.map((measure) => leastAndMost(most.map(measure))[0]);
  }
}

/** Whether rounding leaves it possible that another one moved as far the same way. */
const isOvertaken = (furthest: Bounded, direction: "up" | "down", moves: readonly Bounded[]): boolean =>
  moves.some(
    (other) =>
      other !== furthest &&
      (isRounded(furthest) || isRounded(other)) &&
      (direction === "up" ? other.high >= furthest.low : other.low <= furthest.high),
  );

/**
 * Figures as they are written, as numbers: a reader who takes the two from one another must not find another one furthest.
 * Where a text cannot be read back in the order of the figures, the figures themselves.
 */
function readWritten(values: readonly number[], format: (value: number) => string, { numbers }: Words) {
  const mark = numbers.decimal(exact(1.5), 1).replaceAll(/\d/g, "");
  const read = (value: number) => {
    const [found = ""] = /[−-]?[\d.,\u00a0\u202f'’ ]*\d/.exec(format(value)) ?? [];
    const [whole = "", part] = found.split(mark);
    return Number(
      `${/^[−-]/.test(found) ? "-" : ""}${whole.replaceAll(/\D/g, "")}${part === undefined ? "" : `.${part}`}`,
    );
  };
  const sorted = values.toSorted((a, b) => a - b).map(read);
  const isRead = sorted.every(
    (value, index) => !Number.isNaN(value) && (index === 0 || value >= (sorted[index - 1] ?? value)),
  );
  return isRead ? read : (value: number) => value;
}

/** Without the last bits, that 0.3 − 0.1 and 0.4 − 0.2 are the same. */
const difference = (a: number, b: number) => Number((a - b).toPrecision(12));
