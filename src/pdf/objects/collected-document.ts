import PDFDocument from "pdfkit";
import { CollectedBytes } from "./collected-bytes.ts";

/**
 * pdfkit is a stream, into which it puts some pieces of each object, and each line of the table of them: of a large document a tenth of the time.
 * All is in memory until the end anyway, and here stands in it once.
 */
export class CollectedDocument extends PDFDocument {
  /** Declared alone: pdfkit begins to write before fields of this class would be set. */
  declare private collected: CollectedBytes | undefined;

  override _write(data: string | Uint8Array): void {
    this.collected ??= new CollectedBytes();
    this.collected.write(typeof data === "string" ? `${data}\n` : data);
    this._offset = this.collected.length;
  }

  /** The number of an object that `writeObject` writes. */
  reserve(): number {
    this._waiting += 1;
    return this._offsets.push(null);
  }

  /** Writes an object as text: pdfkit would make a handful of objects of each, and a structure tree has some hundreds of elements a page. */
  writeObject(id: number, object: string): void {
    this._refEnd({ id, offset: this._offset });
    this._write(`${id} 0 obj\n${object}\nendobj`);
  }

  /** An object begins behind so many bytes that are still to be written, by `writeObjects`. */
  beginObject(id: number, bytesBefore: number): void {
    this._refEnd({ id, offset: this._offset + bytesBefore });
  }

  /** Writes objects as they are, each of which was begun. */
  writeObjects(objects: Uint8Array): void {
    this._write(objects);
  }

  /** The same as pdfkit's, which makes three texts of each line of the table. */
  override _finalize(): void {
    const offsets = this._offsets;
    const tableOffset = this._offset;
    const size = offsets.length + 1;
    this._write(`xref\n0 ${size}\n0000000000 65535 f `);
    this._write(tableOf(offsets));
    const id = `<${Buffer.from(this._id).toString("hex")}>`;
    this._write(`trailer\n<<\n/Size ${size}\n/Root ${this._root}\n/Info ${this._info}\n/ID [${id} ${id}]\n>>`);
    this._write(`startxref\n${tableOffset}\n%%EOF`);
    this.push(null);
  }

  /** What is written so far. */
  written(): Uint8Array {
    return this.collected?.whole() ?? new Uint8Array();
  }

  /** All of it, once the last object is: some pictures are decoded meanwhile. */
  whole(): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.on("end", () => resolve(this.written()));
      this.on("error", reject);
      this.resume();
    });
  }
}

/** Of each line of the table of objects (ISO 32000-1, 7.5.4). */
const lineEnd = " 00000 n \n";
const digits = 10;

/** Where each object begins. */
function tableOf(offsets: PDFDocument["_offsets"]): Uint8Array {
  const length = digits + lineEnd.length;
  const table = Buffer.alloc(length * offsets.length, `${"0".repeat(digits)}${lineEnd}`, "latin1");
  for (let index = 0; index < offsets.length; index += 1) {
    let rest = offsets[index] ?? 0;
    for (let at = length * index + digits - 1; rest > 0; at -= 1) {
      table[at] = 48 + (rest % 10);
      rest = Math.floor(rest / 10);
    }
  }
  return table;
}
