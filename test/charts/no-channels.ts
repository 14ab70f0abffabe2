import type { MarkChannels } from "../../src/charts/scene-reading/mark-channels.ts";

/** Of marks that show nothing of their rows. */
export const noChannels: MarkChannels = {
  x: [],
  y: [],
  radius: [],
  size: [],
  color: [],
  centered: { x: false, y: false },
  constants: new Set(),
  hasAngle: false,
  isLaidOut: false,
};
