import { describe, expect, test } from "vitest";
import { titleOf } from "../../src/cli/title-of.ts";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import { surveyTable } from "../../src/survey/index.ts";
import { readSheets } from "../../src/tables/index.ts";
import { writeXlsx } from "../tables/write-workbooks.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;

const titleIn = async (content: string): Promise<string> => {
  const [sheet] = await readSheets(content, { file: "figures.csv", diagnostics: createDiagnostics() });
  const survey = sheet && surveyTable(sheet);
  if (!survey) throw new Error("There is no table.");
  return titleOf("figures.csv", survey, []);
};

describe("numbers and letters of notes that are glued to words", () => {
  const weeks = Array.from({ length: 12 }, (_, at) => `2020-W${10 + at},${300 + 7 * at},${60 + at},${20 + 3 * at}`);
  const head = "Week,Births (2020P),Respiratory2 deaths in week,Covid-193 deaths in week";

  test("are no part of the names whose notes have the same words, and years lose letters that notes begin with", async () => {
    const content = lines(
      "Deaths registered1 each week in Norland,,,",
      head,
      ...weeks,
      ",,,",
      "P Weekly figures are provisional,,,",
      "1 By the day on which they were registered,,,",
      "2 Respiratory deaths are those of lungs,,,",
      "3 COVID-19 deaths are those where it was named,,,",
    );
    const { spec } = await guessOf(content);
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
      "Births (2020)",
      "Respiratory deaths in week",
      "Covid-19 deaths in week",
    ]);
    expect(await titleIn(content)).toContain("Deaths registered each week");
  });

  test("stay where no note has the words, and where they alone tell names apart", async () => {
    const { spec } = await guessOf(
      lines(
        "Week,Respiratory2 deaths in week,Stage1 tests,Stage2 tests",
        ...weeks.map((row) => row.split(",").join(",")),
        ",,,",
        "1 Stage tests are of two kinds,,,",
        "2 Stage and other deaths are told elsewhere,,,",
      ),
    );
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
      "Respiratory2 deaths in week",
      "Stage1 tests",
      "Stage2 tests",
    ]);
  });
});

test("numbers of notes that are glued to the last year of a title's span are no part of the year", async () => {
  const titled = (title: string) =>
    titleIn(
      lines(
        `${title},`,
        "Town,Appeals",
        ...Array.from({ length: 8 }, (_, at) => `Town ${"abcdefgh"[at]},${120 + 7 * at}`),
        ",",
        "1 By the day on which they were registered,",
        "2 Years are those of the calendar,",
      ),
    );
  expect(await titled("Appeals registered 2014-20222")).toMatch(/2014.2022$/u);
  expect(await titled("Appeals registered 2014 to 2022")).toMatch(/2022$/u);
  expect(await titled("Appeals registered 2014-20229")).toMatch(/20229$/u);
});

describe("lines above a table that say what was chosen of it", () => {
  const years = ["Total", "1990", "1991", "1992"];
  const rows = years.flatMap((filed, at) =>
    years.map((married, on) => `${filed},${married},${100 * (4 - at) + 9 * on},${90 * (4 - at) + 8 * on + 1}`),
  );
  const content = lines(
    "Divorces,,,",
    "Region : Norland,,,",
    "Query of: Divorces   By: Year of filing and year of marriage,,,",
    ",,2001,2002",
    ...rows,
  );

  test("are no title, and say of what place all figures are", async () => {
    expect(await titleIn(content)).toBe("Divorces, Norland");
  });

  test("columns without a heading that tell rows apart together are dimensions, though they hold years", async () => {
    const { spec, dataset } = await guessOf(content, { title: "Divorces, Norland" });
    expect(spec.layout?.dimensions).toMatchObject({ category: "#A", category2: "#B" });
    expect(dataset?.periods().map(({ label }) => label)).toEqual(["2001", "2002"]);
  });
});

