/** Whether this is `npm run deep`. It tries every case; `npm test` tries a sample of them, the same each time. */
export const isDeep = process.env.DEEP === "1";

/** Whether this is `npm run test:long` or `npm run deep`: what takes long by its nature is tried at all. */
export const isLong = isDeep || process.env.LONG === "1";

const isCi = process.env.CI === "true";

/** Whether all is tried of which `npm test` tries a part. CI has no time for that. */
export const isWhole = isDeep || (isLong && !isCi);

/** What CI tries of what `npm test` leaves out. */
const furtherOnCi = 1 / 5;

/**
 * Of what takes long by its nature `npm test` tries so many, and `npm run test:long` all that a sample has: that runs the test files
 * that say `inPart(` besides its own. On CI it tries some in between, one at least, and all are left to `npm run deep`.
 */
export function inPart(sample: number, part: number): number {
  if (isWhole) return sample;
  const least = Math.min(sample, part);
  return isLong ? Math.max(1, least + Math.round((sample - least) * furtherOnCi)) : least;
}

/** `npm run test:long` and the conformance checks try all of a sample, CI a third of it (of these checks half), and `npm test` and `npm run test:quick` a sixth. */
function partOfSample(): number {
  const isConformance = process.env.CONFORMANCE === "1";
  if (isWhole || (isConformance && !isCi)) return 1;
  if (isConformance) return 1 / 2;
  return isCi ? 1 / 3 : 1 / 6;
}
const ofSample = (sample: number): number => Math.ceil(sample * partOfSample());

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

/**
 * All of a list, or such a share of each kind, evenly spread from the first on, or from the one of a turn: at least one of each. In the
 * order of the list.
 */
export function someOfEach<T>(
  all: readonly T[],
  { kindOf, share, turn = 0 }: { readonly kindOf: (item: T) => string; readonly share: number; readonly turn?: number },
): readonly T[] {
  if (isDeep) return all;
  const some = new Set<T>();
  for (const kind of new Set(all.map(kindOf))) {
    const own = all.filter((item) => kindOf(item) === kind);
    const count = Math.ceil(own.length * share);
    for (let index = 0; index < count; index += 1)
      some.add(own[(Math.floor((index * own.length) / count) + turn) % own.length] as T);
  }
  return all.filter((item) => some.has(item));
}
