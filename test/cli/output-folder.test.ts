import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { manifestSchema } from "../../src/batch/index.ts";
import { useWorkplace } from "./briefwright.ts";

const { folder, runBuilt: run } = useWorkplace();
const areas = ["Ash", "Birch", "Cedar", "Dell", "Elm"];
const read = (file: string) => readFileSync(join(folder, file), "utf8");
const path = (file: string) => join(folder, file);
const manifestOf = (out: string) => manifestSchema.parse(JSON.parse(read(`${out}/manifest.json`)));

/** What is in a folder, by name. */
const contentOf = (out: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(path(out)).map((name) => [name, readFileSync(join(folder, out, name)).toString("latin1")]),
  );

const csvOf = (values: Readonly<Record<string, number | string>>) =>
  ["area,period,cases", ...Object.entries(values).map(([area, value]) => `${area},2018/19,${value}`)].join("\n");
const usual = Object.fromEntries(areas.map((area, at) => [area, 100 + at]));

/** A module of its own, with its data, and a folder to write into. */
function project(name: string, values: Readonly<Record<string, number | string>> = usual) {
  mkdirSync(path(name));
  for (const file of ["briefing.ts", "cases.hbs"]) cpSync(path(file), path(`${name}/${file}`));
  const give = (next: Readonly<Record<string, number | string>>) =>
    writeFileSync(path(`${name}/cases.csv`), csvOf(next));
  give(values);
  return { give, out: `${name}/out`, args: ["build", `${name}/briefing.ts`, "-e", "area", "-f", "html", "--out"] };
}

