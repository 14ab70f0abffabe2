import type { Reading } from "../reader.ts";
import type { Sentence } from "../sentence.ts";
import { directions } from "./directions.ts";
import { everyDay } from "./every-day.ts";
import { ranks } from "./ranks.ts";
import { records } from "./records.ts";
import { relations } from "./relations.ts";

/** Reads what a sentence says without a number of its own. `readings` are those that it has already. */
export type WordlessReader = (sentence: Sentence, readings: readonly Reading[]) => readonly Reading[];

/** Every such reader, in the order in which they are asked. */
export const wordlessReaders: readonly WordlessReader[] = [ranks, records, everyDay, relations, directions];
