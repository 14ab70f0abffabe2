import { getHeapSpaceStatistics } from "node:v8";

/** What is used of the heap, but for what is so young that it is collected all the time. */
export const oldMegabytes = (): number =>
  getHeapSpaceStatistics()
    .filter(({ space_name }) => !space_name.startsWith("new_"))
    .reduce((sum, { space_used_size }) => sum + space_used_size, 0) /
  2 ** 20;

/** Where a system gives no memory that it does not have, there is none to be had. */
export function untouched(megabytes: number): readonly ArrayBuffer[] {
  try {
    return [new ArrayBuffer(Math.round(megabytes) * 2 ** 20)];
  } catch {
    return [];
  }
}
