import {
  type CheckedClaims,
  type Claim,
  type ConsistencyFinding,
  type Evidence,
  unsaidIssues,
  type Verdict,
} from "../claims/index.ts";
import type { Dataset } from "../dataset/index.ts";
import { decimalsOf, exact, type Words } from "../language/index.ts";
import { claimText } from "./claim-text.ts";
import type { OutputStream, Paint } from "./terminal.ts";
import { wrapText } from "./wrap-text.ts";

/** How a verdict is painted, in the order in which the totals name them. */
const colors: Readonly<Record<Verdict, Parameters<Paint>[0]>> = {
  supported: "green",
  refuted: "red",
  "conflicting-evidence": "red",
  "not-enough-evidence": "yellow",
  "not-checkable": "dim",
};
const verdicts = Object.keys(colors) as readonly Verdict[];

const gap = 2;
const narrowest = 24;

/**
 * Checked claims as a table for reading: id, verdict, claim, a reason for each facet, issues, evidence; what the claims say
 * of each other; a line of totals.
 */
export function verdictTable(
  { title, claims, datasets, consistency }: CheckedClaims,
  { columns, paint }: Pick<OutputStream, "columns" | "paint">,
  words: Words,
): string {
  const { table } = words.reasons;
  const all = [...claims.values()];
  const idWidth = widest(all.map(({ id }) => id)) + gap;
  const verdictWidth = widest(all.map(({ verdict }) => table.verdicts[verdict])) + gap;
  const textWidth = Math.max(narrowest, columns - idWidth - verdictWidth);
  const rows = all.map((claim) => {
    const heads = [
      paint("bold", claim.id.padEnd(idWidth)),
      paint(colors[claim.verdict], table.verdicts[claim.verdict].padEnd(verdictWidth)),
    ].join("");
    const indent = " ".repeat(idWidth + verdictWidth);
    return describe(claim, { width: textWidth, paint, evidence: evidenceLine(claim, datasets, words), table })
      .map((line, index) => `${index === 0 ? heads : indent}${line}`.trimEnd())
      .join("\n");
  });
  const head = wrapText(title, columns).map((line) => paint("bold", line));
  const among = describeConsistency(consistency, { columns, paint, table });
  return `${[head.join("\n"), ...rows, ...among, wrapText(totals(all, table), columns).join("\n")].join("\n\n")}\n`;
}

const findingColors = { consistent: "green", doubtful: "yellow", inconsistent: "red" } as const;

/** A paragraph on how the claims stand to each other; none where they say nothing of each other. */
function describeConsistency(
  findings: readonly ConsistencyFinding[],
  { columns, paint, table }: { readonly columns: number; readonly paint: Paint; readonly table: TableWords },
): readonly string[] {
  if (findings.length === 0) return [];
  const width = widest(findings.map(({ verdict }) => table.findings[verdict])) + gap;
  const lines = findings.flatMap(({ verdict, reason }) =>
    wrapText(reason, columns - width).map((line, index) =>
      index === 0
        ? `${paint(findingColors[verdict], table.findings[verdict].padEnd(width))}${line}`
        : " ".repeat(width) + line,
    ),
  );
  return [[paint("bold", table.together), ...lines].join("\n")];
}

interface DescribeOptions {
  readonly width: number;
  readonly paint: Paint;
  /** What the claim rests on; may be empty. */
  readonly evidence: string;
  readonly table: TableWords;
}

function describe(claim: Claim, { width, paint, evidence, table }: DescribeOptions): readonly string[] {
  const indented = (text: string) => wrapText(text, width - gap).map((line) => " ".repeat(gap) + line);
  const facets = claim.facets.map(({ id, verdict, reason }) =>
    // The verdict of a facet is told where the claim's own does not tell it.
    indented(`${table.facets[id]}${verdict === claim.verdict ? "" : ` (${table.verdicts[verdict]})`}: ${reason}`),
  );
  const issues = unsaidIssues(claim).map(({ code, message }) =>
    indented(`${table.note(code)}: ${message}`).map((line) => paint("dim", line)),
  );
  const rests = evidence ? indented(`${table.evidence}: ${evidence}`).map((line) => paint("dim", line)) : [];
  return [...wrapText(claimText(claim), width), ...facets.flat(), ...issues.flat(), ...rests];
}

/** `15 claims: 4 supported, 3 refuted, 8 not enough evidence`. */
function totals(claims: readonly Claim[], table: TableWords): string {
  const counts = verdicts
    .map((verdict) => ({ verdict, count: claims.filter((claim) => claim.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
  return table.total({ claims: claims.length, verdicts: counts });
}

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));

type TableWords = Words["reasons"]["table"];

/** Cells that a line names before it says how many more there are. */
const shown = 4;

/**
 * What a claim rests on, in a line: `from 114 (2017/18), to 274 (2018/19); Bucks Herald, 12 September 2019`. Empty where
 * it rests on nothing. A cell without a value that may be shown is named by its state.
 */
function evidenceLine({ evidence }: Claim, datasets: ReadonlyMap<string, Dataset>, words: Words): string {
  const held = evidence.filter(({ observation }) => observation.cell.state !== "missing");
  if (held.length === 0) return "";
  const cells = held.slice(0, shown).map((item) => cellText(item, datasets.get(item.dataset), words));
  const more = held.length > shown ? [words.reasons.table.more(held.length - shown)] : [];
  const sources = new Set(held.map((item) => sourceText(item, datasets.get(item.dataset), words)).filter(Boolean));
  return [[...cells, ...more].join(", "), ...sources].join("; ");
}

function cellText(
  { observation: { cell, at }, role }: Evidence,
  dataset: Dataset | undefined,
  { names, numbers, reasons: { table } }: Words,
): string {
  const period = Object.values(at)
    .map((id) => dataset?.period(id))
    .find(Boolean);
  const shownValue =
    cell.state === "value"
      ? numbers.decimal(exact(cell.value), Math.min(decimalsOf(cell.value), 3))
      : table.state(cell.state);
  return `${table.role(role)} ${shownValue}${period ? ` (${names.period(period)})` : ""}`;
}

/** `Bucks Herald, 12 September 2019`: the publisher, and when this figure was published. */
function sourceText(
  { observation: { source, vintage } }: Evidence,
  dataset: Dataset | undefined,
  { numbers }: Words,
): string {
  const { publisher, published } = dataset?.sources.get(source) ?? {};
  const date = vintage || published || "";
  return [publisher, numbers.date(date) ?? date].filter(Boolean).join(", ");
}
