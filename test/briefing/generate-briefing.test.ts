import {
  change,
  count,
  defineBriefing,
  defineDataset,
  type GeneratedBriefing,
  generateBriefing,
  generateBriefings,
  rank,
  readDataset,
  table,
} from "briefwright";
import { barSpec } from "briefwright/charts";
import { describe, expect, test } from "vitest";
import regions, { data as regionsData } from "../../examples/regions/briefing.ts";
import article, { data as articleData } from "../../examples/thames-valley/briefing.ts";
import { failureOf } from "../support/diagnostics-of.ts";
import { readPages, textItems } from "../support/open-pdf.ts";
import { trials } from "../support/trials.ts";

const pdfText = async (bytes: Uint8Array) =>
  (await readPages(bytes, textItems)).map((items) => items.map(({ str }) => str).join(" ")).join("\n");

/** The body's markup: the head holds fonts, whose base64 holds any digits. */
const bodyOf = (html: string): string => html.slice(html.indexOf("<body"));
const wordsOf = (html: string): string =>
  bodyOf(html)
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/\s+/g, " ");

const offences = defineDataset({
  title: "Recorded offences",
  dimensions: {
    area: { role: "area", label: "Police force", plural: "police forces" },
    period: { role: "time", label: "Year" },
  },
  measures: { offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: {
    home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics", published: "2019-07-18" },
  },
});

const briefing = defineBriefing({
  title: "Offences in {{area.label}}",
  lang: "en-GB",
  datasets: { offences },
  parameters: {
    area: { kind: "category", dataset: "offences", dimension: "area" },
    remark: { kind: "text", default: "No remark." },
  },
  claims: ({ offences, area }) => ({
    total: count(offences, { area, period: "latest" }),
    rise: change(offences, { area, from: "previous", to: "latest" }),
    rank: rank(offences, { area, period: "latest", among: "area" }),
  }),
  tables: ({ offences, area }) => ({
    years: table({
      caption: "By year, {{area.label}}",
      rowHeader: "Year",
      rows: offences.periods(),
      columns: { offences: { header: "Offences", cell: (period) => count(offences, { area, period }) } },
    }),
  }),
  charts: {
    years: {
      spec: barSpec({ x: "period", y: "offences" }),
      data: ({ offences, area }) => offences.where({ area }),
    },
  },
  template: {
    file: "briefing.hbs",
    text: `<h1>{{title}}</h1>
{{#known}}<p>Police recorded {{claim "total"}}, {{claim "rise"}}: {{claim "rank"}}.{{note "total"}}</p>{{else}}<p>Not all is known.</p>{{/known}}
<p>{{remark}}</p>
{{#if (has chart="years")}}{{chart "years" caption="By year"}}{{/if}}
{{table "years"}}`,
  },
});

const csv = "area,period,offences\nKent,2017/18,114\nKent,2018/19,274\nEssex,2017/18,[c]\nEssex,2018/19,[c]\n";
const data = { offences: { csv, file: "offences.csv" } };

const errorOf = (promise: Promise<unknown>) => failureOf(() => promise);

describe("one briefing", () => {
  test("says the same in both outputs", async () => {
    const { html, pdf, claims, title, pageCount, diagnostics } = await generateBriefing(briefing, {
      data: { offences: { csv: csv.replaceAll("[c]", "300") } },
      parameters: { area: "Kent" },
    });
    expect(title).toBe("Offences in Kent");
    expect(pageCount).toBe(1);
    expect(diagnostics).toEqual([]);
    expect(claims.get("rise")?.words.phrase).toBe("a 140% rise on the previous year");
    const text = await pdfText(pdf);
    for (const words of [
      "274 offences",
      "140% rise on the previous year",
      "the lowest of 2 police forces",
      "By year, Kent",
    ]) {
      expect(wordsOf(html)).toContain(words);
      expect(text.replaceAll(/\s+/g, " ")).toContain(words);
    }
  });

  test("shows a logo in SVG in both, and refuses one with words that nobody traces", async () => {
    const withLogo = (content: string) => {
      const logo = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">${content}</svg>`;
      const text = `<h1>{{title}}</h1><img alt="A tree" src="data:image/svg+xml,${encodeURIComponent(logo)}">`;
      return defineBriefing({ ...briefing.spec, template: { file: "logo.hbs", text } });
    };
    const request = { data, parameters: { area: "kent" } };
    const { html, pdf } = await generateBriefing(withLogo('<path fill="#0b4f8a" d="M0 0H40V20z"/>'), request);
    expect(bodyOf(html)).toContain('src="data:image/svg+xml,');
    expect(Buffer.from(pdf).toString("latin1")).toContain("/S /Figure");
    const { diagnostics } = await errorOf(generateBriefing(withLogo("<text y='9'>274</text>"), request));
    expect(diagnostics).toMatchObject([{ code: "untraced-figure" }]);
  });

  test("gives only the formats that are asked for", async () => {
    const page = await generateBriefing(briefing, { data, parameters: { area: "kent" }, formats: ["html"] });
    expect(page.pdf).toBeUndefined();
    expect(page.html).toContain("<!doctype html>");
  });

  test("is the same, byte for byte, whoever asks and how often", async () => {
    const once = await generateBriefing(regions, { data: regionsData, parameters: { area: "gwent" } });
    const again = await generateBriefing(regions, { data: regionsData, parameters: { area: "Gwent" } });
    expect(again.html).toBe(once.html);
    expect(Buffer.compare(again.pdf, once.pdf)).toBe(0);
  });

  test("takes a dataset that was read before", async () => {
    const dataset = await readDataset(offences, data.offences, { id: "offences" });
    const request = { parameters: { area: "kent" }, formats: ["html"] } as const;
    const fromDataset = await generateBriefing(briefing, { data: { offences: dataset }, ...request });
    const fromText = await generateBriefing(briefing, { data, ...request });
    expect(fromDataset.html).toBe(fromText.html);
  });

  test("the example of the article says what the sources say", async () => {
    const { html, pdf, diagnostics } = await generateBriefing(article, {
      data: articleData,
      date: new Date("2019-09-20"),
    });
    expect(diagnostics).toEqual([]);
    const text = (await pdfText(pdf)).replaceAll(/\s+/g, " ");
    for (const words of ["a 140% rise on the previous year", "Refuted", "0800 1111", "Published 20 September 2019"]) {
      expect(wordsOf(html)).toContain(words);
      expect(text).toContain(words);
    }
  });
});

describe("a suppressed figure", () => {
  test("is in neither output, and neither is what could be worked out from it", async () => {
    const secret = csv.replace("Essex,2017/18,[c]", "Essex,2017/18,8191");
    const { html, pdf, claims, diagnostics } = await generateBriefing(briefing, {
      data: { offences: { csv: secret } },
      parameters: { area: "essex" },
    });
    expect(claims.get("total")?.figure).toBeNull();
    expect(claims.get("rise")?.figure).toBeNull();
    // With one of two hidden, a rank would tell on which side of the other it lies.
    expect(claims.get("rank")?.words.value).toBe("[c]");
    expect(diagnostics).toEqual([]);
    const kent = await generateBriefing(briefing, {
      data: { offences: { csv: secret } },
      parameters: { area: "kent" },
    });
    expect(kent.claims.get("rank")?.words.value).toBe("[c]");
    for (const text of [bodyOf(html), await pdfText(pdf)]) {
      expect(text).toContain("[c]");
      expect(text).toContain("not shown, to protect");
    }
  });

  test("leaves out a chart that has nothing else to draw, with a warning", async () => {
    const { html, diagnostics } = await generateBriefing(briefing, {
      data,
      parameters: { area: "essex" },
      formats: ["html"],
    });
    expect(html).not.toContain("<figure");
    expect(diagnostics).toMatchObject([{ code: "chart-no-data", severity: "warning", source: { id: "years" } }]);
  });
});

describe("what is wrong with a request is said at once", () => {
  test("parameters and data that do not exist", async () => {
    const wrong = { area: "kennt", aera: "kent" } as unknown as { area: string };
    const { diagnostics } = await errorOf(generateBriefing(briefing, { data, parameters: wrong }));
    expect(diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
      ["unknown-parameter", 'Did you mean "area"?'],
      ["unknown-category", 'Did you mean "kent"?'],
    ]);
    const noData = {} as unknown as typeof data;
    const { diagnostics: missing } = await errorOf(
      generateBriefing(briefing, { data: noData, parameters: { area: "kent" } }),
    );
    expect(missing).toMatchObject([{ code: "missing-data" }]);
  });

  test("a figure in a free text is not traced", async () => {
    const request = { data, parameters: { area: "kent", remark: "Up by 12% in May." }, formats: ["html"] } as const;
    const { diagnostics } = await errorOf(generateBriefing(briefing, request));
    expect(diagnostics).toMatchObject([{ code: "untraced-figure", source: { file: "briefing.hbs", line: 3 } }]);
    const draft = await generateBriefing(briefing, { ...request, draft: true });
    expect(draft.diagnostics).toMatchObject([{ code: "untraced-figure", severity: "warning" }]);
  });

  test("figures that charts, stylesheets and metadata would print are not traced either", async () => {
    const { spec } = briefing;
    const years = { ...spec.charts!.years!, spec: barSpec({ x: "period", y: "offences", yTitle: "Per 1,000" }) };
    const loud = {
      ...spec,
      charts: { years },
      stylesheets: [{ file: "brand.css", text: 'h1::after { content: " up 140%" }' }],
      author: "99 of them",
      description: "{{area.label}}: 7 more",
    };
    const request = { data, parameters: { area: "kent" }, formats: ["html"] } as const;
    const { diagnostics } = await errorOf(generateBriefing(defineBriefing(loud), request));
    expect(diagnostics.map(({ code, source }) => [code, source?.file ?? source?.id])).toEqual([
      ["untraced-figure", "description"],
      ["untraced-figure", "briefing"],
      ["untraced-figure", "years"],
      ["untraced-figure", "brand.css"],
    ]);
    const draft = await generateBriefing(defineBriefing(loud), { ...request, draft: true });
    expect(draft.diagnostics.map(({ severity }) => severity)).toEqual(Array(4).fill("warning"));
    const declared = {
      ...loud,
      charts: { years: { ...years, literals: ["1,000"] } },
      stylesheets: [],
      author: "A class",
      description: "Offences in {{area.label}}",
    };
    const { html, diagnostics: none } = await generateBriefing(defineBriefing(declared), request);
    expect(none).toEqual([]);
    expect(html).toContain('<meta name="description" content="Offences in Kent">');
  });

  test("a parameter with the name of a dataset", () => {
    const { spec } = briefing;
    expect(() =>
      defineBriefing({
        ...spec,
        parameters: { offences: { kind: "text" } },
        claims: () => ({}),
        tables: () => ({}),
        charts: {},
      }),
    ).toThrow('The parameter "offences" has the name of a dataset');
  });

  test("a chart and a template that are both broken are both reported", async () => {
    const { spec } = briefing;
    const broken = defineBriefing({
      ...spec,
      charts: { years: { spec: { mark: "bra", encoding: {} }, data: () => [] } },
      template: { file: "broken.hbs", text: "<p>{{claimm 'total'}}</p>" },
    });
    const { diagnostics } = await errorOf(generateBriefing(broken, { data, parameters: { area: "kent" } }));
    expect(diagnostics.some(({ source }) => source?.id === "years")).toBe(true);
    expect(diagnostics.some(({ source }) => source?.file === "broken.hbs")).toBe(true);
  });
});

