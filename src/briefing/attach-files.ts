import { type Dataset, writeCsv } from "../dataset/index.ts";
import type { Words } from "../language/index.ts";
import type { PdfAttachment } from "../pdf/index.ts";
import { type BriefingRecord, formatBriefingRecord } from "../record/index.ts";

/** What a briefing's PDF can carry besides its pages. */
export const attachmentKinds = ["data", "claims"] as const;
/** What a PDF may carry: `data`, a CSV of each dataset; `claims`, the record as `claims.json`. */
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

interface AttachmentSources {
  readonly dataFiles: DataFiles;
  readonly record: BriefingRecord;
  readonly words: Words;
}

/** The files of the kinds that a briefing asks for. */
export function attachmentsOf(
  kinds: readonly AttachmentKind[] = [],
  { dataFiles, record, words }: AttachmentSources,
): readonly PdfAttachment[] {
  return [
    ...(kinds.includes("data") ? dataFiles.all() : []),
    ...(kinds.includes("claims") ? [claimsFile(record, words)] : []),
  ];
}

function claimsFile(record: BriefingRecord, { document }: Words): PdfAttachment {
  return {
    name: "claims.json",
    data: Buffer.from(formatBriefingRecord(record)),
    mimeType: "application/json",
    description: document.record,
    relationship: "Supplement",
  };
}
