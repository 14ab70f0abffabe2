import type { ClaimDraft, ClaimSpec } from "../claims/index.ts";
import type { PlainSelector } from "../dataset/index.ts";
import { createDiagnostics, defined } from "../diagnostics/index.ts";
import type { ClaimProposal, MissingPart } from "./extraction.ts";

/** What somebody adds to a proposal, or puts right, in confirming it. */
export interface ProposalAnswers extends ClaimDraft {
  readonly text?: string;
  readonly attribution?: { readonly who: string; readonly role?: string };
  readonly caveats?: readonly string[];
  readonly stated?: ClaimProposal["stated"];
  /** Says that an area or a category is left out on purpose: the figure is for all of them. */
  readonly leaveOut?: readonly MissingPart[];
}

/**
 * Makes a claim spec of a proposal, ready for `checkClaims` or a claims.json. The words of the sentence become its text.
 * @throws BriefingError with every part that is still missing.
 */
export function confirmProposal(proposal: ClaimProposal, answers: ProposalAnswers = {}): ClaimSpec {
  const {
    text = proposal.sentence.text,
    attribution,
    caveats,
    stated = proposal.stated,
    leaveOut = [],
    ...given
  } = answers;
  const draft: ClaimDraft = { ...proposal.draft, ...given, at: { ...proposal.draft.at, ...given.at } };
  requireAll(proposal, draft, leaveOut);
  const common = { text, attribution, caveats, stated, dataset: draft.dataset ?? "" };
  const of: PlainSelector = defined({ measure: draft.measure, at: draft.at ?? {} });
  const span = { of, from: draft.from ?? "", to: draft.to ?? "" };
  switch (proposal.kind) {
    case "count":
      return defined({ kind: "count", ...common, of });
    case "rate":
      return defined({ kind: "rate", ...common, of, population: draft.population, per: draft.per });
    case "change":
      return defined({ kind: "change", ...common, ...span, whole: draft.whole, mode: draft.mode });
    case "direction":
      return defined({
        kind: "direction",
        ...common,
        ...span,
        direction: draft.direction,
        degree: draft.degree,
      });
    case "share":
      return defined({ kind: "share", ...common, part: of, whole: draft.whole ?? of });
    case "comparison":
      return defined({
        kind: "comparison",
        ...common,
        left: of,
        right: draft.right ?? of,
        relation: draft.relation,
      });
    case "rank":
      return defined({
        kind: "rank",
        ...common,
        of,
        among: draft.among ?? { dimension: "" },
        order: draft.order,
      });
    case "record":
      return defined({
        kind: "record",
        ...common,
        of,
        extreme: draft.extreme ?? "highest",
        since: draft.since,
        includesSince: draft.includesSince,
        surpassing: draft.surpassing,
      });
  }
}

const hints: Readonly<Record<string, string>> = {
  dataset: 'Add dataset: "…", the name of the dataset that would decide it.',
  measure: 'Add measure: "…", what the number counts.',
  area: 'Add at: { area: "…" }, by the name of the dataset\'s own dimension.',
  period: 'Add at: { period: "2018/19" }, by the name of the dataset\'s own dimension.',
  from: 'Add from: "…", the period that it changed from; "previous" is the one just before.',
  to: 'Add to: "…", the period that it changed to.',
  whole: "Add whole: { at: { … } }, what it is a share of.",
  right: "Add right: { at: { … } }, what it is compared with.",
  population:
    'Add population: { measure: "…", at: { … } }, the count that it is a rate of; dataset: "…" if that is another one.',
  extreme: 'Add extreme: "highest" or "lowest", whichever is the worse, or the better.',
  since: 'Add since: "…", the first period that the record is one of.',
  among: 'Add among: { dimension: "…" }, those that it is ranked among.',
};

/** @throws BriefingError for parts that neither the text nor the answers give. */
function requireAll(
  { id, missing, draft: read }: ClaimProposal,
  draft: ClaimDraft,
  leaveOut: readonly MissingPart[],
): void {
  const asked = missing.filter((part) => !leaveOut.includes(part) && !isGiven(part, draft));
  // The dimensions of areas and of time have the names that the dataset gives them: `force`, `year`.
  const added = Object.keys(draft.at ?? {}).filter(
    (dimension) => !(dimension in (read.at ?? {})) && !missing.some((part) => dimensionOf(part) === dimension),
  );
  const isAreaOrPeriod = (part: MissingPart) => part === "area" || part === "period";
  const lacking =
    added.length >= asked.filter(isAreaOrPeriod).length ? asked.filter((part) => !isAreaOrPeriod(part)) : asked;
  const diagnostics = createDiagnostics({ id });
  for (const part of lacking) {
    diagnostics.error({
      code: "unconfirmed-part",
      message: `The text does not say the ${part} of ${id}.`,
      hint: hints[part] ?? `Add at: { ${dimensionOf(part)}: "…" }.`,
    });
  }
  diagnostics.throwIfErrors();
}

const dimensionOf = (part: MissingPart): string => part.replace("category ", "");

function isGiven(part: MissingPart, draft: ClaimDraft): boolean {
  switch (part) {
    case "dataset":
    case "measure":
    case "from":
    case "to":
    case "whole":
    case "right":
    case "population":
    case "among":
    case "extreme":
    case "since":
      return draft[part] !== undefined;
    default:
      return dimensionOf(part) in (draft.at ?? {});
  }
}
