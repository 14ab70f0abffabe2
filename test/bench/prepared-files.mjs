import { join } from "node:path";

/** What others than briefwright start from: the first briefing as HTML, the blocks of its page, and the pages of all areas as sources of Typst. */
export function preparedFiles(folder) {
  return {
    htmlFile: join(folder, "briefing.html"),
    blocksFile: join(folder, "blocks.json"),
    typstFolder: join(folder, "typst"),
  };
}
