import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { expect, it } from "vitest";

const file = fileURLToPath(new URL("../../src/launch/young-generation.ts", import.meta.url));
const { code } = transformSync(readFileSync(file, "utf8"), { loader: "ts", format: "esm" });

/** The young generation of a process of its own that makes garbage and keeps much of it, MB. */
const sizeAfter = (begin: string) => {
  const work = `
    let kept = [];
    for (let round = 0; round < 60; round += 1) {
      for (let each = 0; each < 40_000; each += 1) kept.push({ round, each });
      if (round % 10 === 9) kept = [];
    }
    const young = process.getBuiltinModule?.("node:v8") ?? (await import("node:v8"));
    console.log(young.getHeapSpaceStatistics().find((space) => space.space_name === "new_space").space_size / 2 ** 20);`;
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", `${code}\n${begin}\n${work}`], {
    encoding: "utf8",
  });
  return Number(said);
};

it("keeps the young generation at twice 8 MB, where it would have grown on", () => {
  expect(sizeAfter("")).toBeGreaterThan(16);
  expect(sizeAfter("for (const { set } of growYoungGeneration()) setFlagsFromString(set);")).toBe(16);
});
