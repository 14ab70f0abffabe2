import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generateBriefings } from "../../src/batch/index.ts";
import { defineBriefing } from "../../src/briefing/index.ts";
import { type Claim, count, createClaimEvaluator, evaluateClaims, median, rank } from "../../src/claims/index.ts";
import { type CategorySpec, type DatasetSpec, defineDataset, readDataset } from "../../src/dataset/index.ts";
import { presenceIn } from "../../src/dataset/lifetime.ts";
import { formatDiagnostic } from "../../src/diagnostics/index.ts";
import { diagnosticsOf, laterDiagnosticsOf } from "../support/diagnostics-of.ts";

type Areas = readonly CategorySpec[];

const definition = (
  categories: Areas,
  more: Partial<DatasetSpec> & { readonly aliases?: Record<string, string> } = {},
) => {
  const { aliases, ...rest } = more;
  return defineDataset({
    title: "Referrals",
    dimensions: {
      area: { role: "area", label: "Area", plural: "districts", categories, ...(aliases && { aliases }) },
      year: { role: "time", label: "Year" },
    },
    measures: { referrals: { label: "Referrals", unit: { one: "referral", other: "referrals" }, statType: "count" } },
    sources: { returns: { title: "Returns", publisher: "Councils", kind: "official-statistics" } },
    ...rest,
  } as DatasetSpec);
};

/** Two districts that became one in April 2009, and one that stayed. */
const areas: Areas = [
  { id: "E12000001", label: "North" },
  { id: "E07000001", label: "Upper Dale", parent: "E12000001", until: "2009-03-31", successors: ["E06000001"] },
  { id: "E07000002", label: "Lower Dale", parent: "E12000001", until: "2009-03-31", successors: ["E06000001"] },
  { id: "E06000001", label: "Dale", parent: "E12000001", since: "2009-04-01" },
  { id: "E07000003", label: "Moor", parent: "E12000001" },
  { id: "E07000004", label: "Fell", parent: "E12000001" },
];
const csv = `area,year,referrals
Upper Dale,2008/09,30
Lower Dale,2008/09,20
Moor,2008/09,41
Fell,2008/09,70
Dale,2009/10,55
Moor,2009/10,44
Fell,2009/10,71
`;
const read = (text = csv, categories = areas) =>
  readDataset(definition(categories), { csv: text }, { id: "referrals" });
const saidOf = async (...input: Parameters<typeof read>) =>
  (await laterDiagnosticsOf(() => read(...input))).map(formatDiagnostic);

async function claimsOf(make: (dataset: Awaited<ReturnType<typeof read>>) => Record<string, unknown>, text = csv) {
  const dataset = await read(text);
  const evaluator = createClaimEvaluator(new Map([[dataset.id, dataset]]));
  return evaluateClaims(make(dataset) as never, evaluator) as ReadonlyMap<string, Claim>;
}
const wordsOf = (claims: ReadonlyMap<string, Claim>) =>
  Object.fromEntries(
    [...claims].map(([id, { words, issues }]) => [
      id,
      [words.sentence, ...issues.map(({ message }) => message)].join(" "),
    ]),
  );

