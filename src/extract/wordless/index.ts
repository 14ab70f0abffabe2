import { directions } from "./directions.ts";
import { everyDay } from "./every-day.ts";
import { ranks } from "./ranks.ts";
import { records } from "./records.ts";
import { relations } from "./relations.ts";
import type { WordlessReader } from "./wordless-reader.ts";

/** Every such reader, in the order in which they are asked. */
export const wordlessReaders: readonly WordlessReader[] = [ranks, records, everyDay, relations, directions];
