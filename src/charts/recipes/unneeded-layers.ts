import type { ChartRow } from "../chart-row.ts";
import { gapLayer, loneLayer } from "../vega/gap-marks.ts";
import { haveGaps } from "./have-gaps.ts";
import { isNeeded } from "./layer-needs.ts";
import { commonLayer, leastCommon } from "./period-names.ts";
import type { RecipeNotes } from "./recipe-notes.ts";

/** What the names of a recipe's layers begin with that draw nothing of these rows: they need not be compiled. */
export function unneededLayers(recipe: RecipeNotes | undefined, rows: readonly ChartRow[]): readonly string[] {
  if (recipe === undefined || recipe.isChanged) return [];
  const { gaps, timeAxis, layersFor } = recipe;
  const ofGaps =
    gaps === undefined || haveLonePoints(gaps, rows) ? [] : haveGaps(gaps, rows) ? [loneLayer] : [gapLayer];
  const ofPeriods = timeAxis === undefined || mayBeginAlike(rows, timeAxis.field) ? [] : [commonLayer];
  const needed = new Set(layersFor.filter((need) => isNeeded(need, rows)).map(({ layer }) => layer));
  const ofOthers = new Set(layersFor.map(({ layer }) => layer).filter((layer) => !needed.has(layer)));
  return [...ofGaps, ...ofPeriods, ...ofOthers];
}

/** Whether a figure of a line has none of the same line before and after it. */
function haveLonePoints({ field, line }: NonNullable<RecipeNotes["gaps"]>, rows: readonly ChartRow[]): boolean {
  const lines = new Map<unknown, { isLone: boolean; hadFigure: boolean }>();
  for (const row of rows) {
    const name = line === undefined ? undefined : row[line];
    const { isLone, hadFigure } = lines.get(name) ?? { isLone: false, hadFigure: false };
    const hasFigure = Number.isFinite(row[field]);
    if (isLone && !hasFigure) return true;
    lines.set(name, { isLone: hasFigure && !hadFigure, hadFigure: hasFigure });
  }
  return [...lines.values()].some(({ isLone }) => isLone);
}

/** A quick look: whether the names of periods may have so much in common that it is said once. */
function mayBeginAlike(rows: readonly ChartRow[], field: string): boolean {
  const start = String(rows[0]?.[field]).slice(0, leastCommon);
  return rows.every((row) => String(row[field]).startsWith(start));
}
