import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { cliFile, useWorkplace } from "./briefwright.ts";

const { folder } = useWorkplace();
const waiting = /Waiting for a change/g;

/** A copy of the fixtures in a folder of its own, built and watched there. */
function watch(name: string, ...args: readonly string[]) {
  const place = join(folder, name);
  mkdirSync(place);
  for (const file of ["briefing.ts", "cases.hbs", "cases.csv"]) cpSync(join(folder, file), join(place, file));
  const program = spawn(process.execPath, [cliFile, "build", "briefing.ts", "-f", "html", "-w", ...args], {
    cwd: place,
    env: { ...process.env, XDG_CACHE_HOME: join(folder, ".cache") },
  });
  onTestFinished(() => void program.kill("SIGKILL"));
  let said = "";
  const hear = (chunk: Buffer) => {
    said += chunk;
  };
  for (const stream of [program.stdout, program.stderr]) stream.on("data", hear);
  return {
    program,
    path: (file: string) => join(place, file),
    said: () => said,
    /** Waits until so many builds have ended. */
    async builds(count: number) {
      await expect.poll(() => said.match(waiting)?.length ?? 0, { timeout: 300_000, interval: 50 }).toBe(count);
    },
  };
}

describe("--watch", () => {
  it("builds again when the template or the data is saved, and ends with the last build's exit code", async () => {
    const { program, path, builds, said } = watch("watched", "-p", "area=northmarch", "-o", "out");
    const page = () => readFileSync(path("out/northmarch.html"), "utf8");
    await builds(1);
    expect(page()).not.toContain("Written anew");
    appendFileSync(path("cases.hbs"), "<p>Written anew</p>");
    await builds(2);
    expect(page()).toContain("Written anew");
    const data = readFileSync(path("cases.csv"), "utf8");
    writeFileSync(path("cases.csv"), data.replaceAll("45", "46"));
    await builds(3);
    writeFileSync(path("cases.hbs"), "<p>{{figure 12}}</p>");
    await builds(4);
    expect(said()).toMatch(/error/);
    expect(page()).toContain("Written anew");
    program.kill("SIGTERM");
    expect(await once(program, "close")).toEqual([1, null]);
  });

  it("does not take what it writes itself for a change, nor a file that is saved as it was", async () => {
    const { program, path, builds, said } = watch("still", "-e", "area", "-o", ".");
    await builds(1);
    writeFileSync(path("cases.csv"), readFileSync(path("cases.csv")));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(said().match(waiting)).toHaveLength(1);
    program.kill("SIGINT");
    expect(await once(program, "close")).toEqual([0, null]);
  });
});
