import type { Dataset } from "../../dataset/index.ts";
import { isTotal } from "../table/survey-column.ts";
import {
  addTo,
  areMore,
  type Figures,
  figuresOf,
  isOver,
  type RunningSum,
  runningSums,
  type Sum,
} from "./figures-beside.ts";

/** How a table lists what lies in what: each whole beside its parts without a gap, one after the other, and a total of all above or below. */
export interface Tiling {
  readonly sums: readonly Sum[];
  /** The sum of all that no other whole holds. */
  readonly total: Sum | undefined;
  /** Whether no chance explains it, since all of these sums fit together, and each row is one of them or lies in one. */
  readonly isProven: boolean;
}

/** By dimension. */
export type Tilings = ReadonlyMap<string, Tiling>;

/** Whether a category is the sum of no others: it is counted in a total of all, which would have it twice. */
export const isNoSum = (tiling: Tiling | undefined, id: string): boolean =>
  tiling?.isProven === true &&
  tiling.total !== undefined &&
  sumsOf(tiling).some(({ parts }) => parts.includes(id)) &&
  !tiling.sums.some(({ whole }) => whole === id);

/** All sums of a tiling. */
export const sumsOf = ({ sums, total }: Tiling): readonly Sum[] => (total ? [...sums, total] : sums);

/** How far from chance it is, as a power of two: beside a total that is called so and is one, less will do. */
const [enoughBits, enoughBitsOfNamed] = [10, 3];
/** Where a total may stand that nothing tells of, and whether wholes stand above their parts or below: what is tried besides, as a power of two. */
const bitsOfReadings = 3;
const [fewestParts, mostListed, mostLevels] = [2, 1000, 4];

/**
 * Reads the categories of a dimension as a list of wholes beside their parts. Each sum alone may be chance; that the parts of one end where the next begins is
 * none, and of what lies in such a whole nothing is the sum of others. Undefined where nothing fits.
 * @param told what a definition says to be the sum of all.
 */
export function tilingOf(dataset: Dataset, dimension: string, told: string | undefined): Tiling | undefined {
  const figures = figuresOf(dataset, dimension);
  const isAny = (id: string) => figures.columns.some((column) => (column.get(id)?.high ?? 0) > 0);
  const list = figures.ids.filter(isAny);
  if (list.length <= fewestParts || list.length > mostListed) return undefined;
  const [called, other] = list.filter((id) => isTotal(dataset.category(dimension, id)?.label ?? id));
  // Totals of groups are told by their names.
  if (other !== undefined) return undefined;
  const named = told ?? called;
  const tops = named === undefined ? [undefined, list[0], list.at(-1)] : [named];
  const readings = tops.flatMap((top) => {
    const others = figures.ids.filter((id) => id !== top);
    return [others, others.toReversed()].flatMap((rows) => {
      const held = rows.filter(isAny);
      const runsOf = createRuns(held, figures);
      return (["none", "some", "all"] as const).map((tiled) =>
        withNothing(readingOf(held, { top, figures, tiled, isNamed: named !== undefined, runsOf }), { rows, isAny }),
      );
    });
  });
  const best = readings.reduce((most, own) => (own.bits > most.bits ? own : most));
  if (best.bits <= 0) return undefined;
  const { sums, total } = best;
  const enough = total !== undefined && total.whole === named && sums.length > 0 ? enoughBitsOfNamed : enoughBits;
  const inSums = new Set(sums.flatMap(({ whole, parts }) => [whole, ...parts]));
  return { sums, total, isProven: best.bits >= enough && (total !== undefined || list.every((id) => inSums.has(id))) };
}

interface Reading extends Pick<Tiling, "sums" | "total"> {
  readonly bits: number;
}

interface ReadingInput {
  /** What may be the total of all others. */
  readonly top: string | undefined;
  readonly figures: Figures;
  /** Which of the rows lie in wholes, or are such: below a total that is the sum of these, all may where a part of them would be chance. */
  readonly tiled: "none" | "some" | "all";
  readonly isNamed: boolean;
  readonly runsOf: Runs;
}

/** What the parts of a row may be, by where it stands in a list. */
type Runs = (at: number) => ReturnType<typeof runsBehind>;

/** The runs behind each row of a list, looked for once. */
function createRuns(list: readonly string[], figures: Figures): Runs {
  const known = new Map<number, ReturnType<typeof runsBehind>>();
  return (at) => {
    const runs = known.get(at) ?? runsBehind(list, at, figures);
    known.set(at, runs);
    return runs;
  };
}

/** A list, level by level: what holds others stands for them on the next. */
function readingOf(list: readonly string[], { top, figures, tiled, isNamed, runsOf }: ReadingInput): Reading {
  const sums: Sum[] = [];
  let bits = isNamed ? 0 : -bitsOfReadings;
  let outer = list;
  for (let level = 0; level < (tiled === "none" ? 0 : mostLevels); level += 1) {
    const known = new Set(sums.map(({ whole }) => whole));
    const tiles = tilesIn(outer, {
      known,
      areAll: tiled === "all" && level === 0,
      runsOf: level === 0 ? runsOf : createRuns(outer, figures),
    });
    if (tiles.sums.length === 0) break;
    bits += tiles.bits;
    sums.push(...tiles.sums);
    const held = new Set(tiles.sums.flatMap(({ parts }) => parts));
    outer = outer.filter((id) => !held.has(id));
  }
  const all = sums.at(-1);
  // What holds all is the total.
  if (all && outer.length === 1) return { sums: sums.slice(0, -1), total: all, bits };
  const ofAll = top === undefined || outer.length < fewestParts ? undefined : bitsOf(top, outer, figures);
  const total = top === undefined || ofAll === undefined ? undefined : { whole: top, parts: outer };
  return { sums, total, bits: bits + (ofAll ?? 0) };
}

