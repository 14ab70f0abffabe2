import { randomUUID } from "node:crypto";
import { BriefingError } from "../diagnostics/index.ts";
import type { Store } from "./store.ts";

/**
 * Finds out whether a store keeps conditions: a server that does not know them writes as if there were none.
 * @throws BriefingError where it does not.
 */
export async function checkConditions(store: Store): Promise<void> {
  const name = `.conditions-${randomUUID()}`;
  try {
    const first = await store.write(name, "1", "absent");
    const again = await store.write(name, "2", "absent");
    const changed = first.kind === "written" ? await store.write(name, "3", { version: first.version }) : first;
    const stale = first.kind === "written" ? await store.write(name, "4", { version: first.version }) : first;
    if (changed.kind === "written" && again.kind === "conflict" && stale.kind === "conflict") return;
  } finally {
    await store.remove(name);
  }
  throw new BriefingError([
    {
      code: "store-without-conditions",
      severity: "error",
      message: "The store writes a file whatever the condition says, so that two workers could undo each other's work.",
      hint: "Use a server whose PutObject knows If-None-Match and If-Match, or a folder.",
      source: { file: store.location },
    },
  ]);
}
