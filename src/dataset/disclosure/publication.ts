import type { CountBounds } from "../cell.ts";
import type { CountTable } from "./count-table.ts";
import type { DisclosureRule } from "./disclosure-spec.ts";
import { preimageOf } from "./rounding-bounds.ts";

/**
 * `primary`: hidden by the rule. `secondary`: hidden to protect others. `remembered`: hidden since an earlier edition hid it. `known`: shown
 * as it is, whatever the rule says. `printed`: shown as others are; hiding it would protect nobody, since an earlier edition showed it.
 */
export type CellStatus = "shown" | "primary" | "secondary" | "remembered" | "known" | "printed";

/** What is published of a table, and what a reader can tell of each count from that count's own cell. */
export interface Publication {
  readonly rule: DisclosureRule;
  statusOf(cell: number): CellStatus;
  setStatus(cell: number, status: CellStatus): void;
  /** The cells that are hidden to protect others. */
  readonly secondaries: ReadonlySet<number>;
  /** The cells whose status was set, in that order. */
  readonly changed: readonly number[];
  /** The least and the greatest value that the count's own cell leaves possible. */
  low(count: number): number;
  high(count: number): number;
  isHidden(count: number): boolean;
  /** From now on takes the reader for one who knows these hidden counts. */
  suppose(known: ReadonlySet<number>): void;
  /** The multiple of the base that is shown. */
  rounded(count: number): number;
  /** Rounds to another multiple than the nearest. */
  setRounded(count: number, value: number): void;
}

/** @param told by count: what readers of earlier editions take it to be. */
export function createPublication(
  table: CountTable,
  rule: DisclosureRule,
  told: ReadonlyMap<number, CountBounds> = new Map(),
): Publication {
  const statuses: CellStatus[] = [];
  const secondaries = new Set<number>();
  const changed: number[] = [];
  let supposed: ReadonlySet<number> = new Set();
  const roundings = new Map<number, number>();
  const { base, from, to } = rule;
  const statusOf = (cell: number): CellStatus => statuses[cell] ?? "shown";
  const truthOf = (count: number): number => table.values[count] as number;
  const isHidden = (count: number): boolean => {
    const cell = table.cellOf[count] as number;
    if (cell === -1 || table.latent.has(count)) return true;
    const status = statusOf(cell);
    return status === "primary" || status === "secondary" || status === "remembered";
  };
  const rounded = (count: number): number => roundings.get(count) ?? roundHalfUp(truthOf(count), base);

  function bounds(count: number): readonly [number, number] {
    if (supposed.has(count)) return [truthOf(count), truthOf(count)];
    const [low, high] = ownBounds(count);
    const earlier = told.get(count);
    return earlier ? [Math.max(low, earlier.from), Math.min(high, earlier.to)] : [low, high];
  }

  function ownBounds(count: number): readonly [number, number] {
    if (isHidden(count)) {
      const { from, to } = table.bounds.get(count) ?? anyCount;
      return [from, Math.min(to, table.most.get(count) ?? to)];
    }
    const value = truthOf(count);
    if (base === 1 || statusOf(table.cellOf[count] as number) === "known") return [value, value];
    const { low, high } = preimageOf(rounded(count), rule);
    const most = Math.min(high, table.most.get(count) ?? high);
    // A count that is shown is none that the rule hides.
    return value < from ? [low, Math.min(most, from - 1)] : [Math.max(low, to + 1), most];
  }
  return {
    rule,
    statusOf,
    setStatus(cell, status) {
      while (statuses.length <= cell) statuses.push("shown");
      statuses[cell] = status;
      if (status === "secondary") secondaries.add(cell);
      else secondaries.delete(cell);
      changed.push(cell);
    },
    secondaries,
    changed,
    low: (count) => bounds(count)[0],
    high: (count) => bounds(count)[1],
    isHidden,
    suppose(known) {
      supposed = known;
    },
    rounded,
    setRounded: (count, value) => void roundings.set(count, value),
  };
}

/** What may be hidden where nothing is said of it. */
export const anyCount: CountBounds = { from: 0, to: Number.POSITIVE_INFINITY };

function roundHalfUp(value: number, base: number): number {
  return Math.floor((value + base / 2) / base) * base;
}

/** The cells that are hidden to protect others, in the order of the table. */
export const secondariesOf = ({ secondaries }: Publication): readonly number[] =>
  [...secondaries].sort((a, b) => a - b);
