import type { Claim, Evidence } from "../claims/index.ts";
import type { Dataset } from "../dataset/index.ts";
import { englishWords, formatNumber } from "../language/index.ts";

/** Cells that a line names before it says how many more there are. */
const shown = 4;

/**
 * What a claim rests on, in a line: `from 114 (2017/18), to 274 (2018/19); Bucks Herald, 12 September 2019`. Empty where
 * it rests on nothing. A cell without a value that may be shown is named by its state.
 */
export function evidenceLine({ evidence }: Claim, datasets: ReadonlyMap<string, Dataset>): string {
  const held = evidence.filter(({ observation }) => observation.cell.state !== "missing");
  if (held.length === 0) return "";
  const cells = held.slice(0, shown).map((item) => cellText(item, datasets.get(item.dataset)));
  const more = held.length > shown ? [`and ${held.length - shown} more`] : [];
  const sources = new Set(held.map((item) => sourceText(item, datasets.get(item.dataset))).filter(Boolean));
  return [[...cells, ...more].join(", "), ...sources].join("; ");
}

function cellText({ observation: { cell, at }, role }: Evidence, dataset: Dataset | undefined): string {
  const period = Object.values(at)
    .map((id) => dataset?.period(id)?.label)
    .find(Boolean);
  return `${roleText(role)} ${cell.state === "value" ? formatNumber(cell.value) : cell.state}${period ? ` (${period})` : ""}`;
}

/** `otherWhole` → `other whole`. */
const roleText = (role: string): string => role.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** `Bucks Herald, 12 September 2019`: the publisher, and when this figure was published. */
function sourceText({ observation: { source, vintage } }: Evidence, dataset: Dataset | undefined): string {
  const { publisher, published } = dataset?.sources.get(source) ?? {};
  const date = vintage || published || "";
  return [publisher, englishWords().numbers.date(date) ?? date].filter(Boolean).join(", ");
}
