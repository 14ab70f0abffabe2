/**
 * Whether the categories of a dimension may stand beside each other: be ranked, have a median, be drawn as bars. They may where something shows that they are
 * of one level, and nothing speaks against it.
 */
export type Comparability =
  | "one level"
  | "levels not shown"
  | "several levels"
  | "the same people again"
  | "unlike figures"
  | "not wanted";

/** What speaks against it, whatever their levels are. */
export type KeptApart = Extract<Comparability, "the same people again" | "unlike figures" | "not wanted">;

export const mayBeCompared = (own: Comparability | undefined): boolean => own === undefined || own === "one level";
