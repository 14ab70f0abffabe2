import { promisify } from "node:util";
import { deserialize, serialize } from "node:v8";
import { gunzip, gzip } from "node:zlib";
import * as z from "zod";
import type { PrepareMessage } from "../batch/index.ts";
import { shareAgain } from "../dataset/index.ts";
import { BriefingError } from "../diagnostics/index.ts";
import { sha256 } from "../record/index.ts";
import { type Store, writeOnce } from "../store/index.ts";
import {
  type AreaRecord,
  type CurrentRun,
  currentSchema,
  generator,
  planSchema,
  type QueuePlan,
  type RunResult,
  resultSchema,
} from "./queue-plan.ts";

/** An area of a plan: the name of its files, and its parameters. */
export type QueueItem = readonly [name: string, parameters: Readonly<Record<string, string>>];

/** A file, and the version that it was seen in. */
export interface Seen<T> {
  readonly value: T;
  readonly version: string;
}

/**
 * Where a queue keeps what is not for readers: plans, protected data, and what is remembered of each area. It is the truth; what Redis
 * has can be made anew from it. Data and areas are under the hash of their bytes, so that nobody takes others for them.
 */
export interface WorkStore {
  readonly location: string;
  current(): Promise<Seen<CurrentRun> | undefined>;
  setCurrent(current: CurrentRun, seen: Seen<CurrentRun> | undefined): Promise<PutOutcome>;
  /** A plan of another version of this package may be of another form: then all that is known of it is who made it. */
  plan(run: string): Promise<QueuePlan | ForeignPlan | undefined>;
  putPlan(plan: QueuePlan): Promise<void>;
  /** @returns its hash. */
  putData(data: PrepareMessage): Promise<string>;
  data(hash: string): Promise<PrepareMessage>;
  putItems(items: readonly QueueItem[]): Promise<string>;
  items(hash: string): Promise<readonly QueueItem[]>;
  record(name: string): Promise<Seen<AreaRecord> | undefined>;
  putRecord(name: string, record: AreaRecord, seen: Seen<AreaRecord> | undefined): Promise<PutOutcome>;
  /** Whether areas of a run have been given to Redis: where that knows of none, it has forgotten them. */
  isBegun(run: string): Promise<boolean>;
  setBegun(run: string): Promise<void>;
  result(run: string): Promise<RunResult | undefined>;
  putResult(result: RunResult): Promise<void>;
  /** Removes what only runs before this one needed. */
  sweep(plan: QueuePlan): Promise<void>;
}

/** A plan that this version cannot read. */
export interface ForeignPlan {
  readonly kind: "foreign";
  readonly generator: string;
}

/** Who wrote what is there now: this; another, and the same; another, and something else. */
type PutOutcome = "own" | "same" | "other";

const foreignSchema = z.object({ generator: z.string() });

const currentName = "current.json";

export function openWorkStore(store: Store): WorkStore {
  const read = async <T>(name: string, schema: z.ZodType<T>): Promise<Seen<T> | undefined> => {
    const found = await store.read(name);
    if (!found) return undefined;
    const parsed = schema.safeParse(jsonOf(found.content));
    if (!parsed.success) throw unreadable(store.describe(name), parsed.error.issues[0]?.message ?? "");
    return { value: parsed.data, version: found.version };
  };
  const write = async (name: string, content: string | Uint8Array): Promise<void> => {
    await store.write(name, content);
  };
  const put = async (name: string, value: unknown, seen: Seen<unknown> | undefined): Promise<PutOutcome> => {
    const condition = seen ? { version: seen.version } : ("absent" as const);
    const outcome = await writeOnce(store, name, { content: jsonText(value), condition });
    return outcome.kind === "other" ? "other" : outcome.isOwn ? "own" : "same";
  };
  /** What is there under its hash already is not sent again. */
  const putHashed = async (folder: string, content: Uint8Array): Promise<string> => {
    const hash = sha256(content);
    await writeOnce(store, `${folder}/${hash}`, { content, condition: "absent" });
    return hash;
  };
  const hashed = async (folder: string, hash: string): Promise<Uint8Array> => {
    const name = `${folder}/${hash}`;
    const found = await store.read(name);
    if (found && sha256(found.content) === hash) return found.content;
    throw unreadable(store.describe(name), found ? "its bytes are not those of its name" : "it is not there");
  };
  return {
    location: store.location,
    current: () => read(currentName, currentSchema),
    setCurrent: (current, seen) => put(currentName, current, seen),
    async plan(run) {
      const name = `plans/${run}.json`;
      const found = await store.read(name);
      if (!found) return undefined;
      const content = jsonOf(found.content);
      const parsed = planSchema.safeParse(content);
      if (parsed.success) return parsed.data;
      const { data: foreign } = foreignSchema.safeParse(content);
      if (foreign && foreign.generator !== generator()) return { kind: "foreign", generator: foreign.generator };
      throw unreadable(store.describe(name), parsed.error.issues[0]?.message ?? "");
    },
    putPlan: (plan) => write(`plans/${plan.run}.json`, jsonText(plan)),
    async putData(data) {
      return putHashed("data", await promisify(gzip)(serialize(data)));
    },
    async data(hash) {
      const content = await promisify(gunzip)(await hashed("data", hash));
      let data: PrepareMessage;
      try {
        data = deserialize(content) as PrepareMessage;
      } catch (error) {
        throw unreadable(
          store.describe(`data/${hash}`),
          `Node ${process.version} cannot read what that of the producer wrote: ${String(error)}`,
        );
      }
      return { ...data, datasets: data.datasets.map(shareAgain) };
    },
    async putItems(items) {
      return putHashed("items", await promisify(gzip)(JSON.stringify(items)));
    },
    async items(hash) {
      return jsonOf(await promisify(gunzip)(await hashed("items", hash))) as readonly QueueItem[];
    },
    async record(name) {
      const found = await store.read(recordName(name));
      return found && { value: jsonOf(found.content) as AreaRecord, version: found.version };
    },
    putRecord: (name, record, seen) => put(recordName(name), record, seen),
    isBegun: async (run) => (await store.head(begunName(run))) !== undefined,
    async setBegun(run) {
      await writeOnce(store, begunName(run), { content: jsonText({ version: 1, run }), condition: "absent" });
    },
    result: async (run) => (await read(`results/${run}.json`, resultSchema))?.value,
    putResult: (result) => write(`results/${result.run}.json`, jsonText(result)),
    async sweep({ run, data, items }) {
      const kept = new Set([
        `plans/${run}.json`,
        `results/${run}.json`,
        begunName(run),
        `data/${data}`,
        `items/${items}`,
      ]);
      for (const folder of ["plans/", "results/", "begun/", "data/", "items/"])
        for await (const { name } of store.list(folder)) if (!kept.has(name)) await store.remove(name);
    },
  };
}

/** Names of briefings are safe as names of files. */
const recordName = (name: string): string => `made/${name}.json`;
const begunName = (run: string): string => `begun/${run}.json`;
const jsonText = (value: unknown): string => `${JSON.stringify(value)}\n`;

function jsonOf(content: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(content));
  } catch {
    return undefined;
  }
}

const unreadable = (file: string, why: string): BriefingError =>
  new BriefingError([
    {
      code: "unreadable-plan",
      severity: "error",
      message: `What a plan of the queue needs cannot be used: ${why.replace(/\.$/, "")}.`,
      hint: "Enqueue the briefings again; if it stays so, give the queue another work store.",
      source: { file },
    },
  ]);
