import { type Archive, openArchive } from "./archive.ts";
import { utf16Of } from "./text/decode-text.ts";

/** What a file is by its bytes, whatever its name says. */
export type FileKind =
  | { readonly kind: "text" }
  | { readonly kind: "xlsx"; readonly archive: Archive }
  | { readonly kind: "binary-excel"; readonly content: Archive | Uint8Array }
  | { readonly kind: "open-document"; readonly content: Uint8Array; readonly isLocked: boolean }
  | { readonly kind: "parquet"; readonly content: Uint8Array }
  | { readonly kind: "other"; readonly what: string; readonly isPacked?: true };

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** Throws an `UnreadableFile` where an archive is damaged. */
export function fileKind(bytes: Uint8Array, file: string): FileKind {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06))
    return archiveKind(bytes, file);
  // A compound file, which workbooks up to 2003 are, and locked ones after that; before 1995 there was none around them.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))
    return { kind: "binary-excel", content: bytes };
  if (bytes[0] === 0x09 && bytes[1] !== undefined && [0x00, 0x02, 0x04, 0x08].includes(bytes[1]) && bytes[3] === 0x00) {
    return { kind: "binary-excel", content: bytes };
  }
  if (startsWith(bytes, 0x50, 0x41, 0x52, 0x31)) return { kind: "parquet", content: bytes };
  if (startsWith(bytes, 0x50, 0x41, 0x52, 0x45)) return { kind: "other", what: "a Parquet file that is encrypted" };
  const packed = packings.find(({ signature }) => startsWith(bytes, ...signature));
  if (packed) return { kind: "other", what: `packed by ${packed.name}`, isPacked: true };
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 2000)).toString("latin1");
  if (start.startsWith("%PDF-")) return { kind: "other", what: "a PDF" };
  const markup = /^(?:\xEF\xBB\xBF)?\s*<(?:!doctype\s+html|html|table|head|body|meta)\b/i.test(start);
  if (markup) return { kind: "other", what: "a web page" };
  if (/^(?:\xEF\xBB\xBF)?\s*<\?xml/.test(start)) {
    if (start.includes("office:document")) return { kind: "open-document", content: bytes, isLocked: false };
    return {
      kind: "other",
      what: start.includes("office:spreadsheet") ? "an XML spreadsheet of 2003" : "an XML document",
    };
  }
  return utf16Of(bytes) !== undefined || controls(bytes) <= Math.max(fewControls, start.length / 200)
    ? { kind: "text" }
    : { kind: "other", what: "neither a text nor a workbook" };
}

/** Programs that pack files, by the bytes that theirs begin with. */
const packings = [
  { name: "bzip2", signature: [0x42, 0x5a, 0x68] },
  { name: "xz", signature: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { name: "Zstandard", signature: [0x28, 0xb5, 0x2f, 0xfd] },
  { name: "7-Zip", signature: [0x37, 0x7a, 0xbc, 0xaf] },
  { name: "RAR", signature: [0x52, 0x61, 0x72, 0x21, 0x1a] },
  { name: "compress", signature: [0x1f, 0x9d] },
] as const;

/** A text with so few of them is a text, in which they are out of place. */
const fewControls = 3;

/** Characters of control at the beginning, which texts do not have, but for tabs and ends of lines. */
const controls = (bytes: Uint8Array): number =>
  bytes.subarray(0, 2000).reduce((sum, byte) => sum + (byte < 0x09 || (byte > 0x0d && byte < 0x20) ? 1 : 0), 0);

function archiveKind(bytes: Uint8Array, file: string): FileKind {
  const archive = openArchive(bytes, file);
  const has = (name: string) => archive.names.includes(name);
  const types = archive.read("[Content_Types].xml")?.toString() ?? "";
  if (/ms-excel|spreadsheetml/i.test(types)) {
    // Which form it is, is said by the part that the whole archive names first.
    const isBinary = /officeDocument"[^>]*Target="[^"]*\.bin"|Target="[^"]*\.bin"[^>]*officeDocument"/i;
    const named = archive.read("_rels/.rels")?.toString() ?? "";
    return isBinary.test(named) ? { kind: "binary-excel", content: archive } : { kind: "xlsx", archive };
  }
  const type = has("mimetype") ? (archive.read("mimetype")?.toString() ?? "") : "";
  if (has("content.xml") && (type === "" || /spreadsheet/.test(type))) {
    const isLocked = /encryption-data/.test(archive.read("META-INF/manifest.xml")?.toString() ?? "");
    return { kind: "open-document", content: archive.read("content.xml") ?? Buffer.alloc(0), isLocked };
  }
  if (has("word/document.xml")) return { kind: "other", what: "a Word document" };
  if (has("Index/Document.iwa")) return { kind: "other", what: "a file of Apple's Numbers" };
  return { kind: "other", what: "an archive without a table", isPacked: true };
}
