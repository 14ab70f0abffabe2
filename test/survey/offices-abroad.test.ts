import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { titleOf } from "../../src/cli/title-of.ts";
import { writeXlsx } from "../tables/write-workbooks.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const labelsOf = (measures: Readonly<Record<string, { readonly label: string }>>) =>
  Object.values(measures).map(({ label }) => label);

const countries = ["FR", "DE", "IT", "ES", "PT", "SE", "FI", "PL", "AT", "BE", "IE", "GR", "NL"];
/** Groups of countries, as offices write them in their languages. */
const groups = [
  ["en", "European Union - 27 countries (from 2020)"],
  ["en", "Euro area – 20 countries (from 2023)"],
  ["fr", "Zone euro (20 pays)"],
  ["fr", "Afrique"],
  ["de", "Europa"],
  ["de", "EU-28 / EFTA"],
  ["de", "Südostasien"],
  ["es", "Unión Europea"],
  ["es", "América"],
] as const;

describe("groups of countries beside countries", () => {
  test("are in no rank of them, in whichever language, down the side or across the top", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...groups), fc.boolean(), fc.nat(12), async ([lang, group], isAcross, place) => {
        const nameOf = new Intl.DisplayNames(lang, { type: "region" });
        const names = countries.map((code) => nameOf.of(code) ?? code);
        const all = [...names.slice(0, place), group, ...names.slice(place)];
        const figure = (row: number, column: number) => 40 + ((row * 7 + column * 3) % 11) / 10;
        const years = [2019, 2020, 2021, 2022];
        const table = isAcross
          ? [["Date", ...all], ...years.map((year, row) => [year, ...all.map((_, column) => figure(row, column))])]
          : [
              ["Country", ...years],
              ...all.map((name, row) => [name, ...years.map((_, column) => figure(row, column))]),
            ];
        const { spec, dataset } = await guessOf(lines(...table.map((row) => row.join(";"))), { title: "Shares" });
        const [id = ""] = Object.entries(spec.dimensions).find(([, { role }]) => role === "area") ?? [];
        expect(dataset?.categories(id).map(({ label }) => label)).toEqual(names);
      }),
      { numRuns: 15 },
    );
  });

  test("of which nothing says that they are countries stay", async () => {
    const { dataset } = await guessOf(
      lines("Brand,2019,2020", "Europa,12,13", "Afrika,14,15", "Stella,16,17", "Orion,18,19"),
    );
    expect(dataset?.categories("brand")).toHaveLength(4);
  });
});

