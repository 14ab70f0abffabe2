import type { Reader } from "../reader.ts";
import { change } from "./change.ts";
import { count } from "./count.ts";
import { forecast } from "./forecast.ts";
import { rate } from "./rate.ts";
import { share } from "./share.ts";
import { times } from "./times.ts";

/** Every reader of numbers, in the order in which they are asked. A new one is a file here and a line below. */
export const readers: readonly Reader[] = [forecast, times, change, rate, share, count];
