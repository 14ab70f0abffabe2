import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { chartLocale } from "../../../src/charts/chart-locale.ts";
import { defaultTheme } from "../../../src/charts/chart-theme.ts";
import { createMeasure } from "../../../src/charts/text-metrics.ts";
import { themeConfig } from "../../../src/charts/theme-config.ts";
import { englishWords } from "../../../src/claims/index.ts";
import { galleryFonts } from "../../charts/gallery/fonts.ts";
import type { GalleryChart } from "../../charts/gallery/index.ts";

const { number, time } = chartLocale(englishWords());
const locale = (vega as unknown as { locale(number: object, time: object): object }).locale(number, time);
const { textMetrics } = vega as unknown as { textMetrics: { width: (item: object, text: string) => number } };

/** The SVG that Vega itself makes of a chart, in our colours and with the widths of our fonts; nothing else of ours. */
export async function drawAsVega({ spec: shared, kind }: GalleryChart): Promise<string> {
  const config = themeConfig(defaultTheme);
  // Vega writes into the rows of a spec.
  const spec: object = structuredClone(shared);
  const before = textMetrics.width;
  textMetrics.width = createMeasure(galleryFonts);
  try {
    const vegaSpec = kind === "vega" ? (spec as vega.Spec) : compile(spec as TopLevelSpec, { config }).spec;
    const view = new vega.View(kind === "vega" ? vega.parse(vegaSpec, config) : vega.parse(vegaSpec), {
      renderer: "none",
    });
    (view as unknown as { locale(locale: object): void }).locale(locale);
    await view.runAsync();
    const svg = await view.toSVG();
    view.finalize();
    return svg;
  } finally {
    textMetrics.width = before;
  }
}
