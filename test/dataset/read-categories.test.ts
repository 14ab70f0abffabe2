import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { defineDataset, type LookupSpec, readCategories } from "../../src/dataset/index.ts";
import { formatDiagnostic } from "../../src/diagnostics/index.ts";
import { laterDiagnosticsOf } from "../support/diagnostics-of.ts";

const codes = { code: "LAD19CD", name: "LAD19NM" };
const read = (csv: string, spec: LookupSpec) => readCategories({ csv, file: "lookup.csv" }, spec);
const saidOf = async (csv: string, spec: LookupSpec) =>
  (await laterDiagnosticsOf(() => read(csv, spec))).map(formatDiagnostic);

describe("a lookup of official codes", () => {
  test("gives an id, a label and a parent, level by level, outermost first", async () => {
    const csv = `FID,LAD19CD,LAD19NM,CTY19CD,CTY19NM,RGN19CD,RGN19NM
1,E07000004,Aylesbury Vale,E10000002,Buckinghamshire,E12000008,South East
2,E07000005,Chiltern,E10000002,Buckinghamshire,E12000008,South East
3,E06000042,Milton Keynes,,,E12000008,South East
`;
    const parent = { code: "CTY19CD", name: "CTY19NM", parent: { code: "RGN19CD", name: "RGN19NM" } };
    expect(await read(csv, { ...codes, parent })).toEqual([
      { id: "E12000008", label: "South East" },
      { id: "E10000002", label: "Buckinghamshire", parent: "E12000008" },
      { id: "E07000004", label: "Aylesbury Vale", parent: "E10000002" },
      { id: "E07000005", label: "Chiltern", parent: "E10000002" },
      { id: "E06000042", label: "Milton Keynes", parent: "E12000008" },
    ]);
  });

  const history = `GEOGCD,GEOGNM,GEOGNMW,OPER_DATE,TERM_DATE,PARENTCD,NEXT
E10000002,Buckinghamshire,,01/01/2009 00:00,31/03/2020 00:00,,
E07000004,Aylesbury Vale,,01/01/2009 00:00,31/03/2020 00:00,E10000002,E06000060
E06000060,Buckinghamshire,,01/04/2020 00:00,,E12000008,
E07000112,Shepway,,01/01/2009,31/03/2018,E10000016,
E07000112,Folkestone and Hythe,,01/04/2018,31/12/9999,E10000016,
E10000016,Kent,,01/01/2009,,,
W06000001,Isle of Anglesey,Ynys Môn,01/01/2009,,,
`;
  const historySpec: LookupSpec = {
    code: "GEOGCD",
    name: "GEOGNM",
    aliases: ["GEOGNMW"],
    parent: "PARENTCD",
    since: "OPER_DATE",
    until: "TERM_DATE",
    successor: "NEXT",
  };

  test("has the days on which codes are in use, the last name of each, and what took its place", async () => {
    const categories = await read(history, historySpec);
    const since = "2009-01-01";
    expect(categories).toEqual([
      { id: "E10000002", label: "Buckinghamshire", since, until: "2020-03-31" },
      {
        id: "E07000004",
        label: "Aylesbury Vale",
        parent: "E10000002",
        since,
        until: "2020-03-31",
        successors: ["E06000060"],
      },
      { id: "E06000060", label: "Buckinghamshire", since: "2020-04-01" },
      { id: "E07000112", label: "Folkestone and Hythe", aliases: ["Shepway"], parent: "E10000016", since },
      { id: "E10000016", label: "Kent", since },
      { id: "W06000001", label: "Isle of Anglesey", aliases: ["Ynys Môn"], since },
    ]);
    // Two are called Buckinghamshire, and never on one day.
    const definition = defineDataset({
      title: "Figures",
      dimensions: { area: { role: "area", label: "Area", categories }, year: { role: "time", label: "Year" } },
      measures: { cases: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
      sources: {},
    });
    expect(definition.spec.dimensions.area).toHaveProperty("categories", categories);
  });

  test("is read from a workbook, and of the rows that are asked for", async () => {
    const rows = [
      ["Code history, 2024"],
      [],
      ...history
        .trim()
        .split("\n")
        .map((line) => line.split(",")),
    ];
    const book = utils.book_new(utils.aoa_to_sheet(rows), "ChangeHistory");
    const bytes = new Uint8Array(write(book, { type: "buffer", bookType: "xlsx" }) as Buffer);
    const only = { rows: { only: { GEOGCD: ["E07*", "W06*"] } } };
    const fromBook = await readCategories(() => ({ bytes, file: "history.xlsx" }), { ...historySpec, ...only });
    expect(fromBook).toEqual(await read(history, { ...historySpec, ...only }));
    expect(fromBook.map(({ id }) => id)).toEqual(["E07000004", "E07000112", "W06000001"]);
  });

  test("has an area once that is of two levels", async () => {
    const csv =
      "LAD19CD,LAD19NM,LAU1CD,LAU1NM,RGN19CD,RGN19NM\nE06000001,Hartlepool,E06000001,Hartlepool,E12000001,North East\n";
    const parent = { code: "LAU1CD", name: "LAU1NM", parent: { code: "RGN19CD", name: "RGN19NM" } };
    expect(await read(csv, { ...codes, parent })).toEqual([
      { id: "E12000001", label: "North East" },
      { id: "E06000001", label: "Hartlepool", parent: "E12000001" },
    ]);
  });
});

describe("what is wrong with a lookup is told with its row", () => {
  const head = "LAD19CD,LAD19NM,RGN,FROM\n";
  const spec = { ...codes, parent: "RGN", since: "FROM" };
  test.each([
    [
      "E07000001,,E12000001,2009",
      "lookup.csv, row 2: error: The row has no LAD19NM.",
      'Leave such rows out: rows: { except: { "LAD19NM": "" } }.',
    ],
    [",Adur,E12000001,2009", "lookup.csv, row 2: error: The row has no LAD19CD.", 'except: { "LAD19CD": "" }'],
    ["E07000001,Adur,E12000001,soon", 'lookup.csv, row 2, "FROM": error: "soon" is not a day or a year.', "2009-04-01"],
    [
      "E07000001,Adur,E12000001,01/02/2009",
      '"FROM": error: "01/02/2009" may be 1 February 2009 (dd/mm/yyyy) or 2 January 2009 (mm/dd/yyyy)',
      'format: "dd/mm/yyyy"',
    ],
    [
      "E07000001,Adur,E12000001,2009\nE07000001,Adur,E12000002,2009",
      "lookup.csv, row 2: error: E07000001 is held by E12000001 and by E12000002.",
      "A category has one parent",
    ],
  ])("%#", async (rows, said, advice) => {
    const [first, ...others] = await saidOf(`${head}${rows}\n`, spec);
    expect(first).toContain(said);
    expect(first).toContain(advice);
    expect(first).toContain("[invalid-lookup]");
    expect(others).toEqual([]);
  });

  test("and the advice works", async () => {
    const csv = `${head}E07000001,,E12000001,01/02/2009\nE07000002,Adur,,01/02/2009\n`;
    const mended = { ...spec, rows: { except: { LAD19NM: "" } }, format: "dd/mm/yyyy" } as const;
    expect(await read(csv, mended)).toEqual([{ id: "E07000002", label: "Adur", since: "2009-02-01" }]);
  });

  test("of columns that are not there, or there twice", async () => {
    expect((await saidOf(head, { code: "LAD20CD", name: "LAD19NM" }))[0]).toContain(
      'There is no column "LAD20CD" for the lookup. Did you mean "LAD19CD"?',
    );
    expect((await saidOf("LAD19CD,LAD19CD,LAD19NM\na,b,c\n", codes))[0]).toContain("[duplicate-column]");
  });
});