describe("headings of offices abroad", () => {
  test("years below one name that is said in cell after cell tell its columns apart", async () => {
    const { spec } = await guessOf(
      lines(
        "Code;Raumeinheit;Aggregat;Quote;Quote;Quote",
        ";;;1999;2000;2001",
        ...["Ahaus", "Borken", "Coburg", "Dachau"].map(
          (name, at) => `0100${at};${name};Kreise;4${at}.5;4${at}.7;4${at}.9`,
        ),
      ),
    );
    expect(spec.layout).toMatchObject({ headerRow: [1, 2], wide: { columns: "Quote | {period}" } });
    expect(labelsOf(spec.measures)).toEqual(["Quote"]);
  });

  test("one year over one column of figures is the heading of it, though the names have none", async () => {
    const rows = ["Lehrer", "Helfer", "Leiter"].flatMap((name, at) => [
      `${name};männlich;${167112 + at}`,
      `${name};weiblich;${218200 + at}`,
    ]);
    const { spec, dataset } = await guessOf(lines("Personal an Schulen;;", ";;2020", ...rows), {
      title: "Personal an Schulen",
    });
    expect(spec.layout).toMatchObject({ headerRow: 2, wide: { columns: "{period}" } });
    expect(dataset?.observations).toHaveLength(6);
  });

  test("one that is merged over two rows holds for what stands below it, beside one over other columns: differences are no figures of a year", async () => {
    const rows = [
      [null, null, null, null, "Difference from the last forecast", null],
      [null, null, "Projections", null, null, null],
      [null, "2019", "2021", "2022", "2021", "2022"],
      ...["France", "Spain", "Italy", "Poland"].map((name, at) => [
        name,
        1.8 + at,
        5.8 + at,
        4.2 + at,
        0.3 + at,
        -0.2 - at,
      ]),
    ];
    const cells = rows.map((row, at) => {
      const own = row.map((cell, column) => {
        const ref = `${"ABCDEF"[column]}${at + 1}`;
        if (cell === null) return "";
        return typeof cell === "number"
          ? `<c r="${ref}"><v>${cell}</v></c>`
          : `<c r="${ref}" t="inlineStr"><is><t>${cell}</t></is></c>`;
      });
      return `<row r="${at + 1}">${own.join("")}</row>`;
    });
    const merges = `<mergeCells><mergeCell ref="C2:D2"/><mergeCell ref="E1:F2"/></mergeCells>`;
    const sheet = writeXlsx([{ name: "Growth", xml: `<sheetData>${cells.join("")}</sheetData>${merges}` }]);
    const { spec, dataset } = await guessOf(sheet, { file: "growth.xlsx", title: "Growth" });
    expect(spec.layout?.headerRow).toEqual([1, 3]);
    expect(spec.layout?.ignore).toEqual([
      "Difference from the last forecast | 2021",
      "Difference from the last forecast | 2022",
    ]);
    expect(dataset?.observations).toHaveLength(12);
  });

  test("a row with an address is none of them", async () => {
    const { spec } = await guessOf(
      lines(
        "Office,https://www.office.example/table",
        "Statistics on moves,",
        "Year,Net migration",
        "2019,-1204",
        "2020,3310",
        "2021,2875",
      ),
    );
    expect(spec.layout).toMatchObject({ headerRow: 3, measures: { netMigration: "Net migration" } });
  });

  test("numbers of columns below them are no row of the table, in brackets as without, nor is what heads numbered rows", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "SL,State,Registered,Arrested,Convicted",
        "[1],[2],[3],[4],[5]",
        "STATES:,,,,",
        "1,Assam,261,159,31",
        "2,Bihar,244,142,28",
        "3,Goa,219,104,17",
        "4,Kerala,287,125,40",
        "UNION TERRITORIES:,,,,",
        "5,Delhi,154,92,36",
        "6,Ladakh,110,86,19",
      ),
    );
    const [[id = "", own] = []] = Object.entries(spec.dimensions);
    expect(own).toMatchObject({ role: "area" });
    expect(spec.layout?.dimensions?.[id]).toBe("State");
    expect(dataset?.categories(id).map(({ label }) => label)).toEqual([
      "Assam",
      "Bihar",
      "Goa",
      "Kerala",
      "Delhi",
      "Ladakh",
    ]);
    expect(spec).not.toHaveProperty("markers");
  });
});

