import { change, count, defineBriefing, defineDataset, generateBriefing, median } from "briefwright";
import { describe, expect, test } from "vitest";
import { failureOf } from "../support/diagnostics-of.ts";

type Kind = "flow" | "stock" | "cumulative";

const csv = [
  "area,year,n",
  "Ashby,2021,40",
  "Ashby,2022,52",
  "Ashby,2023,61",
  "Birch,2021,30",
  "Birch,2022,35",
  "Birch,2023,44",
].join("\n");

const datasetOf = (overTime: Kind) =>
  defineDataset({
    title: "Children",
    dimensions: { area: { role: "area", label: "Area" }, year: { role: "time", label: "Year" } },
    measures: { n: { label: "Children", unit: { one: "child", other: "children" }, statType: "count", overTime } },
    sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
  });

interface Parts {
  readonly overTime: Kind;
  readonly selected?: object;
  readonly lang?: string;
  readonly y?: object;
}

async function build({
  overTime,
  selected = { area: "Ashby", year: "2023" },
  lang = "en-GB",
  y = { field: "n", type: "quantitative" },
}: Parts) {
  const briefing = defineBriefing({
    title: "Children",
    description: "Children by area",
    author: "A charity",
    lang,
    datasets: { children: datasetOf(overTime) },
    claims: ({ children }) => ({
      it: count(children, selected as never),
      rise: change(children, { area: "Ashby", from: "2021", to: "2023" }),
      middle: median(children, { year: "2023", among: "area" }),
    }),
    charts: {
      bars: {
        spec: { mark: "bar", encoding: { x: { field: "area", type: "nominal", title: "Area" }, y } } as never,
        data: ({ children }) =>
          children
            .where({ year: ["2021", "2022", "2023"] })
            .filter((row) => y && (JSON.stringify(y).includes("aggregate") || row.year === "2023")),
      },
    },
    template: {
      file: "t.hbs",
      text: '<h1>{{title}}</h1><p>{{claim "it"}}{{note "it"}} {{claim "rise"}} {{claim "middle"}}</p>{{chart "bars"}}',
    },
  });
  return generateBriefing(briefing, { data: { children: { csv } }, formats: ["html"] });
}

describe("figures of several times", () => {
  test("a flow may be added up over years, a stock and a running total may not", async () => {
    const bothYears = { area: "Ashby", year: ["2022", "2023"] };
    await expect(build({ overTime: "flow", selected: bothYears })).resolves.toBeDefined();
    for (const overTime of ["stock", "cumulative"] as const) {
      const { diagnostics } = await failureOf(() => build({ overTime, selected: bothYears }));
      expect(diagnostics.map(({ code }) => code)).toEqual(["not-additive"]);
    }
  });

  test("any of them may be added up over areas of one year", async () => {
    for (const overTime of ["flow", "stock", "cumulative"] as const) {
      const { html = "" } = await build({ overTime, selected: { area: ["Ashby", "Birch"], year: "2023" } });
      expect(html.replaceAll(/<[^>]+>/g, "")).toContain("105 children");
    }
  });

  test("a chart may draw the sums of a flow over years, and of a stock over areas alone", async () => {
    const sums = { field: "n", type: "quantitative", aggregate: "sum", title: "Children" };
    await expect(build({ overTime: "flow", y: sums })).resolves.toBeDefined();
    const { diagnostics } = await failureOf(() => build({ overTime: "stock", y: sums }));
    expect(diagnostics.map(({ code }) => code)).toEqual(["untraced-mark"]);
  });

  test("readers are told of a running total, in their language", async () => {
    const said = async (overTime: Kind, lang: string) => (await build({ overTime, lang })).html ?? "";
    expect(await said("cumulative", "en-GB")).toContain("Children: a running total, of all up to then.");
    expect(await said("cumulative", "cy")).toContain("Children: cyfanswm cronnus, hyd at yr adeg honno.");
    expect(await said("stock", "en-GB")).not.toContain("running total");
    const { claims } = await build({ overTime: "cumulative" });
    expect(claims.get("it")?.issues.map(({ code }) => code)).toEqual(["running-total"]);
  });
});
