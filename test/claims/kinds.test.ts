import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Claim,
  type ClaimKind,
  type ClaimSpec,
  change,
  comparison,
  count,
  createClaimEvaluator,
  direction,
  evaluateClaims,
  evaluateTable,
  median,
  rank,
  rate,
  record,
  share,
  standing,
  table,
  trend,
} from "../../src/claims/index.ts";
import { type Dataset, defineDataset, readDataset, type TypedDataset } from "../../src/dataset/index.ts";
import { diagnosticsOf } from "../support/diagnostics-of.ts";
import { trials } from "../support/trials.ts";

const definition = defineDataset({
  title: "Offences",
  dimensions: {
    area: { role: "area", label: "Area", plural: "areas" },
    period: { role: "time", label: "Year" },
  },
  measures: {
    offences: {
      label: "Offences",
      unit: { one: "offence", other: "offences" },
      statType: "count",
      breaks: [{ at: "2021/22", note: "a new counting rule." }],
    },
  },
  sources: {
    home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics", published: "2020-07-17" },
  },
});
type Offences = TypedDataset<typeof definition>;

async function offencesOf(rows: Readonly<Record<string, readonly [string, unknown][]>>): Promise<Offences> {
  const flat = Object.entries(rows).flatMap(([area, cells]) =>
    cells.map(([period, offences]) => ({ area, period, offences })),
  );
  return readDataset(definition, { rows: flat }, { id: "offences" });
}

const evaluatorOf = (dataset: Dataset) => createClaimEvaluator(new Map([["offences", dataset]]));

function evaluate(dataset: Dataset, spec: ClaimSpec): Claim {
  const claim = evaluateClaims({ it: spec }, evaluatorOf(dataset)).get("it");
  if (!claim) throw new Error("The claim was not evaluated.");
  return claim;
}

const years = (...values: unknown[]): [string, unknown][] =>
  values.map((value, index) => [`20${16 + index}/${17 + index}`, value]);

describe("words come from the figures", () => {
  test.each([
    [100, 240, "a 140% rise on the previous year", "rose by 140%"],
    [240, 100, "a 58% fall on the previous year", "fell by 58%"],
    [100, 100, "no change on the previous year", "did not change"],
    [1000, 1004, "little change on the previous year", "changed little"],
    [100, 108, "an 8% rise on the previous year", "rose by 8%"],
    [14, 22, "a rise from 14 to 22 on the previous year", "rose from 14 to 22"],
    [49, 3, "a fall from 49 to 3 on the previous year", "fell from 49 to 3"],
    [0, 5, "a rise from 0 to 5 on the previous year", "rose from 0 to 5"],
    [7, 7, "no change on the previous year, at 7", "did not change, at 7"],
  ])("from %d to %d: %s", async (from, to, phrase, verb) => {
    const dataset = await offencesOf({ Kent: years(from, to) });
    const claim = evaluate(dataset, change(dataset, { area: "kent", from: "previous", to: "latest" }));
    expect(claim.words).toMatchObject({ phrase, change: verb, period: "2016/17 to 2017/18" });
  });

  test("a change over several years says since when", async () => {
    const dataset = await offencesOf({ Kent: years(100, 150, 120) });
    expect(evaluate(dataset, change(dataset, { area: "kent", from: "first", to: "latest" })).words.phrase).toBe(
      "a 20% rise since 2016/17",
    );
  });

  test("`previous` is the year before, not the last one with a figure", async () => {
    const dataset = await offencesOf({
      Kent: [
        ["2016/17", 100],
        ["2018/19", 120],
      ],
    });
    const claim = evaluate(dataset, change(dataset, { area: "kent", from: "previous", to: "latest" }));
    expect(claim).toMatchObject({ verdict: "not-enough-evidence", figure: null, absence: "missing" });
  });

  test("a break in the series is said in the note", async () => {
    const dataset = await offencesOf({
      Kent: [
        ["2020/21", 100],
        ["2021/22", 120],
      ],
    });
    const claim = evaluate(dataset, change(dataset, { area: "kent", from: "previous", to: "latest" }));
    expect(claim.words.note).toBe(
      "Recorded crime. Home Office, 17 July 2020. Figures before and after 2021/22 are not like for like: a new counting rule.",
    );
  });

  test("one offence, two offences", async () => {
    const dataset = await offencesOf({ Kent: years(1, 2) });
    expect(evaluate(dataset, count(dataset, { area: "kent", period: "first" })).words.phrase).toBe("1 offence");
    expect(evaluate(dataset, count(dataset, { area: "kent", period: "latest" })).words.phrase).toBe("2 offences");
  });
});

