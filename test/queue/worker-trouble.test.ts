import { describe, expect, it } from "vitest";
import type { RedisClient } from "../../src/queue/bullmq.ts";
import { createTrouble, examineRedis, isLostJob, lostJobOf, troubleOf } from "../../src/queue/worker-trouble.ts";

const redis = "redis://:secret@127.0.0.1:6379";
/** A Redis of which only the clock and what it says of its memory is asked. */
const answering = (secondsAhead: number, memory: string) =>
  ({
    time: () => Promise.resolve([String(Math.floor(Date.now() / 1000) - secondsAhead), "0"]),
    info: () => Promise.resolve(`# Memory\r\nused_memory:1\r\n${memory}`),
  }) as unknown as RedisClient;
const codesOf = async (client: RedisClient) => (await examineRedis(client, redis)).map(({ code }) => code);

describe("what a worker says of Redis", () => {
  it("is that it throws keys out, where it may", async () => {
    const full = (policy: string) => `maxmemory:1000\r\nmaxmemory_policy:${policy}\r\n`;
    expect(await codesOf(answering(0, full("noeviction")))).toEqual([]);
    expect(await codesOf(answering(0, full("allkeys-lru")))).toEqual(["queue-evicts"]);
    // Without a limit there is nothing to make room for.
    expect(await codesOf(answering(0, "maxmemory:0\r\nmaxmemory_policy:allkeys-lru\r\n"))).toEqual([]);
  });

  it("is that clocks are apart by more than a minute, and no password", async () => {
    expect(await codesOf(answering(50, "maxmemory:0\r\n"))).toEqual([]);
    expect(await examineRedis(answering(7200, "maxmemory:0\r\n"), redis)).toMatchObject([
      { code: "clock-differs", message: "The clock of this machine is 2 h ahead of that of Redis." },
    ]);
    const [late] = await examineRedis(answering(-180, "maxmemory:0\r\n"), redis);
    expect(late?.message).toContain("3 min behind");
    expect(JSON.stringify(late)).not.toContain("secret");
  });

  it("is told by its name, whatever it answers", () => {
    const reply = (message: string) => Object.assign(new Error(message), { name: "ReplyError" });
    for (const error of [
      reply("OOM command not allowed when used memory > 'maxmemory'."),
      reply("NOAUTH Authentication required."),
      reply("MOVED 3999 127.0.0.1:6381"),
      reply("READONLY You can't write against a read only replica."),
      new Error("Connection is closed."),
      Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:6379"), { code: "ECONNREFUSED" }),
    ]) {
      expect(troubleOf(error, redis)).toMatchObject([
        { code: "queue-unavailable", source: { file: "redis://127.0.0.1:6379" } },
      ]);
      expect(troubleOf(error, redis)[0]?.message).toContain(error.message.replace(/\.$/, ""));
    }
    expect(troubleOf(new TypeError("x is not a function"), redis)).toMatchObject([{ code: "unexpected-error" }]);
  });

  it("knows a job that it has no longer", () => {
    const lost = [
      "could not renew lock for job run-3",
      "Missing lock for job run-3. moveToFinished",
      "Missing key for job run-3. x",
    ];
    expect(lost.map((message) => [isLostJob(new Error(message)), lostJobOf(new Error(message))])).toEqual(
      lost.map(() => [true, "run-3"]),
    );
    expect(isLostJob(new Error("Connection is closed."))).toBe(false);
  });

  it("is said once of each kind until it is over", () => {
    const said: string[] = [];
    const trouble = createTrouble({
      trouble: (diagnostics) => said.push(...diagnostics.map(({ code }) => code)),
      recovered: () => said.push("recovered"),
    });
    const of = (code: "queue-unavailable" | "store-unavailable") => [{ code, severity: "error", message: "" } as const];
    trouble.over();
    for (const code of ["queue-unavailable", "store-unavailable", "queue-unavailable"] as const) trouble.tell(of(code));
    trouble.over();
    trouble.over();
    trouble.tell(of("queue-unavailable"));
    expect(said).toEqual(["queue-unavailable", "store-unavailable", "recovered", "queue-unavailable"]);
  });
});
