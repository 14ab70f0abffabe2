import { gunzipSync } from "node:zlib";
import { maxBytes, openArchive } from "./archive.ts";
import { damaged, tooLarge, UnreadableFile } from "./unreadable-file.ts";

export interface Unpacked {
  readonly content: Uint8Array;
  /** Its ending says what a text is. */
  readonly name: string;
}

const gzipped = /\.gz$/i;

/**
 * What a file packs that is one file alone: gzip, or an archive with one file that is a table. A file that packs nothing is itself, and
 * so is an archive that is a workbook. Throws an `UnreadableFile`.
 */
export function unpackFile(content: Uint8Array, file: string, isTable: (name: string) => boolean): Unpacked {
  if (content[0] === 0x1f && content[1] === 0x8b)
    return { content: unzipped(content, file), name: file.replace(gzipped, "") };
  if (!/\.zip$/i.test(file)) return { content, name: file };
  const archive = openArchive(content, file);
  const tables = archive.names.filter((name) => isTable(name) && !/(?:^|\/)(?:\.|__MACOSX\/)/.test(name));
  const [only, second] = tables;
  // What one program calls a workbook is seen by its parts, whatever its ending.
  if (only === undefined || archive.names.some((name) => /^(?:\[content_types\]\.xml|content\.xml)$/i.test(name)))
    return { content, name: file };
  if (second !== undefined) {
    const shown = tables.slice(0, mostNamed).map((name) => JSON.stringify(name.slice(0, longestName)));
    const rest = tables.length - shown.length;
    throw new UnreadableFile({
      code: "unknown-file-type",
      message: `The archive holds ${tables.length} tables: ${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}.`,
      hint: "Unpack it, and give the one that is meant.",
      source: { file },
    });
  }
  return { content: archive.read(only) ?? content, name: only };
}

const mostNamed = 5;
const longestName = 100;

/** Bounded: a small file may unpack to any size. */
function unzipped(content: Uint8Array, file: string): Uint8Array {
  try {
    return gunzipSync(content, { maxOutputLength: maxBytes });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ERR_BUFFER_TOO_LARGE")
      throw tooLarge(
        file,
        `The file would have more than ${maxBytes / 2 ** 20} MiB unpacked.`,
        "Unpack it, and leave out what is not needed.",
      );
    throw damaged(file, code === "Z_BUF_ERROR" ? "it is cut off" : "it cannot be unpacked");
  }
}
