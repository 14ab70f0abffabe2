import type { Selection } from "./selection.ts";

/** The figure of each category of a dimension, for ranks and medians. */
export interface Among {
  readonly selections: ReadonlyMap<string, Selection>;
  /** `42 police forces`: what the dimension's categories are called in the plural, empty if the definition does not say. */
  readonly plural: string;
  /** Language of the plural, where it is not the one that was asked for. */
  readonly lang: string | undefined;
  /** What `work` makes of these figures: worked out once for all claims that share them. */
  once<T>(work: (among: Among) => T): T;
}

/** The same before it is known which category is ranked. */
export interface Group {
  readonly all: readonly GroupMember[];
  /** Of those that are there. */
  readonly among: Among;
}

export interface GroupMember {
  readonly id: string;
  readonly selection: Selection;
  /** It has a figure, or is there throughout the period. */
  readonly isThere: boolean;
}
