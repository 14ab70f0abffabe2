/** The door `briefwright/record`: what a briefing printed, kept as a file, and what two editions changed. */
export {
  type BriefingDiff,
  type BriefingRecord,
  diffBriefings,
  type FigureChange,
  formatBriefingRecord,
  type PrintedFigure,
  parseBriefingRecord,
  type RecordedChart,
  type RecordedDataset,
  type RecordedFigure,
  type RecordedObservation,
  toJsonLd,
} from "../record/index.ts";
