import type { TopLevelSpec } from "vega-lite";
import { defined } from "../../diagnostics/index.ts";
import type { PartsHeight } from "./parts-height.ts";
import type { RecipeNotesOptions } from "./recipe-notes.ts";
import { recipeSpec, withNotes } from "./recipe-spec.ts";
import type { TwoSides } from "./two-sides.ts";

/** What a chart of fixed widths takes of a page, px, and of places that are wider, the widest first. */
export const pagePx = 640;
export const widerPx = [860, 740] as const;

interface FittingLayout {
  readonly widthPx: number;
  /** Of a field of the rows, so many texts; any number where absent. */
  readonly told?: RecipeNotesOptions["told"];
  /** How its figures are written, where that is otherwise than in the other layouts. */
  readonly written?: RecipeNotesOptions["written"];
  /** How high it is at least, for so many parts as a field of the rows has texts. */
  readonly height?: PartsHeight;
}

interface FittingSpecOptions<Layout> {
  readonly recipe: string;
  readonly instead: string;
  /** Texts belong on its shapes, in a colour that is read there. */
  readonly writesOnShapes?: boolean;
  /** How its figures are written. */
  readonly written: NonNullable<RecipeNotesOptions["written"]>;
  readonly timeAxis?: RecipeNotesOptions["timeAxis"];
  readonly gaps?: RecipeNotesOptions["gaps"];
  readonly grid?: RecipeNotesOptions["grid"];
  /** Its figures are classed on both sides of a midpoint. */
  readonly twoSides?: TwoSides;
  readonly oneScale?: RecipeNotesOptions["oneScale"];
  readonly places?: RecipeNotesOptions["places"];
  /** The width of the first layout, px: of layouts that are wider (`widerPx`) come before it the first that a place has room for. */
  readonly widthPx: number;
  /** Ways to lay the chart out, each at a width of its own, some for so many names only: the best first. One of them fits at least. */
  readonly layouts: readonly Layout[];
  /** Top-level properties of the spec in a layout. */
  readonly draw: (layout: Layout) => object;
}

/** A chart in the first of its layouts that is no wider than its room. The others that are not are kept for texts that have no room. */
export function fittingSpec<Layout extends FittingLayout>({
  recipe,
  instead,
  writesOnShapes = false,
  written,
  timeAxis,
  gaps,
  grid,
  twoSides,
  oneScale,
  places,
  widthPx,
  layouts,
  draw,
}: FittingSpecOptions<Layout>): TopLevelSpec {
  const fitting = layouts.filter(
    (layout) => layout.widthPx <= widthPx || widerPx.some((each) => each === layout.widthPx),
  );
  const own = {
    recipe,
    instead,
    writesOnShapes,
    written,
    ...defined({ timeAxis, gaps, grid, twoSides, oneScale, places }),
  };
  const notesOf = ({ told, written: its = written }: FittingLayout) => ({ ...own, written: its, ...defined({ told }) });
  const [first, ...others] = fitting;
  return recipeSpec(
    {
      ...(first ? notesOf(first) : own),
      otherwise: others.map((layout) => () => withNotes(notesOf(layout), draw(layout))),
      widthsPx: fitting.map((layout) => layout.widthPx),
      ...(fitting.some((layout) => layout.widthPx > widthPx) ? { widens: true } : {}),
      ...(fitting.some(({ height }) => height) ? { heights: fitting.map(({ height }) => height ?? null) } : {}),
    },
    first ? draw(first) : {},
  );
}
