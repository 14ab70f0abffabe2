import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterEach, beforeAll, expect, it } from "vitest";
import { describeWith, useS3 } from "../support/servers.ts";
import { areas, eventsOf, namesOf, useQueue } from "./use-queue.ts";

interface FailedJob {
  readonly name: string;
  readonly data: { readonly name: string };
  readonly failedReason: string;
}

describeWith(["redis-server"], "a queue", () => {
  const { redis, path, give, build, enqueue, worker, endAll, contentOf, runBuilt } = useQueue();
  afterEach(endAll);
  const total = 12;
  const values = areas(total);
  beforeAll(async () => {
    give(values);
    expect((await build("whole")).exitCode).toBe(0);
  });

  /** What BullMQ itself says of a queue. */
  async function failedJobs(queue: string): Promise<readonly FailedJob[]> {
    const { Queue } = createRequire(import.meta.url)("bullmq") as {
      readonly Queue: new (
        name: string,
        options: object,
      ) => { getFailed(): Promise<readonly FailedJob[]>; close(): Promise<void> };
    };
    const opened = new Queue(queue, { connection: { url: redis.url }, prefix: "briefwright" });
    const failed = await opened.getFailed();
    await opened.close();
    return failed;
  }

  it("writes by two worker processes the bytes that one process writes without it", async () => {
    const places = { out: "two", work: "work-two" };
    const first = eventsOf(await enqueue(places));
    expect(first).toMatchObject([{ event: "enqueued", status: "enqueued", total }]);
    // The same again, before anybody has begun.
    expect(eventsOf(await enqueue(places))).toMatchObject([{ status: "underway", run: first[0]?.run }]);
    const workers = [worker({ ...places, args: ["--drain"] }), worker({ ...places, args: ["--drain"] })];
    expect(await Promise.all(workers.map(({ ended }) => ended))).toEqual([0, 0]);
    expect(contentOf("two")).toEqual(contentOf("whole"));
    const made = workers.flatMap(({ said }) => namesOf(said, "written"));
    expect([made.length, new Set(made).size]).toEqual([total, total]);
    expect(workers.map(({ said }) => namesOf(said, "written").length > 0)).toEqual([true, true]);
    expect(eventsOf(await enqueue(places))).toMatchObject([{ status: "unchanged" }]);
  });

  it("makes again only what is made from other cells, as a local batch does", async () => {
    const places = { out: "again", work: "work-again" };
    await enqueue(places);
    await worker({ ...places, args: ["--drain"] }).ended;
    give({ ...values, "Area AC": 7 });
    await build("changed");
    expect(eventsOf(await enqueue(places))).toMatchObject([{ status: "enqueued" }]);
    const { said, ended } = worker({ ...places, args: ["--drain"] });
    expect(await ended).toBe(0);
    give(values);
    expect(namesOf(said, "written")).toEqual(["area-ac"]);
    expect(namesOf(said, "unchanged")).toHaveLength(total - 1);
    expect(contentOf("again")).toEqual(contentOf("changed"));
  });

  it("tells of the figures of an earlier edition that are others now, as a local batch does", async () => {
    const [module, template] = ["briefing.ts", "cases.hbs"].map((file) => readFileSync(path(file), "utf8"));
    writeFileSync(path("corrected.hbs"), `${template}\n{{#corrections}}<h2>Corrections</h2>{{/corrections}}`);
    writeFileSync(path("corrected.ts"), `${module}`.replace("cases.hbs", "corrected.hbs"));
    const batch = ["corrected.ts", "-e", "area", "-f", "html"];
    expect((await runBuilt(["build", ...batch, "--out", "first"])).exitCode).toBe(0);
    give({ ...values, "Area AC": 7 });
    const corrected = ["--corrects", "first"];
    expect((await runBuilt(["build", ...batch, "--out", "second", ...corrected])).exitCode).toBe(0);
    const places = { out: "second-queued", work: "work-second", module: "corrected.ts" };
    expect(eventsOf(await enqueue({ ...places, args: corrected }))).toMatchObject([{ status: "enqueued" }]);
    expect(await worker({ ...places, args: ["--drain"] }).ended).toBe(0);
    give(values);
    expect(contentOf("second-queued")).toEqual(contentOf("second"));
    expect(contentOf("second")["area-ac.html"]).toMatch(/<td[^>]*>.*22.*<\/td>/u);
    expect(contentOf("second")["area-ab.html"]).not.toContain("<td");
    const none = await enqueue({ ...places, args: ["--corrects", "nowhere"] });
    expect([none.exitCode, none.stderr]).toEqual([2, expect.stringContaining("nowhere")]);
  });

  it("removes what is gone, and what somebody took away is made again", async () => {
    const places = { out: "fewer", work: "work-fewer" };
    const { "Area AL": _, ...fewer } = values;
    await enqueue(places);
    await worker({ ...places, args: ["--drain"] }).ended;
    give(fewer);
    await build("fewer-whole");
    writeFileSync(path("fewer/area-ab.html"), "somebody else's");
    await enqueue(places);
    await worker({ ...places, args: ["--drain"] }).ended;
    give(values);
    expect(contentOf("fewer")).toEqual(contentOf("fewer-whole"));
  });

  it("puts an area that cannot be made into the failed set, with its diagnostics, and makes the others", async () => {
    const module = "poisoned.ts";
    const source = readFileSync(path("briefing.ts"), "utf8");
    writeFileSync(
      path(module),
      source.replace(
        "claims: ({ cases, area }) => ({",
        'claims: ({ cases, area }) => area.id === "area-ad" ? (() => { throw new Error("a poisoned well"); })() : ({',
      ),
    );
    const places = { out: "poisoned", work: "work-poisoned", module };
    await enqueue(places);
    const { said, ended } = worker({ ...places, args: ["--drain"] });
    expect(await ended).toBe(0);
    expect(namesOf(said, "failed")).toEqual(["area-ad"]);
    expect(namesOf(said, "written")).toHaveLength(total - 1);
    const failed = await failedJobs("poisoned");
    expect(failed.map(({ data }) => data.name)).toEqual(["area-ad"]);
    expect(failed[0]?.failedReason).toContain("a poisoned well");
    const local = await runBuilt(["build", module, "-e", "area", "-f", "html", "--out", "poisoned-whole"]);
    expect(local.exitCode).toBe(1);
    expect(contentOf("poisoned")).toEqual(contentOf("poisoned-whole"));
    // Enqueued again, it is tried again.
    const waiting = enqueue({ ...places, args: ["--wait"] });
    const again = worker(places);
    const { exitCode, stderr } = await waiting;
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining("a poisoned well")]);
    expect(namesOf(again.said, "failed")).toEqual(["area-ad"]);
  });

  it("says in a job which area, and nothing of the data; in Redis no hash of it", async () => {
    const places = { out: "said", work: "work-said" };
    give({ "Area AA": 987_654_321, "Area AB": 12 });
    await enqueue(places);
    const taking = worker(places);
    await taking.until((said) => namesOf(said, "finished").length > 0);
    give(values);
    await redis.kill();
    const kept = readFileSync(`${redis.folder}/appendonlydir/appendonly.aof.1.incr.aof`, "latin1");
    await redis.start();
    expect(kept).toContain("area-ab");
    expect(kept).not.toMatch(/987.?654.?321/);
    const hashes = kept.match(/\b[0-9a-f]{64}\b/g) ?? [];
    expect(hashes).toEqual([]);
  });

  it("finishes what it is at when it is told to end, and another goes on", async () => {
    const places = { out: "told", work: "work-told" };
    await enqueue(places);
    const first = worker(places);
    await first.until((said) => namesOf(said, "written").length > 1);
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(0);
    const made = namesOf(first.said, "written");
    const second = worker({ ...places, args: ["--drain"] });
    expect(await second.ended).toBe(0);
    expect(namesOf(second.said, "again").concat(namesOf(first.said, "again"))).toEqual([]);
    expect([...made, ...namesOf(second.said, "written")].sort()).toEqual(
      Object.keys(values).map((area) => area.toLowerCase().replace(" ", "-")),
    );
    expect(contentOf("told")).toEqual(contentOf("whole"));
  });

  it("refuses another plan while one is under way, and gives it the place when told to", async () => {
    const places = { out: "taken", work: "work-taken" };
    await enqueue(places);
    give({ ...values, "Area AA": 99 });
    await build("taken-whole");
    const refused = await enqueue(places);
    expect([refused.exitCode, refused.stderr]).toEqual([75, expect.stringContaining("folder-in-use")]);
    expect(eventsOf(await enqueue({ ...places, args: ["--replace"] }))).toMatchObject([{ status: "enqueued" }]);
    give(values);
    expect(await worker({ ...places, args: ["--drain"] }).ended).toBe(0);
    expect(contentOf("taken")).toEqual(contentOf("taken-whole"));
  });

  it("leaves a plan of another version or other files to other workers, and says so", async () => {
    mkdirSync(path("other"));
    for (const file of ["briefing.ts", "cases.hbs", "cases.csv"]) cpSync(path(file), path(`other/${file}`));
    const places = { out: "differs", work: "work-differs" };
    await enqueue(places);
    writeFileSync(path("other/cases.hbs"), `${readFileSync(path("cases.hbs"), "utf8")}<p>More</p>`);
    const other = worker({ ...places, module: "other/briefing.ts" });
    // What tests before it left in the queue is refused, too.
    await other.until((said) => JSON.stringify(said).includes("A template, a stylesheet, a font or an image"));
    const plan = JSON.parse(readFileSync(path("work-differs/current.json"), "utf8")) as { readonly run: string };
    const file = path(`work-differs/plans/${plan.run}.json`);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace(/"briefwright [^"]*"/, '"briefwright 99.0.0"'));
    const older = worker(places);
    await older.until((said) => /worker-differs.*it was made by briefwright 99\.0\.0/.test(JSON.stringify(said)));
    writeFileSync(file, text);
    // Elsewhere on this machine is no difference: to who enqueues it, and to who makes it.
    writeFileSync(path("other/cases.hbs"), readFileSync(path("cases.hbs"), "utf8"));
    const elsewhere = eventsOf(await enqueue({ ...places, module: "other/briefing.ts" }));
    expect(elsewhere).toMatchObject([{ status: "underway", run: plan.run }]);
    const same = worker({ ...places, module: "other/briefing.ts", args: ["--drain"] });
    expect(await same.ended).toBe(0);
    expect(contentOf("differs")).toEqual(contentOf("whole"));
  });

  it("keeps to a rate, and serves numbers", async () => {
    const places = { out: "slow", work: "work-slow" };
    await enqueue(places);
    const began = performance.now();
    const slow = worker({ ...places, args: ["--drain", "--rate", "4/1", "--metrics", "0"] });
    await slow.until((said) => namesOf(said, "ready").length > 0);
    const address = slow.said.find(({ event }) => event === "ready")?.metrics as string;
    await slow.until((said) => namesOf(said, "written").length > 3);
    const text = await (await fetch(address)).text();
    expect(text).toMatch(/^briefwright_briefings_total\{result="made"\} \d+$/m);
    expect(text).toMatch(/^briefwright_queue_jobs\{state="failed"\} 0$/m);
    expect(await slow.ended).toBe(0);
    // The steward counts too.
    expect(performance.now() - began).toBeGreaterThan(2000);
    expect(contentOf("slow")).toEqual(contentOf("whole"));
  });

  it("says at once that Redis does not answer", async () => {
    const gone = await enqueue({ out: "none", work: "work-none", env: { REDIS_URL: "redis://127.0.0.1:1" } });
    expect([gone.exitCode, gone.stderr]).toEqual([75, expect.stringContaining("queue-unavailable")]);
    const nowhere = await enqueue({ out: "none", work: "work-none", env: { REDIS_URL: "http://127.0.0.1" } });
    expect(nowhere.exitCode).toBe(2);
    const open = await enqueue({ out: "none", work: "none" });
    expect([open.exitCode, open.stderr]).toEqual([2, expect.stringContaining("are one place")]);
    const inside = await enqueue({ out: "none", work: "none/work" });
    expect([inside.exitCode, inside.stderr]).toEqual([2, expect.stringContaining("--work is in --out")]);
    const unnamed = await enqueue({ out: "none", work: "work-none", args: ["--queue", "a:b"] });
    expect([unnamed.exitCode, unnamed.stderr]).toEqual([2, expect.stringContaining("without a colon")]);
    const taken = worker({ out: "none", work: "work-none", args: ["--metrics", redis.url.replace("redis://", "")] });
    expect(await taken.ended).toBeGreaterThan(0);
    expect(taken.errors()).toContain("another program is there");
  });
});

describeWith(["redis-server", "versitygw"], "a queue over buckets", () => {
  const s3 = useS3();
  const { folder, give, build, enqueue, worker, endAll, contentOf } = useQueue();
  afterEach(endAll);

  it("writes the same bytes, manifest and index into a bucket", async () => {
    give(areas(6));
    await build("whole");
    const places = { out: s3.bucket("briefings"), work: s3.bucket("briefings-work"), env: s3.env };
    expect((await enqueue(places)).exitCode).toBe(0);
    const workers = [worker({ ...places, args: ["--drain"] }), worker({ ...places, args: ["--drain"] })];
    expect(await Promise.all(workers.map(({ ended }) => ended))).toEqual([0, 0]);
    cpSync(`${s3.folder}/buckets/briefings`, `${folder}/bucket`, { recursive: true });
    expect(contentOf("bucket")).toEqual(contentOf("whole"));
    expect(eventsOf(await enqueue(places))).toMatchObject([{ status: "unchanged" }]);
  });
});
