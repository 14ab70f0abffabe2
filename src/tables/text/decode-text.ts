import { isUtf8 } from "node:buffer";
import type { Diagnostics } from "../../diagnostics/index.ts";
import { decodeEastAsian } from "./east-asian.ts";
import { decodeMacRoman } from "./mac-roman.ts";

export interface DecodeOptions {
  readonly file: string;
  /** A label of the Encoding Standard: `windows-1252`, `utf-16le`. Absent: found. */
  readonly encoding?: string | undefined;
  readonly diagnostics: Diagnostics;
}

/** A text in UTF-8 without a byte-order mark. */
export interface DecodedText {
  readonly text: Uint8Array;
  /** The encoding that it was found to be in, where nothing but its letters tells, as the Encoding Standard labels it. */
  readonly guessed?: string;
}

/**
 * The same text in UTF-8. What is not UTF-8 and has no mark is UTF-16 where every second byte is zero, in an encoding of East Asia where its letters
 * say so, Mac Roman where its words do, and otherwise Windows-1252, with a warning. Undefined where the declared encoding is unknown or is not the file's.
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions): DecodedText | undefined {
  if (options.encoding !== undefined) {
    const text = decodeDeclared(bytes, options.encoding, options);
    return text && { text };
  }
  const marked = markOf(bytes);
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: recode(bytes, new TextDecoder(utf16)) };
  const text = marked ? bytes.subarray(marked.mark.length) : bytes;
  if (isUtf8(text)) return { text };
  const { line, byte } = firstNotUtf8(text);
  const read = decodeEastAsian(text) ?? decodeLatin(text);
  options.diagnostics.warn({
    code: "guessed-encoding",
    message: `The text is not UTF-8: line ${line} has the byte 0x${byte.toString(16).toUpperCase()}. It was read as ${read.name}.`,
    hint: `Say what it is, encoding: "${read.label}" or another, or save it as UTF-8.`,
    source: { file: options.file, line },
  });
  return { text: Buffer.from(read.text), guessed: read.label };
}

/** A text in Latin letters, as Windows or a Mac writes it: which of them, its words tell. */
function decodeLatin(bytes: Uint8Array) {
  const asWindows = decodeWindows1252(bytes);
  const asMac = decodeMacRoman(bytes, asWindows);
  return asMac === undefined
    ? { name: "Windows-1252", label: "windows-1252", text: asWindows }
    : { name: "Mac Roman", label: "macintosh", text: asMac };
}

const marks = [
  { mark: [0xef, 0xbb, 0xbf], utf16: undefined },
  { mark: [0xff, 0xfe], utf16: "utf-16le" },
  { mark: [0xfe, 0xff], utf16: "utf-16be" },
] as const;

const markOf = (bytes: Uint8Array) => marks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));

/** Which UTF-16 a text is in: as its mark says, or by its zeros. */
export const utf16Of = (bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined =>
  markOf(bytes)?.utf16 ?? unmarkedUtf16(bytes);

function decodeDeclared(bytes: Uint8Array, encoding: string, { file, diagnostics }: DecodeOptions) {
  if (/^(windows-1252|cp-?1252|latin-?1|iso-8859-1|ascii|us-ascii)$/i.test(encoding)) {
    return Buffer.from(decodeWindows1252(bytes));
  }
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    diagnostics.error({
      code: "unknown-encoding",
      message: `There is no encoding "${encoding}".`,
      hint: "Write utf-8, utf-16le, utf-16be, windows-1252 or another label of the Encoding Standard.",
      source: { file, field: "encoding" },
    });
    return undefined;
  }
  try {
    return recode(bytes, decoder);
  } catch {
    diagnostics.error({
      code: "wrong-encoding",
      message: `The text is not ${encoding}.`,
      hint: "Leave encoding out, or say another.",
      source: { file, field: "encoding" },
    });
    return undefined;
  }
}

const recode = (bytes: Uint8Array, decoder: InstanceType<typeof TextDecoder>): Uint8Array =>
  Buffer.from(decoder.decode(bytes));

/** Texts in Latin letters have a zero in every second byte. */
function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const pairs = Math.min(bytes.length, 2048) >> 1;
  if (pairs < 2) return undefined;
  const zeros = [0, 0];
  for (let index = 0; index < pairs * 2; index += 1) {
    if (bytes[index] === 0) zeros[index & 1] = (zeros[index & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > pairs / 2 && even < pairs / 10) return "utf-16le";
  if (even > pairs / 2 && odd < pairs / 10) return "utf-16be";
  return undefined;
}

/** The first byte that no UTF-8 text has there, by halving. */
function firstNotUtf8(bytes: Uint8Array): { readonly line: number; readonly byte: number } {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8(bytes.subarray(0, wholeCharacters(bytes, middle)))) good = middle;
    else bad = middle;
  }
  const at = wholeCharacters(bytes, good);
  let line = 1;
  for (let index = 0; index < at; index += 1) if (bytes[index] === 0x0a) line += 1;
  return { line, byte: bytes[at] ?? 0 };
}

/** Back to the beginning of a character that the end would cut. */
function wholeCharacters(bytes: Uint8Array, end: number): number {
  for (let index = end - 1; index >= 0 && index >= end - 4; index -= 1) {
    const byte = bytes[index] as number;
    if (byte >= 0xc0) return index + (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > end ? index : end;
    if (byte < 0x80) return end;
  }
  return end;
}

/** Latin-1, with what Windows has at 0x80 to 0x9F. Written out, as engines differ in whether they know the two apart. */
function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return latin1.replace(/[\x80-\x9f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80] ?? character);
}

const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
