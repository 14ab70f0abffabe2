import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DatasetSpec, defineDataset, describeProtection, readDataset } from "../../../src/dataset/index.ts";
import { failureOf } from "../../support/diagnostics-of.ts";

type Row = Readonly<Record<string, string | number>>;

const sources: DatasetSpec["sources"] = { home: { title: "Crime", publisher: "Home Office", kind: "other" } };
const count = { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } as const;
const time = { role: "time", label: "Period" } as const;
const hide1to4 = { profile: { hide: { from: 1, to: 4 } } } as const;

const regions = {
  role: "area",
  label: "Area",
  categories: [
    { id: "north", label: "North" },
    { id: "kent", label: "Kent", parent: "north" },
    { id: "essex", label: "Essex", parent: "north" },
    { id: "surrey", label: "Surrey", parent: "north" },
  ],
} as const;

const specWith = (parts: Partial<DatasetSpec>): DatasetSpec => ({
  title: "Offences",
  dimensions: { area: regions },
  measures: { n: count },
  sources,
  disclosure: hide1to4,
  ...parts,
});

const read = (spec: DatasetSpec, rows: readonly Row[]) => readDataset(defineDataset(spec), { rows }, { id: "n" });

/** What is published of each measure in each row, in the order of the rows: the dataset has one of its own. */
async function published(spec: DatasetSpec, rows: readonly Row[]) {
  const dataset = await read(spec, rows);
  const vintageColumn = spec.layout?.vintage?.column ?? "";
  return rows.flatMap((row) => {
    const at = Object.keys(spec.dimensions).flatMap((id) => {
      const category = dataset.category(id, String(row[id]));
      return category ? [[id, category.id]] : [];
    });
    return Object.entries(spec.measures).map(([measure]) => {
      const found = dataset.lookup(measure, Object.fromEntries(at));
      const cell = (found.find(({ vintage }) => vintage === row[vintageColumn]) ?? found[0])?.cell;
      return cell?.state === "suppressed" ? "[c]" : cell && "value" in cell ? cell.value : "[x]";
    });
  });
}

const errorsOf = async (run: () => unknown) => (await failureOf(run)).diagnostics;

const areas = (values: Readonly<Record<string, number | string>>): readonly Row[] =>
  Object.entries(values).map(([area, n]) => ({ area, n }));

describe("profiles", () => {
  const values = { kent: 0, essex: 4, surrey: 7, sussex: 8, devon: 12, dorset: 13 };
  const dimensions = { area: { role: "area", label: "Area" } } as const;
  test.each([
    ["none", [0, 4, 7, 8, 12, 13]],
    ["under5", [0, "[c]", 5, 10, 10, 15]],
    ["under8", [0, "[c]", "[c]", 10, 10, 15]],
    ["under10", ["[c]", "[c]", "[c]", "[c]", 12, 13]],
  ] as const)("%s", async (profile, expected) => {
    expect(await published(specWith({ dimensions, disclosure: { profile } }), areas(values))).toEqual(expected);
  });

  test("one's own, with a base of ten", async () => {
    const profile = { hide: { from: 2, to: 3 }, roundTo: 10 };
    const rows = areas({ kent: 1, essex: 2, surrey: 4, sussex: 5, devon: 14, dorset: 15 });
    const expected = [0, "[c]", 0, 10, 10, 20];
    expect(await published(specWith({ dimensions, disclosure: { profile } }), rows)).toEqual(expected);
  });

  test("a rounded cell says so", async () => {
    const dataset = await read(specWith({ dimensions, disclosure: { profile: "under5" } }), areas({ kent: 12 }));
    const rounded = { state: "rounded", value: 10, base: 5, of: "figure", low: 8, high: 12 };
    expect(dataset.observations[0]?.cell).toEqual(rounded);
  });

  test("rounded together, totals are the sums of their parts", async () => {
    const spec = specWith({ disclosure: { profile: "under5", rounding: "together" } });
    expect(await published(spec, areas({ north: 36, kent: 12, essex: 12, surrey: 12 }))).toSatisfy(
      ([north, ...parts]: number[]) =>
        parts.reduce((sum, part) => sum + part, 0) === north && (north === 35 || north === 40),
    );
    const each = await published(
      specWith({ disclosure: { profile: "under5" } }),
      areas({ north: 36, kent: 12, essex: 12, surrey: 12 }),
    );
    expect(each).toEqual([35, 10, 10, 10]);
  });
});

