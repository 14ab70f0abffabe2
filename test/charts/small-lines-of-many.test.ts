import { expect, test } from "vitest";
import { compileChart, smallMultiplesSpec, sparklinesSpec } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";

const line = { x: "period", y: "n", series: "area" };
const monthOf = (index: number) => `${2000 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
const weekOf = (index: number) => `${2010 + Math.floor(index / 52)}-W${String((index % 52) + 1).padStart(2, "0")}`;

test.each([
  ["months", "smallMultiplesSpec", smallMultiplesSpec(line), monthOf],
  ["months", "sparklinesSpec", sparklinesSpec(line), monthOf],
  ["weeks", "smallMultiplesSpec", smallMultiplesSpec(line), weekOf],
  ["weeks", "sparklinesSpec", sparklinesSpec(line), weekOf],
] as const)("lines of many %s have the first and the last at their ends: %s", async (_, __, spec, periodOf) => {
  for (const widthPx of [640, 340]) {
    const chart = await compileChart({ id: "lines", spec, fonts, widthPx });
    for (const count of [60, 104, 336]) {
      const rows = ["Kent", "Essex", "Surrey"].flatMap((area, at) =>
        Array.from({ length: count }, (_, index) => ({
          period: periodOf(index),
          area,
          n: 20 + ((index * (at + 3)) % 17),
        })),
      );
      const { untraced, texts } = await chart.render(rows);
      expect(untraced, `${count} at ${widthPx} px`).toEqual([]);
      const said = texts.join(" ");
      for (const end of [0, count - 1]) expect(said, `${count} at ${widthPx} px`).toContain(periodOf(end));
    }
  }
});
