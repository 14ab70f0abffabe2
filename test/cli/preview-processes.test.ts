import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useWorkplace } from "./briefwright.ts";
import { type Described, previewIn, previewStartedBy } from "./previewed.ts";

/** What starts and ends with a preview, and by what it can be reached. */
const { folder, runBuilt: run } = useWorkplace();
const preview = (name: string, ...args: readonly string[]) => previewIn(folder, name, ...args);

it("says of a process that the module ends that it has ended, and starts another when it is saved", async () => {
  const { page, save } = await preview("ends");
  await save("briefing.ts", (text) => `${text}\nprocess.exit(3);`);
  expect((await page("northmarch")).problems[0]?.text).toContain("exit code 3");
  await save("briefing.ts", (text) => text.replace("process.exit(3);", ""));
  expect(await page("northmarch")).toMatchObject({ isCurrent: true });
});

it("takes a token where others can reach it", async () => {
  const { url, get } = await preview("open", "--host", "0.0.0.0");
  expect((await get("/plan")).status).toBe(401);
  const entered = await fetch(url, { redirect: "manual" });
  const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
  expect([entered.status, entered.headers.get("location")]).toEqual([303, "/"]);
  expect((await get("/plan", { headers: { Cookie: cookie } })).status).toBe(200);
});

const isLinux = process.platform === "linux";

/** The processes that one has started. */
const childrenOf = (parent: number | undefined): readonly number[] =>
  readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const [, stateAndParent = ""] = readFileSync(`/proc/${name}/stat`, "utf8").split(") ");
      return Number(stateAndParent.split(" ")[1]) === parent ? [Number(name)] : [];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });

/** Kills the processes that one has started, as far as they have not ended meanwhile. */
function killChildrenOf(parent: number | undefined): void {
  for (const child of childrenOf(parent)) {
    try {
      process.kill(child, "SIGKILL");
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
    }
  }
}

/** Runs a program in a namespace where it may have no watcher of files. */
const unwatched = [
  "unshare",
  "--user",
  "--map-root-user",
  "sh",
  "-c",
  'echo 0 >/proc/sys/user/max_inotify_instances && exec "$@"',
  "sh",
];
const canUnshare = isLinux && spawnSync("unshare", [...unwatched.slice(1), "true"]).status === 0;
const hasPrlimit = isLinux && spawnSync("prlimit", ["--version"]).status === 0;

it.runIf(isLinux)("keeps what V8 compiled for the processes that follow", async () => {
  const cache = join(folder, "compiled");
  const { page } = await previewStartedBy(["env", `XDG_CACHE_HOME=${cache}`], folder, "keeps");
  const kept = () =>
    readdirSync(folder, { recursive: true }).filter((name) => /compiled.*code-.*\.bin$/.test(String(name)));
  await page("northmarch");
  await expect.poll(kept, { timeout: 300_000 }).toHaveLength(1);
  expect(await page("northmarch")).toMatchObject({ isCurrent: true });
});

describe.runIf(isLinux)("what goes wrong beside it", () => {
  it("tells how each answer ends, whenever the process is killed that makes it", async () => {
    const { program, page, lines } = await preview("killed");
    const kill = () => killChildrenOf(program.pid);
    const isTold = ({ isCurrent, problems }: Described) => isCurrent || problems[0]?.text.includes("SIGKILL");
    for (let turn = 0; turn < 8; turn += 1) {
      // Its end is told to the preview before, while or after the next question reaches it.
      if (turn % 2 === 0) await page("northmarch");
      kill();
      expect(isTold(await page("northmarch"))).toBe(true);
    }
    const isMade = () => expect.poll(() => page("northmarch"), { timeout: 300_000 }).toMatchObject({ isCurrent: true });
    await isMade();
    const told = await lines("northmarch", async () => kill());
    expect(told.map(({ isEarly }) => isEarly)[0]).toBe(true);
    expect(isTold(told.at(-1) as Described)).toBe(true);
    await isMade();
  });

  it("goes on where a file that it follows can no longer be read", async () => {
    const { page, path, save } = await preview("unreadable");
    await page("northmarch");
    const data = readFileSync(path("cases.csv"));
    // It is there, and reading it fails.
    rmSync(path("cases.csv"));
    symlinkSync("/proc/self/mem", path("cases.csv"));
    await save("cases.hbs", (text) => `${text}<p>Meanwhile</p>`);
    rmSync(path("cases.csv"));
    writeFileSync(path("cases.csv"), data);
    await save("cases.hbs", (text) => `${text}<p>Again</p>`);
    await expect.poll(() => page("northmarch"), { timeout: 300_000 }).toMatchObject({ isCurrent: true });
  });

  it.runIf(canUnshare)("looks at files itself where the system watches no more of them, and says so", async () => {
    const { page, save, output, said } = await previewStartedBy(unwatched, folder, "unwatched");
    expect(await page("northmarch")).toMatchObject({ isCurrent: true });
    expect(said()).toMatch(/watches no more files .*every 100 ms/);
    await save("cases.hbs", (text) => `${text}<p>Written anew</p>`);
    await page("northmarch");
    expect((await output("northmarch", "briefing.html")).toString()).toContain("Written anew");
    expect(said().match(/every 100 ms/g)).toHaveLength(1);
  });

  it.runIf(hasPrlimit)("says why it cannot start a process, and starts one when it can", async () => {
    const { program, page, save } = await preview("crowded");
    const limit = (files: number) => spawnSync("prlimit", ["--pid", String(program.pid), `--nofile=${files}:`]);
    await page("northmarch");
    killChildrenOf(program.pid);
    await expect.poll(() => childrenOf(program.pid)).toEqual([]);
    const open = new Set(readdirSync(`/proc/${program.pid}/fd`).map(Number));
    // It may have two more: enough for an answer and a file, and too few for a process.
    const [, second = 0] = Array.from({ length: open.size + 2 }, (_, file) => file).filter((file) => !open.has(file));
    limit(second + 1);
    expect((await page("northmarch")).problems[0]?.text).toMatch(/cannot be started: .*EMFILE/);
    limit(1000);
    await save("briefing.ts", (text) => `${text}\n`);
    expect(await page("northmarch")).toMatchObject({ isCurrent: true });
  });
});

describe("beginning and end", () => {
  it("ends with Ctrl-C, and its other processes with it", async () => {
    const { program, page } = await preview("ending");
    await page("northmarch");
    program.kill("SIGINT");
    expect(await once(program, "close")).toEqual([0, null]);
  });

  it("says what to do where it cannot have a port, where there is no module, and where a choice is open", async () => {
    const { url } = await preview("taken");
    const second = await run(["preview", "--port", url.port]);
    expect([second.exitCode, second.stderr]).toEqual([2, expect.stringContaining("--port 0")]);
    const nothing = await run(["preview", "none.ts", "--port", "0"]);
    expect([nothing.exitCode, nothing.stderr]).toEqual([2, expect.stringContaining("none.ts")]);
    const { page, save } = await preview("open-choice");
    const year = 'year: { kind: "category", dataset: "cases", dimension: "period" }';
    await save("briefing.ts", (text) => text.replace("parameters: {", `parameters: { ${year},`));
    const { problems } = await page("northmarch");
    expect(problems[0]?.text).toMatch(/several parameters .*--each year --param area=/s);
  });
});
