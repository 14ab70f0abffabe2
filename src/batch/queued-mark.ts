import * as z from "zod";
import { BriefingError } from "../diagnostics/index.ts";
import type { Store } from "../store/index.ts";

/** Stands in a store while a queue writes into it, which may go on for long, by workers that come and go. */
const markName = ".briefwright-queue.json";

const markSchema = z.object({ version: z.literal(1), run: z.string(), queue: z.string() });

/** The run that a store belongs to, and the name of its queue. */
export type QueuedMark = Omit<z.infer<typeof markSchema>, "version">;

/** Undefined where no queue writes into a store. */
export async function readMark(store: Store): Promise<QueuedMark | undefined> {
  const found = await store.read(markName);
  if (!found) return undefined;
  const parsed = markSchema.safeParse(jsonOf(found.content));
  return parsed.success ? parsed.data : { run: "?", queue: "?" };
}

export async function setMark(store: Store, { run, queue }: QueuedMark): Promise<void> {
  await store.write(markName, `${JSON.stringify({ version: 1, run, queue })}\n`);
}

/** Takes the mark of a run away; another's stays. */
export async function removeMark(store: Store, run: string): Promise<void> {
  if ((await readMark(store))?.run === run) await store.remove(markName);
}

/** @throws BriefingError `folder-in-use` where a queue writes into a store. */
export async function refuseQueued(store: Store): Promise<void> {
  const mark = await readMark(store);
  if (!mark) return;
  throw new BriefingError([
    {
      code: "folder-in-use",
      severity: "error",
      message: `Workers of the queue "${mark.queue}" write into it: a plan is under way.`,
      hint: `Wait for its end (briefwright enqueue --wait), or write into another folder. Where no worker will ever end it, remove ${markName}.`,
      source: { file: store.location },
    },
  ]);
}

function jsonOf(content: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(content));
  } catch {
    return undefined;
  }
}
