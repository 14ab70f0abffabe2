import type { Diagnostics } from "../../diagnostics/index.ts";
import type { ChartRow } from "../chart-row.ts";
import { mostOfWhole } from "../most-of-whole.ts";
import type { RecipeNotes } from "../recipes/recipe-notes.ts";

export interface CheckAmountsOptions {
  readonly rows: readonly ChartRow[];
  readonly recipe: RecipeNotes;
  readonly diagnostics: Diagnostics;
}

/**
 * Reports figures that a recipe of amounts would draw wrongly, or not at all (`chart-bad-value`): one below zero, parts that are more than their
 * whole, which have no room in its bar, and places that are none.
 */
export function checkAmounts({ rows, recipe: { recipe, amounts, timeAxis }, diagnostics }: CheckAmountsOptions): void {
  if (!amounts) return;
  const { field, wholeOf, arePlaces } = amounts;
  if (arePlaces) {
    checkPlaces({ rows, field, recipe, diagnostics });
    return;
  }
  const below = rows.findIndex((row) => Number(row[field] ?? 0) < 0);
  if (below >= 0)
    diagnostics.error({
      code: "chart-bad-value",
      message: `Row ${below + 1} of the chart has ${rows[below]?.[field]} in "${field}": ${recipe} draws amounts, of which none is below zero.`,
      hint: `Use ${timeAxis?.holds === "lines" ? "trendSpec" : "barSpec or rankingSpec"} for figures below zero.`,
      source: { field },
    });
  if (wholeOf === undefined) return;
  const sums = new Map<unknown, number>();
  for (const row of rows) sums.set(row[wholeOf], (sums.get(row[wholeOf]) ?? 0) + Number(row[field] ?? 0));
  const over = [...sums].find(([, sum]) => sum > mostOfWhole);
  if (over)
    diagnostics.error({
      code: "chart-bad-value",
      message: `The shares of ${JSON.stringify(over[0])} in "${field}" add up to ${Number(over[1].toPrecision(3))}, and a whole is 1.`,
      hint: "Give shares from 0 to 1 of parts that do not overlap; those that do are drawn beside one another.",
      source: { field },
    });
  else if (recipe === "shareSpec") checkWholes({ rows, sums, field, wholeOf, diagnostics });
}

/** What shares of a whole come to when each of them was rounded. */
const rounded = { from: 0.98, to: 1.02 };

interface CheckWholesOptions extends Pick<CheckAmountsOptions, "rows" | "diagnostics"> {
  /** Of the shares in `field`, by what the field `wholeOf` has. */
  readonly sums: ReadonlyMap<unknown, number>;
  readonly field: string;
  readonly wholeOf: string;
}

/** Warns of shares that come to less than a whole, or to more, than rounding makes of it. Of bars with a gap that is not known. */
function checkWholes({ rows, sums, field, wholeOf, diagnostics }: CheckWholesOptions): void {
  // Bars that add up are refused where a share is hidden.
  if (rows.some(({ state }) => state === "suppressed")) return;
  const open = new Set<unknown>(rows.filter((row) => typeof row[field] !== "number").map((row) => row[wholeOf]));
  const off = [...sums].filter(([bar, sum]) => !open.has(bar) && (sum < rounded.from || sum > rounded.to));
  const [first] = off;
  if (!first) return;
  const more = off.length > 1 ? `, and those of ${off.length - 1} more to less than 98% or more than 102%` : "";
  diagnostics.warn({
    code: "chart-share-not-whole",
    message: `The shares of ${JSON.stringify(first[0])} in "${field}" come to ${Number((first[1] * 100).toPrecision(3))}% of the whole that its bar is drawn as${more}.`,
    hint: 'Give the rest a row with a name, such as "Other", or shares of what the parts add up to; or draw them with layout: "beside".',
    source: { field },
  });
}

/** Reports what is no place of a ranking, as the 2.5 that a mean of tied ranks is. */
function checkPlaces({
  rows,
  field,
  recipe,
  diagnostics,
}: Pick<CheckAmountsOptions, "rows" | "diagnostics"> & { readonly field: string; readonly recipe: string }): void {
  const at = rows.findIndex(
    (row) => typeof row[field] === "number" && !(Number.isInteger(row[field]) && row[field] > 0),
  );
  if (at < 0) return;
  diagnostics.error({
    code: "chart-bad-value",
    message: `Row ${at + 1} of the chart has ${rows[at]?.[field]} in "${field}": ${recipe} draws places, which are whole numbers from 1.`,
    hint: "Give names that share a place the same whole number, as rank() of a briefing does; use trendSpec for the figures themselves.",
    source: { field },
  });
}
