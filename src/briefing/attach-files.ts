import type { Claim } from "../claims/index.ts";
import { type Dataset, type Source, writeCsv } from "../dataset/index.ts";
import type { PdfAttachment } from "../pdf/index.ts";
import { type ClaimsRecord, recordClaims } from "./claims-record.ts";

/** What a briefing's PDF can carry besides its pages. */
export const attachmentKinds = ["data", "claims"] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** The data of a briefing as files, written once for all of its areas. */
export interface DataFiles {
  all(): readonly PdfAttachment[];
}

/** The observations of each dataset as its briefings may show them: suppressed cells have a marker and no number. */
export function createDataFiles(datasets: ReadonlyMap<string, Dataset>): DataFiles {
  let files: readonly PdfAttachment[] | undefined;
  return {
    all() {
      files ??= [...datasets].map(([id, dataset]) => ({
        name: `${id}.csv`,
        data: Buffer.from(writeCsv(dataset)),
        mimeType: "text/csv",
        description: dataset.definition.spec.title,
        relationship: "Data",
      }));
      return files;
    },
  };
}

export interface ClaimsFileInput extends Omit<ClaimsRecord, "version" | "claims" | "sources"> {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly sources: ReadonlyMap<string, Source>;
}

/** The claims of one briefing, `claims.json`. */
export function claimsFile(input: ClaimsFileInput): PdfAttachment {
  return {
    name: "claims.json",
    data: Buffer.from(`${JSON.stringify(recordClaims(input), null, 2)}\n`),
    mimeType: "application/json",
    description: "The claims of the briefing, with their verdicts and sources",
    relationship: "Supplement",
  };
}
