import { join } from "node:path";

/** What others than briefwright start from, made before anything is measured. */
export function prepared(folder) {
  return { htmlFile: join(folder, "briefing.html"), blocksFile: join(folder, "blocks.json") };
}
