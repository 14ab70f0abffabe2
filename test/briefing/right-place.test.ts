import {
  type ClaimSpec,
  change,
  count,
  defineBriefing,
  defineDataset,
  generateBriefing,
  median,
  share,
  table,
} from "briefwright";
import { barSpec } from "briefwright/charts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRowSource } from "../../src/briefing/traced-rows.ts";
import type { ChartRow } from "../../src/charts/index.ts";
import { createClaimEvaluator } from "../../src/claims/index.ts";
import { loadDatasets } from "../../src/dataset/index.ts";
import { createCategoryNames, dimensionKey } from "../../src/tracing/index.ts";
import { laterErrorsOf } from "../support/diagnostics-of.ts";
import { trials } from "../support/trials.ts";

const offences = defineDataset({
  title: "Recorded offences",
  dimensions: {
    area: {
      role: "area",
      label: "Police force",
      plural: "police forces",
      categories: [
        { id: "all", label: "All forces" },
        { id: "kent", label: "Kent", parent: "all", aliases: ["Kent Police"] },
        { id: "essex", label: "Essex", parent: "all", inText: "District 9", locative: "out in District 9" },
        { id: "surrey", label: "Surrey", parent: "all" },
        { id: "north", label: "South Coast", parent: "all" },
        { id: "s2", label: "Northern", parent: "all" },
      ],
    },
    period: { role: "time", label: "Year" },
  },
  measures: { offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: {
    home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics", published: "2019-07-18" },
  },
});
// Kent and Essex share a figure, each in another year.
const csv =
  "area,period,offences\nall,2017/18,1311\nall,2018/19,1717\nkent,2017/18,114\nkent,2018/19,274\nessex,2017/18,274\nessex,2018/19,390\nsurrey,2017/18,88\nsurrey,2018/19,91\nnorth,2017/18,410\nnorth,2018/19,455\ns2,2017/18,425\ns2,2018/19,507\n";

const datasets = await loadDatasets({ offences }, { offences: { csv } });
const evaluator = createClaimEvaluator(datasets);
const dataset = datasets.get("offences")!;
const places = { names: createCategoryNames(datasets), timeDimensions: new Set([dimensionKey("offences", "period")]) };

type Source = ReturnType<typeof createRowSource>;
type Data = Source["datasets"][string];

function found(make: (data: Data, source: Source) => readonly ChartRow[]): readonly string[] {
  const source = createRowSource(evaluator, places);
  const rows = make(source.datasets.offences as Data, source);
  return source.trace("years", rows).diagnostics.map(({ message }) => message);
}
const of = (at: object) => count(dataset as never, at as never) as ClaimSpec;
const short: Readonly<Record<string, string>> = { Kent: "Essex", Essex: "Kent" };

describe("rows of a chart", () => {
  test.each<[string, (data: Data, source: Source) => readonly ChartRow[]]>([
    ["as they come", (data) => data.where({})],
    [
      "filtered, sorted, marked",
      (data) =>
        data
          .where({ period: "2018/19" })
          .filter(({ area }) => area !== "Kent")
          .toSorted()
          .map((row) => ({ ...row, highlight: row.area === "Essex" })),
    ],
    [
      "with a line beside",
      (data, { figure }) => [
        ...data.where({ area: "kent" }).map((row) => ({ ...row, series: "Kent" })),
        ...data.periods().map(({ label }) => ({
          period: label,
          series: "Median",
          offences: figure(median(dataset as never, { period: label, among: "area" } as never)),
        })),
      ],
    ],
    [
      "beside one of them in all years, which has another's figure in one",
      (data) =>
        data.where({ area: ["kent", "essex", "surrey"] as never }).map((row) => ({
          ...row,
          compared: data.where({ area: "kent", period: row.period as string })[0]?.offences ?? null,
        })),
    ],
    [
      "years as columns",
      (data) =>
        ["Kent", "Essex"].map((area) => {
          const [before, after] = data.where({ area });
          return { area, before: before?.offences ?? null, after: after?.offences ?? null };
        }),
    ],
    [
      "columns named after the years",
      (data) =>
        ["Kent", "Essex"].map((area) =>
          Object.fromEntries([["area", area], ...data.where({ area }).map((row) => [row.period, row.offences])]),
        ),
    ],
    [
      "areas as columns",
      (data) =>
        data.periods().map(({ label }) => ({
          period: label,
          kent: data.where({ area: "kent", period: label })[0]?.offences ?? null,
          essex: data.where({ area: "essex", period: label })[0]?.offences ?? null,
        })),
    ],
    [
      "with one to compare with",
      (data, { figure }) =>
        data
          .where({ period: "2018/19" })
          .map((row) => ({ ...row, all: figure(of({ area: "all", period: "2018/19" })) })),
    ],
    [
      "with a neighbour",
      (data) => [
        {
          area: "Kent",
          mine: data.where({ area: "kent", period: "2018/19" })[0]?.offences ?? null,
          neighbour: "Essex",
          theirs: data.where({ area: "essex", period: "2018/19" })[0]?.offences ?? null,
        },
      ],
    ],
    [
      "each with a neighbour",
      (data) =>
        [
          ["Kent", "Essex"],
          ["Surrey", "Northern"],
        ].map(([area = "", neighbour = ""]) => ({
          area,
          mine: data.where({ area, period: "2018/19" })[0]?.offences ?? null,
          neighbour,
          theirs: data.where({ area: neighbour, period: "2018/19" })[0]?.offences ?? null,
        })),
    ],
    [
      "shares",
      (data, { figure }) =>
        ["kent", "essex"].map((area) => ({
          area: data.category("area", area)?.label ?? "",
          share: figure(
            share(
              dataset as never,
              { part: { area, period: "2018/19" }, whole: { area: "all", period: "2018/19" } } as never,
            ),
          ),
        })),
    ],
    [
      "changes",
      (_, { figure }) =>
        ["Kent", "Essex"].map((area) => ({
          area,
          rise: figure(change(dataset as never, { area, from: "2017/18", to: "2018/19" } as never)),
        })),
    ],
    [
      "ratios to the whole",
      (_, { figure }) =>
        ["Kent", "Surrey"].map((area) => ({
          area,
          ratio: figure(
            change(dataset as never, { area, from: "2017/18", to: "2018/19" } as never, { mode: "ratio" } as never),
          ),
        })),
    ],
    ["by another of its names", (data) => data.where({ area: "kent" }).map((row) => ({ ...row, area: "Kent Police" }))],
    ["of a group", (data) => data.where({ period: "2018/19" }).map((row) => ({ ...row, group: "All forces" }))],
    [
      "without names",
      (data) => data.where({ period: "2018/19" }).map(({ offences }) => ({ offences: offences ?? null })),
    ],
    [
      "hidden, with one to compare with",
      (_, { figure }) => [{ area: "Kent", own: null, all: figure(of({ area: "all", period: "2018/19" })) }],
    ],
    ["the highest of each area", (data) => ["Kent", "Essex"].map((area) => data.where({ area }).at(-1) as ChartRow)],
  ])("pass: %s", (_, make) => {
    expect(found(make)).toEqual([]);
  });

  test.each<[string, (data: Data, source: Source) => readonly ChartRow[], RegExp]>([
    [
      "swapped between areas",
      (data) =>
        data.where({ period: "2018/19" }).map((row) => ({ ...row, area: short[String(row.area)] ?? String(row.area) })),
      /have 274 in "offences" for Essex, and it is of Kent, 2018\/19. So does another/,
    ],
    [
      "all of another area",
      (data) => data.where({ area: "kent" }).map((row) => ({ ...row, area: "Surrey" })),
      /have 114 in "offences" for Surrey, and it is of Kent/,
    ],
    [
      "all of another area, under other names",
      (data) =>
        data
          .where({ area: "kent" })
          .map(({ period, offences }) => ({ year: period as string, name: "Surrey", n: offences as number })),
      /have 114 in "n" for Surrey, and it is of Kent/,
    ],
    [
      "of another year",
      (data) => data.where({ period: "2018/19" }).map((row) => ({ ...row, period: "2017/18" })),
      /for 2017\/18, and it is of .*2018\/19/,
    ],
    [
      "of another year on an axis of dates",
      (data) =>
        data
          .where({ area: "kent" })
          .map((row) => ({ ...row, periodStart: row.period === "2018/19" ? "2017-04-01" : "2018-04-01" })),
      /for 2018-04-01, and it is of Kent, 2017\/18. So does another/,
    ],
    [
      "with another label beside its own",
      (data) =>
        data.where({ period: "2018/19" }).map((row) => ({ ...row, name: short[String(row.area)] ?? String(row.area) })),
      /for Essex, and it is of Kent/,
    ],
    [
      "with its id for a label",
      (data) =>
        data
          .where({ period: "2018/19" })
          .map((row) => ({ ...row, area: data.category("area", String(row.area))?.id ?? "" })),
      / for (?:all|north|s2), and it is of (?:All forces|South Coast|Northern)/,
    ],
    [
      "a part for the whole",
      (data) => data.where({ area: "kent", period: "2018/19" }).map((row) => ({ ...row, area: "All forces" })),
      /have 274 .* for All forces, and it is of Kent/,
    ],
    [
      "a cell for a median",
      (data) => data.where({ area: "kent" }).map((row) => ({ ...row, area: "Median" })),
      /for Median, and it is of Kent/,
    ],
    [
      "a median for a cell",
      (_, { figure }) => [
        { area: "Kent", offences: figure(median(dataset as never, { period: "2018/19", among: "area" } as never)) },
      ],
      /for Kent, and it is of 2018\/19/,
    ],
    [
      "one to compare with, of the other year",
      (data) =>
        data.where({ area: ["kent", "essex", "surrey"] as never }).map((row) => ({
          ...row,
          compared:
            data.where({ area: "kent", period: row.period === "2017/18" ? "2018/19" : "2017/18" })[0]?.offences ?? null,
        })),
      /in "compared" for/,
    ],
    [
      "the figure of two others in all rows, under the name of its measure",
      (data) =>
        data.where({ period: "2018/19", area: ["kent", "essex", "surrey"] as never }).map(({ area, offences }) => ({
          area: area as string,
          offences: (data.where({ area: ["kent", "essex"] as never }) as ChartRow[])[1]?.offences ?? null,
          n: offences ?? null,
        })),
      /have 274 in "offences" for Surrey/,
    ],
    [
      "a share of another",
      (_, { figure }) =>
        ["kent", "essex"].map((area, index) => ({
          area: ["Essex", "Kent"][index] as string,
          share: figure(
            share(
              dataset as never,
              { part: { area, period: "2018/19" }, whole: { area: "all", period: "2018/19" } } as never,
            ),
          ),
        })),
      /for Essex, and it is of Kent/,
    ],
    [
      "one neighbour's figure of another",
      (data) =>
        [
          ["Kent", "Essex", "Essex"],
          ["Surrey", "Northern", "South Coast"],
        ].map(([area = "", neighbour = "", other = ""]) => ({
          area,
          mine: data.where({ area, period: "2018/19" })[0]?.offences ?? null,
          neighbour,
          theirs: data.where({ area: other, period: "2018/19" })[0]?.offences ?? null,
        })),
      /in "theirs" for (?:Northern|Surrey), and it is of South Coast/,
    ],
    [
      "equal figures of several years",
      (data) => [
        { area: "Kent", offences: data.where({ area: "kent", period: "2018/19" })[0]?.offences ?? null },
        { area: "Essex", offences: data.where({ area: "essex", period: "2017/18" })[0]?.offences ?? null },
      ],
      /several periods beside one another in "offences"/,
    ],
    [
      "a sum of three for another",
      (_, { figure }) => [
        { area: "Northern", sum: figure(of({ area: ["kent", "essex", "surrey"], period: "2018/19" })) },
        { area: "South Coast", sum: figure(of({ area: "north", period: "2018/19" })) },
      ],
      /in "sum" for Northern, and it is of Kent and 2 others, 2018\/19\.$/,
    ],
    [
      "before and after exchanged in one row",
      (data) =>
        ["Kent", "Essex", "Surrey"].map((area, index) => {
          const [before, after] = data.where({ area });
          return index === 2
            ? { area, before: after?.offences ?? null, after: before?.offences ?? null }
            : { area, before: before?.offences ?? null, after: after?.offences ?? null };
        }),
      /several periods beside one another in "before"/,
    ],
  ])("do not: %s", (_, make, message) => {
    expect(found(make).join("\n")).toMatch(message);
  });

  test("figures of each area's own last period are no figures of one chart", () => {
    const source = createRowSource(evaluator, places);
    const error = (() => {
      try {
        return source.figure(of({ area: "kent", period: "latest-available" }));
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toMatchObject({ diagnostics: [{ code: "mixed-periods", severity: "error" }] });
    expect(source.figure(of({ area: "kent", period: "latest" }))).toBe(274);
  });

  test("a figure that was the same in both years is of either", async () => {
    const same = "area,period,offences\nkent,2017/18,114\nkent,2018/19,114\nessex,2017/18,90\nessex,2018/19,80\n";
    const read = await loadDatasets({ offences }, { offences: { csv: same } });
    const source = createRowSource(createClaimEvaluator(read), { ...places, names: createCategoryNames(read) });
    const data = source.datasets.offences as Data;
    const rows = [
      { area: "Kent", offences: data.where({ area: "kent", period: "2017/18" })[0]?.offences ?? null },
      { area: "Essex", offences: data.where({ area: "essex", period: "2018/19" })[0]?.offences ?? null },
    ];
    // Kent's 114 is that of 2018/19 too, which Essex's is of.
    data.where({});
    expect(source.trace("years", rows).diagnostics).toEqual([]);
  });

  test("columns named after years hold figures of those years", () => {
    const turned = (data: Data, names: readonly string[]) =>
      ["Kent", "Essex"].map((area) => {
        const figures = data
          .where({ area })
          .map(({ offences }, index) => [names[index] ?? "", offences ?? null] as const);
        return { area, ...Object.fromEntries(figures) };
      });
    expect(found((data) => turned(data, ["2017/18", "2018/19"]))).toEqual([]);
    expect(found((data) => turned(data, ["2018/19", "2017/18"])).join()).toMatch(
      /have 114 in "2018\/19" for 2018\/19, and it is of Kent, 2017\/18/,
    );
  });

  test("property: any exchange of labels between rows of different figures is found, any other order is not", () => {
    const all = dataset.where({});
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...all.keys()], { minLength: 2 }),
        fc.constantFrom("area", "period"),
        (picked, field) => {
          const honest = (data: Data) => picked.map((index) => data.where({})[index] as ChartRow);
          expect(found(honest)).toEqual([]);
          const [a, b] = picked.map((index) => all[index]) as [ChartRow, ChartRow];
          if (a[field] === b[field]) return;
          const lie = (data: Data) =>
            honest(data).map((row, index) =>
              index > 1 ? row : { ...row, [field]: (index === 0 ? b : a)[field] as string },
            );
          // Two cells that exchange their labels may be those that they now name.
          const isTrue = lie(dataset as Data).every((row) =>
            all.some((each) => each.area === row.area && each.period === row.period && each.offences === row.offences),
          );
          expect(found(lie).length > 0).toBe(!isTrue);
        },
      ),
      { seed: 4, numRuns: trials(300, 100) },
    );
  });
});

