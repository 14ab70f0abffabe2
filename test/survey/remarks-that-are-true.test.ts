import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";
import { writeDefinition } from "../../src/survey/index.ts";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;

/** Volume indices of a farm's accounts, items below each other, one of which has the name of another. */
const items = Array.from({ length: 60 }, (_, at) => `item ${"abcdefghij"[at % 10]}${"uvwxyz"[Math.floor(at / 10)]}`);
const accounts = lines(
  "Farm accounts in volume (a)(b),,,",
  "1973 = 100,,,",
  ",2019,2020,2021",
  ...items.map((name, at) => `${name},${[206.2, 143.1, 175.6].map((value) => value + at * 7).join()}`),
  "1 Output of potatoes (c),94.9,98.7,94.5",
  "2 Maintenance,58.6,59.9,57.1",
  "buildings,113.7,120.6,111.4",
  "3 FISIM,100,101.5,100",
  "4 Fixed capital,122.6,121.9,122.3",
  "buildings,163.2,161.8,160.5",
  ",,,",
  "(a) This table presents volume indices.,,,",
  "(b) The series begins in 1973.,,,",
  "(c) Yields are no longer collected.,,,",
);

describe("rows that are named alike with different figures", () => {
  test("are named with their rows, and the option that is named reads all of them", async () => {
    const { spec, remarks } = await guessOf(accounts, { title: "Farm accounts" });
    const remark = remarks.get("layout.repeatedRows") ?? "";
    expect(remark).toContain('the same "#A"');
    expect(remark).toContain('"buildings" in rows 66 and 69.');
    const { id = "", rowNumber = "" } =
      /say (?<id>\w+): \{ rowNumber: "(?<rowNumber>.+?)" \}/u.exec(remark)?.groups ?? {};
    const { repeatedRows: _, ...layout } = spec.layout ?? {};
    const dimensions = { ...layout.dimensions, [id]: { rowNumber } };
    const read = await readDataset(
      defineDataset({ ...spec, layout: { ...layout, dimensions } }),
      { csv: accounts, file: "figures.csv" },
      { id: "figures" },
    );
    expect(read.observations).toHaveLength((items.length + 6) * 3);
    expect(read.observations.every(({ cell }) => cell.state === "value")).toBe(true);
  });

  test("are those that differ, and no others", async () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 59 })).filter(([a, b]) => a !== b);
    await fc.assert(
      fc.asyncProperty(pair, async ([from, to]) => {
        const names = Array.from({ length: 60 }, (_, at) => `Item ${"abcdefghij"[at % 10]}${"xyz"[at % 3]}${at}`);
        names[to] = names[from] as string;
        const rows = names.map((name, at) => `${name},${1.5 + at},${2.5 + at * 3}`);
        const { remarks } = await guessOf(lines("Item,2020,2021", ...rows), { title: "Mean scores" });
        const [first, last] = [from, to].sort((a, b) => a - b) as [number, number];
        expect(remarks.get("layout.repeatedRows") ?? "").toContain(
          `"${names[from]}" in rows ${first + 2} and ${last + 2}.`,
        );
      }),
      { numRuns: trials(60, 12) },
    );
  });
});

test("letters of notes below a table are no part of its names", async () => {
  const { spec } = await guessOf(accounts, { title: "Farm accounts" });
  expect(JSON.stringify(spec.dimensions)).toContain(
    '"label":"1 Output of potatoes","aliases":["1 Output of potatoes (c)"]',
  );
});

test("letters behind names stay where no notes are lettered so", async () => {
  const { spec, dataset } = await guessOf(
    lines("Class,2020,2021", "Boats (a),5.5,6.5", "Boats (b),7.5,8.5", "Cars (a),9.5,3.5", "(a) Of any size."),
    { title: "Mean lengths" },
  );
  expect(JSON.stringify(spec.dimensions)).not.toContain("aliases");
  expect(dataset?.observations.map(({ at }) => Object.values(at)[0])).toContain("boats-a");
});

test("a name in capitals that is numbered as the others are holds none of them", async () => {
  const { remarks } = await guessOf(accounts, { title: "Farm accounts" });
  expect([...remarks.values()].join(" ")).not.toContain("FISIM");
});

test.each([
  ["House price index", "index"],
  ["Happiness score", "score"],
  ["Average exam score", undefined],
])("a sentence calls %s no average, unless it is called so", async (name, short) => {
  const rows = ["North,101.5,104.5", "South,98.5,99.5", "East,90.5,91.5", "West,94.5,97.5"];
  const { spec } = await guessOf(lines(`Area,${name},Other index`, ...rows), { title: "Levels" });
  expect(Object.values(spec.measures)[0]?.short).toBe(short);
});

test("a title that is the name of the file is marked as such", async () => {
  const csv = lines("Area,Deaths", "North,120", "South,240", "East,310");
  const { remarks } = await guessOf(csv, { title: "Deaths by area", called: "Deaths by area" });
  expect(remarks.get("title")).toContain("Guessed from the name of the file");
  expect((await guessOf(csv, { title: "Deaths by area", called: "Figures" })).remarks.has("title")).toBe(false);
});

