/** The index of the first of ascending values from which on the test holds; their count if it holds for none. */
export function firstIndex<T>(values: ArrayLike<T>, holds: (value: T) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
