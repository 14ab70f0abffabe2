import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useWorkplace } from "./briefwright.ts";

const { folder, runBuilt: run } = useWorkplace();
const csv = "area,period,cases\nNorthmarch,2017/18,120\nNorthmarch,2018/19,181\nEastmarch,2018/19,90\n";

/** A module in a folder of its own, with the briefing or the claims of the fixtures and data of its own. */
function withData(name: string, data: string, kind: "briefing" | "claims" = "briefing"): string {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "own.csv"), csv);
  writeFileSync(
    join(folder, name, `${kind}.ts`),
    `import { readFile, appendFile } from "node:fs/promises";\nexport { ${kind} } from "../${kind}.ts";\n${data}\n`,
  );
  return `${name}/${kind}.ts`;
}

const bytes = 'readFile(new URL("./own.csv", import.meta.url))';

/** What each kind of data is written as in a module. */
const kinds: readonly (readonly [what: string, data: string])[] = [
  ["a path", '"own.csv"'],
  ["an address of a file", 'new URL("./own.csv", import.meta.url)'],
  ["a file with how it is read", '{ file: "own.csv", encoding: "utf-8" }'],
  ["a text", `{ csv: ${JSON.stringify(csv)} }`],
  ["bytes", `{ bytes: new TextEncoder().encode(${JSON.stringify(csv)}), file: "own.csv" }`],
  [
    "rows",
    '{ rows: [{ area: "Northmarch", period: "2018/19", cases: 181 }, { area: "Eastmarch", period: "2018/19", cases: 90 }] }',
  ],
  ["a query", "{ sql: \"select * from 'own.csv'\" }"],
  ["a function", '() => "./own.csv"'],
  ["a function that gives several", `() => [{ csv: ${JSON.stringify(csv)} }, { file: "own.csv" }]`],
  ["an async function", `async () => ({ bytes: await ${bytes}, file: "own.csv" })`],
];

describe("the data that a module exports", () => {
  it.each(kinds)("may be %s", async (what, data) => {
    const name = what.replaceAll(" ", "-");
    const own = `export const data = { cases: ${data} };`;
    const briefing = withData(name, own);
    const built = await run(["build", briefing, "-p", "area=northmarch", "-f", "html", "-o", `${name}/out`]);
    expect({ ...built, stdout: "" }).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    expect(readFileSync(join(folder, name, "out", "northmarch.html"), "utf8")).toContain("181 cases");
  });

  it.each(kinds.slice(-1))("may be %s for each command", async (_, data) => {
    const own = `export const data = { cases: ${data} };`;
    const claims = withData("each", own, "claims");
    const checked = await run(["check", claims, "--format", "json"]);
    expect(checked.exitCode).toBe(1);
    expect(JSON.parse(checked.stdout).claims[0]).toMatchObject({ verdict: "refuted", evidence: [{ value: 181 }] });
    writeFileSync(join(folder, "each", "article.txt"), "There were 181 cases in Northmarch in 2018/19.");
    const extracted = await run(["extract", "each/article.txt", "--datasets", claims]);
    expect(extracted).toMatchObject({ exitCode: 0, stderr: "" });
    expect(extracted.stdout).toContain("Northmarch");
    const inspected = await run(["inspect", claims, "--format", "json"]);
    expect(inspected).toMatchObject({ exitCode: 0, stderr: "" });
    expect(JSON.parse(inspected.stdout).datasets.cases.columns).toHaveLength(3);
  });

  it("is asked for once, for all areas and all commands but one at a time", async () => {
    const counted = `export const data = { cases: async () => {
      await appendFile(new URL("./calls.txt", import.meta.url), "called\\n");
      const areas = Array.from({ length: 43 }, (_, index) => ({ area: "Area " + index, period: "2018/19", cases: 100 + index }));
      return { rows: areas };
    } };`;
    const calls = () =>
      readFileSync(join(folder, "counted", "calls.txt"), "utf8")
        .trim()
        .split("\n").length;
    const module = withData("counted", counted);
    const built = await run(["build", module, "--each", "area", "-f", "html", "-o", "counted/out"]);
    expect(built).toMatchObject({ exitCode: 0, stderr: "" });
    expect(built.stdout.match(/\.html$/gm)).toHaveLength(43);
    expect(calls()).toBe(1);
    await run(["inspect", module]);
    expect(calls()).toBe(2);
  });

  it("yields to --data, and its function is not called then", async () => {
    const module = withData("unused", 'export const data = { cases: () => { throw new Error("called"); } };');
    const result = await run([
      "build",
      module,
      "--data",
      "cases=cases.csv",
      "-p",
      "area=northmarch",
      "-f",
      "html",
      "-o",
      "unused/out",
    ]);
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
  });
});

