/** The words that this stage writes itself. */
export const generatedWords = {
  contents: "Contents",
  notes: "Notes",
  noteReference: (note: number) => `Note ${note}`,
  /** `use` counts from 1 where a note is referred to more than once. */
  backToText: (note: number, use: number, uses: number) =>
    uses > 1 ? `Back to reference ${use} of note ${note}` : `Back to reference of note ${note}`,
} as const;
