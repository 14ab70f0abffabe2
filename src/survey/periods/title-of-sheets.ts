import { escapeRegExp } from "../../tables/index.ts";
import type { SheetsGuess } from "../guess-sheets.ts";

/**
 * The title of one of several sheets, a period each, without the period that it ends or begins with: `Deaths by cause, 2002` is none of the years beside it.
 */
export function titleOfSheets(
  title: string,
  {
    sheets,
    isTitleGiven = false,
  }: {
    /** Absent where only one is read. */
    readonly sheets: SheetsGuess | undefined;
    /** Whether somebody gave the title. */
    readonly isTitleGiven?: boolean | undefined;
  },
): string {
  if (!sheets || isTitleGiven) return title;
  const { names, pattern } = sheets;
  const [before = "", after = ""] = pattern.split("{}");
  const periods = names
    .map((name) => name.slice(before.length, name.length - after.length))
    .filter((own) => own !== "");
  const either = periods
    .toSorted((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join("|");
  const plain = title
    .replace(new RegExp(`(?:[\\s,:;–-]+(?:(?:in|for|during) )?|\\s*\\()(?:${either})\\)?$`, "u"), "")
    .replace(new RegExp(`^(?:${either})[\\s,:;–-]+`, "u"), "");
  return /\p{L}{3}/u.test(plain) ? plain : title;
}