describe("many briefings", () => {
  test("are each what one is, byte for byte", async () => {
    const results: GeneratedBriefing[] = [];
    for await (const result of generateBriefings(regions, { data: regionsData, each: "area" })) {
      expect(result).toMatchObject({ status: "generated", total: 42, index: results.length });
      if (result.status === "generated") results.push(result);
      if (results.length === trials(3, 2)) break;
    }
    for (const result of results) {
      const area = result.title.replace("Women's imprisonment: ", "");
      const alone = await generateBriefing(regions, { data: regionsData, parameters: { area } });
      expect(result.html === alone.html && Buffer.compare(result.pdf, alone.pdf) === 0).toBe(true);
    }
  });

  test("go on after one that fails", async () => {
    const picky = defineBriefing({
      ...briefing.spec,
      template: { file: "picky.hbs", text: '{{#if (eq area.id "kent")}}<p>99 more</p>{{/if}}<h1>{{title}}</h1>' },
    });
    const statuses: string[] = [];
    for await (const result of generateBriefings(picky, { data, each: "area", formats: ["html"] })) {
      statuses.push(`${result.parameters.area} ${result.status}`);
    }
    expect(statuses).toEqual(["kent failed", "essex generated"]);
  });

  test("take sets of parameters too", async () => {
    const titles: string[] = [];
    const each = [{ area: "kent" }, { area: "essex", remark: "Late." }];
    for await (const result of generateBriefings(briefing, { data, each, formats: ["html"] })) {
      titles.push(result.status === "generated" ? `${result.title} ${result.html.includes("Late.")}` : "failed");
    }
    expect(titles).toEqual(["Offences in Kent false", "Offences in Essex true"]);
  });

  test("an unknown parameter is an error before the first", async () => {
    const results = generateBriefings(briefing, { data, each: "aria" as "area" });
    const { diagnostics } = await errorOf(results.next());
    expect(diagnostics).toMatchObject([{ code: "unknown-parameter", hint: 'Did you mean "area"?' }]);
  });
});

