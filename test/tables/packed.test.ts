import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { read, rowsRead } from "./read-tables.ts";
import { writeXlsx, writeZip } from "./write-workbooks.ts";

const csv = "Area,Cases\nKent,5\nEssex,6\n";
const rows = [
  ["Area", "Cases"],
  ["Kent", "5"],
  ["Essex", "6"],
];

describe("packed files", () => {
  test.each([
    ["a text", "table.csv.gz", gzipSync(csv)],
    ["a text in two parts", "table.csv.gz", Buffer.concat([gzipSync(csv.slice(0, 12)), gzipSync(csv.slice(12))])],
    ["a text whose ending does not say that it is packed", "table.csv", gzipSync(csv)],
    [
      "JSON",
      "table.json.gz",
      gzipSync(
        JSON.stringify([
          { Area: "Kent", Cases: "5" },
          { Area: "Essex", Cases: "6" },
        ]),
      ),
    ],
    ["JSON in lines", "table.jsonl.gz", gzipSync('{"Area":"Kent","Cases":"5"}\n{"Area":"Essex","Cases":"6"}\n')],
    [
      "an archive of a table and a note",
      "table.zip",
      writeZip([
        { name: "read me.md", content: "a" },
        { name: "__MACOSX/._table.csv", content: "x" },
        { name: "2019/table.csv", content: csv },
      ]),
    ],
  ])("%s is read as what it packs", async (_, file, bytes) => {
    expect(await rowsRead(bytes, { file })).toEqual(rows);
  });

  test("a workbook that is packed is a workbook", async () => {
    const sheet = { name: "T", xml: '<sheetData><row><c t="inlineStr"><is><t>Area</t></is></c></row></sheetData>' };
    const bytes = writeXlsx([sheet]);
    const { sheets, codes } = await read(gzipSync(bytes), { file: "table.xlsx.gz" });
    expect([sheets.length, codes]).toEqual([1, []]);
    expect((await read(bytes, { file: "table.zip" })).sheets).toHaveLength(1);
  });

  test("an archive of several tables is an error that names them", async () => {
    const names = ["2018.csv", "2019.csv", "a.tsv", "b.tsv", "c.tsv", "d.tsv"];
    const { diagnostics } = await read(writeZip(names.map((name) => ({ name, content: csv }))), { file: "all.zip" });
    expect(diagnostics).toMatchObject([
      {
        code: "unknown-file-type",
        message: 'The archive holds 6 tables: "2018.csv", "2019.csv", "a.tsv", "b.tsv", "c.tsv" and 1 more.',
        hint: "Unpack it, and give the one that is meant.",
      },
    ]);
  });

  test("a small file that unpacks to more than fits is an error, before it is in memory", async () => {
    const before = process.memoryUsage().rss;
    const piece = gzipSync(Buffer.alloc(64 * 2 ** 20, 0x61));
    const { codes } = await read(Buffer.concat(Array.from({ length: 8 }, () => piece)), { file: "bomb.csv.gz" });
    expect(codes).toEqual(["too-large"]);
    expect(process.memoryUsage().rss - before).toBeLessThan(1200 * 2 ** 20);
  });

  test("a file that is cut off or changed at any place is an error, never another table", async () => {
    const whole = gzipSync(csv);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 10, max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, change, cut) => {
          const bytes = cut ? whole.subarray(0, at) : Buffer.from(whole);
          if (!cut) bytes[at] = (bytes[at] as number) ^ change;
          expect((await read(bytes, { file: "table.csv.gz" })).codes).toEqual(["damaged-file"]);
        },
      ),
    );
  });

  test.each([
    ["bzip2", [0x42, 0x5a, 0x68, 0x39]],
    ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
    ["Zstandard", [0x28, 0xb5, 0x2f, 0xfd]],
  ])("what %s packs is not read, and the error says to unpack it", async (what, signature) => {
    const { diagnostics } = await read(Uint8Array.from([...signature, 1, 2, 3, 4]), { file: "table.csv" });
    expect(diagnostics).toMatchObject([
      { code: "unknown-file-type", message: expect.stringContaining(what), hint: expect.stringContaining("Unpack it") },
    ]);
  });
});

describe("a NUL byte", () => {
  test("in a text is an error that says where it stands", async () => {
    const { sheets, diagnostics } = await read(Buffer.from("Area,Cases\r\nYnys Môn,5\r\nKe\0nt,6\r\n"));
    expect(sheets).toEqual([]);
    expect(diagnostics).toMatchObject([
      {
        code: "damaged-file",
        message: "The text has a NUL byte (0x00) in line 3, at character 3.",
        source: { file: "table.csv", line: 3, column: 3 },
      },
    ]);
  });

  test("at the end of a text, as one that was not written whole has many, is an error too", async () => {
    const text = Buffer.concat([Buffer.from("Area,Cases\n".concat("Kent,5\n".repeat(1000))), Buffer.alloc(500)]);
    expect((await read(text)).diagnostics).toMatchObject([{ source: { line: 1002, column: 1 } }]);
    expect((await read("Area,Cases\nKent,\0")).codes).toEqual(["damaged-file"]);
  });
});
