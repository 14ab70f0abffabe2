import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatEdition } from "../../src/dataset/index.ts";
import { parseBriefingRecord } from "../../src/record/index.ts";
import { type PrintedCell, type PrintedEdition, readEditions } from "../dataset/disclosure/reader-of-editions.ts";
import { useWorkplace } from "./briefwright.ts";

const { folder, runBuilt: run } = useWorkplace();
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const read = (...path: string[]) => readFileSync(join(folder, ...path), "utf8");

const module = `import { count, defineBriefing, defineDataset } from "briefwright";
const cases = defineDataset({
  title: "Cases",
  dimensions: { area: { role: "area", label: "Area", total: "All" }, period: { role: "time", label: "Year" } },
  measures: { cases: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
  sources: { s: { title: "Cases", publisher: "P", kind: "official-statistics" } },
  disclosure: { profile: { hide: { from: 1, to: 4 } } },
});
export default defineBriefing({
  title: "Cases in {{area.label}}",
  lang: "en-GB",
  datasets: { cases },
  parameters: { area: { kind: "category", dataset: "cases", dimension: "area" } },
  claims: ({ cases, area }) => ({
    own: count(cases, { area, period: "latest" }),
    all: count(cases, { area: "All", period: "latest" }),
  }),
  template: new URL("./protected.hbs", import.meta.url),
});
`;
const template =
  '<h1>{{title}}</h1>{{#known}}<p>{{claim "own"}}</p>{{/known}}{{#known}}<p>Everywhere {{claim "all"}}</p>{{/known}}\n';

type Night = Readonly<Record<string, number>>;

const csvOf = (night: Night) =>
  [
    "area,period,cases",
    `All,2020,${Object.values(night).reduce((sum, value) => sum + value, 0)}`,
    ...Object.entries(night).map(([area, cases]) => `${area},2020,${cases}`),
    "",
  ].join("\n");

function setUp(): void {
  write("protected.ts", module);
  write("protected.hbs", template);
}

async function build(night: Night, ...args: readonly string[]) {
  write("night.csv", csvOf(night));
  return run(["build", "protected.ts", "-e", "area", "-f", "html", "-d", "cases=night.csv", ...args]);
}

/** What the files of a folder print of each area, for a reader who knows which figures were revised. */
function printedIn(out: string, nights: readonly Night[]): PrintedEdition {
  const night = nights.at(-1) as Night;
  const partOf = (area: string) =>
    `${area} ${nights.filter((other, at) => at > 0 && other[area] !== nights[at - 1]?.[area]).length}`;
  const found = new Map<string, PrintedCell>();
  for (const name of readdirSync(join(folder, out)).filter((each) => each.endsWith(".claims.json"))) {
    for (const { labels, value } of parseBriefingRecord(read(out, name), name).observations) {
      const area = String(labels.area);
      const areas = area === "All" ? Object.keys(night) : [area];
      const truth = areas.reduce((sum, each) => sum + (night[each] as number), 0);
      const shown = value === undefined ? null : ([value, value] as const);
      found.set(area, { name: area, parts: areas.map(partOf), truth, shown });
    }
  }
  return [...found.values()];
}

const nights: readonly Night[] = [
  { Ash: 3, Birch: 9, Cedar: 30, Dell: 41 },
  { Ash: 12, Birch: 9, Cedar: 30, Dell: 41 },
  { Ash: 12, Birch: 9, Cedar: 30, Dell: 41, Elm: 2 },
];

