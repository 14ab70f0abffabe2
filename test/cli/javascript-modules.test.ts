import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { useWorkplace } from "./briefwright.ts";
import { packageFolder } from "./ensure-built.ts";

/** Modules of JavaScript beside an installed package: Node loads them, and the package that they import is the one that runs. */
const { folder, runBuilt } = useWorkplace();
const read = (file: string) => readFileSync(join(folder, file));
const save = (file: string, text: string) => writeFileSync(join(folder, file), text);

/** The fixture as JavaScript, with what only a module of ECMAScript can do. */
const asModule = (helper: string, data = '"./cases.csv"') => `
import { access } from "node:fs/promises";
import { count, defineBriefing } from "briefwright";
import { title } from "of-the-user";
import { cases } from "${helper}";

const template = new URL("./cases.hbs", import.meta.url);
await access(template);

export default defineBriefing({
  title,
  lang: "en-GB",
  datasets: { cases },
  parameters: { area: { kind: "category", dataset: "cases", dimension: "area" } },
  claims: ({ cases, area }) => ({ total: count(cases, { area, period: "2018/19" }) }),
  template,
});
export const data = { cases: ${data} };
`;

const build = (module: string, out: string, ...more: readonly string[]) =>
  runBuilt(["build", module, "-p", "area=northmarch", "--out", out, ...more]);

/** The pages that the fixture in TypeScript makes. */
const expectAsTypeScript = (out: string) => {
  for (const format of ["pdf", "html"])
    expect(read(`${out}/northmarch.${format}`).equals(read(`typed/northmarch.${format}`)), format).toBe(true);
};

describe("a module of JavaScript", () => {
  beforeAll(async () => {
    mkdirSync(join(folder, "node_modules/of-the-user"), { recursive: true });
    symlinkSync(packageFolder, join(folder, "node_modules/briefwright"));
    save("node_modules/of-the-user/package.json", '{ "type": "module", "exports": "./index.js" }');
    save("node_modules/of-the-user/index.js", 'export const title = "Cases in {{area.label}}";');
    // Types are what only TypeScript has, and a dataset of its own.
    const dataset = read("briefing.ts").toString().split("export const briefing")[0] ?? "";
    save("dataset.mjs", dataset);
    save("dataset.ts", `${dataset}export const typed: number = 1;\n`);
    save("briefing.mjs", asModule("./dataset.mjs"));
    expect((await build("briefing.ts", "typed", "--data", "cases=cases.csv")).exitCode).toBe(0);
  });

  it("makes what the same briefing in TypeScript makes", async () => {
    expect(await build("briefing.mjs", "module")).toMatchObject({ exitCode: 0, stderr: "" });
    expectAsTypeScript("module");
  });

  it("gets the package that runs, and loads no other", async () => {
    const coverage = join(folder, "coverage");
    const args = ["build", "briefing.mjs", "-p", "area=northmarch", "-f", "html", "--out", "once"];
    expect((await runBuilt(args, { NODE_V8_COVERAGE: coverage })).exitCode).toBe(0);
    const loaded = readdirSync(coverage).map((name) => read(`coverage/${name}`).toString());
    expect(loaded.join("")).toContain("briefing.mjs");
    expect(loaded.join("")).not.toMatch(/\/dist\/index\.c?js/);
  });

  it("is one by its package too, and imports TypeScript", async () => {
    mkdirSync(join(folder, "typeless"));
    for (const file of ["cases.hbs", "cases.csv", "dataset.ts"]) save(`typeless/${file}`, read(file).toString());
    save("typeless/package.json", '{ "type": "module" }');
    save("typeless/briefing.js", asModule("./dataset.ts"));
    expect(await build("typeless/briefing.js", "by-package")).toMatchObject({ exitCode: 0, stderr: "" });
    expectAsTypeScript("by-package");
  });

  it("makes in workers what it makes without", async () => {
    const each = ["build", "briefing.mjs", "-e", "area", "-f", "html", "-j", "2"];
    expect((await runBuilt([...each, "--out", "workers"])).exitCode).toBe(0);
    expect((await runBuilt([...each, "--isolate", "--out", "processes"])).exitCode).toBe(0);
    for (const out of ["workers", "processes"])
      expect(read(`${out}/northmarch.html`).equals(read("typed/northmarch.html")), out).toBe(true);
  });

  it("throws errors of this package, which say their own line", async () => {
    const error = '{ code: "not-today", severity: "error", message: "There is no edition today." }';
    save(
      "errors.mjs",
      `${asModule("./dataset.mjs", "today")}import { BriefingError } from "briefwright";
function today() {
  throw new BriefingError([${error}]);
}\n`,
    );
    const { exitCode, stderr } = await build("errors.mjs", "none");
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain("[not-today]");
    expect(stderr).toMatch(/errors\.mjs:21:9/);
  });

  it("that fails is told with its line, and has run once", async () => {
    const note = 'import { appendFileSync } from "node:fs"; appendFileSync("runs.txt", "run ");';
    save("broken.mjs", `${note}${asModule("./dataset.mjs")}\nthrow new Error("out of order");\n`);
    const { exitCode, stderr } = await build("broken.mjs", "none");
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/broken\.mjs:20:7: error: .*out of order/);
    expect(read("runs.txt").toString()).toBe("run ");
  });
});
