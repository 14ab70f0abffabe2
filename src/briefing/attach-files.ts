import { type Dataset, writeCsv } from "../dataset/index.ts";
import type { PdfAttachment } from "../pdf/index.ts";
import { type BriefingRecord, formatRecord } from "../record/index.ts";

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

/** The files of the kinds that a briefing asks for. */
export function attachmentsOf(
  kinds: readonly AttachmentKind[] = [],
  { dataFiles, record }: { readonly dataFiles: DataFiles; readonly record: BriefingRecord },
): readonly PdfAttachment[] {
  return [
    ...(kinds.includes("data") ? dataFiles.all() : []),
    ...(kinds.includes("claims") ? [claimsFile(record)] : []),
  ];
}

function claimsFile(record: BriefingRecord): PdfAttachment {
  return {
    name: "claims.json",
    data: Buffer.from(formatRecord(record)),
    mimeType: "application/json",
    description: "What the briefing prints, and where each figure comes from",
    relationship: "Supplement",
  };
}
