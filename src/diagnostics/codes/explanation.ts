/** What a code tells, and what to do about it, whatever the case in hand. A sentence each, in Markdown. */
export interface Explanation {
  readonly meaning: string;
  readonly remedy: string;
}

/** Checks the form of a table of codes, and keeps their names for the compiler. */
export const explain = <Code extends string>(
  codes: Readonly<Record<Code, Explanation>>,
): Readonly<Record<Code, Explanation>> => codes;
