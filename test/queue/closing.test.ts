import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { startQueueWorker, type WorkerEvent, watchRun } from "briefwright/queue";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { enqueuePlan } from "../../src/queue/index.ts";
import { folderStore } from "../../src/store/index.ts";
import { laterErrorsOf } from "../support/diagnostics-of.ts";
import { describeWith, freePort, useRedis } from "../support/servers.ts";

const folder = mkdtempSync(join(tmpdir(), "briefwright-closing-"));
const [out, work] = [folderStore(join(folder, "out")), folderStore(join(folder, "work"))];
const sockets = new Set<Socket>();
let servers: Server[] = [];
let unhandled: unknown[] = [];
const hear = (reason: unknown): void => {
  unhandled.push(reason);
};
beforeEach(() => {
  unhandled = [];
  process.on("unhandledRejection", hear);
});
afterEach(() => {
  process.off("unhandledRejection", hear);
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
  servers = [];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Listens, and ends with the test. */
async function listen(port: number, take: (socket: Socket) => void): Promise<void> {
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    take(socket);
  });
  servers.push(server);
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
}

const urlOf = (port: number): string => `redis://127.0.0.1:${port}`;
const startAt = (port: number, onEvent: (event: WorkerEvent) => void = () => undefined) =>
  startQueueWorker({ ...{ queue: "briefing", redis: urlOf(port), out, work, onEvent }, module: pathToFileURL(folder) });
/** So late comes what closing brings about. */
const aftermath = () => delay(300);

describeWith(["redis-server"], "a connection that is closed before it is ready", () => {
  const redis = useRedis();

  /** A way to Redis on which what takes jobs waits for the last answer that makes its connection ready. */
  async function holdTakers() {
    const port = await freePort();
    const held: (() => void)[] = [];
    let seen = (): void => undefined;
    const isHeld = new Promise<void>((resolve) => {
      seen = resolve;
    });
    await listen(port, (client) => {
      const server = connect(redis.port, "127.0.0.1");
      sockets.add(server);
      server.on("error", () => undefined);
      let [isTaker, infos] = [false, 0];
      client.on("data", (data: Buffer) => {
        // Of the connections of a worker this one has a name; the first time, it asks whether Redis has read all its data.
        isTaker ||= data.includes("setname");
        if (data.includes("info")) infos += 1;
        server.write(data);
        if (isTaker && infos > 1) seen();
      });
      server.on("data", (data: Buffer) => {
        if (isTaker && infos > 1) held.push(() => client.write(data));
        else client.write(data);
      });
      client.on("end", () => server.end());
      server.on("end", () => client.end());
    });
    return {
      port,
      isHeld,
      release(): void {
        for (const write of held.splice(0)) write();
      },
    };
  }

  it("is waited for where Redis answers", async () => {
    const { port, isHeld, release } = await holdTakers();
    const told: WorkerEvent[] = [];
    const worker = await startAt(port, (event) => told.push(event));
    await isHeld;
    const ending = worker.stop();
    const releasing = setInterval(release, 300);
    expect(await ending).toEqual({ isTold: true });
    await aftermath();
    clearInterval(releasing);
    expect([unhandled, told.filter(({ event }) => event === "trouble")]).toEqual([[], []]);
  });

  it("ends without a word where Redis is silent", async () => {
    const { port, isHeld } = await holdTakers();
    const worker = await startAt(port);
    await isHeld;
    redis.pause();
    try {
      expect(await worker.stop()).toEqual({ isTold: false });
      await aftermath();
    } finally {
      redis.resume();
    }
    expect(unhandled).toEqual([]);
  });
});

describe("a connection that was never ready", () => {
  /** Whoever tried in vain before is heard, and gets no answer. */
  async function becomeSilent(port: number, connections: number): Promise<void> {
    let heard = 0;
    await listen(port, (socket) => {
      socket.resume();
      heard += 1;
    });
    while (heard < connections) await delay(10);
  }

  it("ends without a word where a worker is stopped", async () => {
    const port = await freePort();
    const told: WorkerEvent[] = [];
    const worker = await startAt(port, (event) => told.push(event));
    while (!told.some(({ event }) => event === "trouble")) await delay(10);
    await becomeSilent(port, 3);
    expect(await worker.stop()).toEqual({ isTold: false });
    await aftermath();
    expect(unhandled).toEqual([]);
  });

  it.each(["refuses", "is silent"])("ends without a word where a run is watched no more and Redis %s", async (how) => {
    const port = await freePort();
    const watching = new AbortController();
    const run = { queue: "briefing", redis: urlOf(port), work, run: "0123456789abcdef", total: 1 };
    const states = watchRun({ ...run, signal: watching.signal });
    expect((await states.next()).value).toMatchObject({ kind: "unavailable" });
    if (how === "is silent") await becomeSilent(port, 1);
    watching.abort();
    await expect(states.next()).rejects.toThrow("aborted");
    await aftermath();
    expect(unhandled).toEqual([]);
  });

  it("ends where briefings are enqueued, and whoever does it is told", async () => {
    const port = await freePort();
    await becomeSilent(port, 0);
    const toSend = (): never => {
      throw new Error("Nothing is sent.");
    };
    const plan = { items: [], contentKeys: () => undefined, toSend, edition: undefined, title: "Areas", lang: "en" };
    const to = { queue: "briefing", redis: urlOf(port), out, work, module: "areas.ts", code: "", dataFiles: [] };
    expect(await laterErrorsOf(() => enqueuePlan(plan, { ...to, formats: [] }))).toMatchObject([
      { code: "queue-unavailable", message: expect.stringContaining("it does not answer") },
    ]);
    await aftermath();
    expect(unhandled).toEqual([]);
  });
});
