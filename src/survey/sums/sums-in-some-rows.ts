import { type Dataset, isAdditive } from "../../dataset/index.ts";
import type { Sum } from "./figures-beside.ts";

/** Of so many measures, and so many rows of them, runs are added up: the time grows with the third power of measures. */
const [mostMeasures, mostRows] = [60, 400];
const fewestParts = 2;
/** How far from chance it is, as a power of two, beside the number of runs that were tried. */
const enoughBits = 10;

export interface SumOfRows extends Sum {
  /** Whether the parts do not come to the whole in some of the rows. */
  readonly isDenied: boolean;
}

export interface MeasureRows {
  /** In the order of the table. */
  readonly ids: readonly string[];
  /** The figures of each row, one a measure; NaN where nobody knows it. */
  readonly rows: readonly Float64Array[];
}

/**
 * Measures that are the sums of others which stand together, in more rows than chance explains: staff of several groups, some of
 * whom are counted twice; people by religion, in the censuses that asked for it. A whole may have several such lists of parts. Given data as it is read.
 */
export function sumsInSomeRows(dataset: Dataset): readonly SumOfRows[] {
  const { ids, rows } = measureRows(dataset);
  if (ids.length <= fewestParts || ids.length > mostMeasures) return [];
  return ids.flatMap((whole, at) => {
    const chosen: Run[] = [];
    for (const run of runsOf(at, ids.length, rows).sort((a, b) => b.held - a.held || b.bits - a.bits)) {
      if (!chosen.some(({ start, end }) => run.start <= end && start <= run.end)) chosen.push(run);
    }
    return chosen.map(({ start, end, failed }) => ({
      whole,
      parts: ids.slice(start, end + 1),
      isDenied: failed > 0,
    }));
  });
}

/** Figures from one measure to another, both included. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly held: number;
  readonly failed: number;
  readonly bits: number;
}

/** The runs that come to a whole far more often than by chance. */
function runsOf(whole: number, length: number, rows: readonly Float64Array[]): Run[] {
  const known = rows.filter((row) => (row[whole] as number) > 0);
  const tried = 2 * Math.log2(length);
  const runs: Run[] = [];
  for (let start = 0; start < length; start += 1) {
    const sums = known.map(() => 0);
    const positive = known.map(() => 0);
    for (let end = start; end < length && end !== whole && start !== whole; end += 1) {
      for (const [at, row] of known.entries()) {
        const value = row[end] as number;
        sums[at] = (sums[at] as number) + value;
        if (value > 0) positive[at] = (positive[at] as number) + 1;
      }
      if (end - start + 1 < fewestParts) continue;
      const run = heldBy({ known, whole, sums, positive });
      if (run.bits - tried >= enoughBits) runs.push({ start, end, ...run });
    }
  }
  return runs;
}

interface Adding {
  readonly known: readonly Float64Array[];
  readonly whole: number;
  readonly sums: readonly number[];
  /** How many parts of each are anything. */
  readonly positive: readonly number[];
}

/** In how many rows the parts come to the whole, and how far from chance that is: each row in which they do not counts against it. */
function heldBy({ known, whole, sums, positive }: Adding): Pick<Run, "held" | "failed" | "bits"> {
  let [held, failed, bits] = [0, 0, 0];
  const seen = new Set<number>();
  const against = Math.log2(known.length + 1);
  for (const [at, row] of known.entries()) {
    const [sum, value] = [sums[at] as number, row[whole] as number];
    if (Number.isNaN(sum)) continue;
    if (sum !== value) {
      failed += 1;
      bits -= against;
    } else if ((positive[at] as number) >= fewestParts) {
      held += 1;
      if (!seen.has(value)) bits += Math.log2(1 + value);
      seen.add(value);
    }
  }
  return { held, failed, bits };
}

/** The counts that add up, row by row; of very many rows, some. */
export function measureRows({ observations, definition }: Dataset): MeasureRows {
  const { measures, dimensions } = definition.spec;
  const ids = Object.keys(measures).filter((id) => {
    const own = measures[id];
    return own?.statType === "count" && isAdditive(own);
  });
  const positions = new Map(ids.map((id, at) => [id, at]));
  const names = Object.keys(dimensions);
  const rows = new Map<string, Float64Array>();
  for (const { measure, at, cell } of observations) {
    const position = positions.get(measure);
    if (position === undefined || cell.state !== "value") continue;
    const key = JSON.stringify(names.map((name) => at[name]));
    const row = rows.get(key) ?? new Float64Array(ids.length).fill(Number.NaN);
    rows.set(key, row);
    row[position] = cell.value;
  }
  const step = Math.max(1, Math.ceil(rows.size / mostRows));
  return { ids, rows: [...rows.values()].filter((_, at) => at % step === 0) };
}
