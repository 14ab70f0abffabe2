import type { ClaimProposal } from "../../src/extract/index.ts";

/** A proposal in a line, for tests to compare: `change "140%": 140 percent, relative, previous to 2018/19`. */
export function describeProposal({ kind, text, stated, draft }: ClaimProposal): string {
  const { value, unit = "", step, hedge, counted } = stated;
  const {
    at = {},
    from,
    to,
    since,
    surpassing,
    dataset,
    measure,
    whole,
    right,
    among,
    includesSince,
    ...words
  } = draft;
  const parts = [
    value === undefined ? "" : `${Number(value.toFixed(4))} ${unit}`.trim(),
    hedge,
    step === undefined ? "" : `to the ${step}`,
    counted && `of ${counted}`,
    ...Object.values(words),
    surpassing && "surpassing",
    includesSince && "first period included",
    since === undefined ? "" : `since ${since}`,
    at.period === undefined ? "" : `in ${at.period}`,
    from === undefined && to === undefined ? "" : `${from ?? "?"} to ${to ?? "?"}`,
  ];
  return `${kind} "${text}": ${parts.filter(Boolean).join(", ")}`;
}
