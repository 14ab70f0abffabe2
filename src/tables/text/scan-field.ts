import { hashWith } from "./field-index.ts";

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** What a text is being scanned for, and the field that was scanned last. Changed in place: there are millions of fields. */
export interface FieldScan {
  /** Quotation marks are taken out of it as they are met. */
  readonly bytes: Uint8Array;
  /** The byte between fields. */
  readonly delimiter: number;
  /** Where the next field begins. */
  position: number;
  /** The field: its bytes from `start` to `end`, and the hash of them. */
  start: number;
  end: number;
  hash: number;
  /** What stands behind the field. */
  after: "delimiter" | "line" | "unclosed";
}

/** Scans the field at `position`, and goes behind its delimiter or the end of its line. */
export function scanField(scan: FieldScan): void {
  const { bytes } = scan;
  scan.hash = 0;
  scan.start = scan.position;
  scan.end = scan.position;
  if (bytes[scan.position] === quote && !scanQuoted(scan)) {
    scan.after = "unclosed";
    return;
  }
  const byte = scanPlain(scan);
  scan.after = byte === scan.delimiter ? "delimiter" : "line";
  scan.position += byte === carriageReturn && bytes[scan.position + 1] === lineFeed ? 2 : 1;
}

/** Goes behind the closing mark; false if there is none. */
function scanQuoted(scan: FieldScan): boolean {
  const { bytes } = scan;
  let position = scan.position + 1;
  let end = position;
  let hash = 0;
  scan.start = end;
  for (; position < bytes.length; position += 1) {
    const byte = bytes[position] as number;
    if (byte === quote) {
      position += 1;
      if (bytes[position] !== quote) {
        scan.position = position;
        scan.end = end;
        scan.hash = hash;
        return true;
      }
    }
    bytes[end] = byte;
    end += 1;
    hash = hashWith(hash, byte);
  }
  return false;
}

/** Goes to the delimiter or the end of the line, which it returns; 10 at the end of the text. */
function scanPlain(scan: FieldScan): number {
  const { bytes, delimiter } = scan;
  const afterQuotes = scan.end < scan.position;
  let { position, end, hash } = scan;
  let byte = lineFeed;
  for (; position < bytes.length; position += 1) {
    byte = bytes[position] as number;
    if (byte === delimiter || byte === lineFeed || byte === carriageReturn) break;
    if (afterQuotes) bytes[end] = byte;
    end += 1;
    hash = hashWith(hash, byte);
  }
  scan.end = end;
  scan.hash = hash;
  scan.position = position;
  return position < bytes.length ? byte : lineFeed;
}
