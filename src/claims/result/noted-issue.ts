import type { NoteWords } from "../../language/index.ts";
import type { IssueCode } from "./issue-codes.ts";

/** An issue before it is put into words. */
export interface NotedIssue {
  readonly code: IssueCode;
  /** For the author; the English of the note where absent. */
  readonly message?: string;
  /** For readers, in their language; absent where it is not for them. */
  readonly note?: (notes: NoteWords) => string;
}
