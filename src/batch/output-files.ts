import { join } from "node:path";
import type { OutputFormat } from "../briefing/index.ts";
import type { BriefingFiles } from "./made-briefing.ts";
import { type ManifestFile, manifestFile } from "./manifest.ts";

/** What a file of a briefing holds: an output, or its record. */
export type FileKind = OutputFormat | "record";

/** What the file of a record is called after its briefing's name. */
export const recordSuffix = ".claims.json";

/** The files of one briefing, outputs first. */
export function filesOf(
  { name }: { readonly name: string },
  { out, format }: { readonly out: string; readonly format: readonly OutputFormat[] },
): readonly { readonly file: string; readonly kind: FileKind }[] {
  const path = join(out, name);
  return [
    ...format.map((kind) => ({ file: `${path}.${kind}`, kind })),
    { file: path + recordSuffix, kind: "record" as const },
  ];
}

/** A file of a briefing that was made, and what the manifest says of it. */
export interface OutputFile {
  readonly content: string | Uint8Array;
  readonly file: ManifestFile;
}

/** The files of a briefing that was made, as they are written, outputs first. */
export const outputsOf = (
  briefing: { readonly name: string } & BriefingFiles,
  format: readonly OutputFormat[],
): readonly OutputFile[] =>
  filesOf(briefing, { out: "", format }).map(({ file, kind }) => {
    const content = (kind === "record" ? briefing.recordFile : briefing[kind]) ?? "";
    const pages = kind === "pdf" ? briefing.pageCount : undefined;
    return { content, file: manifestFile({ file, kind, pages }, content) };
  });