describe("what gives a small count away is hidden with it", () => {
  test("a part of a region that adds up", async () => {
    const rows = areas({ north: 63, kent: 3, essex: 20, surrey: 40 });
    expect(await published(specWith({}), rows)).toEqual([63, "[c]", "[c]", 40]);
  });

  test("not where the rest of the region is unknown", async () => {
    const rows = areas({ north: 99, kent: 3, essex: 20, surrey: 40 });
    expect(await published(specWith({}), rows)).toEqual([99, "[c]", 20, 40]);
  });

  test("categories that overlap: a part is only no more than the whole", async () => {
    const platform = (exclusive: boolean) =>
      ({
        role: "category",
        label: "Platform",
        total: "all",
        exclusive,
        categories: ["all", "a", "b", "c"].map((id) => ({ id, label: id })),
      }) as const;
    const rows = [80, 3, 60, 50].map((n, index) => ({ platform: ["all", "a", "b", "c"][index] as string, n }));
    const overlapping = specWith({ dimensions: { platform: platform(false) } });
    expect(await published(overlapping, rows)).toEqual([80, "[c]", 60, 50]);
  });

  test("a quarter of a year", async () => {
    const spec = specWith({ dimensions: { period: time } });
    const periods = ["2018", "2018-Q1", "2018-Q2", "2018-Q3", "2018-Q4"];
    const rows = [53, 2, 11, 20, 20].map((n, index) => ({ period: periods[index] as string, n }));
    const [year, small, ...others] = await published(spec, rows);
    expect([year, small]).toEqual([53, "[c]"]);
    expect(others.filter((cell) => cell === "[c]")).toHaveLength(1);
  });

  test("a half-year that two years share with what they do not", async () => {
    const spec = specWith({ dimensions: { period: time } });
    const rows = [
      { period: "2017-01-01/2018-01-01", n: 40 },
      { period: "2017-07-01/2018-01-01", n: 38 },
      { period: "2017-01-01/2017-07-01", n: 2 },
    ];
    expect((await published(spec, rows)).filter((cell) => cell === "[c]").length).toBeGreaterThanOrEqual(2);
  });

  test("an older publication of the same cell", async () => {
    const spec = specWith({
      dimensions: { area: { role: "area", label: "Area" } },
      layout: { vintage: { column: "v" } },
    });
    const rows = [
      { area: "kent", v: "2018", n: 175 },
      { area: "kent", v: "2019", n: 3 },
      { area: "essex", v: "2019", n: 90 },
    ];
    expect(await published(spec, rows)).toEqual(["[c]", "[c]", 90]);
  });

  test("measures that are parts of another", async () => {
    const measures = { all: count, men: count, women: count };
    const sums = [{ whole: "all", parts: ["men", "women"] }];
    const rows = [{ area: "kent", all: 42, men: 40, women: 2 }];
    expect(await published(specWith({ measures, sums }), rows)).toEqual([42, "[c]", "[c]"]);
    expect(await published(specWith({ measures }), rows)).toEqual([42, 40, "[c]"]);
  });

  test("a total that nobody publishes still ties rows to columns", async () => {
    const spec = specWith({
      dimensions: {
        area: {
          role: "area",
          label: "Area",
          total: "all",
          categories: ["all", "a", "b"].map((id) => ({ id, label: id })),
        },
        sex: {
          role: "category",
          label: "Sex",
          total: "all",
          categories: ["all", "f", "m"].map((id) => ({ id, label: id })),
        },
      },
    });
    const cells = { "a f": 3, "a m": 30, "b f": 40, "b m": 50, "a all": 33, "b all": 90, "all f": 43, "all m": 80 };
    const rows = Object.entries(cells).map(([place, n]) => ({
      area: place.split(" ")[0] as string,
      sex: place.split(" ")[1] as string,
      n,
    }));
    expect((await published(spec, rows)).slice(0, 4)).toEqual(["[c]", "[c]", "[c]", "[c]"]);
  });
});