describe("editions, night after night", () => {
  it("give nothing away together, which they do each for itself", async () => {
    setUp();
    for (const knowing of [true, false]) {
      const editions: PrintedEdition[] = [];
      const out = (index: number) => `${knowing ? "knowing" : "unknowing"}-${index}`;
      for (const [index, night] of nights.entries()) {
        const previous = knowing && index > 0 ? ["--previous", out(index - 1)] : [];
        const { exitCode, stderr } = await build(night, "--out", out(index), ...previous);
        expect({ exitCode, stderr: exitCode === 0 ? "" : stderr }).toEqual({ exitCode: 0, stderr: "" });
        editions.push(printedIn(out(index), nights.slice(0, index + 1)));
      }
      const found = await readEditions(editions, { from: 1, to: 4 });
      expect(found.map(({ name }) => name)).toEqual(knowing ? [] : ["Ash", "Elm"]);
    }
    const edition = JSON.parse(read("knowing-2", "edition.json"));
    expect(edition.datasets.cases.releases).toHaveLength(3);
    expect(JSON.stringify(edition)).not.toMatch(/sha|hash/);
    expect(readdirSync(join(folder, "unknowing-2"))).toContain("edition.json");
  });

  it("keep what a folder showed before that is written again, and what single briefings in it showed", async () => {
    setUp();
    const [first, second, third] = nights as [Night, Night, Night];
    await build(first, "--out", "kept");
    await build(second, "--out", "kept");
    expect(JSON.parse(read("kept", "edition.json")).datasets.cases.releases).toHaveLength(2);
    write("night.csv", csvOf(third));
    const alone = ["build", "protected.ts", "-p", "area=Dell", "-f", "html", "-d", "cases=night.csv", "--out", "kept"];
    expect((await run([...alone, "--previous", "kept"])).exitCode).toBe(0);
    expect((await build(third, "--out", "after", "--previous", "kept")).exitCode).toBe(0);
    expect(JSON.parse(read("after", "edition.json")).datasets.cases.releases).toHaveLength(3);
  });

  it("have the same files whatever is hidden in them, also where authors are warned", async () => {
    setUp();
    const others = { Cedar: 30, Dell: 41 };
    await build({ Ash: 20, Birch: 30, ...others }, "--out", "shown");
    const files = ["edition.json", "manifest.json", "index.html", "ash.html"];
    const made = async (out: string, night: Night) => {
      expect((await build({ ...night, ...others }, "--out", out, "--previous", "shown")).exitCode).toBe(0);
      return files.map((file) => read(out, file));
    };
    const small = await made("small", { Ash: 4, Birch: 4 });
    expect(await made("other", { Ash: 3, Birch: 5 })).toEqual(small);
  });

  it("may be built into one folder, again and again, and in shards", async () => {
    setUp();
    const [first, second] = nights as [Night, Night];
    await build(first, "--out", "same");
    expect(read("same", "edition.json")).not.toContain("[\n      1,");
    const next = await build(second, "--out", "same", "--previous", "same");
    expect(next.exitCode).toBe(0);
    const edition = read("same", "edition.json");
    const again = await build(second, "--out", "same", "--previous", "same");
    expect(again).toMatchObject({ exitCode: 0, stderr: expect.stringContaining("briefings are as they were") });
    expect(read("same", "edition.json")).toBe(edition);
    for (const shard of ["1/2", "2/2"])
      expect((await build(second, "--out", "shards", "--previous", "same", "--shard", shard)).exitCode).toBe(0);
    expect(read("shards", "edition.json")).toBe(edition);
    expect(read("shards", "ash.html")).toBe(read("same", "ash.html"));
    // What an earlier edition showed decides on what comes out, so that nothing is taken for unchanged.
    const alone = await build(second, "--out", "same");
    expect(alone.stdout).toContain("same/ash.html");
    expect(read("same", "ash.html")).not.toBe(read("shards", "ash.html"));
  });

  it("reckon with what a run left in the folder that did not come to its end", async () => {
    setUp();
    const half: Night = { Ash: 3, Birch: 9, Cedar: 30, Dell: 41 };
    await build({ ...half, Ash: 20 }, "--out", "published");
    const shard = ["--out", "tonight", "--previous", "published", "--shard", "1/2"];
    expect((await build(half, ...shard)).exitCode).toBe(0);
    const whole = { ...half, Ash: 12 };
    expect((await build(whole, "--out", "tonight", "--previous", "published")).exitCode).toBe(0);
    const named = ["--out", "named", "--previous", "published", "--previous", "tonight"];
    expect((await build(whole, ...named)).exitCode).toBe(0);
    expect(read("tonight", "edition.json")).toBe(read("named", "edition.json"));
    expect(read("tonight", "ash.html")).toBe(read("named", "ash.html"));
    expect(read("tonight", "ash.html")).not.toContain("12 cases");
  });

  it("do not mix in a folder that is not named: shards of other data are refused, and a whole run warns", async () => {
    setUp();
    const [first, second] = nights as [Night, Night];
    expect((await build(first, "--out", "mixed", "--shard", "1/2")).stderr).not.toContain("edition-not-named");
    expect((await build(first, "--out", "mixed", "--shard", "2/2")).stderr).not.toContain("edition-not-named");
    const before = read("mixed", "edition.json");
    const other = await build(second, "--out", "mixed", "--shard", "2/2");
    expect(other).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining("[edition-not-named]") });
    expect(read("mixed", "edition.json")).toBe(before);
    const whole = await build(second, "--out", "mixed");
    expect(whole).toMatchObject({ exitCode: 0, stderr: expect.stringContaining("--previous mixed") });
  });

  it("are kept by verdicts on claims, where these name them", async () => {
    setUp();
    const [first, second] = nights as [Night, Night];
    await build(first, "--out", "checked");
    write("night.csv", csvOf(second));
    const set = module.slice(0, module.indexOf("export default")).replace("defineBriefing, ", "");
    write(
      "statements.ts",
      `import { defineClaims } from "briefwright/check";\n${set}export default defineClaims({
  title: "Cases",
  datasets: { cases },
  claims: ({ cases }) => ({ ash: count(cases, { area: "Ash", period: "2020" }, { stated: { value: 12 } }) }),
});
`,
    );
    const check = (...args: readonly string[]) =>
      run(["check", "statements.ts", "-d", "cases=night.csv", "--format", "json", ...args]);
    const verdict = async (...args: readonly string[]) => JSON.parse((await check(...args)).stdout).claims[0]?.verdict;
    expect(await verdict()).toBe("supported");
    expect(await verdict("--previous", "checked")).toBe("not-enough-evidence");
  });

  it("are refused with the cells named, and what is wrong with a folder is said", async () => {
    setUp();
    write("protected.ts", module.replace("to: 4 } }", 'to: 4 } }, known: [{ area: "All" }]'));
    const night = { Cedar: 30, Dell: 41 };
    await build(night, "--out", "strict");
    const page = read("strict", "cedar.html");
    const refused = await build({ ...night, Elm: 2 }, "--out", "strict", "--previous", "strict");
    expect(refused).toMatchObject({ exitCode: 2, stdout: "" });
    expect(refused.stderr).toContain("[edition-not-protected]");
    expect(refused.stderr).toContain("Cases for Elm, 2020");
    expect(read("strict", "cedar.html")).toBe(page);
    mkdirSync(join(folder, "nothing"));
    const lost = await build(night, "--out", "strict", "--previous", "nothing");
    expect(lost).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("[no-edition]") });
  });

  it("are told when another run writes them meanwhile", async () => {
    setUp();
    await build(nights[0] as Night, "--out", "race");
    const shown = JSON.parse(read("race", "edition.json").replace('"hidden"', "3"));
    const other = formatEdition(shown);
    // Reading the data takes as long as another run needs.
    write(
      "protected.ts",
      `${module}import { writeFileSync } from "node:fs";
export const data = {
  cases: () => {
    writeFileSync(new URL("./race/edition.json", import.meta.url), ${JSON.stringify(other)});
    return { csv: ${JSON.stringify(csvOf(nights[1] as Night))} };
  },
};
`,
    );
    const args = ["build", "protected.ts", "-e", "area", "-f", "html", "--out", "race", "--previous", "race"];
    const late = await run(args);
    expect(late).toMatchObject({
      exitCode: 75,
      stdout: "",
      stderr: expect.stringContaining("Another run wrote this edition"),
    });
    expect(read("race", "edition.json")).toBe(other);
  });

  it("of one briefing have a file beside it", async () => {
    setUp();
    write("night.csv", csvOf(nights[0] as Night));
    const one = ["build", "protected.ts", "-f", "html", "-d", "cases=night.csv", "-p", "area=Ash"];
    expect((await run([...one, "--out", "single"])).exitCode).toBe(0);
    expect(readdirSync(join(folder, "single")).sort()).toEqual(["ash.claims.json", "ash.edition.json", "ash.html"]);
    write("night.csv", csvOf(nights[1] as Night));
    const next = await run([...one, "--out", "single", "--previous", "single"]);
    expect(next.exitCode).toBe(0);
    expect(read("single", "ash.html")).not.toContain("12 cases");
  });
});
