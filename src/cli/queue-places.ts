import { basename, extname, resolve, sep } from "node:path";
import { fileName } from "../batch/index.ts";
import { inputError } from "./input-error.ts";
import type { QueuePlaces } from "./queue-options.ts";

/** Which queue of which Redis. Throws an `InputError` where nobody says. */
export function placesOf(
  module: string,
  { redis, queue, out, work }: QueuePlaces,
  env: Readonly<Record<string, string | undefined>>,
): { readonly redis: string; readonly queue: string } {
  const address = redis ?? env.REDIS_URL;
  if (address === undefined || !/^(rediss?|unix):\/\//.test(address)) {
    throw inputError({
      code: "invalid-option",
      message: address === undefined ? "Nothing says where Redis is." : "The address of Redis is none that is known.",
      hint: "Give it in REDIS_URL, or as --redis redis://127.0.0.1:6379.",
    });
  }
  if (isWithin(placeOf(work), placeOf(out))) {
    throw inputError({
      code: "invalid-option",
      message:
        "--out and --work are one place, or --work is in --out: protected cells that no briefing prints would stand beside the briefings.",
      hint: "Give --work a folder or a bucket that readers do not reach.",
    });
  }
  // BullMQ divides the names of what it keeps by it.
  if (queue === "" || queue?.includes(":")) {
    throw inputError({
      code: "invalid-option",
      message: `No queue can be called "${queue}".`,
      hint: "Give --queue a name without a colon.",
    });
  }
  return { redis: address, queue: queue ?? fileName(basename(module, extname(module))) };
}

const placeOf = (store: string): string => (/^\w+:\/\//.test(store) ? store.replace(/\/+$/, "") : resolve(store));

const isWithin = (inner: string, outer: string): boolean =>
  inner === outer || ["/", sep].some((separator) => inner.startsWith(outer + separator));
