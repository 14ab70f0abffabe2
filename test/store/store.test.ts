import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkConditions, folderStore, openStore, type Store } from "../../src/store/index.ts";
import { laterErrorsOf } from "../support/diagnostics-of.ts";
import { keepsItsWord } from "./keeps-its-word.ts";

const folder = mkdtempSync(join(tmpdir(), "briefwright-store-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a folder", () => {
  keepsItsWord(async () => folderStore(join(folder, "folder")));

  it("keeps nothing of a write beside what was written", async () => {
    const own = join(folder, "alone");
    const store = folderStore(own);
    await store.write("a.json", "1", "absent");
    await store.write("a.json", "2", "absent");
    const { version = "" } = (await store.head("a.json")) ?? {};
    await store.write("a.json", "3", { version });
    await store.write("a.json", "4", { version });
    expect(readdirSync(own)).toEqual(["a.json"]);
  });

  it("goes past the guard of a process that was killed, however its clock stood", async () => {
    const own = join(folder, "guarded");
    const store = folderStore(own, { patience: 100 });
    await store.write("a.json", "1");
    const { version = "" } = (await store.head("a.json")) ?? {};
    const guard = join(own, ".a.json.guard");
    writeFileSync(guard, "somebody");
    utimesSync(guard, new Date("2099-01-01"), new Date("2099-01-01"));
    expect(await store.write("a.json", "2", { version })).toMatchObject({ kind: "written" });
    expect(existsSync(guard)).toBe(false);
  });

  it("says why it cannot be written into", async () => {
    writeFileSync(join(folder, "file"), "");
    const [problem] = await laterErrorsOf(() => folderStore(join(folder, "file", "below")).write("a.json", ""));
    expect(problem).toMatchObject({ code: "unwritable-file" });
  });
});

it("is a folder or a bucket, by its address", async () => {
  expect((await openStore(folder)).describe("a.html")).toBe(join(folder, "a.html"));
  const [problem] = await laterErrorsOf(() => openStore("s3://"));
  expect(problem).toMatchObject({ code: "invalid-store" });
});

it.each(["Upper", "a_b", "-ab", "ab.", "a..b", "ab", "a".repeat(64), "käse", "a b"])(
  "says of a name that no bucket can have that it is none: %s",
  async (name) => {
    expect((await laterErrorsOf(() => openStore(`s3://${name}/prefix`)))[0]).toMatchObject({ code: "invalid-store" });
  },
);

it("finds out that a store does not keep conditions", async () => {
  const store = folderStore(join(folder, "careless"));
  const careless: Store = { ...store, write: (name, content) => store.write(name, content) };
  expect((await laterErrorsOf(() => checkConditions(careless)))[0]).toMatchObject({
    code: "store-without-conditions",
  });
});
