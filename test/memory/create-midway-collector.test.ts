import { constants, type PerformanceEntry, PerformanceObserver } from "node:perf_hooks";
import { setImmediate as turn } from "node:timers/promises";
import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { createMidwayCollector } from "../../src/memory/index.ts";

setFlagsFromString("--expose-gc");

/** Without what is so young that it is collected all the time. */
const oldMegabytes = () =>
  getHeapSpaceStatistics()
    .filter(({ space_name }) => !space_name.startsWith("new_"))
    .reduce((sum, { space_used_size }) => sum + space_used_size, 0) /
  2 ** 20;

/** What types of Node leave out of an entry. */
const isOfAll = (entry: PerformanceEntry & { detail?: { kind?: number } }): boolean =>
  entry.detail?.kind === constants.NODE_PERFORMANCE_GC_MAJOR;

/** More than as much again as is in use, and 64 MB: so much may be left lying. It is held, as V8 collects by itself what is not. */
function holdMuch(): { list: object[] } {
  const least = 2 * oldMegabytes() + 100;
  const held: { list: object[] } = { list: [] };
  while (oldMegabytes() < least) held.list.push(Array.from({ length: 100_000 }, (_, index) => ({ index })));
  return held;
}

test("what was let go of is collected before the work goes on", async () => {
  const collect = createMidwayCollector();
  const held = holdMuch();
  const left = oldMegabytes();
  held.list = [];
  await collect();
  expect(oldMegabytes()).toBeLessThan(left - 100);
  // What is counted for it to begin is not kept.
  await turn();
  expect(process.memoryUsage().rss / 2 ** 20).toBeLessThan(left + 1_000);
});

test("the work goes on as soon as V8 has looked, where all that is held is needed", async () => {
  const collect = createMidwayCollector();
  const kept = Array.from({ length: 2_000_000 }, (_, index) => ({ index, next: { index } }));
  // Of what was made beside it, nothing is left.
  runInNewContext("gc")();
  const used = oldMegabytes();
  let [isOver, hasLooked, turnsAfter] = [false, false, 0];
  const observer = new PerformanceObserver((list) => {
    hasLooked ||= list.getEntries().some(isOfAll);
  });
  observer.observe({ type: "gc" });
  const collected = collect().then(() => {
    isOver = true;
  });
  while (!isOver) {
    await turn();
    if (hasLooked) turnsAfter++;
  }
  observer.disconnect();
  await collected;
  // Where it gives up waiting, it has taken hundreds.
  expect(turnsAfter).toBeLessThan(10);
  expect(oldMegabytes()).toBeGreaterThan(used * 0.9);
  expect(kept).toHaveLength(2_000_000);
});

test("nobody waits where little was let go of", async () => {
  const collect = createMidwayCollector();
  let isTurned = false;
  setImmediate(() => {
    isTurned = true;
  });
  await collect();
  expect(isTurned).toBe(false);
});
