import type { Root } from "hast";
import { visit } from "unist-util-visit";
import type { NarrowChart, RenderedChart } from "../charts/index.ts";
import { createDiagnostics, type Diagnostics } from "../diagnostics/index.ts";
import type { PdfDrawing } from "../pdf/index.ts";

/** The charts of a briefing as its pages show them. */
export interface ChartDrawings {
  /** That of `chart:ID`; undefined where there is none. */
  of(src: string): PdfDrawing | undefined;
  /** What a drawing writes, in the order drawn; undefined where it is none of these. */
  textsOf(drawing: PdfDrawing): readonly string[] | undefined;
  /** Of what was drawn for the width that a page has for it: figures that are traced to no cell, texts that are too small. */
  readonly diagnostics: Diagnostics;
}

const chartScheme = "chart:";

/**
 * Pages ask for a chart by its id, and for the same one at another width where their layout has less room: what is drawn then is audited
 * as the first was.
 */
export function chartDrawings(
  charts: ReadonlyMap<string, RenderedChart>,
  { draft, printCharts }: { readonly draft: boolean; readonly printCharts: ReadonlyMap<string, RenderedChart> },
): ChartDrawings {
  const diagnostics = createDiagnostics();
  const drawings = new Map<string, PdfDrawing>();
  const texts = new Map<PdfDrawing, readonly string[]>();

  function drawingOf(chart: NarrowChart, forWidth?: PdfDrawing["forWidth"]): PdfDrawing {
    const { widthPx, heightPx } = chart;
    const own = { kind: "drawing" as const, widthPx, heightPx, draw: (context: object) => chart.draw(context) };
    const drawing = forWidth ? { ...own, forWidth } : own;
    texts.set(drawing, chart.texts);
    return drawing;
  }

  /** A document that is formatted once more asks again. */
  function forWidth(chart: RenderedChart): NonNullable<PdfDrawing["forWidth"]> {
    const known = new Map<number, ReturnType<typeof narrowed>>();
    return (widthPx) => {
      const made = known.get(widthPx) ?? narrowed(chart, widthPx);
      known.set(widthPx, made);
      return made;
    };
  }

  async function narrowed(chart: RenderedChart, widthPx: number): Promise<PdfDrawing | undefined> {
    if (widthPx >= chart.readableFromPx) return undefined;
    const made = await chart.forWidth(widthPx);
    const { readableFromPx } = made ?? chart;
    if (readableFromPx > widthPx) {
      const points = Math.floor((widthPx / readableFromPx) * 70) / 10;
      diagnostics.warn({
        code: "chart-text-small",
        message: `The chart is printed ${widthPx} px wide, with texts of ${points} pt: it is drawn for ${chart.widthPx} px, and cannot be drawn for so little room.`,
        hint: "Give it more room on the page, or draw less in it: fewer or shorter names.",
        source: { id: chart.id },
      });
    }
    if (!made) return undefined;
    tellUntraced(made, chart);
    return drawingOf(made);
  }

  /** What is wrong with another drawing of a chart, and was not told of the first. */
  function tellUntraced(made: Pick<NarrowChart, "untraced">, { untraced }: Pick<NarrowChart, "untraced">): void {
    const isTold = ({ message }: { readonly message: string }) =>
      [...untraced, ...diagnostics.all].some((each) => each.message === message);
    for (const found of made.untraced.filter((each) => !isTold(each)))
      (draft ? diagnostics.warn : diagnostics.error)(found);
  }

  return {
    of(src) {
      const id = src.startsWith(chartScheme) ? src.slice(chartScheme.length) : "";
      const onScreens = charts.get(id);
      const chart = printCharts.get(id) ?? onScreens;
      if (chart && onScreens && chart !== onScreens && !drawings.has(src)) tellUntraced(chart, onScreens);
      const drawing = drawings.get(src) ?? (chart && drawingOf(chart, forWidth(chart)));
      if (drawing) drawings.set(src, drawing);
      return drawing;
    },
    textsOf: (drawing) => texts.get(drawing),
    diagnostics,
  };
}

/** A document whose charts have the sizes that they are drawn with on paper. The one that is given stays as it is. */
export function withPrintSizes(tree: Root, printCharts: ReadonlyMap<string, RenderedChart>): Root {
  if (printCharts.size === 0) return tree;
  const sized = structuredClone(tree);
  visit(sized, "element", ({ tagName, properties }) => {
    const src = tagName === "img" ? String(properties.src ?? "") : "";
    const chart = src.startsWith(chartScheme) ? printCharts.get(src.slice(chartScheme.length)) : undefined;
    if (chart) Object.assign(properties, { width: Math.round(chart.widthPx), height: Math.round(chart.heightPx) });
  });
  return sized;
}
