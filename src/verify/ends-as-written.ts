/** The file that is attached last, up to its bytes. */
const lastFile = /(\d+) 0 obj\n<<[\s\S]{0,2000}?\/Length (\d+)\n\/Filter \/FlateDecode\n>>\nstream\n/y;
const tableOfObjects = /\nendstream\nendobj\nxref\n0 (\d+)\n0000000000 65535 f \n((?:\d{10} 00000 n \n)*)/y;
const trailer =
  /trailer\n<<\n\/Size (\d+)\n\/Root (\d+) 0 R\n\/Info \d+ 0 R\n\/ID \[<\w*> <\w*>\]\n>>\nstartxref\n(\d+)\n%%EOF\n?/y;

/**
 * Whether behind the first `length` bytes of a PDF stand the bytes of its last attachment, the table of objects and the
 * trailer, as they were written, and nothing else: no object that another program put there, and no other use of those before.
 */
export function endsAsWritten(bytes: Uint8Array, length: number): boolean {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const at = (pattern: RegExp, from: number): RegExpExecArray | null => {
    pattern.lastIndex = from;
    return pattern.exec(pdf);
  };
  const file = at(lastFile, length);
  if (!file) return false;
  const [ownId, dataEnd] = [Number(file[1]), file.index + file[0].length + Number(file[2])];
  const table = at(tableOfObjects, dataEnd);
  const end = table && at(trailer, table.index + table[0].length);
  if (!table || !end || end.index + end[0].length !== pdf.length) return false;
  const entries = table[2] ?? "";
  const offsets = Array.from({ length: entries.length / 20 }, (_, index) =>
    Number(entries.slice(index * 20, index * 20 + 10)),
  );
  const [size, root] = [Number(end[1]), Number(end[2])];
  const isCatalog = pdf.startsWith(`${root} 0 obj\n<<\n/Type /Catalog\n`, offsets[root - 1]);
  return (
    offsets.length + 1 === size &&
    Number(table[1]) === size &&
    Number(end[3]) === table.index + table[0].indexOf("xref\n") &&
    root !== ownId &&
    isCatalog &&
    offsets.every((offset, index) => {
      const id = index + 1;
      return pdf.startsWith(`${id} 0 obj\n`, offset) && (id === ownId ? offset === length : offset < length);
    })
  );
}
