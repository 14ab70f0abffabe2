/** Answers to texts that are asked for again and again, as those of a template are for each area: what was asked for last, up to a number. */
export interface RecentAnswers<T> {
  /** The answer to a text; worked out where it is not remembered. */
  get(text: string, workOut: (text: string) => T): T;
}

/**
 * Remembers answers in two halves: when the newer one is full it becomes the older, and what was not asked for since is let go of. It is for
 * what depends on the text alone.
 * @param most how many are held.
 */
export function createRecentAnswers<T>(most: number): RecentAnswers<T> {
  let newer = new Map<string, T>();
  let older = new Map<string, T>();
  return {
    get(text, workOut) {
      const known = newer.get(text);
      if (known !== undefined || newer.has(text)) return known as T;
      const answer = older.has(text) ? (older.get(text) as T) : workOut(text);
      if (newer.size >= most / 2) {
        older = newer;
        newer = new Map();
      }
      newer.set(text, answer);
      return answer;
    },
  };
}