describe("rates, shares and means follow their counts", () => {
  const rate = {
    label: "Rate",
    unit: count.unit,
    statType: "rate",
    per: 1000,
    numerator: "n",
    denominator: "people",
  } as const;
  const measures = { n: count, people: { ...count, label: "People" }, rate };
  const publish = { people: "publish" } as const;

  test("hidden with them", async () => {
    const spec = specWith({ measures, disclosure: { ...hide1to4, measures: publish } });
    const rows = [
      { area: "kent", n: 3, people: 1000, rate: 3 },
      { area: "essex", n: 30, people: 1000, rate: 30 },
    ];
    expect(await published(spec, rows)).toEqual(["[c]", 1000, "[c]", 30, 1000, 30]);
  });

  test("made anew from rounded ones", async () => {
    const spec = specWith({ measures, disclosure: { profile: "under5", measures: publish } });
    expect(await published(spec, [{ area: "kent", n: 33, people: 1000, rate: 33 }])).toEqual([35, 1000, 35]);
  });
});

describe("what the publisher hides", () => {
  test("is hidden better where the publisher's own totals give it away", async () => {
    const rows = areas({ north: 62, kent: "[c]", essex: 20, surrey: 40 });
    expect(await published(specWith({}), rows)).toEqual([62, "[c]", "[c]", 40]);
  });

  test("is left alone where it is well hidden", async () => {
    const rows = areas({ north: 62, kent: "[c]", essex: "[c]", surrey: 40 });
    expect(await published(specWith({}), rows)).toEqual([62, "[c]", "[c]", 40]);
  });
});

describe("refusals", () => {
  test("cells that readers know from elsewhere are never hidden, and may leave no choice", async () => {
    const disclosure = { ...hide1to4, known: [{ area: ["essex", "Surrey", "north"] }] };
    const rows = areas({ north: 63, kent: 3, essex: 20, surrey: 40 });
    const errors = await errorsOf(() => read(specWith({ disclosure }), rows));
    expect(errors).toMatchObject([
      { code: "disclosure-not-protected", message: expect.stringContaining("Offences for Kent has to be hidden") },
    ]);
    expect(JSON.stringify(errors)).not.toMatch(/\d/);
  });

  test.each([
    ["a profile that does not exist", { profile: "under6" }, "invalid-dataset-definition"],
    ["a range that is none", { profile: { hide: { from: 4, to: 1 } } }, "invalid-profile"],
    ["rounding together without a base", { ...hide1to4, rounding: "together" }, "invalid-profile"],
    ["a measure that does not exist", { ...hide1to4, measures: { m: "publish" } }, "unknown-name"],
    ["a dimension that does not exist", { ...hide1to4, known: [{ sex: "f" }] }, "unknown-name"],
  ])("%s", async (_, disclosure, code) => {
    const errors = await errorsOf(() => defineDataset(specWith({ disclosure: disclosure as never })));
    expect(errors.map((error) => error.code)).toEqual([code]);
  });

  test("a rate that does not say of which counts", async () => {
    const rate = { label: "Rate", unit: count.unit, statType: "rate" } as const;
    const errors = await errorsOf(() => defineDataset(specWith({ measures: { n: count, rate } })));
    expect(errors).toMatchObject([{ code: "unlinked-measure" }]);
  });
});

test("a share that does not say of which whole: with a shown part it gives the whole, and the hidden part with it", async () => {
  const share = { label: "Share", unit: count.unit, statType: "share", numerator: "n" } as const;
  const errors = await errorsOf(() => defineDataset(specWith({ measures: { n: count, share } })));
  expect(errors).toMatchObject([{ code: "unlinked-measure", hint: expect.stringContaining("denominator") }]);
  defineDataset(specWith({ measures: { n: count, all: count, share: { ...share, denominator: "all" } } }));
});

