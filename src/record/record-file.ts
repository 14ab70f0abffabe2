import type * as z from "zod";
import { createDiagnostics } from "../diagnostics/index.ts";
import { type BriefingRecord, recordFileSchema } from "./briefing-record.ts";
import { sha256 } from "./sha256.ts";

/**
 * Writes a record as the text of a file: a line for each observation, claim, cell and chart. A rank among thousands of areas rests on
 * thousands of observations, which are most of a file, and nearly twice as long with a line for each field. It ends with a digest, by which
 * `parseBriefingRecord` finds that it was changed.
 */
export function formatBriefingRecord(record: BriefingRecord): string {
  const fields = formatFields(record);
  return `{\n${fields},\n  "digest": "${sha256(fields)}"\n}\n`;
}

const formatFields = (record: BriefingRecord): string =>
  Object.entries(record)
    .map(([name, value]) => `  ${JSON.stringify(name)}: ${formatField(value)}`)
    .join(",\n");

function formatField(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((item) => `    ${JSON.stringify(item)}`).join(",\n")}\n  ]`;
}

/**
 * Reads a record that `formatBriefingRecord` wrote.
 * @param file its name, for errors.
 * @throws BriefingError with everything that is wrong in it, by path.
 */
export function parseBriefingRecord(text: string, file: string): BriefingRecord {
  const diagnostics = createDiagnostics({ file });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    const message = `The file is not JSON: ${error instanceof Error ? error.message : String(error)}.`;
    diagnostics.error({ code: "invalid-json", message });
  }
  diagnostics.throwIfErrors();
  const parsed = recordFileSchema.safeParse(content);
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = path.length > 0 ? path.join(".") : undefined;
    diagnostics.error({
      code: "invalid-record",
      message: `${field === undefined ? "" : `${field}: `}${message}.`,
      hint: "Give the .claims.json that was written beside a briefing.",
      source: { field },
    });
  }
  const { observations = [], claims = [], cells = [] } = parsed.data ?? {};
  for (const { id, evidence } of [...claims, ...cells]) {
    if (evidence.every(({ observation }) => observations[observation] !== undefined)) continue;
    diagnostics.error({
      code: "invalid-record",
      message: "It rests on an observation that the record does not hold.",
      hint: "The file was changed after it was written: make it again.",
      source: { id },
    });
  }
  diagnostics.throwIfErrors();
  const { $schema: _, digest, ...record } = parsed.data as z.infer<typeof recordFileSchema>;
  if (digest !== sha256(formatFields(record))) {
    diagnostics.error({
      code: "invalid-record",
      message: "Somebody changed what the file says that a briefing printed: it has another digest.",
      hint: "Give the .claims.json as it was written beside the briefing, or make it again.",
    });
  }
  diagnostics.throwIfErrors();
  return record;
}