describe("periods of offices abroad", () => {
  test("quarters across the top by the letter of a language, and years down the side", async () => {
    const { spec, dataset } = await guessOf(
      lines("Año,T1,T2,T3,T4", "2022,104,110,117,121", "2023,125,131,138,146", "2024,151,159,163,170"),
      { title: "Personas" },
    );
    expect(Object.values(spec.dimensions)).toMatchObject([{ role: "time", format: "{yyyy} T{q}" }]);
    expect(dataset?.observations).toHaveLength(12);
  });

  test("years that were taken for amounts, beside their months", async () => {
    const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    const { spec, dataset } = await guessOf(
      lines("Month,2012.00,2013.00", ...months.map((month, at) => `${month},${1430 + at}.30,${1451 + at}.90`)),
      { title: "Jobs" },
    );
    expect(spec.layout).toMatchObject({
      wide: { columns: "{period}.00" },
      dimensions: { period: { joined: "{Month} {period}" } },
    });
    expect(labelsOf(spec.measures)).toEqual(["Jobs"]);
    expect(dataset?.observations).toHaveLength(24);
  });

  test("a year with the number of a note behind it is one of the others", async () => {
    const { dataset } = await guessOf(
      lines("Land;2009;2010;2011 2);2012", "Bayern;124;135;147;158", "Hessen;113;121;132;140", "Bremen;52;57;61;66"),
    );
    expect(dataset?.categories("period").map(({ label }) => label)).toEqual(["2009", "2010", "2011", "2012"]);
  });

  test("a period that is said again in words tells nothing apart", async () => {
    const { spec } = await guessOf(
      lines(
        "Unidad de medida,Código,Mes,Value",
        ...["Enero", "Febrero", "Marzo"].flatMap((month, at) => [
          `Índice,2016-M0${at + 1},2016 ${month},98.7${at}`,
          `Variación (%),2016-M0${at + 1},2016 ${month},1.2${at}`,
        ]),
      ),
    );
    expect(Object.keys(spec.dimensions)).toHaveLength(1);
    expect(labelsOf(spec.measures)).toHaveLength(2);
  });
});

describe("units of offices abroad", () => {
  test.each([
    ["Empleo (promedio móvil, miles de personas)", "thousand people"],
    ["Nuitées (milliers de personnes)", "thousand people"],
    ["Oferta (valores correntes em 1 000 000 R$)", "million reais"],
    ["Investasi (Juta USD)", "million US dollars"],
    ["Anggaran (Miliar Rupiah)", "billion rupiah"],
    ["Outlay (Rs. in crore)", "crore rupees"],
    ["Haushalte (in Tausend Haushalte)", "thousand households"],
  ])("%s", async (heading, unit) => {
    const { spec } = await guessOf(
      lines(`Year;${heading}`, "2019;7883.68", "2020;7896.51", "2021;7899.82", "2022;7905.91"),
    );
    expect(Object.values(spec.measures)).toMatchObject([{ unit: { other: unit } }]);
  });

  test("no unit is a word that begins as one of money does", async () => {
    const { spec } = await guessOf(lines("Year;Miles (per car)", "2019;7883", "2020;7896", "2021;7899"));
    expect(Object.values(spec.measures)[0]?.unit.other).not.toMatch(/thousand/u);
  });
});

describe("counts of offices abroad", () => {
  test("of which a few are below zero are left out, since small ones could not be hidden", async () => {
    const rows = Array.from(
      { length: 160 },
      (_, at) => `Ward ${at + 1},${1500 + at * 3},${at % 4},${at === 7 ? -2 : at % 5}`,
    );
    const { spec, remarks } = await guessOf(lines("Ward,Electors,Others,Young others", ...rows));
    expect(spec.layout?.ignore).toEqual(["Young others"]);
    expect(remarks.get("layout.ignore")).toMatch(/below zero/u);
    const balance = Array.from(
      { length: 160 },
      (_, at) => `Ward ${at + 1},${1500 + at * 3},${at % 3 === 0 ? -at % 9 : at % 9}`,
    );
    expect((await guessOf(lines("Ward,Electors,Net moves", ...balance))).spec.layout).not.toHaveProperty("ignore");
  });

  test("are of what the heading above theirs says there is a number of, and not the title", async () => {
    const { spec } = await guessOf(
      lines(
        "Cases registered against officers,,,,",
        ",Number of cases,,Number of officers,",
        "State,Registered,Dropped,Arrested,Dropped",
        ...["Assam", "Bihar", "Goa", "Kerala"].map(
          (name, at) => `${name},${261 + at},${110 + at},${159 + at},${131 + at}`,
        ),
      ),
      { title: "Cases registered against officers" },
    );
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual([
      "cases",
      "cases",
      "officers",
      "officers",
    ]);
  });
});

