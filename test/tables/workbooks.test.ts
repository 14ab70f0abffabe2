import * as sheetJs from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SheetCell } from "../../src/tables/index.ts";
import { trials } from "../support/trials.ts";
import { read, rowsOf, rowsRead } from "./read-tables.ts";
import { writeOds, writeXlsx } from "./write-workbooks.ts";

const xlsx = { file: "table.xlsx" };
const ods = { file: "table.ods" };

/** Styles by the codes of their number formats: style 1 has the first. */
const styles = (...codes: readonly string[]): string =>
  `<numFmts>${codes.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', "&quot;").replaceAll("<", "&lt;")}"/>`).join("")}</numFmts>` +
  `<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf/>${codes.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join("")}</cellXfs>`;

const oneSheet = (xml: string, parts = {}) => writeXlsx([{ name: "Table 1", xml }], parts);
const column = (...cells: readonly string[]) =>
  `<sheetData>${cells.map((cell) => `<row>${cell}</row>`).join("")}</sheetData>`;
const firstColumn = async (bytes: Uint8Array, options = {}) =>
  (await rowsRead(bytes, { ...xlsx, ...options })).map(([cell]) => cell);

describe("workbooks in .xlsx", () => {
  test("texts, numbers, booleans, errors, and numbers stored as text", async () => {
    const sharedStrings =
      '<si><t>Ynys M&#244;n</t></si><si><r><t xml:space="preserve">Total </t></r><r><t>[note 1]</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>a_x000D_b</t></si>';
    const xml = column(
      '<c t="s"><v>0</v></c>',
      '<c t="s"><v>1</v></c>',
      '<c t="s"><v>2</v></c>',
      '<c t="inlineStr"><is><r><t>Before</t></r><r><t>After</t></r></is></c>',
      "<c><v>12.50</v></c>",
      '<c t="str"><f>A1</f><v>0012</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="e"><v>#REF!</v></c>',
      '<c t="d"><v>2024-03-31</v></c>',
    );
    expect(await firstColumn(oneSheet(xml, { sharedStrings }))).toEqual([
      "Ynys Môn",
      "Total [note 1]",
      "a\rb",
      "BeforeAfter",
      12.5,
      "0012",
      true,
      { kind: "error", error: "#REF!" },
      { kind: "date", date: "2024-03-31", shown: "2024-03-31" },
    ]);
  });

  test("what stands raised and refers to notes is no part of a text or number; powers are", async () => {
    const run = (text: string, raised = "") =>
      `<r>${raised === "" ? "" : `<rPr><vertAlign val="${raised}"/></rPr>`}<t>${text}</t></r>`;
    const cells = [
      run("Offences") + run("2", "superscript"),
      run("12") + run("1, 3", "superscript"),
      run("Area, km") + run("2", "superscript"),
      run("CO") + run("2", "subscript"),
      run("3", "superscript"),
      run("A") + run("a", "superscript") + run(" and B"),
      run("Real terms") + run(" (1)\n", "superscript") + run("£ billion"),
      run("2020") + run("P", "superscript"),
    ];
    const bytes = oneSheet(column(...cells.map((own) => `<c t="inlineStr"><is>${own}</is></c>`)));
    expect(await firstColumn(bytes)).toEqual([
      "Offences",
      "12",
      "Area, km2",
      "CO2",
      "3",
      "A and B",
      "Real terms\n£ billion",
      "2020",
    ]);
  });

  test("a formula that was never worked out is an error, not zero", async () => {
    const xml = column(
      "<c><f>1+1</f><v>2</v></c>",
      "<c><f>1+1</f></c>",
      "<c><f>1+1</f><v></v></c>",
      '<c t="str"><f>""</f><v></v></c>',
      "<c><v>3</v></c>",
    );
    const formula = { kind: "error", error: "formula" };
    expect(await firstColumn(oneSheet(xml))).toEqual([2, formula, formula, null, 3]);
  });

  test("numbers come with what they show, where that is more than digits", async () => {
    const codes = [
      "0.0%",
      '"£"#,##0',
      '[<5]"c";0',
      "#,##0.00",
      '_-* #,##0_-;-* #,##0_-;_-* "-"_-',
      ";;;",
      "[$€-2] 0.00",
      "0.00E+00",
      "0%",
      '_-* #,##0_-;-* #,##0_-;_-* "-"??_-',
      "yyyy [$-415]\\'mmm",
    ];
    const cell = (style: number, value: number) => `<c s="${style}"><v>${value}</v></c>`;
    const xml = column(
      cell(1, 0.125),
      cell(2, 1200),
      cell(3, 3),
      cell(3, 7),
      cell(4, -1234.5),
      cell(5, 0),
      cell(6, 9),
      cell(7, 1.5),
      cell(8, 1234),
      cell(9, 0.575),
      cell(9, -0.004),
      cell(10, 0),
      cell(11, 45352),
    );
    expect(await firstColumn(oneSheet(xml, { styles: styles(...codes) }))).toEqual([
      { kind: "number", value: 0.125, shown: "12.5%" },
      { kind: "number", value: 1200, shown: "£1,200" },
      { kind: "number", value: 3, shown: "c" },
      7,
      -1234.5,
      { kind: "number", value: 0, shown: "-" },
      { kind: "number", value: 9, shown: "" },
      { kind: "number", value: 1.5, shown: "€ 1.50" },
      1234,
      { kind: "number", value: 0.575, shown: "58%" },
      { kind: "number", value: -0.004, shown: "0%" },
      { kind: "number", value: 0, shown: "-" },
      { kind: "date", date: "2024-03-01", shown: "2024 'Mar" },
    ]);
  });

  test("what is no format shows numbers as they are stored, and refuses no file", async () => {
    const codes = ["#,##0.000e-0", "0.0 e", "General 0", "yyyy 0", "0;1;2;3;4", "[foo"];
    const xml = column(...codes.map((_, index) => `<c s="${index + 1}"><v>1234.5</v></c>`));
    expect(await firstColumn(oneSheet(xml, { styles: styles(...codes) }))).toEqual(codes.map(() => 1234.5));
  });

  test.each([
    ["yyyy\\-mm\\-dd", 45382, "2024-03-31", "2024-03-31"],
    ["mmm-yy", 45352, "2024-03-01", "Mar-24"],
    ["d mmmm yyyy h:mm", 45382.5, "2024-03-31T12:00:00", "31 March 2024 12:00"],
    ["hh:mm:ss", 0.75, "18:00:00", "18:00:00"],
    ["[$-809]dd/mm/yyyy", 61, "1900-03-01", "01/03/1900"],
    ["dd/mm/yyyy", 1, "1900-01-01", "01/01/1900"],
  ])("dates by their format: %s", async (code, value, date, shown) => {
    const bytes = oneSheet(column(`<c s="1"><v>${value}</v></c>`), { styles: styles(code) });
    expect(await firstColumn(bytes)).toEqual([{ kind: "date", date, shown }]);
  });

  test("dates of the other epoch, and what is no day", async () => {
    const day = (value: number) => `<c s="1"><v>${value}</v></c>`;
    const parts = { styles: styles("dd/mm/yyyy") };
    expect(await firstColumn(oneSheet(column(day(43920)), { ...parts, date1904: true }))).toEqual([
      { kind: "date", date: "2024-03-31", shown: "31/03/2024" },
    ]);
    // Day 0, 29 February 1900, and spans of time.
    expect(await firstColumn(oneSheet(column(day(0), day(60), day(-5)), parts))).toEqual([0, 60, -5]);
    expect(await firstColumn(oneSheet(column(day(1.5)), { styles: styles("[h]:mm") }))).toEqual([1.5]);
  });

  test("what is hidden is not read, and told of; rows and columns keep their numbers", async () => {
    const bytes = oneSheet(
      '<cols><col min="2" max="2" hidden="1"/></cols><sheetData>' +
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>' +
        '<row r="2" hidden="1"><c r="A2"><v>4</v></c></row>' +
        '<row r="4"><c r="A4"><v>5</v></c><c r="C4"><v>6</v></c></row></sheetData>' +
        '<mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="A4:C4"/><mergeCell ref="B1:B4"/></mergeCells>',
    );
    const { sheets, diagnostics } = await read(bytes, xlsx);
    expect(rowsOf(sheets[0])).toEqual([
      [1, 3],
      [null, null],
      [5, 6],
    ]);
    expect([...(sheets[0]?.rowNumbers ?? [])]).toEqual([1, 3, 4]);
    expect(sheets[0]?.columns.map((one) => one.column)).toEqual([1, 3]);
    expect(sheets[0]?.merges).toEqual([
      { top: 1, left: 0, bottom: 2, right: 0 },
      { top: 2, left: 0, bottom: 2, right: 1 },
    ]);
    expect(diagnostics).toMatchObject([{ code: "hidden-cells", severity: "warning", source: { sheet: "Table 1" } }]);
    const all = await read(bytes, { ...xlsx, hidden: true });
    expect(rowsOf(all.sheets[0])).toEqual([
      [1, 2, 3],
      [4, null, null],
      [null, null, null],
      [5, null, 6],
    ]);
    expect(all.codes).toEqual([]);
  });

  const row = (value: number) => `<sheetData><row><c><v>${value}</v></c></row></sheetData>`;
  const book = writeXlsx([
    { name: "2019", xml: row(1) },
    { name: "A chart", xml: "", kind: "chartsheet" },
    { name: "Working", xml: row(2), state: "hidden" },
    { name: "2020", xml: row(3) },
    { name: "Lists", xml: row(4), state: "veryHidden" },
    { name: "Blank", xml: "<sheetData/>" },
  ]);

  test.each([
    [undefined, ["2019", "2020"]],
    ["2020", ["2020"]],
    ["working ", ["Working"]],
    [2, ["2020"]],
    [
      ["Lists", 1],
      ["Lists", "2019"],
    ],
  ])("sheets by name or by number as the tabs are seen: %j", async (sheets, names) => {
    const found = await read(book, { ...xlsx, sheets });
    expect(found.sheets.map(({ name }) => name)).toEqual(names);
    expect(found.codes).toEqual([]);
  });

  test("a name that fits hidden sheets too reads those that are seen, and says so", async () => {
    const { sheets, diagnostics } = await read(book, { ...xlsx, sheets: "*" });
    expect(sheets.map(({ name }) => name)).toEqual(["2019", "2020"]);
    expect(diagnostics).toMatchObject([{ code: "hidden-sheets", message: expect.stringContaining('"Working"') }]);
  });

  test("a sheet that is not there is an error that lists those that are", async () => {
    const { sheets, diagnostics } = await read(book, { ...xlsx, sheets: ["2091", 9] });
    expect(sheets).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-sheet", "unknown-sheet"]);
    expect(diagnostics.map(({ hint }) => hint)).toEqual([
      expect.stringContaining("2019"),
      expect.stringContaining("2019, Working, 2020"),
    ]);
  });

  test("notes beside cells, and tables that the workbook marks", async () => {
    const bytes = writeXlsx([
      {
        name: "Table 1",
        xml: '<sheetData><row r="3"><c r="A3"><v>1</v></c><c r="B3"><v>2</v></c></row></sheetData>',
        parts: [
          {
            kind: "comments",
            name: "comments1.xml",
            content:
              '<comments><commentList><comment ref="B3"><text><r><t>Pro</t></r><r><t>visional</t></r></text></comment></commentList></comments>',
          },
          { kind: "table", name: "tables/table1.xml", content: '<table name="t" displayName="offences" ref="A3:B9"/>' },
        ],
      },
    ]);
    const { sheets } = await read(bytes, xlsx);
    expect(sheets[0]?.notes).toEqual([{ row: 2, column: 1, text: "Provisional" }]);
    expect(sheets[0]?.markedTables).toEqual([{ name: "offences", top: 2, left: 0, bottom: 8, right: 1 }]);
  });
});

describe("workbooks in .ods", () => {
  const cell = (attributes: string, text = "") =>
    `<table:table-cell ${attributes}>${text && `<text:p>${text}</text:p>`}</table:table-cell>`;
  const table = (rows: string, attributes = "") =>
    `<table:table table:name="Table 1" ${attributes}>${rows}</table:table>`;
  const tableRow = (cells: string, attributes = "") => `<table:table-row ${attributes}>${cells}</table:table-row>`;

  test("cells by their kind, with what they show", async () => {
    const bytes = writeOds(
      table(
        [
          cell('office:value-type="string"', 'Ynys<text:s text:c="2"/>M<text:span>ôn</text:span>'),
          cell('office:value-type="float" office:value="1234.5"', "1,234.5"),
          cell('office:value-type="percentage" office:value="0.125"', "12.5%"),
          cell('office:value-type="currency" office:value="1200"', "£1,200"),
          cell('office:value-type="float" office:value="3"', "c"),
          cell('office:value-type="date" office:date-value="2024-03-01"', "Mar 24"),
          cell('office:value-type="date" office:date-value="2024-03-31T12:00:00"', "31/03/24 12:00"),
          cell('office:value-type="time" office:time-value="PT18H00M00S"', "18:00"),
          cell('office:value-type="boolean" office:boolean-value="true"', "TRUE"),
          cell(
            'table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"',
            "#DIV/0!",
          ),
          cell('table:formula="of:=1+1"'),
          '<table:table-cell office:value-type="string"><office:annotation><dc:creator>X</dc:creator><text:p>Provisional</text:p></office:annotation><text:p>Two</text:p><text:p>lines</text:p></table:table-cell>',
        ]
          .map((one) => tableRow(one))
          .join(""),
      ),
    );
    const { sheets } = await read(bytes, ods);
    expect(rowsOf(sheets[0]).map(([one]) => one)).toEqual([
      "Ynys  Môn",
      1234.5,
      { kind: "number", value: 0.125, shown: "12.5%" },
      { kind: "number", value: 1200, shown: "£1,200" },
      { kind: "number", value: 3, shown: "c" },
      { kind: "date", date: "2024-03-01", shown: "Mar 24" },
      { kind: "date", date: "2024-03-31T12:00:00", shown: "31/03/24 12:00" },
      { kind: "date", date: "18:00:00", shown: "18:00" },
      true,
      { kind: "error", error: "#DIV/0!" },
      { kind: "error", error: "formula" },
      "Two\nlines",
    ]);
    expect(sheets[0]?.notes).toEqual([{ row: 11, column: 0, text: "Provisional" }]);
  });

  test("what stands raised and refers to notes is no part of a text", async () => {
    const styles =
      '<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style><style:style style:name="T2"><style:text-properties style:text-position="sub 58%"/></style:style>';
    const span = (style: string, text: string) => `<text:span text:style-name="${style}">${text}</text:span>`;
    const rows = [`Offences${span("T1", "2")}`, `CO${span("T2", "2")}`, `Area, km${span("T1", "2")}`, span("T1", "3")]
      .map((text) => tableRow(cell('office:value-type="string"', text)))
      .join("");
    const { sheets } = await read(writeOds(table(rows), { styles }), ods);
    expect(rowsOf(sheets[0]).map(([one]) => one)).toEqual(["Offences", "CO2", "Area, km2", "3"]);
  });

  test("repeated and merged cells, hidden rows, columns and sheets, and marked tables", async () => {
    const number = (value: number, more = "") =>
      cell(`office:value-type="float" office:value="${value}" ${more}`, String(value));
    const columns =
      '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="1022"/>';
    const bytes = writeOds(
      table(
        columns +
          tableRow(
            `${number(1, 'table:number-columns-repeated="3"')}<table:table-cell table:number-columns-repeated="1021"/>`,
            'table:number-rows-repeated="2"',
          ) +
          tableRow(number(2), 'table:visibility="filter"') +
          tableRow(
            number(3, 'table:number-columns-spanned="3"') +
              '<table:covered-table-cell table:number-columns-repeated="2"><text:p>no</text:p></table:covered-table-cell>',
          ) +
          tableRow("<table:table-cell/>", 'table:number-rows-repeated="1048000" table:visibility="collapse"'),
      ) +
        '<table:table table:name="Lists" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="float" office:value="9"/></table:table-row></table:table>',
      {
        styles: '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>',
        ranges:
          "<table:database-ranges><table:database-range table:name=\"offences\" table:target-range-address=\"'Table 1'.A1:'Table 1'.C4\"/></table:database-ranges>",
      },
    );
    const { sheets, codes } = await read(bytes, ods);
    expect(sheets.map(({ name }) => name)).toEqual(["Table 1"]);
    expect(rowsOf(sheets[0])).toEqual([
      [1, 1],
      [1, 1],
      [3, null],
    ]);
    expect([...(sheets[0]?.rowNumbers ?? [])]).toEqual([1, 2, 4]);
    expect(sheets[0]?.merges).toEqual([{ top: 2, left: 0, bottom: 2, right: 1 }]);
    expect(sheets[0]?.markedTables).toEqual([{ name: "offences", top: 0, left: 0, bottom: 2, right: 1 }]);
    expect(codes).toEqual(["hidden-cells"]);
    expect(await rowsRead(bytes, { ...ods, sheets: "Lists" })).toEqual([[9]]);
  });
});

describe("what SheetJS writes", () => {
  const cell = fc.oneof(
    fc.constantFrom("Ynys Môn", "1,234", "0012", "[c]", 'say "so"', "a&b <c>", "two\nlines", "12%"),
    fc.integer(),
    fc
      .tuple(fc.integer({ min: -1e14, max: 1e14 }), fc.integer({ min: 0, max: 9 }))
      .map(([digits, power]) => digits / 10 ** power || 0),
    fc.boolean(),
    fc.constant(null),
  );
  const grid = fc
    .array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 10 })
    .filter((rows) => rows.some((row) => row.some((one) => one !== null)));

  test.each(["xlsx", "xlsb", "biff8"] as const)(
    "shows a day as no country has it where the format is the reader's: %s",
    async (bookType) => {
      const sheet = sheetJs.utils.aoa_to_sheet([["Week ending"], [43_924]]);
      Object.assign((sheet as Record<string, object>)["A2"] ?? {}, { z: "m/d/yy" });
      const book = sheetJs.utils.book_new();
      sheetJs.utils.book_append_sheet(book, sheet, "Table 1");
      const bytes = new Uint8Array(sheetJs.write(book, { type: "buffer", bookType }));
      const found = await rowsRead(bytes, { file: `table.${bookType === "biff8" ? "xls" : bookType}` });
      expect(found[1]).toEqual([{ kind: "date", date: "2020-04-03", shown: "2020-04-03" }]);
    },
  );

  test.each(["xlsx", "xlsb", "biff8", "ods", "fods"] as const)("is read back the same: %s", async (bookType) => {
    const file = `table.${bookType === "biff8" ? "xls" : bookType}`;
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        const book = sheetJs.utils.book_new();
        sheetJs.utils.book_append_sheet(book, sheetJs.utils.aoa_to_sheet(rows as unknown[][]), "Table 1");
        const bytes = new Uint8Array(
          sheetJs.write(book, { type: "buffer", bookType: bookType === "fods" ? "fods" : bookType }),
        );
        const found = await rowsRead(bytes, { file });
        const at = (row: number, column: number): SheetCell => found[row]?.[column] ?? null;
        expect(rows.map((row, y) => row.map((_, x) => at(y, x)))).toEqual(rows);
      }),
      // Those that SheetJS reads start a thread each time.
      ["xlsb", "biff8"].includes(bookType) ? { numRuns: trials(10, 5) } : { numRuns: trials(100, 25) },
    );
  });
});
