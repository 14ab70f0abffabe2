import type { CountTable } from "./count-table.ts";
import type { Lines } from "./lines.ts";
import type { Publication } from "./publication.ts";
import type { Relations } from "./relation.ts";
import type { Solver } from "./solver.ts";

/** Another table that would have been published just the same: the counts that differ, with their other values. */
export type Alternative = ReadonlyMap<number, number>;

/** Linear programmes over parts of a table, kept from one question to the next. */
export interface Blocks {
  /** The number of the block that a cell lies in: for working block by block. */
  blockOf(cell: number): number;
  /**
   * The least changes with which a count has another value, in whole numbers; `none` where no numbers within the block
   * lead there, `unsure` where the programme finds only broken ones.
   * @param latest whether cells that were hidden a moment ago have to be reckoned with.
   */
  alternative(count: number, value: number, latest: boolean): Alternative | "none" | "unsure";
  /** The cells that the cheapest changes would need hidden, with which a count takes each of some values. */
  cellsFor(count: number, values: readonly number[]): readonly number[] | undefined;
  /** How many pivots all programmes took so far: a measure of work that is the same on every machine. */
  readonly pivots: number;
  /** Those of a part, as long as something is made of them: then its programmes are given back. What they took is counted here too. */
  withPart<T>(attack: Omit<Attack, "blocks">, act: (attack: Attack) => T): T;
}

/** All that the search for alternatives looks at. */
export interface Attack {
  readonly table: CountTable;
  readonly relations: Relations;
  readonly publication: Publication;
  readonly solver: Solver;
  readonly blocks: Blocks;
  readonly lines: Lines;
  /** How much was looked at: the same on every machine, and so what limits are set on. */
  readonly work: { corners: number };
  /** What hiding a cell costs those who wanted to read it. */
  readonly costOf: (cell: number) => number;
  /** What is looked at, where that is not the whole table. */
  readonly part?: TablePart;
}

/** Counts that nothing ties to others which can differ from the truth. */
export interface TablePart {
  /** In their order. */
  readonly counts: readonly number[];
  /** How much of what a choice may take this one may: where there are many parts, each gets less. */
  readonly effort: number;
}

/** The counts that an attack looks at. */
export const extentOf = ({ table, part }: Pick<Attack, "table" | "part">): readonly number[] =>
  part?.counts ?? [...table.values.keys()];

export const sizeOf = ({ table, part }: Pick<Attack, "table" | "part">): number =>
  part?.counts.length ?? table.values.length;

/** A limit of work, as far as the part may reach it. */
export const limitFor = ({ part }: Pick<Attack, "part">, limit: number): number =>
  Math.ceil(limit * (part?.effort ?? 1));
