import { createWords, englishWords, findLanguage, isLanguage, type Words } from "../claims/index.ts";
import type { FontSet } from "../fonts/index.ts";
import type { ChartTheme } from "./chart-theme.ts";
import { compileChart } from "./compile-chart.ts";
import type { ChartRow, RenderChartOptions, RenderedChart } from "./compiled-chart.ts";
import { isObject } from "./json.ts";

export interface RenderSpecOptions extends RenderChartOptions {
  readonly fonts: FontSet;
  readonly theme?: Partial<ChartTheme>;
  /** `chart` where absent. */
  readonly id?: string;
  readonly file?: string;
}

/** Draws a complete Vega-Lite or Vega spec, which holds its own data (`data.values`). Throws as `compileChart` does. */
export async function renderSpec(spec: object, options: RenderSpecOptions): Promise<RenderedChart> {
  const { fonts, theme, id = "chart", file, ...renderOptions } = options;
  const chart = await compileChart({
    id,
    words: wordsOf(options),
    spec,
    fonts,
    data: "inline",
    ...(theme === undefined ? {} : { theme }),
    ...(file === undefined ? {} : { file }),
    ...(renderOptions.widthPx === undefined ? {} : { widthPx: renderOptions.widthPx }),
  });
  const rendered = await chart.render(inlineRows(spec), renderOptions);
  return { ...rendered, diagnostics: [...chart.diagnostics, ...rendered.diagnostics] };
}

/** A description that is given needs no language of the house's. */
function wordsOf({ lang, alt }: RenderSpecOptions): Words {
  if (lang === undefined || (alt !== undefined && !isLanguage(lang))) return englishWords();
  return createWords({ language: findLanguage(lang) });
}

/** The spec's own rows, for the description and the table. */
function inlineRows(spec: object): readonly ChartRow[] {
  const { data, datasets } = spec as { readonly data?: unknown; readonly datasets?: unknown };
  if (!isObject(data)) return [];
  const named = isObject(datasets) && typeof data.name === "string" ? datasets[data.name] : undefined;
  const values = named ?? data.values;
  return Array.isArray(values) ? (values.filter(isObject) as ChartRow[]) : [];
}
