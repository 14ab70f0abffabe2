import type { PlainSelector } from "../../dataset/index.ts";
import type {
  AmongSpec,
  ChangeSpec,
  ComparisonSpec,
  DirectionSpec,
  RankSpec,
  RateSpec,
  RecordSpec,
} from "./claim-spec.ts";

/** The parts of a claim spec but for the stated number; each may be given on confirming. */
export interface ClaimDraft {
  readonly dataset?: string;
  readonly measure?: string;
  /** Category by dimension, the period among them where the claim is about one. */
  readonly at?: Readonly<Record<string, string | readonly string[]>>;
  readonly from?: string;
  readonly to?: string;
  /** Of a share, or of a change of a share: what it is a share of. */
  readonly whole?: PlainSelector;
  /** Of a comparison: what stands after "than". */
  readonly right?: PlainSelector;
  /** Of a rate of counts: who could have been one. */
  readonly population?: PlainSelector;
  readonly among?: AmongSpec;
  readonly mode?: NonNullable<ChangeSpec["mode"]>;
  readonly per?: NonNullable<RateSpec["per"]>;
  readonly relation?: NonNullable<ComparisonSpec["relation"]>;
  readonly order?: NonNullable<RankSpec["order"]>;
  readonly extreme?: RecordSpec["extreme"];
  readonly since?: string;
  readonly includesSince?: boolean;
  readonly surpassing?: boolean;
  readonly direction?: NonNullable<DirectionSpec["direction"]>;
  readonly degree?: string;
}
