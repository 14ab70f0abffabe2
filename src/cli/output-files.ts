import { join } from "node:path";
import type { OutputFormat } from "../briefing/index.ts";

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
