import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { cliFile, useWorkplace } from "../cli/briefwright.ts";
import type { ProgramResult } from "../conformance/run-program.ts";
import { type Redis, useRedis } from "../support/servers.ts";

/** What a worker said so far, by its `--json`. */
export type Said = Readonly<Record<string, unknown>> & { readonly event: string; readonly name?: string };

export interface RunningWorker {
  readonly child: ChildProcess;
  readonly said: readonly Said[];
  readonly errors: () => string;
  /** Waits until it has said so. */
  until(isIt: (said: readonly Said[]) => boolean): Promise<void>;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
}

export interface Places {
  readonly out: string;
  readonly work: string;
  /** Further words of the command line, and of the environment. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A module in the workplace; default: briefing.ts. */
  readonly module?: string;
  /** Of the built program; default: this one. */
  readonly cli?: string | undefined;
}

/** A workplace with a Redis, and briefings of so many areas. */
export function useQueue() {
  const redis: Redis = useRedis();
  const { folder, runBuilt } = useWorkplace();
  const path = (file: string): string => join(folder, file);
  const environment = (env: Readonly<Record<string, string>> = {}) => ({ REDIS_URL: redis.url, ...env });
  const running = new Set<ChildProcess>();

  const commandOf = (name: string, { out, work, args = [], module = "briefing.ts" }: Places): readonly string[] => [
    ...[name, module, "--out", out, "--work", work, "--json"],
    ...args,
  ];

  /** Starts the built program, and hears what it says by `--json`. */
  function start(words: readonly string[], env: Places["env"], cli = cliFile): RunningWorker {
    const child = spawn(process.execPath, [cli, ...words], {
      cwd: folder,
      env: { ...process.env, XDG_CACHE_HOME: path(".cache"), ...environment(env) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    const said: Said[] = [];
    let [rest, errors] = ["", ""];
    child.stdout?.on("data", (text: Buffer) => {
      const lines = (rest + String(text)).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) said.push(JSON.parse(line) as Said);
    });
    child.stderr?.on("data", (text: Buffer) => {
      errors += String(text);
    });
    const ended = once(child, "close").then(([code]) => {
      running.delete(child);
      return code as number | null;
    });
    return {
      child,
      said,
      errors: () => errors,
      ended,
      async until(isIt) {
        for (let waited = 0; waited < 600_000 && !isIt(said); waited += 20) {
          if (child.exitCode !== null) break;
          await setTimeout(20);
        }
        if (!isIt(said)) throw new Error(`The worker does not say so: ${JSON.stringify(said)} ${errors}`);
      },
    };
  }

  return {
    redis,
    folder,
    path,
    runBuilt,
    environment,
    /** Writes the data: an area for each value. */
    give(values: Readonly<Record<string, number | string>>): void {
      const rows = Object.entries(values).map(([area, value]) => `${area},2018/19,${value}`);
      writeFileSync(path("cases.csv"), ["area,period,cases", ...rows].join("\n"));
    },
    build: (out: string, args: readonly string[] = []): Promise<ProgramResult> =>
      runBuilt(["build", "briefing.ts", "-e", "area", "-f", "html", "--out", out, ...args]),
    enqueue: (places: Places): Promise<ProgramResult> => {
      const args = ["-e", "area", "-f", "html", ...(places.args ?? [])];
      return runBuilt(commandOf("enqueue", { ...places, args }), environment(places.env));
    },
    start,
    worker: (places: Places): RunningWorker => start(commandOf("worker", places), places.env, places.cli),
    /** Ends all workers that still run. */
    async endAll(): Promise<void> {
      for (const child of running) child.kill("SIGKILL");
      while (running.size > 0) await setTimeout(10);
    },
    /** What is in a folder, by name. */
    contentOf: (out: string): Readonly<Record<string, string>> =>
      existsSync(path(out))
        ? Object.fromEntries(
            readdirSync(path(out), { withFileTypes: true })
              .filter((entry) => entry.isFile())
              .map(({ name }) => [name, readFileSync(path(`${out}/${name}`), "latin1")]),
          )
        : {},
  };
}

export const namesOf = (said: readonly Said[], event: string): readonly (string | undefined)[] =>
  said.filter((one) => one.event === event).map(({ name }) => name);

/** So many areas with values that are all different. */
export const areas = (count: number, from = 20): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `Area ${String.fromCharCode(65 + Math.floor(at / 26))}${String.fromCharCode(65 + (at % 26))}`,
      from + at,
    ]),
  );

/** The events of `enqueue --json`. */
export const eventsOf = ({ stdout }: Pick<ProgramResult, "stdout">): readonly Said[] =>
  stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Said);
