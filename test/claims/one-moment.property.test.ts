import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Claim,
  type ClaimSpec,
  change,
  comparison,
  count,
  createClaimEvaluator,
  evaluateClaims,
  evaluateTable,
  median,
  rank,
  table,
} from "../../src/claims/index.ts";
import { defineDataset, readDataset, type TypedDataset } from "../../src/dataset/index.ts";
import { trials } from "../support/trials.ts";

const definition = defineDataset({
  title: "Offences",
  dimensions: {
    area: { role: "area", label: "Area", plural: "areas" },
    year: { role: "time", label: "Year" },
  },
  measures: { offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: { home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics" } },
});
type Offences = TypedDataset<typeof definition>;

interface Row {
  readonly area: string;
  readonly year: string;
  readonly offences: number | string;
}

const read = (rows: readonly Row[]): Promise<Offences> =>
  readDataset(definition, { rows: rows.map((row) => ({ ...row })) }, { id: "offences" });

function evaluate(dataset: Offences, spec: ClaimSpec): Claim {
  const claim = evaluateClaims({ it: spec }, createClaimEvaluator(new Map([["offences", dataset]]))).get("it");
  if (!claim) throw new Error("The claim was not evaluated.");
  return claim;
}

/** By area and year, as somebody would write a few: `{ A: { 2020: 100, 2021: 120 } }`. */
const rowsOf = (cells: Readonly<Record<string, Readonly<Record<string, number | string>>>>): readonly Row[] =>
  Object.entries(cells).flatMap(([area, years]) =>
    Object.entries(years).map(([year, offences]) => ({ area, year, offences })),
  );

describe("one period for all", () => {
  const gap = rowsOf({ A: { 2020: 90, 2021: 120 }, Old: { 2020: 500 }, C: { 2020: 80, 2021: 110 } });

  test("an area without the latest period is neither ranked nor in the median, and is counted", async () => {
    const dataset = await read(gap);
    const first = evaluate(dataset, rank(dataset, { area: "a", year: "latest", among: "area" }));
    expect(first.words.phrase).toBe("the highest of 2 areas");
    expect(first.words.note).toContain("Of 3 areas, 2 have a figure for 2021; 1 has none.");
    const middle = evaluate(dataset, median(dataset, { year: "latest", among: "area" }));
    expect(middle.figure?.value).toBe(115);
    const old = evaluate(dataset, rank(dataset, { area: "old", year: "latest", among: "area" }));
    expect([old.absence, old.words.period]).toEqual(["missing", "2021"]);
    const beside = comparison(dataset, {
      left: { area: "a", year: "latest" },
      right: { median: { year: "latest" }, among: "area" },
    });
    expect(evaluate(dataset, beside).words.note).toContain("1 has none");
    expect(dataset.where({ year: "latest" }).map(({ year }) => year)).toEqual(["2021", "2021"]);
  });

  test("each area's own last period is asked for by another word, printed, and never ranked, added up or drawn", async () => {
    const dataset = await read(gap);
    const own = (area: string) => count(dataset, { area, year: "latest-available" });
    expect(evaluate(dataset, own("old")).words).toMatchObject({ value: "500 (2020)", phrase: "500 offences (2020)" });
    expect(evaluate(dataset, own("a")).words.value).toBe("120 (2021)");
    const rise = evaluate(dataset, change(dataset, { area: "a", from: "previous", to: "latest-available" }));
    expect(rise.words.phrase).toBe("a 33% rise on the previous year (2020 to 2021)");
    const ranked = rank(dataset, { area: "a", year: "latest-available", among: "area" });
    expect(() => evaluate(dataset, ranked)).toThrow(/ranks and medians are of one period/);
    const sum = count(dataset, { area: ["a", "old"], year: "latest-available" });
    expect(() => evaluate(dataset, sum)).toThrow(/each area's own period/);
    expect(() => dataset.where({ year: "latest-available" })).toThrow(/each area's own period/);
    const sorted = table({
      caption: "By area",
      rowHeader: "Area",
      rows: dataset.categories("area"),
      columns: { last: { header: "Last", cell: (row) => own(row.id) } },
      sort: { by: "last", order: "descending" },
    });
    const evaluator = createClaimEvaluator(new Map([["offences", dataset]]));
    expect(() => evaluateTable("t", sorted, evaluator)).toThrow(/sorted by "last"/);
  });

  test("a period that most areas lack is named to the author, with the last that most have", async () => {
    const dataset = await read(
      rowsOf({ A: { 2020: 1, 2021: 2, 2022: 3 }, B: { 2020: 1, 2021: 2 }, C: { 2020: 1, 2021: 2 } }),
    );
    const { issues, words } = evaluate(dataset, count(dataset, { area: "a", year: "latest" }));
    expect(issues.map(({ message }) => message)).toEqual([
      '"latest" is 2022, for which 1 of 3 areas has a figure of offences. The last period that most of them have is 2021.',
    ]);
    expect(words.note).not.toContain("2021");
  });

  test("years and their quarters are two series: the author says which one the words are about", async () => {
    const rows = rowsOf({ A: { 2019: 5, 2020: 9, "2020 Q1": 2, "2020 Q2": 3, "2020 Q3": 2, "2020 Q4": 2 } });
    const dataset = await read(rows);
    expect(() => evaluate(dataset, count(dataset, { area: "a", year: "latest" }))).toThrow(
      /periods of several lengths for offences: quarterly ones \(2020 Q1\) and annual ones \(2019\)/,
    );
    const { spec } = definition;
    for (const [frequency, figure] of [
      ["annual", 9],
      ["quarterly", 2],
    ] as const) {
      const year = { ...spec.dimensions.year, frequency };
      const declared = defineDataset({ ...spec, dimensions: { ...spec.dimensions, year } });
      const found = await readDataset(declared, { rows: rows.map((row) => ({ ...row })) }, { id: "offences" });
      const evaluator = createClaimEvaluator(new Map([["offences", found]]));
      const claims = evaluateClaims({ it: count(found, { area: "a", year: "latest" }) }, evaluator);
      expect(claims.get("it")?.figure?.value).toBe(figure);
    }
  });
});

const areas = ["Ash", "Box", "Cam", "Dun", "Eye", "Fen"];
const years = ["2017", "2018", "2019", "2020", "2021"];

/** Few rows of many that there could be; hidden and missing ones among them. */
const sparse: fc.Arbitrary<readonly Row[]> = fc
  .uniqueArray(
    fc.record({
      area: fc.constantFrom(...areas),
      year: fc.constantFrom(...years),
      offences: fc.oneof(
        { weight: 12, arbitrary: fc.integer({ min: 0, max: 9 }) as fc.Arbitrary<number | string> },
        { weight: 1, arbitrary: fc.constant("[c]") },
        { weight: 2, arbitrary: fc.constantFrom("", "[x]") },
      ),
    }),
    { selector: ({ area, year }) => `${area} ${year}`, minLength: 1, maxLength: 22 },
  )
  .filter((rows) => rows.some(({ offences }) => offences !== "" && offences !== "[x]"));

/** Written from the promise alone, and with nothing of the library. */
function expected(rows: readonly Row[]) {
  const answered = rows.filter(({ offences }) => typeof offences === "number" || offences === "[c]");
  const held = years.filter((year) => answered.some((row) => row.year === year));
  const latest = held.at(-1) as string;
  const at = (year: string) =>
    new Map(answered.filter((row) => row.year === year).map((row) => [row.area, row.offences]));
  const cells = at(latest);
  const isHidden = [...cells.values()].includes("[c]");
  const numbers = [...cells.values()].filter((value) => typeof value === "number").sort((a, b) => a - b);
  const half = numbers.length / 2;
  const middle = Number.isInteger(half)
    ? ((numbers[half - 1] as number) + (numbers[half] as number)) / 2
    : numbers[Math.floor(half)];
  return {
    latest,
    first: held[0] as string,
    previous: String(Number(latest) - 1),
    at,
    isHidden,
    size: numbers.length,
    median: isHidden ? undefined : middle,
    rank: (area: string) => {
      const own = cells.get(area);
      return isHidden || typeof own !== "number" ? undefined : numbers.filter((value) => value > own).length + 1;
    },
    own: (area: string) =>
      answered
        .filter((row) => row.area === area)
        .map(({ year }) => year)
        .sort()
        .at(-1),
  };
}

interface Checked {
  readonly dataset: Offences;
  readonly evaluator: ReturnType<typeof createClaimEvaluator>;
  readonly right: ReturnType<typeof expected>;
}

const ofSparseTables = (check: (checked: Checked) => void): Promise<void> =>
  fc.assert(
    fc.asyncProperty(sparse, async (rows) => {
      const dataset = await read(rows);
      check({ dataset, evaluator: createClaimEvaluator(new Map([["offences", dataset]])), right: expected(rows) });
    }),
    { numRuns: trials(120, 40) },
  );

const absenceOf = (value: number | string | undefined) =>
  value === "[c]" ? "suppressed" : value === undefined ? "missing" : null;

describe("of any sparse table, as an independent reading has it", () => {
  test.each(["latest", "previous", "first"] as const)("tables and rows of %s are of one period", async (word) => {
    await ofSparseTables(({ dataset, evaluator, right }) => {
      const cells = right.at(right[word]);
      const spec = table({
        caption: "By area",
        rowHeader: "Area",
        rows: dataset.categories("area"),
        columns: { it: { header: "It", cell: (row) => count(dataset, { area: row.id, year: word }) } },
      });
      for (const { header, cells: claims } of evaluateTable("t", spec, evaluator).rows) {
        const value = cells.get(header);
        expect(claims[0]?.words.period).toBe(right[word]);
        expect(claims[0]?.figure?.value).toBe(typeof value === "number" ? value : undefined);
        expect(claims[0]?.absence).toBe(absenceOf(value));
      }
      for (const { year } of dataset.where({ year: word })) expect(year).toBe(right[word]);
    });
  });

  test("ranks, of how many, and medians are of that period alone", async () => {
    await ofSparseTables(({ dataset, evaluator, right }) => {
      const found = (spec: ClaimSpec) => evaluateClaims({ it: spec }, evaluator).get("it") as Claim;
      const middle = found(median(dataset, { year: "latest", among: "area" }));
      // One figure has no place among others, and no middle.
      const ofSeveral = <T>(value: T): T | undefined => (right.size > 1 ? value : undefined);
      expect([middle.figure?.value, middle.words.period]).toEqual([ofSeveral(right.median), right.latest]);
      for (const { id, label } of dataset.categories("area")) {
        const highest = found(rank(dataset, { area: id, year: "latest", among: "area" }, { order: "highest" }));
        expect([highest.figure?.value, highest.words.period]).toEqual([ofSeveral(right.rank(label)), right.latest]);
        if (highest.figure) expect(highest.words.phrase).toContain(` of ${right.size} areas`);
        expect(new Set(highest.evidence.map(({ observation }) => observation.at.year)).size).toBeLessThanOrEqual(1);
      }
    });
  });

  test("each area's own last period stands beside its figure", async () => {
    await ofSparseTables(({ dataset, evaluator, right }) => {
      for (const { id, label } of dataset.categories("area")) {
        const spec = count(dataset, { area: id, year: "latest-available" });
        const own = evaluateClaims({ own: spec }, evaluator).get("own");
        const year = right.own(label);
        if (year !== undefined) expect(own?.words.period).toBe(year);
        if (own?.figure) expect(own.words.value).toBe(`${own.figure.value} (${year})`);
      }
    });
  });
});
