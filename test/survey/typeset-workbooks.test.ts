import { expect, test } from "vitest";
import { writeXlsx } from "../tables/write-workbooks.ts";
import { guessOf } from "./guess-of.ts";

type Written = string | number | undefined;

const letters = (column: number): string => String.fromCharCode(65 + column);

/** A workbook of one sheet; `at` says of a cell, as `A3`, which style it has. */
const book = (
  rows: readonly (readonly Written[])[],
  {
    merges = [],
    styles,
    styleOf = () => 0,
  }: {
    readonly merges?: readonly string[];
    readonly styles?: string;
    readonly styleOf?: (row: number, column: number) => number;
  } = {},
) =>
  writeXlsx(
    [
      {
        name: "Table 1",
        xml: `<sheetData>${rows
          .map(
            (cells, row) =>
              `<row r="${row + 1}">${cells
                .map((cell, column) => {
                  const at = `r="${letters(column)}${row + 1}" s="${styleOf(row, column)}"`;
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
    ],
    styles === undefined ? {} : { styles },
  );

const file = "figures.xlsx";
const authorities = ["Adur", "Allerdale", "Arun", "Ashford", "Babergh", "Barking", "Barnet", "Barnsley"];

test("a row of codes below an empty one names what rows are of, and groups reach over merged cells without a text", async () => {
  const sheet = book(
    [
      ["Decisions by ethnic group, April to June 2009"],
      [
        undefined,
        undefined,
        "1) Homeless and in priority need",
        ...Array(4).fill(undefined),
        "2) Homeless, no priority",
      ],
      [undefined, undefined, "White", "Black", "Asian", "Mixed", "Other", "White", "Black", "Asian", "Mixed", "Other"],
      [],
      [
        "ONS Code",
        "Local Authority",
        ..."abcde".split("").map((one) => `e11${one}`),
        ..."abcde".split("").map((one) => `e12${one}`),
      ],
      ...authorities.map((name, at) => [
        `E0700022${at}`,
        name,
        ...Array.from({ length: 10 }, (_, own) => 20 + ((at * 7 + own * 13) % 31)),
      ]),
    ],
    { merges: ["C2:D2", "E2:F2", "H2:I2", "J2:K2"] },
  );
  const { spec, dataset } = await guessOf(sheet, { file });
  expect(Object.values(spec.dimensions).map(({ role, label }) => [role, label])).toContainEqual([
    "area",
    "Local Authority",
  ]);
  const names = JSON.stringify([spec.layout?.measures, spec.layout?.wide, dataset?.observations.map(({ at }) => at)]);
  expect(Object.values(spec.measures).map(({ label }) => label)).not.toContain("E11a");
  for (const group of ["1) Homeless and in priority need | Other", "2) Homeless, no priority | Other"])
    expect(names).toContain(group);
  expect(dataset?.observations).toHaveLength(authorities.length * 10);
  expect(dataset?.observations.every(({ cell }) => cell.state === "value")).toBe(true);
});

test("groups that stand over the midst of their columns are of all of these", async () => {
  const rows = authorities.map((name, at) =>
    [name, ...Array.from({ length: 6 }, (_, own) => 200 + at * 31 + own * 7)].join(","),
  );
  const { dataset, spec } = await guessOf(
    [",,Urban,,,Rural,", "Area,Men,Women,Unknown,Men,Women,Unknown", ...rows, ""].join("\n"),
  );
  expect(dataset?.observations).toHaveLength(authorities.length * 6);
  const rural = dataset?.observations.filter((one) =>
    JSON.stringify([one.at, spec.measures[one.measure]?.label]).toLowerCase().includes("rural"),
  );
  expect(rural).toHaveLength(authorities.length * 3);
});

test("figures below a trait of people are counted where they stand among others", async () => {
  const places = ["Bank", "Bar", "Camp", "Church", "Home", "Hotel", "Park", "School", "Shop", "Street"];
  const counts = [0, 1, 11, 2, 31, 5, 8, 0, 3, 24];
  const rows = places.map((name, at) => {
    const other = 100 + at * 17;
    const own = counts[at] as number;
    return [name, other, own, own * 2, other + own * 3].join(",");
  });
  const { spec } = await guessOf(
    ["Location,Disability,Gender,Gender Identity,Total incidents", ...rows, ""].join("\n"),
  );
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
    "Disability",
    "Gender",
    "Gender Identity",
    "Total incidents",
  ]);
});

test("and codes of it are none", async () => {
  const rows = authorities.map((name, at) => [name, 100 + at * 17, (at % 2) + 1].join(","));
  const { spec } = await guessOf(["Name,Score,Sex", ...rows, ""].join("\n"));
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Score"]);
});

const crimes = [
  ["All offences", 0],
  ["Violence", 1],
  ["With injury", 2],
  ["Without injury", 2],
  ["Theft", 1],
  ["From a person", 2],
  ["From a shop", 2],
  ["Of a bicycle", 2],
] as const;

/** The figures of crimes for some years: those of wholes are the sums of their parts. */
const figuresOf = (year: number): readonly number[] => {
  const [injury, none, person, shop, bicycle] = [120 + year, 333 - year * 2, 61 + year * 3, 704 - year, 58 + year];
  const [violence, theft] = [injury + none, person + shop + bicycle];
  return [violence + theft, violence, injury, none, theft, person, shop, bicycle];
};

const tree = { violence: ["with-injury", "without-injury"], theft: ["from-a-person", "from-a-shop", "of-a-bicycle"] };

test("labels that stand further to the right are parts of those above them", async () => {
  const years = [2019, 2020, 2021];
  const rows = crimes.map(
    ([name, level], at) => `"${"   ".repeat(level)}${name}",${years.map((_, year) => figuresOf(year)[at]).join(",")}`,
  );
  const { spec, remarks } = await guessOf([`Offence,${years.join(",")}`, ...rows, ""].join("\n"));
  const [id = ""] = Object.entries(spec.dimensions).flatMap(([own, { role }]) => (role === "time" ? [] : [own]));
  expect(spec.dimensions[id]).toMatchObject({ total: "all-offences", holds: tree });
  expect(remarks.get(`dimensions.${id}.holds`)).not.toContain("check");
});

test("also by the style of their cells, and of rates with a doubt", async () => {
  const years = [2019, 2020, 2021];
  const rates = crimes.map(([name], at) => [
    name,
    ...years.map((_, year) => (figuresOf(year)[at] as number) / 7 + 0.31),
  ]);
  const levels = [0, 1, 2].map((indent) => `<xf><alignment horizontal="left" indent="${indent}"/></xf>`).join("");
  const sheet = book(
    [
      ["Offence", ...years.map(String)],
      ...rates.map((row) =>
        row.map((cell) => (typeof cell === "number" ? Math.round(cell * 100) / 100 + 0.003 : cell)),
      ),
    ],
    {
      styles: `<cellXfs>${levels}</cellXfs>`,
      styleOf: (row, column) => (column === 0 && row > 0 ? (crimes[row - 1]?.[1] ?? 0) : 0),
    },
  );
  const { spec, remarks } = await guessOf(sheet, { file });
  const [id = ""] = Object.entries(spec.dimensions).flatMap(([own, { role }]) => (role === "time" ? [] : [own]));
  expect(spec.dimensions[id]).toMatchObject({ holds: tree });
  expect(remarks.get(`dimensions.${id}.holds`)).toContain("Guessed from its labels; check.");
});

test("but not of counts that are no sums of those below them", async () => {
  const rows = crimes.map(([name, level], at) => `"${"   ".repeat(level)}${name}",${900 - at * 31},${880 - at * 29}`);
  const { spec } = await guessOf(["Offence,2019,2020", ...rows, ""].join("\n"));
  expect(JSON.stringify(spec.dimensions)).not.toContain("holds");
});

test("of more figures than are protected while someone waits, totals and the latest periods are read", async () => {
  const years = Array.from({ length: 30 }, (_, at) => 1990 + at);
  const areas = Array.from({ length: 120 }, (_, at) => `Area ${String(at + 100)}`);
  const rows = areas.flatMap((area, at) =>
    ["Total", "Petrol", "Diesel", "Gas", "Electric"].flatMap((fuel, own) =>
      ["Total", "Company", "Private"].map(
        (keeper, kept) =>
          `${fuel},${keeper},${area},${years.map((year) => (own === 0 ? 40 : own) * (kept === 0 ? 3 : kept) * (1 + ((at + year) % 5))).join(",")}`,
      ),
    ),
  );
  const { spec, dataset, remarks } = await guessOf([`Fuel,Keepership,Area,${years.join(",")}`, ...rows, ""].join("\n"));
  expect(dataset?.observations.length).toBeLessThanOrEqual(40_000);
  expect(spec.layout?.rows?.only).toEqual({ Fuel: "Total" });
  expect(remarks.get("layout.rows")).toContain("to protect all of them, with small counts among them, may take long");
});

test("without totals, the latest periods, before anything else is asked of all", async () => {
  const years = Array.from({ length: 30 }, (_, at) => 1990 + at);
  const rows = Array.from({ length: 4000 }, (_, at) =>
    years
      .map((year) => `Region ${at % 20},Cause ${Math.floor(at / 20)},${year},${(at * 7 + year * 3) % 50}`)
      .join("\n"),
  );
  const { dataset, remarks } = await guessOf(["Region,Cause,Year,Deaths", ...rows, ""].join("\n"));
  expect(dataset?.observations.length).toBeLessThanOrEqual(40_000);
  expect(dataset?.periods().at(-1)?.label).toBe("2019");
  expect(remarks.get("layout.rows")).toContain("of the latest periods");
});

test("and the totals of groups across the top", async () => {
  const areas = Array.from({ length: 3000 }, (_, at) => `Area ${at + 1000}`);
  const kinds = ["Total", ...Array.from({ length: 20 }, (_, at) => `Kind ${"ABCDEFGHIJKLMNOPQRST"[at]}`)];
  const rows = areas.map((area, at) => {
    const own = kinds.slice(1).map((_, kind) => (at * 7 + kind * 13) % 97);
    return [area, own.reduce((sum, one) => sum + one, 0), ...own].join(",");
  });
  const { dataset } = await guessOf([`Area,${kinds.join(",")}`, ...rows, ""].join("\n"));
  expect(dataset?.observations.length).toBeLessThanOrEqual(40_000);
});

test("a unit right of a title, a percent sign alone, is that of all figures", async () => {
  const years = ["1996-1997", "1997-1998", "1998-1999", "1999-2000", "2000-2001"];
  const rows = years.map((year, at) => `${year},${20.68 + at * 1.3},${20.8 + at * 1.1},${20.56 + at * 1.5}`);
  const { spec } = await guessOf(
    ["Net enrollment - by genders,,,", ",,,Unit:%", "School Year,Total,Male,Female", ...rows, ""].join("\n"),
  );
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["%", "%", "%"]);
});

test("groups that are ranked by income are no number of groups", async () => {
  const groups = ["Bottom", "2nd", "3rd", "4th", "Top", "All"];
  const rows = ["1998/99", "1999/00", "2000/01", "2001/02"].map((year, at) =>
    [year, ...groups.map((_, own) => 7500 + at * 211 + own * 2900)].join(","),
  );
  const { spec } = await guessOf(
    [
      "Mean household disposable income by decile,,,,,,",
      "£ per year,,,,,,",
      ",Decile groups of individuals ranked by household disposable income,,,,,",
      `Year,${groups.join(",")}`,
      ...rows,
      "",
    ].join("\n"),
    { title: "Mean household disposable income by decile" },
  );
  const [measure] = Object.values(spec.measures);
  expect(measure?.label).toBe("Mean household disposable income");
  expect(measure?.statType).toBe("mean");
});

test("periods below a heading of periods and codes, with a row of codes above them, are periods", async () => {
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug"];
  const rows = months.map((month, at) => `${month} 2005,${66.4 + at / 7},${74.1 + at / 9},${70.4 + at / 8}`);
  const { spec } = await guessOf(
    [
      "Time period and Region Code,England,North East,North West",
      "Region Code,E92000001,E12000001,E12000002",
      ...rows,
      "",
    ].join("\n"),
  );
  expect(
    Object.values(spec.dimensions)
      .map(({ role }) => role)
      .sort(),
  ).toEqual(["area", "time"]);
});

test("open spans of ages among others are headings", async () => {
  const stations = ["Acton", "Aldgate", "Angel", "Archway", "Arnos", "Arsenal"];
  const rows = stations.map(
    (name, at) => `${500 + at},${name},${608 + at},${at * 2 + 1},${40 + at},${90 + at},${70 + at},${8 + at}`,
  );
  const { spec } = await guessOf(
    [
      "Report 1d - Analysis by age,,,,Age,,,",
      "No,station name,Total,Under 16,16-19,20-24,25-34,Over 34",
      ...rows,
      "",
    ].join("\n"),
  );
  expect(spec.layout?.headerRow).toBe(2);
  expect(new Set(Object.values(spec.measures).map(({ statType }) => statType))).toEqual(new Set(["count"]));
  expect(spec.disclosure?.profile).toEqual({ hide: { from: 1, to: 4 } });
});

test("groups that are merged over two rows head their columns, though one of them has a line below it", async () => {
  const areas = ["Ashby", "Bexley", "Corley", "Dunmow", "Elham", "Fowey", "Goring", "Hadlow"];
  const xlsx = book(
    [
      ["Pupils by region"],
      [undefined, "Grade 8", "Enrolled", undefined, "Graduated"],
      [undefined, "(2012)"],
      ["Region", "#", "#", "%", "#", "%"],
      ...areas.map((area, at) => [area, 9000 + at * 31, 7000 + at * 17, 71 + at / 8, 4000 + at * 23, 44 + at / 8]),
    ],
    { merges: ["C2:D3", "E2:F3"] },
  );
  const { spec } = await guessOf(xlsx, { file: "pupils.xlsx" });
  expect(spec.layout?.headerRow).toEqual([2, 4]);
  expect(Object.values(spec.measures).map(({ label }) => label)).toContain("Enrolled");
});

test("headings are found above rows that hold names and codes alone, and codes that are written as texts are no figures", async () => {
  const municipalities = authorities.flatMap((name, at) =>
    [0, 1, 2].map((own) => ({ district: `${at + 1}`, code: `${own + 1}`, name: `${name} ${"abc"[own]}` })),
  );
  const sheet = book([
    ["Municipalities by area and population"],
    [undefined],
    ["Kind", "Key", undefined, "Name", "Area km2 1)", "Population", undefined, undefined, "Region"],
    [undefined, "District", "Place", undefined, undefined, "total", "men", "women"],
    [
      undefined,
      "As at 31.12.2019 (year)",
      undefined,
      undefined,
      "31.12.2019 (year)",
      "at 31.12.2019 (year)",
      undefined,
      undefined,
      "Name",
    ],
    [undefined],
    ["10", undefined, undefined, "Whole"],
    ["40", "1", undefined, "Adur"],
    ["50", "1", undefined, "Adur"],
    ...municipalities.map(({ district, code, name }, at) => [
      "60",
      district,
      code,
      name,
      50 + at + 0.25,
      2 * (1200 + 31 * at) + 7,
      1200 + 31 * at,
      1207 + 31 * at,
      `${name} land`,
    ]),
  ]);
  const { spec, dataset } = await guessOf(sheet, { file });
  expect(spec.layout).toMatchObject({ headerRow: [3, 5] });
  expect(Object.values(spec.layout?.measures ?? {})).toHaveLength(4);
  expect(Object.values(spec.measures).map(({ label }) => label)).toContain("Area");
  expect(dataset?.observations).toHaveLength(municipalities.length * 4);
});

test("a unit below headings that stands across them is of each, merged or in the middle of empty cells", async () => {
  const across = '<cellXfs><xf/><xf><alignment horizontal="centerContinuous"/></xf></cellXfs>';
  const cell = (at: string, text: string | number, style = 0) =>
    typeof text === "number"
      ? `<c r="${at}"><v>${text}</v></c>`
      : `<c r="${at}" s="${style}"${text === "" ? "/>" : ` t="inlineStr"><is><t>${text}</t></is></c>`}`;
  const tableOf = (style: number, merges: string) => {
    const rows = [
      ["Had to", "Owners", "Tenants", "Others"],
      ["", "Percent", "", ""],
      ["Move away", 4.9, 21.2, 17.9],
      ["Borrow", 2.5, 31.7, 25.5],
      ["Sell goods", 2.7, 17.2, 14.7],
      ["Go without heating", 6.1, 37.3, 29.8],
    ].map(
      (row, y) =>
        `<row r="${y + 1}">${row.map((own, x) => cell(`${"ABCD"[x]}${y + 1}`, own, y === 1 && x > 0 ? style : 0)).join("")}</row>`,
    );
    return writeXlsx([{ name: "Homes", xml: `<sheetData>${rows.join("")}</sheetData>${merges}` }], { styles: across });
  };
  const merged = tableOf(0, '<mergeCells><mergeCell ref="B2:D2"/></mergeCells>');
  for (const book of [tableOf(1, ""), merged]) {
    const { spec } = await guessOf(book, { file: "homes.xlsx" });
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["%", "%", "%"]);
  }
});
