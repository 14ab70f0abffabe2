import type { PreparedBriefing } from "../briefing/index.ts";
import type { Manifest } from "./manifest.ts";

/** The page that leads to the briefings of a manifest, in the language of the briefing. What writes HTML is loaded for it. */
export async function createIndexPage(
  manifest: Manifest,
  { compiled }: Pick<PreparedBriefing, "compiled">,
): Promise<string> {
  const { formatIndex } = await import("./index-page.ts");
  return formatIndex(manifest, compiled.words);
}