/** A reading in which rows that are nothing everywhere lie where the row before them lies. */
function withNothing(
  { sums, ...reading }: Reading,
  { rows, isAny }: { readonly rows: readonly string[]; readonly isAny: (id: string) => boolean },
): Reading {
  const holders = new Map(sums.flatMap((sum) => sum.parts.map((part) => [part, sum.whole] as const)));
  const wholes = new Set(sums.map(({ whole }) => whole));
  const further = new Map<string, string[]>();
  for (const [at, row] of rows.entries()) {
    const before = rows[at - 1] ?? "";
    const holder = wholes.has(row) || holders.has(row) ? undefined : wholes.has(before) ? before : holders.get(before);
    if (holder === undefined || isAny(row)) continue;
    holders.set(row, holder);
    further.set(holder, [...(further.get(holder) ?? []), row]);
  }
  return {
    ...reading,
    sums: sums.map(({ whole, parts }) => ({ whole, parts: [...parts, ...(further.get(whole) ?? [])] })),
  };
}

interface Tiles {
  readonly sums: readonly Sum[];
  readonly bits: number;
}

/** What follows from a row on, tile by tile. */
interface Path {
  readonly bits: number;
  /** Where its whole stands, and how many parts are behind it. */
  readonly tile: { readonly at: number; readonly length: number } | undefined;
  readonly rest: Path | undefined;
}
const end: Path = { bits: 0, tile: undefined, rest: undefined };

interface TilesInput {
  readonly runsOf: Runs;
  /** Wholes whose parts are known, and which hold nothing else. */
  readonly known: ReadonlySet<string>;
  /** Whether no row may be left. */
  readonly areAll: boolean;
}

/** The wholes with their parts right behind them that are furthest from chance together. One that begins where the last one ends is no choice. */
function tilesIn(list: readonly string[], { runsOf, known, areAll }: TilesInput): Tiles {
  const bitsOfStart = Math.log2(list.length + 1);
  /** From a row on: where a tile has just ended, or the list begins; and behind a row that is in none. Undefined where there is no way. */
  const attached: (Path | undefined)[] = [];
  const free: (Path | undefined)[] = [];
  [attached[list.length], free[list.length]] = [end, end];
  for (let at = list.length - 1; at >= 0; at -= 1) {
    const tile = furthest(
      (known.has(list[at] as string) ? [] : runsOf(at)).map(({ length, bits }) => {
        const rest = attached[at + length + 1];
        return rest && { tile: { at, length }, rest, bits: bits - bitsOfLength(length) + rest.bits };
      }),
    );
    free[at] = areAll ? undefined : furthest([free[at + 1], tile && { ...tile, bits: tile.bits - bitsOfStart }]);
    attached[at] = furthest([free[at], tile]);
  }
  const sums: Sum[] = [];
  const [first = end] = attached;
  for (let path: Path | undefined = first; path; path = path.rest) {
    if (!path.tile) continue;
    const { at, length } = path.tile;
    sums.push({ whole: list[at] as string, parts: list.slice(at + 1, at + 1 + length) });
  }
  return { sums, bits: first.bits };
}

/** The first of those that are furthest from chance. */
const furthest = (paths: readonly (Path | undefined)[]): Path | undefined =>
  paths.reduce((most, own) => (most && (!own || most.bits >= own.bits) ? most : own), undefined);

/** What a length costs among all lengths, those of all runs together being one, and that there is a tile at all. */
const bitsOfLength = (length: number): number => Math.log2(length * (length - 1)) + 1;

/** How many of the rows right behind one may be its parts, as long as they come to no more than it, and how far from chance that is. */
function runsBehind(
  list: readonly string[],
  at: number,
  { columnsOf }: Figures,
): readonly { readonly length: number; readonly bits: number }[] {
  const columns = columnsOf(list[at] as string);
  // Most rows are exceeded by the two behind them already.
  if (columns.some((column) => areMore(column, list[at] as string, list.slice(at + 1, at + 1 + fewestParts))))
    return [];
  const sums = runningSums(list[at] as string, columns);
  const runs: { length: number; bits: number }[] = [];
  for (let next = at + 1; next < list.length; next += 1) {
    for (const sum of sums) {
      addTo(sum, list[next] as string);
      if (isOver(sum)) return runs;
    }
    const length = next - at;
    const bits = length >= fewestParts ? bitsOfSums(sums) : undefined;
    if (bits !== undefined && bits > 0) runs.push({ length, bits });
  }
  return runs;
}

/** How far from chance it is that parts come to a whole in all columns; undefined where they do not. */
function bitsOf(whole: string, parts: readonly string[], { columnsOf }: Figures): number | undefined {
  const sums = runningSums(whole, columnsOf(whole));
  for (const sum of sums) for (const part of parts) addTo(sum, part);
  return bitsOfSums(sums);
}

/** How far from chance sums are together; undefined where one is none. What is hidden may be any small count. */
function bitsOfSums(sums: readonly RunningSum[]): number | undefined {
  let bits = 0;
  for (const { whole, low, high, parts, positive } of sums) {
    if (!Number.isFinite(whole.high) || parts === 0) continue;
    if (low > whole.high || high < whole.low) return undefined;
    if (!Number.isFinite(high) || positive < fewestParts) continue;
    bits += Math.max(0, Math.log2(1 + whole.high) - Math.log2(1 + high - low + whole.high - whole.low));
  }
  return bits;
}
