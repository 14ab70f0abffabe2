import { cpSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runProgram } from "../conformance/run-program.ts";
import { cliFile, useWorkplace } from "./briefwright.ts";
import { packageFolder } from "./ensure-built.ts";

const { folder } = useWorkplace();
const script = join(packageFolder, "examples", "scheduled", "nightly.sh");

it("the nightly script publishes a whole set or leaves the last one, and says which in one line", async () => {
  const project = join(folder, "nightly");
  mkdirSync(project);
  for (const file of ["briefing.ts", "cases.hbs"]) cpSync(join(folder, file), join(project, file));
  const give = (text: string) => writeFileSync(join(project, "cases.csv"), `area,period,cases\n${text}`);
  const night = () =>
    runProgram(script, ["briefing.ts", "made", "public"], {
      cwd: project,
      env: { BRIEFWRIGHT: `${process.execPath} ${cliFile}`, XDG_CACHE_HOME: join(project, "cache") },
    });
  const published = () => readFileSync(join(project, "public", "ash.html"), "utf8");

  give("Ash,2018/19,120\nBirch,2018/19,80\n");
  const first = await night();
  expect(first).toMatchObject({ exitCode: 0, stderr: "" });
  expect(first.stdout).toMatch(/^briefings code=0 made=2 failed=0 unfinished=0 seconds=\d+\n$/);
  expect(published()).toContain("120 cases");

  expect(await night()).toMatchObject({ exitCode: 0, stderr: "All 2 briefings are as they were.\n" });
  expect(lstatSync(join(project, "public")).isSymbolicLink()).toBe(true);
  expect(readdirSync(project).filter((name) => name.startsWith(".public"))).toHaveLength(1);

  writeFileSync(
    join(project, "cases.hbs"),
    '<h1>{{title}}</h1><p>{{claim "total"}}</p>{{#if (eq area.id "birch")}}<p>Up 9%.</p>{{/if}}',
  );
  give("Ash,2018/19,121\nBirch,2018/19,80\n");
  const bad = await night();
  expect(bad.exitCode).toBe(1);
  expect(bad.stdout).toMatch(/^briefings code=1 made=1 failed=1 /);
  expect(published()).toContain("120 cases");

  give("Ash,2018/19,many\n");
  expect(await night()).toMatchObject({ exitCode: 2 });
  expect(published()).toContain("120 cases");

  give("Ash,2018/19,122\nBirch,2018/19,80\n");
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  const stat = readFileSync(`/proc/${process.pid}/stat`, "utf8");
  const started = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  writeFileSync(
    join(project, "made", ".briefwright.lock"),
    JSON.stringify({ host: hostname(), boot, pid: process.pid, started, beat: 0 }),
  );
  expect(await night()).toMatchObject({ exitCode: 75 });
  expect(published()).toContain("120 cases");
});

it("the nightly script tells each edition what was published before it", async () => {
  const project = join(folder, "editions");
  mkdirSync(project);
  const module = readFileSync(join(folder, "briefing.ts"), "utf8");
  const measures = 'measures: { cases: { label: "Cases"';
  expect(module).toContain(measures);
  const total = module
    .replace("open: true", 'open: true, total: "All"')
    .replace(measures, `disclosure: { profile: { hide: { from: 1, to: 4 } } },\n  ${measures}`);
  writeFileSync(join(project, "briefing.ts"), total);
  cpSync(join(folder, "cases.hbs"), join(project, "cases.hbs"));
  const night = (cells: Readonly<Record<string, number>>) => {
    const all = Object.values(cells).reduce((sum, value) => sum + value, 0);
    const rows = Object.entries({ All: all, ...cells }).map(([area, cases]) => `${area},2018/19,${cases}\n`);
    writeFileSync(join(project, "cases.csv"), `area,period,cases\n${rows.join("")}`);
    return runProgram(script, ["briefing.ts", "made", "public"], {
      cwd: project,
      env: { BRIEFWRIGHT: `${process.execPath} ${cliFile}`, XDG_CACHE_HOME: join(project, "cache") },
    });
  };
  const isShown = (area: string) => / \d+ cases/.test(readFileSync(join(project, "public", `${area}.html`), "utf8"));
  expect(await night({ Ash: 3, Birch: 9, Cedar: 30 })).toMatchObject({ exitCode: 0 });
  expect([isShown("ash"), isShown("birch"), isShown("cedar")]).toEqual([false, false, true]);
  // All less Cedar and Birch would be the 3 that was hidden last night.
  for (const birch of [9, 9, 12]) {
    expect(await night({ Ash: 14, Birch: birch, Cedar: 30 })).toMatchObject({ exitCode: 0 });
    expect([isShown("ash"), isShown("birch"), isShown("cedar")]).toEqual([false, false, true]);
  }
});

it("the line of the crontab logs what became of the night, and mails what was said where it failed", async () => {
  const project = join(folder, "cron");
  mkdirSync(join(project, "bin"), { recursive: true });
  const crontab = readFileSync(join(packageFolder, "examples", "scheduled", "crontab"), "utf8");
  const line = crontab.split("\n").find((each) => /^\d/.test(each)) ?? "";
  // Five fields, then the command; cron takes % for the end of a line.
  const command = line.split(" ").slice(5).join(" ").replace("/srv/briefings", project);
  expect(command).not.toContain("%");
  writeFileSync(join(project, "bin", "logger"), '#!/bin/sh\nprintf "%s: %s" "$*" "$(cat)" >logged.txt\n', {
    mode: 0o755,
  });
  for (const code of [0, 1, 75]) {
    const night = `#!/bin/sh\necho "briefings code=${code}"\necho "what was said" >&2\nexit ${code}\n`;
    writeFileSync(join(project, "nightly.sh"), night, { mode: 0o755 });
    const env = { PATH: `${join(project, "bin")}:${process.env.PATH}` };
    const ran = await runProgram("/bin/sh", ["-c", command], { cwd: folder, env });
    expect(ran.stdout + ran.stderr).toBe(code === 0 ? "" : "what was said\n");
    expect(readFileSync(join(project, "logged.txt"), "utf8")).toBe(`-t briefings: briefings code=${code}`);
  }
});

it("the container gives what it mounts to the user that it runs as, and copies nothing over what it installed", () => {
  const file = (name: string) => readFileSync(join(packageFolder, "examples", "scheduled", name), "utf8");
  const lines = file("Containerfile").split("\n");
  const after = (word: string) =>
    lines.flatMap((line) => (line.startsWith(`${word} `) ? line.slice(word.length + 1) : []));
  const mounted = after("VOLUME").flatMap((list) => JSON.parse(list) as string[]);
  const given = after("RUN").flatMap((line) => /chown (\w+):\w+ (.*)$/.exec(line)?.[2]?.split(" ") ?? []);
  expect(given).toEqual(mounted);
  expect(after("USER")).toEqual(["node"]);
  const [, , ...folders] = JSON.parse(after("ENTRYPOINT")[0] ?? "[]") as string[];
  for (const folder of folders)
    expect(
      mounted.some((own) => folder.startsWith(`${own}/`)),
      folder,
    ).toBe(true);
  expect(file(".dockerignore").split("\n")).toContain("node_modules");
});
