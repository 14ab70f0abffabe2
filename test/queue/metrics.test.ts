import { stat } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/index.ts";
import { measuredStore } from "../../src/queue/measured-store.ts";
import { createMetrics } from "../../src/queue/metrics.ts";
import { serveMetrics } from "../../src/queue/serve-metrics.ts";
import { folderStore } from "../../src/store/index.ts";

describe("the numbers of a worker", () => {
  it("are in the text form of Prometheus: counters, histograms that add up, gauges", () => {
    const metrics = createMetrics();
    for (const result of ["made", "made", "failed"]) metrics.count("briefwright_briefings_total", { result });
    for (const seconds of [0.004, 0.2, 0.2, 70])
      metrics.observe("briefwright_briefing_seconds", seconds, { result: "made" });
    const text = metrics.format([
      { name: "briefwright_queue_jobs", help: "Jobs.", values: [{ labels: { state: 'a "b"\n\\c' }, value: 3 }] },
    ]);
    const lines = text.split("\n");
    expect(lines).toContain('briefwright_briefings_total{result="made"} 2');
    expect(lines).toContain('briefwright_briefings_total{result="failed"} 1');
    const buckets = lines.filter((line) => line.startsWith("briefwright_briefing_seconds_bucket"));
    expect(buckets.map((line) => Number(line.split(" ").at(-1)))).toEqual([1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3, 3, 3, 4]);
    expect(lines).toContain('briefwright_briefing_seconds_count{result="made"} 4');
    expect(lines).toContain('briefwright_queue_jobs{state="a \\"b\\"\\n\\\\c"} 3');
    expect(text.endsWith("\n")).toBe(true);
  });

  it("count requests to stores, those that fail too", async () => {
    const metrics = createMetrics();
    const store = measuredStore(folderStore("/proc/nothing-here"), { which: "out", metrics, onSlow: () => undefined });
    await store.head("a.html");
    await store.write("a.html", "").catch(() => undefined);
    const text = metrics.format([]);
    expect(text).toContain('briefwright_store_requests_total{store="out",operation="head",outcome="done"} 1');
    expect(text).toContain('briefwright_store_requests_total{store="out",operation="write",outcome="error"} 1');
  });

  it("come with a word on a store that takes long to answer, while it does", async () => {
    const said: Diagnostic[] = [];
    const own = folderStore("/proc/nothing-here");
    const late = { ...own, head: async () => void (await setTimeout(60)) };
    const onSlow = (diagnostic: Diagnostic) => said.push(diagnostic);
    const store = measuredStore(late, { which: "out", metrics: createMetrics(), onSlow, slow: 0.02 });
    await store.read("b.html");
    expect(said).toEqual([]);
    await store.head("a.html");
    expect(said).toMatchObject([{ code: "store-slow", source: { file: "/proc/nothing-here/a.html" } }]);
  });

  it("say nothing of a store whose answer is there, and that this process was too busy or frozen to hear", async () => {
    const said: Diagnostic[] = [];
    const own = folderStore("/proc/nothing-here");
    // An answer over a network is heard piece by piece.
    const answered = {
      ...own,
      async head() {
        for (let pieces = 0; pieces < 3; pieces += 1) await stat("/proc");
        return undefined;
      },
    };
    const onSlow = (diagnostic: Diagnostic) => said.push(diagnostic);
    const store = measuredStore(answered, { which: "out", metrics: createMetrics(), onSlow, slow: 0.1 });
    const asked = store.head("a.html");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600);
    await asked;
    expect(said).toEqual([]);
  });

  it("are served at /metrics alone, and to this machine", async () => {
    let isBroken = false;
    const server = await serveMetrics({ host: "127.0.0.1", port: 0 }, () =>
      isBroken ? Promise.reject(new Error("no Redis")) : Promise.resolve("a 1\n"),
    );
    try {
      const answer = await fetch(server.address);
      expect([answer.status, answer.headers.get("content-type"), await answer.text()]).toEqual([
        200,
        "text/plain; version=0.0.4; charset=utf-8",
        "a 1\n",
      ]);
      expect((await fetch(new URL("/", server.address))).status).toBe(404);
      isBroken = true;
      expect((await fetch(server.address)).status).toBe(503);
    } finally {
      server.close();
    }
  });
});
