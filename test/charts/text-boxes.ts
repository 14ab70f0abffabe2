import type { RenderedChart } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { recordingContext } from "./recording-context.ts";

await fonts.ready();

export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Of the size of a text, from its base line: tall letters and figures above, tails below. */
const above = 0.73;
const below = 0.2;

/** Where a chart's texts stand, as measured with the fonts that draw them. Turned texts are left out. */
export function textBoxes(chart: RenderedChart): readonly TextBox[] {
  const { context, texts } = recordingContext();
  chart.draw(context);
  return texts
    .filter(({ isTurned }) => !isTurned)
    .map(({ text, font, align, x, y }) => {
      const size = Number(/([\d.]+)px/.exec(font)?.[1]);
      const weight = font.includes("bold") ? 700 : 400;
      const width = fonts.measure(text, { families: ["Inter"], weight, style: "normal", size });
      const left = align === "center" ? x - width / 2 : align === "right" || align === "end" ? x - width : x;
      return { text, left, right: left + width, top: y - size * above, bottom: y + size * below };
    });
}

/** Pairs of texts that lie on one another, by more than half a pixel. */
export function overlaps(chart: RenderedChart): readonly string[] {
  const boxes = textBoxes(chart);
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) => sharedPx(a.left, a.right, b.left, b.right) > 0.5 && sharedPx(a.top, a.bottom, b.top, b.bottom) > 0.5,
      )
      .map((b) => `${a.text} / ${b.text}`),
  );
}

const sharedPx = (a0: number, a1: number, b0: number, b1: number) => Math.min(a1, b1) - Math.max(a0, b0);
