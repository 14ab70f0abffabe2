import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { flagsOfChild } from "../../src/batch/index.ts";

/** Lets a young generation grow as far as it may, and prints its size, MB. */
const grows = `
  const kept = [];
  for (let index = 0; index < 3_000_000; index += 1) kept[index % 200_000] = { index };
  const young = require("node:v8").getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space");
  console.log(Math.round(young.space_size / 2 ** 20));
`;

test("a process of a batch keeps little that is young", () => {
  const sizeWith = (flags: readonly string[]) =>
    Number(spawnSync(process.execPath, [...flags, "-e", grows], { encoding: "utf8" }).stdout);
  expect(sizeWith([])).toBeGreaterThan(16);
  expect(sizeWith(flagsOfChild(512))).toBeLessThanOrEqual(8);
});

test("a process of a batch optimises later", () => {
  expect(flagsOfChild(512).join(" ")).toMatch(/--(interrupt-budget|invocation-count-for-turbofan)=/);
});
