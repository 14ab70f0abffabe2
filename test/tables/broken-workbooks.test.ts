import { deflateRawSync } from "node:zlib";
import * as sheetJs from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SheetCell } from "../../src/tables/index.ts";
import { trials } from "../support/trials.ts";
import { read, rowsOf } from "./read-tables.ts";
import { writeOds, writeXlsx, writeZip, xlsxParts } from "./write-workbooks.ts";

const sheet = (xml: string) => [{ name: "Table 1", xml }];
const table = '<sheetData><row><c t="inlineStr"><is><t>Area</t></is></c><c><v>1</v></c></row></sheetData>';

function written(bookType: sheetJs.BookType): Uint8Array {
  const book = sheetJs.utils.book_new();
  const rows = Array.from({ length: 30 }, (_, row) => [`Area ${row}`, row, row / 7, true]);
  sheetJs.utils.book_append_sheet(book, sheetJs.utils.aoa_to_sheet(rows), "Table 1");
  return new Uint8Array(sheetJs.write(book, { type: "buffer", bookType }));
}

const files: Readonly<Record<string, Uint8Array>> = {
  "own.xlsx": writeXlsx(sheet(table)),
  "own.ods": writeOds(
    '<table:table table:name="T"><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>',
  ),
  "table.xlsx": written("xlsx"),
  "table.xlsb": written("xlsb"),
  "table.xls": written("biff8"),
  "old.xls": written("biff5"),
  "table.ods": written("ods"),
  "table.fods": written("fods"),
};

/** Those that SheetJS reads start a thread each time. */
const runs = (file: string) => (/\.xlsb?$/.test(file) ? { numRuns: trials(8, 4) } : {});

/** What is read of a file: its cells, or that it is refused. A file that is refused has no cell that anybody could take for its data. */
async function cellsOrRefusal(bytes: Uint8Array, file: string) {
  const { sheets, diagnostics, codes } = await read(bytes, { file });
  // So little is left that nobody can tell what it was: read as a text, and said so.
  if (codes.includes("misnamed-file")) return "refused";
  const isRefused = diagnostics.some(({ severity }) => severity === "error");
  if (isRefused) expect(sheets).toEqual([]);
  return isRefused ? "refused" : sheets.map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet) }));
}

/** A cell that a table can have: texts and numbers that are numbers. */
const isCell = (cell: SheetCell) =>
  typeof cell === "number" ? Number.isFinite(cell) : typeof cell !== "object" || cell === null || "kind" in cell;

