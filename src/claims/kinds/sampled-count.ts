import type { Selection } from "../select.ts";

/**
 * The count that an interval can be put around: a whole number, and not "at least 274", of which chance moves the part that
 * is known only. Undefined of any other.
 */
export function sampledCount({ amount, lowerBound }: Selection): number | undefined {
  return amount.state === "value" && amount.value.d === 1n && !lowerBound ? amount.value.valueOf() : undefined;
}
