/** Answers to texts that are asked for again and again, as those of a template are for each area: what was asked for last, up to a number. */
export interface RecentAnswers<T> {
  /** The answer to a text; worked out where it is not remembered. */
  get(text: string, workOut: (text: string) => T): T;
}

/** Stands for an answer that is undefined, so that one look is enough. */
const nothing = Symbol("nothing");

/**
 * Remembers answers in two halves: when the newer one is full it becomes the older, and what was not asked for since is let go of. It is for
 * what depends on the text alone.
 * @param most how many are held.
 */
export function createRecentAnswers<T>(most: number): RecentAnswers<T> {
  let newer = new Map<string, T | typeof nothing>();
  let older = new Map<string, T | typeof nothing>();
  return {
    get(text, workOut) {
      const known = newer.get(text);
      if (known !== undefined) return known === nothing ? (undefined as T) : known;
      const before = older.get(text);
      const answer = before === undefined ? workOut(text) : before === nothing ? (undefined as T) : before;
      if (newer.size >= most / 2) {
        older = newer;
        newer = new Map();
      }
      newer.set(copyOf(text), answer === undefined ? nothing : answer);
      return answer;
    },
  };
}

/** A text of its own: one that was cut out of a page would hold all of that. */
const copyOf = (text: string): string => ` ${text}`.slice(1);
