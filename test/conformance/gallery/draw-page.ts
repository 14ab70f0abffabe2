import { h } from "hastscript";
import { type RenderedChart, renderSpec } from "../../../src/charts/index.ts";
import type { Diagnostic } from "../../../src/diagnostics/index.ts";
import { renderPdf } from "../../../src/pdf/index.ts";
import { galleryFonts } from "../../charts/gallery/fonts.ts";
import type { GalleryChart } from "../../charts/gallery/index.ts";

export interface ChartPage {
  readonly chart: RenderedChart;
  readonly bytes: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

/** A chart alone on a page of its size, by the functions that users call. */
export async function drawPage({ name, spec }: GalleryChart): Promise<ChartPage> {
  const chart = await renderSpec(spec, { fonts: galleryFonts, id: name, alt: name });
  const { widthPx, heightPx, alt } = chart;
  const pdf = await renderPdf(
    { type: "root", children: [h("body", h("img", { src: "chart", alt }))] },
    {
      css: `@page { size: ${widthPx}px ${heightPx}px; margin: 0 } body, img { margin: 0; display: block }`,
      fonts: galleryFonts,
      title: name,
      lang: "en",
      date: new Date(0),
      images: () => ({ kind: "drawing", widthPx, heightPx, draw: (context) => chart.draw(context) }),
    },
  );
  return { chart, bytes: pdf.bytes, diagnostics: [...chart.diagnostics, ...pdf.diagnostics] };
}
