import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useWorkplace } from "./briefwright.ts";

const { folder, run, runBuilt } = useWorkplace();

async function build(csv: string, out: string) {
  writeFileSync(join(folder, `${out}.csv`), csv);
  const { exitCode } = await run([
    "build",
    "briefing.ts",
    "-d",
    `cases=${out}.csv`,
    "-e",
    "area",
    "-f",
    "html",
    "-o",
    out,
  ]);
  expect(exitCode).toBe(0);
}

const header = "area,period,cases\n";

describe("two editions of a batch", () => {
  it("are compared file by file: what was revised, hidden, and is in one of them only", async () => {
    await build(`${header}Northmarch,2018/19,120\nEastfold,2018/19,30\n`, "old");
    await build(`${header}Northmarch,2018/19,125\nWestfold,2018/19,30\n`, "new");
    const { exitCode, stdout, stderr } = await runBuilt(["diff", "old", "new"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(stdout).toMatch(/^northmarch {2}.* → .*: \d+ revised, \d+ unchanged$/m);
    expect(stdout).toMatch(/revised +claim total: 120, now 125/);
    expect(stdout).toMatch(/Northmarch, 2018\/19: 120 \(.*\), now 125/);
    expect(stdout).toContain("westfold  only in the later edition");
    expect(stdout).toContain("eastfold  only in the earlier edition");
  });

  it("are the same as JSON, for programs", async () => {
    const { exitCode, stdout } = await run([
      "diff",
      "old/northmarch.claims.json",
      "new/northmarch.claims.json",
      "-f",
      "json",
    ]);
    expect(exitCode).toBe(1);
    const [{ name, diff }] = JSON.parse(stdout);
    expect(name).toBe("northmarch");
    expect(diff.changes[0]).toMatchObject({ kind: "revised", id: "claim total", before: { value: "120" } });
  });

  it("tell no count that one of them hides", async () => {
    await build(`${header}Northmarch,2018/19,12\nEastfold,2018/19,30\n`, "shown");
    await build(`${header}Northmarch,2018/19,[c]\nEastfold,2018/19,30\n`, "hidden");
    for (const editions of [
      ["shown", "hidden"],
      ["hidden", "shown"],
    ] as const) {
      const { exitCode, stdout } = await run(["diff", ...editions]);
      expect(exitCode).toBe(1);
      expect(stdout).toContain("figures not told, since an edition hides a count");
      expect(stdout).not.toMatch(/\b12\b/);
      expect((await run(["diff", ...editions, "-f", "json"])).stdout).not.toMatch(/\b12\b/);
    }
  });

  it("that print the same end with 0", async () => {
    const { exitCode, stdout } = await run(["diff", "old", "old"]);
    expect(exitCode).toBe(0);
    expect(stdout).not.toMatch(/revised|vanished/);
  });
});

describe("what cannot be compared", () => {
  it("ends with 2, and names every file that is wrong", async () => {
    mkdirSync(join(folder, "bad"));
    mkdirSync(join(folder, "empty"));
    for (const name of ["a", "b"]) writeFileSync(join(folder, "bad", `${name}.claims.json`), '{"version":1}');
    const bad = await run(["diff", "bad", "bad"]);
    expect(bad.exitCode).toBe(2);
    expect(bad.stderr).toContain("a.claims.json");
    expect(bad.stderr).toContain("b.claims.json");
    expect((await run(["diff", "empty", "bad"])).stderr).toContain("There is no .claims.json in this folder.");
    expect((await run(["diff", "bad", "bad/a.claims.json"])).stderr).toContain("is a folder");
    expect((await run(["diff", "nowhere", "bad"])).stderr).toContain("There is no such file.");
  });
});
