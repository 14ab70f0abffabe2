import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useWorkplace } from "./briefwright.ts";

const { folder, runBuilt: run } = useWorkplace();
const csv = "area,period,cases\nAsh,2020,30\nBirch,2020,40\nCedar,2020,50\n";

interface Parts {
  /** The body of the data function. */
  readonly data?: string;
  readonly charts?: string;
  readonly template?: string;
}

function write({ data = `return { csv: ${JSON.stringify(csv)} };`, charts = "", template = "" }: Parts): void {
  const module = `import { count, defineBriefing, defineDataset } from "briefwright";
const cases = defineDataset({
  title: "Cases",
  dimensions: { area: { role: "area", label: "Area", open: true }, period: { role: "time", label: "Year" } },
  measures: { cases: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { s: { title: "Cases", publisher: "P", kind: "official-statistics" } },
});
export const data = { cases: async () => { ${data} } };
export default defineBriefing({
  title: "Cases in {{area.label}}",
  lang: "en-GB",
  datasets: { cases },
  parameters: { area: { kind: "category", dataset: "cases", dimension: "area" } },
  claims: ({ cases, area }) => ({ own: count(cases, { area, period: "latest" }) }),
  ${charts}
  template: new URL("./stranger.hbs", import.meta.url),
});
`;
  writeFileSync(join(folder, "stranger.ts"), module);
  writeFileSync(join(folder, "stranger.hbs"), `<h1>{{title}}</h1><p>{{claim "own"}}</p>${template}\n`);
}

const build = (out: string, ...args: readonly string[]) =>
  run(["build", "stranger.ts", "-e", "area", "-f", "html", "-j", "1", "--isolate", "--out", out, ...args]);

describe("a stranger's module in a process of its own", () => {
  it("is given up where its data never comes, and where it eats memory", async () => {
    write({ data: "for (;;);" });
    const late = await build("late", "--plan-limit", "1");
    expect(late).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining("[plan-limit]") });
    expect(late.stderr).toContain("took longer than a second");
    write({ data: "const eaten = []; for (;;) eaten.push({ more: [1, 2, 3] });" });
    const large = await build("large", "--memory-limit", "160");
    expect(large).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining("[plan-limit]") });
    expect(large.stderr).toContain("more memory than 160 megabytes");
    expect(existsSync(join(folder, "late")) || existsSync(join(folder, "large"))).toBe(false);
  });

  it("is built as any other where it does neither, and its errors are told as they are", async () => {
    write({});
    const made = await build("made", "--json");
    expect({ exitCode: made.exitCode, stderr: made.stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(made.stdout.trim().split("\n").at(-1)).toContain('"exitCode":0');
    expect(readFileSync(join(folder, "made", "ash.html"), "utf8")).toContain("30 cases");
    write({ data: 'throw new Error("No such table.");' });
    expect(await build("none")).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("No such table.") });
  });

  it("fails alone with a template that prints without end, in a process or a thread of its own", async () => {
    const loop = (depth: number, inner: string): string =>
      depth === 0 ? inner : `{{#each (list "own" "own" "own" "own")}}${loop(depth - 1, inner)}{{/each}}`;
    write({ template: `{{#if (eq area.label "Ash")}}${loop(20, '<i>{{value "own"}}</i>')}{{/if}}` });
    const args = ["build", "stranger.ts", "-e", "area", "-f", "html", "-j", "2", "--memory-limit", "160", "--out"];
    for (const [out, ...more] of [["processes", "--isolate"], ["threads"], ["late", "--time-limit", "3"]] as const) {
      const loops = await run([...args, out, ...more]);
      const { exitCode, stderr } = loops;
      expect({ out, exitCode, stderr }).toMatchObject({
        exitCode: 1,
        stderr: expect.stringContaining("1 of 3 briefings not written: ash"),
      });
      expect(stderr).toMatch(out === "late" ? /\[(time|memory)-limit\]/ : /\[memory-limit\]/);
      expect(existsSync(join(folder, out, "ash.html"))).toBe(false);
      expect(existsSync(join(folder, out, "birch.html")) && existsSync(join(folder, out, "cedar.html"))).toBe(true);
    }
  });

  it("fails alone with a chart that makes rows without end", async () => {
    const charts = `charts: {
    endless: {
      spec: {
        $schema: "https://vega.github.io/schema/vega/v6.json",
        width: 100,
        height: 100,
        data: [
          { name: "table" },
          { name: "many", transform: [{ type: "sequence", start: 0, stop: { signal: "data('table')[0].area === 'Ash' ? 1e9 : 2" } }] },
        ],
        marks: [{ type: "rect", from: { data: "many" }, encode: { enter: { width: { value: 1 } } } }],
      },
      data: ({ cases, area }) => cases.where({ area }),
    },
  },`;
    write({ charts, template: `{{chart "endless" alt="Rows" caption="Rows"}}` });
    const args = ["--memory-limit", "256", "--time-limit", "20", "--draft"];
    const rows = await build("rows", ...args);
    expect(rows).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("1 of 3 briefings not written: ash") });
    expect(existsSync(join(folder, "rows", "birch.html"))).toBe(true);
  });

  it("fails alone with a word cloud of a million by a million", async () => {
    const cloud = `charts: {
    cloud: {
      spec: {
        $schema: "https://vega.github.io/schema/vega/v6.json",
        width: 100,
        height: 100,
        data: [{ name: "table" }],
        marks: [{
          type: "text",
          from: { data: "table" },
          encode: { enter: { text: { field: "area" } } },
          transform: [{ type: "wordcloud", size: { signal: "data('table')[0].area === 'Ash' ? [1e6, 1e6] : [100, 100]" }, text: { field: "text" }, fontSize: 14 }],
        }],
      },
      data: ({ cases, area }) => cases.where({ area }),
    },
  },`;
    write({ charts: cloud, template: `{{chart "cloud" alt="Words" caption="Words"}}` });
    const clouds = await build("clouds", "--memory-limit", "256", "--time-limit", "20", "--draft");
    expect(clouds).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("1 of 3 briefings not written: ash") });
    expect(existsSync(join(folder, "clouds", "ash.html"))).toBe(false);
    expect(existsSync(join(folder, "clouds", "cedar.html"))).toBe(true);
  });
});
