/** What the program prints where all is well. */
export const strangerPrints = "true true %PDF-, 1 page, agrees";

/** A program of somebody who installed the package: a briefing with a chart, a page and a checked file, something of each door. */
export function strangerProgram(doors: readonly string[], by: "import" | "require"): string {
  const imports = doors.map((door, index) =>
    by === "import" ? `import * as door${index} from "${door}";` : `const door${index} = require("${door}");`,
  );
  return `${imports.join("\n")}
const doors = Object.assign({}, ${doors.map((_, index) => `door${index}`).join(", ")});
const { barSpec, checkClaims, count, defineBriefing, defineClaims, defineDataset, formatBriefingRecord, generateBriefing, readDataset, renderPdf, verifyFile } = doors;
const cases = defineDataset({
  title: "Recorded cases",
  dimensions: { area: { role: "area", label: "Area" }, period: { role: "time", label: "Year" } },
  measures: { cases: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { police: { title: "Recorded cases", publisher: "The police", kind: "other", published: "2019-09-11" } },
});
const briefing = defineBriefing({
  title: "Cases",
  lang: "en",
  datasets: { cases },
  claims: ({ cases }) => ({ total: count(cases, { area: "north", period: "2018/19" }) }),
  charts: { years: { spec: barSpec({ x: "period", y: "cases" }), data: ({ cases }) => cases.where({ area: "north" }) } },
  template: { text: '<h1>Cases</h1><p>{{claim "total"}}</p>{{chart "years" caption="Cases a year"}}', file: "cases.hbs" },
});
const csv = "area,period,cases\\nNorth,2017/18,120\\nNorth,2018/19,180\\n";
(async () => {
  const { html, pdf, record } = await generateBriefing(briefing, { data: { cases: { csv } }, verifiable: true });
  const { pageCount } = await renderPdf("<h1>Hello</h1>", { title: "Hello", lang: "en", date: new Date(0) });
  const { verdict } = await verifyFile(html, { file: "cases.html" });
  console.log(html.includes("180 cases") && html.includes("<svg"), formatBriefingRecord(record).includes("180"), Buffer.from(pdf.subarray(0, 5)).toString() + ",", pageCount, "page,", verdict);
})();
`;
}
