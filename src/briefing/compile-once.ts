import type { Briefing } from "./briefing-spec.ts";
import { type CompiledBriefing, compileBriefing } from "./compile-briefing.ts";

const compiled = new WeakMap<object, Promise<CompiledBriefing>>();

/** What a briefing is compiled to: made when it is first used, and kept as long as the briefing is. */
export function compileOnce({ spec, files }: Pick<Briefing, "spec" | "files">): Promise<CompiledBriefing> {
  const known = compiled.get(spec);
  if (known) return known;
  const made = compileBriefing(spec, files).catch((error: unknown) => {
    // The next try reads afresh: a file that was missing may be there.
    compiled.delete(spec);
    throw error;
  });
  compiled.set(spec, made);
  return made;
}
