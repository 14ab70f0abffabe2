import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

const towns = "Ashford Bexhill Crawley Dover Epsom Fareham Gosport Havant".split(" ");
const rows = (from: number, names: readonly string[] = towns) =>
  names.map((name, at) => `${name},${from + at * 7},${from + at * 9}`);

describe("blocks below titles of their own, and headings that come again, are told apart by the titles", () => {
  test.each([
    ["behind an empty row", [""]],
    ["without one", []],
  ])("%s", async (_, between) => {
    const { spec, dataset } = await guessOf(
      [
        "Table 1: Births",
        "Area,2020,2021",
        ...rows(200),
        ...between,
        "Table 2: Deaths",
        "Area,2020,2021",
        ...rows(300),
      ].join("\n"),
    );
    expect(dataset?.categories("area").map(({ label }) => label)).toEqual(towns);
    expect(dataset?.categories("section").map(({ label }) => label)).toEqual(["Table 1: Births", "Table 2: Deaths"]);
    expect(spec.layout?.repeatedRows).toBeUndefined();
    expect(dataset?.observations).toHaveLength(32);
  });

  test("with other rows in each", async () => {
    const [first, second] = [
      ["Asthma", "Burns", "Croup", "Flu"],
      ["Normal birth", "Caesarean", "Other birth"],
    ] as const;
    const { dataset } = await guessOf(
      [
        "All stays",
        "Diagnosis,Stays,Beds",
        ...rows(200, first),
        "Maternal stays",
        "Diagnosis,Stays,Beds",
        ...rows(300, second),
      ].join("\n"),
    );
    expect(dataset?.categories("diagnosis").map(({ label }) => label)).toEqual([...first, ...second]);
    expect(dataset?.categories("section").map(({ label }) => label)).toEqual(["All stays", "Maternal stays"]);
  });

  test("and one total, which refers to a note in one of them", async () => {
    const block = (from: number, total: string) => [
      ...rows(from, ["Arson", "Burglary", "Robbery"]),
      `${total},${from * 3 + 21},${from * 3 + 27}`,
    ];
    const { spec, dataset } = await guessOf(
      ["Offence,2020,2021", "North", ...block(200, "Total"), "South", ...block(300, "Total*")]
        .join("\n")
        .replace("North", "North,,")
        .replace("South", "South,,"),
    );
    expect(spec.dimensions.offence).toMatchObject({ total: "total" });
    expect(dataset?.categories("offence")).toHaveLength(4);
  });

  test("but headings alone that come again on a new page are nothing", async () => {
    const { spec, dataset } = await guessOf(
      [
        "Table 1: Births",
        "Area,2020,2021",
        ...rows(200, towns.slice(0, 4)),
        "Area,2020,2021",
        ...rows(300, towns.slice(4)),
      ].join("\n"),
    );
    expect(spec.dimensions).not.toHaveProperty("section");
    expect(dataset?.categories("area").map(({ label }) => label)).toEqual(towns);
  });
});

describe("blocks with headings of their own between the rows", () => {
  const kinds = ["Theft", "Violence", "Fraud"] as const;
  // No few of them make another by chance.
  const figure = (...at: readonly number[]) =>
    at.reduce((all, own) => (all * 7919 + own * 1299709 + 4517) % 8999, 1) + 1001;
  const figures = (block: number, kind: number) =>
    ["Reported", "Solved", "Closed"].map(
      (name, at) => `${name},${figure(block, kind, at, 0)},${figure(block, kind, at, 1)}`,
    );

  test("are told apart by the titles and by these, with any lines below the titles", () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 3, max: 8 }),
        fc.integer({ min: 2, max: 3 }),
        fc.array(fc.constantFrom("", "-", "Moved in 2020."), { minLength: 8, maxLength: 8 }),
        fc.boolean(),
        async (many, kindsOfEach, notes, hasGaps) => {
          const own = towns.slice(0, many);
          const gap = hasGaps ? [",,"] : [];
          const blocks = own.flatMap((town, block) => [
            ...gap,
            `Crime in ${town} from 2020 to 2021,,`,
            ...(notes[block] === "" ? [] : [`${notes[block]},,`]),
            ...gap,
            "Crime,2020,2021",
            ...kinds.slice(0, kindsOfEach).flatMap((kind, at) => [`${kind},,`, ...figures(block, at)]),
          ]);
          const { spec, dataset } = await guessOf(blocks.join("\n"));
          expect(dataset?.categories("block").map(({ label }) => label)).toEqual(own);
          expect(dataset?.categories("section").map(({ label }) => label)).toEqual(kinds.slice(0, kindsOfEach));
          expect(dataset?.observations).toHaveLength(many * kindsOfEach * 6);
          expect(spec.layout?.repeatedRows).toBeUndefined();
        },
      ),
      { numRuns: trials(120, 30) },
    ));
});

