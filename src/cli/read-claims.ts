import { type ClaimSet, parseClaims } from "../claims/index.ts";
import type { DataInput } from "../dataset/index.ts";
import { readingInput } from "./input-error.ts";
import { loadModule } from "./load-module.ts";
import { readTextFile } from "./read-text-file.ts";

export interface ReadClaims {
  readonly set: ClaimSet;
  /** The data that a module exports, by dataset. */
  readonly exported: Readonly<Record<string, DataInput>>;
}

/** Reads a claims.json, or loads a module that exports claims. Throws an `InputError`. */
export async function readClaims(file: string): Promise<ReadClaims> {
  if (/\.json$/i.test(file)) {
    const text = await readTextFile(file);
    return { set: await readingInput(() => parseClaims(text, file)), exported: {} };
  }
  const { value, data } = await loadModule(file, "claims");
  return { set: value, exported: data };
}
