import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { watchBriefing } from "../../src/cli/watch-files.ts";

/** Watches a briefing with one file of data, until the test is over. */
function watching(quiet: number, onChange: (changed: readonly string[], data: string) => void) {
  const folder = mkdtempSync(join(tmpdir(), "briefwright-watch-"));
  const data = join(folder, "cases.csv");
  writeFileSync(data, "a,1\n");
  const files = watchBriefing(join(folder, "briefing.ts"), {
    data: undefined,
    quiet,
    onChange: (changed) => onChange(changed, data),
    onSlower: (reason) => expect.fail(reason),
  });
  onTestFinished(async () => {
    await files.close();
    rmSync(folder, { recursive: true });
  });
  files.lookAgain();
  return { files, data };
}

it("takes a file that is saved as it was for no change, though it was empty for a moment", async () => {
  const changes: (readonly string[])[] = [];
  const { data } = watching(400, (changed) => changes.push(changed));
  await after(300);
  truncateSync(data, 0);
  await after(150);
  appendFileSync(data, "a,1\n");
  await after(1_000);
  expect(changes).toEqual([]);
  appendFileSync(data, "b,2\n");
  await expect.poll(() => changes, { timeout: 300_000 }).toEqual([[data]]);
});

it("tells of what was saved before the system watched it", async () => {
  const changes: (readonly string[])[] = [];
  const { data } = watching(10, (changed) => changes.push(changed));
  appendFileSync(data, "b,2\n");
  await expect.poll(() => changes, { timeout: 10_000 }).toEqual([[data]]);
});

it("tells of what was saved just before it looked again, whose event was still to come", async () => {
  const changes: (readonly string[])[] = [];
  const { files, data } = watching(10, (changed) => changes.push(changed));
  // It watches when it tells of a first save.
  const saving = setInterval(() => appendFileSync(data, "b,2\n"), 100);
  await expect.poll(() => changes.length, { timeout: 300_000 }).toBeGreaterThan(0);
  clearInterval(saving);
  await after(500);
  const before = changes.length;
  appendFileSync(data, "c,3\n");
  files.lookAgain();
  await expect.poll(() => changes.length, { timeout: 300_000 }).toBeGreaterThan(before);
});

it("tells of what is saved while it tells of a save", async () => {
  let [told, isReady] = [0, false];
  const { data } = watching(30, (_, file) => {
    told += 1;
    if (isReady && told === 1) appendFileSync(file, "c,3\n");
  });
  // It watches when it tells of a first save.
  const saving = setInterval(() => appendFileSync(data, "b,2\n"), 100);
  await expect.poll(() => told, { timeout: 300_000 }).toBeGreaterThan(0);
  clearInterval(saving);
  await after(500);
  [told, isReady] = [0, true];
  appendFileSync(data, "b,2\n");
  await expect.poll(() => told, { timeout: 300_000 }).toBe(2);
});
