import type { ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { afterEach, beforeAll, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { packageFolder } from "../cli/ensure-built.ts";
import { useS3Proxy } from "../support/s3-proxy.ts";
import { describeWith, useS3 } from "../support/servers.ts";
import { isDeep } from "../support/trials.ts";
import { areas, eventsOf, namesOf, type Places, type RunningWorker, type Said, useQueue } from "./use-queue.ts";

// `npm run faults:queue` tries each fault by itself twice and four times among others; `npm run test:long` each once, three to a run.

/** A clock that is so many seconds ahead, or behind, in the process that has this in NODE_OPTIONS. */
const clockMoved = (seconds: number): string =>
  `--import=data:text/javascript,${encodeURIComponent(`const now = Date.now; Date.now = () => now() + ${seconds * 1000};`)}`;

const day = 86_400;
const total = 48;
/** Of all workers together one area in so many ms, until the last fault has come: so that there is something at work when it does. */
const pace = 250;
const patience = 3;

interface Named {
  readonly code: string;
  readonly message: RegExp;
  /** Where it is told which area it is about. */
  readonly isOfArea?: true;
}

const given: Named = { code: "area-given-on", message: /said nothing for 3 seconds/, isOfArea: true };
const clock = (way: string): Named => ({
  code: "clock-differs",
  message: new RegExp(`The clock of this machine is 24 h ${way} that of Redis\\.`),
});
const away = { code: "store-unavailable", message: /ECONNREFUSED|ECONNRESET|socket hang up|TimeoutError/ };

/** Each fault, and what an operator reads of it. Undefined: nothing is wrong then. */
const faults = {
  "redis-killed": { code: "queue-unavailable", message: /ECONNREFUSED|Connection is closed|ECONNRESET|EPIPE/ },
  "redis-emptied": { code: "queue-forgot", message: /Redis has forgotten (?:an area|\d+ areas)/ },
  "worker-killed": given,
  "worker-frozen": given,
  "worker-told-to-end": undefined,
  "worker-older": {
    code: "worker-differs",
    message: /it was made by briefwright \S+, and this is briefwright 0\.0\.1/,
  },
  "two-at-one-area": undefined,
  "store-killed": away,
  "store-refuses": { code: "store-unavailable", message: /SlowDown \(503\): Not now/ },
  "store-forbids": { code: "store-unavailable", message: /AccessDenied \(403\): Not now/ },
  // The client asks again by itself, and finds what it wrote.
  "store-loses-answers": undefined,
  "store-slow": { code: "store-slow", message: /has not answered for 5 seconds/ },
  "clock-ahead": clock("ahead of"),
  "clock-behind": clock("behind"),
} satisfies Readonly<Record<string, Named | undefined>>;
type Fault = keyof typeof faults;
const names = Object.keys(faults) as Fault[];

/** A fault, and how many areas are written when it comes. */
type Planned = readonly (readonly [Fault, after: number])[];

const inRandomOrder = fc.shuffledSubarray(names, { minLength: names.length, maxLength: names.length });
const moments = fc.array(fc.noBias(fc.integer({ min: 1, max: 12 })), {
  minLength: names.length,
  maxLength: names.length,
});
const sets: fc.Arbitrary<readonly Planned[]> = fc.tuple(inRandomOrder, moments).map(([order, after]) => {
  const planned = order.map((fault, at) => [fault, after[at] ?? 0] as const);
  return Array.from({ length: Math.ceil(planned.length / 3) }, (_, at) => planned.slice(3 * at, 3 * at + 3));
});
const seed = Number(process.env.FAULTS_SEED ?? 20);
const together = fc.sample(sets, { seed, numRuns: isDeep ? 4 : 1 }).flat();
const alone: readonly Planned[] = isDeep
  ? fc
      .sample(moments, { seed, numRuns: 2 })
      .flatMap((all) => names.map((fault, at) => [[fault, all[at] ?? 0]] as const))
  : [];

describeWith(["redis-server", "versitygw"], "a queue whose parts fail", () => {
  const s3 = useS3();
  const proxy = useS3Proxy(s3);
  const { redis, folder, give, build, enqueue, worker, endAll, contentOf, path } = useQueue();
  const bullmq = createRequire(import.meta.url)("bullmq") as {
    readonly Queue: new (name: string, options: object) => TestQueue;
  };
  /** Of each run another. */
  const queueOf = () => new bullmq.Queue(`faults-${turn}`, { connection: { url: redis.url }, prefix: "briefwright" });
  afterEach(async () => {
    proxy.gate = undefined;
    await endAll();
  });
  let turn = 0;
  beforeAll(async () => {
    give(areas(total));
    expect((await build("whole")).exitCode).toBe(0);
    makeOlder(join(folder, "older"));
  });

  interface Run {
    /** Of each worker. */
    readonly places: Places & Pick<Required<Places>, "env">;
    readonly workers: RunningWorker[];
    isTold(fault: Fault): boolean;
  }

  /** Does it to a run that is under way. */
  async function happen(fault: Fault, { places, workers, isTold }: Run): Promise<void> {
    const start = (env: Readonly<Record<string, string>> = {}, cli?: string) => {
      const id = { AWS_SDK_UA_APP_ID: `worker-${workers.length}` };
      const started = worker({ ...places, env: { ...places.env, ...id, ...env }, cli });
      workers.push(started);
      return started;
    };
    /** A worker that is in the middle of an area. */
    const atWork = async () => {
      const find = () => workers.find(({ child }, at) => isAlive(child) && proxy.waiting.includes(`worker-${at}`));
      await until(() => find() !== undefined, 60);
      return find()?.child;
    };
    /** At least so long, and until somebody has met it in spite of the tries that the client makes by itself. */
    const lasting = async (ms: number) => {
      await setTimeout(ms);
      await until(() => isTold(fault), 180);
    };
    const disturb = async (own: NonNullable<typeof proxy.fault>, ms: number) => {
      proxy.fault = own;
      await lasting(ms);
      proxy.fault = undefined;
    };
    switch (fault) {
      case "redis-killed":
        await redis.kill();
        await lasting(700);
        return redis.start();
      case "redis-emptied": {
        await atWork();
        const queue = queueOf();
        await (await queue.client).flushall();
        return queue.close();
      }
      case "worker-killed":
        (await atWork())?.kill("SIGKILL");
        return void start();
      case "worker-frozen": {
        // Others take its areas, and then it goes on with them.
        const frozen = await atWork();
        frozen?.kill("SIGSTOP");
        await setTimeout(2000 * patience);
        return void frozen?.kill("SIGCONT");
      }
      case "worker-told-to-end":
        (await atWork())?.kill("SIGTERM");
        return void start();
      case "worker-older":
        // It is alone for a while, so that there is something for it to leave.
        for (const { child } of workers) child.kill("SIGTERM");
        await start({}, path("older/dist/cli.js")).until((said) => namesOf(said, "refused").length > 0);
        return void start();
      case "two-at-one-area": {
        const queue = queueOf();
        const jobs = await queue.getJobs(["active", "waiting", "prioritized"]);
        const copies = jobs
          .filter((job) => job?.name === "area")
          .map(({ name, data, opts }) => {
            const { jobId, priority: _, ...own } = opts;
            return { name, data, opts: { ...own, jobId: `copy-${jobId}` } };
          });
        await queue.addBulk(copies);
        return queue.close();
      }
      case "store-killed":
        await s3.kill();
        await lasting(1500);
        return s3.start();
      case "store-refuses":
        return disturb({ kind: "refuse", status: 503, code: "SlowDown" }, 3000);
      case "store-forbids":
        return disturb({ kind: "refuse", status: 403, code: "AccessDenied" }, 1500);
      case "store-loses-answers":
        return disturb({ kind: "lose-answers" }, 200);
      case "store-slow":
        return disturb({ kind: "delay", ms: 6000 }, 1500);
      case "clock-ahead":
        return void start({ NODE_OPTIONS: clockMoved(day) });
      case "clock-behind":
        return void start({ NODE_OPTIONS: clockMoved(-day) });
    }
  }

  const label = (planned: Planned): string => planned.map(([fault, after]) => `${fault} after ${after}`).join(", ");

  it.each([...alone, ...together].map((planned) => ({ planned, name: label(planned) })))(
    "loses nothing, writes nothing twice, and names what was wrong: $name",
    async ({ planned }) => {
      turn += 1;
      const bucket = `run-${turn}`;
      const places = {
        ...{ out: s3.bucket(bucket), work: s3.bucket(`${bucket}-work`), env: proxy.env },
        args: ["--queue", `faults-${turn}`],
      };
      const enqueued = await enqueue({ ...places, args: [...places.args, "--attempts", "20"] });
      expect([enqueued.exitCode, eventsOf(enqueued)]).toMatchObject([0, [{ status: "enqueued" }]]);
      const ofWorkers = { ...places, args: [...places.args, "--patience", String(patience)] };
      const workers = [0, 1].map((at) =>
        worker({ ...ofWorkers, env: { ...proxy.env, AWS_SDK_UA_APP_ID: `worker-${at}` } }),
      );
      const said = () => workers.flatMap((each) => each.said);
      const current = () => {
        const { state } = JSON.parse(readFileSync(`${s3.folder}/buckets/${bucket}-work/current.json`, "utf8")) as Said;
        return state as unknown;
      };
      const diagnostics = () =>
        said().flatMap((one) =>
          ((one.diagnostics ?? []) as readonly Told[]).map((each) => ({ ...each, name: one.name, event: one.event })),
        );
      const isTold = ({ code, message, isOfArea }: Named) =>
        diagnostics().some((told) => told.code === code && message.test(told.message) && !(isOfArea && !told.name));
      // What is made good is told by nobody.
      const isFaultTold = (fault: Fault) => faults[fault] === undefined || isTold(faults[fault]);
      const hasFault = (...some: readonly Fault[]) => planned.some(([fault]) => some.includes(fault));
      proxy.gate = { path: new RegExp(`^/${bucket}/[^?]*\\.html`), ms: pace };
      for (const [fault, after] of planned) {
        await until(() => namesOf(said(), "written").length >= after, 180);
        await happen(fault, { places: ofWorkers, workers, isTold: isFaultTold });
      }
      proxy.gate = undefined;
      await until(() => current() === "finished", 300);
      expect(current(), JSON.stringify(said())).toBe("finished");
      // Each is named: by its code, in words, with the area that it is about.
      const expected = planned
        .map(([fault]): Named | undefined => faults[fault])
        .filter((named) => named !== undefined);
      // Who was frozen, and what was slow, may be told a moment after all is done.
      await until(() => expected.every(isTold), 60);
      expect(
        expected.filter((one) => !isTold(one)),
        JSON.stringify(said()),
      ).toEqual([]);
      await endAll();

      // Nothing is lost.
      cpSync(`${s3.folder}/buckets/${bucket}`, path(bucket), { recursive: true });
      expect(contentOf(bucket)).toEqual(contentOf("whole"));
      const { run } = eventsOf(enqueued)[0] as { readonly run?: string };
      const result = readFileSync(`${s3.folder}/buckets/${bucket}-work/results/${run}.json`, "utf8");
      expect(JSON.parse(result)).toMatchObject({
        total,
        written: total,
        unchanged: 0,
        failed: [],
        lost: [],
        removed: [],
      });

      // Nothing is written twice, by the log of the store; a store that was killed may have lost its last line.
      const mayMiss = hasFault("store-killed");
      const outWrites = s3.writesTo(bucket);
      for (const name of Object.keys(contentOf(bucket))) {
        const writes = outWrites.get(name) ?? 0;
        // The plan is in the manifest before it is carried out.
        const once = name === "manifest.json" ? 2 : 1;
        expect([name, mayMiss ? Math.max(writes, once) : writes]).toEqual([name, once]);
      }
      for (const [name, writes] of s3.writesTo(`${bucket}-work`))
        if (name.startsWith("made/")) expect([name, writes]).toEqual([name, 1]);
      const written = namesOf(said(), "written");
      expect(written.length).toBe(new Set(written).size);
      expect(namesOf(said(), "finished").length).toBeLessThanOrEqual(1);

      // Nobody failed for what went by, and nothing is told that was not so.
      expect(namesOf(said(), "failed")).toEqual([]);
      const isStore = planned.some(([fault]) => fault.startsWith("store-"));
      const known = new Set([
        "area-given-on",
        ...(isStore ? ["store-slow", "store-unavailable"] : []),
        ...expected.map(({ code }) => code),
      ]);
      const unknown = diagnostics().filter(({ code }) => !known.has(code));
      expect(unknown.map(({ event, name, code, message }) => `${event} ${name}: ${code}: ${message}`)).toEqual([]);
      expect(eventsOf(await enqueue(places))).toMatchObject([{ status: "unchanged" }]);
    },
  );

  it("says that Redis has forgotten where the store refuses to be told what it knows", async () => {
    const places = {
      out: s3.bucket("known"),
      work: s3.bucket("known-work"),
      args: ["--queue", "known"],
      env: proxy.env,
    };
    await enqueue(places);
    proxy.gate = { path: /^\/known\/[^?]*\.html/, ms: pace };
    const { said } = worker({ ...places, args: [...places.args, "--patience", String(patience)] });
    const isTold = () =>
      said.some(({ diagnostics }) => (diagnostics as readonly Told[] | undefined)?.some(isForgotten) ?? false);
    const isForgotten = ({ code }: Told) => code === "queue-forgot";
    await until(() => namesOf(said, "written").length >= 2, 60);
    const queue = new bullmq.Queue("known", { connection: { url: redis.url }, prefix: "briefwright" });
    proxy.fault = { kind: "refuse", status: 403, code: "AccessDenied", writesTo: /\/begun\// };
    await (await queue.client).flushall();
    await queue.close();
    await until(isTold, 60);
    proxy.fault = undefined;
    expect(isTold(), JSON.stringify(said)).toBe(true);
  });
});

const isAlive = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;

/** Waits for it, so many seconds at most. */
async function until(isIt: () => boolean, seconds: number): Promise<void> {
  for (let waited = 0; waited < seconds * 1000 && !isIt(); waited += 20) await setTimeout(20);
}

interface Told {
  readonly code: string;
  readonly message: string;
}

interface TestQueue {
  readonly client: Promise<{ flushall(): Promise<unknown> }>;
  getJobs(states: readonly string[]): Promise<readonly TestJob[]>;
  addBulk(jobs: readonly TestJob[]): Promise<unknown>;
  close(): Promise<void>;
}

interface TestJob {
  readonly name: string;
  readonly data: unknown;
  readonly opts: Readonly<Record<string, unknown>>;
}

/** This package as an earlier version of it: built, with another number. */
function makeOlder(folder: string): void {
  mkdirSync(folder);
  const version = JSON.stringify(packageJson.version);
  cpSync(join(packageFolder, "dist"), join(folder, "dist"), { recursive: true });
  for (const file of readdirSync(join(folder, "dist"), { recursive: true, encoding: "utf8" })) {
    if (!/\.c?js$/.test(file)) continue;
    const text = readFileSync(join(folder, "dist", file), "utf8");
    if (text.includes(version)) writeFileSync(join(folder, "dist", file), text.replaceAll(version, '"0.0.1"'));
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify({ ...packageJson, version: "0.0.1" }));
  symlinkSync(join(packageFolder, "node_modules"), join(folder, "node_modules"));
}
