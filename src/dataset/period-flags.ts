import type { ObservationStatus } from "./observation-status.ts";

/** A label, and what stands beside it about its figures. */
export interface FlaggedLabel {
  readonly label: string;
  /** As the data writes it: `p`, `(r)`, `[note 1]`. */
  readonly flag: string;
  readonly statuses: readonly ObservationStatus[];
}

const statuses: ReadonlyMap<string, ObservationStatus> = new Map([
  ["p", "provisional"],
  ["prov", "provisional"],
  ["prelim", "provisional"],
  ["preliminary", "provisional"],
  ["provisional and partial", "provisional"],
  ["provisional", "provisional"],
  ["r", "revised"],
  ["rev", "revised"],
  ["revised", "revised"],
  ["e", "estimated"],
  ["est", "estimated"],
  ["estimate", "estimated"],
  ["estimated", "estimated"],
  ["f", "forecast"],
  ["forecast", "forecast"],
  ["forecasts", "forecast"],
  ["proj", "forecast"],
  ["projection", "forecast"],
  ["projected", "forecast"],
  ["b", "break"],
  ["break", "break"],
]);

const words = [...statuses.keys()].join("|");
const wholeWords = "provisional|preliminary|revised|estimated?|forecasts?|projection|projected";
/** A letter after the last digit, the same in brackets, a word of a status as a heading below it has, or a mark that a note explains. */
const pattern = new RegExp(
  `^(.*\\S)\\s*(?:[([]\\s*(${words}|notes?\\s*\\d+(?:\\s*,\\s*\\d+)*|[a-z]|\\d{1,2}(?:\\s*,\\s*\\d{1,2})*)\\s*[)\\]]|(?<=\\d)\\s*([pref])|(?<=\\d)\\s+(?:\\|\\s+)?(${wholeWords})|(?<=\\S)[*†‡¹²³⁴⁵⁶⁷⁸⁹]+)$`,
  "i",
);

/** What the status of figures looks like behind a period, at the end of a heading: ` (p)`, ` [r]`, ` | provisional`. */
export const statusAtEnd = `(?:\\s?\\((?:${words})\\)|\\s?\\[(?:${words})\\]|(?:\\s\\|)?\\s(?:${wholeWords}))(?=$)`;

/**
 * Divides what is written beside a period from its label: `2019p`, `2019 (r)`, `2019 provisional`, `2019 [note 1]`, `2019*`. Several are taken
 * off one after the other. Undefined where there is none. Marks and notes say nothing of a figure's status by themselves.
 */
export function splitPeriodFlag(text: string): FlaggedLabel | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const [whole, label = "", inBrackets, letter, word] = match;
  const status = statuses.get((inBrackets ?? letter ?? word ?? "").toLowerCase());
  const inner = splitPeriodFlag(label);
  const flag = whole.slice(label.length).trim();
  return {
    label: inner?.label ?? label,
    flag: inner ? `${inner.flag} ${flag}` : flag,
    statuses: [...new Set([...(inner?.statuses ?? []), ...(status ? [status] : [])])],
  };
}