describe("places among others", () => {
  test("ranks count those further out; equal ones share a place; the nearer end is named", async () => {
    const dataset = await offencesOf({ A: years(50), B: years(30), C: years(30), D: years(10), E: years(5) });
    const phrase = (area: string) =>
      evaluate(dataset, rank(dataset, { area, period: "latest", among: "area" })).words.phrase;
    expect(["a", "b", "d", "e"].map(phrase)).toEqual([
      "the highest of 5 areas",
      "the joint second highest of 5 areas",
      "the second lowest of 5 areas",
      "the lowest of 5 areas",
    ]);
  });

  test("the median of an even number is the mean of the middle two", async () => {
    const dataset = await offencesOf({ A: years(1), B: years(2), C: years(4), D: years(100) });
    const spec = median(dataset, { period: "latest", among: "area" });
    expect(evaluate(dataset, spec).figure?.value).toBe(3);
    const claim = evaluate(
      dataset,
      comparison(dataset, {
        left: { area: "d", period: "latest" },
        right: { median: { period: "latest" }, among: "area" },
      }),
    );
    expect(claim.words.phrase).toBe("higher than the median of 4 areas");
    expect(claim.figure?.text).toBe("33.3 times");
  });

  test("a record is one only against every year before", async () => {
    const dataset = await offencesOf({ Kent: years(5, 9, 7, 8, 10) });
    const highest = (period: string) => evaluate(dataset, record(dataset, { area: "kent", period })).words.phrase;
    expect(highest("2020/21")).toBe("the highest in these figures, which go back to 2016/17");
    const longer = await offencesOf({ Kent: years(5, 9, 7, 8, 10, 9) });
    expect(evaluate(longer, record(longer, { area: "kent", period: "2021/22" })).words.phrase).toBe(
      "not the highest in these figures, which go back to 2016/17",
    );
    expect(
      evaluate(dataset, record(dataset, { area: "kent", period: "2020/21" }, { since: "2016/17" })).words.phrase,
    ).toBe("the highest since 2016/17");
    // Four periods are no series.
    expect(evaluate(dataset, record(dataset, { area: "kent", period: "2019/20" })).absence).toBe("missing");
    const gap = await offencesOf({
      Kent: [
        ["2016/17", 5],
        ["2018/19", 9],
      ],
    });
    expect(evaluate(gap, record(gap, { area: "kent", period: "2018/19" })).verdict).toBe("not-enough-evidence");
  });

  test("the lowest since 2016/17 is what is said where 2016/17 was lower; not where records began then", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([9, 3, 8, 7, 6], { minLength: 5 }),
        fc.constantFrom("highest" as const, "lowest" as const),
        async (values, extreme) => {
          const dataset = await offencesOf({ Kent: years(...values) });
          const evaluated = (details: object) =>
            evaluate(
              dataset,
              record(dataset, { area: "kent", period: "2020/21" }, { extreme, since: "2016/17", ...details }),
            );
          const [boundary = 0, ...rest] = values;
          const last = rest.pop() ?? 0;
          const isFurther = (value: number) => (extreme === "highest" ? value > last : value < last);
          const said = { stated: {} };
          expect(evaluated(said).verdict).toBe(rest.some(isFurther) ? "refuted" : "supported");
          const isBeaten = [boundary, ...rest].some(isFurther);
          expect(evaluated({ ...said, includesSince: true }).verdict).toBe(isBeaten ? "refuted" : "supported");
          // What the program says of itself is of every period that it names.
          expect(evaluated({}).words.phrase.startsWith("not ")).toBe(isBeaten);
        },
      ),
      { numRuns: trials(40, 15) },
    );
  });

  test("a count over time is a rate", async () => {
    const dataset = await offencesOf({ Kent: [["2018/19", 730]] });
    expect(evaluate(dataset, rate(dataset, { area: "kent", period: "latest" }, { per: "day" })).words.phrase).toBe(
      "2.0 offences a day",
    );
  });
});

