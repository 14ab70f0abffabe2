import type { ClaimDraft, StatedSpec } from "../claims/index.ts";
import { defined } from "../diagnostics/index.ts";
import { decimalsOf } from "../language/index.ts";
import type { MissingPart, ProposedKind, TextSpan, UnreadKind } from "./extraction.ts";
import type { QuantityMention, Sentence } from "./sentence.ts";

/** What a number, or a verb without one, was read as; its dataset, categories and times are found next. */
export interface Reading {
  readonly kind: ProposedKind;
  readonly span: TextSpan;
  readonly stated: StatedSpec;
  /** What the words themselves say: a mode, an order, a relation. */
  readonly draft: ClaimDraft;
  /** Of what it is a share, as words; `offences` in "34% of offences". */
  readonly whole?: TextSpan | undefined;
  /** Of a rate, cases per how many. */
  readonly population?: number | undefined;
  /** The words that name that population. */
  readonly whom?: TextSpan | undefined;
  /** Words before it that say what it is a rate of: `per 100,000` in "the rate per 100,000 was 129". */
  readonly base?: TextSpan | undefined;
  /** What its own words leave open, besides dataset, categories and times. */
  readonly missing?: readonly MissingPart[];
  /** Where a comparison's other side begins. */
  readonly than?: number | undefined;
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
  return defined({
    value: direction === "down" ? -value : value,
    unit,
    step: step === 10 ** -decimalsOf(value) ? undefined : step,
    hedge: hedge === "none" ? undefined : hedge,
  });
}
