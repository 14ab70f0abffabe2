import type { ClaimProposal, Extraction } from "../extract/index.ts";
import type { OutputStream } from "./terminal.ts";
import { wrapText } from "./wrap-text.ts";

const gap = 2;
const narrowest = 24;

/** Proposals as a table for reading: id, kind, words, how they were read, what is missing; then the unread numbers. */
export function proposalTable(
  { proposals, unread }: Extraction,
  { columns, paint }: Pick<OutputStream, "columns" | "paint">,
): string {
  const idWidth = widest(proposals.map(({ id }) => id)) + gap;
  const kindWidth = widest(proposals.map(({ kind }) => kind)) + gap;
  const indent = " ".repeat(idWidth + kindWidth);
  const width = Math.max(narrowest, columns - indent.length);
  const rows = proposals.map((proposal) => {
    const [first = "", ...rest] = describe(proposal, width);
    const missing = proposal.missing.length > 0 ? wrapText(`missing: ${proposal.missing.join(", ")}`, width) : [];
    const lines = [
      `${paint("bold", proposal.id.padEnd(idWidth))}${proposal.kind.padEnd(kindWidth)}${first}`,
      ...rest.map((line) => indent + line),
      ...missing.map((line) => indent + paint("yellow", line)),
    ];
    return lines.join("\n");
  });
  const left = unread.map(({ text, what, reason, explanation }) =>
    wrapText(`${text} (${what}): ${explanation}`, columns - gap)
      .map((line, index) => (index === 0 ? line : " ".repeat(gap) + line))
      .map((line) => paint(reason === "not-a-statistic" ? "dim" : "yellow", line))
      .join("\n"),
  );
  const unreadPart = left.length > 0 ? [[paint("bold", "Numbers in no claim"), ...left].join("\n")] : [];
  return `${[...rows, ...unreadPart, totals(proposals)].join("\n\n")}\n`;
}

function describe({ text, sentence, draft, explanation }: ClaimProposal, width: number): readonly string[] {
  const { at = {}, dataset, measure, from, to } = draft;
  const categories = Object.values(at).flat();
  const known = [
    ...(dataset === undefined ? [] : [measure === undefined ? dataset : `${dataset}.${measure}`]),
    ...categories,
    ...(from === undefined && to === undefined ? [] : [`${from ?? "?"} to ${to ?? "?"}`]),
  ];
  return [
    ...wrapText(`“${text}” in: ${sentence.text}`, width),
    ...wrapText(explanation, width),
    ...(known.length > 0 ? wrapText(`read: ${known.join(", ")}`, width) : []),
  ];
}

function totals(proposals: readonly ClaimProposal[]): string {
  if (proposals.length === 0) return "No claims were found.";
  const complete = proposals.filter(({ missing }) => missing.length === 0).length;
  const noun = proposals.length === 1 ? "claim" : "claims";
  return `${proposals.length} ${noun} proposed: ${complete} complete, ${proposals.length - complete} with something missing`;
}

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));
