/** Whether this is `npm run deep`. It tries every case; `npm test` tries a sample of them, the same each time. */
export const isDeep = process.env.DEEP === "1";

/** Whether this is `npm run test:long` or `npm run deep`, which try all of what `npm test` tries a part of. */
export const isWhole = isDeep || process.env.LONG === "1";

/**
 * Of what takes long by its nature `npm test` tries so many, and `npm run test:long` all that a sample has: that runs the test files
 * that say `inPart(` besides its own.
 */
export const inPart = (sample: number, part: number): number => (isWhole ? sample : Math.min(sample, part));

/** `npm test` and `npm run test:quick` try a sixth of a sample; `npm run test:long` and CI try all. */
const partOfSample = isWhole || process.env.CI === "true" ? 1 : 1 / 6;
const ofSample = (sample: number): number => Math.ceil(sample * partOfSample);

/** Whether properties end after a while, so that nothing can be said of how many cases they have seen. */
export const isCutShort = process.env.FC_TIME_LIMIT !== undefined;

/** How many cases are tried: all of them, or of a sample. */
export const trials = (all: number, sample: number): number => (isDeep ? all : ofSample(sample));

/** All of a list, or so many of it, which are others at each turn, so that all are tried by some of many tests. */
export const someAtTurn = <T>(all: readonly T[], sample: number, turn: number): readonly T[] =>
  isDeep
    ? all
    : Array.from({ length: ofSample(sample) }, (_, index) => all[(turn * ofSample(sample) + index) % all.length] as T);

/** All of a list, or so many of it, evenly spread from the first on. */
export function someOf<T>(all: readonly T[], sample: number): readonly T[] {
  const step = isDeep ? 1 : Math.max(1, all.length / ofSample(sample));
  return Array.from({ length: Math.floor(all.length / step) }, (_, index) => all[Math.floor(index * step)] as T);
}
