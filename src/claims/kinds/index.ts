import type { ClaimKind, ClaimSpec } from "../spec/claim-spec.ts";
import { change } from "./change.ts";
import type { ClaimKindRecord } from "./claim-kind.ts";
import { comparison } from "./comparison.ts";
import { count } from "./count.ts";
import { direction } from "./direction.ts";
import { median } from "./median.ts";
import { rank } from "./rank.ts";
import { rate } from "./rate.ts";
import { record } from "./record.ts";
import { share } from "./share.ts";
import { standing } from "./standing.ts";
import { statement } from "./statement.ts";
import { trend } from "./trend.ts";

type Registry = { readonly [K in ClaimKind]: ClaimKindRecord<Extract<ClaimSpec, { kind: K }>> };

/** Every kind of claim. A new one is a file here, a line below, a spec in claim-spec.ts and a builder. */
export const kinds: Registry = {
  count,
  rate,
  change,
  share,
  comparison,
  median,
  rank,
  record,
  direction,
  trend,
  standing,
  statement,
};
