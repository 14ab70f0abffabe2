import { createHash } from "node:crypto";
import type { Store, WriteCondition } from "./store.ts";

/** What came of a write on a condition. */
export type OnceOutcome =
  /** The content is there: this wrote it, or another did. */
  | { readonly kind: "there"; readonly version: string; readonly isOwn: boolean }
  /** Another content is there. */
  | { readonly kind: "other"; readonly version: string | undefined };

/**
 * Writes a file on a condition, and finds out what is there where that does not hold: whoever makes the same bytes has done no harm, and a
 * write whose answer was lost meets its own.
 */
export async function writeOnce(
  store: Store,
  name: string,
  { content, condition }: { readonly content: string | Uint8Array; readonly condition: WriteCondition },
): Promise<OnceOutcome> {
  const outcome = await store.write(name, content, condition);
  if (outcome.kind === "written") return { kind: "there", version: outcome.version, isOwn: true };
  const found = await store.head(name);
  if (!found) return { kind: "other", version: undefined };
  const sha256 = createHash("sha256").update(content).digest("hex");
  const bytes = Buffer.byteLength(content);
  const isSame = found.bytes === bytes && (found.sha256 ?? (await hashOf(store, name))) === sha256;
  return isSame ? { kind: "there", version: found.version, isOwn: false } : { kind: "other", version: found.version };
}

async function hashOf(store: Store, name: string): Promise<string> {
  const read = await store.read(name);
  return read ? createHash("sha256").update(read.content).digest("hex") : "";
}
