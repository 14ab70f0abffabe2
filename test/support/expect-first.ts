import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { isWhole } from "./trials.ts";

/** Compares a text with a reviewed file: with all of it, or where the test tries a part of its cases, the first ones, with its beginning. */
export async function expectFirst(text: string, file: URL): Promise<void> {
  if (isWhole) await expect(text).toMatchFileSnapshot(fileURLToPath(file));
  else expect(text).toBe(readFileSync(file, "utf8").slice(0, text.length));
}
