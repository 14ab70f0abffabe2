import type { EditionCell } from "../editions/edition.ts";

/** The cells of earlier releases, with their counts. */
export interface CountedCells {
  find(cell: Pick<EditionCell, "measure" | "at">): EditionCell | undefined;
  /** Those of the table; for one that is gone and that readers do not know exactly, a count that stands for it. */
  countsOf(cell: EditionCell): readonly number[];
  isGone(cell: EditionCell): boolean;
  readonly gone: ReadonlyMap<number, EditionCell>;
}
