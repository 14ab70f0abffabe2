import { change, count, defineBriefing, generateBriefing, rank, readDataset, table } from "briefwright";
import { barSpec, heatSpec, trendSpec } from "briefwright/charts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadPipeline } from "../../src/briefing/index.ts";
import { trials } from "../support/trials.ts";
import { offences } from "./recorded-offences.ts";

const [brand, template, mark, rows] = ["brand.css", "briefing.hbs", "mark.svg", "offences.csv"] as const;
/** What each file may hold; the last of each cannot be used, or has a briefing that cannot be made. */
const versions = {
  [brand]: [
    "",
    ":root { --brand: #5a143c }",
    ":root { --chart-font-size: 15px }",
    "@media print { :root { --chart-font-size: 9px } }",
    "p { color: rebeccapurple }",
    "p { width: 1q2",
  ],
  [template]: [
    `<h1>Offences</h1><p>{{claim "total"}}</p>{{image "mark"}}{{chart "forces" caption="By force"}}`,
    `<h1>Forces</h1><p>{{claim "total"}} and {{claim "rise"}}</p>{{table "all"}}{{chart "years"}}{{chart "forces"}}`,
    `<h1>Areas</h1><p>{{claim "place"}}</p>{{chart "forces"}}{{chart "years"}}{{provenance}}`,
    `<h1>Areas</h1>{{#if}}<p>{{claim "total"}}</p>`,
  ],
  [mark]: ["#000", "#00f"].map(
    (color) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="${color}" d="M0 0h9v9z"/></svg>`,
  ),
  [rows]: [
    "Kent,2018/19,114\nEssex,2018/19,1274\nKent,2017/18,98\nEssex,2017/18,1300",
    "Kent,2018/19,115\nEssex,2018/19,1274\nKent,2017/18,98\nEssex,2017/18,1300",
    "Kent,2018/19,114\nEssex,2018/19,1274\nKent,2017/18,..\nEssex,2017/18,1300",
    "Kent,2018/19,many",
  ],
};
type Files = Readonly<Record<keyof typeof versions, string>>;
const first = Object.fromEntries(Object.entries(versions).map(([name, [text]]) => [name, text])) as Files;

/** How a module that defines the briefing may be saved otherwise. */
const modules = [
  {},
  { title: "Crimes in {{area.label}}" },
  { lang: "cy" },
  { style: "press" },
  { typography: false },
  { names: ["Area 51"] },
  { period: "first" },
  { category: "period" },
  { chartTheme: { fontFamily: "serif" } },
] as const;
interface Module {
  readonly title?: string;
  readonly lang?: string;
  readonly style?: "press";
  readonly typography?: boolean;
  readonly names?: readonly string[];
  readonly period?: "first" | "latest";
  readonly category?: "period" | "area";
  readonly chartTheme?: { readonly fontFamily: string };
}

const address = (name: string) => new URL(name, "file:///desk/");
const briefingOf = (files: () => Files, { period = "latest", category = "area", ...others }: Module = {}) => {
  const read = async (path: string) => files()[path.replace(/.*\//, "") as keyof Files];
  return defineBriefing(
    {
      title: "Offences in {{area.label}}",
      lang: "en-GB",
      ...others,
      datasets: { offences },
      parameters: { area: { kind: "category", dataset: "offences", dimension: "area" } },
      claims: ({ offences, area }) => ({
        total: count(offences, { area, period }),
        rise: change(offences, { area, from: "first", to: "latest" }),
        place: rank(offences, { area, period: "latest", among: "area" }),
      }),
      tables: ({ offences, area }) => ({
        all: table({
          caption: "By year",
          rowHeader: "Year",
          rows: offences.periods(),
          columns: { area: { header: area, cell: (period) => count(offences, { area, period }) } },
        }),
      }),
      charts: {
        forces: {
          spec: barSpec({ x: category, y: "offences" }),
          data: ({ offences, area }) => offences.where(category === "area" ? { period } : { area: area.id }),
        },
        years: {
          spec: trendSpec({ x: "period", y: "offences", series: "area" }),
          data: ({ offences, area }) => offences.where({ area: area.id }),
        },
      },
      images: { mark: { file: address(mark), alt: "A mark" } },
      stylesheets: [address(brand)],
      template: address(template),
    },
    { readText: read, readBytes: async (path) => Buffer.from(await read(path)) },
  );
};

const header = "area,period,offences\n";
const readRows = (files: Files) => readDataset(offences, { csv: header + files[rows], file: rows }, { id: "offences" });

/** How a briefing is looked at. */
interface Asked {
  readonly area: "kent" | "essex";
  readonly draft: boolean;
  readonly formats: readonly ("html" | "pdf")[];
}
const firstAsked: Asked = { area: "kent", draft: false, formats: ["html"] };

async function made(
  briefing: ReturnType<typeof briefingOf>,
  data: ReturnType<typeof readRows>,
  { area, draft, formats }: Asked = firstAsked,
) {
  try {
    const { html, pdf, record, diagnostics } = await generateBriefing(briefing, {
      data: { offences: await data },
      parameters: { area },
      ...{ draft, formats, verifiable: { publish: true }, trail: { publish: true } },
      date: new Date("2024-01-02"),
    });
    return { html, pdf: pdf && Buffer.from(pdf).toString("latin1"), record, diagnostics };
  } catch (error) {
    return { error: String(error) };
  }
}

test("whatever was saved and looked at before, a briefing that reads its files again is what a new one is", async () => {
  const { readAgain } = await loadPipeline();
  const save = fc
    .constantFrom(...([brand, template, mark, rows] as const))
    .chain((name) => fc.record({ name: fc.constant(name), text: fc.constantFrom(...versions[name]) }));
  const look = fc.record({
    area: fc.constantFrom("kent", "essex"),
    draft: fc.constantFrom(false, false, true),
    formats: fc.constantFrom<Asked["formats"]>(["html", "pdf"], ["html"], ["pdf"]),
  });
  const saveModule = fc.record({ module: fc.constantFrom<Module>(...modules) });
  const steps = fc.array(
    fc.oneof({ weight: 3, arbitrary: save }, { weight: 2, arbitrary: saveModule }, { weight: 1, arbitrary: look }),
    { minLength: 1, maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      let files = first;
      let asked: Asked = firstAsked;
      let module: Module = {};
      let briefing = briefingOf(() => files);
      let data = readRows(files);
      readAgain(briefing);
      await made(briefing, data);
      for (const step of all) {
        const before = briefing;
        if ("name" in step) files = { ...files, [step.name]: step.text };
        else if ("module" in step) {
          module = step.module;
          briefing = briefingOf(() => files, module);
        } else asked = step;
        // As the preview does: data is read when it was saved.
        if ("name" in step && step.name === rows) data = readRows(files);
        readAgain(briefing, before);
        const now = files;
        expect(await made(briefing, data, asked)).toEqual(
          await made(
            briefingOf(() => now, module),
            readRows(now),
            asked,
          ),
        );
      }
    }),
    { numRuns: trials(40, 6) },
  );
});

test("a chart is drawn again where its colours on dark pages alone are others", async () => {
  const { readAgain } = await loadPipeline();
  const dark = (ramp: string) => `@media screen and (prefers-color-scheme: dark) { :root { --chart-ramp: ${ramp} } }`;
  let files: Files = { ...first, [brand]: dark("#102030, #d0e0f0") };
  const matrix = () => {
    const { spec, files: reader } = briefingOf(() => files);
    const [forces] = Object.values(spec.charts ?? {});
    const chart = { ...forces, spec: heatSpec({ row: "area", column: "period", value: "offences" }) };
    const template = { file: "matrix.hbs", text: `<h1>{{title}}</h1>{{chart "matrix"}}` };
    return defineBriefing({ ...spec, charts: { matrix: chart as NonNullable<typeof forces> }, template }, reader);
  };
  const data = readRows(files);
  const briefing = matrix();
  readAgain(briefing);
  const before = await made(briefing, data);
  files = { ...files, [brand]: dark("#301020, #f0d0e0") };
  readAgain(briefing);
  const after = await made(briefing, data);
  expect(after).toEqual(await made(matrix(), data));
  const drawn = ({ html = "" }: typeof after) => html.slice(html.indexOf("<svg"), html.lastIndexOf("</svg>"));
  expect(drawn(after)).not.toBe(drawn(before));
});

test("what was not saved is not made again", async () => {
  const { prepareBriefing, readAgain } = await loadPipeline();
  let files = first;
  let data = readRows(files);
  let briefing = briefingOf(() => files);
  const compiledAfter = async (saved: Partial<Files>, module?: Module) => {
    const before = briefing;
    files = { ...files, ...saved };
    if (saved[rows] !== undefined) data = readRows(files);
    if (module) briefing = briefingOf(() => files, module);
    readAgain(briefing, before);
    const { compiled, evaluator } = await prepareBriefing(briefing, { data: { offences: await data } });
    return {
      chart: compiled.charts.get("forces"),
      pages: await compiled.pdf(),
      template: compiled.template,
      evaluator,
    };
  };
  const before = await compiledAfter({});
  const withTemplate = await compiledAfter({ [template]: versions[template][1] ?? "" });
  expect(withTemplate.template).not.toBe(before.template);
  expect(withTemplate.chart).toBe(before.chart);
  expect(withTemplate.pages).toBe(before.pages);
  expect(withTemplate.evaluator).toBe(before.evaluator);
  const withParagraphs = await compiledAfter({ [brand]: "p { color: rebeccapurple }" });
  expect(withParagraphs.chart).toBe(before.chart);
  expect(withParagraphs.pages).not.toBe(before.pages);
  const withLargeText = await compiledAfter({ [brand]: ":root { --chart-font-size: 15px }" });
  expect(withLargeText.chart).not.toBe(before.chart);
  const withData = await compiledAfter({ [rows]: versions[rows][1] ?? "" });
  expect(withData.chart).toBe(withLargeText.chart);
  expect(withData.evaluator).not.toBe(before.evaluator);
  const withTitle = await compiledAfter({}, { title: "Crimes in {{area.label}}" });
  expect(withTitle.chart).toBe(withData.chart);
  expect(withTitle.pages).toBe(withData.pages);
  expect(withTitle.evaluator).toBe(withData.evaluator);
  expect((await compiledAfter({}, { category: "period" })).chart).not.toBe(withData.chart);
  expect((await compiledAfter({}, { style: "press" })).evaluator).not.toBe(withData.evaluator);
});

test("claims, charts and cells of a verification are asked for once, while templates are saved", async () => {
  const { prepareBriefing, renderBriefing, readAgain } = await loadPipeline();
  let files = first;
  const counted = { claims: 0, charts: 0 };
  const { spec, files: reader } = briefingOf(() => files);
  const briefing = defineBriefing(
    {
      ...spec,
      claims: (context) => {
        counted.claims += 1;
        return spec.claims(context);
      },
      charts: Object.fromEntries(
        Object.entries(spec.charts ?? {}).map(([id, chart]) => [
          id,
          {
            ...chart,
            data: (context: Parameters<typeof chart.data>[0]) => {
              counted.charts += 1;
              return chart.data(context);
            },
          },
        ]),
      ),
    },
    reader,
  );
  const data = await readRows(files);
  const make = async (area: string) => {
    readAgain(briefing);
    const prepared = await prepareBriefing(briefing, { data: { offences: data } });
    await renderBriefing(prepared, {
      parameters: { area },
      formats: new Set(["html"]),
      date: { known: "2024-01-02", instant: new Date("2024-01-02") },
      ...{ draft: false, verifiable: { publish: true }, trail: false, corrects: [] },
    });
  };
  await make("kent");
  for (const text of versions[template].slice(0, 3)) {
    files = { ...files, [template]: text };
    await make("kent");
  }
  expect(counted).toEqual({ claims: 1, charts: 2 });
  await make("essex");
  expect(counted).toEqual({ claims: 2, charts: 4 });
});
