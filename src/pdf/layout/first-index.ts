/** The index of the first of ascending numbers from which on the test holds; their count if it holds for none. */
export function firstIndex(numbers: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(numbers[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
