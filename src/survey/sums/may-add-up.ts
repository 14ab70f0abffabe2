import { isAdditive, type MeasureSpec } from "../../dataset/index.ts";

/** Figures of parts may add up, also where nobody adds them up over time, or they were taken for means: spending as a part of what all make. */
export const mayAddUp = (measure: MeasureSpec): boolean =>
  isAdditive(measure) || (measure.statType === "mean" && measure.unit.other !== "%");
