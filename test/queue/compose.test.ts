import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { cliFile, useWorkplace } from "../cli/briefwright.ts";
import { packageFolder } from "../cli/ensure-built.ts";
import { describeWith, freePort, programOf } from "../support/servers.ts";
import { isLong } from "../support/trials.ts";

const scheduled = join(packageFolder, "examples", "scheduled");
const compose = readFileSync(join(scheduled, "compose.yaml"), "utf8");
const service = (name: string): string =>
  new RegExp(`\\n  ${name}:\\n([\\s\\S]*?)\\n(?:  \\w|\\n|\\w)`).exec(compose)?.[1] ?? "";

/** What a service is started with: entrypoint and command, each a list of words without commas. */
function wordsOf(name: string, environment: Readonly<Record<string, string>>): readonly string[] {
  const lists = service(name).matchAll(/^ {4}(?:entrypoint|command):\s*\[([^\]]*)\]$/gm);
  const words = [...lists].flatMap(([, list = ""]) => list.split(",").map((word) => word.trim())).filter(Boolean);
  return words.map((word) =>
    word.replace(/^"(.*)"$/, "$1").replaceAll(/\$\{(\w+)[^}]*\}/g, (_, key: string) => environment[key] ?? ""),
  );
}

describe("the compose file", () => {
  const { run } = useWorkplace();

  it("asks enqueue and worker for what they know", async () => {
    for (const command of ["enqueue", "worker"]) {
      const options = wordsOf(command, {}).filter((word) => word.startsWith("--"));
      expect(options.length).toBeGreaterThan(2);
      const { stdout, exitCode } = await run([command, "--help"]);
      expect(exitCode).toBe(0);
      for (const option of options) expect(stdout).toMatch(new RegExp(`${option}\\b`));
    }
  });

  it("mounts nothing that the container's user could not write to", () => {
    const volumes = [...compose.matchAll(/^ {4}- \w+:(\/\w+)$/gm)].map(([, path]) => path);
    expect(volumes).toEqual(["/made", "/work"]);
    const [, owned = ""] = /chown node:node (.*)/.exec(readFileSync(join(scheduled, "Containerfile"), "utf8")) ?? [];
    for (const path of volumes) expect(owned.split(" ")).toContain(path);
  });
});

describeWith(["redis-server"], "the services of the compose file", () => {
  const { folder, runBuilt } = useWorkplace();
  const path = (name: string): string => join(folder, name);
  const running = new Set<ChildProcess>();
  afterAll(() => {
    for (const child of running) child.kill("SIGKILL");
  });

  /** Starts a service as the file says, with paths of the container in this folder, and other addresses. */
  function start(name: string, { password, port }: { readonly password: string; readonly port: number }) {
    const [, address = ""] = /REDIS_URL: (.*)$/m.exec(compose) ?? [];
    const url = address.replace(/\$\{REDIS_PASSWORD[^}]*\}/, password).replace("@redis:6379", `@127.0.0.1:${port}`);
    const [program = "", ...words] = wordsOf(name, { REDIS_PASSWORD: password }).map((word) =>
      word.replace(/^\/(made|work)\//, `${folder}/$1/`).replace("0.0.0.0:9464", "127.0.0.1:0"),
    );
    const [file, args] =
      name === "redis"
        ? [programOf(program) ?? "", [...words, "--port", String(port), "--bind", "127.0.0.1", "--dir", folder]]
        : [process.execPath, [cliFile, ...words, "--json", ...(name === "enqueue" ? ["--format", "html"] : [])]];
    expect(name === "redis" ? "redis-server" : "node_modules/.bin/briefwright").toBe(program);
    const env = { ...process.env, XDG_CACHE_HOME: path(".cache"), REDIS_URL: url };
    const child = spawn(file, args, { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"] });
    running.add(child);
    let said = "";
    child.stdout?.on("data", (text: Buffer) => {
      said += String(text);
    });
    const ended = once(child, "exit").then(([code]) => {
      running.delete(child);
      return code as number | null;
    });
    return { child, ended, said: () => said };
  }

  it.skipIf(!isLong)("make, by their own words, what a build makes; and end when they are told to", async () => {
    for (const name of ["made", "work"]) mkdirSync(path(name));
    writeFileSync(path("regional.ts"), readFileSync(path("briefing.ts")));
    expect((await runBuilt(["build", "regional.ts", "-e", "area", "-f", "html", "-o", "whole"])).exitCode).toBe(0);
    const place = { password: "s3cret", port: await freePort() };
    const redis = start("redis", place);
    const worker = start("worker", place);
    const enqueue = start("enqueue", place);
    expect([await enqueue.ended, enqueue.said()]).toEqual([0, expect.stringContaining('"event":"ended","exitCode":0')]);
    const contentOf = (out: string) =>
      readdirSync(path(out)).map((name) => [name, readFileSync(join(folder, out, name), "latin1")]);
    expect(contentOf("made/set")).toEqual(contentOf("whole"));
    // As the next night.
    const again = start("enqueue", place);
    expect([await again.ended, again.said()]).toEqual([0, expect.stringContaining("unchanged")]);
    // Whoever does not know the password is told why.
    const stranger = start("enqueue", { ...place, password: "wrong" });
    expect(await stranger.ended).toBe(75);
    expect(await (await fetch(/"metrics":"([^"]+)/.exec(worker.said())?.[1] ?? "")).text()).toContain("briefwright_");
    worker.child.kill("SIGTERM");
    expect(await worker.ended).toBe(0);
    redis.child.kill("SIGTERM");
    await redis.ended;
    // Every write is on its disk.
    expect(existsSync(path("appendonlydir"))).toBe(true);
  });
});
