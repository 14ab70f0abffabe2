import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cliFile, useWorkplace } from "./briefwright.ts";
import { packageFolder } from "./ensure-built.ts";

/** What a build is to the shell that runs it: its surroundings, its signals, its pipes. */
const { folder, runBuilt } = useWorkplace();
const data = ["--data", "cases=cases.csv"];
const read = (file: string) => readFileSync(join(folder, file));
const list = (name: string) => readdirSync(join(folder, name)).sort();

it("is the same, byte for byte, on another day, in another time zone", async () => {
  const args = ["build", "briefing.ts", ...data, "-p", "area=northmarch"];
  await runBuilt([...args, "--out", "first"], { TZ: "UTC", LANG: "C" });
  await runBuilt([...args, "--out", "second"], { TZ: "America/St_Johns", LANG: "de_DE.UTF-8" });
  for (const file of ["northmarch.pdf", "northmarch.html", "northmarch.claims.json"]) {
    expect(read(`first/${file}`).equals(read(`second/${file}`))).toBe(true);
  }
});

it("goes on when nobody reads the names of its files any more", async () => {
  const build = `"${process.execPath}" "${cliFile}" build briefing.ts -e area -f html --out closed 2> /dev/null`;
  const shell = spawn("bash", ["-c", `${build} | head -c 1 > /dev/null; echo "\${PIPESTATUS[0]}"`], { cwd: folder });
  const [code] = await once(shell.stdout, "data");
  expect(String(code).trim()).toBe("0");
  expect(list("closed")).toEqual(
    [
      ...["eastmarch", "northmarch", "southmarch-and-isles"].flatMap((name) => [`${name}.claims.json`, `${name}.html`]),
      ...["index.html", "manifest.json"],
    ].sort(),
  );
});

it("leaves no unfinished file when it is interrupted", async () => {
  const out = join(folder, "interrupted");
  const args = [cliFile, "build", "examples/regions/briefing.ts", "--each", "area", "--out", out];
  const child = spawn(process.execPath, args, { cwd: packageFolder });
  await once(child.stdout, "data");
  child.kill("SIGINT");
  // By its own exit after a file, else by the signal.
  const [exitCode, signal] = await once(child, "exit");
  expect(exitCode ?? signal).toBe(exitCode === null ? "SIGINT" : 130);
  const files = list("interrupted");
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((name) => name.endsWith(".tmp"))).toEqual([]);
  for (const name of files.filter((file) => file.endsWith(".pdf"))) {
    expect(read(`interrupted/${name}`).subarray(-6).toString()).toContain("%%EOF");
  }
});

it("ends at once when it is interrupted in a long computation", async () => {
  const module = "long/briefing.ts";
  mkdirSync(join(folder, "long"));
  writeFileSync(join(folder, "long/cases.hbs"), read("cases.hbs"));
  const source = read("briefing.ts").toString();
  const busy = source.replace("claims: ({ cases, area }) => ({", "claims: ({ cases, area }) => (forever(), {");
  writeFileSync(join(folder, module), `${busy}\nfunction forever() {\n  console.log("busy");\n  for (;;);\n}\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const child = spawn(process.execPath, [cliFile, "build", module, ...data, "-e", "area", "-o", "long/out"], {
      cwd: folder,
    });
    await once(child.stdout, "data");
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([null, signal]);
  }
});
