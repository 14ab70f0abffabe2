// Ten thousand charts from one compiled spec, in a process of its own: node --expose-gc chart-memory.mjs

import { barSpec, bundledFonts, createFontSet } from "briefwright/charts";
import { createJiti } from "jiti";

const { compileChart } = await createJiti(import.meta.url).import("../../src/charts/index.ts");
const fonts = createFontSet(await bundledFonts());
const chart = await compileChart({ id: "chart", spec: barSpec({ x: "year", y: "n" }), fonts });

const ignore = () => undefined;
const gradient = { addColorStop: ignore };
const context = new Proxy(
  {},
  { get: (_, name) => (String(name).startsWith("create") ? () => gradient : ignore), set: () => true },
);

const steps = [];
for (let count = 1; count <= 10_000; count++) {
  const rows = Array.from({ length: 6 }, (_, index) => ({
    year: `20${10 + index}/${11 + index}`,
    n: (count * 7919 + index) % 997,
  }));
  const drawn = await chart.render(rows);
  if (drawn.svg === "") throw new Error("An empty chart.");
  drawn.draw(context);
  if ([500, 1000, 2500, 5000, 7500, 10_000].includes(count)) {
    globalThis.gc();
    steps.push({ charts: count, heapMb: process.memoryUsage().heapUsed / 2 ** 20 });
  }
}
console.log(JSON.stringify(steps));
