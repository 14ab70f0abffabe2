import type { Diagnostics } from "../../diagnostics/index.ts";
import { type ChartRow, isCellState, isFigure } from "../chart-row.ts";
import type { Computation } from "../spec/read-computations.ts";

export interface CheckHiddenOptions {
  readonly computations: readonly Computation[];
  readonly datasets: Iterable<readonly ChartRow[]>;
  readonly diagnostics: Diagnostics;
  /** The recipe that made the chart; undefined where none did. */
  readonly recipe?: string | undefined;
}

/**
 * Reports what a chart would work out from cells that hold no figure. A total without a hidden cell is wrong; with the
 * published one next to it, it tells what is hidden. Rows that are merely drawn may have gaps.
 */
export function checkHidden({ computations, datasets, diagnostics, recipe }: CheckHiddenOptions): void {
  const fields = new Set(computations.map(({ field }) => field));
  const rows = [...datasets].flat();
  const gaps = countGaps(rows, fields);
  const told = new Set<string>();
  const stacks = ({ does }: Computation) => does === "stacks";
  const ordered =
    recipe === undefined
      ? computations
      : [...computations.filter(stacks), ...computations.filter((each) => !stacks(each))];
  for (const { field, does, over, groupby } of ordered) {
    const counted = gaps.get(field);
    // What a recipe works out is not its user's to change: that it stacks says all.
    const which = recipe === undefined ? `${does} ${field}` : field;
    if (!counted || told.has(which) || (groupby && areApart(rows, groupby))) continue;
    told.add(which);
    const { hidden, figures } = counted;
    if (figures === 0) {
      diagnostics.error({
        code: "chart-no-data",
        message: `No row of the chart has a number in "${field}".`,
        hint: "Leave the chart out where every figure is suppressed or missing.",
        source: { field },
      });
      continue;
    }
    const cells = hidden === 1 ? "1 cell of it is" : `${hidden} cells of it are`;
    const result = over === "rows" ? "the result would be wrong, or tell what is hidden" : "a gap would count as 0";
    diagnostics.error({
      code: "chart-hidden-total",
      message: `The chart${recipe === undefined ? "" : ` that ${recipe} makes`} ${does} "${field}", and ${cells} hidden or missing: ${result}.`,
      hint: recipe !== undefined && does === "stacks" ? hintForParts(recipe) : hintFor({ field, does, over }),
      source: { field },
    });
  }
}

/** Warns of what a chart of its own data works out where cells have no number: nothing in such data is hidden, and a reader may want to know. */
export function tellGaps({ computations, datasets, diagnostics }: CheckHiddenOptions): void {
  const rows = [...datasets].flat();
  const gaps = countGaps(rows, new Set(computations.map(({ field }) => field)));
  const told = new Set<string>();
  for (const { field, does, over, groupby } of computations) {
    const counted = gaps.get(field);
    if (!counted || counted.figures === 0 || told.has(field) || (groupby && areApart(rows, groupby))) continue;
    // To fill gaps is what it was asked for.
    if (does.startsWith("fills")) continue;
    told.add(field);
    const result = over === "rows" ? "it is of the others alone" : "each counts as 0 there";
    diagnostics.warn({
      code: "chart-gaps",
      message: `The chart ${does} "${field}", and ${counted.hidden} of ${counted.hidden + counted.figures} rows have no number there: ${result}.`,
      hint: "Say so in the chart's title or caption, or leave those rows out.",
      source: { field },
    });
  }
}

/** Of a recipe that draws parts on one another: what draws its rows, of which some have no figure. */
const hintForParts = (recipe: string): string =>
  `Use ${drawsGapsFor[recipe] ?? "rankingSpec with the rows of one period, or over time trendSpec"}, with [c] or [x] where there is no figure; or leave the whole part out of \`data\`, where no total tells it.`;

const drawsGapsFor: Readonly<Record<string, string>> = {
  areaSpec: "trendSpec",
  likertSpec: 'shareSpec with `layout: "beside"`',
  shareSpec: 'shareSpec with `layout: "beside"`',
};

function hintFor({ field, does, over }: Pick<Computation, "field" | "does" | "over">): string {
  if (over === "cell")
    return `Test isValid(datum[${JSON.stringify(field)}]) first, or leave those rows out of \`data\`.`;
  const show = does === "stacks" ? 'write "stack": null to show each by itself' : "show the cells themselves";
  return `Leave those rows out of \`data\`, or ${show}.`;
}

interface Gaps {
  readonly hidden: number;
  readonly figures: number;
}

/** For each field of figures that has gaps, their number. A field that also holds words or flags is none. */
function countGaps(rows: readonly ChartRow[], fields: ReadonlySet<string>): ReadonlyMap<string, Gaps> {
  const gaps = new Map<string, Gaps>();
  for (const field of fields) {
    const cells = rows.filter((row) => field in row || isHidden(row)).map((row) => row[field] ?? null);
    const isOfFigures = rows.some((row) => field in row) && cells.every((cell) => cell === null || isFigure(cell));
    const hidden = cells.filter((cell) => cell === null).length;
    if (isOfFigures && hidden > 0) gaps.set(field, { hidden, figures: cells.length - hidden });
  }
  return gaps;
}

/** Whether no two rows stand in one group: each bar is then a cell, drawn by itself. */
function areApart(rows: readonly ChartRow[], groupby: readonly string[]): boolean {
  if (!groupby.every((field) => rows.some((row) => field in row))) return false;
  return new Set(rows.map((row) => JSON.stringify(groupby.map((field) => row[field] ?? null)))).size === rows.length;
}

const isHidden = ({ state }: ChartRow) => isCellState(state) && state !== "value";
