import { crc32 } from "node:zlib";

/** Remembers what is asked for again and again, and what was asked for last, up to a weight: of a batch of any size no more is held. */
export interface RecentMap<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/** Of the weight that may be held, the share of what nobody has asked for again since it was let go of. */
const newcomersShare = 1 / 32;

/**
 * What is new is held for a while; what is asked for once more after that is held for long. So what belongs to one area of a batch does
 * not take the room of what belongs to all, and does not fill it either. After Johnson and Shasha, "2Q: A Low Overhead High
 * Performance Buffer Management Replacement Algorithm" (VLDB 1994).
 * @param most the weight of all that is held together; of what is new, the last one is held whatever its weight.
 * @param weigh how much one weighs, in the unit of `most`; one each where absent.
 */
export function createRecentMap<T extends object>(most: number, weigh: (value: T) => number = () => 1): RecentMap<T> {
  // What weighs nothing would never have to leave.
  const weightOf = (value: T) => Math.max(1, weigh(value));
  const newcomers = createQueue<string, T>(most * newcomersShare, weightOf);
  const kept = createQueue<string, T>(most * (1 - newcomersShare), weightOf);
  /**
   * What was new and was let go of: its weight, by the CRC-32 of its key. They are many, and their keys would be most of what is held. Two of
   * one CRC would have what is new held for long once, and no answer is another.
   */
  const left = createQueue<number, number>(most, (weight) => weight);
  return {
    get(key) {
      const value = kept.get(key);
      if (value === undefined) return newcomers.get(key);
      kept.add(key, value);
      return value;
    },
    set(key, value) {
      if (kept.get(key) !== undefined || left.remove(crc32(key))) kept.add(key, value);
      else for (const [gone, own] of newcomers.add(key, value)) left.add(crc32(gone), weightOf(own));
    },
  };
}

/** Shared by all that have none. */
const none: readonly never[] = [];

/** A queue of values by key, up to a weight. */
interface Queue<Key, T> {
  get(key: Key): T | undefined;
  /** Puts it at the end. Returns what had to leave for it, from the front. */
  add(key: Key, value: T): readonly (readonly [Key, T])[];
  remove(key: Key): boolean;
}

function createQueue<Key, T>(most: number, weightOf: (value: T) => number): Queue<Key, T> {
  const held = new Map<Key, T>();
  let weight = 0;
  const remove = (key: Key): boolean => {
    const value = held.get(key);
    if (value === undefined) return false;
    held.delete(key);
    weight -= weightOf(value);
    return true;
  };
  return {
    get: (key) => held.get(key),
    add(key, value) {
      remove(key);
      held.set(key, value);
      weight += weightOf(value);
      if (weight <= most) return none;
      const gone: (readonly [Key, T])[] = [];
      for (const oldest of held) {
        const [first] = oldest;
        if (weight <= most || first === key) break;
        remove(first);
        gone.push(oldest);
      }
      return gone;
    },
    remove,
  };
}
