import { deserialize, serialize } from "node:v8";
import type { RenderedBriefing } from "../briefing/index.ts";
import { formatBriefingRecord } from "../record/index.ts";
import { type BriefingSummary, summarize } from "./manifest.ts";

type Printed = Pick<RenderedBriefing, "title" | "html" | "pdf" | "pageCount" | "diagnostics">;

/** The files of a briefing, and what a manifest says of it: all that whoever writes them needs. */
export interface BriefingFiles extends Printed {
  /** The file of its record, in UTF-8. */
  readonly recordFile: Uint8Array;
  readonly summary: BriefingSummary;
}

/**
 * A briefing on its way to another thread. Evidence of a rank among 10,000 areas is 10,000 observations: as bytes they change hands,
 * and become objects there for whoever asks for them.
 */
export interface PackedBriefing extends Printed {
  /** Claims and record, as `serialize` of V8 writes them. */
  readonly values: Uint8Array;
}

/** What is asked of who makes a briefing. */
export type Wanted = "values" | "files";

export const filesOfBriefing = (briefing: RenderedBriefing): BriefingFiles => ({
  ...printedOf(briefing),
  recordFile: new TextEncoder().encode(formatBriefingRecord(briefing.record)),
  summary: summarize(briefing.record),
});

export const packBriefing = (briefing: RenderedBriefing): PackedBriefing => ({
  ...printedOf(briefing),
  values: serialize({ claims: briefing.claims, record: briefing.record }),
});

/** Claims and record are read when they are asked for first. */
export function unpackBriefing({ values, ...printed }: PackedBriefing): RenderedBriefing {
  type Values = Pick<RenderedBriefing, "claims" | "record">;
  let read: Values | undefined;
  const valuesOf = (): Values => {
    read ??= deserialize(values) as Values;
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
