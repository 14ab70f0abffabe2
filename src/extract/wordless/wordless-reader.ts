import type { Reading } from "../reader.ts";
import type { Sentence } from "../sentence.ts";

/** Reads what a sentence says without a number of its own. `readings` are those that it has already. */
export type WordlessReader = (sentence: Sentence, readings: readonly Reading[]) => readonly Reading[];
