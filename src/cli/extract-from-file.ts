import { loadDatasets } from "../dataset/index.ts";
import {
  type ClaimProposal,
  type ExtractDatasets,
  type Extraction,
  extractClaims,
  toClaimsFile,
} from "../extract/index.ts";
import type { ExitCode } from "./command-context.ts";
import type { ExtractCommandOptions } from "./extract-options.ts";
import { findData } from "./find-data.ts";
import { inputError, readingInput } from "./input-error.ts";
import { readClaims } from "./read-claims.ts";
import { readTextFile } from "./read-text-file.ts";
import { reportAll } from "./report.ts";
import type { OutputStream, Terminal } from "./terminal.ts";
import { wrapText } from "./wrap-text.ts";
import { writeFileAtomically } from "./write-file-atomically.ts";

/** Prints and writes what `briefwright extract` was asked for. Throws an `InputError` or a `BriefingError`. */
export async function extractFromFile(
  file: string,
  options: ExtractCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const text = await readTextFile(file);
  const datasets = await readDatasets(options, terminal);
  const extraction = extractClaims(text, { datasets });
  terminal.out.write(
    options.format === "json" ? `${JSON.stringify(extraction, null, 2)}\n` : proposalTable(extraction, terminal.out),
  );
  if (options.out !== undefined) {
    const title = options.title ?? firstLine(text);
    writeFileAtomically(options.out, `${JSON.stringify(toClaimsFile(extraction, { title, datasets }), null, 2)}\n`);
    terminal.out.write(`${options.out}\n`);
  }
  return 0;
}

/** The datasets with their data where there is some, else their definitions. */
async function readDatasets(
  { datasets: file, data = {} }: ExtractCommandOptions,
  terminal: Terminal,
): Promise<ExtractDatasets> {
  if (file === undefined) {
    if (Object.keys(data).length === 0) return {};
    throw inputError({
      code: "missing-datasets",
      message: "There is data, and nothing that says what its columns mean.",
      hint: "Add --datasets with a claims.json, or a module that exports claims.",
    });
  }
  const { set, exported } = await readClaims(file);
  const inputs = findData({ datasets: Object.keys(set.datasets), given: data, exported, file });
  const held = Object.fromEntries(Object.entries(set.datasets).filter(([id]) => id in inputs));
  const loaded = await readingInput(() => loadDatasets(held, inputs));
  reportAll(
    terminal.err,
    [...loaded.values()].flatMap(({ diagnostics }) => diagnostics),
  );
  return { ...set.datasets, ...Object.fromEntries(loaded) };
}

const firstLine = (text: string): string => text.trim().split("\n")[0]?.trim() ?? "";

const gap = 2;
const narrowest = 24;

/** Proposals as a table for reading: id, kind, words, how they were read, what is missing; then the unread numbers. */
function proposalTable(
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
