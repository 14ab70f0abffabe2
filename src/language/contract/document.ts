/** Words that the document makes itself. */
export interface DocumentWords {
  readonly contents: string;
  readonly notes: string;
  noteReference(note: number): string;
  /** `use` counts from 1 where a note is referred to more than once. */
  backToText(note: number, use: number, uses: number): string;
  /** What the file of claims that a PDF carries is, for a list of attachments. */
  readonly record: string;
  /** What describes the file that `briefwright verify` reads. */
  readonly verification: string;
  /** At the foot of a page: `Page 1 of 2`, as what stands before each number. */
  readonly page: { readonly before: string; readonly between: string };
}
