import { join } from "node:path";

/** What others than briefwright start from: the first briefing as HTML, the blocks of its page, and those of the pages of all areas. */
export function preparedFiles(folder) {
  return {
    htmlFile: join(folder, "briefing.html"),
    blocksFile: join(folder, "blocks.json"),
    areasFile: join(folder, "areas.json"),
  };
}
