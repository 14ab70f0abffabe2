import type { ChartRow, FormatValue, RenderedChart } from "../charts/index.ts";
import type { Claim, ClaimTable } from "../claims/index.ts";
import type { Dataset } from "../dataset/index.ts";
import type { Words } from "../language/index.ts";
import type { TracedFigure } from "../tracing/index.ts";

/** What the entries of a briefing are written from. */
export interface TrailInput {
  readonly words: Words;
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly tables: ReadonlyMap<string, ClaimTable>;
  readonly charts: ReadonlyMap<string, RenderedChart>;
  /** How the figures of a chart are written, by its id. */
  readonly chartFormats: ReadonlyMap<string, FormatValue>;
  readonly chartOrigins: ReadonlyMap<string, ReadonlyMap<ChartRow, ReadonlyMap<string, TracedFigure>>>;
}
