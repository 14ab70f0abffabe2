import { expect, test } from "vitest";
import { titleOf } from "../../src/cli/title-of.ts";
import { writeXlsx } from "../tables/write-workbooks.ts";
import { guessOf } from "./guess-of.ts";

type Written = string | number | undefined;

const letters = (column: number): string => String.fromCharCode(65 + column);

/** A workbook of one sheet. */
const book = (rows: readonly (readonly Written[])[], merges: readonly string[] = []) =>
  writeXlsx([
    {
      name: "Table 1",
      xml: `<sheetData>${rows
        .map(
          (cells, row) =>
            `<row r="${row + 1}">${cells
              .map((cell, column) => {
                const at = `r="${letters(column)}${row + 1}"`;
                if (cell === undefined) return "";
                return typeof cell === "number"
                  ? `<c ${at}><v>${cell}</v></c>`
                  : `<c ${at} t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`;
              })
              .join("")}</row>`,
        )
        .join(
          "",
        )}</sheetData>${merges.length > 0 ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>` : ""}`,
    },
  ]);

const file = "figures.xlsx";
const authorities = ["Adur", "Allerdale", "Arun", "Ashford", "Babergh", "Barking", "Barnet", "Barnsley"];
const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const labelsOf = (measures: Readonly<Record<string, { readonly label: string }>>) =>
  Object.values(measures).map(({ label }) => label);

test("a merged heading holds for no column behind its own, where nothing is merged", async () => {
  const sheet = book(
    [
      [undefined, "Overweight", undefined, "Obese"],
      ["Area", "Number of children", "Prevalence (%)", "Number of children", "Prevalence (%)", "Children measured"],
      ...authorities.map((name, at) => [
        name,
        210 + at * 7,
        11.5 + at / 10,
        190 + at * 11,
        9.4 + at / 10,
        2150 + at * 31,
      ]),
    ],
    ["B1:C1", "D1:E1"],
  );
  const { spec } = await guessOf(sheet, { file });
  expect(Object.values(spec.layout?.measures ?? {})).toContain("Children measured");
  expect(Object.values(spec.layout?.measures ?? {})).toContain("Obese | Number of children");
});

test("what is merged over some headings, and not over the names of rows, says what they are", async () => {
  const sheet = book(
    [
      [undefined, undefined, "Percentage immunised by their 1st birthday"],
      ["Area", "Number of children aged 1 (thousands) (=100%)", "Polio", "Hib"],
      ...authorities.map((name, at) => [name, 2.546 + at / 7, 88.25 + at / 3, 86.5 + at / 4]),
    ],
    ["C1:D1"],
  );
  const { spec } = await guessOf(sheet, { file });
  expect(Object.values(spec.measures)).toMatchObject([
    { label: "Number of children aged 1", unit: { other: "thousand children" } },
    { label: "Polio", unit: { other: "%" }, statType: "share" },
    { label: "Hib", unit: { other: "%" }, statType: "share" },
  ]);
});

test("ages below headings are headings too, and no counts that were hidden", async () => {
  const { spec } = await guessOf(
    lines(
      "Region,Children in poor families,,Children in care,",
      ",Under 16,All children,Under 16,All children",
      ...authorities.map((name, at) => `${name},${1200 + at * 37},${1500 + at * 41},${130 + at * 3},${170 + at * 5}`),
    ),
  );
  expect(spec.layout?.headerRow).toEqual([1, 2]);
  expect(labelsOf(spec.measures)).not.toContain("Figures");
});

test("units in the midst of headings are units", async () => {
  const { spec } = await guessOf(
    lines(
      "Year,Number of households (000's),Aggregate gap (£m): real terms,Average gap (£): real terms",
      ...Array.from({ length: 9 }, (_, at) => `${2012 + at},${4780 - at * 31},${1466 - at * 17},${307 - at * 3}`),
    ),
  );
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual([
    "thousand households",
    "million pounds",
    "pounds",
  ]);
});

test("how many there are at a time is no sum over time, and what happens is one", async () => {
  const rows = Array.from({ length: 9 }, (_, at) => `${2012 + at},${50_780 + at * 131},${1466 + at * 17}`);
  const { spec, remarks } = await guessOf(lines("Year,Resident population,Births", ...rows));
  expect(remarks.get("measures.residentPopulation.overTime")).toContain("no sum over time");
  expect(spec.measures).toMatchObject({ residentPopulation: { overTime: "stock" } });
  expect(spec.measures.births).not.toHaveProperty("overTime");
});

test("series of the data type stock are no sums over time", async () => {
  const { remarks } = await guessOf(
    lines(
      ",Persons on benefits ; Men ;,Persons on benefits ; Women ;",
      "Unit,Persons,Persons",
      "Series Type,Original,Original",
      "Data Type,STOCK,STOCK",
      ...Array.from({ length: 9 }, (_, at) => `Jun-${2012 + at},${47_114 + at * 131},${45_466 + at * 117}`),
    ),
  );
  expect([...remarks.values()].join(" ")).toContain("as its data type says");
});

test("the population of a city beside those of its parts is a figure of no part", async () => {
  const parts = Array.from({ length: 14 }, (_, at) => 1200 + at * 37);
  const whole = parts.reduce((sum, own) => sum + own, 0);
  const { spec, remarks } = await guessOf(
    lines(
      "Neighbourhood,Population,Total population",
      ...parts.map((own, at) => `Part ${"ABCDEFGHIJKLMN"[at]},${own},${whole}`),
    ),
  );
  expect(labelsOf(spec.measures)).toEqual(["Population"]);
  expect(remarks.get("layout.ignore")).toContain(`"Total population": always "${whole}"`);
});

test("a remark in parentheses is cut nowhere in its midst, and says what a ratio is of", async () => {
  const { spec } = await guessOf(
    lines(
      '"Estimates of maternal mortality (MMR; maternal deaths per 100,000 live births) 2000-2020"',
      "",
      "Country,2000,2010,2020",
      ...["Kenya", "Ghana", "Chile", "Peru", "Malta", "Norway"].map(
        (name, at) => `${name},${346 + at},${314 + at},${299 + at}`,
      ),
    ),
    { title: "Estimates of maternal mortality (MMR; maternal deaths per 100,000 live births) 2000-2020" },
  );
  expect(Object.values(spec.measures)).toMatchObject([
    { statType: "rate", per: 100_000, unit: { other: "maternal deaths" }, population: "live births" },
  ]);
});

test("a table is called as its number says, however long, and its figures by no area", async () => {
  const long =
    "Table A4: Police recorded crime by offence, year ending March 2003 to year ending September 2022 and percentage change between year ending September 2022 and year ending March 2020 [note 1,2]";
  const titles = [long, "England and Wales, year ending March 2003 to year ending September 2022"];
  expect(titleOf("crime.xlsx", { titles })).toMatch(/^Police recorded crime by offence, .* March 2020$/u);
  const { spec } = await guessOf(
    lines("Offence,2019,2020,2021", ...authorities.map((name, at) => `${name},${346 + at},${314 + at},${299 + at}`)),
    { title: "England and Wales, Year ending March", called: "Crime" },
  );
  expect(labelsOf(spec.measures)).not.toContain("England and Wales");
});

test("a few small numbers in many rows may be grades, and stay hidden as counts", async () => {
  const rows = Array.from(
    { length: 150 },
    (_, at) => `Home ${at + 100},${1 + (at % 4)},${1 + (at % 3)},${1 + ((at * 7) % 4)}`,
  );
  const { spec, remarks } = await guessOf(
    lines("Provider,Overall effectiveness,Progress of children,Impact of leaders", ...rows),
  );
  expect(Object.values(spec.measures).map(({ statType }) => statType)).toEqual(["count", "count", "count"]);
  expect(spec.disclosure?.profile).not.toBe("none");
  expect([...remarks.values()].join(" ")).toContain("grades or answers");
});

test("several marks of notes are no part of a heading, before a unit neither", async () => {
  const { spec } = await guessOf(
    lines(
      'Area,"Total initial assessments1,2",Valid notices served3,Relief duty owed4,Households in area4 (000s)',
      ...authorities.map((name, at) => `${name},${1200 + at * 37},${150 + at * 4},${430 + at * 3},${170.25 + at * 5}`),
    ),
  );
  expect(labelsOf(spec.measures)).toEqual([
    "Total initial assessments",
    "Valid notices served",
    "Relief duty owed",
    "Households in area",
  ]);
});

test("a sheet that is called a table, in another language, names no figures", async () => {
  const rows = authorities.map((name, at) => [name, 8_384_408 + at * 37, 8_379_820 + at * 31, 8_388_107 + at]);
  const sheet = writeXlsx([
    {
      name: "tabla-2853",
      xml: `<sheetData>${[["Comunidad", "2018", "2017", "2016"], ...rows]
        .map(
          (cells, row) =>
            `<row r="${row + 1}">${cells.map((cell, at) => (typeof cell === "number" ? `<c r="${letters(at)}${row + 1}"><v>${cell}</v></c>` : `<c r="${letters(at)}${row + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`)).join("")}</row>`,
        )
        .join("")}</sheetData>`,
    },
  ]);
  const { spec } = await guessOf(sheet, { file: "poblacion.xlsx", title: "Poblacion", called: "Poblacion" });
  expect(labelsOf(spec.measures)).toEqual(["Poblacion"]);
});

test("thousands between the words of a heading are its unit", async () => {
  const { spec } = await guessOf(
    lines(
      "country,pop_thousands_2018_total,births_thousands_2018",
      ...authorities.map((name, at) => `${name},${37_171.921 + at * 13},${120.951 + at}`),
    ),
  );
  for (const { unit } of Object.values(spec.measures)) expect(unit.other).toMatch(/^thousand /u);
});

test("larger areas without a heading, in rows of their own, are areas beside the smaller ones", async () => {
  const sheet = book([
    ["Rents by district, England"],
    [undefined, "ONS code", "Lower and Single Tier Authority Data", "1997", "1998", "1999"],
    ["England", "E92000001", undefined, 46.81, 49.82, 51.92],
    ["North East", "E12000001", undefined, 42.1, 43.5, 45.2],
    ...authorities
      .slice(0, 4)
      .map((name, at) => [undefined, `E0700015${at}`, name, 36.99 + at, 38.82 + at, 40.25 + at]),
    ["South East", "E12000008", undefined, 52.1, 53.5, 55.2],
    ...authorities.slice(4).map((name, at) => [undefined, `E0700022${at}`, name, 47.25 + at, 48.5 + at, 49.75 + at]),
  ]);
  const { spec, dataset } = await guessOf(sheet, { file });
  const [area] = Object.entries(spec.dimensions).filter(([, { role }]) => role === "area");
  expect(dataset?.categories(area?.[0] ?? "").map(({ label }) => label)).toEqual(expect.arrayContaining(authorities));
  expect(JSON.stringify(spec.layout)).not.toContain("rowNumber");
});

test("percentiles are no percentages", async () => {
  const { spec } = await guessOf(
    lines(
      "Tax year,1st percentile,50th percentile,99th percentile",
      ...Array.from(
        { length: 9 },
        (_, at) => `${2010 + at}-${11 + at},${3630 + at * 40},${11_500 + at * 110},${62_800 + at * 900}`,
      ),
    ),
    { title: "Percentile points for total income before tax" },
  );
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).not.toContain("%");
});

test.each([
  ["Percentage and number of children harmed", "Children", "Rate"],
  ["Rates and numbers of deaths", "Deaths", "Pupils"],
  ["Average scores and pupils", "Pupils", "Boys"],
])("counts below %s, which is merged over them, stay counts, and are hidden", async (head, first, second) => {
  const sheet = book(
    [
      [undefined, undefined, head],
      ["Area", "All", first, second],
      ...authorities.map((name, at) => [name, 20 + at * 7, 1 + at * 3, 2 + at]),
    ],
    ["C1:D1"],
  );
  const { spec } = await guessOf(sheet, { file });
  expect(Object.values(spec.measures)[1]?.statType).toBe("count");
  expect(spec.disclosure).toMatchObject({ profile: { hide: { from: 1, to: 4 } } });
});

test("whole numbers below a title of numbers and percentages are counts, and hidden", async () => {
  const { spec } = await guessOf(
    lines("Area,2019,2020,2021", ...authorities.map((name, at) => `${name},${1 + at * 3},${2 + at},${40 - at}`)),
    { title: "Number and percentage of children harmed" },
  );
  expect(Object.values(spec.measures)).toMatchObject([{ statType: "count" }]);
  expect(spec.disclosure).toMatchObject({ profile: { hide: { from: 1, to: 4 } } });
});

test("a column without a heading below that of its group is not called as the group is", async () => {
  const bytes = book(
    [
      [undefined, "Going to a destination", undefined, undefined, undefined],
      ["Area", "College", "Sixth form", undefined, "Work"],
      ...["Kent", "Essex", "Devon", "Dorset"].map((area, at) => [area, 31.5 + at, 22.5 + at, 0, 5.5 + at]),
    ],
    ["B1:E1"],
  );
  const { spec, remarks } = await guessOf(bytes, { file: "figures.xlsx" });
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["College", "Sixth form", "Work"]);
  expect(remarks.get("layout.ignore")).toContain("no heading of its own");
});
