import type { TopLevelSpec } from "vega-lite";
import { recipeSpec } from "./recipe-spec.ts";

interface FittingSpecOptions<Layout> {
  readonly recipe: string;
  readonly instead: string;
  /** Texts belong on its shapes, in a colour that is read there. */
  readonly writesOnShapes?: boolean;
  /** The room that there is, px. */
  readonly widthPx: number;
  /** Ways to lay the chart out, each at a width of its own: the best first. One of them fits at least. */
  readonly layouts: readonly Layout[];
  /** Top-level properties of the spec in a layout. */
  readonly draw: (layout: Layout) => object;
}

/** A chart in the first of its layouts that is no wider than its room. The others that are not are kept for texts that have no room. */
export function fittingSpec<Layout extends { readonly widthPx: number }>({
  recipe,
  instead,
  writesOnShapes = false,
  widthPx,
  layouts,
  draw,
}: FittingSpecOptions<Layout>): TopLevelSpec {
  const fitting = layouts.filter((layout) => layout.widthPx <= widthPx);
  const [first, ...otherwise] = fitting.map(draw);
  return recipeSpec(
    { recipe, otherwise, widthsPx: fitting.map((layout) => layout.widthPx), instead, writesOnShapes },
    first ?? {},
  );
}