describe("a rate gives no count that is not there", () => {
  const rate = { label: "Rate", unit: count.unit, statType: "rate", per: 1000, numerator: "n", denominator: "pop" };
  const spec = specWith({
    dimensions: { area: { role: "area", label: "Area" } },
    measures: { n: count, pop: count, rate: rate as never },
    disclosure: { ...hide1to4, measures: { pop: "publish" } },
    layout: { vintage: { column: "published" } },
  });
  const own = { area: "Kent", n: 12, pop: 4000, rate: 3, published: "2019" };
  const other = { area: "Essex", n: 50, pop: 4000, rate: 12.5, published: "2019" };
  const ratesOf = async (rows: readonly Row[]) =>
    (await read(spec, rows)).observations.flatMap(({ measure, at, cell }) =>
      measure === "rate" && at.area === "kent" && cell.state !== "missing" ? [cell.state] : [],
    );

  test("where the count is there, it is shown", async () => {
    expect(await ratesOf([own, other])).toEqual(["value"]);
  });
  test("where its count is missing", async () => {
    expect(await ratesOf([{ ...own, n: "" }, other])).toEqual(["suppressed"]);
  });
  test("where only another publication has a count, which makes another rate", async () => {
    const revised = { area: "Kent", n: "", pop: "", rate: 0.5, published: "2020" };
    expect(await ratesOf([own, revised, other])).toEqual(["suppressed", "suppressed"]);
    expect(await ratesOf([own, { ...revised, rate: 3 }, other])).toEqual(["value", "value"]);
  });
});