describe("tables one below another that a workbook marks", () => {
  const cellOf = (value: string | number, column: number, row: number) =>
    typeof value === "number"
      ? `<c r="${"ABCD".charAt(column)}${row}"><v>${value}</v></c>`
      : `<c r="${"ABCD".charAt(column)}${row}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const blocks = [2014, 2015, 2016].flatMap((year, at) => [
    [`Table 1${"abc".charAt(at)}: Patients by health board in ${year}`],
    ["Board", "Men", "Women", "Change from 2013 %"],
    ["North", 2094 + at, 1822 + at, 1.4],
    ["South", 3071 + at, 2960 + at, 2.1],
    ["East", 1503 + at, 1611 + at, -0.3],
    [],
  ]);
  const sheet = [["Table 1: Patients by health board by year"], ...blocks];
  const xml = sheet.map(
    (own, at) => `<row r="${at + 1}">${own.map((value, on) => cellOf(value, on, at + 1)).join("")}</row>`,
  );
  const marks = [0, 1, 2].map((at) => ({
    kind: "table",
    name: `tables/table${at}.xml`,
    content: `<table name="t${at}" displayName="t${at}" ref="A${3 + 6 * at}:D${6 + 6 * at}"/>`,
  }));
  const book = writeXlsx([{ name: "1", xml: `<sheetData>${xml.join("")}</sheetData>`, parts: marks }]);

  test("of the same headings and one year each are read from the newest, of the year that its own title says", async () => {
    const { spec, dataset, remarks } = await guessOf(book, { file: "patients.xlsx" });
    expect(spec.layout?.headerRow).toBe(15);
    expect(dataset?.periods().map(({ label }) => label)).toEqual(["2016"]);
    expect(JSON.stringify([...remarks.entries()])).not.toContain("2094");
  });
});

describe("headings of several rows", () => {
  const areas = ["Ashby", "Birch", "Coldfell", "Dale", "Elm"];

  test("that end in a hyphen go on in the next row: half years are no months", async () => {
    const { dataset } = await guessOf(
      lines(
        ",2009,,2010,",
        "County,Jan-,July-,Jan-,July-",
        ",June,Dec,June,Dec",
        ...areas.map((name, at) => `${name},${120 + at},${133 + 2 * at},${141 + at},${150 + 3 * at}`),
      ),
    );
    expect(dataset?.periods().map(({ id }) => id)).toEqual([
      "2009-01-01/2009-07-01",
      "2009-07-01/2010-01-01",
      "2010-01-01/2010-07-01",
      "2010-07-01/2011-01-01",
    ]);
  });

  test("are of what is merged before them where the same stands behind each merged one", async () => {
    const cell = (value: string | number, column: number, row: number) =>
      typeof value === "number"
        ? `<c r="${"ABCDEFG".charAt(column)}${row}"><v>${value}</v></c>`
        : `<c r="${"ABCDEFG".charAt(column)}${row}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const rows = [
      ["Area", "Number", "", "", "Percentage", "", ""],
      ["", "2021", "2022", "2023", "2021", "2022", "2023"],
      ...areas.map((name, at) => [name, 3100 + at, 3200 + 3 * at, 3300 + at, 31.5 + at, 32.1 + at, 30.2 + at]),
    ];
    const xml = rows.map(
      (own, at) =>
        `<row r="${at + 1}">${own.map((value, on) => (value === "" ? "" : cell(value, on, at + 1))).join("")}</row>`,
    );
    const merges = '<mergeCells count="2"><mergeCell ref="B1:C1"/><mergeCell ref="E1:F1"/></mergeCells>';
    const book = writeXlsx([{ name: "1", xml: `<sheetData>${xml.join("")}</sheetData>${merges}` }]);
    const { spec, dataset } = await guessOf(book, { file: "children.xlsx" });
    expect(Object.keys(spec.measures)).toEqual(["number", "percentage"]);
    expect(dataset?.periods().map(({ label }) => label)).toEqual(["2021", "2022", "2023"]);
    expect(dataset?.observations).toHaveLength(areas.length * 6);
  });

  test("over some columns each are no title of the table", async () => {
    const content = lines(
      ",,,A. Issue of postal papers,,B. Receipt of postal papers,,C. Count",
      "Code,Constituency,Electorate,Issued to voters,Cancelled,Received,Rejected,Counted",
      ...areas.map(
        (name, at) =>
          `W0700004${at},${name},${51_000 + at},${9000 + at},${12 + at},${7000 + at},${90 + at},${6900 + at}`,
      ),
    );
    expect(await titleIn(content)).toBe("Figures");
  });

  test("name labels below a row of figures that are of none of the rows", async () => {
    const { spec, dataset, remarks } = await guessOf(
      lines(
        ",,Men,Women,Not known,",
        "Incidents of the group,,51900,28700,1637,",
        ",,,,,",
        "Type,Tactic,,,,Total used",
        ...areas.map(
          (name, at) => `${at < 3 ? "Restraint" : "Other"},${name},${336 + at},${261 + at},${15 + at},${612 + 3 * at}`,
        ),
      ),
    );
    expect(Object.values(spec.dimensions).map(({ label }) => label)).toContain("Tactic");
    expect(JSON.stringify(spec)).not.toContain('"total":"tactic"');
    expect(dataset?.observations.every(({ cell }) => cell.state !== "value" || cell.value < 1000)).toBe(true);
    expect(remarks.get("layout.rows")).toContain("above the names of the columns of labels");
  });
});

