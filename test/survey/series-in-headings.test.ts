import { describe, expect, test } from "vitest";
import { chooseStart } from "../../src/cli/choose-start.ts";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;

test("what is told in index points is called the index, whatever else its heading says, and is marked", async () => {
  const row = (...cells: readonly string[]) => cells.join(",");
  const heads = ["Mining", "Retail trade", "All industries"].map(
    (name) => `Weekly rates of pay ;  Private ;  ${name} ;`,
  );
  const { spec, remarks } = await guessOf(
    lines(
      row("", ...heads),
      row("Unit", "Index Numbers", "Index Numbers", "Index Numbers"),
      ...Array.from({ length: 9 }, (_, at) => row(`2020-0${at + 1}`, `10${at}.1`, `10${at}.2`, `10${at}.3`)),
    ),
  );
  const own = Object.values(spec.measures);
  expect(own.map(({ unit, short }) => [unit.other, short])).toEqual(heads.map(() => ["index points", "index"]));
  expect([...remarks.values()].join(" ")).toContain("Say what 100 is.");
});

test("an index that rows name is one as well", async () => {
  const rows = Array.from({ length: 6 }, (_, at) => [
    `202${at % 3},Average wage,Index,${101.5 + at}`,
    `202${at % 3},Jobs,Number,${4100 + at * 311}`,
  ]).flat();
  const { spec } = await guessOf(lines("Year,Measure,Unit,Value", ...rows.slice(0, 6)));
  const index = Object.values(spec.measures).find(({ unit }) => unit.other === "index points");
  expect(index?.short).toBe("index");
});

const sectors = ["Private", "Public"];
const industries = ["Mining", "Retail", "All industries"];
const series = ["Index of pay", "Change of pay"].flatMap((measure) =>
  sectors.flatMap((sector) => industries.map((industry) => `${measure} ;  ${sector} ;  ${industry} ;`)),
);
const unitsOfSeries = series.map((name) => (name.startsWith("Index") ? "Index Numbers" : "Percent"));
const rowOf = (...cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(",");
const pay = lines(
  rowOf("", ...series),
  rowOf("Unit", ...unitsOfSeries),
  ...Array.from({ length: 9 }, (_, at) =>
    rowOf(`2020-0${at + 1}`, ...series.map((_name, of) => `${(of < 6 ? 100 : 1) + at + of / 10}`)),
  ),
);

test("headings of one shape whose parts come again are asked to be categories, and what is advised reads them so", async () => {
  const { remarks, spec } = await guessOf(pay);
  const asked = remarks.get("measures") ?? "";
  expect(asked).toContain('layout.wide: { columns: "{measure} ; {…} ; {…} ; | *" }');
  expect(asked).toContain("a measure of each that is told in a unit of its own");
  const columns = (/columns: "(?<columns>[^"]+)"/u.exec(asked)?.groups?.columns ?? "")
    .replace("{…}", "{sector}")
    .replace("{…}", "{industry}");
  const { measures: _columns, ...layout } = spec.layout ?? {};
  const dataset = await readDataset(
    defineDataset({
      ...spec,
      dimensions: {
        ...spec.dimensions,
        sector: { role: "category", label: "Sector" },
        industry: { role: "category", label: "Industry" },
      },
      measures: {
        index: { label: "Index of pay", unit: { one: "index point", other: "index points" }, statType: "quantity" },
        change: { label: "Change of pay", unit: { one: "%", other: "%" }, statType: "quantity" },
      },
      layout: { ...layout, wide: { columns } },
    }),
    { csv: pay, file: "pay.csv" },
    { id: "pay" },
  );
  expect(dataset.observations).toHaveLength(9 * series.length);
  expect(dataset.categories("industry").map(({ label }) => label)).toEqual(industries);
});