describe("what may not be computed", () => {
  test("a sum that counts cases twice, a wrong name, a period not said: all reported at once, by claim", async () => {
    const nested = defineDataset({
      ...definition.spec,
      dimensions: {
        ...definition.spec.dimensions,
        area: {
          role: "area",
          label: "Area",
          categories: [
            { id: "wales", label: "Wales" },
            { id: "gwent", label: "Gwent", parent: "wales" },
          ],
        },
      },
    });
    const dataset = await readDataset(
      nested,
      {
        rows: [
          { area: "Wales", period: "2018/19", offences: 300 },
          { area: "Gwent", period: "2018/19", offences: 44 },
          { area: "Gwent", period: "2017/18", offences: 40 },
        ],
      },
      { id: "offences" },
    );
    const specs: Record<string, ClaimSpec> = {
      twice: count(dataset, { area: ["wales", "gwent"], period: "latest" }),
      misspelt: { kind: "count", dataset: "offences", of: { at: { area: "Gwennt", period: "latest" } } },
      undated: { kind: "count", dataset: "offences", of: { at: { area: "gwent" } } },
      elsewhere: { kind: "count", dataset: "ofences", of: { at: { area: "gwent", period: "latest" } } },
    };
    {
      const found = diagnosticsOf(() => evaluateClaims(specs, evaluatorOf(dataset)));
      expect(found.map(({ code, source, hint }) => [source?.id, code, hint])).toEqual([
        ["twice", "counted-twice", "Select one of them."],
        ["misspelt", "unknown-category", 'Did you mean "gwent"?'],
        ["undated", "period-not-said", 'Add period: "latest", or a period such as "2018/19".'],
        ["elsewhere", "unknown-dataset", 'Did you mean "offences"?'],
      ]);
    }
  });
});

describe("a hidden cell hides what is derived from it", () => {
  /** A claim of each kind that a dataset decides: the compiler asks for one of a new kind. */
  const kinds: Readonly<Record<Exclude<ClaimKind, "statement"> | "sum", (dataset: Offences) => ClaimSpec>> = {
    count: (d) => count(d, { area: "kent", period: "2017/18" }),
    sum: (d) => count(d, { area: ["kent", "essex"], period: "2017/18" }),
    change: (d) => change(d, { area: "kent", from: "2016/17", to: "2017/18" }),
    share: (d) =>
      share(d, { part: { area: "essex", period: "2017/18" }, whole: { area: ["kent", "essex"], period: "2017/18" } }),
    comparison: (d) =>
      comparison(d, { left: { area: "essex", period: "2017/18" }, right: { area: "kent", period: "2017/18" } }),
    median: (d) => median(d, { period: "2017/18", among: "area" }),
    rank: (d) => rank(d, { area: "essex", period: "2017/18", among: "area" }),
    record: (d) => record(d, { area: "kent", period: "2017/18" }),
    direction: (d) => direction(d, { area: "kent", from: "2016/17", to: "2017/18" }),
    rate: (d) => rate(d, { area: "kent", period: "2017/18" }, { per: "day" }),
    trend: (d) => trend(d, { area: "kent", from: "2016/17", to: "2017/18" }),
    standing: (d) => standing(d, { area: "essex", period: "2017/18", among: "area" }),
  };

  test.each(Object.entries(kinds))("%s: no digit of it in any word, whatever the other figures", async (_, specOf) => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 500 }), fc.nat({ max: 500 }), async (other, before) => {
        const dataset = await offencesOf({
          Kent: years(before, "[c]"),
          Essex: years(before, other),
          Surrey: years(before, other),
        });
        const claim = evaluate(dataset, specOf(dataset));
        expect(claim).toMatchObject({ figure: null, absence: "suppressed", verdict: "not-enough-evidence" });
        const { period, when, area, note, ...words } = claim.words;
        expect(JSON.stringify(words)).not.toMatch(/\d/);
        expect(claim.words.value).toBe("[c]");
      }),
      { numRuns: 20 },
    );
  });
});

