import type { NoteWords } from "../../language/index.ts";
import type { IssueCode } from "./issue-codes.ts";
import type { Said } from "./said.ts";

/** An issue before it is put into words. */
export interface NotedIssue {
  readonly code: IssueCode;
  /** For whoever asks about the claim; the note where absent. */
  readonly message?: Said;
  /** For readers, in their language; absent where it is not for them. */
  readonly note?: (notes: NoteWords) => string;
}