describe("nothing tells what is hidden", () => {
  const spec = specWith({ layout: { note: { column: "note" } } });
  const rowsWith = (kent: number, note = "") => [
    { area: "north", n: 63, note: "" },
    { area: "kent", n: kent, note },
    { area: "essex", n: 23 - kent, note: "" },
    { area: "surrey", n: 40, note: "Two more than last year, 38." },
  ];

  test("tables that look the same have the same hash", async () => {
    const hashes = await Promise.all([1, 2, 3, 4].map(async (kent) => (await read(spec, rowsWith(kent))).hash));
    expect(new Set(hashes).size).toBe(1);
  });

  test("an error about a cell does not repeat its digits", async () => {
    const errors = await errorsOf(() =>
      read(spec, [
        { area: "kent", n: "3b", note: "" },
        { area: "essex", n: 2.5, note: "" },
      ]),
    );
    expect(errors.map(({ message }) => message)).toEqual([
      'The cell holds "#b", which is neither a number nor a declared marker.',
      "The cell holds #.#: a count has to be a whole number.",
    ]);
  });

  test("remarks on hidden cells are dropped, and those with figures", async () => {
    const { observations } = await read(spec, rowsWith(3, "three brothers"));
    expect(observations.map(({ note }) => note)).toEqual(["", "", "", ""]);
  });

  test("the order of the rows changes nothing", async () => {
    const rows = areas({ north: 66, kent: 3, essex: 20, surrey: 40, devon: 2, dorset: 7 }).map((row) => ({ ...row }));
    rows[0] = { area: "north", n: 63 };
    const open = specWith({ dimensions: { area: { ...regions, open: true } } });
    const hiddenOf = async (list: readonly Row[]) =>
      (await read(open, list)).observations
        .filter(({ cell }) => cell.state === "suppressed")
        .map(({ at }) => at.area)
        .sort();
    const expected = await hiddenOf(rows);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        expect(await hiddenOf(shuffled)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  test("the author's report counts and does not tell", async () => {
    const { disclosure } = await read(spec, rowsWith(3));
    expect(describeProtection(disclosure ?? ({} as never))).toEqual([
      "Profile own: counts from 1 to 4 are hidden, the others are shown as they are.",
      "Offences: of 4 cells, 1 hidden by the rule or the publisher, 1 more so that those cannot be worked out.",
      expect.stringContaining("other tables would look just the same to a reader"),
    ]);
  });
});

test("the author's report counts what followed the counts behind it, and no cell that is missing", async () => {
  const rate = { label: "Rate", unit: count.unit, statType: "rate", per: 1000, numerator: "n", denominator: "people" };
  const spec = specWith({
    measures: { n: count, people: { ...count, label: "People" }, rate: rate as never },
    disclosure: { ...hide1to4, measures: { people: "publish" } },
  });
  const rows = [
    { area: "kent", n: 3, people: 1000, rate: 3 },
    { area: "essex", n: 30, people: 1000, rate: 30 },
    { area: "surrey", n: 40, people: 1000, rate: "" },
  ];
  const { disclosure } = await read(spec, rows);
  expect(disclosure?.measures).toEqual({
    n: { label: "Offences", cells: 3, primary: 1, secondary: 0, remembered: 0, derived: 0 },
    rate: { label: "Rate", cells: 2, primary: 0, secondary: 0, remembered: 0, derived: 1 },
  });
});

test("counts that are too many to be rounded together are an error, and say no number", async () => {
  const names = Array.from({ length: 4100 }, (_, index) => `a${index}`);
  const area = {
    role: "area",
    label: "Area",
    total: "all",
    categories: ["all", ...names].map((id) => ({ id, label: id })),
  } as const;
  const rows = areas({ all: 41_000, ...Object.fromEntries(names.map((name) => [name, 10])) });
  const spec = specWith({ dimensions: { area }, disclosure: { profile: "under5", rounding: "together" } });
  const errors = await errorsOf(() => read(spec, rows));
  expect(errors).toMatchObject([
    { code: "rounding-not-possible", message: expect.stringContaining("The counts around Offences for a") },
  ]);
});

describe("notes beside cells", () => {
  const layout = { note: { column: "remark" }, statuses: [{ noteContains: "estimate", status: "estimated" as const }] };
  const rows = [
    { area: "north", n: 42, remark: "includes three cases in Kent" },
    { area: "kent", n: 3, remark: "an estimate" },
    { area: "essex", n: 19, remark: "an estimate" },
    { area: "surrey", n: 20, remark: "" },
  ];
  const notesOf = async (spec: DatasetSpec) => {
    const dataset = await read(spec, rows);
    const seen = dataset.observations.map(({ cell, note, statuses }) => [cell.state, note, statuses.join()]);
    return { seen, codes: dataset.diagnostics.map(({ code }) => code) };
  };

  test("are left out with a warning, and so is the status of what is hidden", async () => {
    const { seen, codes } = await notesOf(specWith({ layout }));
    expect(seen.map(([, note]) => note)).toEqual(["", "", "", ""]);
    expect(seen.find(([state]) => state === "suppressed")?.[2]).toBe("");
    expect(codes).toContain("notes-left-out");
    const [one] = (await read(specWith({ layout }), rows.slice(0, 1))).diagnostics;
    expect(one?.message).toBe("The notes beside 1 cell are left out: words can tell what is hidden.");
  });

  test("stay, where the definition says that readers have them, or nothing is protected", async () => {
    const published = await notesOf(specWith({ layout, disclosure: { ...hide1to4, notes: "published" } }));
    expect(published.seen.map(([, note]) => note)).toEqual(rows.map(({ remark }) => remark));
    expect(published.codes).not.toContain("notes-left-out");
    const open = await notesOf(specWith({ layout, disclosure: { profile: "none" } }));
    expect(open.seen.map(([, note]) => note)).toEqual(rows.map(({ remark }) => remark));
  });
});

test("the report counts the cells that there are, and no total that nobody publishes", async () => {
  const parts = { kent: "north", essex: "north", sussex: "south", dorset: "south", north: "uk", south: "uk" };
  const categories = Object.entries({ uk: undefined, ...parts }).map(([id, parent]) => ({
    id,
    label: id,
    ...(parent && { parent }),
  }));
  const values = { uk: 63, kent: 3, essex: 20, sussex: 30, dorset: 10 };
  const rows = Object.entries(values).map(([area, n]) => ({ area, n }));
  const dataset = await read(specWith({ dimensions: { area: { ...regions, categories } } }), rows);
  expect(dataset.disclosure?.measures.n).toMatchObject({ cells: 5, primary: 1, secondary: 1 });
});
