import type { Briefing } from "./briefing-spec.ts";
import { type CompiledBriefing, compileBriefing } from "./compile-briefing.ts";

const compiled = new WeakMap<Briefing, Promise<CompiledBriefing>>();

/** What a briefing is compiled to: made when it is first used, and kept as long as the briefing is. */
export function compileOnce(briefing: Briefing): Promise<CompiledBriefing> {
  const known = compiled.get(briefing);
  if (known) return known;
  const made = compileBriefing(briefing.spec, briefing.files).catch((error: unknown) => {
    // The next try reads afresh: a file that was missing may be there.
    compiled.delete(briefing);
    throw error;
  });
  compiled.set(briefing, made);
  return made;
}
