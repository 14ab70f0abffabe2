import type { Dataset } from "../../dataset/index.ts";
import { guessedFrom, type Remarks, someOf } from "../remarks.ts";
import { isTotal } from "../table/survey-column.ts";
import type { Sum } from "./figures-beside.ts";
import { roundingBase, roundingSlack } from "./rounding-base.ts";
import { measureRows } from "./sums-in-some-rows.ts";

/** So many rows show that it is no chance, in which a whole is so many times what rounding may be off by. */
const [fewestRows, timesSlack] = [3, 3];
const fewestParts = 2;

/** Says of counts that are called totals that they are the sums of others beside them, where these come to them but for rounding. */
export function remarkOnRoundedSums(
  dataset: Dataset,
  { told, remarks }: { readonly told: readonly Sum[]; readonly remarks: Remarks },
): void {
  const { ids, rows } = measureRows(dataset);
  const { measures } = dataset.definition.spec;
  const base = roundingBase(rows.flatMap((row) => [...row].filter((value) => !Number.isNaN(value))));
  if (base === 1) return;
  for (const [at, id] of ids.entries()) {
    if (!isTotal(measures[id]?.label ?? id) || told.some(({ whole }) => whole === id)) continue;
    const parts = longestRun(ids.length, at, (start, end) => comesTo({ rows, base, whole: at, start, end }));
    if (!parts) continue;
    const names = ids.slice(parts.start, parts.end + 1).map((part) => measures[part]?.label ?? part);
    remarks.also(`measures.${id}.statType`, sumOf(names, base));
  }
}

const sumOf = (names: readonly string[], base: number): string =>
  guessedFrom("the figures", `The sum of ${someOf(names)}, but for rounding to ${base}: nobody adds it up with these.`);

interface Run {
  readonly start: number;
  readonly end: number;
}

/** The longest run of measures without one of them of which something is true. */
function longestRun(length: number, without: number, is: (start: number, end: number) => boolean): Run | undefined {
  let longest: Run | undefined;
  for (let start = 0; start < length; start += 1) {
    for (let end = start + fewestParts - 1; end < length; end += 1) {
      const isLonger = longest === undefined || end - start > longest.end - longest.start;
      if ((end < without || start > without) && isLonger && is(start, end)) longest = { start, end };
    }
  }
  return longest;
}

interface Trial extends Run {
  readonly rows: readonly Float64Array[];
  readonly base: number;
  readonly whole: number;
}

/** Whether parts come to a whole in all rows that have all of them, but for rounding. */
function comesTo({ rows, base, whole, start, end }: Trial): boolean {
  const slack = roundingSlack(base, end - start + 1);
  let told = 0;
  for (const row of rows) {
    const own = row[whole] as number;
    const sum = row.subarray(start, end + 1).reduce((all, value) => all + value, 0);
    if (Number.isNaN(own) || Number.isNaN(sum)) continue;
    if (Math.abs(own - sum) > slack) return false;
    if (own >= slack * timesSlack) told += 1;
  }
  return told >= fewestRows;
}
