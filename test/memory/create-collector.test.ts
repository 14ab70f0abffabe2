import { getHeapSpaceStatistics } from "node:v8";
import { expect, test } from "vitest";
import { createCollector } from "../../src/memory/index.ts";

/** Without what is so young that it is collected all the time. */
const oldMegabytes = () =>
  getHeapSpaceStatistics()
    .filter(({ space_name }) => !space_name.startsWith("new_"))
    .reduce((sum, { space_used_size }) => sum + space_used_size, 0) /
  2 ** 20;

/** The most that a heap holds after one of some pieces of work, each of which leaves megabytes that lived long enough to be old. */
function mostAfter(pieces: number, collect: () => void): number {
  let most = 0;
  for (let piece = 0; piece < pieces; piece += 1) {
    const made = Array.from({ length: 100_000 }, (_, index) => ({ index, next: { piece } }));
    expect(made).toHaveLength(100_000);
    collect();
    most = Math.max(most, oldMegabytes());
  }
  return most;
}

test("V8 lets less garbage lie where it is told that there is much", () => {
  const kept = Array.from({ length: 500_000 }, (_, index) => ({ index, next: { index } }));
  const collect = createCollector();
  // By then it has seen what is kept.
  mostAfter(10, collect);
  const told = mostAfter(30, collect);
  const untold = mostAfter(30, () => undefined);
  expect(kept).toHaveLength(500_000);
  expect(told).toBeLessThan(untold - 15);
});
