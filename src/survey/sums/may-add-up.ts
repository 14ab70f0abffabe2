import { isAdditive, isMeasured, type MeasureSpec } from "../../dataset/index.ts";

/** Figures of parts may add up, also where nobody adds them up over time, or whatever they were taken for: spending as a part of what all make. */
export const mayAddUp = (measure: MeasureSpec): boolean =>
  isAdditive(measure) || (isMeasured(measure) && measure.unit.other !== "%");