test("what says how far a figure may be from the truth is its margin, of which no briefing is", async () => {
  const { spec, remarks } = await guessOf(
    lines(
      "Region,Ever seen (%),KI +/- (%),Never seen (%),KI +/- (%) ",
      "North,23.6,1.2,46.2,1.4",
      "South,25.1,1.3,44.5,1.5",
      "East,20.2,2.1,52.7,2.6",
      "West,27.1,4.1,48.8,4.8",
    ),
  );
  const labels = Object.values(spec.measures).map(({ label }) => label);
  expect(labels.filter((label) => label.endsWith(", margin"))).toHaveLength(2);
  expect([...remarks.values()].join(" ")).toContain("may be from the truth");
});

test("the day on which a table was exported is no time of its figures", async () => {
  const { spec, remarks } = await guessOf(
    lines(
      "Export date and time: 2025-11-25 09:40:52,,",
      ",,",
      "Court,Complaints,Orders",
      "North,2310,441",
      "South,2511,423",
      "East,1922,527",
    ),
  );
  expect(JSON.stringify([spec, ...remarks.values()])).not.toContain("2025");
});

test("the line that has the words of the heading of figures is the title, below those of a source or a series", async () => {
  const years = Array.from({ length: 9 }, (_, at) => `${2012 + at},${410 + 37 * at}`);
  const title = "Evolution of net external migration in Norland";
  const below = (...above: readonly string[]) => titleIn(lines(...above, "Year,Net external migration", ...years));
  expect(await below("Migrations and changes of residence. Year 2019,", ",", `${title},`, ",")).toBe(title);
  expect(await below("Statistical Office,", "Migrations and changes of residence,", `${title},`, ",")).toBe(title);
  expect(await below(`${title},`, "Net external migration of citizens and others,", ",")).toBe(title);
  expect(await below("Migrations and changes of residence,", "Net external migration,", ",")).toBe(
    "Migrations and changes of residence",
  );
});

test("the program that wrote a table is none of its titles", () => {
  const called = (...titles: readonly string[]) => titleOf("complaints.csv", { titles });
  expect(called("Export made using Saiku OLAP client.")).toBe("Complaints");
  expect(called("Report generated by a clerk", "Complaints by court and year")).toBe("Complaints by court and year");
  expect(called("Report of complaints by court")).toBe("Report of complaints by court");
});

test("where a table is found in a publication is not what it is called", async () => {
  expect(
    await titleIn(
      lines(
        "Health and prevention / Early detection / EXAPROST,,",
        ",,",
        "Last visit to a doctor,,",
        "Region,Seen,Never",
        "North,23.6,46.2",
        "South,25.1,44.5",
        "East,20.2,52.7",
      ),
    ),
  ).toBe("Last visit to a doctor");
});

test("a number behind a word that no note explains is asked about", async () => {
  const { remarks } = await guessOf(
    lines("Area,Violent2 offences,Thefts", "North,2310,4410", "South,2511,4233", "East,1922,5277", "West,2714,4883"),
  );
  expect(remarks.get("measures.violent2Offences.label")).toContain("that of a note");
});

test("numbers of tenths are those of groups, by which nothing is ranked", async () => {
  const areas = Array.from(
    { length: 40 },
    (_, at) => `Area ${String.fromCharCode(65 + (at % 26))}${at}x,${1 + (at % 10)}`,
  );
  const { spec, remarks } = await guessOf(lines("Local authority,Workforce decile", ...areas));
  expect(spec.measures.workforceDecile?.unit.other).toBe("(number of a group)");
  expect(remarks.get("measures.workforceDecile.statType")).toContain("nothing is added up");
});

test("nothing is said of parts that are no longer declared, as their wholes are left out", async () => {
  const regions = ["North", "South"];
  const rows = regions.flatMap((region, at) => [
    ...["Ash", "Birch", "Cole", "Dale"].map(
      (name, on) => `${name}by ${region},${region},${20 + 7 * on + at},${31 + 5 * on}`,
    ),
    `No relevant LA,${region},${4 * 20 + 42 + 4 * at},${4 * 31 + 30}`,
  ]);
  const { spec, remarks } = await guessOf(lines("Local authority,Region,2021,2022", ...rows));
  for (const field of remarks.keys()) {
    const { id = "", said } = /^dimensions\.(?<id>[^.]+)\.(?<said>total|holds)$/u.exec(field)?.groups ?? {};
    if (said !== undefined) expect(spec.dimensions[id], field).toHaveProperty(said);
  }
});

test("a heading that says in which notes to read more is of figures, not of notes", async () => {
  const rows = ["Kent", "Essex", "Devon", "Dorset", "Norfolk"].map(
    (area, at) => `${area},${4100 + 37 * at},${159 + 211 * at}`,
  );
  const { spec } = await guessOf(
    lines('Authority,Waste (tonnes),"Rejects (tonnes) - See ""Notes"" sheet for detail"', ...rows),
  );
  expect(Object.values(spec.layout?.measures ?? {})).toEqual([
    "Waste (tonnes)",
    'Rejects (tonnes) - See "Notes" sheet for detail',
  ]);
});