describe("what a whole table is of", () => {
  test("who alone is counted is said in its title, by lines of two cells or by a column", async () => {
    expect(
      titleOf("x.csv", { titles: ["Unemployment by region", "Age class", "From 15 to 74 years", "Sex", "Total"] }),
    ).toBe("Unemployment by region, From 15 to 74 years (age class)");
    const { readSheets } = await import("../../src/tables/index.ts");
    const { createDiagnostics } = await import("../../src/diagnostics/index.ts");
    const { surveyTable } = await import("../../src/survey/index.ts");
    const titled = async (sex: string) => {
      const csv = lines(
        "Region,Sexo,Year,Value",
        ...[2019, 2020, 2021].map((year) => `Region ${year},${sex},${year},${year - 1900}`),
      );
      const [sheet] = await readSheets(csv, { file: "deaths.csv", diagnostics: createDiagnostics() });
      const survey = sheet && surveyTable(sheet);
      return survey && titleOf("deaths.csv", survey);
    };
    expect(await titled("Mujeres")).toBe("Deaths, Mujeres (sexo)");
    expect(await titled("Ambos sexos")).toBe("Deaths");
    expect(await titled("T")).toBe("Deaths");
  });

  test("what all of its figures are of is said in its title, and nothing of how it is made", async () => {
    const { readSheets } = await import("../../src/tables/index.ts");
    const { createDiagnostics } = await import("../../src/diagnostics/index.ts");
    const { surveyTable } = await import("../../src/survey/index.ts");
    const titled = async (heading: string, text: string) => {
      const rows = ["Ash", "Elm", "Oak", "Yew"].map((town, at) => `${town},${text},${1900 + at * 7}`);
      const file = "cars.csv";
      const [sheet] = await readSheets(lines(`Town,${heading},Value`, ...rows), {
        file,
        diagnostics: createDiagnostics(),
      });
      const survey = sheet && surveyTable(sheet);
      return survey && titleOf(file, survey);
    };
    expect(await titled("fuel_group", "Diesel cars")).toBe("Cars, Diesel cars (fuel group)");
    expect(await titled("tenure", "rental (private)")).toBe("Cars, rental (private) (tenure)");
    expect(await titled("country_name", "England")).toBe("Cars, England");
    const form = [
      ["measure", "Count"],
      ["geography", "Local authority"],
      ["unit", "Persons"],
      ["obs_status", "Normal value"],
      ["group", "Total"],
      ["flag", "TRUE"],
      ["source", "Office for Towns"],
      ["freq", "Annual"],
      ["dataset", "POP_2021"],
    ] as const;
    for (const [heading, text] of form) expect(await titled(heading, text)).toBe("Cars");
  });

  test("the indicator of all rows is what the figures are called, and a mean of it has a whole that is less than some", async () => {
    const { spec } = await guessOf(
      lines(
        "TIME,GEO,AGE,INDIC_IL,UNIT,Value",
        ...["Austria", "Belgium", "Cyprus", "Denmark"].flatMap((name, at) => [
          `2015,${name},Total,Median net income,Euro,${23260 + at}`,
          `2015,${name},Less than 6 years,Median net income,Euro,${19682 + at}`,
          `2015,${name},65 years or over,Median net income,Euro,${25003 + at}`,
        ]),
      ),
    );
    expect(labelsOf(spec.measures)).toEqual(["Median net income"]);
    expect(spec.dimensions.age).toMatchObject({ total: "total" });
  });

  test("totals of areas, one of each, are left out beside them", async () => {
    const { dataset } = await guessOf(
      lines(
        "Province,Age,Male,Female",
        ...["Norte", "Centro", "Sur", "Leste", "Oeste"].flatMap((name, at) => [
          `${name},0–4,${3600 + at},${3500 + at}`,
          `${name},5–9,${3800 + at},${3700 + at}`,
          `Total ${name},,${7400 + 2 * at},${7200 + 2 * at}`,
        ]),
      ),
    );
    expect(dataset?.categories("province").map(({ label }) => label)).toEqual([
      "Norte",
      "Centro",
      "Sur",
      "Leste",
      "Oeste",
    ]);
  });
});
