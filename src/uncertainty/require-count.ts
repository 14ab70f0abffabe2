/** @throws RangeError for what is no count of cases. */
export function requireCount(value: number): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new RangeError(`${value} is not a count: a count is a whole number, zero or more.`);
}

/** @throws RangeError for what nothing can be out of. */
export function requireExposure(value: number): void {
  if (Number.isFinite(value) && value > 0) return;
  throw new RangeError(`${value} is not a population or a length of time: it has to be more than zero.`);
}