test.each<[string, (of: number) => string, boolean]>([
  ["with dashes between", (of: number) => `${["North", "South"][of % 2]} - ${["Bikes", "Cars", "Vans"][of % 3]}`, true],
  ["where each part stands once", (of: number) => `Line ${of} - ${"ABCDEF"[of]}`, false],
  [
    "where one part alone differs",
    (of: number) => `Traffic - ${["Bikes", "Cars", "Vans", "Lorries", "Buses", "Trams"][of]}`,
    false,
  ],
])("parts of headings that come again are asked about, and no others: %s", async (_name, nameOf, isAsked) => {
  const heads = Array.from({ length: 6 }, (_, of) => nameOf(of));
  const rows = Array.from({ length: 8 }, (_, at) => [
    `20${10 + at}`,
    ...heads.map((_head, of) => `${210 + at * 7 + of * 31}`),
  ]);
  const { remarks, spec } = await guessOf(lines(["Year", ...heads].join(","), ...rows.map((row) => row.join(","))));
  const isTold =
    spec.layout?.wide !== undefined || (remarks.get("measures") ?? "").includes("Parts of these headings come again");
  expect(isTold).toBe(isAsked);
});

test("a first page begins with the series of all, where one ends so", async () => {
  const names = [
    "Private ;  Mining",
    "Private ;  All industries",
    "Public ;  All industries",
    "Private and Public ;  All industries",
  ];
  const { dataset, spec } = await guessOf(
    lines(
      rowOf("", ...names.map((name) => `Pay ;  ${name} ;`)),
      rowOf("Unit", ...names.map(() => "Index Numbers")),
      ...Array.from({ length: 9 }, (_, at) =>
        rowOf(`2020-0${at + 1}`, ...names.map((_name, of) => `${100 + at + of / 10}`)),
      ),
    ),
  );
  const { measure } = (dataset && chooseStart(dataset, spec)) ?? {};
  expect(spec.measures[measure ?? ""]?.label).toBe("Pay, Private and Public, All industries");
});

describe("a measure of one period, beside others of several", () => {
  const towns = ["Ashford", "Bexhill", "Crawley", "Dover"];
  const tableOf = (heads: readonly string[]) =>
    lines(
      ["Town", ...heads].join(),
      ...towns.map((town, at) => [town, ...heads.map((_, own) => 310 + at * 17 + own * 41)].join()),
    );

  test.each([
    [
      "of several",
      [
        "2021-22 | Median wait",
        "2022-23 | Median wait",
        "2021-22 | Longest wait",
        "2022-23 | Longest wait",
        "2022-23 | Deaths waiting",
      ],
      3,
    ],
    ["of one", ["Births 2021", "Births 2022", "Deaths 2022"], 2],
  ])("is read by its heading, beside a series %s", async (_, heads, measures) => {
    const { spec, dataset } = await guessOf(tableOf(heads));
    expect(Object.keys(spec.measures)).toHaveLength(measures);
    expect(spec.layout?.ignore).toBeUndefined();
    expect(dataset?.observations.filter(({ cell }) => cell.state === "value")).toHaveLength(
      heads.length * towns.length,
    );
  });

  test("is left out where its period is none of theirs", async () => {
    const { spec } = await guessOf(tableOf(["Births 2021", "Births 2022", "Births 2023", "Deaths 1999"]));
    expect(spec.layout?.ignore).toEqual(["Deaths 1999"]);
  });
});

test("a measure that periods write otherwise is one, and periods over a later one of the columns that repeat are of all of them", async () => {
  const heads = [
    "total collected",
    "Landfilled",
    "Recycled",
    "Total collected",
    "Landfilled",
    "Recycled",
    "In recycling",
  ];
  const rows = Array.from({ length: 12 }, (_, at) => {
    const [then, now] = [9100 + at * 317, 8700 + at * 291];
    return [`Town ${at}`, then, then - 3100, 2900 + at, now, now - 4100, 3900 + at * 3, 1000 + at * 2].join(",");
  });
  const { spec } = await guessOf(lines(",,2014,,,2022,,How did it change?", ["Town", ...heads].join(","), ...rows));
  const labels = Object.values(spec.measures).map(({ label }) => label);
  expect(labels.toSorted()).toEqual(["Landfilled", "Recycled", "Total collected"]);
  expect(spec.layout?.wide?.columns).toBe("{period} | {measure}");
});
