import type { BriefingDiff } from "../record/index.ts";
/** Two editions compared; one of them null where the other has no file of its name. */
export type NamedDiff =
  | { readonly name: string; readonly diff: BriefingDiff }
  | { readonly name: string; readonly onlyIn: "previous" | "next" };
