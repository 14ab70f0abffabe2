import type { RenderedBriefing } from "../briefing/index.ts";
import type { Dataset } from "../dataset/index.ts";
import { formatBriefingRecord } from "../record/index.ts";
import { type BriefingSummary, summarize } from "./manifest.ts";
import { type BriefingValues, packValues, unpackValues } from "./pack-values.ts";

type Printed = Pick<RenderedBriefing, "title" | "html" | "pdf" | "pageCount" | "diagnostics">;

/** The files of a briefing, and what a manifest says of it: all that whoever writes them needs. */
export interface BriefingFiles extends Printed {
  /** The file of its record, in UTF-8. */
  readonly recordFile: Uint8Array;
  readonly summary: BriefingSummary;
}

/**
 * A briefing on its way to another thread. Evidence of a rank among 10,000 areas is 10,000 observations, which the other thread has
 * too: it is told their rows, and whoever asks for claims or record gets them there.
 */
export interface PackedBriefing extends Printed {
  /** Claims and record, as `pack-values.ts` writes them. */
  readonly values: Uint8Array;
}

/** What is asked of who makes a briefing. */
export type Wanted = "values" | "files";

export const filesOfBriefing = (briefing: RenderedBriefing): BriefingFiles => ({
  ...printedOf(briefing),
  recordFile: new TextEncoder().encode(formatBriefingRecord(briefing.record)),
  summary: summarize(briefing.record),
});

export const packBriefing = (briefing: RenderedBriefing, datasets: ReadonlyMap<string, Dataset>): PackedBriefing => ({
  ...printedOf(briefing),
  values: packValues(briefing, datasets),
});

/** Claims and record are read when they are asked for first. */
export function unpackBriefing(
  { values, ...printed }: PackedBriefing,
  datasets: ReadonlyMap<string, Dataset>,
): RenderedBriefing {
  let read: BriefingValues | undefined;
  const valuesOf = (): BriefingValues => {
    read ??= unpackValues(values, datasets);
    return read;
  };
  return {
    ...printed,
    get claims() {
      return valuesOf().claims;
    },
    get record() {
      return valuesOf().record;
    },
  };
}

const printedOf = ({ title, html, pdf, pageCount, diagnostics }: RenderedBriefing): Printed => ({
  title,
  html,
  pdf,
  pageCount,
  diagnostics,
});
