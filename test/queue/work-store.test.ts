import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openWorkStore } from "../../src/queue/work-store.ts";
import { folderStore } from "../../src/store/index.ts";
import { laterErrorsOf } from "../support/diagnostics-of.ts";

const folder = mkdtempSync(join(tmpdir(), "briefwright-work-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const work = openWorkStore(folderStore(folder));
const items = [["ash", { area: "ash" }]] as const;

it("has areas and data by the hash of their bytes, and takes no others for them", async () => {
  const hash = await work.putItems(items);
  expect(await work.items(hash)).toEqual(items);
  // The same again is the same file.
  expect([await work.putItems(items), readdirSync(join(folder, "items"))]).toEqual([hash, [hash]]);
  writeFileSync(join(folder, "items", hash), "something else");
  expect(await laterErrorsOf(() => work.items(hash))).toMatchObject([
    { code: "unreadable-plan", message: expect.stringContaining("its bytes are not those of its name") },
  ]);
  expect(await laterErrorsOf(() => work.data("0".repeat(64)))).toMatchObject([{ code: "unreadable-plan" }]);
});

it("is at one run, whoever else saw the last one too", async () => {
  expect(await work.setCurrent({ version: 1, run: "one", state: "running" }, undefined)).toBe("own");
  const seen = await work.current();
  const take = (run: string) => work.setCurrent({ version: 1, run, state: "preparing" }, seen);
  expect((await Promise.all([take("two"), take("three")])).sort()).toEqual(["other", "own"]);
});

it("says of a file that is none of a plan what is wrong with it", async () => {
  writeFileSync(join(folder, "current.json"), "{}");
  expect(await laterErrorsOf(() => work.current())).toMatchObject([
    { code: "unreadable-plan", source: { file: join(folder, "current.json") } },
  ]);
});