test("categories of one measure count what the title says, in all of their columns", async () => {
  const headings = "Area,Learning difficulties,Dyslexia,Dyspraxia,Hearing impairment,Physical difficulties";
  const rows = ["North", "South", "East", "West", "Middle"].map(
    (name, at) => `${name},${[305, 580, 25, 90, 140].map((value, on) => value + at * 37 + on * 11).join()}`,
  );
  const { spec } = await guessOf(lines(headings, ...rows), {
    title: "Reports of special educational needs by local authority and type of need",
    called: "Export",
  });
  expect(new Set(Object.values(spec.measures).map(({ unit }) => unit.other))).toEqual(new Set(["reports"]));
});

test("parts that always come to a whole are not said to fail in some rows", async () => {
  const rows = Array.from({ length: 60 }, (_, at) => {
    const [rented, shared, market] = [7 + ((at * 37) % 90), 2 + ((at * 53) % 70), 1 + ((at * 71) % 50)];
    return `Town ${"ABCDEFGHIJ"[at % 10]}${at},${rented},${shared},${rented + shared},${market},${rented + shared + market}`;
  });
  const csv = lines("Town,Rented homes,Shared homes,Affordable homes,Market homes,All homes", ...rows);
  const { spec, remarks } = await guessOf(csv);
  expect(spec.possibleSums).toEqual([{ whole: "allHomes", parts: ["affordableHomes", "marketHomes"] }]);
  expect(remarks.get("possibleSums")).not.toContain("in others they do not");
  const sums = [...(spec.sums ?? []), ...(spec.possibleSums ?? [])];
  const { possibleSums: _, ...moved } = { ...spec, sums };
  await expect(
    readDataset(defineDataset(moved), { csv, file: "figures.csv" }, { id: "figures" }),
  ).resolves.toBeDefined();
});

test("a long remark is written as several lines of comments, with every word", () => {
  const remark = Array.from({ length: 90 }, (_, at) => `word${at}`).join(" ");
  const spec = {
    title: "Deaths",
    dimensions: { area: { role: "area" as const, label: "Area" } },
    measures: { deaths: { label: "Deaths", unit: { one: "death", other: "deaths" }, statType: "count" as const } },
    sources: { own: { title: "Deaths", publisher: "Office", kind: "official-statistics" as const } },
  };
  const written = writeDefinition("figures", spec, new Map([["measures.deaths.unit", remark]])).split("\n");
  const comments = written.filter((line) => line.trim().startsWith("//"));
  expect(Math.max(...comments.map((line) => line.length))).toBeLessThan(120);
  expect(comments.map((line) => line.trim().slice(3)).join(" ")).toBe(remark);
  expect(written[written.indexOf(comments.at(-1) ?? "") + 1]?.trim()).toMatch(/^unit:/u);
});

test("years of pupils are said to be read as from April, and the option that is named makes them school years", async () => {
  const csv = lines(
    "Area,Year,Pupils",
    ...["North", "South", "East", "West"].flatMap((area, at) =>
      ["2017/18", "2018/19", "2019/20"].map((year, on) => `${area},${year},${120 + at * 37 + on * 11}`),
    ),
  );
  const { spec, remarks } = await guessOf(csv, { title: "Pupils by area" });
  const [, month = ""] = /yearStartMonth: (\d+)/u.exec(remarks.get("dimensions.year") ?? "") ?? [];
  expect(remarks.get("dimensions.year")).toContain('"2017/18" was read as a year that begins in April');
  const year = { role: "time" as const, label: "Year", yearStartMonth: Number(month) };
  const own = defineDataset({ ...spec, dimensions: { ...spec.dimensions, year } });
  const read = await readDataset(own, { csv, file: "figures.csv" }, { id: "figures" });
  expect(read.periods().map(({ start }) => start)).toEqual(["2017-09-01", "2018-09-01", "2019-09-01"]);
  const ofMoney = await guessOf(csv.replace("Pupils", "Fires"), { title: "Fires by area" });
  expect(ofMoney.remarks.has("dimensions.year")).toBe(false);
});

test("a column of figures among many signs is not said to be told by the names of its rows", async () => {
  const rates = ["0.6032", "0.9252", "0.9598", "1", "0"];
  const rows = Array.from(
    { length: 60 },
    (_, at) => `AK-${500 + at},${120 + ((at * 37) % 90)},${at % 6 === 0 ? rates[(at / 6) % 5] : "."}`,
  );
  const { remarks } = await guessOf(lines("Area code,Beds,Participation rate", ...rows));
  expect(remarks.get("layout.ignore") ?? "").not.toContain("told by");
});