describe("computed claims agree with plain arithmetic", () => {
  test("counts, changes and shares", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 50, max: 100_000 }),
        fc.integer({ min: 0, max: 100_000 }),
        async (from, to) => {
          const dataset = await offencesOf({ Kent: years(from, to), Essex: years(from, 1) });
          const rise = evaluate(dataset, change(dataset, { area: "kent", from: "2016/17", to: "2017/18" }));
          expect(rise.figure?.value).toBeCloseTo((to - from) / from, 10);
          const sum = evaluate(dataset, count(dataset, { area: ["kent", "essex"], period: "2017/18" }));
          expect(sum.figure?.value).toBe(to + 1);
          const part = evaluate(
            dataset,
            share(dataset, {
              part: { area: "kent", period: "2017/18" },
              whole: { area: ["kent", "essex"], period: "2017/18" },
            }),
          );
          expect(part.figure?.value).toBeCloseTo(to / (to + 1), 10);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("tables of claims", () => {
  test("sorts by figure, and keeps hidden cells hidden at the end", async () => {
    const dataset = await offencesOf({ Kent: years(5), Essex: years("[c]"), Surrey: years(9) });
    const made = evaluateTable(
      "by-area",
      table({
        caption: "By area",
        rowHeader: "Area",
        rows: dataset.categories("area"),
        columns: { offences: { header: "Offences", cell: (area) => count(dataset, { area, period: "latest" }) } },
        highlight: "kent",
        sort: { by: "offences", order: "descending" },
      }),
      evaluatorOf(dataset),
    );
    expect(made.rows.map(({ header, highlight, cells }) => [header, highlight, cells[0]?.words.value])).toEqual([
      ["Surrey", false, "9"],
      ["Kent", true, "5"],
      ["Essex", false, "[c]"],
    ]);
  });

  test("places in a column count from the highest, as they say no end; phrases name the nearer one", async () => {
    const names = ["Kent", "Essex", "Surrey", "Devon", "Dorset", "Norfolk"];
    const figures = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: names.length });
    await fc.assert(
      fc.asyncProperty(figures, async (all) => {
        const dataset = await offencesOf(Object.fromEntries(all.map((figure, index) => [names[index], years(figure)])));
        const place = (area: string) => rank(dataset, { area, period: "latest", among: "area" });
        const made = evaluateTable(
          "places",
          table({
            caption: "Places",
            rowHeader: "Area",
            rows: dataset.categories("area"),
            columns: {
              place: { header: "Place", cell: ({ id }) => place(id) },
              said: { header: "Said", cell: ({ id }) => place(id), show: "phrase" },
            },
          }),
          evaluatorOf(dataset),
        );
        for (const { header, cells } of made.rows) {
          const own = all[names.indexOf(header)] as number;
          expect(Number.parseInt(cells[0]?.words.value ?? "", 10)).toBe(1 + all.filter((other) => other > own).length);
          const [above, below] = [all.filter((other) => other > own).length, all.filter((other) => other < own).length];
          expect(cells[1]?.words.phrase).toContain(below < above ? "lowest" : "highest");
        }
      }),
      { numRuns: trials(60, 20) },
    );
  });
});
