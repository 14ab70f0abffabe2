import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { publint } from "publint";
import { describe, expect, it } from "vitest";
import packageJson from "../../../package.json" with { type: "json" };
import { packageFolder } from "../../cli/ensure-built.ts";
import { runProgram } from "../run-program.ts";
import { useInstalledPackage } from "./installed-package.ts";
import { largestPackage, strayFiles } from "./package-contents.ts";
import { strangerPrints, strangerProgram } from "./stranger-program.ts";

const { project, folder, tarball } = useInstalledPackage();
const write = (name: string, content: string) => writeFileSync(join(project, name), content);
const node = (...args: string[]) => runProgram(process.execPath, args, { cwd: project });
const developerTool = (...path: string[]) => join(packageFolder, "node_modules", ...path);

const doors = Object.keys(packageJson.exports)
  .filter((name) => !name.endsWith(".json"))
  .map((name) => name.replace(/^\.(?=\/|$)/, "briefwright"));
const printed = { exitCode: 0, stdout: `${strangerPrints}\n`, stderr: "" };

describe("the package", () => {
  it("holds what runs, the templates and fonts, and nothing of its workshop", () => {
    expect(
      readdirSync(folder)
        .filter((name) => !/^(README|LICENSE|CHANGELOG)/.test(name))
        .sort(),
    ).toEqual(["dist", "examples", "package.json", "src", "templates"]);
    expect(readdirSync(join(folder, "templates", "fonts"))).toContain("inter-regular.woff2");
    const names = readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
    expect(strayFiles(names)).toEqual([]);
    expect(names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)).toBeLessThan(largestPackage);
  });

  it("holds what its README leads to", () => {
    const readme = readFileSync(join(folder, "README.md"), "utf8");
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = ""]) => path);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
  });

  it("runs by import, from each door", async () => {
    write("esm.mjs", strangerProgram(doors, "import"));
    expect(await node("esm.mjs")).toEqual(printed);
  });

  it("runs by require, from each door, without a warning", async () => {
    write("cjs.cjs", strangerProgram(doors, "require"));
    expect(await node("cjs.cjs")).toEqual(printed);
  });

  it("has one class of errors for both entries, by require too", async () => {
    const check = `
      renderPdf("<p>x", { date: new Date(0) }).catch((error) => console.log(error instanceof BriefingError));`;
    write(
      "errors.cjs",
      `const { BriefingError } = require("briefwright");\nconst { renderPdf } = require("briefwright/pdf");${check}`,
    );
    write(
      "errors.mjs",
      `import { BriefingError } from "briefwright";\nimport { renderPdf } from "briefwright/pdf";${check}`,
    );
    expect(await node("errors.cjs")).toMatchObject({ stdout: "true\n" });
    expect(await node("errors.mjs")).toMatchObject({ stdout: "true\n" });
  });

  it("makes briefings in workers, by import, by require and from its command line", async () => {
    const body = `
const cases = defineDataset({
  title: "Cases",
  dimensions: { area: { role: "area", label: "Area" }, year: { role: "time", label: "Year" } },
  measures: { cases: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { returns: { title: "Returns", publisher: "Councils", kind: "other" } },
});
const briefing = defineBriefing({
  title: "Cases",
  lang: "en",
  datasets: { cases },
  parameters: { area: { kind: "category", dataset: "cases", dimension: "area" } },
  claims: ({ cases, area }) => ({ total: count(cases, { area, year: "latest" }) }),
  template: "summary",
});
const data = { cases: { csv: "area,year,cases\\nNorth,2023,12\\nSouth,2023,14\\nWest,2023,15\\n" } };
`;
    const named = "count, defineBriefing, defineDataset";
    write("cases.mjs", `import { ${named} } from "briefwright";${body}export { briefing, data };`);
    write("cases.cjs", `const { ${named} } = require("briefwright");${body}module.exports = { briefing, data };`);
    const make = (module: string) => `
(async () => {
  const options = { data, each: "area", formats: ["html"], module: ${module}, concurrency: 2 };
  for await (const { name, status, diagnostics } of generateBriefings(briefing, options))
    console.log(name, status, diagnostics.some(({ code }) => code === "no-workers"));
})();`;
    write(
      "workers.mjs",
      `import { generateBriefings } from "briefwright";\nimport { briefing, data } from "./cases.mjs";${make('new URL("./cases.mjs", import.meta.url)')}`,
    );
    write(
      "workers.cjs",
      `const { generateBriefings } = require("briefwright");\nconst { briefing, data } = require("./cases.cjs");${make('require("node:url").pathToFileURL(require.resolve("./cases.cjs"))')}`,
    );
    const made = {
      exitCode: 0,
      stdout: "north generated false\nsouth generated false\nwest generated false\n",
      stderr: "",
    };
    expect(await node("workers.mjs")).toEqual(made);
    expect(await node("workers.cjs")).toEqual(made);
    const cli = join(folder, "dist", "cli.js");
    const built = await node(cli, "build", "cases.mjs", "-e", "area", "-f", "html", "--jobs", "2", "--out", "built");
    expect(built).toMatchObject({ exitCode: 0, stderr: "" });
    expect(built.stdout.trim().split("\n")).toHaveLength(6);
  });

  it("has a command line", async () => {
    const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { bin: { briefwright: string } };
    const file = join(folder, bin.briefwright);
    if (process.platform !== "win32") expect(statSync(file).mode & 0o111).not.toBe(0);
    write("page.html", "<h1>Hello</h1>");
    const result = await node(file, "pdf", "page.html", "--title", "Hello", "--lang", "en", "-o", "page.pdf");
    expect(result).toEqual({ exitCode: 0, stdout: "page.pdf\n", stderr: "" });
  });

  it("names the package that a file needs which is not always installed", async () => {
    const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { bin: { briefwright: string } };
    const file = join(folder, bin.briefwright);
    writeFileSync(join(project, "cases.xls"), Buffer.from("d0cf11e0a1b11ae1", "hex"));
    write("cases.pdf", "%PDF-1.7");
    const [inspected, verified] = [await node(file, "inspect", "cases.xls"), await node(file, "verify", "cases.pdf")];
    expect(inspected.stderr).toContain("npm install @e965/xlsx [missing-package]");
    expect(verified.stderr).toContain("npm install pdfjs-dist@5 [missing-package]");
  });
});