describe("what is wrong with it is told in a sentence", () => {
  it.each([
    [
      "throws",
      'cases: () => {\n  throw new Error("out of order");\n}',
      'throws/briefing.ts:4:11, cases: error: The function that gives the data of "cases" failed: out of order. [data-failed]\n',
    ],
    [
      "rejects",
      'cases: async () => {\n  await readFile("no-such-file.csv");\n  return "own.csv";\n}',
      /^rejects\/briefing\.ts:4:5, cases: error: The function that gives the data of "cases" failed: ENOENT: no such file or directory, open 'no-such-file\.csv'\. \[data-failed\]\n$/,
    ],
    [
      "number",
      "cases: async () => 7",
      /^cases: error: The function that gives the data of "cases" gave 7\. Give a file .* \[invalid-data\]\n$/,
    ],
    ["unsaid", "cases: null", 'The data of "cases" is null.'],
    [
      "missing",
      'cases: () => "none.csv"',
      /^missing\/none\.csv, cases: error: The file cannot be read: ENOENT.* \[unreadable-file\]\n$/,
    ],
    [
      "list",
      'cases: [{ area: "Northmarch" }]',
      /a list with an object with area\. If these are rows, write \{ rows: \[ … \] \}/,
    ],
  ] as const)("%s", async (name, data, said) => {
    const module = withData(name, `export const data = { ${data} };`);
    const result = await run(["build", module, "-p", "area=northmarch", "-f", "html", "-o", `${name}/out`]);
    expect(result).toMatchObject({ exitCode: 2, stdout: "" });
    if (typeof said === "string") expect(result.stderr).toContain(said);
    else expect(result.stderr).toMatch(said);
  });

  it("of data for no dataset, and of data that is no object", async () => {
    const other = withData("other", 'export const data = { casse: "own.csv", cases: "own.csv" };');
    expect((await run(["build", other, "-p", "area=northmarch", "-o", "x"])).stderr).toContain(
      'There is data for "casse"',
    );
    const list = withData("alist", 'export const data = ["own.csv"];');
    expect((await run(["build", list, "-p", "area=northmarch", "-o", "x"])).stderr).toContain("[wrong-module]");
  });
});

describe("inspect, of a module", () => {
  it("says what each dataset is read as, and ends with 2 where that fails", async () => {
    const module = withData("inspected", `export const data = { cases: () => ({ csv: ${JSON.stringify(csv)} }) };`);
    const result = await run(["inspect", module]);
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    expect(result.stdout).toMatch(/^cases: cases: 3 rows, headings in row 1\n/);
    expect(result.stdout).toContain("  dimensions  area (area), period (time)\n");
    expect(result.stdout).toContain("  periods     2017/18 to 2018/19, 2 of them\n");
    const bad = withData(
      "bad",
      `export const data = { cases: { csv: ${JSON.stringify(csv.replace("181", "many"))} } };`,
    );
    const failed = await run(["inspect", bad]);
    expect(failed.exitCode).toBe(2);
    expect(failed.stdout).toContain("headings in row 1");
    expect(failed.stderr).toContain("[bad-cell]");
  });

  it("has no use for --sheet, and needs data", async () => {
    const module = withData("sheets", 'export const data = { cases: "own.csv" };');
    expect((await run(["inspect", module, "--sheet", "2"])).stderr).toContain("[invalid-option]");
    expect((await run(["inspect", withData("none", "")])).stderr).toContain("[missing-data]");
    writeFileSync(join(folder, "seven.ts"), "export default 7;");
    expect((await run(["inspect", "seven.ts"])).stderr).toContain("[wrong-module]");
  });
});