test("names that may be totals are listed once", async () => {
  const crops = ["Winter barley", "Spring barley", "Barley total", "Oats", "Total cereals", "Grass", "Rough grazing"];
  const rows = crops.map(
    (name, at) => `${name},${[42, 51, 49].map((value, on) => value * 100 + at * 37 + on * 7).join()}`,
  );
  const { remarks } = await guessOf(lines("Crop,2019,2020,2021", ...rows), { title: "Hectares of crops" });
  for (const name of ["Barley total", "Total cereals"])
    expect(remarks.get("dimensions.crop")?.split(`"${name}"`).length).toBe(2);
});

describe("a list whose rows are counted", () => {
  const listOf = (textOf: (at: number) => string) =>
    lines(
      "Region,Type,Value",
      ...Array.from(
        { length: 40 },
        (_, at) => `${["North", "South"][at % 2]},${["Fire", "Flood", "Storm"][at % 3]},${textOf(at)}`,
      ),
    );

  test("has no figures only where no column has numbers", async () => {
    const mixed = await guessOf(listOf((at) => (at % 5 === 0 ? `${120 + at}` : `ca. ${at}`)));
    const said = [...mixed.remarks.values()].join(" ");
    expect(said).toContain('No column was read as figures: "Value" has numbers among other texts');
    expect(said).not.toContain("No column has figures");
    const plain = await guessOf(listOf((at) => ["open", "closed"][at % 2] as string));
    expect([...plain.remarks.values()].join(" ")).toContain("No column has figures");
  });

  test("has no rows that say the same again", async () => {
    const { remarks } = await guessOf(listOf((at) => ["open", "closed"][at % 2] as string));
    expect([...remarks.values()].join(" ")).not.toContain("named as others are");
  });
});

test("what figures are told in is asked of those that count nothing, and what is counted of counts", async () => {
  const rows = Array.from({ length: 12 }, (_, at) => `Area ${"abcdefghijkl"[at]},${12.5 + at * 1.25},${120 + at * 37}`);
  const { spec, remarks } = await guessOf(lines("Area,Roughness,Fires", ...rows), { title: "Places" });
  expect(spec.measures).toMatchObject({ roughness: { statType: "quantity" }, fires: { statType: "count" } });
  expect(remarks.get("measures.roughness.unit")).toContain("What it is told in");
  expect([...remarks.values()].join(" ")).not.toContain("Roughness is counted");
});

test("what is so or not of each area holds none of them", async () => {
  const rows = Array.from(
    { length: 12 },
    (_, at) => `Town ${at},${1200 + at * 37},${at % 3 === 0},${at % 2 ? "North" : "South"}`,
  );
  const { remarks } = await guessOf(lines("Authority,Book issues,Missing number,Side", ...rows));
  const said = remarks.get("layout.ignore") ?? "";
  expect(said).toContain('"Missing number": says whether something is so, "true" in 4 and "false" in 8 of 12 rows');
  expect(said).toContain('"Side": says one thing of each "Authority"');
});

describe("what is said of a table is so", () => {
  test("rows that a code beside their name tells apart are read, and are not named as unread", async () => {
    const letters = [..."abcdefghijk"];
    const names = letters.flatMap((one) =>
      letters.flatMap((two) => letters.map((own) => `Kirk${one}${two} ${own}ham`)),
    );
    const again = [...names, ...names.slice(0, 40)].map((name, at) => `${name},E${1000 + at},${20.5 + at}`);
    const { spec, remarks } = await guessOf(
      lines(
        "Area,Code,Rate",
        ...again,
        "Rothwell,E301,7.5",
        "Rothwell,E302,9.5",
        "Stanley,E303,3.5",
        "Stanley,E303,4.5",
      ),
    );
    expect(spec.layout?.dimensions).toEqual({ area: { joined: "{Area} ({Code})" } });
    const remark = remarks.get("layout.repeatedRows") ?? "";
    expect(remark).toContain("Stanley");
    expect(remark).not.toMatch(/Rothwell|Kirk/u);
  });

  test("a count that lies between others holds none of them, however often", async () => {
    const rows = Array.from({ length: 12 }, (_, at) =>
      [
        `Men,${900 + at * 31}`,
        `Women,${950 + (at % 2 ? 10 : -80) + at * 31}`,
        `Diverse,${200 + at}`,
        `Unknown,${110 + at}`,
      ].map((row) => `${2008 + at},${row}`),
    );
    const { remarks } = await guessOf(lines("Year,Kind,Visits", ...rows.flat()));
    expect([...remarks.values()].join(" ")).not.toContain("between the others");
  });

  test("nor one of some rates, where counts of the same put it below others", async () => {
    const rows = Array.from({ length: 8 }, (_, at) => [
      `${2010 + at},Theft,${20.5 + at},${900 + at * 41}`,
      `${2010 + at},Fraud,${15.5 + at},${310 + at * 17}`,
      `${2010 + at},Arson,${10.5 + at},${420 + at * 19}`,
    ]);
    const { remarks } = await guessOf(lines("Year,Offence,Rate,Cases", ...rows.flat()));
    expect([...remarks.values()].join(" ")).not.toContain("between the others");
  });
});
