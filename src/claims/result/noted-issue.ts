import type { CellCoordinates, NoteWords } from "../../language/index.ts";
import type { IssueCode } from "./issue-codes.ts";
import type { Said } from "./said.ts";

/** An issue before it is put into words. */
export interface NotedIssue {
  readonly code: IssueCode;
  /** For whoever asks about the claim; the note where absent. */
  readonly message?: Said;
  /** For readers, in their language; absent where it is not for them. */
  readonly note?: (notes: NoteWords) => string;
  /** What a note on one cell says and of which, so that what is said of many is said once. */
  readonly cell?: { readonly note: CellNote; readonly coordinates: CellCoordinates };
}

/** The notes that are about one cell. */
export type CellNote =
  | "lowerBound"
  | "partialPeriod"
  | "provisional"
  | "estimated"
  | "revised"
  | "forecast"
  | "breakAt";
