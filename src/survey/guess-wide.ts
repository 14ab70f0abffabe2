import { periodReadings } from "../dataset/index.ts";
import type { ColumnSurvey } from "./survey-table.ts";

/** Columns of figures whose headings tell a period. */
export interface WideGuess {
  /** A pattern of `layout.wide.columns`. */
  readonly columns: string;
  readonly indices: readonly number[];
  /** What stands beside the periods, where it tells measures apart. */
  readonly measures: readonly string[];
}

const month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
const periodIn = new RegExp(
  `(?:year ending |ye )?${month}[ -]+(?:to |- ?)?(?:${month} )?\\d{2,4}|(?:19|20)\\d{2}(?:[/–-]\\d{2,4})?(?: ?Q[1-4])?|Q[1-4] (?:19|20)\\d{2}|(?:19|20)\\d{4}`,
  "iu",
);

/** Finds the columns of figures that are periods, and what their headings look like; undefined where fewer than two are. */
export function guessWide(columns: readonly ColumnSurvey[], dimension: string): WideGuess | undefined {
  const figures = columns.filter(({ kind, name }) => kind === "figure" || (kind === "blank" && name !== ""));
  const read = figures.flatMap(({ index, name }) => {
    const found = periodIn.exec(name)?.[0];
    const isPeriod = found !== undefined && periodReadings(found).length > 0;
    return isPeriod ? [{ index, rest: name.replace(found, "{}") }] : [];
  });
  const groups = new Map<string, number[]>();
  for (const { index, rest } of read) groups.set(rest, [...(groups.get(rest) ?? []), index]);
  const all = [...groups].filter(([, indices]) => indices.length > 1);
  const indices = all.flatMap(([, own]) => own);
  if (indices.length < 2 || indices.length < figures.length / 2) return undefined;
  const [only, second] = all;
  if (only && !second) return { columns: only[0].replace("{}", `{${dimension}}`), indices, measures: [] };
  const [before, after] = [/^(?<name>.+?)(?<gap>[\s,:|–-]+)\{\}$/u, /^\{\}(?<gap>[\s,:|–-]+)(?<name>.+)$/u].map(
    (look) => all.map(([rest]) => look.exec(rest)?.groups),
  ) as [(Record<string, string> | undefined)[], (Record<string, string> | undefined)[]];
  for (const [parts, isAfter] of [[before, false] as const, [after, true] as const]) {
    const gap = parts[0]?.gap;
    if (gap === undefined || !parts.every((part) => part?.gap === gap)) continue;
    return {
      columns: isAfter ? `{${dimension}}${gap}{measure}` : `{measure}${gap}{${dimension}}`,
      indices,
      measures: parts.map((part) => part?.name ?? ""),
    };
  }
  return undefined;
}