const page = defineBriefing({
  title: "Offences",
  lang: "en-GB",
  datasets: { offences },
  claims: ({ offences }) => ({ total: count(offences, { area: "kent", period: "2018/19" }) }),
  template: { file: "b.hbs", text: '<h1>{{title}}</h1><p>{{claim "total"}}</p>' },
});

async function messagesOf(spec: Partial<(typeof page)["spec"]>): Promise<readonly string[]> {
  const request = { data: { offences: { csv } }, formats: ["html"] as const };
  const errors = await laterErrorsOf(() => generateBriefing(defineBriefing({ ...page.spec, ...spec }), request));
  return errors.map(({ code, message }) => `${code}: ${message}`);
}

describe("a table", () => {
  type Area = "kent" | "essex" | "surrey";
  const withRows = (rows: readonly { id: Area; label: string }[], cell: (id: Area, index: number) => Area) =>
    messagesOf({
      tables: ({ offences }) => ({
        areas: table({
          caption: "Offences",
          rowHeader: "Force",
          rows,
          columns: {
            before: {
              header: "2017/18",
              cell: ({ id }) =>
                count(offences, {
                  area: cell(
                    id,
                    rows.findIndex((row) => row.id === id),
                  ),
                  period: "2017/18",
                }),
            },
            rise: {
              header: "Change",
              cell: ({ id }) =>
                change(offences, {
                  area: cell(
                    id,
                    rows.findIndex((row) => row.id === id),
                  ),
                  from: "2017/18",
                  to: "2018/19",
                }),
            },
            all: { header: "All forces", cell: () => count(offences, { area: "all", period: "2017/18" }) },
          },
        }),
      }),
      template: { file: "b.hbs", text: '<h1>{{title}}</h1>{{table "areas"}}' },
    });

  test("has figures of what its headings name", async () => {
    const rows = [
      { id: "kent", label: "Kent" },
      { id: "essex", label: "Essex" },
    ] as const;
    expect(await withRows(rows, (id) => id)).toEqual([]);
    expect(
      await withRows(
        [
          { id: "kent", label: "Essex" },
          { id: "essex", label: "Kent" },
        ],
        (id) => id,
      ),
    ).toEqual([
      expect.stringMatching(
        /^misplaced-figure: The table's headings have 114 in "column 2017\/18" for Essex, and it is of Kent, 2017\/18. So does another/,
      ),
      expect.stringMatching(/in "column Change" for Essex/),
    ]);
    // Out of step by one.
    expect((await withRows(rows, (_, index) => (["essex", "surrey"] as const)[index] ?? "kent"))[0]).toContain(
      "for Kent, and it is of Essex",
    );
  });
});

