import type { Rule } from "../rule.ts";
import { changeOfCounts } from "./change-of-counts.ts";
import { changeOfShares } from "./change-of-shares.ts";
import { comparison } from "./comparison.ts";
import { direction } from "./direction.ts";
import { record } from "./record.ts";
import { sameNumber } from "./same-number.ts";
import { sameThing } from "./same-thing.ts";
import { shareOfCounts } from "./share-of-counts.ts";
import { sharesOfOneWhole } from "./shares-of-one-whole.ts";

/** Every rule, in the order of the findings. A new one is a file here and a line below. */
export const rules: readonly Rule[] = [
  sameThing,
  sameNumber,
  changeOfCounts,
  shareOfCounts,
  changeOfShares,
  sharesOfOneWhole,
  direction,
  record,
  comparison,
];
