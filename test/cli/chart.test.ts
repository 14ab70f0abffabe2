import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useWorkplace } from "./briefwright.ts";

const { folder, run } = useWorkplace();
const spec = {
  title: "Cases a year",
  data: {
    values: [
      { year: "2017/18", cases: 114 },
      { year: "2018/19", cases: 274 },
    ],
  },
  mark: "bar",
  encoding: { x: { field: "year", type: "nominal" }, y: { field: "cases", type: "quantitative" } },
};
const write = (name: string, content: object) => writeFileSync(join(folder, name), JSON.stringify(content));
const read = (name: string) => readFileSync(join(folder, name)).toString("latin1");

describe("a Vega-Lite spec", () => {
  it("becomes an SVG that stands alone, with the alt text of its data", async () => {
    write("cases.vl.json", spec);
    expect(await run(["chart", "cases.vl.json", "-o", "cases.svg"])).toEqual({
      exitCode: 0,
      stdout: "cases.svg\n",
      stderr: "",
    });
    const svg = read("cases.svg");
    expect(svg).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('aria-label="Cases a year.');
    expect(svg).toContain("274");
  });

  it("becomes a PDF of one page of its size", async () => {
    write("cases.vl.json", spec);
    const args = ["chart", "cases.vl.json", "--width", "400", "--date", "2024-03-31", "-o", "cases.pdf"];
    expect(await run(args)).toEqual({ exitCode: 0, stdout: "cases.pdf\n", stderr: "" });
    const pdf = read("cases.pdf");
    expect(pdf).toMatch(/\/MediaBox \[0 0 300 /);
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  });

  it("ends with 1 where it cannot be drawn and with 2 where it cannot be read", async () => {
    write("remote.vl.json", { ...spec, data: { url: "https://example.org/data.csv" } });
    expect(await run(["chart", "remote.vl.json", "-o", "remote.svg"])).toMatchObject({ exitCode: 1, stdout: "" });
    writeFileSync(join(folder, "half.vl.json"), '{"mark": "bar"');
    expect(await run(["chart", "half.vl.json", "-o", "half.svg"])).toMatchObject({ exitCode: 2, stdout: "" });
    expect(await run(["chart", "cases.vl.json", "-o", "cases.png"])).toMatchObject({ exitCode: 2, stdout: "" });
  });
});