describe("an alt text", () => {
  const withAlt = (alt: string, areas: readonly ("kent" | "essex")[] = ["kent", "essex"]) =>
    messagesOf({
      charts: {
        years: {
          spec: barSpec({ x: "period", y: "offences", series: "area" }),
          data: ({ offences }) => offences.where({ area: areas }),
          alt: () => alt,
        },
      },
      template: { file: "b.hbs", text: '<h1>{{title}}</h1>{{chart "years"}}' },
    });

  test.each([
    "Kent rose from 114 in 2017/18 to 274 in 2018/19.",
    "In 2018/19 Kent recorded 274, up from 114 the year before; Essex had 390.",
    "274 in Kent and 390 in Essex.",
    "Kent had 274, Essex 390.",
    "Both rose: to 274 and 390.",
    "Kent (274) and Essex (390) in 2018/19.",
    "In District 9 it rose to 390, out in District 9.",
  ])("passes: %s", async (alt) => {
    expect(await withAlt(alt)).toEqual([]);
  });

  test.each([
    [
      "Kent rose from 274 in 2017/18 to 390 in 2018/19.",
      /"390" in the chart's alt text is of Essex, 2018\/19, where the text speaks of Kent/,
    ],
    ["Kent had 390, Essex 114.", /"390".*speaks of Kent/],
    ["114 in Essex and 390 in Kent.", /"114".*speaks of/],
    ["Kent had 114 in 2018/19.", /"114".* is of Kent, 2017\/18, where the text speaks of/],
    ["Surrey rose to 390.", /"390".*speaks of Surrey/],
    ["In District 8 it rose to 390.", /The figure "8" in the chart's alt text cannot be traced/],
    ["In District 9 it rose to 274 in 2018/19.", /"274".*speaks of (?:Essex|District 9)/],
  ])("does not: %s", async (alt, message) => {
    expect((await withAlt(alt)).join("\n")).toMatch(message);
  });
});