describe("its types", () => {
  it("are there for import and for require, and know the ids", async () => {
    const body = `
const cases = defineDataset({
  title: "Cases",
  dimensions: { area: { role: "area", label: "Area", categories: [{ id: "north", label: "North" }] } },
  measures: { cases: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: {},
});
const briefing = defineBriefing({
  title: "Cases",
  lang: "en",
  datasets: { cases },
  claims: ({ cases }) => ({ total: count(cases, { area: "north" }) }),
  template: "summary",
});
export async function run(): Promise<Uint8Array> {
  const { pdf, claims } = await generateBriefing(briefing, { data: { cases: "cases.csv" }, formats: ["pdf"] });
  claims.get("total");
  // @ts-expect-error There is no such claim.
  claims.get("totl");
  const page = await renderPdf("<p>Text</p>", { title: "Text", lang: "en", date: new Date(0) });
  return page.pageCount > 1 ? page.bytes : pdf;
}
`;
    const named = "count, defineBriefing, defineDataset, generateBriefing";
    write("esm.mts", `import { ${named} } from "briefwright";\nimport { renderPdf } from "briefwright/pdf";${body}`);
    write("cjs.cts", `import { ${named} } from "briefwright";\nimport { renderPdf } from "briefwright/pdf";${body}`);
    mkdirSync(join(project, "node_modules", "@types"), { recursive: true });
    symlinkSync(developerTool("@types", "node"), join(project, "node_modules", "@types", "node"), "junction");
    const settings = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023"];
    const result = await node(
      developerTool("typescript", "bin", "tsc"),
      ...settings,
      "--types",
      "node",
      "esm.mts",
      "cjs.cts",
    );
    expect(result).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  it("resolve as they should, says Are the types wrong", async () => {
    const attw = developerTool("@arethetypeswrong", "cli", "dist", "index.js");
    const result = await node(
      attw,
      tarball,
      "--profile",
      "node16",
      "--no-definitely-typed",
      "--format",
      "ascii",
      "--no-emoji",
    );
    // It ends with 1 for any problem, and says which.
    expect(result).toMatchObject({ exitCode: 0 });
  });

  it("and its package.json is sound, says publint", async () => {
    const { messages } = await publint({ pkgDir: folder, strict: true, pack: false });
    expect(messages).toEqual([]);
  });
});
