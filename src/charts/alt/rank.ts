import type { ChartRank } from "../../language/index.ts";
import { type Figure, figuresOf, gapsOf, type Reading } from "./reading.ts";
import { isOpen } from "./rounding.ts";

/** A rank among two says no more than higher and lower. */
const fewest = 3;

/** Where a figure stands among the others of a ranking, from the nearer end; by the figures as they are written; none where rounding leaves it open. */
export function rankOf(own: Figure, reading: Reading): ChartRank | undefined {
  const { value } = own;
  const figures = figuresOf(reading);
  const values = figures.map((figure) => figure.value);
  // Rounding leaves open which of them is above the other.
  if (figures.some((other) => other.row !== own.row && isOpen(other, own))) return undefined;
  if (!reading.isRanked || values.length < fewest) return undefined;
  const written = reading.format(value);
  const differing = values.filter((other) => reading.format(other) !== written);
  const above = differing.filter((other) => other > value).length;
  const below = differing.length - above;
  // Nobody is above or below another where all are the same.
  if (differing.length === 0) return undefined;
  return {
    position: Math.min(above, below) + 1,
    order: above <= below ? "highest" : "lowest",
    tied: values.length - differing.length > 1,
    of: values.length,
    partial: gapsOf(reading).length > 0,
  };
}