describe("nothing is mixed up, and nothing is made up", () => {
  const two = defineBriefing({
    title: "Before and after",
    lang: "en-GB",
    datasets: { before: offences, after: offences },
    claims: ({ before, after }) => ({
      before: count(before, { area: "kent", period: "2018/19" }),
      after: count(after, { area: "kent", period: "2018/19" }),
    }),
    template: { file: "two.hbs", text: '<h1>{{title}}</h1><p>{{value "before"}} then {{value "after"}}</p>' },
  });
  const kent = (value: number, id: string) =>
    readDataset(offences, { csv: `area,period,offences\nKent,2018/19,${value}\n` }, { id });

  test("datasets go by the names that the briefing gives them, whatever they were read as", async () => {
    const { claims } = await generateBriefing(two, {
      data: { before: await kent(1, "after"), after: await kent(2, "before") },
      formats: ["html"],
    });
    expect(claims.get("before")?.words.value).toBe("1");
    expect(claims.get("after")?.words.value).toBe("2");
  });

  const withRows = (data: () => readonly Record<string, string | number>[]) =>
    defineBriefing({ ...briefing.spec, charts: { years: { spec: barSpec({ x: "period", y: "offences" }), data } } });

  test("a chart draws what the data holds, and nothing typed beside it", async () => {
    const typed = withRows(() => [{ period: "2018/19", offences: 999 }]);
    const request = { data, parameters: { area: "kent" }, formats: ["html"] } as const;
    const { diagnostics } = await errorOf(generateBriefing(typed, request));
    expect(diagnostics).toMatchObject([{ code: "untraced-figure", source: { id: "years", field: "offences" } }]);
    const draft = await generateBriefing(typed, { ...request, draft: true });
    expect(draft.diagnostics).toMatchObject([{ code: "untraced-figure", severity: "warning" }]);
  });

  test("a chart, its description and a sentence round alike", async () => {
    const { html } = await generateBriefing(regions, {
      data: regionsData,
      parameters: { area: "gwent" },
      formats: ["html"],
    });
    // The median of 2021 is 16.15, of which a double's toFixed(1) makes 16.1.
    expect(html).toContain("16.2 in 2021");
    expect(html).not.toContain("16.1 in 2021");
  });

  test("an unknown format is an error, not an empty result", async () => {
    const formats = ["PDF"] as unknown as ["pdf"];
    const { diagnostics } = await errorOf(generateBriefing(briefing, { data, parameters: { area: "kent" }, formats }));
    expect(diagnostics).toMatchObject([{ code: "unknown-format", hint: 'Did you mean "pdf"?' }]);
  });

  test("an error in a briefing's own function is that area's, and the others go on", async () => {
    const throwing = defineBriefing({
      ...briefing.spec,
      claims: ({ offences, area }) => {
        if (area.id === "kent") throw new TypeError("no such thing");
        return briefing.spec.claims({ offences, area } as Parameters<typeof briefing.spec.claims>[0]);
      },
    });
    const statuses: string[] = [];
    for await (const result of generateBriefings(throwing, { data, each: "area", formats: ["html"] })) {
      statuses.push(`${result.parameters.area} ${result.status} ${result.diagnostics[0]?.code ?? ""}`);
    }
    expect(statuses).toEqual(["kent failed unexpected-error", "essex generated chart-no-data"]);
  });

  test("a template that was missing is found once it is there", async () => {
    let text: string | undefined;
    const files = {
      readText: async () => {
        if (text === undefined) throw new Error("ENOENT");
        return text;
      },
    };
    const late = defineBriefing({ ...briefing.spec, template: new URL("file:///late.hbs") }, files);
    const request = { data, parameters: { area: "kent" }, formats: ["html"] } as const;
    expect((await errorOf(generateBriefing(late, request))).diagnostics).toMatchObject([{ code: "unreadable-file" }]);
    text = "<h1>{{title}}</h1>";
    expect((await generateBriefing(late, request)).title).toBe("Offences in Kent");
  });
});
