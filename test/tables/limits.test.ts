import { expect, test } from "vitest";
import { read } from "./read-tables.ts";

test("a million columns are an error, at once", async () => {
  expect((await read("a,".repeat(1_000_000))).codes).toEqual(["too-large"]);
});

test("a hundred thousand columns are read", async () => {
  const { sheets } = await read(`${"a,".repeat(100_000)}\n${"1,".repeat(100_000)}\n`);
  expect(sheets[0]?.columns).toHaveLength(100_000);
});
