import { count, defineBriefing, defineDataset, generateBriefings, rank, readDataset, table } from "briefwright";
import { barSpec, rankingSpec } from "briefwright/charts";
import { formatBriefingRecord } from "briefwright/record";
import fc from "fast-check";
import { expect, test } from "vitest";
import { writeCsv } from "../../src/dataset/index.ts";
import { trials } from "../support/trials.ts";

/** What makes a briefing out of open categories, that is of names and an order that come with the rows. */
const cases = defineDataset({
  title: "Made up",
  dimensions: {
    area: { role: "area", label: "Area", plural: "areas" },
    kind: {
      role: "category",
      label: "Kind",
      total: "all",
      open: true,
      categories: [{ id: "all", label: "All kinds" }],
    },
    period: { role: "time", label: "Year" },
  },
  measures: { n: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: {},
  layout: {
    source: { column: "source" },
    vintage: { column: "published" },
    note: { column: "remark" },
    statuses: [{ noteContains: "estimated", status: "estimated" }],
  },
  vintages: "latest",
  disclosure: { profile: { hide: { from: 1, to: 4 } } },
});

const briefing = defineBriefing({
  title: "Cases in {{area.label}}",
  lang: "en-GB",
  datasets: { cases },
  parameters: { area: { kind: "category", dataset: "cases", dimension: "area" } },
  attach: ["data", "claims"],
  verifiable: true,
  claims: ({ cases, area }) => ({
    all: count(cases, { area, period: "latest" }),
    place: rank(cases, { area, period: "latest", among: "area" }),
  }),
  tables: ({ cases }) => ({
    areas: table({
      caption: "By area",
      rowHeader: "Area",
      rows: cases.categories("area"),
      columns: { n: { header: "Cases", cell: (row) => count(cases, { area: row.id, period: "latest" }) } },
      sort: { by: "n", order: "descending" },
    }),
  }),
  charts: {
    ranking: {
      spec: rankingSpec({ category: "area", value: "n" }),
      data: ({ cases }) => cases.where({ kind: "all", period: "latest" }),
    },
    kinds: {
      spec: barSpec({ x: "kind", y: "n" }),
      data: ({ cases, area }) => cases.where({ area, period: "latest" }),
    },
    byHand: {
      spec: {
        data: { name: "data" },
        mark: { type: "bar", opacity: 0.5 },
        encoding: {
          x: { field: "n", type: "quantitative", stack: null },
          y: { field: "area", type: "nominal", sort: "-x" },
          color: { field: "kind", type: "nominal", sort: null },
        },
      },
      data: ({ cases }) => cases.where({ kind: ["burglary", "theft"], period: "latest" }),
    },
  },
  template: {
    file: "cases.hbs",
    text: `<h1>{{title}}</h1>{{#each (claims)}}<p>{{sentence this}}{{note this}}</p>{{/each}}{{table "areas"}}
{{chart "ranking" caption="Areas"}}{{chart "kinds" caption="Kinds"}}{{chart "byHand" caption="By hand"}}
{{> provenance}}{{notes}}`,
  },
});

const areas = ["Ward 2", "Ward 10", "Éborac", "ash", "Birch", "Under 5"];
const kinds = ["All kinds", "Theft", "Burglary"];

interface Row {
  readonly area: string;
  readonly kind: string;
  readonly period: string;
  readonly n: number;
  readonly source: string;
  readonly published: string;
  readonly remark: string;
}

/** Leaves by area and kind, with the totals; each row a second time by another publication, and in another spelling. */
function rowsOf(values: readonly (readonly [number, number])[]): readonly Row[] {
  return values.flatMap(([theft, burglary], index) =>
    [theft + burglary, theft, burglary].flatMap((n, kind): readonly Row[] => {
      const own = { area: areas[index] as string, kind: kinds[kind] as string, n, remark: "" };
      const first = { ...own, source: "https://example.org/b", published: "2020" };
      return [
        { ...first, period: "2019/20", remark: `estimated: ${n}` },
        { ...first, period: "2019-20" },
        { ...first, period: "2018/19" },
        {
          ...own,
          area: own.area.toUpperCase(),
          period: "2019/20",
          source: "https://example.org/a",
          published: "2021",
        },
      ];
    }),
  );
}

interface Published {
  readonly csv: string;
  readonly hash: string;
  readonly files: readonly {
    readonly name: string;
    readonly html: string;
    /** Its bytes, one character each: texts are compared at once. */
    readonly pdf: string;
    readonly record: string;
  }[];
}

/** All that leaves the house. */
async function publish(rows: readonly Row[], formats: readonly ("html" | "pdf")[]): Promise<Published> {
  const data = await readDataset(cases, { rows: rows.map((row) => ({ ...row })) }, { id: "cases" });
  const files: Published["files"][number][] = [];
  for await (const result of generateBriefings(briefing, { data: { cases: data }, each: "area", formats })) {
    if (result.status === "failed") throw new Error(JSON.stringify(result.diagnostics));
    const { html = "", pdf = "", record } = result;
    files.push({
      name: result.parameters.area ?? "",
      html,
      pdf: Buffer.from(pdf).toString("latin1"),
      record: formatBriefingRecord(record),
    });
  }
  return { csv: writeCsv(data), hash: data.hash, files };
}

/** `{ low, rest }`: one small count and one large, so that there is something to hide. */
const values = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 9, max: 40 })), {
  minLength: areas.length,
  maxLength: areas.length,
});

test("the order of the rows is in nothing that is published", async () => {
  const scenario = values.chain((counts) => {
    const rows = rowsOf(counts);
    return fc.record({
      rows: fc.constant(rows),
      others: fc.oneof(
        fc.constant([...rows].sort((a, b) => a.n - b.n)),
        fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length }),
      ),
    });
  });
  await fc.assert(
    fc.asyncProperty(scenario, async ({ rows, others }) => {
      expect(await publish(others, ["html", "pdf"])).toEqual(await publish(rows, ["html", "pdf"]));
    }),
    { numRuns: trials(3, 1) },
  );
});

test("nor is a hidden count, where others would have been published just the same", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(values, fc.nat(areas.length - 1), fc.integer({ min: 1, max: 3 }), async (counts, at, by) => {
      const other = counts.map(([theft, burglary], index): readonly [number, number] =>
        index === at
          ? [((theft - 1 + by) % 4) + 1, burglary + theft - (((theft - 1 + by) % 4) + 1)]
          : [theft, burglary],
      );
      if (other.some(([theft, burglary]) => theft < 0 || burglary < 0)) return;
      // Each file in the order of its own counts, as publishers have them.
      const sorted = (own: readonly (readonly [number, number])[]) => [...rowsOf(own)].sort((a, b) => b.n - a.n);
      const [one, two] = [await publish(sorted(counts), ["html"]), await publish(sorted(other), ["html"])];
      if (one.csv.split("\r\n").sort().join() !== two.csv.split("\r\n").sort().join()) return;
      compared += 1;
      expect(two).toEqual(one);
    }),
    { numRuns: trials(8, 3) },
  );
  expect(compared).toBeGreaterThanOrEqual(trials(2, 1));
});
