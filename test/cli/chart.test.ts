import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useWorkplace } from "./briefwright.ts";

const { folder, run, runBuilt } = useWorkplace();
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
    expect(await runBuilt(["chart", "cases.vl.json", "-o", "cases.svg"])).toEqual({
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

  it("is told in words too, with the table of its data", async () => {
    write("told.vl.json", { ...spec, title: "Cases | a year" });
    const { stdout } = await run(["chart", "told.vl.json", "-o", "told.svg", "--text", "told.md"]);
    expect(stdout).toBe("told.svg\ntold.md\n");
    expect(readFileSync(join(folder, "told.md"), "utf8")).toBe(
      [
        "# Cases \\| a year",
        "Cases \\| a year. Bar chart: cases by year. 114 in 2017/18, rising to 274 in 2018/19.",
        "| year | cases |\n| --- | ---: |\n| 2017/18 | 114 |\n| 2018/19 | 274 |\n",
      ].join("\n\n"),
    );
  });

  it("ends with 1 where it cannot be drawn and with 2 where it cannot be read", async () => {
    write("remote.vl.json", { ...spec, data: { url: "https://example.org/data.csv" } });
    expect(await run(["chart", "remote.vl.json", "-o", "remote.svg"])).toMatchObject({ exitCode: 1, stdout: "" });
    writeFileSync(join(folder, "half.vl.json"), '{"mark": "bar"');
    expect(await run(["chart", "half.vl.json", "-o", "half.svg"])).toMatchObject({ exitCode: 2, stdout: "" });
    expect(await run(["chart", "cases.vl.json", "-o", "cases.png"])).toMatchObject({ exitCode: 2, stdout: "" });
  });
});

describe("a spec that names files", () => {
  const remote = { ...spec, data: { url: "figures/cases.csv" } };
  const prepare = () => {
    mkdirSync(join(folder, "figures"), { recursive: true });
    writeFileSync(join(folder, "figures", "cases.csv"), "year,cases\n2017/18,114\n2018/19,274\n");
    writeFileSync(join(folder, "secret.csv"), "year,cases\n2017/18,1\n");
    write("files.vl.json", remote);
  };

  it("reads them from the folders that are allowed", async () => {
    prepare();
    const done = await run(["chart", "files.vl.json", "--allow", "figures", "-o", "files.svg"]);
    expect(done).toEqual({ exitCode: 0, stdout: "files.svg\n", stderr: "" });
    expect(read("files.svg")).toContain("114 in 2017/18, rising to 274 in 2018/19.");
  });

  it.each([
    ["not allowed at all", "figures/cases.csv", []],
    ["outside the folder", "secret.csv", ["--allow", "figures"]],
    ["outside by dots", "figures/../secret.csv", ["--allow", "figures"]],
    ["outside by a link", "figures/link.csv", ["--allow", "figures"]],
    ["on the network", "https://example.org/cases.csv", ["--allow", "."]],
    ["by a file: address", "file:///etc/hostname", ["--allow", "/"]],
  ])("%s: an error, and nothing is written", async (_, url, allow) => {
    prepare();
    if (!existsSync(join(folder, "figures", "link.csv")))
      symlinkSync(join(folder, "secret.csv"), join(folder, "figures", "link.csv"));
    write("other.vl.json", { ...spec, data: { url } });
    const done = await run(["chart", "other.vl.json", ...allow, "-o", "other.svg"]);
    expect(done).toMatchObject({ exitCode: 1, stdout: "", stderr: expect.stringContaining(url) });
    expect(existsSync(join(folder, "other.svg"))).toBe(false);
  });

  it("a folder that is not there is an error", async () => {
    prepare();
    const done = await run(["chart", "files.vl.json", "--allow", "figure", "-o", "files.svg"]);
    expect(done).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("no such folder") });
  });
});
