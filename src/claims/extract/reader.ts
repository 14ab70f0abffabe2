import type { StatedSpec } from "../claim-spec.ts";
import type { ClaimDraft, ProposedKind, TextSpan, UnreadKind } from "./extraction.ts";
import type { QuantityMention, Sentence } from "./sentence.ts";

/** What a number, or a verb without one, was read as; its dataset, places and times are found next. */
export interface Reading {
  readonly kind: ProposedKind;
  readonly span: TextSpan;
  readonly stated: StatedSpec;
  /** What the words themselves say: a mode, an order, a relation. */
  readonly draft: ClaimDraft;
  /** Of what it is a share, as words; `offences` in "34% of offences". */
  readonly whole?: TextSpan;
  /** Where a comparison's other side begins. */
  readonly than?: number;
  readonly explanation: string;
}

/** Why a number is no claim. */
export interface Refusal {
  readonly unread: UnreadKind;
}

/**
 * One way to read a number: a file in `readers/` and a line in its registry. Undefined leaves it to the next one.
 */
export type Reader = (quantity: QuantityMention, sentence: Sentence) => Reading | Refusal | undefined;

/** The stated number of a quantity, with its hedge. A fall is negative. */
export function statedOf(
  { value, unit, step, hedge }: QuantityMention,
  direction: "up" | "down" | "flat" = "up",
): StatedSpec {
  return {
    value: direction === "down" ? -value : value,
    unit,
    ...(step !== undefined && step !== 1 && { step }),
    ...(hedge !== "none" && { hedge }),
  };
}
