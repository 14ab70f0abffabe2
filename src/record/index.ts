/**
 * record/: what a briefing prints becomes a record of where each figure comes from; two records become a comparison.
 *
 * In: evaluated claims, tables and charts, the datasets that they were computed from, and what was printed of them.
 * Out: a `BriefingRecord`: plain data, the same for the same briefing, written beside its files as `….claims.json`; what
 * changed between two of them; its claims, reviews and datasets in the words of schema.org.
 * Guarantees
 * - Every figure names its observations, and each of those its source, vintage and state; the hash of each dataset
 *   is of these alone, so that nothing can be tried out against it.
 * - A cell that is suppressed or missing has a state and no number, as in the dataset that it is read from.
 * - A record that was written reads back as it was; one of another make is an error that names what is wrong.
 * Not its job: deciding what is printed, writing files, words for readers (templates say where figures come from).
 */
export {
  type BriefingRecord,
  type RecordedChart,
  type RecordedCorrection,
  type RecordedDataset,
  type RecordedFigure,
  type RecordedObservation,
  recordFileSchema,
} from "./briefing-record.ts";
export type { PrintedFigure } from "./compared-figure.ts";
export { type BriefingDiff, diffBriefings, type FigureChange } from "./diff-briefings.ts";
export { observationKey } from "./observation-key.ts";
export { isRecordedAs, recordObservation } from "./observation-list.ts";
export { correctionPrefix, type PrintedCell, printedCells } from "./printed-cells.ts";
export { type PrintedIds, type RecordBriefingInput, recordBriefing } from "./record-briefing.ts";
export { formatBriefingRecord, parseBriefingRecord } from "./record-file.ts";
export { sha256 } from "./sha256.ts";
export { toJsonLd } from "./to-json-ld.ts";
export {
  linkedDataName,
  parseVerificationData,
  type VerificationData,
  verificationBlockId,
  verificationFileName,
  verificationLimitBytes,
} from "./verification-data.ts";
