import { type AlikeDiagnostics, concerned, groupAlike, type NamedDiagnostic } from "./report.ts";

export interface RunReportInput {
  /** The folder that was written into. */
  readonly out: string;
  readonly total: number;
  readonly made: number;
  readonly unchanged: number;
  /** Names of those that failed. */
  readonly failed: readonly string[];
  readonly removed: readonly string[];
  readonly found: readonly NamedDiagnostic[];
  readonly began: Date;
  /** How long the run took. */
  readonly ms: number;
}

/** What became of a run, as Markdown for whoever looks after it: it names rows of the data, and belongs beside these. */
export function formatRunReport(input: RunReportInput): string {
  const { out, total, made, unchanged, failed, removed, began, ms } = input;
  const groups = groupAlike(input.found);
  const of = (severity: string) => groups.filter(({ diagnostic }) => diagnostic.severity === severity);
  const each = made === 0 ? "" : `, ${Math.round(ms / made)} ms for each made`;
  const sections = [
    `# Briefings in ${out}`,
    `${began.toISOString().slice(0, 16).replace("T", " ")} UTC, ${(ms / 1000).toFixed(1)} s${each}.`,
    `Of ${total}: ${made} made, ${unchanged} as they were, ${failed.length} failed.`,
    ...listed("Failed", failed),
    ...listed(
      "Errors",
      of("error").map((group) => item(group, total)),
    ),
    ...listed(
      "Warnings",
      of("warning").map((group) => item(group, total)),
    ),
    ...listed("Removed, since they are no longer of the set", removed),
  ];
  return `${sections.join("\n\n")}\n`;
}

const listed = (heading: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [`## ${heading}`, items.map((text) => `- ${text}`).join("\n")];

/** A diagnostic, and which briefings it is about; those of one line each, so that a list stays one. */
const item = ({ text, names }: AlikeDiagnostics, total: number): string =>
  `${text} ${concerned(names, total)}`.replaceAll(/\s+/g, " ").trim();
