import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { defaultTheme } from "../../../src/charts/theme/chart-theme.ts";
import { themeConfig } from "../../../src/charts/theme/theme-config.ts";
import { chartLocale } from "../../../src/charts/vega/chart-locale.ts";
import { lendToVega } from "../../../src/charts/vega/lend-to-vega.ts";
import { loadPixelCanvas } from "../../../src/charts/vega/pixel-canvas.ts";
import { createMeasure } from "../../../src/charts/vega/text-metrics.ts";
import type { Vega } from "../../../src/charts/vega/vega-modules.ts";
import { englishWords } from "../../../src/language/index.ts";
import { galleryFonts } from "../../charts/gallery/fonts.ts";
import type { GalleryChart } from "../../charts/gallery/index.ts";

/** What Vega-Lite warns of is tested where charts are rendered. */
const silent = vega.logger(vega.None);
const own = vega as unknown as Vega;
const locale = chartLocale(own, englishWords());
await galleryFonts.ready();
const measure = createMeasure(galleryFonts);
const createCanvas = await loadPixelCanvas(galleryFonts);

/** The SVG that Vega itself makes of a chart, in our colours and with the widths of our fonts; nothing else of ours. */
export async function drawAsVega({ spec: shared, kind }: GalleryChart): Promise<string> {
  const config = themeConfig(defaultTheme);
  // Vega writes into the rows of a spec.
  const spec: object = structuredClone(shared);
  const view = lendToVega(own, { measure, createCanvas }, () => {
    const runtime =
      kind === "vega"
        ? vega.parse(spec as vega.Spec, config)
        : vega.parse(compile(spec as TopLevelSpec, { config, logger: silent }).spec);
    const made = new vega.View(runtime, { renderer: "none" });
    (made as unknown as { locale(locale: object): void }).locale(locale);
    return made.run();
  });
  const { width } = own.textMetrics;
  own.textMetrics.width = measure;
  try {
    const svg = await view.toSVG();
    view.finalize();
    return svg;
  } finally {
    own.textMetrics.width = width;
  }
}
