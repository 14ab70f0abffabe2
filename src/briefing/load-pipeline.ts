import type { createContentKeys } from "./content-key.ts";
import type { evaluateBriefing } from "./evaluate-briefing.ts";
import type { forgetParts, prepareBriefing, prepareLoaded, readAgain, warmUp } from "./prepare-briefing.ts";
import type { renderBriefing } from "./render-briefing.ts";

export interface Pipeline {
  readonly prepareBriefing: typeof prepareBriefing;
  /** Compiles what can be before there is data. */
  readonly warmUp: typeof warmUp;
  readonly prepareLoaded: typeof prepareLoaded;
  readonly readAgain: typeof readAgain;
  readonly forgetParts: typeof forgetParts;
  readonly createContentKeys: typeof createContentKeys;
  readonly evaluateBriefing: typeof evaluateBriefing;
  readonly renderBriefing: typeof renderBriefing;
}

/** The stages. They are most of the program, and a module that only defines briefings needs none of them. */
export async function loadPipeline(): Promise<Pipeline> {
  const [prepare, keys, evaluate, render] = await Promise.all([
    import("./prepare-briefing.ts"),
    import("./content-key.ts"),
    import("./evaluate-briefing.ts"),
    import("./render-briefing.ts"),
  ]);
  return { ...prepare, ...keys, ...evaluate, ...render };
}
