import type { prepareBriefing } from "./prepare-briefing.ts";
import type { renderBriefing } from "./render-briefing.ts";

export interface Pipeline {
  readonly prepareBriefing: typeof prepareBriefing;
  readonly renderBriefing: typeof renderBriefing;
}

/** The stages. They are most of the program, and a module that only defines briefings needs none of them. */
export async function loadPipeline(): Promise<Pipeline> {
  const [{ prepareBriefing }, { renderBriefing }] = await Promise.all([
    import("./prepare-briefing.ts"),
    import("./render-briefing.ts"),
  ]);
  return { prepareBriefing, renderBriefing };
}
