/** Does something with each of many, so many at a time; the results in their order. The first error ends it. */
export async function inParallel<T, Result>(
  width: number,
  all: readonly T[],
  act: (one: T) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Array<Result>(all.length);
  let next = 0;
  const go = async (): Promise<void> => {
    while (next < all.length) {
      const at = next;
      next += 1;
      results[at] = await act(all[at] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, all.length) }, go));
  return results;
}
