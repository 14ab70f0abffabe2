/**
 * The greatest of some values, and `least` at least. `Math.max` takes them as arguments, of which a call can have some hundred thousand: rows of
 * a table, words of a line or items of a box can be more.
 */
export function greatest(values: readonly number[], least = Number.NEGATIVE_INFINITY): number {
  let found = least;
  for (const value of values) found = Math.max(found, value);
  return found;
}

/** The same of the least, and `most` at most. */
export function smallest(values: readonly number[], most = Number.POSITIVE_INFINITY): number {
  let found = most;
  for (const value of values) found = Math.min(found, value);
  return found;
}
