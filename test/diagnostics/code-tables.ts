import { issueCodes } from "../../src/claims/result/issue-codes.ts";
import { diagnosticCodes } from "../../src/diagnostics/codes/index.ts";
import type { Explanation } from "../../src/diagnostics/index.ts";
import { contradictionCodes, openCodes } from "../../src/verify/finding-codes.ts";

type CodeTable = Readonly<Record<string, Explanation>>;

export const diagnosticTables: readonly (readonly [title: string, codes: CodeTable])[] =
  Object.entries(diagnosticCodes);
export const otherTables: readonly (readonly [title: string, codes: CodeTable])[] = [
  ["Issues of claims", issueCodes],
  ["Findings that contradict a file", contradictionCodes],
  ["Findings that leave something open", openCodes],
];

/** The tables of src/diagnostics/README.md, in Markdown. */
export function codeTables(): string {
  return [...diagnosticTables, ...otherTables].map(([title, codes]) => `### ${title}\n\n${table(codes)}`).join("\n\n");
}

const table = (codes: CodeTable): string =>
  [
    "| code | what it means | what to do |",
    "| --- | --- | --- |",
    ...Object.entries(codes)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([code, { meaning, remedy }]) => `| \`${code}\` | ${cell(meaning)} | ${cell(remedy)} |`),
  ].join("\n");

const cell = (text: string): string => text.replaceAll("|", "\\|");
