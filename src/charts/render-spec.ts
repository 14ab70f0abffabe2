import { bundledFonts, createFontSet, type FontSet } from "../fonts/index.ts";
import { createWords, englishWords, findLanguage, isLanguage, type Words } from "../language/index.ts";
import type { ChartLimits } from "./chart-limits.ts";
import { compileChart } from "./compile-chart.ts";
import type { RenderChartOptions, RenderedChart } from "./compiled-chart.ts";
import { rowsOfRecipe } from "./rows-of-recipe.ts";
import type { LoadResource } from "./spec/load-data.ts";
import type { ChartTheme } from "./theme/chart-theme.ts";

/** How `renderSpec` draws a spec that holds its own data. */
export interface RenderSpecOptions extends RenderChartOptions {
  /** Default: the bundled fonts. */
  readonly fonts?: FontSet | undefined;
  readonly theme?: Partial<ChartTheme>;
  /** `chart` where absent. */
  readonly id?: string | undefined;
  readonly file?: string | undefined;
  /**
   * Whether the spec is your own, so that its expressions may become JavaScript. Default false: they are interpreted, which
   * gives the same chart and takes longer.
   */
  readonly trusted?: boolean;
  /**
   * Whether the title of its measure, such as `valueTitle`, stands above the picture of a recipe that does not write it elsewhere, as the picture may be all
   * that a page shows. Default true; false where the page says it.
   */
  readonly measure?: boolean;
  /** How large and slow it may be: rows, marks, milliseconds. */
  readonly limits?: Partial<ChartLimits> | undefined;
  /** Reads the data and images that the spec names by address. Absent: it reads nothing but `data:` images. */
  readonly load?: LoadResource | undefined;
}

/**
 * Draws a complete Vega-Lite or Vega spec, which holds its own data: `{ ...spec, data: { values: rows } }`. That of a recipe is the chart that a briefing
 * draws of these rows, with the same warnings and the same refusals. Throws as `compileChart` and `CompiledChart.render` do.
 *
 * The title of its measure (`yTitle`, `valueTitle`, `shareTitle`: say the unit there) stands in the picture, as it stands above it in a briefing. `title` opens the alt
 * text, and is not drawn.
 */
export async function renderSpec(given: object, options: RenderSpecOptions): Promise<RenderedChart> {
  const { fonts, theme, id = "chart", file, trusted = false, measure = true, limits, load, ...renderOptions } = options;
  const { datasets } = renderOptions;
  const recipe = await rowsOfRecipe(given, { datasets, load, source: { id, file } });
  const chart = await compileChart({
    id,
    words: wordsOf(options),
    spec: recipe?.spec ?? given,
    fonts: fonts ?? createFontSet(await bundledFonts()),
    data: recipe ? "rows" : "inline",
    trusted,
    drawsMeasure: measure,
    limits,
    load,
    theme,
    file,
    widthPx: renderOptions.widthPx,
  });
  const rendered = await chart.render(recipe?.rows ?? [], { ...renderOptions, datasets: recipe?.datasets ?? datasets });
  return { ...rendered, diagnostics: [...chart.diagnostics, ...rendered.diagnostics] };
}

/** A description that is given needs no language of the house's. */
function wordsOf({ lang, alt }: RenderSpecOptions): Words {
  if (lang === undefined || (alt !== undefined && !isLanguage(lang))) return englishWords();
  return createWords({ language: findLanguage(lang) });
}
