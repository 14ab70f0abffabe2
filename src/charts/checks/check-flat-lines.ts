import type { Diagnostics } from "../../diagnostics/index.ts";
import type { ChartRow } from "../chart-row.ts";
import type { RecipeNotes } from "../recipes/recipe-notes.ts";
import { isPiled, isSkewed } from "../recipes/skewed-axis.ts";

export interface CheckFlatLinesOptions {
  readonly rows: readonly ChartRow[];
  readonly recipe: RecipeNotes;
  readonly diagnostics: Diagnostics;
}

/** A line that keeps below this share of the scale hardly leaves its axis; in a low row, one that rises and falls by less is level. */
const flat = 0.2;
/** So many of the lines have to, at least, and this share of them. */
const least = { count: 3, share: 0.5 };

/** How much of a scale from zero each line takes, and what to do where that is little, by its recipe. */
const ofLines = {
  smallMultiplesSpec: {
    takes: (figures: readonly number[]) => mostOf(figures.map(Math.abs)),
    says: "keep below a fifth of it",
    hint: "Use sparklinesSpec, in which each line has a scale of its own, as it says; or draw those of large figures in a chart of their own.",
  },
  sparklinesSpec: {
    takes: (figures: readonly number[]) => mostOf(figures) - figures.reduce((low, each) => Math.min(low, each)),
    says: "rise and fall by less than a fifth of it",
    hint: 'Leave out `scale: "shared"`, so that each line has a scale of its own, as the chart says then.',
  },
} as const;

const mostOf = (figures: readonly number[]) => figures.reduce((most, each) => Math.max(most, each), 0);

/**
 * Warns of lines on one scale of which many are flat, since others have figures that are many times theirs or all are far from zero, and of pairs of dots of
 * which most lie on one another (`chart-flat-lines`).
 */
export function checkFlatLines({ rows, recipe, diagnostics }: CheckFlatLinesOptions): void {
  checkPiledDots({ rows, recipe, diagnostics });
  checkOnePile({ rows, recipe, diagnostics });
  const { oneScale } = recipe;
  const read = Object.entries(ofLines).find(([name]) => name === recipe.recipe)?.[1];
  if (oneScale === undefined || read === undefined) return;
  const { field, line } = oneScale;
  const figures = new Map<unknown, number[]>();
  for (const row of rows) {
    const figure = row[field];
    if (typeof figure !== "number") continue;
    const own = figures.get(row[line]);
    if (own) own.push(figure);
    else figures.set(row[line], [figure]);
  }
  const all = [...figures.values()];
  const top = mostOf(all.flat().map(Math.abs));
  const flatCount = all.filter((own) => read.takes(own) < flat * top).length;
  if (flatCount < least.count || flatCount < least.share * all.length) return;
  diagnostics.warn({
    code: "chart-flat-lines",
    message: `${flatCount} of the ${all.length} lines that ${recipe.recipe} draws on one scale ${read.says}: readers hardly see how they go.`,
    hint: read.hint,
    source: { field },
  });
}

/** Such a part of the scale, and more than a share of so many areas or more in one such part: where these are cannot be read. */
const piles = {
  histogramSpec: {
    part: 1 / 24,
    share: 0.8,
    fewest: 8,
    hint: "Leave those of the largest figures out, and name them with these beside the chart; or use rankingSpec.",
  },
  stripSpec: {
    part: 1 / 24,
    share: 0.7,
    fewest: 30,
    hint: "Use histogramSpec, whose classes are those of most figures; or leave those at the ends out, and name them beside the chart.",
  },
} as const;

/** Figures of which few are so far from the others that these are one pile. */
function checkOnePile({ rows, recipe: { recipe, oneScale }, diagnostics }: CheckFlatLinesOptions): void {
  const pile = Object.entries(piles).find(([name]) => name === recipe)?.[1];
  if (pile === undefined || oneScale === undefined) return;
  const { field } = oneScale;
  const sorted = rows
    .map((row) => row[field])
    .filter((figure) => typeof figure === "number")
    .toSorted((a, b) => a - b);
  const width = pile.part * ((sorted.at(-1) ?? 0) - (sorted[0] ?? 0));
  const near = mostWithin(sorted, width);
  if (width <= 0 || sorted.length < pile.fewest || near <= pile.share * sorted.length) return;
  diagnostics.warn({
    code: "chart-flat-lines",
    message: `${near} of the ${sorted.length} areas that ${recipe} draws are about one pile, since a few figures are far from theirs: readers do not see where they are.`,
    hint: pile.hint,
    source: { field },
  });
}

/** The most of sorted figures that lie closer to one another than a width. */
function mostWithin(sorted: readonly number[], width: number): number {
  let first = 0;
  let most = 0;
  for (const [index, figure] of sorted.entries()) {
    while (figure - (sorted[first] as number) >= width && first < index) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}

/** Of figures that no logarithm is of. */
function checkPiledDots({ rows, recipe: { recipe, skewed }, diagnostics }: CheckFlatLinesOptions): void {
  if (recipe !== "dumbbellSpec" || skewed === undefined || isSkewed(skewed, rows) || !isPiled(skewed, rows)) return;
  diagnostics.warn({
    code: "chart-flat-lines",
    message:
      "Half of the figures that dumbbellSpec draws, or more, lie close to zero beside the highest: readers hardly see how far the two of an area are from one another.",
    hint: "Draw those of large figures in a chart of their own, or use rankingSpec with the rows of the last period.",
    source: { field: skewed.field },
  });
}