describe("an area counts in periods in which it is there", () => {
  test("in ranks and medians, and in what is said of those without a figure", async () => {
    const claims = await claimsOf((referrals) => ({
      before: rank(referrals, { area: "moor", year: "2008/09", among: "area" } as never),
      after: rank(referrals, { area: "moor", year: "2009/10", among: "area" } as never),
      middle: median(referrals, { year: "2009/10", among: "area" } as never),
    }));
    expect(wordsOf(claims)).toEqual({
      before: "The second highest of 4 districts",
      after: "The lowest of 3 districts",
      middle: "Fifty-five, the median of 3 districts",
    });
  });

  test("one that is there and has no figure is still missed", async () => {
    const claims = await claimsOf(
      (referrals) => ({ middle: median(referrals, { year: "2009/10", among: "area" } as never) }),
      csv.replace("Fell,2009/10,71\n", ""),
    );
    expect(wordsOf(claims).middle).toContain("Of 3 districts, 2 have a figure for 2009/10; 1 has none.");
  });

  test("a sum over the years takes a district until it ends, and then its successor", async () => {
    const claims = await claimsOf((referrals) => ({
      dale: count(referrals, { area: ["upper dale", "lower dale", "dale"], year: ["2008/09", "2009/10"] } as never),
      // Nothing follows Moor, and nothing stands for Dale before it was there.
      open: count(referrals, { area: ["moor", "dale"], year: "2008/09" } as never),
    }));
    expect(claims.get("dale")?.figure?.value).toBe(105);
    expect(claims.get("open")).toMatchObject({ figure: null, absence: "missing" });
  });

  test("an area that has ended is no subject of a batch", async () => {
    const briefing = defineBriefing({
      title: "Referrals in {{area.label}}",
      lang: "en-GB",
      datasets: { referrals: definition(areas) },
      parameters: { area: { kind: "category", dataset: "referrals", dimension: "area" } },
      claims: ({ referrals, area }: never) => ({ total: count(referrals, { area, year: "latest" } as never) }),
      template: { file: "referrals.hbs", text: '<p>{{claim "total"}}</p>' },
    } as never);
    const made: string[] = [];
    for await (const { parameters } of generateBriefings(briefing, {
      data: { referrals: { csv } },
      each: "area",
      formats: ["html"],
    } as never))
      made.push(parameters.area ?? "");
    expect(made).toEqual(["E06000001", "E07000003", "E07000004"]);
  });

  test("zeros are filled in only where it is there", async () => {
    const spec = definition(areas, {
      measures: {
        referrals: {
          label: "Referrals",
          unit: { one: "referral", other: "referrals" },
          statType: "count",
          absent: "zero",
        },
      },
    });
    const dataset = await readDataset(spec, { csv: csv.replace("Fell,2009/10,71\n", "") }, { id: "referrals" });
    const filled = dataset.observations.filter(({ cell }) => cell.state === "value" && cell.value === 0);
    expect(filled.map(({ at }) => [at.area, dataset.period(at.year ?? "")?.label])).toEqual([["E07000004", "2009/10"]]);
  });

  test("a period that most areas did not live to see is not sparse", async () => {
    const many = Array.from({ length: 9 }, (_, index) => ({
      id: `old-${index}`,
      label: `Old ${index}`,
      until: "2008",
      successors: ["new"],
    }));
    const categories = [...many, { id: "new", label: "New", since: "2009" }];
    const rows = many.map(({ id }) => `${id},2008,50`).join("\n");
    const dataset = await read(`area,year,referrals\n${rows}\nnew,2009,450\n`, categories);
    const { meaning } = dataset.relativePeriods("referrals");
    expect("latest" in meaning && [meaning.latest.period?.label, meaning.latest.sparse]).toEqual(["2009", undefined]);
  });
});

