import { writeFile } from "node:fs/promises";
import { generateBriefing, generateBriefings } from "briefwright";
import { areas, briefing, data } from "./briefing.mjs";
import { pageBlocks } from "./page-blocks.mjs";
import { preparedFiles } from "./prepared-files.mjs";
import { writeTypstSources } from "./typst-sources.mjs";

/** Makes the files that others start from, before anything is measured, and gives the number of pages of the first briefing. */
export async function prepare(folder) {
  const { htmlFile, blocksFile, typstFolder } = preparedFiles(folder);
  const { html, pageCount } = await generateBriefing(briefing, { data, parameters: { area: areas[0] } });
  await writeFile(htmlFile, html);
  await writeFile(blocksFile, JSON.stringify(pageBlocks(html)));
  const pages = [];
  const each = areas.map((area) => ({ area }));
  for await (const made of generateBriefings(briefing, { data, each, formats: ["html"] }))
    pages.push(pageBlocks(made.html));
  await writeTypstSources(pages, typstFolder);
  return { pageCount };
}
