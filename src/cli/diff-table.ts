import type { BriefingDiff, FigureChange } from "../record/index.ts";
import type { NamedDiff } from "./named-diff.ts";

import type { OutputStream, Paint } from "./terminal.ts";
import { wrapText } from "./wrap-text.ts";

/** How each kind of change is painted: what a publisher has to look at stands out. */
const colors: Readonly<Record<FigureChange["kind"], Parameters<Paint>[0]>> = {
  revised: "yellow",
  updated: "green",
  redefined: "yellow",
  reworded: "dim",
  hidden: "red",
  shown: "red",
  judged: "yellow",
  appeared: "green",
  vanished: "red",
};

/** Comparisons for reading: each briefing with a line a changed figure, the cells behind it, and a line of totals. */
export function diffTable(
  diffs: readonly NamedDiff[],
  { columns, paint }: Pick<OutputStream, "columns" | "paint">,
): string {
  const blocks = diffs.map((each) => {
    if (!("diff" in each)) {
      const only = each.onlyIn === "next" ? "only in the later edition" : "only in the earlier edition";
      return `${paint("bold", each.name)}  ${only}`;
    }
    const { name, diff } = each;
    const head = `${paint("bold", name)}  ${diff.previous.date || "undated"} → ${diff.next.date || "undated"}: ${totals(diff)}`;
    return [head, ...diff.changes.flatMap((change) => describe(change, { columns, paint }))].join("\n");
  });
  return `${blocks.join("\n\n")}\n`;
}

const kindWidth = 11;

function describe(change: FigureChange, { columns, paint }: Pick<OutputStream, "columns" | "paint">): string[] {
  const { kind, id, before, after, cells } = change;
  const [first = "", ...rest] = wrapText(`${id}: ${said(change)}`, columns - kindWidth - 2);
  const indent = " ".repeat(kindWidth + 2);
  const figure = after ?? before;
  const about = [figure?.area, figure?.period].filter(Boolean).join(", ");
  const reasons = cells.map(({ labels, before: old, after: young }) => {
    const where = Object.values(labels).join(", ");
    const cell = ({ value, state }: typeof old) => value ?? (state === "suppressed" ? "hidden" : "not told");
    return `${where}: ${cell(old)} (${old.vintage || old.source}), now ${cell(young)} (${young.vintage || young.source})`;
  });
  return [
    `  ${paint(colors[kind], kind.padEnd(kindWidth))}${first}`,
    ...rest.map((line) => `${indent}${line}`),
    ...[...(about === "" ? [] : [about]), ...reasons]
      .flatMap((text) => wrapText(text, columns - indent.length))
      .map((line) => indent + paint("dim", line)),
  ];
}

/** `114 (2017/18), now 274 (2018/19)`. */
function said({ kind, withheld, before, after }: FigureChange): string {
  if (withheld) return "figures not told, since an edition hides a count that they could give away";
  if (!before || !after) return (before ?? after)?.phrase ?? "";
  if (kind === "judged") return `${before.verdict.replaceAll("-", " ")}, now ${after.verdict.replaceAll("-", " ")}`;
  const period = (figure: typeof before) => (kind === "updated" && figure.period ? ` (${figure.period})` : "");
  const words = before.value === after.value ? "phrase" : "value";
  return `${before[words]}${period(before)}, now ${after[words]}${period(after)}`;
}

/** `2 revised, 1 appeared, 14 unchanged`. */
function totals({ changes, unchanged }: BriefingDiff): string {
  const kinds = Object.keys(colors) as readonly FigureChange["kind"][];
  const counts = kinds
    .map((kind) => ({ kind, count: changes.filter((change) => change.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${kind}`);
  return [...counts, `${unchanged} unchanged`].join(", ");
}
