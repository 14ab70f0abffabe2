/**
 * The door `briefwright`: define a briefing and its datasets, make claims, generate, read what went wrong.
 *
 * A value stands at one door; a type at the door of the values that it belongs to. What only runs once a briefing is asked for is
 * loaded then.
 */
export {
  type BatchPlace,
  type BatchPlan,
  type BatchRequest,
  type BatchResult,
  generateBriefings,
  type PlannedBriefing,
  planBriefings,
} from "../batch/index.ts";
export {
  type AttachmentKind,
  type Briefing,
  type BriefingChart,
  type BriefingContext,
  type BriefingRequest,
  type BriefingSpec,
  defineBriefing,
  type FileReader,
  type GeneratedBriefing,
  generateBriefing,
  type OutputFormat,
  type ParameterSpec,
  type ParameterValues,
} from "../briefing/index.ts";
export {
  type Claim,
  type ClaimFigure,
  type ClaimKind,
  type ClaimSpec,
  type ClaimTable,
  type ClaimWords,
  change,
  comparison,
  count,
  direction,
  type Evidence,
  inDataset,
  median,
  rank,
  rate,
  record,
  share,
  statement,
  type TableColumnSpec,
  type TableRowSpec,
  type TableSpec,
  table,
} from "../claims/index.ts";
export {
  type Category,
  type CategorySpec,
  type Cell,
  type DataContent,
  type DataInput,
  type Dataset,
  type DatasetDefinition,
  type DatasetRow,
  type DatasetSpec,
  type DatasetTranslation,
  type DimensionSpec,
  type DisclosureProfile,
  type DisclosureProfileName,
  type DisclosureReport,
  type DisclosureSpec,
  defineDataset,
  describeProtection,
  type LayoutSpec,
  type LookupLevel,
  type LookupSpec,
  type MeasureProtection,
  type MeasureSpec,
  type Observation,
  type ObservationStatus,
  type Period,
  type PeriodChoice,
  type PlainSelector,
  parsePeriod,
  readCategories,
  readDataset,
  type Selector,
  type Source,
  type SourceSpec,
  type TypedDataset,
  type UnitSpec,
} from "../dataset/index.ts";
export {
  BriefingError,
  type Diagnostic,
  type DiagnosticCode,
  formatDiagnostic,
  type Severity,
  type SourceLocation,
} from "../diagnostics/index.ts";
export type { FontFileSpec } from "../fonts/index.ts";
export {
  formatNumber,
  type Language,
  type NumberStyle,
  type NumberStyleName,
  numberStyles,
} from "../language/index.ts";
export type { TemplateSource } from "../template/index.ts";
export type { Advice, Helpline, TopicId, TopicSpec } from "../topics/index.ts";
