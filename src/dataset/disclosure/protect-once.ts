import { createHash } from "node:crypto";
import type { CategoryRegistry } from "../category-registry.ts";
import type { ObservationColumns } from "../columns/observation-columns.ts";
import { disclosureRule } from "./disclosure-spec.ts";
import { type ProtectedObservations, type ProtectInput, protectObservations } from "./protect-observations.ts";

interface Input extends ProtectInput {
  readonly categories: ProtectInput["categories"] & Pick<CategoryRegistry, "snapshot">;
}

interface Protected extends Omit<ProtectedObservations, "columns"> {
  readonly key: string;
  /** As long as a dataset has them. */
  readonly columns: WeakRef<ObservationColumns>;
}

let last: Protected | undefined;

/**
 * Makes observations fit to be seen; those that were made so right before, by the same definition, are taken as they were: a first guess is read, and then
 * the module that was written of it. Where something had to be said of them, it is found and said again.
 */
export async function protectOnce(input: Input): Promise<ProtectedObservations> {
  if (input.earlier || !disclosureRule(input.spec.disclosure)) return protectObservations(input);
  const key = keyOf(input);
  const columns = last?.key === key ? last.columns.deref() : undefined;
  if (last && columns) return { columns, report: last.report, known: last.known };
  const before = input.diagnostics.all.length;
  const found = await protectObservations(input);
  const isSilent = input.diagnostics.all.length === before;
  last = isSilent ? { ...found, key, columns: new WeakRef(found.columns) } : undefined;
  return found;
}

/** A text that is the same for the same rows, categories and definition. */
function keyOf({ spec, columns, categories }: Input): string {
  const plain = (_name: string, value: unknown): unknown =>
    ArrayBuffer.isView(value)
      ? hashOf(Buffer.from(value.buffer, value.byteOffset, value.byteLength))
      : value instanceof Map || value instanceof Set
        ? [...value]
        : value;
  return hashOf(JSON.stringify([spec, columns, categories.snapshot()], plain));
}

const hashOf = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
