/**
 * dataset/: rows of figures become a `Dataset`: typed, validated, queried by name.
 *
 * In: a `DatasetDefinition` (what the columns mean) and rows: a CSV file or text, JSON rows, or plain objects.
 * Out: a `Dataset`: observations with a period, a cell state, a source and a vintage; queries; a hash of its content.
 * Guarantees
 * - Every row of the input is an observation or an error; all bad cells are reported at once, with file, row and column.
 * - A cell that is suppressed or missing has a state and no number. Nothing downstream can read a digit from it.
 * - Where the definition asks for disclosure control, it has happened before a `Dataset` exists: small counts are hidden, and
 *   so is what would give them away, in every vintage. For each hidden count there are other tables that would have been
 *   published just the same, one for every value that the rule hides; they were checked in whole numbers. Where that
 *   cannot be done, reading fails. The hash, the errors and the remarks hold no hidden figure.
 * - Two values for one cell are kept as two vintages, never merged in silence; equal ones become one.
 * - `latest`, `previous` and `first` mean one period a measure, whatever cells, sources or vintages are selected; they are
 *   resolved in one place, and nothing hidden decides on them.
 * - Observations are kept as columns of numbers (`columns/observation-columns.ts`), which threads can share; objects are made of
 *   those that are looked at.
 * - An observation is immutable; categories and periods come in a fixed order.
 * Not its job: computing anything from several cells (claims/), deciding words or number formats.
 */

export { withAsciiDigits } from "./ascii-digits.ts";
export { categoriesNamed, isInSentence } from "./categories-named.ts";
export { categoryId } from "./category-registry.ts";
export {
  type Cell,
  type CellMarker,
  type CellRounding,
  defaultMarkers,
  type MissingReason,
  type RoundedCell,
} from "./cell.ts";
export { type CellUse, type NumberRead, tellNumbers } from "./cells-read.ts";
export { contentOf, type DataContent, type DataInput, dataFailed } from "./data-input.ts";
export type { Dataset, DatasetRow, LocatedRow, TypedDataset } from "./dataset.ts";
export { datasetSpecSchema } from "./dataset-schema.ts";
export { defineDataset, readDefinition } from "./define-dataset.ts";
export type {
  AnyDatasetDefinition,
  CategoryId,
  DatasetDefinition,
  DatasetSpec,
  DimensionId,
  MeasureId,
  SourceId,
  TimeDimensionId,
} from "./definition.ts";
export type { CategorySpec, DimensionSpec, Frequency, SumSpec } from "./dimension-spec.ts";
export { type DisclosureReport, describeProtection, type MeasureProtection } from "./disclosure/disclosure-report.ts";
export type { DisclosureProfile, DisclosureProfileName, DisclosureSpec } from "./disclosure/disclosure-spec.ts";
export { unreckonedShare } from "./disclosure/reckoned-share.ts";
export { type LinearProgram, loadSolver, type Solver } from "./disclosure/solver.ts";
export {
  type DatasetEdition,
  type Edition,
  type EditionCell,
  editionSchema,
  type Release,
  type Shown,
} from "./editions/edition.ts";
export { collectEdition, isShownBy } from "./editions/merge-editions.ts";
export { editionName, formatEdition, parseEdition, readEdition } from "./editions/read-edition.ts";
export { englishMonthNames } from "./english-month-names.ts";
export { type DatasetExcerpt, hashExcerpt, recordReads, restoreDataset } from "./excerpt.ts";
export { findDimension } from "./find-dimension.ts";
export { type GapMarker, gapMarkers, markerOfCell, markerOfRow } from "./gap-marker.ts";
export { groupBy } from "./group-by.ts";
export { wideHeadings } from "./layout/column-names.ts";
export { createPartReader } from "./layout/hole-pattern.ts";
export type {
  DimensionLayout,
  LayoutSpec,
  RowFilter,
  TableRange,
  WideColumns,
  WideLayout,
} from "./layout/layout-spec.ts";
export { indexHeads, locateTable } from "./layout/locate-table.ts";
export { findRagged } from "./layout/ragged-rows.ts";
export { ancestorsOf } from "./leaf-categories.ts";
export { presenceIn } from "./lifetime.ts";
export { type DataFor, type LoadedDatasets, loadDatasets, toLoadedDatasets } from "./load-datasets.ts";
export { figureSpan, figuresByCategory, someObservation, vintagesOf } from "./look-through.ts";
export {
  addsOverTime,
  isAdditive,
  isMeasured,
  type MeasureSpec,
  measureDecimals,
  type OverTime,
  type UnitSpec,
} from "./measure-spec.ts";
export type { Category, Observation, Source } from "./observation.ts";
export { type ObservationRows, observationRows } from "./observation-rows.ts";
export type { ObservationStatus } from "./observation-status.ts";
export { type CellParser, createCellParser } from "./parse-cell.ts";
export { isPartialDate } from "./partial-date.ts";
export { comparePeriods, haveOverlap, type Period, periodDays, periodMonths, previousPeriod } from "./period.ts";
export { parsePeriod, periodReadings, periodsOfLabels } from "./period-reader.ts";
export { answerTo, type DatasetQuestion, tellQuestions } from "./question.ts";
export { type LookupLevel, type LookupSpec, readCategories } from "./read-categories.ts";
export { type DatasetInput, isDataset, readDataset, readDatasets } from "./read-dataset.ts";
export { type DurationForm, readDuration } from "./read-duration.ts";
export { readInput } from "./read-table.ts";
export { isFrequency, isPeriodWord, latestAvailable, lengthOf, periodBefore } from "./relative-periods.ts";
export { reservedDimensionNames } from "./reserved-names.ts";
export { type ResolvedCell, resolveCell } from "./resolve-cell.ts";
export {
  type ResolvedCoordinates,
  resolveCoordinates,
} from "./resolve-coordinates.ts";
export {
  type CategoryChoice,
  type PeriodChoice,
  type PlainSelector,
  plainChoice,
  type Selector,
  type TimelessSelector,
  toPlainSelector,
} from "./selector.ts";
export { restoreShared, type SharedDataset, shareAgain, shareDataset } from "./share-dataset.ts";
export { type SourceSpec, sourceKinds } from "./source-spec.ts";
export {
  findRefusedSums,
  findTellingSums,
  findUndeclaredSums,
  hasUndeclaredSums,
} from "./structure/find-undeclared-sums.ts";
export type { DatasetTranslation } from "./translation.ts";
export { isNotStated, isUnitInNames, notStated, unitInNames } from "./unit-not-stated.ts";
export { withProperties } from "./with-properties.ts";
export { writeCsv, writeCsvTable } from "./write-csv.ts";
export { writeKey, writeLiteral } from "./write-literal.ts";
