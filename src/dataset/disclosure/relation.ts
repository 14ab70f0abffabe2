import type { CountTable, Grid, PublishedWhole } from "./count-table.ts";
import type { Nesting } from "./nesting.ts";

/** What a reader knows to hold between counts: the sum of sign times count is nothing, or is not more than nothing. */
export interface Relation {
  readonly kind: "equal" | "at-most";
  readonly counts: readonly number[];
  /** 1 or -1 for each count. */
  readonly signs: readonly number[];
  /** What members that cannot differ come to. Default 0. */
  readonly known?: number;
  /** What is published of a whole, where that is what they come to at most. */
  readonly published?: PublishedWhole;
}

/** A count's place in a relation; `sign` is 1 or -1. */
export interface Membership {
  readonly relation: Relation;
  readonly sign: number;
}

/** The relations between the counts of a table; worked out where they are asked for, as most counts are never hidden. */
export interface Relations {
  /** All that a count takes part in, with its sign in each. */
  of(count: number): readonly Membership[];
  /** Which cells of a measure hold which. */
  nestingOf(grid: Grid): Nesting;
  /** No longer holds: the figures that the publisher hides leave no room for it. */
  drop(relation: Relation): void;
}

/** What relations are worked out from. */
export interface RelationContext {
  readonly table: CountTable;
  /** The counts of a whole and of its parts, by edition: those that one publication gives, or else the nearest to it. What several editions give stands once. */
  readonly editionsOf: (cells: readonly number[]) => readonly (readonly number[])[];
}