test("blocks keep their titles however long a title is, below a sign that stands alone", async () => {
  const towns = [
    "Avon",
    "Bray and all that was ceded to it by the towns around up to the river and beyond its banks",
    "Cory",
  ];
  const blocks = towns.flatMap((town, block) => [
    "-,,",
    ",,",
    `Crime in ${town} from 2020 to 2021,,`,
    ",,",
    "-,,",
    ",,",
    "Crime,2020,2021",
    "VIOLENCE,,",
    `Reported,${101 + block * 7},${131 + block}`,
    `Solved,${53 + block * 5},${61 + block * 3}`,
    "PROPERTY,,",
    `Stolen,${211 + block * 9},${217 + block * 4}`,
    `Found,${17 + block * 2},${19 + block * 6}`,
  ]);
  const { spec, dataset } = await guessOf(blocks.join("\n"));
  expect(dataset?.categories("block").map(({ label }) => label)).toEqual(towns);
  expect(dataset?.categories("section").map(({ label }) => label)).toEqual(["VIOLENCE", "PROPERTY"]);
  expect(dataset?.observations).toHaveLength(24);
  expect(spec.layout?.rows?.except?.Crime).toContain("-");
});

describe("what says nothing is told of", () => {
  test("figures that are all zero", async () => {
    const { remarks } = await guessOf(
      ["Area,Cases,Deaths", ...towns.map((name, at) => `${name},0,${10 + at}`)].join("\n"),
    );
    expect(remarks.get("measures.cases")).toContain("All of its figures are 0");
    expect(remarks.get("measures.deaths")).toBeUndefined();
  });

  test("counts that are all hidden", async () => {
    const small = (count: (at: number) => number) =>
      guessOf(["Area,Children absent", ...towns.map((name, at) => `${name},${count(at)}`)].join("\n"));
    expect((await small((at) => 1 + (at % 4))).remarks.get("disclosure")).toContain("shows none of them");
    expect((await small((at) => 1 + (at % 7))).remarks.get("disclosure")).not.toContain("shows none of them");
  });
});

test("a sheet whose numbers stand among words is said to hold many tables, and one of codes is not", async () => {
  // A book as one sheet: words stand between figures in all columns.
  const cell = (row: number, column: number) =>
    (row * 3 + column * 2) % 5 < 2 ? `words ${row} of ${column}` : (row * 2.3 + column * 7.1 + 1).toFixed(1);
  const book = Array.from({ length: 40 }, (_, row) => [0, 1, 2, 3, 4].map((column) => cell(row, column)).join(","));
  const { remarks } = await guessOf(["Ministry of Health,and Welfare,Key,Facts,Institute", ...book].join("\n"));
  expect(remarks.get("layout.headerRow")).toContain("it seems to hold many tables");
  const codes = towns.flatMap((name, at) => [20, 30].map((age, on) => `X${at},${name},${age},${51 + at * 7 + on}`));
  const { remarks: plain } = await guessOf(["Code,Area,Age,Births", ...codes].join("\n"));
  expect(plain.get("layout.headerRow")).toBeUndefined();
});
