import { expect, test } from "vitest";
import { chartDrawings } from "../../src/briefing/chart-drawings.ts";
import type { RenderedChart } from "../../src/charts/index.ts";

/** A chart of 640 px, and what it is for a place of 302 px: drawn a little wider, and made smaller to it. */
const chartOf = (narrowReadableFromPx: number) => {
  const drawn = { heightPx: 400, texts: [], untraced: [], draw: () => undefined };
  const narrow = { ...drawn, widthPx: 339, readableFromPx: narrowReadableFromPx };
  return {
    ...drawn,
    id: "map",
    widthPx: 640,
    readableFromPx: 498,
    forWidth: async () => narrow,
  } as unknown as RenderedChart;
};

test.each([
  [302, []],
  [333, ["The chart is printed 302 px wide, with texts of 6.3 pt"]],
])(
  "a chart that is drawn for a narrow place with texts below 7 pt is told: readable from %i px",
  async (readableFromPx, said) => {
    const charts = new Map([["map", chartOf(readableFromPx)]]);
    const drawings = chartDrawings(charts, { draft: false, printCharts: new Map() });
    const made = await drawings.of("chart:map")?.forWidth?.(302);
    // The best that there is is printed in any case.
    expect(made?.widthPx).toBe(339);
    expect(drawings.diagnostics.all.map(({ code }) => code)).toEqual(said.map(() => "chart-text-small"));
    for (const text of said) expect(drawings.diagnostics.all[0]?.message).toContain(text);
  },
);
