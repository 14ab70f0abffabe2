import type { Cell } from "./cell.ts";
import type { ObservationStatus } from "./observation-status.ts";
import type { SourceSpec } from "./source-spec.ts";
/** A category as resolved: an area, a platform. Periods are categories of the time dimension. */
export interface Category {
  readonly dimension: string;
  readonly id: string;
  readonly label: string;
  /** As running text has it: `the UK`. The label, unless the definition says otherwise. */
  readonly inText: string;
  /** Where something happens there, with its preposition: `on the Isle of Wight`. The language's own rule where absent. */
  readonly locative?: string;
  /** Language of these names, where it is not the one that was asked for. */
  readonly lang?: string;
  readonly aliases?: readonly string[];
  readonly parent?: string;
  /** The first and the last day or period that it is there; absent where there is none. */
  readonly since?: string;
  readonly until?: string;
  /** Ids of those that took its place. */
  readonly successors?: readonly string[];
}

/** One cell of a dataset, as it may be published: where it stands, what is in it, and who said so when. */
export interface Observation {
  readonly measure: string;
  /** Category id by dimension id, the time dimension included (its id is the period's). */
  readonly at: Readonly<Record<string, string>>;
  readonly cell: Cell;
  /** Source id, of the definition or made from the row's URL. */
  readonly source: string;
  /** When the value was published: an ISO date or its first part; empty where unknown. */
  readonly vintage: string;
  readonly statuses: readonly ObservationStatus[];
  /** The remarks of its rows, a line each. Of protected data there are none, unless the definition says that they are public. */
  readonly note: string;
}

/** A source as resolved: of the definition, or made from a URL in the data. */
export interface Source extends SourceSpec {
  readonly id: string;
}
