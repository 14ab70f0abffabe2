import {
  change,
  comparison,
  count,
  defineBriefing,
  defineDataset,
  direction,
  generateBriefings,
  median,
  rank,
  rate,
  readDataset,
  record,
  share,
  table,
} from "briefwright";
import { barSpec, rankingSpec, trendSpec } from "briefwright/charts";
import { beforeAll, describe, expect, test } from "vitest";
import { readPages, readWithPdfJs, textItems } from "../support/open-pdf.ts";

/** Small is 7,300 to 7,399 here, and all other figures are large, so that a hidden one is known wherever it turns up. */
const profile = { hide: { from: 7300, to: 7399 } };

const areas = ["England", "North", "South", "Cumbria", "Durham", "Kent", "Essex", "Surrey"];
const periods = ["2016", "2017", "2018"];
const ages = ["All ages", "Under 12", "12 to 15"];

const offences = defineDataset({
  title: "Recorded offences",
  dimensions: {
    area: {
      role: "area",
      label: "Area",
      plural: "areas",
      total: "england",
      categories: areas.map((label, index) => ({
        id: label.toLowerCase(),
        label,
        ...(index > 2 ? { parent: index < 5 ? "north" : "south" } : {}),
      })),
    },
    age: {
      role: "category",
      label: "Age",
      total: "all",
      categories: [
        { id: "all", label: "All ages" },
        { id: "under-12", label: "Under 12" },
        { id: "12-to-15", label: "12 to 15" },
      ],
    },
    period: { role: "time", label: "Year" },
  },
  measures: {
    n: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" },
    rate: {
      label: "Offences per 1,000",
      unit: { one: "offence", other: "offences" },
      statType: "rate",
      per: 1000,
      numerator: "n",
    },
  },
  sources: { home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics" } },
  layout: { note: { column: "remark" } },
  disclosure: { profile },
});

/** Five digits, and no two alike. */
const trueValue = (leaf: number, age: number, period: number): number =>
  leaf === 2 && age === 1 && period === 2
    ? 7331
    : 20_011 + leaf * 5003 + age * 1709 + period * 307 + ((leaf * 7 + period) % 5) * 61;

/** The rows, with some leaves changed by so much. */
function rowsOf(changes: Readonly<Record<string, number>> = {}) {
  const leafRows = areas.slice(3).flatMap((area, leaf) =>
    ages.slice(1).flatMap((age, index) =>
      periods.map((period, year) => ({
        area,
        age,
        period,
        n: trueValue(leaf, index + 1, year) + (changes[`${area}|${age}|${period}`] ?? 0),
      })),
    ),
  );
  const within = (area: string, other: string) =>
    area === "England" ||
    area === other ||
    (area === "North" ? ["Cumbria", "Durham"] : area === "South" ? ["Kent", "Essex", "Surrey"] : []).includes(other);
  return areas.flatMap((area) =>
    ages.flatMap((age) =>
      periods.map((period) => {
        const parts = leafRows.filter(
          (row) => within(area, row.area) && (age === "All ages" || age === row.age) && period === row.period,
        );
        const n = parts.reduce((sum, row) => sum + row.n, 0);
        return { area, age, period, n, rate: n / 1000, remark: `in words: ${n}` };
      }),
    ),
  );
}

const briefing = defineBriefing({
  title: "Offences in {{area.label}}",
  lang: "en-GB",
  datasets: { offences },
  parameters: { area: { kind: "category", dataset: "offences", dimension: "area" } },
  claims: ({ offences, area }) => {
    const young = { measure: "n", age: "under-12" } as const;
    const own = { ...young, area, period: "latest" } as const;
    return {
      young: count(offences, own),
      all: count(offences, { measure: "n", area, period: "latest" }),
      twoYears: count(offences, { ...young, area, period: ["2017", "2018"] }),
      rate: rate(offences, { measure: "rate", age: "under-12", area, period: "latest" }),
      rise: change(offences, { ...young, area, from: "previous", to: "latest" }),
      more: change(offences, { ...young, area, from: "previous", to: "latest" }, { mode: "absolute" }),
      share: share(offences, { part: own, whole: { measure: "n", area, period: "latest" } }),
      rank: rank(offences, { ...own, among: "area" }),
      record: record(offences, own, { extreme: "highest" }),
      trend: direction(offences, { ...young, area, from: "first", to: "latest" }),
      median: median(offences, { ...young, period: "latest", among: "area" }),
      compared: comparison(offences, {
        left: own,
        right: { median: { ...young, period: "latest" }, among: "area" },
      }),
    };
  },
  tables: ({ offences }) => ({
    areas: table({
      caption: "Under twelve, by area",
      rowHeader: "Area",
      rows: offences.categories("area"),
      columns: Object.fromEntries(
        offences
          .periods()
          .map((period) => [
            `y${period.label}`,
            { header: period, cell: (row) => count(offences, { measure: "n", area: row.id, age: "under-12", period }) },
          ]),
      ),
      sort: { by: "y2018", order: "descending" },
    }),
  }),
  charts: {
    trend: {
      spec: trendSpec({ x: "period", y: "n", series: "age" }),
      data: ({ offences, area }) => offences.where({ measure: "n", area, age: ["under-12", "12-to-15"] }),
    },
    ranking: {
      spec: rankingSpec({ category: "area", value: "n" }),
      data: ({ offences }) => offences.where({ measure: "n", age: "under-12", period: "latest" }),
    },
    ages: {
      spec: barSpec({ x: "age", y: "n" }),
      data: ({ offences, area }) => offences.where({ measure: "n", area, period: "latest" }),
    },
  },
  template: {
    file: "briefing.hbs",
    text: `<h1>{{title}}</h1>
{{#each (claims)}}{{#known}}<p>{{sentence this}}; {{value this}}; {{change this}}.{{note this}}</p>{{/known}}{{/each}}
{{table "areas"}}
{{chart "trend" caption="Trend"}}{{chart "ranking" caption="Ranking"}}{{chart "ages" caption="Ages"}}
{{notes}}`,
  },
});

/** All that a reader of a PDF can get at: text, structure with its alternatives, metadata, attachments. */
async function pdfContent(bytes: Uint8Array): Promise<string> {
  const whole = await readWithPdfJs(bytes, async (document) => [
    await document.getMetadata(),
    await document.getOutline(),
    Object.values(
      ((await document.getAttachments()) ?? {}) as Record<string, { filename: string; content: Uint8Array }>,
    ).map(({ filename, content }) => [filename, new TextDecoder().decode(content)]),
  ]);
  const pages = await readPages(bytes, async (page) => [
    (await textItems(page)).map(({ str }) => str).join(" "),
    await page.getStructTree(),
    await page.getAnnotations(),
  ]);
  return JSON.stringify([whole, pages]);
}

const withoutFonts = (html: string) => html.replaceAll(/base64,[A-Za-z0-9+/=]+/g, "");

async function generateAll(rows: ReturnType<typeof rowsOf>) {
  const results: { area: string; html: string; pdf: Uint8Array; rest: string }[] = [];
  for await (const result of generateBriefings(briefing, {
    data: { offences: { rows } },
    each: areas.slice(3).map((area) => ({ area })),
  })) {
    if (result.status === "failed") throw new Error(JSON.stringify(result.diagnostics));
    const { html, pdf, claims, diagnostics, title, parameters } = result;
    results.push({
      area: parameters.area ?? "",
      html,
      pdf,
      rest: JSON.stringify({ title, parameters, diagnostics, claims: [...claims] }),
    });
  }
  return results;
}

describe("a whole batch of briefings", () => {
  let hidden: ReadonlyMap<string, number>;
  let all: Awaited<ReturnType<typeof generateAll>>;
  beforeAll(async () => {
    const rows = rowsOf();
    const dataset = await readDataset(offences, { rows }, { id: "offences" });
    hidden = new Map(
      rows.flatMap(({ area, age, period, n }) => {
        const at = {
          area: dataset.category("area", area)?.id ?? "",
          age: dataset.category("age", age)?.id ?? "",
          period: dataset.category("period", period)?.id ?? "",
        };
        return dataset.lookup("n", at)[0]?.cell.state === "suppressed"
          ? [[`${area}|${age}|${period}`, n] as const]
          : [];
      }),
    );
    all = await generateAll(rows);
  });

  test("hides the small count, and as few others as keep it from being worked out", () => {
    expect([...hidden.keys()]).toContain("Kent|Under 12|2018");
    expect(hidden.size).toBe(4);
  });

  test("no file, result or diagnostic holds a hidden figure", async () => {
    for (const { area, html, pdf, rest } of all) {
      const texts = { html: withoutFonts(html), pdf: await pdfContent(pdf), rest };
      for (const [place, text] of Object.entries(texts)) {
        for (const value of hidden.values()) {
          const written = value.toLocaleString("en-GB");
          const found = [String(value), written, (value / 1000).toFixed(1)].filter((digits) =>
            new RegExp(`(?<![\\d.,])${digits.replace(".", "\\.")}(?![\\d])`).test(text),
          );
          expect(found, `${place} of ${area}`).toEqual([]);
        }
        expect(text, `${place} of ${area}`).not.toMatch(/(?<!\d)7,?3\d\d(?!\d)/);
      }
      expect(texts.html).toContain("[c]");
    }
  });

  test("other figures in the hidden cells give the same files, byte for byte", async () => {
    // Each row and column of the hidden cells keeps its sum.
    const [first, ...others] = [...hidden.keys()];
    const corner = (first as string).split("|");
    const changes = Object.fromEntries(
      [first as string, ...others].map((key) => {
        const differing = key.split("|").filter((part, index) => part !== corner[index]).length;
        return [key, differing % 2 === 0 ? 3 : -3];
      }),
    );
    const others2 = await generateAll(rowsOf(changes));
    for (const [index, { html, pdf, rest }] of others2.entries()) {
      expect(html).toBe(all[index]?.html);
      expect(Buffer.compare(pdf, all[index]?.pdf ?? new Uint8Array())).toBe(0);
      expect(rest).toBe(all[index]?.rest);
    }
  });

  test("every claim that rests on a hidden cell says so, and none tells where it lies", async () => {
    const kent = all.find(({ area }) => area === "Kent");
    const claims = new Map<string, { absence: string | null; words: { phrase: string } }>(
      JSON.parse(kent?.rest ?? "{}").claims,
    );
    const absent = [...claims].filter(([, { absence }]) => absence === "suppressed").map(([id]) => id);
    expect(absent).toEqual([
      "young",
      "twoYears",
      "rate",
      "rise",
      "more",
      "share",
      "rank",
      "record",
      "trend",
      "median",
      "compared",
    ]);
    for (const id of absent) expect(claims.get(id)?.words.phrase).not.toMatch(/\d|high|low|more|fewer|rose|fell/);
  });
});
