import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { startQueueWorker, type WorkerEvent } from "briefwright/queue";
import { afterEach, beforeAll, expect, it } from "vitest";
import { folderStore, type Store } from "../../src/store/index.ts";
import { describeWith } from "../support/servers.ts";
import { areas, eventsOf, namesOf, type Said, useQueue } from "./use-queue.ts";

interface Job {
  readonly data: { readonly name: string };
  readonly failedReason: string;
  readonly attemptsMade: number;
}

interface TestQueue {
  readonly client: Promise<{ flushall(): Promise<unknown> }>;
  getFailed(): Promise<readonly Job[]>;
  add(name: string, data: unknown, options: object): Promise<unknown>;
  close(): Promise<void>;
}

const { Queue } = createRequire(import.meta.url)("bullmq") as {
  readonly Queue: new (name: string, options: object) => TestQueue;
};

describeWith(["redis-server"], "a queue as an operator meets it", () => {
  const { redis, path, give, build, enqueue, worker, start, endAll, contentOf, environment } = useQueue();
  const total = 12;
  const values = areas(total);
  beforeAll(async () => {
    give(values);
    expect((await build("whole")).exitCode).toBe(0);
  });
  afterEach(endAll);

  async function inQueue<T>(name: string, ask: (queue: TestQueue) => Promise<T>): Promise<T> {
    const queue = new Queue(name, { connection: { url: redis.url }, prefix: "briefwright" });
    try {
      return await ask(queue);
    } finally {
      await queue.close();
    }
  }
  const failedIn = (name: string) => inQueue(name, (queue) => queue.getFailed());

  const statusesIn = (out: string) => {
    const { briefings } = JSON.parse(readFileSync(path(`${out}/manifest.json`), "utf8")) as {
      readonly briefings: readonly { readonly name: string; readonly status: string }[];
    };
    return briefings.filter(({ status }) => status !== "made").map(({ name, status }) => `${name} ${status}`);
  };
  const codesOf = ({ diagnostics = [] }: Said & { readonly diagnostics?: readonly { readonly code: string }[] }) =>
    diagnostics.map(({ code }) => code);

  it("makes those first that are to go first, and names one that is none", async () => {
    const places = { out: "first", work: "work-first" };
    const unknown = await enqueue({ ...places, args: ["--first", "area-az"] });
    expect([unknown.exitCode, unknown.stderr]).toEqual([2, expect.stringContaining('called "area-az"')]);
    expect(eventsOf(await enqueue({ ...places, args: ["--first", "area-al, area-ak"] }))).toMatchObject([{ total }]);
    const { said, ended } = worker({ ...places, args: ["--drain"] });
    expect(await ended).toBe(0);
    expect(namesOf(said, "written").slice(0, 2).sort()).toEqual(["area-ak", "area-al"]);
    expect(contentOf("first")).toEqual(contentOf("whole"));
  });

  it("tries again with pauses what a store refuses, and gives up after the last try, with the reason", async () => {
    const places = { out: "refusing", work: "work-refusing" };
    // No file can be written where a folder is.
    mkdirSync(path("refusing/area-ad.html"), { recursive: true });
    await enqueue({ ...places, args: ["--attempts", "3"] });
    const began = performance.now();
    const { said, ended } = worker({ ...places, args: ["--drain"] });
    expect(await ended).toBe(0);
    // A pause of 0.7 to 1 second, and one twice as long.
    expect(performance.now() - began).toBeGreaterThan(2100);
    const again = said.filter(({ event }) => event === "again");
    expect(again.map(({ name }) => name)).toEqual(["area-ad", "area-ad", "area-ad"]);
    expect(JSON.stringify(again[0])).toMatch(/"unwritable-file".*EISDIR/);
    const failed = await failedIn("briefing");
    expect(failed).toMatchObject([{ data: { name: "area-ad" }, attemptsMade: 3 }]);
    expect(failed[0]?.failedReason).toContain("refusing/area-ad.html");
    expect(statusesIn("refusing")).toEqual(["area-ad failed"]);
    expect(said.find(({ event }) => event === "finished")).toMatchObject({ written: total - 1, failed: ["area-ad"] });
    // Once the reason is gone, enqueueing again makes it.
    rmdirSync(path("refusing/area-ad.html"));
    await enqueue(places);
    await worker({ ...places, args: ["--drain"] }).ended;
    expect(contentOf("refusing")).toEqual(contentOf("whole"));
  });

  it("tells of no trouble where a worker closes its own connections, whenever it is stopped", async () => {
    const places = { out: "stopped", work: "work-stopped" };
    await enqueue(places);
    const work = folderStore(path(places.work));
    // Slow, so that it is asked for something when the worker is stopped.
    const read: Store["read"] = async (name) => {
      await setTimeout(150);
      return work.read(name);
    };
    const told: WorkerEvent[] = [];
    for (let ms = 0; ms < 400; ms += 50) {
      const stopped = await startQueueWorker({
        queue: "briefing",
        redis: redis.url,
        out: folderStore(path(places.out)),
        work: { ...work, read },
        module: pathToFileURL(path("briefing.ts")),
        onEvent: (event) => told.push(event),
      });
      await setTimeout(ms);
      expect(await stopped.stop()).toEqual({ isTold: true });
    }
    expect(told.filter(({ event }) => event === "trouble")).toEqual([]);
  });

  it("gives up an area that ends each of its workers, and makes the others", async () => {
    const module = "deadly.ts";
    const source = readFileSync(path("briefing.ts"), "utf8");
    const kill = `(() => { process.kill(process.pid, "SIGKILL"); throw new Error("not reached"); })()`;
    writeFileSync(
      path(module),
      source.replace(
        "claims: ({ cases, area }) => ({",
        `claims: ({ cases, area }) => area.id === "area-ad" && process.env.IS_WORKER ? ${kill} : ({`,
      ),
    );
    const places = { out: "deadly", work: "work-deadly", module, env: { IS_WORKER: "1" } };
    await enqueue({ ...places, env: {} });
    const said: Said[] = [];
    let [ends, isOver] = [0, false];
    while (!isOver && ends < 8) {
      const one = worker({ ...places, args: ["--drain", "--patience", "2"] });
      isOver = (await one.ended) === 0;
      said.push(...one.said);
      ends += 1;
    }
    // Killed by the first try and by each after one that was taken for silent.
    expect([isOver, ends]).toEqual([true, 5]);
    const silent = said.filter((one) => codesOf(one).includes("area-given-on"));
    expect(new Set(silent.map(({ name }) => name))).toContain("area-ad");
    expect(said.find(({ event }) => event === "finished")).toMatchObject({ written: total - 1, failed: ["area-ad"] });
    expect((await failedIn("deadly")).map(({ data }) => data.name)).toEqual(["area-ad"]);
    expect(statusesIn("deadly")).toEqual(["area-ad failed"]);
  });

  it("keeps to a rate by all workers together", async () => {
    const places = { out: "rate", work: "work-rate" };
    await enqueue(places);
    const began = performance.now();
    const args = ["--drain", "--rate", "3/1"];
    const workers = [worker({ ...places, args }), worker({ ...places, args })];
    expect(await Promise.all(workers.map(({ ended }) => ended))).toEqual([0, 0]);
    // The fourth, seventh and tenth of twelve wait a second each.
    expect(performance.now() - began).toBeGreaterThan(3000);
    expect(contentOf("rate")).toEqual(contentOf("whole"));
  });

  it("says while it waits that no worker is there, why one that is there does not take areas, and can be told to wait no more", async () => {
    const places = { out: "waiting", work: "work-waiting" };
    const limited = await enqueue({ ...places, args: ["--wait", "--wait-limit", "14"] });
    expect([limited.exitCode, limited.stderr]).toEqual([
      75,
      expect.stringMatching(
        /12 areas wait in the queue "briefing".*no worker has been there[\s\S]*Not waited for any longer: 0 of 12/,
      ),
    ]);
    expect(eventsOf(limited).flatMap(codesOf)).toContain("no-worker");
    expect(eventsOf(limited).at(-1)).toMatchObject({ event: "ended", exitCode: 75, total });
    const wrong = await enqueue({ ...places, args: ["--wait-limit", "12"] });
    expect([wrong.exitCode, wrong.stderr]).toEqual([2, expect.stringContaining("add --wait")]);
    // One with other files is there.
    mkdirSync(path("unlike"));
    for (const file of ["briefing.ts", "cases.csv"]) writeFileSync(path(`unlike/${file}`), readFileSync(path(file)));
    writeFileSync(path("unlike/cases.hbs"), "<p>Other</p>");
    const unlike = worker({ ...places, module: "unlike/briefing.ts" });
    await unlike.until((said) => namesOf(said, "refused").length > 0);
    const refused = await enqueue({ ...places, args: ["--wait", "--wait-limit", "18"] });
    expect(refused.stderr).toMatch(
      /no worker has been there that takes them\. One is there and does not: .*(template|Briefing|briefing)/,
    );
    // Ctrl-C ends the waiting, and not the run.
    const { child, ended, errors } = start(
      ["enqueue", "briefing.ts", "-e", "area", "-f", "html", "--out", places.out, "--work", places.work, "--wait"],
      environment(),
    );
    await setTimeout(12_000);
    child.kill("SIGINT");
    expect([await ended, errors()]).toEqual([
      130,
      expect.stringContaining("0 of 12 briefings are done. Workers go on"),
    ]);
    expect(await worker({ ...places, args: ["--drain"] }).ended).toBe(0);
    expect(contentOf("waiting")).toEqual(contentOf("whole"));
  });

  it("keeps a build and a queue out of one folder, either way", async () => {
    const places = { out: "shared", work: "work-shared" };
    mkdirSync(path("slow"));
    await enqueue(places);
    const refused = await build("shared");
    expect([refused.exitCode, refused.stderr]).toEqual([
      75,
      expect.stringMatching(/Workers of the queue "briefing" write into it.*\[folder-in-use\]/),
    ]);
    // Another queue is as much of a stranger.
    const other = await enqueue({ ...places, work: "work-other", args: ["--queue", "another"] });
    expect([other.exitCode, other.stderr]).toEqual([75, expect.stringContaining('workers of the queue "briefing"')]);
    expect(await worker({ ...places, args: ["--drain"] }).ended).toBe(0);
    expect(contentOf("shared")).toEqual(contentOf("whole"));
    expect((await build("shared")).exitCode).toBe(0);
    // While a build is at it.
    const source = readFileSync(path("briefing.ts"), "utf8");
    const wait = "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, process.env.SLOW ? 1000 : 0)";
    writeFileSync(
      path("slow/briefing.ts"),
      source.replace("({ total:", `(${wait}, { total:`).replace('"2018/19" }) })', '"2018/19" }) })'),
    );
    for (const file of ["cases.hbs", "cases.csv"]) writeFileSync(path(`slow/${file}`), readFileSync(path(file)));
    const building = start(["build", "slow/briefing.ts", "-e", "area", "-f", "html", "--out", "shared", "--force"], {
      SLOW: "1",
    });
    await until(() => existsSync(path("shared/.briefwright.lock")));
    const during = await enqueue({ ...places, args: ["--force"] });
    building.child.kill("SIGKILL");
    await building.ended;
    expect([during.exitCode, during.stderr]).toEqual([
      75,
      expect.stringContaining("Another run writes into the folder"),
    ]);
    // The lock of one that was killed is none.
    expect(eventsOf(await enqueue({ ...places, args: ["--force"] }))).toMatchObject([{ status: "enqueued" }]);
  });

  it("leaves areas of another set to its workers where two share a queue, and says so", async () => {
    const one = { out: "one", work: "work-one", args: ["--queue", "both"] };
    const two = { out: "two", work: "work-two", args: ["--queue", "both"] };
    await enqueue(one);
    await enqueue(two);
    const args = ["--queue", "both", "--drain"];
    const workers = [worker({ ...one, args }), worker({ ...two, args })];
    expect(await Promise.all(workers.map(({ ended }) => ended))).toEqual([0, 0]);
    expect(contentOf("one")).toEqual(contentOf("whole"));
    expect(contentOf("two")).toEqual(contentOf("whole"));
    const said = workers.flatMap((each) => each.said);
    expect(said.some((each) => codesOf(each).includes("queue-shared"))).toBe(true);
    expect(said.filter(({ event }) => event === "failed" || event === "again")).toEqual([]);
  });

  it("takes of a job which area, and nothing else that stands in it", async () => {
    const places = { out: "tampered", work: "work-tampered" };
    await enqueue(places);
    const { run } = JSON.parse(readFileSync(path("work-tampered/current.json"), "utf8")) as { readonly run: string };
    const evil = path("evil.ts");
    writeFileSync(
      evil,
      `import { writeFileSync } from "node:fs"; writeFileSync(${JSON.stringify(path("owned"))}, ""); export default {};`,
    );
    const extra = { module: evil, parameters: { area: "../../x" }, out: path("elsewhere"), work: path("elsewhere") };
    const jobs: readonly unknown[] = [
      { run, index: 0, name: "area-aa", ...extra },
      { run, index: 0, name: "../../escaped", ...extra },
      { run, index: 0, name: "area-ab" },
      { run, index: 99, name: "area-aa" },
      { run, index: -1, name: "__proto__" },
      { run: `../plans/${run}`, index: 0, name: "area-aa" },
      { run: { toString: 1 }, index: {}, name: [] },
      null,
      "text",
    ];
    await inQueue("briefing", async (queue) => {
      for (const [at, data] of jobs.entries()) await queue.add("area", data, { jobId: `evil-${at}`, attempts: 1 });
      await queue.add("steward", { run: "0123456789abcdef" }, { jobId: "evil-steward" });
      await queue.add("surprise", { run }, { jobId: "evil-surprise" });
    });
    const { said, ended } = worker({ ...places, args: ["--drain"] });
    expect(await ended).toBe(0);
    expect(contentOf("tampered")).toEqual(contentOf("whole"));
    expect(said.find(({ event }) => event === "finished")).toMatchObject({ written: total, failed: [] });
    for (const file of ["owned", "elsewhere", "escaped", "../escaped.html"]) expect(existsSync(path(file))).toBe(false);
  });

  it("ends at once when it is told to though Redis is gone, and says that it could not tell it", async () => {
    const places = { out: "gone", work: "work-gone", args: ["--queue", "gone"] };
    await enqueue(places);
    const one = worker({ ...places, args: [...places.args, "--rate", "2/1", "--grace", "100"] });
    await one.until((said) => namesOf(said, "written").length > 0);
    await redis.kill();
    try {
      await one.until((said) => said.some((each) => codesOf(each).includes("queue-unavailable")));
      const began = performance.now();
      one.child.kill("SIGTERM");
      expect([await one.ended, one.errors()]).toEqual([75, expect.not.stringContaining("--grace")]);
      expect(performance.now() - began).toBeLessThan(60_000);
      expect(JSON.stringify(one.said.at(-1))).toMatch(/queue-unavailable.*this worker ends without it/);
    } finally {
      await redis.start();
    }
    expect(await worker({ ...places, args: [...places.args, "--drain", "--patience", "3"] }).ended).toBe(0);
    expect(contentOf("gone")).toEqual(contentOf("whole"));
  });

  it("leaves a plan to the queue that it was enqueued to, and says which that is", async () => {
    const places = { out: "other-queue", work: "work-other-queue" };
    await enqueue({ ...places, args: ["--queue", "right"] });
    const wrong = worker({ ...places, args: ["--queue", "wrong"] });
    await wrong.until((said) => namesOf(said, "refused").length > 0);
    expect(wrong.said.find(({ event }) => event === "refused")).toMatchObject({
      diagnostics: [
        {
          code: "queue-differs",
          message: expect.stringMatching(/to the queue "right".*of the queue "wrong"/),
          hint: "Start this worker with --queue right.",
        },
      ],
    });
    const again = await enqueue({ ...places, args: ["--queue", "wrong"] });
    expect([again.exitCode, again.stderr]).toEqual([75, expect.stringContaining('is under way in the queue "right"')]);
    expect(await worker({ ...places, args: ["--queue", "right", "--drain"] }).ended).toBe(0);
    expect(contentOf("other-queue")).toEqual(contentOf("whole"));
    expect(namesOf(wrong.said, "written")).toEqual([]);
  });

  it("leaves a plan whose output is elsewhere, and ends one whose end was broken off", async () => {
    const places = { out: "right-place", work: "work-right-place", args: ["--queue", "place"] };
    await enqueue(places);
    const wrong = worker({ ...places, out: "wrong-place" });
    await wrong.until((said) => namesOf(said, "refused").length > 0);
    expect(wrong.said.find(({ event }) => event === "refused")).toMatchObject({
      diagnostics: [{ code: "output-differs", hint: expect.stringContaining("--out of the plan") }],
    });
    const current = path("work-right-place/current.json");
    const running = readFileSync(current);
    expect(await worker({ ...places, args: [...places.args, "--drain"] }).ended).toBe(0);
    expect(contentOf("right-place")).toEqual(contentOf("whole"));
    expect([namesOf(wrong.said, "written"), existsSync(path("wrong-place"))]).toEqual([[], false]);
    // As it is left by who ends between the mark's removal and the last word.
    writeFileSync(current, running);
    const after = worker({ ...places, args: [...places.args, "--drain"] });
    expect(await after.ended).toBe(0);
    expect(namesOf(after.said, "refused")).toEqual([]);
    expect(JSON.parse(readFileSync(current, "utf8"))).toMatchObject({ state: "finished" });
  });

  it("says that Redis has forgotten what it was given, also where nobody is left who gave it", async () => {
    const places = { out: "forgotten", work: "work-forgotten", args: ["--queue", "forgotten"] };
    await enqueue(places);
    const first = worker({ ...places, args: [...places.args, "--rate", "2/1"] });
    await first.until((said) => namesOf(said, "written").length > 0);
    await endAll();
    expect(first.said.flatMap(codesOf)).toEqual([]);
    await inQueue("forgotten", async (queue) => (await queue.client).flushall());
    const second = worker({ ...places, args: [...places.args, "--drain"] });
    expect(await second.ended).toBe(0);
    expect(second.said.flatMap(codesOf)).toContain("queue-forgot");
    expect(contentOf("forgotten")).toEqual(contentOf("whole"));
  });
});

async function until(isIt: () => boolean): Promise<void> {
  while (!isIt()) await setTimeout(10);
}
