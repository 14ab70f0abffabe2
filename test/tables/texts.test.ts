import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { read, rowsOf, rowsRead } from "./read-tables.ts";

const delimiters = [",", ";", "\t", "|", "^"] as const;

const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  "UTF-8": (text) => Buffer.from(text),
  "UTF-8 with its mark": (text) => Buffer.from(`\uFEFF${text}`),
  "UTF-16 LE with its mark": (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
  "UTF-16 BE with its mark": (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
  "UTF-16 LE": (text) => Buffer.from(text, "utf16le"),
  "UTF-16 BE": (text) => Buffer.from(text, "utf16le").swap16(),
};

/** As a sheet has it: what holds nothing but spaces is blank, and so are missing cells; rows and columns that end blank are not there. */
function asSheet(rows: readonly (readonly string[])[]): readonly (readonly (string | null)[])[] {
  const cells = rows.map((row) => row.map((cell) => (cell.trim() === "" ? null : cell)));
  const width = Math.max(0, ...cells.map((row) => row.findLastIndex((cell) => cell !== null) + 1));
  const height = cells.findLastIndex((row) => row.some((cell) => cell !== null)) + 1;
  return cells.slice(0, height).map((row) => Array.from({ length: width }, (_, index) => row[index] ?? null));
}

const table = (cell: fc.Arbitrary<string>) =>
  fc
    .record({ width: fc.integer({ min: 2, max: 6 }), height: fc.integer({ min: 3, max: 12 }) })
    .chain(({ width, height }) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
    )
    .filter((rows) => asSheet(rows).length > 0);

const word = fc.constantFrom(
  "Kent",
  "Ynys Môn",
  "1,234",
  "12,5",
  "a;b",
  'the "old" town',
  "x|y",
  "",
  " ",
  "two\nlines",
  "[c]",
  "£5",
);

describe("texts", () => {
  test("a file that is read twice is the same twice, quotation marks and all", async () => {
    const bytes = Buffer.from('Area,Notes,Cases\nKent,"one, two ""three""",1\n');
    const before = bytes.toString();
    await read(bytes);
    expect(bytes.toString()).toBe(before);
  });

  test("a table written with any delimiter, encoding, quotation and line end is read back the same", async () => {
    await fc.assert(
      fc.asyncProperty(
        table(fc.oneof(word, fc.string({ unit: "grapheme", maxLength: 8 }))),
        fc.constantFrom(...delimiters),
        fc.constantFrom(...Object.keys(encodings)),
        fc.boolean(),
        fc.constantFrom("\n", "\r\n", "\r"),
        async (rows, delimiter, encoding, quoted, lineEnd) => {
          const text = stringify(rows as string[][], {
            delimiter,
            quoted,
            record_delimiter: lineEnd,
            quoted_match: /[\r\n]/,
          });
          // Without a mark, UTF-16 is told by its zeros.
          fc.pre(!/^UTF-16 ..$/.test(encoding) || /^[\0-\xff]*$/.test(text.slice(0, 2000)));
          const bytes = (encodings[encoding] as (text: string) => Uint8Array)(text);
          expect(await rowsRead(bytes, { delimiter })).toEqual(asSheet(rows));
        },
      ),
    );
  });

  test("another reader of CSV finds the same fields", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("a", "é", ",", '"x"', '"a ""b"" c"', "\n", "\r\n", '"1\n2"', " ", "12"), {
          maxLength: 40,
        }),
        async (parts) => {
          const text = parts.join("");
          let rows: string[][];
          try {
            rows = parse(text, {
              relaxColumnCount: true,
              recordDelimiter: ["\r\n", "\n", "\r"],
              skipEmptyLines: false,
            });
          } catch {
            // It does not take quotation marks within fields, which spreadsheets do.
            return;
          }
          const { sheets } = await read(text, { delimiter: "," });
          expect(rowsOf(sheets[0])).toEqual(asSheet(rows));
          const [counts, held] = [[...(sheets[0]?.fieldCounts ?? [])], asSheet(rows).length];
          expect(counts).toEqual(rows.slice(0, held).map((row) => row.length));
        },
      ),
    );
  });

  test("the delimiter is found, whatever the cells hold", async () => {
    const cell = fc.constantFrom(
      "12,5",
      "3,75",
      "1.234,00",
      "Kent; Sussex",
      "Kent, Sussex",
      "7",
      "a|b",
      "[c]",
      "2018/19",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 3, max: 6 }),
        fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { minLength: 3, maxLength: 20 }),
        fc.constantFrom(...delimiters),
        async (width, body, delimiter) => {
          const head = Array.from({ length: width }, (_, index) => `Column ${index + 1}`);
          const rows = [head, ...body.map((row) => row.slice(0, width))];
          expect(await rowsRead(stringify(rows as string[][], { delimiter }))).toEqual(rows);
        },
      ),
    );
  });

  test.each([
    ["a decimal comma beside a semicolon", "Ardal;2019;2020\nMôn;1,5;2,5\nConwy;3,5;4,25\n", 3],
    [
      "a title and footnotes with commas",
      "Table 1: cases, by area, 2019\n\nArea\tCases\nKent\t5\nEssex\t6\n\nSource: us, them\n",
      2,
    ],
    ["one column", "Area\nKent\nEssex\n", 1],
    ["a title in a file of tabs", "Cases | offences\nArea\tCases\tRate\nKent\t5\t1,5\nEssex\t6\t2,5\n", 3],
  ])("finds the delimiter: %s", async (_, text, width) => {
    expect((await read(text)).sheets[0]?.columns).toHaveLength(width);
  });

  test("rows and columns have the numbers that a spreadsheet gives them", async () => {
    const { sheets } = await read('\n\n"Area\nname",Cases\n\nKent,5\n\n');
    expect(rowsOf(sheets[0])).toEqual([
      [null, null],
      [null, null],
      ["Area\nname", "Cases"],
      [null, null],
      ["Kent", "5"],
    ]);
    expect([...(sheets[0]?.rowNumbers ?? [])]).toEqual([1, 2, 3, 4, 5]);
    expect(sheets[0]?.columns.map(({ column }) => column)).toEqual([1, 2]);
  });

  test("each different cell of a column is kept once", async () => {
    const { sheets } = await read('a,b\nKent,1\n"Kent",2\nKent,1\n"Ke""nt",\n');
    expect(sheets[0]?.columns.map(({ values }) => values)).toEqual([
      [null, "a", "Kent", 'Ke"nt'],
      [null, "b", "1", "2"],
    ]);
  });

  test("a quotation mark within a field is a character, and what follows a closing one belongs to the field", async () => {
    expect(await rowsRead('Pipe,5" wide\n"Kent" (Medway),6\n')).toEqual([
      ["Pipe", '5" wide'],
      ["Kent (Medway)", "6"],
    ]);
  });

  test("a quotation mark that is never closed is an error with its row", async () => {
    const { sheets, diagnostics } = await read('a,b\n1,2\n"Kent,5\nEssex,6\n');
    expect(sheets).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: "invalid-csv", source: { file: "table.csv", row: 3 } }]);
  });

  test.each([
    ["macintosh", true],
    ["windows-1252", false],
  ])("what an old Mac wrote is told from what Windows wrote by its words: %s", async (label, isMac) => {
    const accents = "áàâäåçéèêëíìîïóòôúùûü";
    // As the Mac has these letters, in turn.
    const ofMac = [
      0x87, 0x88, 0x89, 0x8a, 0x8c, 0x8d, 0x8e, 0x8f, 0x90, 0x91, 0x92, 0x93, 0x94, 0x95, 0x97, 0x98, 0x99, 0x9c, 0x9d,
      0x9e, 0x9f,
    ];
    const onMac = (text: string) =>
      Buffer.from([...text].map((own) => ofMac[accents.indexOf(own)] ?? (own === "’" ? 0xd5 : own.charCodeAt(0))));
    const onWindows = (text: string) => Buffer.from(text.replaceAll("’", "\x92"), "latin1");
    // No word has a capital inside, in either.
    const names = fc.array(
      fc.tuple(
        fc.constantFrom("Mar", "Dor", "King", "Sel"),
        fc.constantFrom(...accents, "’"),
        fc.constantFrom("l", "nta", "s"),
      ),
      { minLength: 3, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(names, fc.constantFrom("\n", "\r"), async (parts, end) => {
        const rows = parts.map((own, at) => [own.join(""), String(at + 3)]);
        const text = ["Area,Cases", ...rows.map((row) => row.join(","))].join(end);
        const { sheets, diagnostics } = await read(isMac ? onMac(text) : onWindows(text));
        expect(rowsOf(sheets[0])).toEqual([["Area", "Cases"], ...rows]);
        expect(diagnostics).toMatchObject([{ code: "guessed-encoding", hint: expect.stringContaining(`"${label}"`) }]);
      }),
    );
  });

  test("Windows-1252 is read, and the warning names the line", async () => {
    const bytes = Buffer.from("area,cases\nCeredigion,1\nYnys M\xf4n \x96 all,2\n", "latin1");
    const { sheets, diagnostics } = await read(bytes);
    expect(rowsOf(sheets[0])[2]).toEqual(["Ynys Môn – all", "2"]);
    expect(diagnostics).toMatchObject([{ code: "guessed-encoding", severity: "warning", source: { line: 3 } }]);
    expect(diagnostics[0]?.message).toContain("0xF4");
    expect((await read(bytes, { encoding: "windows-1252" })).codes).toEqual([]);
    expect(await rowsRead(bytes, { encoding: "windows-1252" })).toEqual(rowsOf(sheets[0]));
  });

  test("Shift-JIS is read where it is certain, and words with accents are none", async () => {
    const bytes = Buffer.from(
      "93fa95742c944e91e32c977a90ab8ed290940a323032322d30312d30352c313091e32c330a323032322d30312d30352c323091e32c31320a",
      "hex",
    );
    const { sheets, diagnostics } = await read(bytes);
    expect(rowsOf(sheets[0])[0]).toEqual(["日付", "年代", "陽性者数"]);
    expect(diagnostics).toMatchObject([{ code: "guessed-encoding", hint: expect.stringContaining("shift_jis") }]);
    expect((await read(bytes, { encoding: "shift_jis" })).codes).toEqual([]);
    const words = [
      "Málaga",
      "Île-de-France",
      "São Paulo",
      "Zürich",
      "Ærø",
      "Łódź".replace("Ł", "L").replace("ź", "z"),
      "Ynys Môn",
      "Ärzte",
      "ÖÄÜ",
      "nº 5",
      "20 °C",
      "£",
      "©",
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 30 }), async (names) => {
        const text = `area,cases\nÉire,0\n${names.map((name) => `${name},1`).join("\n")}\n`;
        expect(rowsOf((await read(Buffer.from(text, "latin1"))).sheets[0])[1]).toEqual(["Éire", "0"]);
      }),
    );
  });

  test.each([
    [
      "CP949",
      "euc-kr",
      "c7e0c1a4b1b8bfaabab02cc0ceb1b8bcf60abcadbfefc6afbab0bdc32c320ababbbeea20c1dfb1b82c310a",
      "행정구역별",
    ],
    ["GBK", "gbk", "b5d8c7f82cc8cbbfdacafd0ab1b1bea9cad02c323138390ab9e3b6abcaa12c31323630310a", "地区"],
    [
      "EUC-JP",
      "euc-jp",
      "c5d4c6bbc9dcb8a92cbfcdb8fdbff40ac5ecb5fec5d4a4ceb6e8c9f42c393733330ac2e7bae5c9dc2c383833370a",
      "都道府県",
    ],
    ["Big5", "big5", "bfa4a5ab2ca448a466bcc60abb4fa55fa5ab2c323630320aabccaa46bfa42c3831320a", "縣市"],
  ])("%s is read where its letters are frequent ones, and the sheet says so", async (name, label, hex, heading) => {
    const bytes = Buffer.from(hex, "hex");
    const { sheets, diagnostics } = await read(bytes);
    expect(rowsOf(sheets[0])[0]?.[0]).toBe(heading);
    expect(sheets[0]?.guessedEncoding).toBe(label);
    expect(diagnostics).toMatchObject([{ code: "guessed-encoding", message: expect.stringContaining(name) }]);
    const declared = await read(bytes, { encoding: label });
    expect(declared.sheets[0]?.guessedEncoding).toBeUndefined();
    expect(rowsOf(declared.sheets[0])).toEqual(rowsOf(sheets[0]));
  });

  test("the line that is not UTF-8 is found anywhere", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom("Môn", "€uro", "Kent", "𝒳"), { maxLength: 50 }), async (names) => {
        const good = Buffer.from(names.map((name) => `${name},1\n`).join(""));
        const { diagnostics } = await read(Buffer.concat([good, Buffer.from([0x41, 0xe9, 0x2c, 0x31, 0x0a])]));
        expect(diagnostics).toMatchObject([{ code: "guessed-encoding", source: { line: names.length + 1 } }]);
        expect(diagnostics[0]?.message).toContain("0xE9");
      }),
    );
  });

  test.each([
    ["an unknown encoding", { encoding: "klingon" }, "unknown-encoding"],
    ["an encoding that is not the file's", { encoding: "utf-8" }, "wrong-encoding"],
    ["a delimiter that is none", { delimiter: "::" as "," }, "unknown-delimiter"],
  ])("%s is an error", async (_, options, code) => {
    const { sheets, codes } = await read(Buffer.from("area\nM\xf4n\n", "latin1"), options);
    expect(sheets).toEqual([]);
    expect(codes).toContain(code);
  });

  test.each(["", "\n\n", " , ,\n", "\uFEFF"])("a file without cells is an error: %j", async (text) => {
    expect((await read(Buffer.from(text))).codes).toEqual(["empty-file"]);
  });
});