describe("broken workbooks are errors, never exceptions", () => {
  test.each(Object.entries(files))("cut off anywhere, a file is refused, or read whole: %s", async (file, bytes) => {
    const whole = await cellsOrRefusal(bytes, file);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (end) => {
        expect(["refused", whole]).toContainEqual(await cellsOrRefusal(bytes.subarray(0, end), file));
      }),
      runs(file),
    );
  });

  // Archives have a checksum of each of their files; the others may say something else than they did, in cells of a sheet still.
  test.each(Object.entries(files))(
    "with bytes changed, a file is refused, or read as it was: %s",
    async (file, bytes) => {
      const whole = await cellsOrRefusal(bytes, file);
      const isArchive = /\.(?:xls[xb]|ods)$/.test(file);
      const change = fc.record({ at: fc.nat({ max: bytes.length - 1 }), to: fc.nat({ max: 255 }) });
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
          const changed = bytes.slice();
          for (const { at, to } of changes) changed[at] = to;
          const found = await cellsOrRefusal(changed, file);
          if (isArchive) expect(["refused", whole]).toContainEqual(found);
          else if (found !== "refused")
            for (const { rows } of found) for (const row of rows) expect(row.every(isCell)).toBe(true);
        }),
        runs(file),
      );
    },
  );

  test("a zip bomb is not unpacked, whether it says its size or not", async () => {
    const bomb = Buffer.alloc(500 * 2 ** 20, " ");
    const packed = deflateRawSync(bomb, { level: 1 });
    const parts = (declared = bomb.length) =>
      xlsxParts(sheet(table)).map((part) =>
        part.name === "xl/worksheets/sheet1.xml" ? { ...part, content: bomb, packed, declared } : part,
      );
    const before = process.memoryUsage.rss();
    const { diagnostics, codes } = await read(writeZip(parts()), { file: "bomb.xlsx" });
    expect(codes).toEqual(["too-large"]);
    expect(diagnostics[0]?.message).toContain("500 MiB");
    expect((await read(writeZip(parts(1000)), { file: "bomb.xlsx" })).codes).toEqual(["damaged-file"]);
    expect(process.memoryUsage.rss() - before).toBeLessThan(700 * 2 ** 20);
  });

  test("one cell in the last row and column of a sheet is an error that names it", async () => {
    const far =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>';
    const { diagnostics } = await read(writeXlsx(sheet(far)), { file: "far.xlsx" });
    expect(diagnostics).toMatchObject([{ code: "too-large" }]);
    expect(diagnostics[0]?.message).toContain("XFD1048576");
  });

  test("a million columns, and cells that repeat themselves to the end of the sheet", async () => {
    const wide = `<sheetData><row>${"<c><v>1</v></c>".repeat(1_000_000)}</row></sheetData>`;
    expect((await read(writeXlsx(sheet(wide)), { file: "wide.xlsx" })).codes).toEqual(["too-large"]);
    const repeated =
      '<table:table table:name="T"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row></table:table>';
    expect((await read(writeOds(repeated), { file: "wide.ods" })).codes).toEqual(["too-large"]);
  });

  test("a workbook with a password says so", async () => {
    const locked = sheetJs.CFB.utils.cfb_new();
    sheetJs.CFB.utils.cfb_add(locked, "/EncryptionInfo", Buffer.alloc(200));
    sheetJs.CFB.utils.cfb_add(locked, "/EncryptedPackage", Buffer.alloc(5000));
    const bytes = new Uint8Array(sheetJs.CFB.write(locked, { type: "buffer" }));
    expect((await read(bytes, { file: "locked.xlsx" })).codes).toContain("password-needed");
    const ods = writeZip([
      { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet" },
      { name: "content.xml", content: "scrambled" },
      { name: "META-INF/manifest.xml", content: "<manifest:manifest><manifest:encryption-data/></manifest:manifest>" },
    ]);
    expect((await read(ods, { file: "locked.ods" })).codes).toContain("password-needed");
  });

  test.each([
    ["a web page", "\n<html><table><tr><td>1</td></tr></table></html>", "table.xls"],
    [
      "an XML spreadsheet of 2003",
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      "table.xls",
    ],
    ["a PDF", "%PDF-1.7\n", "table.xlsx"],
    ["a Word document", writeZip([{ name: "word/document.xml", content: "<w/>" }]), "table.xlsx"],
    ["an archive without a table", writeZip([{ name: "a.csv", content: "a,b" }]), "table.xlsx"],
  ])("%s is not read, and named", async (what, content, file) => {
    const { sheets, diagnostics } = await read(Buffer.from(content as Uint8Array), { file });
    expect(sheets).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: "unknown-file-type", message: expect.stringContaining(what) }]);
  });

  test("a text with the ending of a workbook is read, with a warning, and the other way round", async () => {
    const text = await read(Buffer.from("area\tcases\nKent\t5\n"), { file: "table.xls" });
    expect([text.sheets[0]?.columns.length, text.codes]).toEqual([2, ["misnamed-file"]]);
    const workbook = await read(writeXlsx(sheet(table)), { file: "table.csv" });
    expect([workbook.sheets[0]?.columns.length, workbook.codes]).toEqual([2, ["misnamed-file"]]);
  });

  test.each(["table.xlsx", "table.xls", "table.ods", "table.csv"])("an empty file: %s", async (file) => {
    expect((await read(new Uint8Array(), { file })).codes).toContain("empty-file");
  });

  test("bytes that are no text are an error", async () => {
    const { sheets, codes } = await read(
      Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251),
      { file: "table.xlsx" },
    );
    expect([sheets, codes]).toEqual([[], ["unknown-file-type"]]);
  });

  test("an entity that an XML part declares is not expanded", async () => {
    const parts = xlsxParts(sheet(table)).map((part) =>
      part.name.endsWith("sheet1.xml")
        ? {
            ...part,
            content: `<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>`,
          }
        : part,
    );
    expect((await read(writeZip(parts), { file: "entity.xlsx" })).codes).toEqual(["damaged-file"]);
  });
});
