import { cpSync } from "node:fs";
import { createRequire } from "node:module";
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { afterEach, beforeAll, expect, it } from "vitest";
import { describeWith, useS3 } from "../support/servers.ts";
import { isDeep } from "../support/trials.ts";
import { areas, eventsOf, namesOf, type Places, type RunningWorker, useQueue } from "./use-queue.ts";

// `npm run faults:queue` tries many sequences of them, `npm run test:long` some.

/** A clock that is so many seconds ahead, or behind, in the process that has this in NODE_OPTIONS. */
const clockMoved = (seconds: number): string =>
  `--import=data:text/javascript,${encodeURIComponent(`const now = Date.now; Date.now = () => now() + ${seconds * 1000};`)}`;

const day = 86_400;

const faults = [
  "redis",
  "worker",
  "frozen-worker",
  "store",
  "slow-store",
  "clock-ahead",
  "clock-behind",
  "lost-jobs",
  "told-to-end",
] as const;
type Fault = (typeof faults)[number];

/** Each of these once, whatever is drawn. */
const each: readonly Fault[] = isDeep
  ? faults
  : ["redis", "worker", "store", "frozen-worker", "clock-ahead", "lost-jobs"];

describeWith(["redis-server", "versitygw"], "a queue whose parts fail", () => {
  const s3 = useS3();
  const { redis, give, build, enqueue, worker, endAll, contentOf, path } = useQueue();
  afterEach(endAll);
  const total = 16;
  let turn = 0;
  beforeAll(async () => {
    give(areas(total));
    expect((await build("whole")).exitCode).toBe(0);
  });

  /** Does it to a run that is under way, and says what there is to be heard of it. */
  async function happen(
    fault: Fault,
    { places, workers }: { places: Places; workers: RunningWorker[] },
  ): Promise<void> {
    const [one] = workers.filter(({ child }) => child.exitCode === null && child.signalCode === null);
    const args = ["--patience", "3"];
    const another = (env: Readonly<Record<string, string>> = {}) =>
      workers.push(worker({ ...places, args, env: { ...places.env, ...env } }));
    switch (fault) {
      case "redis":
        await redis.kill();
        await setTimeout(700);
        await redis.start();
        return;
      case "lost-jobs": {
        const { Redis } = createRequire(import.meta.url)("ioredis") as {
          readonly Redis: new (url: string) => { flushall(): Promise<unknown>; disconnect(): void };
        };
        const client = new Redis(redis.url);
        await client.flushall();
        client.disconnect();
        return;
      }
      case "worker":
        one?.child.kill("SIGKILL");
        another();
        return;
      case "frozen-worker":
        // Others take its areas, and then it goes on with them.
        one?.child.kill("SIGSTOP");
        await setTimeout(6000);
        one?.child.kill("SIGCONT");
        return;
      case "told-to-end":
        one?.child.kill("SIGTERM");
        another();
        return;
      case "store":
        await s3.kill();
        await setTimeout(1500);
        await s3.start();
        return;
      case "slow-store":
        s3.pause();
        await setTimeout(2500);
        s3.resume();
        return;
      case "clock-ahead":
        another({ NODE_OPTIONS: clockMoved(day) });
        return;
      case "clock-behind":
        another({ NODE_OPTIONS: clockMoved(-day) });
        return;
    }
  }

  it("loses nothing, makes nothing twice, and says what was wrong", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...faults), fc.nat(total - 4)), { minLength: 1, maxLength: isDeep ? 4 : 2 }),
        async (planned) => {
          turn += 1;
          const bucket = `run-${turn}`;
          const places = { out: s3.bucket(bucket), work: s3.bucket(`${bucket}-work`), env: s3.env };
          const enqueued = await enqueue({ ...places, args: ["--attempts", "20"] });
          expect([enqueued.exitCode, eventsOf(enqueued)]).toMatchObject([0, [{ status: "enqueued" }]]);
          const args = ["--patience", "3"];
          const workers = [worker({ ...places, args }), worker({ ...places, args })];
          const saidByAll = () => workers.flatMap(({ said }) => said);
          for (const [fault, after] of planned) {
            for (let waited = 0; waited < 60_000 && namesOf(saidByAll(), "written").length < after; waited += 20)
              await setTimeout(20);
            await happen(fault, { places, workers });
          }
          for (let waited = 0; waited < 120_000 && namesOf(saidByAll(), "finished").length === 0; waited += 50)
            await setTimeout(50);
          expect(namesOf(saidByAll(), "finished").length, JSON.stringify(saidByAll())).toBeGreaterThan(0);
          await endAll();
          cpSync(`${s3.folder}/buckets/${bucket}`, path(bucket), { recursive: true });
          expect(contentOf(bucket)).toEqual(contentOf("whole"));
          // Nobody failed for what went by.
          expect(namesOf(saidByAll(), "failed")).toEqual([]);
          const codes = saidByAll()
            .filter(({ event }) => event === "trouble" || event === "again")
            .flatMap(({ diagnostics }) =>
              (diagnostics as readonly { readonly code: string }[]).map(({ code }) => code),
            );
          expect(
            codes.filter((code) => !["queue-unavailable", "store-unavailable", "unexpected-error"].includes(code)),
          ).toEqual([]);
          expect(eventsOf(await enqueue(places))).toMatchObject([{ status: "unchanged" }]);
        },
      ),
      {
        // Those that are named below, and as many that are drawn.
        numRuns: each.length + (isDeep ? 25 : 1),
        examples: each.map((fault) => [[[fault, 3]]] as [[Fault, number][]]),
        endOnFailure: true,
      },
    );
  }, 3_600_000);
});