describe("a batch that runs again", () => {
  it("makes only what would come out otherwise, as making all of it again would", async () => {
    const { args, give, out } = project("again");
    await run([...args, out]);
    const first = contentOf(out);
    const unchanged = await run([...args, out]);
    expect(unchanged).toEqual({ exitCode: 0, stdout: "", stderr: "All 5 briefings are as they were.\n" });
    expect(contentOf(out)).toEqual(first);

    give({ ...usual, Cedar: 7 });
    const one = await run([...args, out]);
    expect(one).toMatchObject({ exitCode: 0, stdout: `${out}/cedar.html\n${out}/cedar.claims.json\n` });
    expect(one.stderr).toContain("4 of 5 briefings are as they were.");
    const again = contentOf(out);
    const forced = await run([...args, out, "--force"]);
    expect(forced.stdout.trim().split("\n")).toHaveLength(10);
    expect(contentOf(out)).toEqual(again);
  });

  it("makes all again when the code, what it imports, or its template is another", async () => {
    const { args, out } = project("code");
    writeFileSync(path("code/unit.ts"), 'export const unit = { one: "case", other: "cases" };\n');
    const source = read("code/briefing.ts").replace('{ one: "case", other: "cases" }', "unit");
    writeFileSync(path("code/briefing.ts"), `import { unit } from "./unit.js";\n${source}`);
    const made = async () => (await run([...args, out])).stdout.trim().split("\n").filter(Boolean).length;
    expect([await made(), await made()]).toEqual([10, 0]);
    writeFileSync(path("code/unit.ts"), 'export const unit = { one: "case", other: "reports" };\n');
    expect([await made(), await made()]).toEqual([10, 0]);
    expect(read(`${out}/ash.html`)).toContain("100 reports");
    writeFileSync(path("code/cases.hbs"), `${read("code/cases.hbs")}<p>More.</p>\n`);
    expect([await made(), await made()]).toEqual([10, 0]);
  });

  it("makes again what somebody took away or changed, and writes what was not asked for before", async () => {
    const { args, out } = project("touched");
    await run([...args, out]);
    const before = contentOf(out);
    rmSync(path(`${out}/ash.html`));
    writeFileSync(path(`${out}/birch.claims.json`), "{}");
    expect((await run([...args, out])).stderr).toContain("3 of 5 briefings are as they were.");
    expect(contentOf(out)).toEqual(before);
    const both = await run(["build", "touched/briefing.ts", "-e", "area", "--out", out]);
    expect(both.stdout.trim().split("\n")).toHaveLength(15);
  });

  it("removes what it made of areas that are gone, and nothing else", async () => {
    const { args, give, out } = project("gone");
    await run([...args, out]);
    writeFileSync(path(`${out}/elm.txt`), "a note");
    writeFileSync(path(`${out}/.ash.html.12345.tmp`), "<p>unfin");
    const { Elm: _, ...rest } = usual;
    give(rest);
    const result = await run([...args, out]);
    expect(result.stderr).toContain("Removed what is no longer of the set:");
    expect(readdirSync(path(out)).filter((name) => /elm|tmp/.test(name))).toEqual(["elm.txt"]);
    expect(manifestOf(out).briefings.map(({ name }) => name)).toEqual(["ash", "birch", "cedar", "dell"]);
    expect(read(`${out}/index.html`)).not.toContain("elm.html");
  });

  it("does not write into the folder of other briefings", async () => {
    const { args, out } = project("mine");
    await run([...args, out]);
    const before = contentOf(out);
    project("theirs");
    writeFileSync(path("theirs/briefing.ts"), read("theirs/briefing.ts").replace("Recorded cases", "Other cases"));
    const result = await run(["build", "theirs/briefing.ts", "-e", "area", "-f", "html", "--out", out]);
    expect(result).toMatchObject({ exitCode: 2, stdout: "" });
    expect(result.stderr).toContain('The folder holds the briefings of briefing.ts about "Recorded cases"');
    expect(result.stderr).toContain("[folder-of-another]");
    expect(contentOf(out)).toEqual(before);
    writeFileSync(path(`${out}/manifest.json`), '{ "name": "an app" }');
    expect((await run([...args, out])).stderr).toContain("[invalid-manifest]");
  });

  it("keeps the files of an area that fails, and says that they are of an earlier run", async () => {
    const { args, give, out } = project("fails");
    await run([...args, out]);
    const source = read("fails/briefing.ts").replace(
      "claims: ({ cases, area }) => ({",
      'claims: ({ cases, area }) => ({ more: area.id === "birch" ? undefined.more : count(cases, { area, period: "2018/19" }),',
    );
    writeFileSync(path("fails/briefing.ts"), source);
    give({ ...usual, Birch: 555 });
    expect((await run([...args, out, "--report", "fails/report.md"])).exitCode).toBe(1);
    const report = read("fails/report.md");
    expect(report).toContain("Of 5: 4 made, 0 as they were, 1 failed.");
    expect(report).toMatch(/## Failed\n\n- birch\n\n## Errors\n\n- .*\[unexpected-error\] \(birch\)\n/);
    const birch = manifestOf(out).briefings.find(({ name }) => name === "birch");
    expect(birch).toMatchObject({ status: "failed", files: [{ file: "birch.html" }, {}] });
    expect(read(`${out}/birch.html`)).toContain("101 cases");
    expect(read(`${out}/index.html`)).toContain("From an earlier run");
  });
});

describe("what stands beside the briefings", () => {
  it("tells nothing that they do not: no hash of hidden counts, nothing of cells that are not printed", async () => {
    const { args, give, out } = project("secret");
    const source = read("secret/briefing.ts").replace(
      "sources: {",
      "disclosure: { profile: { hide: { from: 1, to: 4 } } },\n  sources: {",
    );
    writeFileSync(path("secret/briefing.ts"), source);
    const folders: Readonly<Record<string, string>>[] = [];
    for (const hidden of [1, 2, 3, 4]) {
      give({ ...usual, Elm: hidden });
      rmSync(path(out), { recursive: true, force: true });
      await run([...args, out]);
      folders.push(contentOf(out));
    }
    expect(manifestOf(out).briefings.at(-1)).toMatchObject({ name: "elm", figures: 0, hidden: 1 });
    for (const other of folders) expect(other).toEqual(folders[0]);
    for (const name of readdirSync(path(".cache/briefwright")))
      expect(statSync(path(`.cache/briefwright/${name}`)).mode & 0o077).toBe(0);
  });

  it("is made again, with a warning, where nothing can be remembered", async () => {
    const { args, out } = project("forgotten");
    writeFileSync(path("forgotten/occupied"), "");
    const env = { XDG_CACHE_HOME: path("forgotten/occupied") };
    for (const _ of [1, 2]) {
      const { exitCode, stdout, stderr } = await run([...args, out], env);
      expect([exitCode, stdout.trim().split("\n").length]).toEqual([0, 10]);
      expect(stderr).toMatch(
        /^.*occupied.briefwright: warning: What was made cannot be remembered.*\[unwritable-cache\]\n$/,
      );
    }
  });

  it("says of each file what it is, without a time", async () => {
    const { args, out } = project("manifest");
    await run([...args, out]);
    const [ash] = manifestOf(out).briefings;
    expect(ash).toMatchObject({
      name: "ash",
      parameters: { area: "ash" },
      status: "made",
      title: "Cases in Ash",
      files: [
        { file: "ash.html", kind: "html", bytes: statSync(path(`${out}/ash.html`)).size },
        { file: "ash.claims.json", kind: "record" },
      ],
      figures: 1,
      keyFigures: [{ phrase: "100 cases", period: "2018/19" }],
    });
    expect(read(`${out}/manifest.json`)).not.toMatch(/20\d\d-\d\d-\d\dT|mtime|duration/);
    expect(read(`${out}/index.html`)).toContain('<a href="ash.html">Web page<span class="of"> Cases in Ash</span></a>');
  });
});

describe("a folder", () => {
  it("is waited for while it lives, and by nobody afterwards", async () => {
    const { args, out } = project("locked");
    const lock = path(`${out}/.briefwright.lock`);
    mkdirSync(path(out));
    const child = spawn("sleep", ["60"]);
    const stat = readFileSync(`/proc/${child.pid}/stat`, "utf8");
    const holder = {
      host: (await import("node:os")).hostname(),
      boot: readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim(),
      pid: child.pid,
      started: stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19],
      beat: 0,
    };
    writeFileSync(lock, JSON.stringify(holder));
    const second = await run([...args, out]);
    expect(second).toMatchObject({ exitCode: 75, stdout: "" });
    expect(second.stderr).toContain(`Another run writes into the folder: process ${child.pid} on `);
    expect(second.stderr).toContain("[folder-in-use]");
    // Another process may have got its number since.
    writeFileSync(lock, JSON.stringify({ ...holder, started: "1" }));
    expect((await run([...args, out])).exitCode).toBe(0);
    child.kill();
    await once(child, "close");
    writeFileSync(lock, JSON.stringify(holder));
    expect((await run([...args, out])).exitCode).toBe(0);
    expect(readdirSync(path(out)).filter((name) => name.includes("lock"))).toEqual([]);
  });
});