test("for any lives of areas, ranks are of those that are there, by code as by name, and sums of parts hold", async () => {
  const years = [2010, 2011, 2012, 2013];
  const life = fc.record({
    from: fc.integer({ min: 2009, max: 2013 }),
    length: fc.integer({ min: 0, max: 4 }),
    name: fc.constantFrom("Ash", "Birch", "Cedar", "Elm"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(life, { minLength: 2, maxLength: 7 }), async (lives) => {
      const kept = lives.filter(({ from, length, name }, index) =>
        lives
          .slice(0, index)
          .every((other) => other.name !== name || other.from + other.length < from || from + length < other.from),
      );
      const categories: Areas = [
        { id: "R", label: "Region" },
        ...kept.map(({ from, length, name }, index) => ({
          id: `A${index}`,
          label: name,
          parent: "R",
          since: `${from}`,
          until: `${from + length}-12-31`,
        })),
      ];
      const there = (year: number) =>
        kept.flatMap(({ from, length }, index) => (from <= year && year <= from + length ? [index] : []));
      const rowsOf = (nameOf: (index: number) => string) =>
        years.flatMap((year) => there(year).map((index) => `${nameOf(index)},${year},${10 * (index + 1)}`));
      fc.pre(years.every((year) => there(year).length > 1));
      const totals = years.map((year) => `R,${year},${there(year).reduce((sum, index) => sum + 10 * (index + 1), 0)}`);
      const textOf = (rows: readonly string[]) => `area,year,referrals\n${[...rows, ...totals].join("\n")}\n`;
      const byCode = await read(textOf(rowsOf((index) => `A${index}`)), categories);
      const byName = await read(textOf(rowsOf((index) => kept[index]?.name ?? "")), categories);
      expect(byName.observations).toEqual(byCode.observations);
      expect(byCode.diagnostics).toEqual([]);
      const evaluator = createClaimEvaluator(new Map([["referrals", byName]]));
      for (const year of years) {
        const claims = evaluateClaims(
          { middle: median(byName as never, { year: `${year}`, among: "area" } as never) } as never,
          evaluator,
        ) as ReadonlyMap<string, Claim>;
        const { evidence, issues } = claims.get("middle") as Claim;
        expect(evidence.map(({ observation }) => observation.at.area).sort()).toEqual(
          there(year)
            .map((index) => `A${index}`)
            .sort(),
        );
        expect(issues).toEqual([]);
      }
    }),
  );
});

describe("what is wrong is said", () => {
  test("of a figure outside of an area's time, with what followed it", async () => {
    expect(await saidOf(`${csv}Upper Dale,2009/10,3\nUpper Dale,2010/11,4\nDale,2008/09,[c]\n`)).toEqual(
      [
        '<csv>, row 9, "referrals": error: "Upper Dale" (E07000001) is there until 2009-03-31, and has a figure for 2009/10. It was followed by Dale (E06000001). 1 more like it: row 10. Correct the code, or since and until of E07000001; leave them out if the publisher counts by its area at other times. [outside-lifetime]',
        '<csv>, row 11, "referrals": error: "Dale" (E06000001) is there since 2009-04-01, and has a figure for 2008/09. Correct the code, or since and until of E06000001; leave them out if the publisher counts by its area at other times. [outside-lifetime]',
      ].map((line) => line.replace("<csv>", "referrals")),
    );
    // A cell that says that there is nothing is none.
    expect(await saidOf(`${csv}Upper Dale,2009/10,[z]\nUpper Dale,2010/11,\n`)).toEqual([]);
  });

  test("of a year in which an area ends, both may have figures", async () => {
    const calendar =
      "area,year,referrals\nUpper Dale,2009,8\nLower Dale,2009,5\nDale,2009,40\nMoor,2009,9\nFell,2009,7\n";
    expect(await saidOf(calendar)).toEqual([]);
  });

  test.each([
    [[{ id: "a", label: "A", since: "soon" }], '"soon" is not a day or a period that has one reading.'],
    [
      [{ id: "a", label: "A", since: "2010", until: "2009" }],
      "a is there since 2010, and until 2009, which is before that.",
    ],
    [
      [
        { id: "a", label: "A", until: "2009", successors: ["b"] },
        { id: "b", label: "B", since: "2009" },
      ],
      "b takes the place of a, and both are there on some days.",
    ],
    [
      [
        { id: "a", label: "A", until: "2009", parent: "b" },
        { id: "b", label: "B", since: "2010" },
      ],
      "a is held by b, and they are never there on one day.",
    ],
  ])("of lives that cannot be: %#", (categories, message) => {
    const [first, ...others] = diagnosticsOf(() => definition(categories));
    expect([first?.code, first?.message, others]).toEqual(["invalid-lifetime", message, []]);
  });

  test("of successors and aliases that there are none of, and of one name at one time", () => {
    const codes = (categories: Areas, aliases = {}) =>
      diagnosticsOf(() => definition(categories, { aliases })).map(({ code }) => code);
    expect(codes([{ id: "a", label: "A", until: "2009", successors: ["c"] }])).toEqual(["unknown-name"]);
    expect(codes([{ id: "a", label: "A" }], { B: "b" })).toEqual(["unknown-name"]);
    expect(
      codes([
        { id: "a", label: "A", until: "2009-06" },
        { id: "b", label: "A", since: "2009-06-30" },
      ]),
    ).toEqual(["duplicate-category"]);
    expect(
      codes([
        { id: "a", label: "A", until: "2009-06" },
        { id: "b", label: "A", since: "2009-07-01" },
      ]),
    ).toEqual([]);
  });
});

test.each([
  ["2009", "2009-01-01", "2010-01-01"],
  ["2009-04", "2009-04-01", "2009-05-01"],
  ["2009-10", "2009-10-01", "2009-11-01"],
  ["2009-12-31", "2009-12-31", "2010-01-01"],
  ["2009/10", "2009-04-01", "2010-04-01"],
])("since and until %s are of its first and last day", (text, start, endExclusive) => {
  const period = { start, endExclusive };
  expect(presenceIn({ since: text, until: text }, period)).toBe("all");
  expect(presenceIn({ since: text }, { start: "1900-01-01", endExclusive: start })).toBe("none");
  expect(presenceIn({ until: text }, { start: endExclusive, endExclusive: "2100-01-01" })).toBe("none");
  expect(presenceIn({ until: text }, { start, endExclusive: "2100-01-01" })).toBe("some");
});

describe("names that are no declared category", () => {
  const councils: Areas = [
    "Bristol, City of",
    "Kingston upon Hull, City of",
    "Buckinghamshire",
    "St Albans",
    "Devon",
  ].map((label, index) => ({
    id: `E0600000${index}`,
    label,
  }));

  test("are one error, with the nearest and the line to paste, which works", async () => {
    const text =
      "area,year,referrals\nBristol,2018,9\nBristol,2019,8\nHull,2018,7\nBuckinghamshre,2018,6\nNarnia,2018,5\nSt. Albans,2018,4\n";
    const [said, ...others] = await saidOf(text, councils);
    expect(others).toEqual([]);
    expect(said).toContain(
      '4 names of area are no declared category: "Bristol" (nearest: "Bristol, City of", 2 rows), "Hull" (nearest: "Kingston upon Hull, City of"), "Buckinghamshre" (nearest: "Buckinghamshire"), "Narnia" (none is near).',
    );
    const pasted = /aliases: (\{.*?\})\./u.exec(said ?? "")?.[1];
    expect(said).toContain('layout: { rows: { except: { "area": "Narnia" } } }');
    const spec = definition(councils, {
      aliases: JSON.parse(pasted ?? ""),
      layout: { rows: { except: { area: "Narnia" } } },
    });
    const dataset = await readDataset(spec, { csv: text }, { id: "referrals" });
    expect(dataset.observations.map(({ at }) => at.area)).toEqual([
      "E06000000",
      "E06000000",
      "E06000001",
      "E06000002",
      "E06000003",
    ]);
    expect(dataset.diagnostics).toEqual([]);
  });

  test("are counted beyond the first twenty", async () => {
    const rows = Array.from(
      { length: 50 },
      (_, index) => `${String.fromCharCode(65 + (index % 26)).repeat(9)}${index},2018,5`,
    );
    const [found, ...others] = await laterDiagnosticsOf(() =>
      read(`area,year,referrals\n${rows.join("\n")}\n`, councils),
    );
    expect(others).toEqual([]);
    expect(found?.count).toBe(50);
    expect(found?.message).toMatch(/^50 names of area .* and 30 more\.$/);
  });
});
