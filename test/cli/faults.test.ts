import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { trials } from "../support/trials.ts";
import { cliFile, useWorkplace } from "./briefwright.ts";

// `npm run faults` tries many moments, `npm test` some.

const { folder, runBuilt: run } = useWorkplace();
const path = (file: string) => join(folder, file);
const values = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`Area ${"ABCDEFGHIJKL"[at]}`, 20 + at]));
const give = (next: Readonly<Record<string, number>>) =>
  writeFileSync(
    path("cases.csv"),
    ["area,period,cases", ...Object.entries(next).map(([area, value]) => `${area},2018/19,${value}`)].join("\n"),
  );
const build = (out: string) => ["build", "briefing.ts", "-e", "area", "-f", "html", "--out", out];

/** What is in a folder, by name. */
const contentOf = (out: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(path(out)).map((name) => [name, readFileSync(path(`${out}/${name}`), "latin1")]));

/** What a run without faults writes. */
let whole: Readonly<Record<string, string>>;
/** The same without the last area. */
let fewer: Readonly<Record<string, string>>;
beforeAll(async () => {
  const { "Area L": _, ...others } = values;
  give(others);
  expect((await run(build("fewer"))).exitCode).toBe(0);
  fewer = contentOf("fewer");
  give(values);
  expect((await run(build("whole"))).exitCode).toBe(0);
  whole = contentOf("whole");
});

/** Every file of a briefing that is there is whole and right. */
function expectRight(out: string): void {
  for (const [name, content] of Object.entries(contentOf(out)))
    if (name.startsWith("area-")) expect([name, content]).toEqual([name, whole[name]]);
}

const start = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [cliFile, ...args], {
    cwd: folder,
    env: { ...process.env, XDG_CACHE_HOME: path(".cache") },
    stdio: ["ignore", "pipe", "ignore"],
  });

/** Does something to a run when it has named so many files, and waits for its end. */
async function interrupted(out: string, after: number, fault: (child: ChildProcess) => void): Promise<number | null> {
  const child = start(build(out));
  let [seen, isDone] = [0, false];
  child.stdout?.on("data", (text: Buffer) => {
    seen += String(text).split("\n").length - 1;
    if (seen <= after || isDone) return;
    isDone = true;
    fault(child);
  });
  if (after === 0) setTimeout(() => fault(child), 300);
  const [code] = await once(child, "close");
  return code;
}

const moments = fc.array(fc.nat(23), { minLength: 1, maxLength: 2 });

describe("a batch", () => {
  it("that is killed at any moment is completed by the next run, and nothing of it is left", async () => {
    const { "Area L": _, ...others } = values;
    await fc.assert(
      fc.asyncProperty(moments, fc.boolean(), async (kills, isGone) => {
        rmSync(path("killed"), { recursive: true, force: true });
        for (const after of kills) await interrupted("killed", after, (child) => child.kill("SIGKILL"));
        if (isGone) give(others);
        const { exitCode } = await run(build("killed"));
        give(values);
        expect(exitCode).toBe(0);
        // No lock and no unfinished file is in either.
        expect(contentOf("killed")).toEqual(isGone ? fewer : whole);
      }),
      { numRuns: trials(50, 3) },
    );
  });

  it("whose folder is taken away does not end well unless all is there, and is completed by the next run", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(23), async (after) => {
        rmSync(path("taken"), { recursive: true, force: true });
        // It may write while the folder is being removed.
        const code = await interrupted("taken", after, () => spawnSync("rm", ["-rf", path("taken")]));
        // It may have come to its end before.
        if (code === 0) expect(existsSync(path("taken")) ? contentOf("taken") : whole).toEqual(whole);
        else expect(code).toBe(1);
        expect((await run(build("taken"))).exitCode).toBe(0);
        expect(contentOf("taken")).toEqual(whole);
      }),
      { numRuns: trials(30, 2) },
    );
  });

  it("comes out the same under a clock that jumps", async () => {
    const clock = path("clock.mjs");
    for (const [at, years] of [-3, 5, -1].entries()) {
      writeFileSync(clock, `const now = Date.now; Date.now = () => now() + ${years} * 31536e6;\n`);
      await interrupted("clock", 4 * at, (child) => child.kill("SIGKILL"));
      const { exitCode } = await run(build("clock"), { NODE_OPTIONS: `--import ${pathToFileURL(clock)}` });
      expect(exitCode).toBe(0);
      expect(contentOf("clock")).toEqual(whole);
      if (at === 1) rmSync(path("clock"), { recursive: true, force: true });
    }
  });
});

const mount = (...args: string[]) => spawnSync("mount", args).status === 0;

describe("a disk", () => {
  const disk = path("disk");
  mkdirSync(disk);
  const isMountable = mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", disk);
  if (isMountable) spawnSync("umount", [disk]);

  it.skipIf(!isMountable)(
    "that is full costs files, none of them half, and with room on it the next run makes them",
    async () => {
      expect(mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", disk)).toBe(true);
      try {
        const full = await run(build("disk/out"));
        expect(full.exitCode).toBe(1);
        expect(full.stderr.match(/\[unwritable-file\]/g)).toHaveLength(1);
        expect(full.stderr).toContain("ENOSPC");
        expectRight("disk/out");
        expect(mount("-o", "remount,size=64m", disk)).toBe(true);
        expect((await run(build("disk/out"))).exitCode).toBe(0);
        expect(contentOf("disk/out")).toEqual(whole);
      } finally {
        spawnSync("umount", [disk]);
      }
    },
  );

  it.skipIf(!isMountable)("that cannot be written to is left as it is", async () => {
    expect(mount("-t", "tmpfs", "-o", "size=64m", "tmpfs", disk)).toBe(true);
    try {
      mkdirSync(join(disk, "out"));
      cpSync(path("whole/manifest.json"), join(disk, "out", "manifest.json"));
      expect(mount("-o", "remount,ro", disk)).toBe(true);
      const result = await run(build("disk/out"));
      expect(result).toMatchObject({ exitCode: 2, stdout: "" });
      expect(result.stderr).toContain("EROFS");
      expect(mount("-o", "remount,rw", disk)).toBe(true);
      expect((await run(build("disk/out"))).exitCode).toBe(0);
      expect(contentOf("disk/out")).toEqual(whole);
    } finally {
      spawnSync("umount", [disk]);
    }
  });
});
