import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { createRecentMap } from "../../../src/claims/select/recent-map.ts";

it("holds nothing of the questions that it let go of but that they were asked", () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const map = createRecentMap<{ key: string }>(20_000);
  const question = (area: number) => JSON.stringify({ area, asked: Array.from({ length: 200 }, (_, at) => at) });
  const heap = () => {
    collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  const before = heap();
  for (let area = 0; area < 20_000; area += 1) map.set(question(area), { key: "" });
  expect(heap() - before).toBeLessThan(8);
  // Asked again, it is held for long.
  map.set(question(7), { key: "again" });
  for (let area = 20_000; area < 30_000; area += 1) map.set(question(area), { key: "" });
  expect(map.get(question(7))).toEqual({ key: "again" });
});
