/** Remembers what was last asked for, up to a weight: of a batch of any size no more is held. */
export interface RecentMap<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/**
 * @param most the weight of all that is held together; the last one is held whatever its weight.
 * @param weightOf how much one weighs, in the unit of `most`; one each where absent.
 */
export function createRecentMap<T extends object>(
  most: number,
  weightOf: (value: T) => number = () => 1,
): RecentMap<T> {
  /** Those that were asked for longest ago come first. */
  const held = new Map<string, T>();
  let weight = 0;
  const forget = (key: string) => {
    const value = held.get(key);
    if (value === undefined) return;
    held.delete(key);
    weight -= weightOf(value);
  };
  return {
    get(key) {
      const value = held.get(key);
      if (value === undefined) return undefined;
      held.delete(key);
      held.set(key, value);
      return value;
    },
    set(key, value) {
      forget(key);
      held.set(key, value);
      weight += weightOf(value);
      for (const oldest of held.keys()) {
        if (weight <= most || oldest === key) break;
        forget(oldest);
      }
    },
  };
}
