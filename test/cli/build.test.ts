import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useWorkplace } from "./briefwright.ts";

const { folder, run, runBuilt } = useWorkplace();
const data = ["--data", "cases=cases.csv"];
const read = (file: string) => readFileSync(join(folder, file));
/** What is printed of briefings written as HTML only. */
const written = (...names: string[]) => names.map((name) => `${name}.html\n${name}.claims.json\n`).join("");
const list = (name: string) => readdirSync(join(folder, name)).sort();
const filesOf = (...names: string[]) => names.flatMap((name) => [`${name}.claims.json`, `${name}.html`]);
/** A folder of several briefings. */
const setOf = (...names: string[]) => [...filesOf(...names), "index.html", "manifest.json"].sort();
const header = "area,period,cases\n";

/** A briefing as in the fixtures, with another template. */
function withTemplate(name: string, template: string): string {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, "briefing.ts"), read("briefing.ts"));
  writeFileSync(join(folder, name, "cases.hbs"), template);
  return `${name}/briefing.ts`;
}

describe("one briefing", () => {
  it("is written as PDF and HTML, named after its area, by a module that has no package beside it", async () => {
    const result = await runBuilt([
      "build",
      "briefing.ts",
      ...data,
      "--param",
      "area=Southmarch & Isles",
      "--out",
      "one",
    ]);
    expect(result).toEqual({
      exitCode: 0,
      stdout: `one/southmarch-and-isles.pdf\n${written("one/southmarch-and-isles")}`,
      stderr: "",
    });
    expect(list("one")).toEqual(["claims.json", "html", "pdf"].map((end) => `southmarch-and-isles.${end}`));
    expect(read("one/southmarch-and-isles.html").toString()).toContain("45 cases");
    expect(read("one/southmarch-and-isles.pdf").subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("takes its date from --date, else from SOURCE_DATE_EPOCH", async () => {
    const args = ["build", "briefing.ts", ...data, "-p", "area=northmarch", "-f", "pdf"];
    await run([...args, "--out", "by-option", "--date", "2020-02-29"], { SOURCE_DATE_EPOCH: "1" });
    await run([...args, "--out", "by-epoch"], { SOURCE_DATE_EPOCH: "1582934400" });
    expect(read("by-option/northmarch.pdf").equals(read("by-epoch/northmarch.pdf"))).toBe(true);
    expect(read("by-option/northmarch.pdf").toString("latin1")).toContain("D:20200229000000Z");
  });

  it("reads the data beside the module if none is named", async () => {
    const result = await run(["build", "briefing.ts", "-p", "area=northmarch", "--format", "html", "--out", "beside"]);
    expect(result).toMatchObject({ exitCode: 0, stdout: written("beside/northmarch") });
  });

  it("is named by a pattern", async () => {
    const args = ["build", "briefing.ts", "-p", "area=northmarch", "-f", "html", "--out", "named"];
    expect((await run([...args, "--name", "Cases {area} 2019"])).stdout).toBe(written("named/Cases northmarch 2019"));
    const outside = await run([...args, "--name", "../{area}"]);
    expect(outside).toMatchObject({ exitCode: 2, stdout: "" });
    expect(outside.stderr).toContain("cannot be the name of a file");
    expect((await run([...args, "--name", "{aera}"])).stderr).toContain('Did you mean "area"?');
  });
});

describe("one for each area", () => {
  it("writes them all, says nothing but their names, and leaves nothing else behind", async () => {
    const result = await runBuilt(["build", "briefing.ts", "--each", "area", "--format", "html", "--out", "each"]);
    expect(result.stderr).toMatch(/^warning: All figures of its claims .* \[only-gaps\]\n {2}\(eastmarch\)\n$/);
    expect(result.stdout).toBe(written("each/northmarch", "each/southmarch-and-isles", "each/eastmarch"));
    expect(list("each")).toEqual(setOf("eastmarch", "northmarch", "southmarch-and-isles"));
  });

  it("goes on after an area that fails, and says which", async () => {
    const template = '{{#if (eq area.id "eastmarch")}}<p>Some 140% more.</p>{{/if}}<p>{{claim "total"}}</p>';
    const module = withTemplate("partly", template);
    const result = await run(["build", module, ...data, "-e", "area", "-f", "html", "--out", "partly/out"]);
    expect(result.exitCode).toBe(1);
    expect(list("partly/out")).toEqual(setOf("northmarch", "southmarch-and-isles"));
    expect(result.stderr).toContain("1 of 3 briefings not written: eastmarch");
  });

  it("says in a dry run what it would write, and writes nothing", async () => {
    const args = ["build", "briefing.ts", "--each", "area", "--format", "html", "--out", "dry"];
    const result = await run([...args, "--dry-run"]);
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toBe(written("dry/northmarch", "dry/southmarch-and-isles", "dry/eastmarch"));
    expect(result.stderr).toContain("3 briefings: 2 figures, 1 hidden, 0 not available. Nothing was written.");
    expect(result.stderr).toContain("[only-gaps]\n  (eastmarch)");
    expect(() => list("dry")).toThrow("ENOENT");
  });

  it("fails if a file is gone at the end", async () => {
    const module = withTemplate("robbed", read("cases.hbs").toString());
    const robber = `import { existsSync, rmSync } from "node:fs";\n${read("briefing.ts")}`.replace(
      "claims: ({ cases, area }) => (",
      'tables: ({ area }) => (area.id === "eastmarch" && existsSync("robbed/out/northmarch.html") && rmSync("robbed/out", { recursive: true, force: true }), {}),\n  claims: ({ cases, area }) => (',
    );
    writeFileSync(join(folder, module), robber);
    const result = await run(["build", module, ...data, "-e", "area", "-f", "html", "--out", "robbed/out"]);
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toContain("4 files that were written are no longer there: robbed/out/northmarch.html");
    expect(result.stderr).toContain("[lost-files]");
    expect(list("robbed/out")).toEqual(setOf("eastmarch"));
  });

  it("says once what keeps it from writing, of all areas", async () => {
    writeFileSync(join(folder, "occupied"), "");
    const result = await run(["build", "briefing.ts", "-e", "area", "-f", "html", "--out", "occupied/in"]);
    expect(result.exitCode).toBe(2);
    expect(result.stderr.match(/\[unwritable-file\]/g)).toHaveLength(1);
    expect(result.stderr).toContain("Nothing can be written into the folder: ENOTDIR: not a directory");
  });

  it("writes nothing if two areas would be one file", async () => {
    writeFileSync(join(folder, "same.csv"), `${header}A/B,2018/19,100\nNorth,2018/19,100\n`);
    const args = ["build", "briefing.ts", "-d", "cases=same.csv", "-e", "area", "--out", "same", "--name", "all"];
    const result = await run(args);
    expect(result).toMatchObject({ exitCode: 2, stdout: "" });
    expect(result.stderr).toContain('"a-b" and "north" would both be written to "all"');
    expect(() => list("same")).toThrow("ENOENT");
  });

  it("does not take every area and name one", async () => {
    const args = ["build", "briefing.ts", ...data, "-e", "area", "-p", "area=northmarch", "--out", "both"];
    const result = await run(args);
    expect(result).toMatchObject({ exitCode: 2, stdout: "" });
    expect(result.stderr).toContain("--each area takes every area, and --param area=northmarch names one");
  });
});

describe("figures that nobody can trace", () => {
  const typed = "<h1>Cases</h1>\n<p>They rose by 140% in {{area.label}}.</p>";

  it("are errors that name template, line and digits; nothing is written", async () => {
    const module = withTemplate("typed", typed);
    const result = await run(["build", module, ...data, "-p", "area=northmarch", "--out", "typed/out"]);
    expect(result).toMatchObject({ exitCode: 1, stdout: "" });
    expect(result.stderr).toMatch(/^typed\/cases\.hbs:2:\d+: error: .*140/);
    expect(() => list("typed/out")).toThrow("ENOENT");
  });

  it("are printed with a warning in a draft", async () => {
    const module = withTemplate("draft", typed);
    const args = ["build", module, ...data, "-p", "area=northmarch", "-f", "html", "--out", "draft/out", "--draft"];
    const result = await run(args);
    expect(result).toMatchObject({ exitCode: 0, stdout: written("draft/out/northmarch") });
    expect(result.stderr).toMatch(/cases\.hbs:2:\d+: warning: .*140/);
    expect(await run([...args, "--strict"])).toMatchObject({ exitCode: 2, stdout: "" });
  });

  it("come with the nearest name where a claim is misspelt", async () => {
    const module = withTemplate("misspelt", '<h1>Cases</h1>\n<p>{{claim "totl"}}</p>');
    const result = await run(["build", module, ...data, "-p", "area=northmarch", "--out", "misspelt/out"]);
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toMatch(/^misspelt\/cases\.hbs:2:\d+: error: .*"totl".*Did you mean "total"\?/);
  });
});

describe("--strict", () => {
  it("makes a warning a failure, and writes nothing for its area", async () => {
    const extra = "area,period,cases,remark\nNorthmarch,2018/19,100,x\n";
    writeFileSync(join(folder, "extra.csv"), extra);
    const args = ["build", "briefing.ts", "-d", "cases=extra.csv", "-e", "area", "-f", "html"];
    const lenient = await run([...args, "--out", "lenient"]);
    expect(lenient).toMatchObject({ exitCode: 0, stdout: written("lenient/northmarch") });
    expect(lenient.stderr).toContain("warning:");
    const strict = await run([...args, "--out", "strict", "--strict"]);
    expect(strict).toMatchObject({ exitCode: 1, stdout: "" });
    expect(list("strict")).toEqual(setOf());
  });
});

describe("what cannot be used ends with 2, in a sentence and without a stack", () => {
  writeBroken();
  it.each([
    ["an unknown file", ["build", "none.ts", "--out", "x"], "none.ts: error: There is no such file."],
    ["no folder", ["build", "briefing.ts"], "required option '-o, --out <folder>' not specified"],
    ["a bad day", ["build", "briefing.ts", "--out", "x", "--date", "2019-02-30"], "Write a day as YYYY-MM-DD."],
    ["a bad format", ["build", "briefing.ts", "--out", "x", "-f", "pdf,doc"], 'There is no "doc": use pdf, html.'],
    ["a trail without a page", ["build", "briefing.ts", "--out", "x", "-f", "pdf", "--trail"], "add html"],
    ["an unknown area", ["build", "briefing.ts", "--out", "x", "-p", "area=nothmarch"], 'Did you mean "northmarch"?'],
    ["an unknown parameter", ["build", "briefing.ts", "--out", "x", "-e", "aera"], 'Did you mean "area"?'],
    ["an unknown dataset", ["build", "briefing.ts", "--out", "x", "-d", "case=cases.csv"], 'Did you mean "cases"?'],
    ["missing data", ["build", "briefing.ts", "--out", "x", "-d", "cases=no.csv", "-e", "area"], "no.csv"],
    ["bad cells", ["build", "briefing.ts", "--out", "x", "-d", "cases=bad.csv", "-e", "area"], "bad.csv, row 3"],
    ["claims in place of a briefing", ["build", "claims.ts", "--out", "x"], "Use briefwright check."],
    ["a module that does not parse", ["build", "syntax.ts", "--out", "x"], "syntax.ts"],
    [
      "a module that throws",
      ["build", "throws.ts", "--out", "x"],
      "throws.ts:2:7: error: The module cannot be loaded: Oh no",
    ],
    [
      "a module that imports what is not there",
      ["build", "imports.ts", "--out", "x"],
      "Cannot find module './none.ts'",
    ],
  ])("%s", async (_, args, message) => {
    const result = await run(args);
    expect(result.stderr).toContain(message);
    expect(result).toMatchObject({ exitCode: 2, stdout: "" });
    expect(result.stderr).not.toMatch(/^\s+at /m);
    expect(() => list("x")).toThrow("ENOENT");
  });

  function writeBroken() {
    writeFileSync(join(folder, "bad.csv"), `${header}Northmarch,2017/18,120\nNorthmarch,2018/19,many\n`);
    writeFileSync(join(folder, "syntax.ts"), "export default = ;\n");
    writeFileSync(join(folder, "throws.ts"), 'const message: string = "Oh no";\nthrow new Error(message);\n');
    writeFileSync(join(folder, "imports.ts"), 'import { none } from "./none.ts";\nexport default none;\n');
  }
});
