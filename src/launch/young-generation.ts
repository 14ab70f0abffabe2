import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";
import type { Flag } from "./flags-of-run.ts";

/** What both halves of the young generation hold when it has grown once, bytes: it begins with a megabyte each. */
const grown = 16 * 2 ** 20;
const grows = "--semi-space-growth-factor=8";
const stays: Flag = { set: "--semi-space-growth-factor=1", reset: "--semi-space-growth-factor=2" };
/** Objects that are kept until it grows: V8 does so when more has survived than it holds. Four times as many as it took. */
const atMost = 128_000;

/**
 * Lets the young generation grow to 8 MB at once, and no further: by itself it would double up to 16 MB, which makes a batch no quicker and its peak of
 * memory 16 MB higher. V8 takes its first and last size at the start of a process alone, but asks by how much it grows each time it does.
 *
 * @returns the flag that has it stay as it is; none where this version of V8 did not grow it so.
 */
export function growYoungGeneration(): readonly Flag[] {
  if (sizeOfYoung() >= grown) return [];
  setFlagsFromString(grows);
  const kept: object[] = [];
  while (sizeOfYoung() < grown && kept.length < atMost) for (let each = 0; each < 2_000; each += 1) kept.push({ each });
  setFlagsFromString(stays.reset);
  return sizeOfYoung() === grown ? [stays] : [];
}

const sizeOfYoung = (): number =>
  getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space")?.space_size ?? 0;
