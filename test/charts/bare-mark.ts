import type { ReadMark } from "../../src/charts/scene-reading/read-scene.ts";

/** A mark with nothing in it, which stands on no scale and in no guide. */
export const bareMark: ReadMark = {
  type: "rect",
  role: "mark",
  name: "marks",
  items: [],
  scaleOf: () => undefined,
  clip: undefined,
  guideScale: undefined,
  axis: undefined,
  guided: new Set(),
  plots: [],
  legendScales: undefined,
  origin: { x: 0, y: 0 },
  heads: undefined,
  panel: undefined,
};
